"""The list of connectives as a trie over words: which forms begin at a word, found in one walk.

Forms are compared word by word in one spelling: lower case, and an elided word as its full form ("qu'" is "que"), so
that "parce qu'" needs no entry of its own. A form that ends in "de" or "à" also has its contracted endings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import yaml

_DATA = "seoaudit.french.data"
_FILES = ("connectives_logic", "connectives_contrast", "connectives_order", "connectives_restatement")
_FIXED = "connectives_fixed"
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*'?")
_FULL = {
    **{e + "'": e + "e" for e in ("c", "d", "j", "l", "m", "n", "s", "t")},
    **{e + "qu'": e + "que" for e in ("", "jus", "lors", "puis", "quoi")},
}
_CONTRACTED = {"de": ("du", "des"), "à": ("au", "aux")}


class Entry(NamedTuple):
    """What a form may be.

    Attributes:
        form: as listed.
        relation: "cause", "opposition", ...
        test: name of the test that an occurrence must pass, "anywhere" for none.
    """

    form: str
    relation: str
    test: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A connective in two parts.

    Attributes:
        name: "d'une part … d'autre part".
        first: forms of its first part.
        second: forms of its second part.
        relation: as of an entry.
        words: most words from the first part to the second.
        sentences: most sentence ends between the two.
        tests: names of the tests that its parts must pass.
    """

    name: str
    first: tuple[str, ...]
    second: tuple[str, ...]
    relation: str
    words: int
    sentences: int
    tests: tuple[str, str]


@dataclass(slots=True)
class Node:
    """A node of the trie: what the words that lead to it are.

    Attributes:
        after: the nodes one word further.
        entries: connectives that end here.
        opens: pairs whose first part ends here.
        closes: pairs whose second part ends here.
        fixed: whether a fixed form that is no connective ends here.
        ends_form: whether any form ends here.
    """

    after: dict[str, Node] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    opens: list[Pair] = field(default_factory=list)
    closes: list[Pair] = field(default_factory=list)
    fixed: bool = False
    ends_form: bool = False


def spelt(word: str, following: str = "") -> str:
    """Return a word in the one spelling of the trie: lower case, elisions filled in.

    Args:
        word: as written in a normalised text.
        following: the word after it: "s'" is "si" before "il", else "se".
    """
    word = word.lower()
    if not word.endswith("'"):
        return word
    return "si" if word == "s'" and following.lower() in ("il", "ils") else _FULL.get(word, word)


def spell(words: Sequence[str]) -> list[str]:
    """Return words in a row in the one spelling of the trie."""
    following = (*words[1:], "")
    return [spelt(w, following[i]) if w[-1] == "'" else w.lower() for i, w in enumerate(words)]


@cache
def entries() -> tuple[Entry, ...]:
    """Return the connectives in one piece, in the order of the files; a form may stand under two relations."""
    return tuple(_entries())


def _entries() -> Iterator[Entry]:
    for name in _FILES:
        for relation, tests in _read(name).items():
            for test, forms in tests.items():
                for form in forms:
                    yield Entry(form, relation, test)


@cache
def pairs() -> tuple[Pair, ...]:
    """Return the connectives in two parts."""
    return tuple(
        Pair(
            f"{p['first'][0]} … {p['second'][0]}",
            tuple(p["first"]),
            tuple(p["second"]),
            p["relation"],
            p["words"],
            p["sentences"],
            tuple(p.get("tests", ("anywhere", "anywhere"))),
        )
        for p in _read(_FIXED)["pairs"]
    )


@cache
def fixed_forms() -> tuple[str, ...]:
    """Return the forms that hold a connective's words and are none: "s'il vous plaît"."""
    return tuple(_read(_FIXED)["none"])


@cache
def trie() -> Node:
    """Return the trie of all forms."""
    root = Node()
    for entry in entries():
        for node in _nodes(root, entry.form):
            node.entries.append(entry)
    for pair in pairs():
        for form in pair.first:
            for node in _nodes(root, form):
                node.opens.append(pair)
        for form in pair.second:
            for node in _nodes(root, form):
                node.closes.append(pair)
    for form in fixed_forms():
        for node in _nodes(root, form):
            node.fixed = True
    return root


def _nodes(root: Node, form: str) -> list[Node]:
    """Return the nodes of a form and of its contracted endings, made where they are missing."""
    *words, last = spell(WORD.findall(form))
    node = root
    for word in words:
        node = node.after.setdefault(word, Node())
    endings: Sequence[str] = (last, *_CONTRACTED.get(last, ())) if words else (last,)
    ends = [node.after.setdefault(e, Node()) for e in endings]
    for end in ends:
        end.ends_form = True
    return ends


def _read(name: str) -> Mapping[str, Any]:
    raw: Mapping[str, Any] = yaml.safe_load(files(_DATA).joinpath(f"{name}.yaml").read_text(encoding="utf-8"))
    return raw
