"""The form of the headings: marks at their end, capitals, numbers that skip, words that only repeat the title."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from seoaudit.article.model import Block, BlockKind
from seoaudit.assessment.context import Context
from seoaudit.assessment.registry import Place, Value, absent, measure
from seoaudit.french.normalise import normalise

_FINAL_STOP = re.compile(r"[\w»)\]][ \u00a0\u202f]?[.,;:]$")
# Abbreviations end with a stop of their own.
_ABBREVIATED = re.compile(
    r"(?i):[\w+-]+:$|\b(?:etc|cf|al|inc|ltd|co|vol|ex|av|apr|j\.-c|p|n|s|st|[a-z](?:\.[a-z])+)\.$"
)
_NUMBERED = re.compile(
    r"(?i)(?:étape |partie |chapitre |conseil |astuce |n[°o] ?)?(\d{1,2})(?:\)|\.(?![\d.])|\s*[-–—:])\s+\S"
)
_FEWEST_CAPITALS = 10
_VOWEL = re.compile(r"[AEIOUYÀÂÉÈÊËÎÏÔÙÛ]")
_LONG_WORD = 5
_FEWEST_NUMBERED = 3
_FEWEST_SECTIONS = 5


def _value(context: Context, bad: list[Block]) -> Value:
    if not context.subheadings:
        return absent("no_subheadings")
    places = tuple(Place(b.start, b.end) for b in bad)
    return Value(len(bad), places, {"first": bad[0].text if bad else ""})


def _plain(text: str) -> str:
    return "".join(c for c in normalise(text).text.casefold() if c.isalnum())


@measure("headings_with_stop", facts=("first",))
def headings_with_stop(context: Context) -> Value:
    """Subheadings that end with a stop, comma, semicolon or colon; an abbreviation may."""
    ending = [b for b in context.subheadings if _FINAL_STOP.search(b.text.rstrip())]
    return _value(context, [b for b in ending if not _ABBREVIATED.search(b.text.rstrip())])


@measure("shouted_headings", facts=("first",))
def shouted_headings(context: Context) -> Value:
    """Headings in capitals throughout: ten letters at least, one word of five; acronyms and codes are none."""
    if not context.article.headings:
        return absent("no_headings")
    bad = [b for b in context.article.headings if _shouts(b.text)]
    return Value(len(bad), tuple(Place(b.start, b.end) for b in bad), {"first": bad[0].text if bad else ""})


def _shouts(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    long = any(len(w) >= _LONG_WORD and w.isalpha() and _VOWEL.search(w) for w in re.findall(r"\w+", text))
    return text.isupper() and letters >= _FEWEST_CAPITALS and long and " " in text.strip()


@measure("wordless_headings", facts=("first",))
def wordless_headings(context: Context) -> Value:
    """Headings without any word or number: marks, pictograms or nothing but a question mark."""
    if not context.article.headings:
        return absent("no_headings")
    bad = [b for b in context.article.headings if not any(map(str.isalnum, b.text)) and not b.images]
    return Value(len(bad), tuple(Place(b.start, b.end) for b in bad), {"first": bad[0].text if bad else ""})


@measure("numbering_faults", facts=("first",))
def numbering_faults(context: Context) -> Value:
    """Numbers at the start of headings that skip one or come twice, among headings of one part that count from one."""
    numbered = [s for s in _series(context.subheadings) if len(s) >= _FEWEST_NUMBERED and s[0][1] <= 1]
    if not numbered:
        return absent("no_numbered_headings")
    bad = [b for series in numbered for (_, a), (b, n) in pairwise(series) if n != a + 1]
    return _value(context, bad)


def _series(headings: tuple[Block, ...]) -> list[list[tuple[Block, int]]]:
    """Return the numbered headings of each part, by level."""
    out: list[list[tuple[Block, int]]] = []
    open_: dict[int, list[tuple[Block, int]]] = {}
    for block in headings:
        open_ = {level: s for level, s in open_.items() if level <= block.level}
        found = _NUMBERED.match(normalise(block.text).text)
        if found is None:
            continue
        if block.level not in open_:
            open_[block.level] = []
            out.append(open_[block.level])
        open_[block.level].append((block, int(found[1])))
    return out


@measure("headings_as_title", facts=("first",), reads=("title",))
def headings_as_title(context: Context) -> Value:
    """Subheadings that repeat the article's title or main heading word for word."""
    main = [b.text for b in context.article.headings if b.level == 1]
    titles = {_plain(t) for t in (context.title, *main) if t}
    if not titles:
        return absent("no_title")
    # Where no heading is the main one, the first stands for it.
    shown = context.subheadings if main else context.subheadings[1:]
    return _value(context, [b for b in shown if _plain(b.text) in titles])


@measure("main_heading_missing", high=1)
def main_heading_missing(context: Context) -> Value:
    """Whether a whole page has no heading of level 1 in its article: 0 or 1."""
    if context.article.meta.head is None:
        return absent("no_whole_page")
    return Value(int(all(b.level != 1 for b in context.article.headings)))


@measure("median_section", unit="mots")
def median_section(context: Context) -> Value:
    """Median of the words under a subheading, of those with prose of their own; from five of them on."""
    words = {b.index: len(b.words) for b in context.analysis.blocks}
    sections: list[int] = []
    for i, block in enumerate(context.article.blocks):
        if block.kind is BlockKind.HEADING:
            sections.append(0)
        elif block.is_prose and sections:
            sections[-1] += words[i]
    full = [n for n in sections if n]
    return Value(median(full)) if len(full) >= _FEWEST_SECTIONS else absent("few_sections")
