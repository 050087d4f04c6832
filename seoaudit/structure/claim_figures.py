"""Figures of an article: numbers with what they count, and whether their sentence names a source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from seoaudit.french.parse import Parsed
from seoaudit.structure.claim_base import Place, line_around, pattern, token_from
from seoaudit.structure.claim_sources import find_attributions

FigureKind = Literal["percent", "money", "count", "measure", "time"]

_NUMBER = r"(?<![\w.,/:-])(?:\d{1,3}(?: \d{3})+|\d+)(?:,\d+)?(?![\w/:-]|[.,]\d)"
_BEFORE = r"(?:(?<!\w)(?:près|plus|moins) (?:de |d')|(?<!\w)(?:environ |quelque |presque |jusqu'à |au moins ))?"
_FROM = (
    r"(?:(?:de |entre )?(?<![\w.,/:-])\d+(?: \d{3})*(?:,\d+)? (?:à|et) )?"  # "20 à 40 €": one figure, of its upper end
)
_BIG = r"(?: (?:millions?|milliards?)(?: d(?:e |'))?)?"
_PERCENT_SIGN = re.compile(r"%|pour cent\b")
_PERCENT = re.compile(rf" ?(?:{_PERCENT_SIGN.pattern})")
_MONEY = re.compile(r" ?(?:€|\$|£|(?:d')?euros?\b|dollars?\b|livres sterling\b|francs?\b|yens?\b|roubles?\b)")
_YEAR = re.compile(r"1[0-9]\d\d|20\d\d")
# A number after one of these words numbers a thing: "page 12", "version 3", "l'article 49".
_SOURCE = re.compile(r"https?://|\bwww\.|\bsources?\b", re.IGNORECASE)


@cache
def _figure() -> re.Pattern[str]:
    whole = pattern("round_number").pattern
    return re.compile(rf"{_BEFORE}(?:{_FROM}(?P<number>{_NUMBER})(?P<big>{_BIG})|(?P<round>{whole}))", re.IGNORECASE)


class Figure(NamedTuple):
    """A number with what it counts.

    Attributes:
        place: from the qualifier ("près de") to the end of what is counted.
        kind: "percent", "money", "count" (things or people), "measure" (a physical quantity) or "time" (a duration,
            an age, a date).
        value: the number; of a round one ("une centaine") the text gives none: 0.0.
        noun: index of the token that names what is counted; None where a unit does.
        round: whether it is an order of magnitude in words ("des milliers de").
        sourced: whether its sentence says who gives it, or it stands within a quotation.
    """

    place: Place
    kind: FigureKind
    value: float
    noun: int | None
    round: bool
    sourced: bool


def find_figures(paragraphs: Sequence[Parsed]) -> list[Figure]:
    """Return the figures of an article, in order; years, numbers of pages or versions and the like are left out."""
    return [figure for n, parsed in enumerate(paragraphs) for figure in _figures(n, parsed)]


def find_percentages(paragraphs: Sequence[Parsed]) -> list[Figure]:
    """Return the percentages of an article, in order: those of its figures, and no other paragraph is read."""
    told = ((n, p) for n, p in enumerate(paragraphs) if _PERCENT_SIGN.search(p.lower))
    return [figure for n, parsed in told for figure in _figures(n, parsed) if figure.kind == "percent"]


def _figures(n: int, parsed: Parsed) -> Iterator[Figure]:
    text = parsed.text
    if not _figure().search(text):
        return
    sources = [a.place for a in find_attributions([parsed])]
    for m in _figure().finditer(text):
        number = m["number"]
        if (
            number
            and not m["big"]
            and (
                (_YEAR.fullmatch(number) and not _counts(parsed, m.end()))
                or pattern("numbered").search(text[max(0, m.start() - 16) : m.start()])
            )
        ):
            continue
        kind, end, noun = _what(parsed, m)
        if kind is None:
            continue
        value = float(number.replace(" ", "").replace(",", ".")) * _scale(m["big"]) if number else 0.0
        place = Place(n, m.start(), end)
        yield Figure(place, kind, value, noun, number is None, _sourced(parsed, place, sources))


def _scale(big: str | None) -> float:
    return 1e9 if big and "milliard" in big else 1e6 if big and "million" in big else 1.0


def _what(parsed: Parsed, m: re.Match[str]) -> tuple[FigureKind | None, int, int | None]:
    """Return the kind of a figure, where it ends, and the token of the noun counted."""
    text, end = parsed.text, m.end()
    units: tuple[tuple[FigureKind, re.Pattern[str]], ...] = (
        ("percent", _PERCENT), ("money", _MONEY), ("measure", pattern("measure")), ("time", pattern("time_unit")),
    )  # fmt: skip
    for kind, unit in units:
        found = unit.match(text, end)
        if found:
            return kind, found.end(), None
    noun = _counts(parsed, end)
    return ("count", parsed.tokens[noun].end, noun) if noun is not None else (None, end, None)


def _counts(parsed: Parsed, end: int) -> int | None:
    """Return the index of the noun just after an offset; an adjective or a lone "de" may stand between."""
    first = token_from(parsed, end)
    for i in range(first, min(first + 3, len(parsed.tokens))):
        token = parsed.tokens[i]
        if token.pos == "NOUN" and len(token.text) > 2 and token.text.isalpha() and token.text[-1] in "sxz":
            return i
        if token.pos != "ADJ" or token.start - end > 25:
            return None
    return None


def _sourced(parsed: Parsed, place: Place, sources: Sequence[Place]) -> bool:
    """Whether the sentence around a figure holds an attribution or a link, or a quotation is open around it."""
    start, end = line_around(parsed, place.start)
    line = parsed.text[start:end]
    before = line[: place.start - start]
    quoted = before.rfind("«") > before.rfind("»")
    return quoted or any(start <= a.start < end for a in sources) or _SOURCE.search(line) is not None
