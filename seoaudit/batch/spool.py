"""Reports of a run on disk, so that thousands take no memory: written as they come, read in the order of inputs."""

from __future__ import annotations

import tempfile
import zlib
from collections.abc import Callable, Iterator

from pydantic import ValidationError

from seoaudit.report.body import Body
from seoaudit.report.model import Report


class Spool:
    """Packed reports in a file without a name, which is gone with the process."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="seoaudit-")  # noqa: SIM115 -- lives as long as the run
        self._places: dict[int, tuple[int, int]] = {}
        self._end = 0

    def put(self, number: int, packed: bytes) -> None:
        """Keep the report of an input."""
        self._file.seek(self._end)
        self._file.write(packed)
        self._places[number] = (self._end, len(packed))
        self._end += len(packed)

    def get(self, number: int) -> Report | None:
        """Return the report of an input; None where it gave none."""
        if number not in self._places:
            return None
        start, length = self._places[number]
        self._file.seek(start)
        return unpack(self._file.read(length))

    def first(self, count: int) -> Reports:
        """Return the reports of the first inputs, to be read as often as wanted."""
        return Reports(self, range(count))

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Report]:
        return (report for n in sorted(self._places) if (report := self.get(n)) is not None)


class Reports:
    """Reports of a spool, each as it is to be shown.

    Args:
        spool: where they are.
        numbers: which of them, in order.
        views: what is made of each on its way out, one after the other.
    """

    def __init__(self, spool: Spool, numbers: range, views: tuple[Callable[[Report], Report], ...] = ()) -> None:
        self._spool, self._numbers, self._views = spool, numbers, views

    def seen(self, view: Callable[[Report], Report]) -> Reports:
        """Return the same reports through one more view."""
        return Reports(self._spool, self._numbers, (*self._views, view))

    def __iter__(self) -> Iterator[Report]:
        for number in self._numbers:
            report = self._spool.get(number)
            if report is not None:
                for view in self._views:
                    report = view(report)
                yield report


def pack(report: Report) -> bytes:
    """Return a report as compressed JSON: a line of its own, and one of the text that goes with it."""
    body = "" if report.body is None else report.body.model_dump_json()
    return zlib.compress(f"{report.model_dump_json()}\n{body}".encode(), 6)


def unpack(packed: bytes) -> Report:
    """Return the report behind its compressed JSON.

    Raises:
        zlib.error: it is not compressed JSON.
        pydantic.ValidationError: the JSON is no report of this version.
    """
    text, _, body = zlib.decompress(packed).partition(b"\n")
    report = Report.model_validate_json(text)
    return report.model_copy(update={"body": Body.model_validate_json(body)}) if body else report


def renamed(packed: bytes, source: str) -> bytes | None:
    """Return a packed report for an article of another name; None where it is no report of this version."""
    try:
        report = unpack(packed)
    except (zlib.error, ValidationError):
        return None
    return packed if report.source == source else pack(report.model_copy(update={"source": source}))
