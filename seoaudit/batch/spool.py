"""Reports of a run on disk, so that thousands take no memory: written as they come, read in the order of inputs."""

from __future__ import annotations

import tempfile
import zlib
from collections.abc import Callable, Iterator

from pydantic import ValidationError
from pydantic_core import to_json

from seoaudit.report.body import Body
from seoaudit.report.model import SCHEMA_VERSION, Report


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

    def get(self, number: int, *, text: bool = True) -> Report | None:
        """Return the report of an input, with the text that goes with it if wanted; None where it gave none."""
        if number not in self._places:
            return None
        start, length = self._places[number]
        self._file.seek(start)
        return unpack(self._file.read(length), text=text)

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
        text: whether the text that goes with each is wanted.
    """

    def __init__(
        self, spool: Spool, numbers: range, views: tuple[Callable[[Report], Report], ...] = (), *, text: bool = True
    ) -> None:
        self._spool, self._numbers, self._views, self._text = spool, numbers, views, text

    def seen(self, view: Callable[[Report], Report]) -> Reports:
        """Return the same reports through one more view."""
        return Reports(self._spool, self._numbers, (*self._views, view))

    def without_text(self) -> Reports:
        """Return the same reports without their texts, which take half the time to read; views may need them."""
        return self if self._views else Reports(self._spool, self._numbers, text=False)

    def __iter__(self) -> Iterator[Report]:
        for number in self._numbers:
            report = self._spool.get(number, text=self._text)
            if report is not None:
                for view in self._views:
                    report = view(report)
                yield report


def pack(report: Report) -> bytes:
    """Return a report as compressed JSON: a line of its own, and one of the text that goes with it."""
    body = "" if report.body is None else report.body.model_dump_json()
    return zlib.compress(f"{report.model_dump_json()}\n{body}".encode(), 6)


def unpack(packed: bytes, *, text: bool = True) -> Report:
    """Return the report behind its compressed JSON.

    Args:
        packed: what `pack` returned.
        text: whether the text that goes with it is wanted.

    Raises:
        zlib.error: it is not compressed JSON.
        pydantic.ValidationError: the JSON is no report of this version.
    """
    line, _, body = zlib.decompress(packed).partition(b"\n")
    report = Report.model_validate_json(line)
    return report.model_copy(update={"body": Body.model_validate_json(body)}) if body and text else report


def renamed(packed: bytes, source: str) -> bytes | None:
    """Return a packed report for an article of another name; None where it is no report of this version."""
    try:
        # Compressed data that is not whole does not unfold, and every report of this version begins so.
        if zlib.decompress(packed).startswith(_beginning(source)):
            return packed
        report = unpack(packed)
    except (zlib.error, ValidationError):
        return None
    return pack(report.model_copy(update={"source": source}))


def _beginning(source: str) -> bytes:
    """Return how the JSON of a report of an article begins."""
    return f'{{"schema_version":"{SCHEMA_VERSION}","source":{to_json(source).decode()},'.encode()
