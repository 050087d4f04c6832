"""Questions about what a section lacks: no figure, no cause, no example, nobody who speaks, no date, no source.

They come after the questions about what the section does hold, which are more precise. They suit any subject: what they
say is missing has been looked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from seoaudit.french.parse import Parsed
from seoaudit.structure.claim_base import Place, load_yaml, pattern
from seoaudit.structure.claim_dates import absolute_date
from seoaudit.structure.gap_prompts import Candidate
from seoaudit.structure.gap_story import Story

# What a section lacks and the others have stands out: added to the weight in proportion to their share.
DISTINCTION = 0.04
# How the targets of these questions begin.
LACK = "lack "
# Orders to the reader, without which there are no steps to ask for.
_ORDERS = re.compile(
    r"\b(?:il faut|il suffit|(?:vous )?(?:devez|pouvez)|veillez|pensez)\b|(?:^|[.!?] )\w{3,}ez\b", re.IGNORECASE
)
# Words of somebody who was there, or who speaks for the house: they are their own source.
_LIVED = re.compile(r"\b(?:je|j'|nous|notre|nos|mon|ma|mes|madame, monsieur)\b", re.IGNORECASE)
# What a reader may want to check: shares, sums, large numbers, what the law or studies are said to say.
_CHECKABLE = re.compile(
    r"\d\s?%|\d\s?(?:€|euros?)\b|\d[\s\d]{3,}\d|\bmilliers?\b|\bmillions?\b|\bmilliards?\b"
    r"|\b(?:loi|décret|norme|règlement|études?|recherches?|scientifiques?|médecins?|chercheurs?|experts?)\b",
    re.IGNORECASE,
)
# A title that makes its reader expect an answer.
_ASKING = re.compile(r"\?|\b(?:comment|pourquoi|combien|quand|quel(?:le)?s?|faut-il|peut-on)\b", re.IGNORECASE)
_SERIES = re.compile(r"\w+, [^.,;:!?]{2,40}(?:, [^.,;:!?]{2,40})? (?:et|ou) \w+")
# How the names begin of what is asked of a section that only opens others.
OPENING = "opening_"


def lack_questions(story: Story, links: Sequence[int], opening: Sequence[bool]) -> Iterator[tuple[int, Candidate]]:
    """Yield the questions about what each section lacks, with the section.

    Args:
        story: the article.
        links: number of links in each section.
        opening: whether a section only opens others (a lead): it needs neither figures nor examples.
    """
    parts = [story.paragraphs[a:b] for a, b in zip(story.starts, story.starts[1:], strict=False)]
    for name, lack in _lacks().items():
        weight = lack[story.genre]
        if not weight or (name == "steps" and (not story.instructive or story.announces("heading_steps"))):
            continue
        if name == "opening_answer" and not (story.instructive or _ASKING.search(story.title)):
            continue
        holds = [_holds(name, story, n, part) or (name == "source" and links[n] > 0) for n, part in enumerate(parts)]
        bonus = DISTINCTION * sum(holds) / max(1, len(parts))
        for n, part in enumerate(parts):
            if part and not holds[n] and opening[n] is name.startswith(OPENING):
                end = len(part[-1].text)
                place = Place(story.starts[n + 1] - 1, end, end)  # after anything the section holds
                for form in lack["ask"]:
                    yield (
                        n,
                        Candidate(
                            weight + bonus,
                            place,
                            lack["kind"],
                            f"{LACK}{name} {n}",
                            form["fr"],
                            form["en"],
                            {"section": str(n)},
                        ),
                    )


def _holds(name: str, story: Story, n: int, part: Sequence[Parsed]) -> bool:
    """Whether a section holds what a kind of question would ask for."""
    if name.startswith(OPENING):
        return False
    if name == "voice":
        first = story.starts[n]
        told = any(
            story.attributed(first + p, s) for p, parsed in enumerate(part) for s in range(len(parsed.sentences))
        )
        return told or _named(part, "PER") or any(story.section_of[q.place.paragraph] == n for q in story.quotations)
    if name == "place":
        return _named(part, "LOC")
    if name == "next":
        return _to_come(part)
    if name == "date":
        return _to_come(part) or any(_TEXTUAL[name](p.text) or pattern("dated").search(p.text) for p in part)
    if name == "example":
        return any(t.entity or t.pos == "NUM" for parsed in part for t in parsed.tokens) or _enumerates(part)
    if name == "steps":
        return not any(_ORDERS.search(p.text) for p in part) or any(_TEXTUAL[name](p.text) for p in part)
    if name == "source":
        return _needs_no_source(story, n, part)
    return any(_TEXTUAL[name](parsed.text) for parsed in part)


def _to_come(part: Sequence[Parsed]) -> bool:
    """Whether a section speaks of what is still to come: nothing happened that could be dated."""
    return any("Tense=Fut" in t.morph for parsed in part for t in parsed.tokens)


def _enumerates(part: Sequence[Parsed]) -> bool:
    """Whether a section names three things in a row, which stand for an example."""
    return any(_SERIES.search(parsed.text) for parsed in part)


def _needs_no_source(story: Story, n: int, part: Sequence[Parsed]) -> bool:
    """Whether a section names its source, tells what its author lived, quotes somebody, or holds nothing to check."""
    if any(_TEXTUAL["source"](p.text) or _LIVED.search(p.text) for p in part):
        return True
    if any(story.section_of[q.place.paragraph] == n for q in story.quotations):
        return True
    return not any(_CHECKABLE.search(p.text) for p in part)


def _named(part: Sequence[Parsed], entity: str) -> bool:
    return any(t.entity == entity for parsed in part for t in parsed.tokens)


def _matches(name: str) -> Callable[[str], bool]:
    return lambda text: pattern(name).search(text) is not None


_TEXTUAL: Mapping[str, Callable[[str], bool]] = {
    "date": lambda text: absolute_date().search(text) is not None,
    "effect": _matches("answer_effect"),
    "example": _matches("answer_example"),
    "figure": _matches("answer_figure"),
    "limit": _matches("limited"),
    "source": _matches("according"),
    "steps": _matches("stepwise"),
}


@cache
def _lacks() -> Mapping[str, Mapping[str, Any]]:
    """Return what a section may lack, by name (`data/gap_lacks.yaml`)."""
    data: Mapping[str, Mapping[str, Any]] = load_yaml("gap_lacks.yaml")
    return data
