"""The outline: the author's sections where there are headings, proposed ones where headings are missing.

An article without subheadings is cut into sections; one that has them keeps them, and proposals are made only inside
parts that run on too long without any. The first paragraph of an untitled article stays above the first heading, as
its lead. Nothing is cut inside a list, a quotation or a table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from seoaudit.article.model import Block, BlockKind
from seoaudit.french.analysis import AnalysedBlock, Analysis
from seoaudit.keyphrases import Keyphrase
from seoaudit.structure.headings import propose
from seoaudit.structure.outline_gaps import with_gaps
from seoaudit.structure.outline_model import Outline, Plan, Section
from seoaudit.structure.outline_review import REPLACEABLE, review
from seoaudit.structure.outline_words import own_words
from seoaudit.structure.seg_rules import is_interview
from seoaudit.structure.segmentation import Break
from seoaudit.structure.units import Unit, divide, follows_freely, units_of

__all__ = ["Outline", "Plan", "Section", "build_outline"]

# What a new section should hold, a little above the median of published ones (139 words over 3,142 French sections).
USUAL_SECTION = 170
# Below this many words an article reads well without subheadings, and none is proposed unless a target asks for more.
SHORTEST_DIVIDED = 250
# With a target, or a number of sections asked for, a text of this many words can be divided.
SHORTEST_PLANNED = 100
# A lead is one paragraph; a longer first paragraph is text like the rest, unless it makes up the first section.
LONGEST_LEAD = 120
# A lead cut from a giant paragraph has the sentences that make this many words.
SHORTEST_LEAD = 25
# What stays of the first section under its own heading must be worth one.
SHORTEST_SECTION = 30
# A subsection of fewer words is a paragraph, and needs no heading of its own.
SHORTEST_SUBSECTION = 60
DEEPEST = 3
# The least score of a subsection's heading. Of 66 read blind by two readers, those of a higher score would be printed
# after a small change at most in .64, and .05 were wrong; of the others .30, and .20 were wrong.
LEAST_OF_SUBHEADING = 0.66


@dataclass(frozen=True, slots=True)
class _Part:
    """Blocks between two of the author's headings."""

    heading: Block | None
    blocks: tuple[Block, ...]
    first: int  # index of its first block among the article's


def build_outline(analysis: Analysis, plan: Plan, keyphrases: Sequence[Keyphrase] = ()) -> Outline:
    """Return the outline of an article.

    Args:
        analysis: the article, parsed.
        plan: what the editor wants.
        keyphrases: the article's key phrases, best first; their places are into `analysis.prose`.
    """
    parts = _parts(analysis.article.blocks)
    analysed = {b.index: b for b in analysis.blocks}
    titled = any(p.heading is not None for p in parts)
    sections: list[Section] = []
    for part in parts:
        units = units_of(analysis.article, part.blocks, part.first, analysed)
        sections += _existing(part, units, plan) if titled else _untitled(units, analysis.word_count, plan)
    if titled:
        sections = _with_remarks(sections, analysis, plan)
    sections = _without_stubs(_with_headings(sections, plan, analysis.article.source), plan)
    sections = _with_own_words(_with_keyphrases(sections, analysis, keyphrases), plan)
    sections = with_gaps(sections, analysis, plan)
    reason = _reason(sections, analysis.word_count, titled=titled)
    asked = reason == "undivided" and is_interview([p for s in sections for p in s.parses])
    return Outline(tuple(sections), "interview" if asked else reason)


def _reason(sections: Sequence[Section], words: int, *, titled: bool) -> str:
    """Return why no section is proposed, "" where one is."""
    if any(not s.existing and s.level for s in sections):
        return ""
    if titled:
        return "reviewed" if any(s.remarks for s in sections) else "kept"
    return "short" if words < SHORTEST_DIVIDED else "undivided"


def _parts(blocks: Sequence[Block]) -> list[_Part]:
    """Cut the blocks at the author's subheadings; titles (level 1) and old prompts belong to no part's text."""
    parts: list[_Part] = []
    heading: Block | None = None
    own: list[Block] = []
    first = 0
    for i, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING and block.level > 1:
            if own or heading is not None:
                parts.append(_Part(heading, tuple(own), first))
            heading, own, first = block, [], i + 1
        elif block.kind is BlockKind.HEADING and not own:
            first = i + 1
        else:
            own.append(block)
    return [*parts, _Part(heading, tuple(own), first)] if own or heading is not None else parts


