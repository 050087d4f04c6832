"""What is left to the human once a draft is made: the list at its end."""

from __future__ import annotations

from typing import Literal

from seoaudit.assessment.result import Judgement
from seoaudit.report.labels import label
from seoaudit.report.reasons import outline_reason
from seoaudit.structure.outline import Outline, Section

MOST = 8
OPENING = 4  # words by which a section without heading is named


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
    for finding in [f for f in judgement.findings if f.points_lost > 0 and f.rule not in known][:MOST]:
        items.append(finding.message)
        if finding.rule == "LON001":
            items += _length_plan(outline, lang)
    return items


def _length_plan(outline: Outline, lang: Literal["fr", "en"]) -> list[str]:
    """Return the line that shares out the missing words over the sections; none where there is but one."""
    parts = []
    for n, section in enumerate(outline.sections):
        if section.missing_words and len(outline.sections) > 1:
            opening = n == 0 and not section.level
            name = section.heading or _first_words(section)
            parts.append(
                label("check_length_lead", lang, n=section.missing_words)
                if opening
                else label("check_length_part", lang, name=name, n=section.missing_words)
            )
    return [label("check_length", lang, parts=", ".join(parts))] if parts else []


def _first_words(section: Section) -> str:
    """Return how a section without heading begins."""
    words = section.parses[0].text.split() if section.parses else []
    return " ".join(words[:OPENING]) + ("…" if len(words) > OPENING else "")
