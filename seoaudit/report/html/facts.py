"""The measures that the page shows, in words and numbers as a reader writes them."""

from __future__ import annotations

from dataclasses import dataclass

from seoaudit.report.measures import SHOWN_MEASURES, measure_text
from seoaudit.report.model import Report
from seoaudit.report.rule_words import measure_name


@dataclass(frozen=True, slots=True)
class Fact:
    """A measure: its name, and its value or why it has none."""

    name: str
    value: str
    known: bool


def facts_of(report: Report) -> tuple[Fact, ...]:
    """Return the measures an editor looks at first, in the order of the terminal report."""
    return tuple(
        Fact(measure_name(n, report.lang), measure_text(n, report.measures[n], report.lang), value is not None)
        for n in SHOWN_MEASURES
        if n in report.measures
        for value in (report.measures[n].value,)
    )