def _section(
    units: Sequence[Unit], *, level: int, heading: str | None = None, start: int | None = None, cut: Break | None = None
) -> Section:
    """Return a section made of units."""
    return Section(
        level,
        heading,
        existing=start is not None,
        start=units[0].start if start is None else start,
        end=units[-1].end,
        words=sum(u.words for u in units),
        parses=tuple(p for u in units for p in u.parses),
        confidence=cut.confidence if cut else None,
        cut=cut,
    )


def _untitled(units: Sequence[Unit], words: int, plan: Plan) -> list[Section]:
    """Return a lead and proposed sections of level 2, or the whole as one part when it needs none."""
    wanted = plan.sections or _planned(words, plan)
    if not units:
        return []
    if words < (SHORTEST_DIVIDED if wanted is None else SHORTEST_PLANNED):
        return [_section(units, level=0)]
    # The number or the length of sections that the editor asks for is final.
    free = plan.sections is None and plan.section_words is None
    if free and is_interview([p for u in units for p in u.parses]):
        return [_section(units, level=0)]  # the questions divide it
    starts, breaks = divide(units, sections=wanted, section_words=plan.section_words)
    if len(starts) == 1 and plan.sections != 1:
        return [_section(units, level=0)]
    pieces = [units[a:b] for a, b in zip(starts, [*starts[1:], len(units)], strict=True)]
    whole = [
        *_lead(pieces[0]),
        *((_section(p, level=2, cut=breaks.get(s)), p) for s, p in zip(starts[1:], pieces[1:], strict=True)),
    ]
    return [
        part
        for section, own in whole
        for part in (_divided(section, own, plan) if section.level and free else [section])
    ]


def _planned(words: int, plan: Plan) -> int | None:
    """Return the number of sections that the target asks for, None where today's length decides.

    A target that is itself short of what reads well in one piece asks for none.
    """
    if not plan.min_words or plan.min_words <= words or plan.min_words < SHORTEST_DIVIDED:
        return None
    return max(2, round(plan.min_words / USUAL_SECTION))


def _lead(units: Sequence[Unit]) -> list[tuple[Section, Sequence[Unit]]]:
    """Cut the lead off the first section when what remains is worth a heading; return both with their units."""
    if units[0].words > LONGEST_LEAD:
        return [(_section(units, level=2 if len(units) > 1 else 0), units)]
    first = 1
    while units[0].sentence and first < len(units) and sum(u.words for u in units[:first]) < SHORTEST_LEAD:
        first += 1
    while first < len(units) and not follows_freely(units[first - 1], units[first]):
        first += 1
    lead, rest = units[:first], units[first:]
    if sum(u.words for u in rest) < SHORTEST_SECTION or not units[0].can_be_lead or not rest[0].may_begin:
        return [(_section(units, level=0), units)]
    return [(_section(lead, level=0), lead), (_section(rest, level=2), rest)]


def _existing(part: _Part, units: Sequence[Unit], plan: Plan) -> list[Section]:
    """Return the author's section, and proposals one level down inside it where it runs on too long."""
    level = part.heading.level if part.heading else 0
    if part.heading is None:
        own = Section(0, None, False, part.blocks[0].start, part.blocks[-1].end, 0, ())
    else:
        own = Section(level, part.heading.text, True, part.heading.start, part.heading.end, 0, ())
    if not units:
        return [own]
    whole = replace(_section(units, level=level, heading=own.heading, start=own.start), existing=own.existing)
    return _divided(whole, units, plan)


def _divided(section: Section, units: Sequence[Unit], plan: Plan) -> list[Section]:
    """Return a section with proposals one level down inside it where it runs on too long and its subject turns.

    What comes first stays directly under its own heading.
    """
    under = max(section.level, 1) + 1
    if section.words <= plan.long_section or under > DEEPEST:
        return [section]
    found, breaks = divide(units, sections=None, section_words=plan.section_words)
    starts = _worth_a_heading(found, [u.words for u in units])
    if len(starts) == 1:
        return [section]
    pieces = [units[a:b] for a, b in zip(starts, [*starts[1:], len(units)], strict=True)]
    first = _section(pieces[0], level=section.level)
    above = replace(section, end=first.end, words=first.words, parses=first.parses)
    return [above, *(_section(p, level=under, cut=breaks.get(s)) for s, p in zip(starts[1:], pieces[1:], strict=True))]


