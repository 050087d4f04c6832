"""Acronyms of an article, and where it spells them out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from seoaudit.french.parse import Parsed
from seoaudit.structure.claim_acronym_mentions import mentions_in
from seoaudit.structure.claim_base import Place, entry_set, pattern, word_set

# An expansion in one word: "SHP (Shapefile)" says what the letters stand for.
_ONE_WORD = re.compile(r"\s*\((?P<gloss>[^\W\d_]{4,})\)")
_WORD = re.compile(r"[^\W\d_]+")
_INITIAL = re.compile(r"(?<![^\W\d_])[^\W\d_]")
_JOINING = (" ", "-", "'")
# An expansion in another language, or one whose letters are not all initials, is known by where it stands.
LONGEST_EXPANSION = 160
# Words with the right initials this many characters before an acronym of three letters are its expansion: "la Cour
# pénale internationale … la CPI".
NEAR = 250
_FEWEST_NEAR = 3


class Acronym(NamedTuple):
    """An acronym: its first mention, how often it occurs, and where the article spells it out, if it does.

    Attributes:
        text: as written first ("ACMA", "U.S.A.").
        place: its first mention.
        count: number of mentions.
        expansion: where its words stand, or the gloss beside it; None when the article never gives them, and for what
            every reader knows, where nobody looks for it.
        known: whether every reader knows it (`data/gap_known_acronyms.txt`).
    """

    text: str
    place: Place
    count: int  # type: ignore[assignment] # shadows tuple.count, which nobody asks of an acronym
    expansion: Place | None
    known: bool


class _Word(NamedTuple):
    initial: str
    capital: bool
    small: bool  # a function word, which an acronym may leave out
    joined: bool  # only a space, a hyphen or an apostrophe stands before it
    start: int
    end: int


def find_acronyms(paragraphs: Sequence[Parsed]) -> list[Acronym]:
    """Return the acronyms of an article in the order of their first mention.

    Left out: what `mentions_in` takes for no acronym, words that the article also writes in lower case, units and
    keywords.

    Args:
        paragraphs: the parsed paragraphs, in order.
    """
    mentions: dict[str, list[Place]] = {}
    for n, parsed in enumerate(paragraphs):
        for place in mentions_in(n, parsed):
            mentions.setdefault(_letters(parsed.text[place.start : place.end]), []).append(place)
    known = entry_set("gap_known_acronyms.txt")
    words_in_capitals = entry_set("gap_capital_words.txt")
    out = []
    for letters, places in mentions.items():
        if letters in words_in_capitals or _is_word(letters.lower(), paragraphs):
            continue
        first = places[0]
        text = paragraphs[first.paragraph].text[first.start : first.end]
        expansion = None if letters in known else _expansion(letters, places, paragraphs)
        out.append(Acronym(text, first, len(places), expansion, letters in known))
    return out


def _is_word(form: str, paragraphs: Sequence[Parsed]) -> bool:
    """Whether an article also writes a form in lower case."""
    word = re.compile(rf"(?<![^\W\d_]){form}(?![^\W\d_])")
    return any(word.search(p.text) for p in paragraphs if form in p.text)


def _letters(text: str) -> str:
    return text.replace(".", "")


@cache
def _base(letter: str) -> str:
    """Return a letter without its accent."""
    return unicodedata.normalize("NFD", letter)[0]


@lru_cache(maxsize=512)
def _initials(text: str) -> str:
    """Return the letters that the words of a text begin with, in order, without accents."""
    return "".join(_base(m).lower() for m in _INITIAL.findall(text))


def _spelling(initials: Iterable[str]) -> re.Pattern[str]:
    """Match letters in a row among the initials of a text, those of function words between them."""
    small = "".join(sorted({_base(w[0]) for w in word_set("acronym_small_words")}))
    return re.compile(f"[{small}]*".join(initials))


@lru_cache(maxsize=128)
def _words(text: str) -> tuple[_Word, ...]:
    small = word_set("acronym_small_words")
    out: list[_Word] = []
    for m in _WORD.finditer(text):
        first = _base(m.group()[0])
        joined = bool(out) and text[out[-1].end : m.start()] in _JOINING
        out.append(_Word(first.lower(), first.isupper(), m.group().lower() in small, joined, *m.span()))
    return tuple(out)


def _expansion(letters: str, places: Sequence[Place], paragraphs: Sequence[Parsed]) -> Place | None:
    """Return where an acronym is spelt out: beside a mention, or anywhere as words with these initials."""
    for place in places:
        text = paragraphs[place.paragraph].text
        after = pattern("gloss_after").match(text, place.end)
        if after:
            return Place(place.paragraph, *after.span("gloss"))
        short = _ONE_WORD.match(text, place.end)
        if short and _base(short["gloss"][0]).lower() == _base(letters[0]).lower():
            return Place(place.paragraph, *short.span("gloss"))
        named = pattern("named_after").match(text, place.end)
        if named and named["first"].lower() == letters[0].lower():
            return Place(place.paragraph, named.start("first"), named.end())
        before = text[max(0, place.start - LONGEST_EXPANSION) : place.start]
        if pattern("gloss_before").search(before):
            return Place(place.paragraph, place.start - len(before), place.start)
    initials = [_base(c).lower() for c in letters]
    spelling = _spelling(initials)
    mentioned = {(p.paragraph, p.start) for p in places}
    for n, parsed in enumerate(paragraphs):
        own = _words(parsed.text) if spelling.search(_initials(parsed.text)) else ()
        for i, word in enumerate(own):
            if word.initial != initials[0] or word.small:
                continue
            end = _spelt(initials, own, i)
            if end is None or any((n, w.start) in mentioned for w in own[i : end + 1]):
                continue
            found = Place(n, word.start, own[end].end)
            near = any(p.paragraph == n and 0 < p.start - found.end < NEAR for p in places)
            convincing = _convincing(own[i : end + 1], len(letters)) or (near and len(letters) >= _FEWEST_NEAR)
            if convincing or _bracketed(found, places, parsed.text):
                return found
    return None


def _spelt(initials: Sequence[str], words: Sequence[_Word], at: int) -> int | None:
    """Return the index of the word that gives the last letter, function words skipped where they give none."""
    i = at
    for wanted in initials[1:]:
        i += 1
        while i < len(words) and words[i].initial != wanted and words[i].small:
            i += 1
        if i >= len(words) or words[i].initial != wanted or not all(w.joined for w in words[at + 1 : i + 1]):
            return None
    return i


def _convincing(words: Sequence[_Word], letters: int) -> bool:
    """Whether words with the right initials are an expansion and no accident: by their capitals or their number."""
    capitals = sum(w.capital for w in words if not w.small)
    long = all(w.end - w.start >= 6 for w in words if not w.small)
    return capitals >= 2 or (letters >= 4 and capitals >= 1) or letters >= 5 or (letters >= 3 and long)


def _bracketed(found: Place, places: Sequence[Place], text: str) -> bool:
    """Whether words and acronym stand side by side with a bracket between them."""
    own = [p for p in places if p.paragraph == found.paragraph]
    between = [text[found.end : p.start] if p.start >= found.end else text[p.end : found.start] for p in own]
    return any("(" in gap and len(gap) < 8 for gap in between)
