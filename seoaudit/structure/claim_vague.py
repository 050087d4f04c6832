"""Vague claims: quantities without a number, studies without a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from seoaudit.french.parse import Parsed
from seoaudit.structure.claim_base import Place, lower_pattern, pattern, token_from


class VagueClaim(NamedTuple):
    """A vague quantity: "de nombreux clients".

    Attributes:
        place: from the first word of the expression to its noun.
        noun: index of the noun's token.
        listed: whether the things are named just after.
    """

    place: Place
    noun: int
    listed: bool


def find_vague_claims(paragraphs: Sequence[Parsed]) -> list[VagueClaim]:
    """Return the vague claims of an article, in order; each needs a noun."""
    out = []
    for n, parsed in enumerate(paragraphs):
        for m in pattern("vague_quantity").finditer(parsed.text):
            noun = _noun(parsed, m.end())
            if noun is not None:
                end = parsed.tokens[noun].end
                listed = pattern("listed").match(parsed.text, end) is not None
                out.append(VagueClaim(Place(n, m.start(), end), noun, listed))
    return out


def find_vague_studies(paragraphs: Sequence[Parsed]) -> list[Place]:
    """Return, in order, the studies that nothing names and that show something ("plusieurs études montrent")."""
    study = lower_pattern("vague_study")
    return [Place(n, *m.span()) for n, parsed in enumerate(paragraphs) for m in study.finditer(parsed.lower)]


def _noun(parsed: Parsed, start: int) -> int | None:
    """Return the first noun from an offset on, adjectives between allowed."""
    first = token_from(parsed, start)
    for i in range(first, min(first + 5, len(parsed.tokens))):
        t = parsed.tokens[i]
        if t.pos == "NOUN" and t.text.isalpha() and len(t.text) > 2:
            return i
        if t.pos != "ADJ":
            return None
    return None
