"""One line a place, as editors and grep read it: path:line:column RULE message."""

from __future__ import annotations

from collections.abc import Iterator

from seoaudit.report.batch import Batch, Look
from seoaudit.report.places import on_one_line, spots


def render(batch: Batch, look: Look) -> Iterator[str]:
    """Yield a line for each place of each finding; one about the whole article stands at 1:1."""
    del look
    for report in batch:
        for spot in sorted(spots(report), key=lambda s: (s.span.start, s.finding.rule)):
            place = f"{report.source or '-'}:{spot.span.line}:{spot.span.column}"
            yield on_one_line(f"{place} {spot.finding.rule} {spot.said}") + "\n"
