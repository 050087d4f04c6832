"""Terminal text: one article with all that an editor wants, several with their findings and a summary."""

from __future__ import annotations

from collections.abc import Iterator

from seoaudit.report.batch import Batch, Look
from seoaudit.report.terminal import render_report


def render(batch: Batch, look: Look) -> Iterator[str]:
    """Yield the report of the article named by itself."""
    for report in batch:
        yield render_report(report, colour=look.colour, width=look.width)
