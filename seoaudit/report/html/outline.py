"""The outline before and after: the author's headings beside the draft's."""

from __future__ import annotations

from dataclasses import dataclass

from seoaudit.report.body import Body
from seoaudit.report.model import OutlineEntry

HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Section:
    """A section of today's article: its heading, None for what stands above the first, and the words under it."""

    heading: str | None
    level: int
    words: int


@dataclass(frozen=True, slots=True)
class Outlines:
    """The sections of today, and those of the draft.

    Attributes:
        before: as the author made them.
        after: with proposals; empty where the outline proposes nothing new.
        most: words of the longest section with what is missing: the scale of the bars.
    """

    before: tuple[Section, ...]
    after: tuple[OutlineEntry, ...]
    most: int


def outlines_of(body: Body, outline: list[OutlineEntry]) -> Outlines:
    """Return the outline before and after; the article's main heading is its title, and no section."""
    before = [Section(None, 0, 0)]
    for block in body.blocks:
        if block.kind == HEADING and block.level > 1:
            before.append(Section(block.text, block.level, 0))
        else:
            last = before[-1]
            before[-1] = Section(last.heading, last.level, last.words + block.words)
    kept = tuple(s for s in before if s.heading is not None or s.words)
    proposes = any(e.level and not e.existing for e in outline)
    after = tuple(outline) if proposes else ()
    sizes = [s.words for s in kept] + [e.words + e.missing_words for e in outline]
    return Outlines(kept, after, max(sizes, default=0))
