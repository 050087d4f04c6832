"""Heading proposals: for each section, phrases of its own that an editor can print above it.

Three steps, each in its own module: the phrases that can stand as a French heading (`heading_forms`), what the section
is about (`heading_subject`), and the choice among the phrases that pass, over the whole article (`heading_choice`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seoaudit.french.parse import Parsed, parse_paragraphs
from seoaudit.structure.heading_choice import Candidate, choose
from seoaudit.structure.heading_phrase import headline


@dataclass(frozen=True, slots=True)
class HeadingProposal:
    """A proposed heading.

    Attributes:
        text: the heading, capital first, no final stop.
        score: how sure it is to be kept, 0 to 1.
        construction: what it is grammatically: "noun_group", "coordination", "infinitive", "imperative",
            "indirect_question", "question", "role" or "statement".
        stems: the word families that speak for it and their chance (0 to 1) to be in an editor's heading, best first.
        paragraph: index of the paragraph of the section its words come from.
        start: offset of those words in the paragraph's normalised text.
        end: offset just after them.
    """

    text: str
    score: float
    construction: str
    stems: tuple[tuple[str, float], ...]
    paragraph: int
    start: int
    end: int


def propose(
    sections: Sequence[Sequence[Parsed]],
    top: int = 3,
    *,
    title: str = "",
    keyphrase: str | None = None,
    apostrophe: str = "'",
) -> list[list[HeadingProposal]]:
    """Propose headings for the sections of one article, from parses already made.

    Args:
        sections: the parsed paragraphs of each section, in order; all sections of the article, so that proposals tell
            them apart.
        top: proposals wanted for each section, the best first.
        title: the article's title; a heading that only repeats it is avoided.
        keyphrase: the article's key phrase; preferred in one or two headings where the text bears it.
        apostrophe: the apostrophe to print, as the article writes it.

    Returns:
        One list for each section, empty where no phrase is good enough. First proposals are all different.
    """
    chosen = choose(sections, top, title=title, keyphrase=keyphrase)
    return [[_proposal(c, section, apostrophe) for c in own] for section, own in zip(sections, chosen, strict=True)]


def propose_headings(
    sections: list[list[str]], top: int = 3, *, title: str = "", keyphrase: str | None = None
) -> list[list[str]]:
    """Propose headings for the sections of one article.

    Args:
        sections: the paragraphs of each section, as typed, in order.
        top: proposals wanted for each section.
        title: the article's title.
        keyphrase: the article's key phrase.

    Returns:
        One list for each section, best first; empty where no phrase is good enough.

    Raises:
        ModelError: the French model is missing or of another version.
    """
    parses = iter(parse_paragraphs([p for section in sections for p in section]))
    parsed = [[next(parses) for _ in section] for section in sections]
    typed = "".join(p for section in sections for p in section)
    apostrophe = "’" if typed.count("’") > typed.count("'") else "'"
    found = propose(parsed, top, title=title, keyphrase=keyphrase, apostrophe=apostrophe)
    return [[p.text for p in own] for own in found]


def _proposal(candidate: Candidate, section: Sequence[Parsed], apostrophe: str) -> HeadingProposal:
    form, tokens = candidate.form, section[candidate.paragraph].tokens
    return HeadingProposal(
        headline(form).replace("'", apostrophe),
        round(candidate.score, 3),
        form.construction,
        tuple(sorted(((k, round(v, 3)) for k, v in candidate.stems), key=lambda kv: (-kv[1], kv[0]))),
        candidate.paragraph,
        tokens[form.first].start,
        tokens[form.end - 1].end,
    )
