"""Words what comments in an article silence, for the formats made for people."""

from __future__ import annotations

from seoaudit.report.labels import label
from seoaudit.report.model import Report


def silenced(report: Report) -> str:
    """Return the rules that comments silence, and what the score would be without them; "" where there are none."""
    if not report.suppressed:
        return ""
    lang = report.lang
    rules = [
        label("suppressed_whole" if s.whole_article else "suppressed_one", lang, rule=s.rule, n=len(s.spans))
        for s in report.suppressed
    ]
    said = label("suppressed", lang, rules=", ".join(rules))
    without = report.score_unsuppressed
    return said if without is None else f"{said} {label('suppressed_score', lang, score=without)}"
