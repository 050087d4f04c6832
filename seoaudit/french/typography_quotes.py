"""Quotation marks and apostrophes: straight for French ones, unbalanced guillemets, two forms in one article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from seoaudit.french.typography_model import LETTERS, SPACES, PlacedIssue, Spacing, TypographyIssue, TypographyKind
from seoaudit.french.typography_protected import mask

_MARK = re.compile(rf"[«»“”]|\"[{SPACES}]*+")
_BEFORE_OPENING = frozenset("([{«“'’-–—/")
_AFTER_CLOSING = frozenset(".,;:!?…)]}»”/-–—")
_GUILLEMET = re.compile("[«»]")
_DIALOGUE = re.compile(r"\s*[–—-]")
_LEADS = re.compile(r"\s*(?:[–—-]\s*)?")
_STOP = re.compile(r"[.!?…]\s")
_ENDS_TOGETHER = re.compile(r"[\s.!?…,;:)\]]*")
_APOSTROPHE = re.compile(rf"['’](?<=[{LETTERS}].)(?=[\w«“\"])")
# An acute or grave accent, or an opening quote, typed after an elided word.
_WRONG_APOSTROPHE = re.compile(
    rf"(?<![\w'’])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|aujourd)([´`‘])(?=[{LETTERS}])", re.IGNORECASE
)

_SPACES = frozenset(" \u00a0\u202f\u2007\u2009")

_Kind = TypographyKind


class _Place(NamedTuple):
    paragraph: int
    at: int


def quotes(text: str, spacing: Spacing) -> Iterator[TypographyIssue]:
    """Straight and English quotation marks where guillemets are due, each mark with its fix.

    Within a quotation the second level is “ ”; a mark after a digit that closes nothing is one of inches or seconds.
    """
    depth = 0
    opened: tuple[int, int] | None = None
    english: list[int] = []
    for m in _MARK.finditer(text):
        mark = m.group()[0]
        if mark == "«":
            depth += 1
        elif mark == "»":
            depth = max(0, depth - 1)
        elif mark == "“":
            if depth == 0 and opened is None:
                english.append(m.start())
        elif mark == "”":
            if english:
                yield from _pair((english.pop(), 1), (m.start(), 1), _Kind.ENGLISH_QUOTES, spacing, nested=False)
        elif opened is None or _opens(text, m):
            if opened is not None:
                yield _lone(opened[0])
            opened = _opening(text, m)
        else:
            closing = _closing(text, m.start(), sum(opened))
            if closing is not None:
                yield from _pair(opened, closing, _Kind.STRAIGHT_QUOTES, spacing, nested=depth > 0 or bool(english))
            opened = None
    if opened is not None:
        yield _lone(opened[0])


def _opens(text: str, m: re.Match[str]) -> bool:
    """Whether a straight mark can only open: a space, line end or bracket before it and none after."""
    before = text[m.start() - 1] if m.start() else "\n"
    after = text[m.end()] if m.end() < len(text) else "\n"
    free_before = before.isspace() or before in _BEFORE_OPENING
    return free_before and len(m.group()) == 1 and not after.isspace() and after not in _AFTER_CLOSING


def _opening(text: str, m: re.Match[str]) -> tuple[int, int] | None:
    """Return place and width of a straight mark that may open a quotation, with the spaces after it; else None."""
    before = text[m.start() - 1] if m.start() else "\n"
    if m.end() >= len(text) or not (before.isspace() or before in _BEFORE_OPENING):
        return None
    return m.start(), len(m.group())


def _closing(text: str, at: int, after: int) -> tuple[int, int] | None:
    """Return place and width of a closing mark with the spaces before it; None when nothing is quoted."""
    start = at
    while start > after and text[start - 1] in _SPACES:
        start -= 1
    return (start, at + 1 - start) if start > after else None


def _pair(
    opening: tuple[int, int], closing: tuple[int, int], kind: _Kind, spacing: Spacing, *, nested: bool
) -> Iterator[TypographyIssue]:
    left, right = ("“", "”") if nested else ("«" + spacing.guillemet, spacing.guillemet + "»")
    shown = "“ ”" if nested else "« »"
    note = f"Remplacez ces guillemets par {shown}."
    for (at, width), fix in ((opening, left), (closing, right)):
        yield TypographyIssue(kind, at, at + width, fix, note)


def _lone(at: int) -> TypographyIssue:
    note = "Ce guillemet droit n’a pas de pendant : complétez la citation ou supprimez-le."
    return TypographyIssue(_Kind.STRAIGHT_QUOTES, at, at + 1, None, note)


def wrong_apostrophes(text: str, _spacing: Spacing) -> Iterator[TypographyIssue]:
    """Accents and opening quotes typed as apostrophes."""
    if not any(sign in text for sign in "´`‘"):
        return
    straight = text.count("'") > text.count("’")
    for m in _WRONG_APOSTROPHE.finditer(text):
        note = "Ce signe n’est pas une apostrophe."
        yield TypographyIssue(_Kind.APOSTROPHE_WRONG, m.start(1), m.end(1), "'" if straight else "’", note)


def check_apostrophes(
    paragraphs: Sequence[str], *, skip: Sequence[Iterable[tuple[int, int]]] = (), curly: bool = False
) -> list[PlacedIssue]:
    """Return the places of the rarer form where an article mixes straight and curly apostrophes.

    Args:
        paragraphs: the article's texts in order, as typed.
        skip: for each paragraph, spans to leave alone (code); offsets in code points.
        curly: whether the straight ones are the fault of a mixed article even where they are the majority.

    Returns:
        The apostrophes of the minority form, each with the majority's as its fix; the curly form wins a tie. Empty when
        one form alone is used. An apostrophe stands between a letter and a letter, digit or opening guillemet.
    """
    found: dict[str, list[tuple[int, int]]] = {"'": [], "’": []}
    for i, text in enumerate(_masked(paragraphs, skip)):
        for m in _APOSTROPHE.finditer(text):
            found[m.group()].append((i, m.start()))
    minority, majority = ("’", "'") if len(found["'"]) > len(found["’"]) and not curly else ("'", "’")
    if not found[majority]:
        return []
    note = (
        f"L’article emploie surtout l’apostrophe {'droite' if majority == chr(39) else 'courbe'} : gardez-en une seule."
    )
    return [
        PlacedIssue(i, TypographyIssue(_Kind.APOSTROPHE_MIXED, at, at + 1, majority, note)) for i, at in found[minority]
    ]


def check_quotes(paragraphs: Sequence[str], *, skip: Sequence[Iterable[tuple[int, int]]] = ()) -> list[PlacedIssue]:
    """Return the guillemets of an article that have no counterpart.

    A quotation may run over several paragraphs: each may open it again with « (or », or a dash in a dialogue), and only
    the last one closes it. Two quotations that end together may share one ». None of this is a fault.

    Args:
        paragraphs: the article's texts in order, as typed.
        skip: for each paragraph, spans to leave alone (code); offsets in code points.

    Returns:
        One issue for each « that nothing closes and each » that nothing opens, in order, without a fix: only the author
        knows where the quotation ends.
    """
    issues: list[PlacedIssue] = []
    pending: _Place | None = None  # the « still open from an earlier paragraph
    interrupted = False  # whether a paragraph without any mark came since
    for i, text in enumerate(_masked(paragraphs, skip)):
        marks = [(m.group(), _Place(i, m.start())) for m in _GUILLEMET.finditer(text)]
        if not marks:
            interrupted = interrupted or not _DIALOGUE.match(text)
            continue
        stack: list[_Place] = []
        if pending is not None:
            carried = _carry(text, marks, interrupted=interrupted)
            if carried == "lost":
                issues.append(_issue(_Kind.QUOTE_UNCLOSED, pending))
            elif carried != "again":
                stack.append(pending)
            if carried == "repeated":
                marks = marks[1:]
        issues.extend(_issue(_Kind.QUOTE_UNOPENED, place) for place in _match(marks, stack, text))
        issues.extend(_issue(_Kind.QUOTE_UNCLOSED, place) for place in stack[:-1])
        pending, interrupted = (stack[-1] if stack else None), False
    if pending is not None:
        issues.append(_issue(_Kind.QUOTE_UNCLOSED, pending))
    return sorted(issues, key=lambda p: (p.paragraph, p.issue.start))


def _carry(
    text: str, marks: list[tuple[str, _Place]], *, interrupted: bool
) -> Literal["again", "repeated", "open", "lost"]:
    """Return what a paragraph makes of a quotation that is still open.

    "again": it begins with «; "repeated": it begins with a » that closes nothing; "open": it just goes on; "lost": a
    new quotation begins, so the old one was never closed.
    """
    mark, place = marks[0]
    surplus = sum(1 if m == "»" else -1 for m, _ in marks)
    leads = _LEADS.fullmatch(text, 0, place.at) is not None
    if mark == "»":
        return "repeated" if leads and (surplus > 1 or len(marks) == 1) else "open"
    if surplus > 0:
        return "open"
    return "again" if leads and not interrupted else "lost"


def _match(marks: list[tuple[str, _Place]], stack: list[_Place], text: str) -> list[_Place]:
    """Match the marks of a paragraph; `stack` is left with the « that stay open; return the » that nothing opened."""
    stray: list[_Place] = []
    inner: _Place | None = None  # the « that the last » closed
    for mark, place in marks:
        if mark == "«":
            stack.append(place)
        elif stack:
            inner = stack.pop()
        else:
            stray.append(place)
    last_mark, last = marks[-1] if marks else ("", None)
    if last is not None and inner is not None and last_mark == "»" and len(stack) == 1:
        outer = stack[0]
        begun_here = outer.paragraph == inner.paragraph and outer.at < inner.at
        ends_here = _ENDS_TOGETHER.fullmatch(text, last.at + 1) is not None
        if begun_here and (ends_here or not _STOP.search(text, outer.at, inner.at)):
            stack.clear()
    return stray


def _issue(kind: _Kind, place: _Place) -> PlacedIssue:
    note = (
        "Cette citation ouverte par « n’est jamais fermée."
        if kind is _Kind.QUOTE_UNCLOSED
        else "Ce guillemet » ferme une citation que rien n’ouvre."
    )
    return PlacedIssue(place.paragraph, TypographyIssue(kind, place.at, place.at + 1, None, note))


def _masked(paragraphs: Sequence[str], skip: Sequence[Iterable[tuple[int, int]]]) -> Iterator[str]:
    for i, text in enumerate(paragraphs):
        yield mask(text, skip[i] if i < len(skip) else ())
