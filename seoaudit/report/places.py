"""A finding place by place, for the formats that put each on its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from seoaudit.assessment.result import Finding, Span
from seoaudit.report.model import Report

# Where a finding on the whole article is shown.
_TOP = Span(start=0, end=0, line=1, column=1, end_line=1, end_column=1)


class Spot(NamedTuple):
    """A finding at one of its places, the number of that place, or on the whole article: then the number is 0."""

    finding: Finding
    span: Span
    fingerprint: str
    number: int

    @property
    def said(self) -> str:
        """The finding's message, and which of its places this is where it has several."""
        several = len(self.finding.spans) > 1
        return f"{self.finding.message} [{self.number}/{len(self.finding.spans)}]" if several else self.finding.message


def spots(report: Report) -> Iterator[Spot]:
    """Yield the findings of a report at each of their places, in the order of the report."""
    yield from _spots(report.findings)


def silenced_spots(report: Report) -> Iterator[Spot]:
    """Yield what comments silence at each of its places, in the order of the rules."""
    yield from _spots(report.suppressed)


def _spots(findings: Iterable[Finding]) -> Iterator[Spot]:
    for finding in findings:
        for number, span in enumerate(finding.spans, 1):
            yield Spot(finding, span, span.fingerprint, number)
        if not finding.spans:
            yield Spot(finding, _TOP, finding.fingerprint, 0)


def lines_of(finding: Finding, after: int = 0) -> list[int]:
    """Return the lines of a finding's places from number `after` on, each once, in the order of the text."""
    return sorted({s.line for s in finding.spans[after:]})


def on_one_line(text: str) -> str:
    """Return a text without line breaks or other control characters, which would end a line or steer a terminal."""
    return "".join(c if c.isprintable() or c in "\u00a0\u202f" else " " for c in " ".join(text.split("\n")))


def file_of(report: Report) -> str:
    """Return the name of a report's file for a format that asks for a path."""
    return "stdin" if report.source in {"", "-"} else report.source
