"""The values of the typography check: kinds of fault, a located fault, the spacing of a locale."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple

from seoaudit.errors import SettingsError

Locale = Literal["fr-FR", "fr-CA", "fr-CH"]
House = Literal["any", "nbsp", "fine"]

NBSP = "\u00a0"
NNBSP = "\u202f"
# Spaces a line may break at, and those it may not; a tab or a line end is layout, not typography.
BREAKING = " \u2000-\u2006\u2008-\u200a\u205f\u3000"
NO_BREAK = "\u00a0\u202f\u2007"
SPACES = BREAKING + NO_BREAK
# Letters French is written with, and the combining accents of its decomposed form.
LETTERS = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u036f"
LOWER = "a-z\u00df-\u00f6\u00f8-\u00ff\u0153\u0300-\u036f"
UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0152"


class TypographyKind(StrEnum):
    """What is wrong. "Absent": no space at all; "plain": a space that lets the line break."""

    MARK_SPACE_ABSENT = "mark_space_absent"  # before ; : ! ?
    MARK_SPACE_PLAIN = "mark_space_plain"
    MARK_SPACE_EXTRA = "mark_space_extra"  # fr-CA sets none before ; ! ?
    GUILLEMET_SPACE_ABSENT = "guillemet_space_absent"  # after « and before »
    GUILLEMET_SPACE_PLAIN = "guillemet_space_plain"
    UNIT_SPACE_ABSENT = "unit_space_absent"  # between a number and %, €, kg
    UNIT_SPACE_PLAIN = "unit_space_plain"
    NUMBER_SPACE_PLAIN = "number_space_plain"  # 2 700
    NBSP_OTHER = "nbsp_other"  # not the no-break space of the house style
    SPACE_BEFORE_POINT = "space_before_point"  # before a comma or full stop
    SPACE_AFTER_ABSENT = "space_after_absent"  # after a comma or full stop
    DOUBLE_SPACE = "double_space"
    STRAIGHT_QUOTES = "straight_quotes"
    ENGLISH_QUOTES = "english_quotes"  # “ ” at the first level
    QUOTE_UNCLOSED = "quote_unclosed"
    QUOTE_UNOPENED = "quote_unopened"
    ELLIPSIS = "ellipsis"  # three stops for …
    ETC_ELLIPSIS = "etc_ellipsis"  # etc… for etc.
    DOUBLED_POINT = "doubled_point"  # two commas, two stops
    APOSTROPHE_MIXED = "apostrophe_mixed"
    APOSTROPHE_WRONG = "apostrophe_wrong"  # an accent or an opening quote for an apostrophe
    CAPITAL_ACCENT = "capital_accent"
    LIGATURE = "ligature"
    ORDINAL = "ordinal"
    COURTESY_TITLE = "courtesy_title"
    FRAGMENT = "fragment"
    DOUBLED_WORD = "doubled_word"
    ENTITY = "entity"  # &nbsp; for all to read
    MOJIBAKE = "mojibake"  # Ã© for é


# Faults a reader hardly sees: the space is there, only a line could break at it.
MILD = frozenset(
    {
        TypographyKind.MARK_SPACE_PLAIN,
        TypographyKind.GUILLEMET_SPACE_PLAIN,
        TypographyKind.UNIT_SPACE_PLAIN,
        TypographyKind.NUMBER_SPACE_PLAIN,
        TypographyKind.NBSP_OTHER,
        TypographyKind.ELLIPSIS,
        TypographyKind.ENGLISH_QUOTES,
        TypographyKind.APOSTROPHE_MIXED,
        TypographyKind.MARK_SPACE_EXTRA,
    }
)


@dataclass(frozen=True, slots=True)
class TypographyIssue:
    """A fault and its place.

    Attributes:
        kind: what is wrong.
        start: offset in code points into the checked text.
        end: offset just after the last character at fault; always beyond `start`.
        fix: what to put in place of `text[start:end]`, "" to delete it; None when only the author can tell.
        note: what to do, in French, for the editor.
    """

    kind: TypographyKind
    start: int
    end: int
    fix: str | None
    note: str


class PlacedIssue(NamedTuple):
    """A fault found by looking at the article as a whole.

    Attributes:
        paragraph: index of the paragraph it is in; the issue's offsets are into that paragraph.
        issue: the fault.
    """

    paragraph: int
    issue: TypographyIssue


class Spacing(NamedTuple):
    """The space that a locale and a house style set, by place; "" for none.

    Attributes:
        high: before ; ! ?
        colon: before :
        guillemet: inside « ».
        number: between groups of three digits.
        unit: between a number and its unit.
        strict: whether the other no-break space is a fault too.
    """

    high: str
    colon: str
    guillemet: str
    number: str
    unit: str
    strict: bool


# fr-FR: Imprimerie nationale, Lexique des règles typographiques; fr-CA: OQLF, Espacement; fr-CH: Guide du typographe.
_LOCALES = {
    "fr-FR": Spacing(NBSP, NBSP, NBSP, NBSP, NBSP, strict=False),
    "fr-CA": Spacing("", NBSP, NBSP, NBSP, NBSP, strict=False),
    "fr-CH": Spacing(NNBSP, NNBSP, NNBSP, NNBSP, NNBSP, strict=False),
}


def spacing_of(locale: str, house: str = "any") -> Spacing:
    """Return the spacing of a locale under a house style.

    Args:
        locale: "fr-FR", "fr-CA" or "fr-CH".
        house: "any" accepts both no-break spaces; "nbsp" wants U+00A0 everywhere; "fine" wants U+202F before ; ! ? and
            in numbers, U+00A0 elsewhere (Imprimerie nationale).

    Raises:
        SettingsError: the locale or the house style is not one of these.
    """
    if locale not in _LOCALES:
        raise SettingsError(f"La variante « {locale} » est inconnue : choisissez fr-FR, fr-CA ou fr-CH.")
    base = _LOCALES[locale]
    if house == "any":
        return base
    if house == "nbsp":
        return Spacing(base.high and NBSP, NBSP, NBSP, NBSP, NBSP, strict=True)
    if house == "fine":
        return Spacing(base.high and NNBSP, NBSP, NBSP, NNBSP, NBSP, strict=True)
    raise SettingsError(f"Le style d’espaces « {house} » est inconnu : choisissez any, nbsp ou fine.")
