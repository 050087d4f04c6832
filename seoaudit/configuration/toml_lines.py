"""Where the keys of a TOML file stand: the standard library's parser says what a file holds, not on which line.

The text has been parsed before, so that it is valid TOML: strings and brackets close, and every statement is a table's
header or a key with its value.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any, NamedTuple

# Places of arrays of tables are numbered from 0: ("overrides", 1, "min_words").
KeyPath = tuple[str | int, ...]

# What can hold a bracket or line end that ends no value. The longer quotes first.
_OPAQUE = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|' + r"'''.*?'{3,5}" + r'|"(?:\\.|[^"\\\n])*"|' + r"'[^'\n]*'|#[^\n]*", re.DOTALL
)
_HEADER = re.compile(r"\[\[?(?P<key>(?:\"(?:\\.|[^\"\\])*\"|'[^']*'|[^\]\"'])*)\]\]?")
_KEY = re.compile(r"(?P<key>(?:\"(?:\\.|[^\"\\])*\"|'[^']*'|[^=\"'\n])+)=")
_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_PLAIN = re.compile(r"[^\"'#\[\]{}\n]+")


class _Statement(NamedTuple):
    keys: tuple[str, ...]
    line: int
    header: str  # "[" or "[[" of a table's header, "" of a key


def key_lines(text: str) -> dict[KeyPath, int]:
    """Return the line of every key and table's header, numbered from 1; what stands in a value has no line of its own.

    Args:
        text: a valid TOML document.
    """
    lines: dict[KeyPath, int] = {}
    tables: dict[KeyPath, int] = {}  # number of the last table of each array
    at: KeyPath = ()
    for statement in _statements(text):
        if not statement.header:
            lines.setdefault((*at, *statement.keys), statement.line)
            continue
        at = _numbered(statement.keys[:-1], tables)
        path = (*at, statement.keys[-1])
        if statement.header == "[[":
            tables[path] = tables.get(path, -1) + 1
        at = _numbered(statement.keys, tables)
        lines.setdefault(at, statement.line)
    return lines


def _numbered(keys: tuple[str, ...], tables: dict[KeyPath, int]) -> KeyPath:
    """Return the path of a header, with the number of the table wherever an array of them is meant."""
    path: KeyPath = ()
    for key in keys:
        path = (*path, key)
        if path in tables:
            path = (*path, tables[path])
    return path


def _statements(text: str) -> Iterator[_Statement]:
    at = 0
    while True:
        blank = _BLANK.match(text, at)
        at = blank.end() if blank else at
        found = _HEADER.match(text, at) or _KEY.match(text, at)
        if found is None:
            return
        header = "" if found.re is _KEY else "[[" if text.startswith("[[", at) else "["
        yield _Statement(_parts(found["key"]), text.count("\n", 0, at) + 1, header)
        at = found.end() if header else _after_value(text, found.end())


def _after_value(text: str, at: int) -> int:
    """Return where the line of a value ends."""
    depth = 0
    while at < len(text):
        opaque = _OPAQUE.match(text, at) or _PLAIN.match(text, at)
        if opaque:
            at = opaque.end()
            continue
        if text[at] == "\n" and depth == 0:
            return at
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(text[at], 0)
        at += 1
    return at


def _parts(key: str) -> tuple[str, ...]:
    """Return the parts of a key as written: bare, quoted or joined by dots."""
    found: Any = tomllib.loads(f"{key} = 0")
    parts = []
    while isinstance(found, dict):
        name, found = next(iter(found.items()))
        parts.append(name)
    return tuple(parts)
