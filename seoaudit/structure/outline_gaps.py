"""What each section of an outline lacks for the article's target, with the prompts that ask for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from seoaudit.french.analysis import Analysis
from seoaudit.structure.gaps import SectionText, plan_gaps
from seoaudit.structure.outline_model import Plan, Section

# Words that a lead can still take.
LEAD_GROWTH = 30


def with_gaps(sections: list[Section], analysis: Analysis, plan: Plan) -> list[Section]:
    """Spread the missing words over the sections, with prompts for each."""
    missing = max(0, (plan.min_words or 0) - analysis.word_count)
    if not missing or not sections:
        return sections
    linked = [b for b in analysis.article.blocks if b.links]
    opening = _openings(sections)
    texts = [
        SectionText(s.heading or "", s.parses, sum(len(b.links) for b in linked if s.start <= b.start < s.end))
        for s in sections
    ]
    gaps = plan_gaps(texts, missing=missing, keyphrase=plan.keyphrase, title=plan.title)
    words_by_section = _spare_openings(opening, [g.words for g in gaps])
    return [
        replace(s, missing_words=n, prompts=tuple(g.prompts))
        for s, g, n in zip(sections, gaps, words_by_section, strict=True)
    ]


def _openings(sections: Sequence[Section]) -> list[bool]:
    """For each section, whether it only opens what follows: the lead, and what stands above the first subsection."""
    levels = [s.level for s in sections]
    return [after > here for here, after in zip(levels, [*levels[1:], 0], strict=True)]


def _spare_openings(opening: Sequence[bool], missing: Sequence[int]) -> list[int]:
    """Move to the other sections that are to grow what an opening cannot take."""
    out = list(missing)
    others = [i for i, n in enumerate(missing) if n and not opening[i]]
    if not others:
        return out
    excess = 0
    for i, n in enumerate(missing):
        if opening[i] and n > LEAD_GROWTH:
            excess += n - LEAD_GROWTH
            out[i] = LEAD_GROWTH
    for n, i in enumerate(others):
        out[i] += excess // len(others) + (n < excess % len(others))
    return out
