"""Typography of a French text as typed: each fault with its place to the character and, where one is certain, its fix.

Both no-break spaces, both apostrophes and every usual exception are accepted: a wrong alarm costs more than a missed
fault. Nothing is reported within addresses, file names, code, times (10:30), ratios (3:2) and emoticons.

`check_typography` looks at one text; `check_quotes` and `check_apostrophes` at the paragraphs of a whole article.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import accumulate

from seoaudit.french.typography_model import (
    MILD,
    House,
    Locale,
    PlacedIssue,
    Spacing,
    TypographyIssue,
    TypographyKind,
    spacing_of,
)
from seoaudit.french.typography_protected import mask
from seoaudit.french.typography_quotes import check_apostrophes, check_quotes, quotes, wrong_apostrophes
from seoaudit.french.typography_spacing import guillemets, marks, numbers, points, units
from seoaudit.french.typography_words import (
    capitals,
    debris,
    dots,
    doubled_words,
    fragments,
    ligatures,
    ordinals,
    titles,
)

__all__ = [
    "MILD",
    "PlacedIssue",
    "TypographyIssue",
    "TypographyKind",
    "apply_fixes",
    "check_apostrophes",
    "check_quotes",
    "check_typography",
    "fix_typography",
]

Detector = Callable[[str, Spacing], Iterator[TypographyIssue]]

# In order of precedence: of two faults that overlap, the first detector's is reported.
_DETECTORS: tuple[Detector, ...] = (
    debris,
    dots,
    quotes,
    guillemets,
    numbers,
    units,
    marks,
    points,
    wrong_apostrophes,
    ligatures,
    ordinals,
    titles,
    fragments,
    doubled_words,
)
# A fix may uncover another fault next to it (a straight quotation mark, then what it encloses); no chain is longer.
_ROUNDS = 8


def check_typography(
    text: str,
    *,
    locale: Locale = "fr-FR",
    house: House = "any",
    accented_capitals: bool = False,
    skip: Iterable[tuple[int, int]] = (),
) -> list[TypographyIssue]:
    """Return the typographic faults of a text, in order.

    Args:
        text: a paragraph, heading or list item as typed, markup gone; any length.
        locale: whose spacing is due. fr-CA sets no space before ; ! ?; fr-CH sets U+202F everywhere.
        house: which no-break spaces are right: "any" of U+00A0 and U+202F, "nbsp" for U+00A0 everywhere, "fine" for
            U+202F before ; ! ? and in numbers and U+00A0 elsewhere.
        accented_capitals: whether to report "Etat" for "État" (off: many houses leave capitals bare).
        skip: spans that are code and not to be looked at; offsets in code points.

    Returns:
        The issues by place; no two overlap. Empty for an empty text. The time is linear in the length of the text.

    Raises:
        SettingsError: the locale or the house style is unknown.

    Source: Imprimerie nationale, Lexique des règles typographiques en usage; OQLF, Banque de dépannage linguistique
    (fr-CA); Guide du typographe (fr-CH).
    """
    spacing = spacing_of(locale, house)
    visible = mask(text, skip)
    detectors = (*_DETECTORS, capitals) if accented_capitals else _DETECTORS
    taken = bytearray(len(text))
    issues: list[TypographyIssue] = []
    for detect in detectors:
        for issue in detect(visible, spacing):
            if taken.find(1, issue.start, issue.end) < 0:
                taken[issue.start : issue.end] = b"\x01" * (issue.end - issue.start)
                issues.append(issue)
    return sorted(issues, key=lambda issue: issue.start)


def apply_fixes(text: str, issues: Iterable[TypographyIssue]) -> str:
    """Return `text` with the fix of every issue that has one.

    Args:
        text: the text the issues were found in.
        issues: what `check_typography` returned for it, or a part of that, in order.
    """
    parts: list[str] = []
    at = 0
    for issue in issues:
        if issue.fix is not None:
            parts += (text[at : issue.start], issue.fix)
            at = issue.end
    return "".join((*parts, text[at:]))


def fix_typography(
    text: str,
    *,
    locale: Locale = "fr-FR",
    house: House = "any",
    accented_capitals: bool = False,
    skip: Iterable[tuple[int, int]] = (),
    kinds: Collection[TypographyKind] | None = None,
) -> str:
    """Return a text with all that can be fixed fixed; fixing the result again changes nothing.

    Args:
        text: as typed.
        locale: as for `check_typography`.
        house: as for `check_typography`.
        accented_capitals: as for `check_typography`.
        skip: as for `check_typography`.
        kinds: the kinds to fix; None for all.
    """
    spans = list(skip)
    for _ in range(_ROUNDS):
        found = check_typography(text, locale=locale, house=house, accented_capitals=accented_capitals, skip=spans)
        issues = [i for i in found if i.fix is not None and (kinds is None or i.kind in kinds)]
        fixed = apply_fixes(text, issues)
        if fixed == text:
            break
        text, spans = fixed, _moved(spans, issues)
    return text


def _moved(spans: list[tuple[int, int]], issues: list[TypographyIssue]) -> list[tuple[int, int]]:
    """Return where spans lie once the issues are fixed; no issue lies within one."""
    ends = [issue.end for issue in issues]
    shifts = [0, *accumulate(len(i.fix or "") - (i.end - i.start) for i in issues)]
    return [(a + (shift := shifts[bisect_right(ends, a)]), b + shift) for a, b in spans]
