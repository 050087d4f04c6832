"""Word lists of the French modules: text files, one entry a line, `#` opens a comment."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def read_list(name: str) -> tuple[str, ...]:
    """Return the entries of a list of this folder, in the order of the file.

    Args:
        name: the file's name without ".txt".
    """
    return read_entries(__name__, name)


@cache
def read_entries(package: str, name: str) -> tuple[str, ...]:
    """Return the entries of a list, in the order of the file.

    Args:
        package: the package whose folder holds it.
        name: the file's name without ".txt".
    """
    text = files(package).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    entries = (line.split("#")[0].strip() for line in text.splitlines())
    return tuple(entry for entry in entries if entry)


@cache
def read_table(name: str) -> dict[str, str]:
    """Return a list of "entry value" lines as a dictionary; the value is the last field of the line."""
    return dict(entry.rsplit(maxsplit=1) for entry in read_list(name))
