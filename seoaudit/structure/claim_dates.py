"""Dates of an article: those that name a day or a year, and those that only the day of writing explains."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from seoaudit.french.parse import Parsed
from seoaudit.structure.claim_base import Place, line_around, lower_pattern, pattern, token_from

DateKind = Literal["day", "week", "month", "year", "vague"]

MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_DAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
DATELINE = re.compile(
    rf"\b(?:\d{{1,2}}|1er) (?:{MONTHS}) \d{{4}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|\d{{4}}-\d\d-\d\d", re.IGNORECASE
)
_RELATIVE: tuple[tuple[str, DateKind], ...] = (
    ("relative_year_day", "year"),
    ("relative_day", "day"),
    ("relative_weekday", "day"),
    ("relative_week", "week"),
    ("relative_month", "month"),
    ("relative_year", "year"),
    ("relative_vague", "vague"),
)
# Weekdays that name a habit or a feast: "le lundi de Pâques", "tous les mardis", "du lundi au vendredi".
_HABIT = re.compile(r"(?:\b(?:le|chaque|tous les|du|au|des|un|de|d') ?|-)$", re.IGNORECASE)
# "Le premier vendredi du mois" comes round again; "dans dix minutes ou demain soir" is any time.
_RANKED = re.compile(r"(?:premier|deuxième|troisième|quatrième|dernier|second) $", re.IGNORECASE)
_OF_PERIOD = re.compile(r" (?:soir |matin )?(?:du|de chaque|de la) (?:mois|trimestre|semaine|année)\b", re.IGNORECASE)
_EITHER = re.compile(r"\bou (?:bien )?$", re.IGNORECASE)
_POINTING = re.compile(r"(?:ce|cet|cette) ", re.IGNORECASE)

# "Aujourd'hui encore", "le monde d'aujourd'hui": these days, not this day.
_NOWADAYS_BEFORE = re.compile(r"(?:d'|jusqu'à |(?:encore|même|toujours),? )$", re.IGNORECASE)
_NOWADAYS_AFTER = re.compile(r" (?:encore|toujours|plus que jamais|comme hier|même)\b", re.IGNORECASE)

NEAR = 60  # characters between an expression and the verb it dates


@cache
def _relative() -> re.Pattern[str]:
    """Match any relative date in lower case; without a group for each kind, this takes half the time."""
    return re.compile(rf"\b(?:{'|'.join(pattern(n).pattern for n, _ in _RELATIVE)})\b")


def _kind(found: re.Match[str]) -> DateKind:
    """Return the kind of a relative date: the first whose pattern gives as much."""
    return next(k for n, k in _RELATIVE if lower_pattern(n).fullmatch(found.string, *found.span()))


def absolute_date() -> re.Pattern[str]:
    """Return the pattern of dates that name a day, a month of a year, or a year."""
    return pattern("date_absolute")


class RelativeDate(NamedTuple):
    """A date that only the day of writing explains.

    Attributes:
        place: the expression ("l'année dernière", "aujourd'hui").
        kind: what it leaves open: the "day", "week", "month" or "year"; "vague" for "récemment".
        anchored: whether the article dates itself at its beginning ("22 juin 2012. - ..."), or a full date stands in
            the same sentence.
        nowadays: "aujourd'hui" in a sentence that tells of no single event: "de nos jours".
        weekday: whether it is the day of a week: "mercredi soir".
    """

    place: Place
    kind: DateKind
    anchored: bool
    nowadays: bool
    weekday: bool


def find_relative_dates(paragraphs: Sequence[Parsed], *, title: str = "") -> list[RelativeDate]:
    """Return the relative dates of an article, in order.

    Args:
        paragraphs: the parsed paragraphs, in order.
        title: the article's title, which may bear its date.
    """
    beginning = " ".join([title, *(p.text[:200] for p in paragraphs[:2])])
    dated = DATELINE.search(beginning) is not None
    out = []
    for n, parsed in enumerate(paragraphs):
        for m in _relative().finditer(parsed.lower):
            if _weekday(m.group()) and (
                _HABIT.search(parsed.text[max(0, m.start() - 12) : m.start()]) or m.group()[-1] == "s"
            ):
                continue
            before, after = parsed.text[max(0, m.start() - 12) : m.start()], parsed.text[m.end() : m.end() + 25]
            if _EITHER.search(before) or (_weekday(m.group()) and (_RANKED.search(before) or _OF_PERIOD.match(after))):
                continue
            if _POINTING.match(m.group()) and _narrated(parsed, m.start()):
                continue
            if after.startswith("-là"):
                continue  # "cet automne-là": one told of before
            if m.group() == "aujourd'hui" and (_NOWADAYS_BEFORE.search(before) or _NOWADAYS_AFTER.match(after)):
                continue
            line = parsed.text[slice(*line_around(parsed, m.start()))]
            anchored = dated or DATELINE.search(line) is not None
            out.append(
                RelativeDate(Place(n, *m.span()), _kind(m), anchored, not _past(parsed, m.start()), _weekday(m.group()))
            )
    return out


def find_dates(paragraphs: Sequence[Parsed]) -> list[Place]:
    """Return the places of dates that name a day, a month of a year, or a year."""
    return [Place(n, *m.span()) for n, p in enumerate(paragraphs) for m in absolute_date().finditer(p.text)]


def _weekday(text: str) -> bool:
    return re.match(rf"(?:{_DAYS})", text, re.IGNORECASE) is not None


def _narrated(parsed: Parsed, offset: int) -> bool:
    """Whether a sentence tells of a time long past, which "cette année" then points to: "cette année s'étendit…"."""
    start, end = line_around(parsed, offset)
    tokens = parsed.tokens[token_from(parsed, start) : token_from(parsed, end)]
    return any("Tense=Past" in t.morph and "Mood=Ind" in t.morph for t in tokens)


def _past(parsed: Parsed, offset: int) -> bool:
    """Whether the verb near an offset tells of one event: compound or simple past, or future."""
    start, end = line_around(parsed, offset, NEAR)
    near = parsed.tokens[token_from(parsed, start) : token_from(parsed, end)]
    at = token_from(parsed, offset)
    before = parsed.tokens[at - 1] if at else None
    if before is not None and before.pos == "VERB" and "Tense=Pres" in before.morph and "VerbForm=Fin" in before.morph:
        return False  # "travaille aujourd'hui"
    compound = any(t.dep == "aux:tense" for t in near)
    return compound or any(("Tense=Past" in t.morph and "Mood=Ind" in t.morph) or "Tense=Fut" in t.morph for t in near)
