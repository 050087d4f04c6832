"""Dates of an article: those that name a day or a year, and those that only the day of writing explains."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from seoaudit.french.parse import Parsed
from seoaudit.structure.claim_base import Place, line_around, token_from

DateKind = Literal["day", "week", "month", "year", "vague"]

MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_DAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
_SEASONS = "été|hiver|automne|printemps"
_NEXT = "derni(?:er|ère)|dernie?rs|dernières|prochaine?|passée?|suivante?"

ABSOLUTE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}}|1er) (?:{MONTHS})(?: (?P<year>\d{{4}}))?|(?:{MONTHS}) (?:de )?\d{{4}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}"
    rf"|\d{{4}}-\d\d-\d\d|(?<![\d,.])(?:1[5-9]\d\d|20\d\d)(?![\d,.%]|\s?[%€]))\b",
    re.IGNORECASE,
)
DATELINE = re.compile(rf"\b(?:\d{{1,2}}|1er) (?:{MONTHS}) \d{{4}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|\d{{4}}-\d\d-\d\d", re.IGNORECASE)

_RELATIVE: tuple[tuple[DateKind, str], ...] = (
    ("year", rf"le (?:\d{{1,2}}|1er) (?:{MONTHS}) (?:de )?l'(?:année|an) (?:derni(?:er|ère)|passée?|prochaine?)"),
    ("day", r"(?:avant-)?hier(?: (?:matin|soir|après-midi))?|après-demain|demain(?: (?:matin|soir))?|aujourd'hui|ce (?:matin|soir)|cet après-midi|cette nuit"),
    ("day", rf"(?:ce )?(?:{_DAYS})(?: (?:{_NEXT}|matin|soir|après-midi))?(?! \d| 1er)"),
    ("week", r"la semaine (?:dernière|prochaine|passée)|cette semaine|ce week-end|le week-end (?:dernier|prochain)|ces derniers jours|il y a (?:quelques|\w+) (?:jours|semaines)|dans (?:quelques|\w+) (?:jours|semaines)"),
    ("month", rf"le mois (?:dernier|prochain|passé)|ce mois-ci|(?:en )?(?:{MONTHS}) (?:dernier|prochain)|il y a (?:quelques|\w+) mois|dans (?:quelques|\w+) mois"),
    ("year", rf"l'année (?:dernière|prochaine|passée)|l'an (?:dernier|passé|prochain)|cette année|l'(?:été|hiver|automne) (?:dernier|prochain)|le printemps (?:dernier|prochain)|cet (?:été|hiver|automne)|ce printemps"),
    ("vague", r"récemment|ces dernières (?:années|semaines)|ces derniers (?:mois|temps)|prochainement|(?:très )?bientôt|à l'époque|autrefois|naguère|il y a (?:quelques|plusieurs) (?:années|mois|siècles)"),
)
_PATTERN = re.compile("|".join(rf"(?P<{k}{i}>\b(?:{p})\b)" for i, (k, p) in enumerate(_RELATIVE)), re.IGNORECASE)
# Weekdays that name a habit or a feast: "le lundi de Pâques", "tous les mardis", "du lundi au vendredi".
_HABIT = re.compile(r"(?:\b(?:le|chaque|tous les|du|au|des|un|de|d') ?|-)$", re.IGNORECASE)


NEAR = 60  # characters between an expression and the verb it dates


class RelativeDate(NamedTuple):
    """A date that only the day of writing explains.

    Attributes:
        place: the expression ("l'année dernière", "aujourd'hui").
        kind: what it leaves open: the "day", "week", "month" or "year"; "vague" for "récemment".
        anchored: whether the article dates itself at its beginning ("22 juin 2012. - ..."), or a full date stands in
            the same sentence.
        nowadays: "aujourd'hui" in a sentence that tells of no single event: "de nos jours".
    """

    place: Place
    kind: DateKind
    anchored: bool
    nowadays: bool


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
        for m in _PATTERN.finditer(parsed.text):
            name = next(k for k, v in m.groupdict().items() if v is not None)
            kind: DateKind = _RELATIVE[int(name.lstrip("abcdefghijklmnopqrstuvwxyz"))][0]
            if _weekday(m.group()) and (_HABIT.search(parsed.text[: m.start()]) or m.group()[-1].lower() == "s"):
                continue
            line = parsed.text[slice(*line_around(parsed, m.start()))]
            anchored = dated or DATELINE.search(line) is not None
            out.append(RelativeDate(Place(n, *m.span()), kind, anchored, not _past(parsed, m.start())))
    return out


def find_dates(paragraphs: Sequence[Parsed]) -> list[Place]:
    """Return the places of dates that name a day, a month of a year, or a year."""
    return [Place(n, *m.span()) for n, p in enumerate(paragraphs) for m in ABSOLUTE.finditer(p.text)]


def _weekday(text: str) -> bool:
    return re.match(rf"(?:{_DAYS})", text, re.IGNORECASE) is not None


def _past(parsed: Parsed, offset: int) -> bool:
    """Whether the verb near an offset tells of one event: compound or simple past, or future."""
    start, end = line_around(parsed, offset, NEAR)
    near = parsed.tokens[token_from(parsed, start) : token_from(parsed, end)]
    compound = any(t.dep == "aux:tense" for t in near)
    return compound or any(("Tense=Past" in t.morph and "Mood=Ind" in t.morph) or "Tense=Fut" in t.morph for t in near)
