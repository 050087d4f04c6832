"""Spaces around punctuation, inside guillemets, in numbers and before units.

Every detector reads a masked text (`typography_protected.mask`) and yields the faults of one family.

A pattern begins with the character it cannot do without, and looks back from there at what stands before: the engine
skips from one such character to the next, and does not stop at each letter of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from seoaudit.french.data import read_table
from seoaudit.french.typography_model import (
    BREAKING,
    LETTERS,
    LOWER,
    NBSP,
    NNBSP,
    NO_BREAK,
    SPACES,
    UPPER,
    Spacing,
    TypographyIssue,
    TypographyKind,
)

_RUN = f"[{SPACES}]++"
_AFTER_MARK = r"(?=[\s)\]»”\"'’.,…\[—–]|$)"
_MARK = re.compile("[;:!?]")
# A mark is glued to what ends a word, a number or a quotation; after "…", "(" or another mark none is due.
_GLUED_MARK = re.compile(rf"([;:!?])(?<=[{LETTERS}0-9)\]»”\"%€°].)(?=[;:!?]{{0,8}}{_AFTER_MARK})")
_SPACED_MARK = re.compile(rf"([{SPACES}](?<=[^\s(\[«].)[{SPACES}]*+)(?=([;:!?])(?!:)[;!?]{{0,8}}{_AFTER_MARK})")
_OPENING = re.compile(rf"«([{SPACES}]*+)(?=[^\s»])")
_CLOSING = re.compile(rf"(?<=[^\s«])(?P<run>{_RUN})(?=»)|(?<=[^\s«»])(?P<glued>»)")
_NUMBER = re.compile(
    rf"[1-9](?<![\w.,].)(?<!\d[{SPACES}].)\d{{0,2}}(?:[{SPACES}]{{1,2}}\d{{3}})++(?!\w|[{SPACES}.-]\d)"
)
# A space beside another, or before a comma or a stop: few texts hold any.
_ODD_SPACE = re.compile(rf"[{SPACES}][{SPACES},.]")
_BEFORE_POINT = re.compile(rf"[{SPACES}](?<=[{LETTERS}0-9)\]»”\"%€].)[{SPACES}]*+(?=(?:,|\.(?!\.))(?:[\s)»”]|$))")
_AFTER_COMMA = re.compile(rf",(?<=[{LETTERS}]{{2}}.)(?=[{LETTERS}]{{2}})")
# "fin.Une": a word in lower case, then one with a capital at its head alone; "React.Children" and "a.R" are code,
# and so is a word without a vowel: "rapport.Rmd".
_NO_VOWEL = "[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]+"
_AFTER_STOP = re.compile(rf"\.(?=(?!(?:Com|Fr|Org|Net|Io|Js|{_NO_VOWEL})\b)[{UPPER}](?:[{LOWER}]{{1,30}}[ ,'’]|['’]))")
_WORD_BEFORE = re.compile(rf"(?<![\w.])[{LOWER}]{{3,40}}\Z")
_LONGEST_WORD = 40
_DOUBLE = re.compile(rf"[{SPACES}](?<=[^\s·•▪◦‣].)[{SPACES}]++(?=\S)")
_NAMES = {NBSP: "insécable (U+00A0)", NNBSP: "insécable fine (U+202F)"}
# 10^15 and more are identifiers, not quantities.
_LONGEST_NUMBER = 20
_BREAK = re.compile(f"[{BREAKING}]")

_Kind = TypographyKind


def _judge(
    run: str, want: str, spacing: Spacing, kinds: tuple[_Kind, _Kind], where: str
) -> tuple[_Kind, str, str] | None:
    """Return kind, due space and note for the white space found at a place where `want` is due; None if it is right."""
    absent, plain = kinds
    if not run:
        return absent, want, f"Insérez une espace {_NAMES[want]} {where}."
    if len(run) == 1 and run in NO_BREAK:
        if not spacing.strict or run == want:
            return None
        return _Kind.NBSP_OTHER, want, f"Votre style demande ici une espace {_NAMES[want]}."
    return plain, want, f"Remplacez l’espace par une espace {_NAMES[want]} {where}."


def marks(text: str, spacing: Spacing) -> Iterator[TypographyIssue]:
    """Spaces before ; : ! ?; never within times, ratios or addresses, where no space follows."""
    if not _MARK.search(text):
        return
    kinds = (_Kind.MARK_SPACE_ABSENT, _Kind.MARK_SPACE_PLAIN)
    for m in _SPACED_MARK.finditer(text):
        mark, run = m[2], m[1]
        want = spacing.colon if mark == ":" else spacing.high
        if not want:
            if run != NNBSP:
                note = f"Pas d’espace devant « {mark} » au Québec."
                yield TypographyIssue(_Kind.MARK_SPACE_EXTRA, m.start(1), m.end(1), "", note)
        elif found := _judge(run, want, spacing, kinds, f"devant « {mark} »"):
            yield TypographyIssue(found[0], m.start(1), m.end(1), found[1], found[2])
    for m in _GLUED_MARK.finditer(text):
        want = spacing.colon if m[1] == ":" else spacing.high
        if want and (found := _judge("", want, spacing, kinds, f"devant « {m[1]} »")):
            yield TypographyIssue(found[0], m.start(), m.end(), want + m[1], found[2])


def guillemets(text: str, spacing: Spacing) -> Iterator[TypographyIssue]:
    """Spaces after « and before »."""
    kinds = (_Kind.GUILLEMET_SPACE_ABSENT, _Kind.GUILLEMET_SPACE_PLAIN)
    want = spacing.guillemet
    if "«" not in text and "»" not in text:
        return
    for m in _OPENING.finditer(text):
        if found := _judge(m[1], want, spacing, kinds, "après « ouvrant"):
            # The mark itself carries a missing space: an editor cannot see an empty span.
            start = m.start(1) if m[1] else m.start()
            yield TypographyIssue(found[0], start, m.end(), want if m[1] else "«" + want, found[2])
    for m in _CLOSING.finditer(text):
        if found := _judge(m["run"] or "", want, spacing, kinds, "devant » fermant"):
            fix = want if m["run"] else want + "»"
            yield TypographyIssue(found[0], m.start(), m.end(), fix, found[2])


def numbers(text: str, spacing: Spacing) -> Iterator[TypographyIssue]:
    """Groups of three digits that a line break could part."""
    for m in _NUMBER.finditer(text):
        number = m.group()
        if len(number) > _LONGEST_NUMBER:
            continue
        fixed = re.sub(r"\D+", spacing.number, number)
        if _BREAK.search(number) or len(number) > len(fixed):
            note = f"Écrivez {fixed} avec des espaces insécables : le nombre ne doit pas être coupé."
            yield TypographyIssue(_Kind.NUMBER_SPACE_PLAIN, m.start(), m.end(), fixed, note)
        elif spacing.strict and number != fixed:
            note = f"Votre style demande ici une espace {_NAMES[spacing.number]}."
            yield TypographyIssue(_Kind.NBSP_OTHER, m.start(), m.end(), fixed, note)


@cache
def _units() -> tuple[re.Pattern[str], frozenset[str]]:
    table = read_table("typography_units")
    names = "|".join(re.escape(u) for u in sorted(table, key=len, reverse=True))
    # "5 m’a dit", "5 m-1", "10 h.com" are no measures.
    pattern = re.compile(
        rf"(?<=[0-9])(?P<run>[{SPACES}]*+)(?P<unit>{names})(?![\w'’²³°]|[-.]\w)(?P<tail>[{BREAKING}]\d\d(?!\d))?"
    )
    return pattern, frozenset(u for u, spaces in table.items() if spaces == "due")


_DIGIT = re.compile("[0-9]")
# A letter before the number makes it a model or a road: "A4", "BF109".
_IDENTIFIER = re.compile(rf"[{LETTERS}][-0-9.,]*$")
_LONGEST_AMOUNT = 24


def units(text: str, spacing: Spacing) -> Iterator[TypographyIssue]:
    """Spaces between a number and its unit, %, € or °C."""
    if not _DIGIT.search(text):
        return
    pattern, due = _units()
    kinds = (_Kind.UNIT_SPACE_ABSENT, _Kind.UNIT_SPACE_PLAIN)
    for m in pattern.finditer(text):
        run, unit = m["run"], m["unit"]
        if _IDENTIFIER.search(text, max(0, m.start() - _LONGEST_AMOUNT), m.start()):
            continue
        if run or unit in due:
            found = _judge(run, spacing.unit, spacing, kinds, f"entre le nombre et « {unit} »")
            if found:
                end = m.end("run") if run else m.end("unit")
                yield TypographyIssue(found[0], m.start(), end, spacing.unit + ("" if run else unit), found[2])
        if m["tail"] and unit == "h" and run:
            note = "Remplacez l’espace par une espace insécable entre les heures et les minutes."
            yield TypographyIssue(kinds[1], m.start("tail"), m.start("tail") + 1, spacing.unit, note)


def points(text: str, _spacing: Spacing) -> Iterator[TypographyIssue]:
    """A space before a comma or full stop; none after one; two spaces where one is due."""
    odd = _ODD_SPACE.search(text) is not None
    for m in _BEFORE_POINT.finditer(text) if odd else ():
        note = "Pas d’espace devant la virgule ni devant le point."
        yield TypographyIssue(_Kind.SPACE_BEFORE_POINT, m.start(), m.end(), "", note)
    stops = (m for m in _AFTER_STOP.finditer(text) if _ends_word(text, m.start()))
    for m in (*_AFTER_COMMA.finditer(text), *stops):
        note = "Il manque une espace après la ponctuation."
        yield TypographyIssue(_Kind.SPACE_AFTER_ABSENT, m.start(), m.end(), m.group() + " ", note)
    for m in _DOUBLE.finditer(text) if odd else ():
        note = "Une seule espace suffit."
        yield TypographyIssue(_Kind.DOUBLE_SPACE, m.start(), m.end(), " ", note)


def _ends_word(text: str, at: int) -> bool:
    """Whether a word in lower case ends at an offset."""
    return _WORD_BEFORE.search(text, max(0, at - _LONGEST_WORD), at) is not None
