"""What a word is, defined once and used by every count.

* An elided form and its host are one word: "l’appel", "qu’il", "aujourd’hui", "jusqu’au".
* A hyphenated form is one word: "porte-avions", "a-t-il", "celui-ci", "Jean-Pierre".
* A number is one word whatever separates its groups: "2 700", "2 700,50", "1.234", "3/4", "10h30", "14:05".
* An address (URL, e-mail) is one word. "M." and "etc." are words without their stop; "U.S.A." is one word.
* Punctuation, €, %, °, §, &, emoji and other symbols are no words.

These are the words a French word processor counts, less the lone punctuation marks that it counts as words because
French sets a space before them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

APOSTROPHE = "['’ʼ]"
SPACE = "[ \u00a0\u202f\u2009]"
LETTER = r"[^\W\d_]"

_URL = r"(?:https?://|ftp://|www\.)[^\s<>«»\"]*[^\s<>«»\".,;:!?)\]’']"
_EMAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
# Groups of three digits join over a space only when the first group has at most three: "en 2023 450 personnes".
_NUMBER = rf"(?<![\d.,])\d{{1,3}}(?:{SPACE}\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,:/]\d+)*"
# "10h30", "1er", "3D", "COVID19", "H2O": letters and digits in one form.
_MIXED = rf"(?:{LETTER}|\d)+"
_DOTTED = rf"(?:{LETTER}\.){{2,}}"
_FORM = rf"{_MIXED}(?:(?:-|{APOSTROPHE}|[·•](?={LETTER})){_MIXED})*"

WORD = re.compile(
    rf"(?P<url>{_URL})|(?P<email>{_EMAIL})|(?P<dotted>{_DOTTED})|(?P<number>(?:{_NUMBER})(?!\d|{LETTER}|-{LETTER}))|(?P<form>{_FORM})",
    re.IGNORECASE,
)

ELISION = re.compile(rf"(?i)(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu){APOSTROPHE}(?={LETTER}|\d)")


class Word(NamedTuple):
    """A word and its place.

    Attributes:
        text: as written.
        start: offset in code points into the text it was found in.
        end: offset just after it.
        kind: "form" (letters), "number", "url", "email" or "dotted" (an abbreviation with stops inside).
    """

    text: str
    start: int
    end: int
    kind: str


def find_words(text: str) -> list[Word]:
    """Return the words of a text, in order; the same words whichever apostrophe or space was typed."""
    return [Word(m.group(), m.start(), m.end(), m.lastgroup or "form") for m in WORD.finditer(text)]


def count_words(text: str) -> int:
    """Return the number of words of a text (0 for an empty one)."""
    return sum(1 for _ in WORD.finditer(text))


def without_elision(word: str) -> str:
    """Return the host of an elided form: "l’appel" gives "appel"; other words come back unchanged."""
    found = None if word.isalpha() else ELISION.match(word)
    return word[found.end() :] if found else word
