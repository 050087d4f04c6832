"""Which stored reports a history reads, and in which order: reports bear no time, so their names tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from seoaudit.batch.files import shown
from seoaudit.batch.stored import is_stored, read_reports
from seoaudit.errors import SeoAuditError
from seoaudit.report.batch import Failure
from seoaudit.report.history import History, history_of
from seoaudit.report.model import Report

_DIGITS = re.compile(r"(\d+)")


def read_history(arguments: Sequence[str], *, by_name: bool = True) -> History:
    """Return the history of the articles that stored reports are on; a file that holds none does not stop the others.

    Args:
        arguments: files, or folders, whose `.json` and `.jsonl` files are read, subfolders included.
        by_name: whether the reports follow one another by the names of their files, numbers in them by their value;
            else in the order of the arguments, by name within a folder.
    """
    failures: list[Failure] = []
    files = list(dict.fromkeys(path for argument in arguments for path in _files(argument, failures)))
    if by_name:
        files.sort(key=_rank)
    found: list[tuple[str, Report]] = []
    for path in files:
        name = shown(str(path))
        try:
            found += [(name, report.model_copy(update={"body": None})) for report in read_reports(path)]
        except SeoAuditError as error:
            failures.append(Failure(source=name, message=str(error)))
    return history_of(found, failures)


def _files(argument: str, failures: list[Failure]) -> Iterator[Path]:
    path = Path(argument)
    if not path.is_dir():
        yield path
        return
    inside = sorted((p for p in path.rglob("*") if is_stored(p) and p.is_file() and not _hidden(p, path)), key=_rank)
    if not inside:
        message = f"Le dossier « {shown(argument)} » ne contient aucun rapport (.json, .jsonl)."
        failures.append(Failure(source=shown(argument), message=message))
    yield from inside


def _hidden(path: Path, top: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(top).parts)


def _rank(path: Path) -> list[tuple[int, int, str]]:
    """Return what orders paths as a reader would: "v2" before "v10"."""
    parts = _DIGITS.split(path.as_posix())
    return [(0, int(p), "") if n % 2 else (1, 0, p) for n, p in enumerate(parts)]
