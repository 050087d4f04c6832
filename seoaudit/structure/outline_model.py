"""The outline as data: what the editor wants, the sections, and why there are none."""

from __future__ import annotations

from dataclasses import dataclass

from seoaudit.french.parse import Parsed
from seoaudit.structure.gaps import Prompt
from seoaudit.structure.outline_review import Remark
from seoaudit.structure.segmentation import Break


@dataclass(frozen=True, slots=True)
class Plan:
    """What the editor wants of the outline; see the settings of the same names."""

    min_words: int | None = None
    sections: int | None = None
    section_words: tuple[int, int] | None = None
    long_section: int = 300
    title: str = ""
    keyphrase: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the outline.

    Attributes:
        level: level of its heading, 2 to 6; 0 for the part above the first heading.
        heading: its heading, the author's or proposed; None for the lead and where no proposal was good enough.
        existing: whether the heading is the author's.
        start: offset in the source where the heading stands, or would be inserted.
        end: offset in the source just after the section's text.
        words: words of its own prose, subsections not included.
        parses: its paragraphs.
        missing_words: words still to write here for the article's target.
        alternatives: further proposals, best first.
        keyphrases: the article's key phrases that occur in it, those in its heading first.
        own_words: of a section without heading, words that tell it from the others, for one to be found.
        confidence: of the cut before it, 0 to 1; None where the author made it.
        cut: why the cut was made.
        prompts: questions for the one who expands it.
        remarks: what is to be said of the author's heading, or of a part without one that runs on.
    """

    level: int
    heading: str | None
    existing: bool
    start: int
    end: int
    words: int
    parses: tuple[Parsed, ...]
    missing_words: int = 0
    alternatives: tuple[str, ...] = ()
    keyphrases: tuple[str, ...] = ()
    own_words: tuple[str, ...] = ()
    confidence: float | None = None
    cut: Break | None = None
    prompts: tuple[Prompt, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections of an article in order, and why none were proposed when none were ("" otherwise)."""

    sections: tuple[Section, ...]
    reason: str = ""
