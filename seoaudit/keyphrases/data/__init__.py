"""Word lists of the key phrases: text files, one entry a line, `#` opens a comment."""

from __future__ import annotations

from functools import cache

from seoaudit.french.data import read_entries


def read_lines(name: str) -> tuple[str, ...]:
    """Return the entries of a list, in the order of the file.

    Args:
        name: the file's name without ".txt".
    """
    return read_entries(__name__, name)


@cache
def read_set(name: str) -> frozenset[str]:
    """Return the entries of a list of words."""
    return frozenset(read_lines(name))
