"""Questions about what a section lacks: nobody who speaks in the news, no source for what can be checked.

They come after the questions about what the section does hold, which are more precise. What they say is missing has
been looked for, and is only asked for where the section gives cause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from seoaudit.french.parse import Parsed
from seoaudit.structure.claim_base import Place, load_yaml, pattern
from seoaudit.structure.gap_prompts import Candidate
from seoaudit.structure.gap_story import Story

# What a section lacks and the others have stands out: added to the weight in proportion to their share.
DISTINCTION = 0.04
# How the targets of these questions begin.
LACK = "lack "
# Words of somebody who was there, or who speaks for the house: they are their own source.
_LIVED = re.compile(r"\b(?:je|j'|nous|notre|nos|mon|ma|mes|madame, monsieur)\b", re.IGNORECASE)
# What a reader may want to check: shares, sums, large numbers, what the law or studies are said to say.
_CHECKABLE = re.compile(
    r"\d\s?%|\d\s?(?:€|euros?)\b|\d[\s\d]{3,}\d|\bmilliers?\b|\bmillions?\b|\bmilliards?\b"
    r"|\b(?:loi|décret|norme|règlement|études?|recherches?|scientifiques?|médecins?|chercheurs?|experts?)\b",
    re.IGNORECASE,
)


def lack_questions(story: Story, links: Sequence[int], opening: Sequence[bool]) -> Iterator[tuple[int, Candidate]]:
    """Yield the questions about what each section lacks, with the section.

    Args:
        story: the article.
        links: number of links in each section.
        opening: whether a section only opens others (a lead): nothing is missed there.
    """
    parts = [story.paragraphs[a:b] for a, b in zip(story.starts, story.starts[1:], strict=False)]
    for name, lack in _lacks().items():
        weight = lack[story.genre]
        if not weight:
            continue
        holds = [_holds(name, story, n, part) or (name == "source" and links[n] > 0) for n, part in enumerate(parts)]
        bonus = DISTINCTION * sum(holds) / max(1, len(parts))
        for n, part in enumerate(parts):
            if part and not holds[n] and not opening[n]:
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
    """Whether a section holds what a kind of question would ask for, or gives no cause to ask for it."""
    if name == "voice":
        first = story.starts[n]
        told = any(
            story.attributed(first + p, s) for p, parsed in enumerate(part) for s in range(len(parsed.sentences))
        )
        return told or _named(part, "PER") or story.voiced(n)
    return _needs_no_source(story, n, part)


def _needs_no_source(story: Story, n: int, part: Sequence[Parsed]) -> bool:
    """Whether a section names its source, tells what its author lived, quotes somebody, or holds nothing to check."""
    if story.voiced(n) or any(pattern("according").search(p.text) or _LIVED.search(p.text) for p in part):
        return True
    return not any(_CHECKABLE.search(p.text) for p in part)


def _named(part: Sequence[Parsed], entity: str) -> bool:
    return any(t.entity == entity for parsed in part for t in parsed.tokens)


@cache
def _lacks() -> Mapping[str, Mapping[str, Any]]:
    """Return what a section may lack, by name (`data/gap_lacks.yaml`)."""
    data: Mapping[str, Mapping[str, Any]] = load_yaml("gap_lacks.yaml")
    return data
