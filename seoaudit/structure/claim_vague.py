"""Vague claims: quantities without a number, speakers without a name, superlatives without a measure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from seoaudit.french.parse import Parsed
from seoaudit.structure.claim_base import Place, token_from

VagueKind = Literal["quantity", "speaker", "superlative"]

_QUANTITY = re.compile(
    r"\b(?:de (?:très )?nombreu(?:x|ses)|plusieurs|beaucoup d(?:e |')|un grand nombre d(?:e |')|la plupart des|une partie (?:de la |du |des |de l')|"
    r"la majorité des|quelques|certain(?:e?s)|diver(?:s|ses)|différent(?:s|es)|une multitude d(?:e |')|de multiples)",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    r"\b(?:[dl]es|certains|plusieurs|de nombreux) (?:analystes|associations|commentateurs|critiques|experts|économistes|médias|observateurs|"
    r"professionnels|scientifiques|chercheurs|spécialistes|syndicats|études|sondages|témoins|sources)\b",
    re.IGNORECASE,
)
_SUPERLATIVE = re.compile(
    r"\b(?:l'un des|l'une des|un des|une des|le|la|les|son|sa|ses|leurs?) (?:(?:deuxième|troisième|second|seconde|quatrième|cinquième|premier|première) )?"
    r"(?:plus (?:grande?s?|importante?s?|populaires?|célèbres?|connue?s?|vieille|ancienne?s?|rapides?|gros|grosse|haute?|longue?|riches?)|meilleure?s?|leaders?) ",
    re.IGNORECASE,
)
# What follows lists the things, or gives an example: the quantity is explained.
_LISTED = re.compile(r"[^.!?]{0,60}(?::|\bcomme\b|\btels? que\b|\btelles? que\b|\bdont\b|\bnotamment\b|\(|\bparmi\b|\bpar exemple\b|\bentre autres\b)", re.IGNORECASE)


class VagueClaim(NamedTuple):
    """A vague claim.

    Attributes:
        place: from the first word of the expression to its noun.
        kind: "quantity" ("de nombreux clients"), "speaker" ("des experts") or "superlative" ("le plus grand port").
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
        ("quantity", _QUANTITY), ("speaker", _SPEAKER), ("superlative", _SUPERLATIVE),
    )  # fmt: skip
    out = []
    for n, parsed in enumerate(paragraphs):
        for kind, pattern in patterns:
            for m in pattern.finditer(parsed.text):
                noun = _noun(parsed, m.start() if kind == "speaker" else m.end(), m.end())
                if noun is None:
                    continue
                end = parsed.tokens[noun].end
                listed = _LISTED.match(parsed.text, end) is not None
                out.append(VagueClaim(Place(n, m.start(), end), kind, noun, listed))
    return sorted(out, key=lambda v: v.place)


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
