"""A report with some of its findings' places only: those that are new, or on lines that have changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from seoaudit.assessment.excerpt import around
from seoaudit.assessment.result import Finding, Span
from seoaudit.report.body import Body, Mark
from seoaudit.report.model import Report


class Narrowing(NamedTuple):
    """Which places of a finding are shown, and whether one on the whole article is."""

    place: Callable[[Finding, Span], bool]
    whole: Callable[[Finding], bool]


def narrowed(report: Report, to: Narrowing) -> Report:
    """Return a report with the places that are shown; score, points and measures stay those of the article."""
    findings, numbers = [], {}
    for finding in report.findings:
        kept = [n for n, span in enumerate(finding.spans) if to.place(finding, span)]
        if kept or (not finding.spans and to.whole(finding)):
            findings.append(_with_places(finding, kept, report.body))
            numbers[finding.rule] = {old: new for new, old in enumerate(kept)}
    left = {f.rule for f in findings}
    return report.model_copy(
        update={
            "findings": findings,
            "best_changes": [g for g in report.best_changes if g.rule in left],
            "body": None if report.body is None else _marked(report.body, numbers),
        }
    )


def _with_places(finding: Finding, kept: list[int], body: Body | None) -> Finding:
    excerpt = finding.excerpt if not kept or kept[0] == 0 else _excerpt(body, finding.rule, kept[0])
    left_out = finding.left_out + len(finding.spans) - len(kept)
    return finding.model_copy(
        update={"spans": [finding.spans[n] for n in kept], "excerpt": excerpt, "left_out": left_out}
    )


def _excerpt(body: Body | None, rule: str, number: int) -> str:
    """Return the words around a place of a finding, "" where no text holds it."""
    for block in body.blocks if body else ():
        for mark in block.marks:
            if (mark.rule, mark.number) == (rule, number):
                return around(block.text, mark.start, mark.end)
    return ""


def _marked(body: Body, numbers: dict[str, dict[int, int]]) -> Body:
    """Return a text with the marks of the places that are kept, under their new numbers."""

    def of(marks: list[Mark]) -> list[Mark]:
        return [
            m.model_copy(update={"number": numbers[m.rule][m.number]})
            for m in marks
            if m.number in numbers.get(m.rule, {})
        ]

    blocks = [
        b.model_copy(
            update={
                "marks": of(b.marks),
                "pictures": [p.model_copy(update={"marks": of(p.marks)}) for p in b.pictures],
            }
        )
        for b in body.blocks
    ]
    return body.model_copy(update={"blocks": blocks})