def _worth_a_heading(starts: Sequence[int], words: Sequence[int]) -> list[int]:
    """Return the starts (0 first) without those that leave a subsection of a few words: it stays with the one before.

    What would stand alone above the first subsection goes on into it.
    """
    out = [0]
    for a, b in pairwise([*starts[1:], len(words)]):
        if sum(words[a:b]) >= SHORTEST_SUBSECTION and sum(words[out[-1] : a]) >= SHORTEST_SUBSECTION:
            out.append(a)
    return out


def _with_remarks(sections: list[Section], analysis: Analysis, plan: Plan) -> list[Section]:
    """Give the author's sections what is to be said of them; a section counts with what is proposed inside it."""
    words: dict[int, int] = {}
    start = -1
    for section in sections:
        start = section.start if section.existing or start < 0 else start
        words[start] = words.get(start, 0) + section.words
    remarks = review(analysis.article, words, plan.long_section)
    return [replace(s, remarks=remarks.get(s.start, ())) if s.existing or not s.level else s for s in sections]


def _with_headings(sections: list[Section], plan: Plan, source: str) -> list[Section]:
    """Give the untitled sections their proposals, and others to the headings that another would mend.

    The sections with good headings are read along, so that proposals tell them apart.
    """
    wanted = [(s.level and not s.existing) or any(r.kind in REPLACEABLE for r in s.remarks) for s in sections]
    if not any(wanted):
        return sections
    proposals = propose([s.parses for s in sections], title=plan.title, keyphrase=plan.keyphrase)
    curly = source.count("’") > source.count("'")
    taken = {s.heading.casefold() for s in sections if s.heading}
    out = []
    for section, own, asked in zip(sections, proposals, wanted, strict=True):
        if not asked:
            out.append(section)
            continue
        least = LEAST_OF_SUBHEADING if section.level == DEEPEST and not section.existing else 0.0
        texts = [typeset(p.text, curly=curly) for p in own if p.score >= least]
        texts = [t for t in texts if t.casefold() not in taken]
        if section.existing:
            out.append(replace(section, alternatives=tuple(texts[:2])))
            continue
        taken.update(t.casefold() for t in texts[:1])
        out.append(replace(section, heading=texts[0] if texts else None, alternatives=tuple(texts[1:3])))
    return out


def _without_stubs(sections: Sequence[Section], plan: Plan) -> list[Section]:
    """Leave out the subsections that no heading was found for, where what is before them can take their text."""
    out: list[Section] = []
    for section in sections:
        before = out[-1] if out else None
        untitled = section.heading is None and section.level == DEEPEST and not section.existing
        if untitled and before is not None and before.words + section.words <= plan.long_section:
            parses = (*before.parses, *section.parses)
            out[-1] = replace(before, end=section.end, words=before.words + section.words, parses=parses)
        else:
            out.append(section)
    return out


def typeset(text: str, *, curly: bool) -> str:
    """Return a normalised phrase as French sets it: no-break spaces inside guillemets and numbers, ’ where `curly`."""
    text = re.sub(r"(?<=«) | (?=[»:;!?%€])|(?<=\d) (?=\d{3}\b)", "\u00a0", text)
    return text.replace("'", "’") if curly else text


def _with_keyphrases(sections: list[Section], analysis: Analysis, keyphrases: Sequence[Keyphrase]) -> list[Section]:
    """Give each section the key phrases that occur in it."""
    prose: Sequence[AnalysedBlock] = analysis.prose
    places = [(k.text, [prose[i].to_source(a, b)[0] for i, a, b in k.occurrences]) for k in keyphrases]
    out = []
    for section in sections:
        here = [t for t, at in places if any(section.start <= p < section.end for p in at)]
        in_heading = [t for t in here if section.heading and t.casefold() in section.heading.casefold()]
        rest = [t for t in here if t not in in_heading]
        out.append(replace(section, keyphrases=tuple([*in_heading, *rest][:5])))
    return out


def _with_own_words(sections: list[Section], plan: Plan) -> list[Section]:
    """Give the sections for which no heading was good enough the words that tell them from the others."""
    if all(s.heading or not s.level for s in sections):
        return sections
    found = own_words([s.parses for s in sections], plan.title)
    return [s if s.heading or not s.level else replace(s, own_words=w) for s, w in zip(sections, found, strict=True)]
