"""What is left to the human once a draft is made: the list at its end."""

from __future__ import annotations

from typing import Literal

from seoaudit.assessment.result import Judgement
from seoaudit.report.labels import label
from seoaudit.report.reasons import outline_reason
from seoaudit.structure.outline import Outline

MOST = 8


def checklist_of(judgement: Judgement, outline: Outline, lang: Literal["fr", "en"]) -> list[str]:
    """Return what to check before publishing, what costs most points first.

    Args:
        judgement: of the draft, or of the article where the draft adds no heading.
        outline: the draft's sections.
        lang: language of the list.
    """
    proposed = sum(1 for s in outline.sections if s.heading and not s.existing)
    untitled = sum(1 for s in outline.sections if s.level and not s.heading and not s.existing)
    items = []
    if proposed:
        items.append(label("check_headings", lang, n=proposed))
    if untitled:
        items.append(label("check_untitled", lang, n=untitled))
    if outline.reason == "interview":
        items.append(outline_reason(outline.reason, lang))
    known = {"INT002"} if untitled else set()  # the headings to find are where sections are too long
    return [*items, *[f.message for f in judgement.findings if f.points_lost > 0 and f.rule not in known][:MOST]]
