"""Word lists of the key phrases: text files, one entry a line, `#` opens a comment."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def read_lines(name: str) -> tuple[str, ...]:
    """Return the entries of a list, in the order of the file.

    Args:
        name: the file's name without ".txt".
    """
    text = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    entries = (line.split("#")[0].strip() for line in text.splitlines())
    return tuple(entry for entry in entries if entry)


@cache
def read_set(name: str) -> frozenset[str]:
    """Return the entries of a list of words."""
    return frozenset(read_lines(name))
