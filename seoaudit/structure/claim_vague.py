"""Vague claims: quantities without a number, speakers without a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from seoaudit.french.parse import Parsed
from seoaudit.structure.claim_base import Place, lower_pattern, pattern, token_from

VagueKind = Literal["quantity", "speaker"]

# What follows lists the things, or gives an example: the quantity is explained.


class VagueClaim(NamedTuple):
    """A vague claim.

    Attributes:
        place: from the first word of the expression to its noun.
        kind: "quantity" ("de nombreux clients") or "speaker" ("des experts").
        noun: index of the noun's token.
        listed: whether the things are named just after.
    """

    place: Place
    kind: VagueKind
    noun: int
    listed: bool


def find_vague_claims(paragraphs: Sequence[Parsed]) -> list[VagueClaim]:
    """Return the vague claims of an article, in order; each needs a noun."""
    patterns: tuple[tuple[VagueKind, re.Pattern[str]], ...] = (
        ("quantity", pattern("vague_quantity")),
        ("speaker", pattern("vague_speaker")),
    )
    out = []
    for n, parsed in enumerate(paragraphs):
        for kind, form in patterns:
            for m in form.finditer(parsed.text):
                noun = _noun(parsed, m.start() if kind == "speaker" else m.end(), m.end())
                if noun is None:
                    continue
                end = parsed.tokens[noun].end
                listed = pattern("listed").match(parsed.text, end) is not None
                out.append(VagueClaim(Place(n, m.start(), end), kind, noun, listed))
    return sorted(out, key=lambda v: v.place)


def find_vague_studies(paragraphs: Sequence[Parsed]) -> list[Place]:
    """Return, in order, the studies that nothing names and that show something ("plusieurs études montrent")."""
    study = lower_pattern("vague_study")
    return [Place(n, *m.span()) for n, parsed in enumerate(paragraphs) for m in study.finditer(parsed.lower)]


def _noun(parsed: Parsed, start: int, end: int) -> int | None:
    """Return the first noun from an offset on, adjectives between allowed."""
    first = token_from(parsed, start)
    for i in range(first, min(first + 5, len(parsed.tokens))):
        t = parsed.tokens[i]
        if t.pos == "NOUN" and t.text.isalpha() and len(t.text) > 2:
            return i if t.start >= end or start < end else None
        if t.start >= end and t.pos != "ADJ":
            return None
    return None
