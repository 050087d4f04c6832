"""The question about what a section lacks: a source for what can be checked.

It comes after the questions about what sections do hold, which are more precise, and once in an article. That a source
is missing has been looked for, and is only asked for where the section gives cause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seoaudit.french.parse import Parsed
from seoaudit.structure.claim_base import Place, pattern
from seoaudit.structure.gap_prompts import Candidate, templates
from seoaudit.structure.gap_story import FIRST_PERSON, Story

# The more there is to check in a section, the better the question stands there: added to its weight for each.
EACH = 0.01
# How the targets of these questions begin.
LACK = "lack "
# Who writes a letter is their own source, as is who tells what they lived.
_GREETING = re.compile(r"\bmadame, monsieur\b", re.IGNORECASE)
# What a reader may want to check: shares, sums, large numbers, what the law or studies are said to say.
_CHECKABLE = re.compile(
    r"\d\s?%|\d\s?(?:€|euros?)\b|\d[\s\d]{3,}\d|\bmilliers?\b|\bmillions?\b|\bmilliards?\b"
    r"|\b(?:loi|décret|norme|règlement|études?|recherches?|scientifiques?|médecins?|chercheurs?|experts?)\b",
    re.IGNORECASE,
)


def lack_questions(story: Story, links: Sequence[int], opening: Sequence[bool]) -> Iterator[tuple[int, Candidate]]:
    """Yield the question about what each section lacks, with the section.

    Args:
        story: the article.
        links: number of links in each section.
        opening: whether a section only opens others (a lead): nothing is missed there.
    """
    form = templates()["no-source"]
    for n, (first, last) in enumerate(zip(story.starts, story.starts[1:], strict=False)):
        part = story.paragraphs[first:last]
        if opening[n] or links[n] or not part or story.voiced(n) or any(_sourced(p) for p in part):
            continue
        claims = sum(len(_CHECKABLE.findall(p.text)) for p in part)
        if claims:
            end = len(part[-1].text)
            place = Place(last - 1, end, end)  # after anything the section holds
            slots = {"section": str(n)}
            weight = form["weight"] + EACH * min(claims, 9)
            yield n, Candidate(weight, place, form["kind"], f"{LACK}source {n}", form["fr"], form["en"], slots)


def _sourced(parsed: Parsed) -> bool:
    """Whether a paragraph names its source, or tells what its author lived."""
    return any(told.search(parsed.text) for told in (pattern("according"), FIRST_PERSON, _GREETING))
