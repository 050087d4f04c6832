"""A text as matching reads it: words without elision, compounds in their parts, and what may stand between two words.

"L’appel d’urgence" reads "appel" "urgence", "porte-avions" reads "porte" "avions", "2 700" and "2700" read alike. What
is read never depends on the apostrophe, the kind of space, the Unicode form or the case that was typed, so that no
count does (capitals without their accents aside: "MARCHE" may be "marché").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from seoaudit.french.data import read_table
from seoaudit.french.words import find_words
from seoaudit.keyphrases.data import read_set
from seoaudit.keyphrases.inflection import fold, inflection_key

# Unlike for counting words, "presqu'île" and "quelqu'un" are words of their own here.
_ELISION = re.compile(r"(?i)([cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=[^\W_])")
_DIGIT_EDGE = re.compile(r"(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)")
# What may stand between two words of one phrase; any other mark parts them.
_JOINING = frozenset(" \"'«»“”‹›%€$°&+#@*_^~")
_SIGNS = ("++", "#", "+")
_ORDINALS = frozenset({"eme", "ème", "ième", "ieme"})


class Token(NamedTuple):
    """A word, or a part of a compound.

    Attributes:
        form: in lower case, ligatures written out, without elision.
        key: what the forms of its number and gender share; its first letter without accent, as capitals lack it.
        start: offset in the normalised text, the elided form left out.
        end: offset just after it.
        elided: the elided form before it, without apostrophe: "l", "qu", "" for none.
        opens: whether a word begins here; a match may not begin within a compound.
        closes: whether a word ends here, clitics aside.
        compound: whether it is part of a compound.
        bare_capitals: whether it is in capitals that may lack accents.
        breath: number of marks that part phrases before it; two words of one phrase have the same.
    """

    form: str
    key: str
    start: int
    end: int
    elided: str
    opens: bool
    closes: bool
    compound: bool
    bare_capitals: bool
    breath: int


@lru_cache(maxsize=65_536)
def bare(text: str) -> str:
    """Return a text without its accents."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


@lru_cache(maxsize=65_536)
def initial_bare(form: str) -> str:
    """Return a form without an accent on its first letter.

    Capitals often lack it, and no two French content words differ in that accent alone.
    """
    return bare(form[:1]) + form[1:]


def read_tokens(text: str) -> list[Token]:
    """Return the tokens of a normalised text (straight apostrophes, single plain spaces), in order."""
    out: list[Token] = []
    breath, end = 0, 0
    for word in find_words(text):
        if out and word.start < end:
            continue  # the sign of "C++" was taken with its letter
        gap = text[end : word.start]
        joined = bool(out) and gap == "&"
        if out and gap not in ("", " ", "&") and _parts(gap, out[-1].form):
            breath += 1
        if joined:
            out[-1] = out[-1]._replace(closes=False, compound=True)
        end = word.end
        for sign in _SIGNS:
            if word.kind == "form" and text.startswith(sign, end):
                end += len(sign)
                break
        out.extend(_pieces(text[word.start : end], word.start, word.kind, breath, joined=joined))
    return out


def barrier_marks(text: str) -> str:
    """Return the marks of a text that would part its words: in a keyphrase, those that may stand in a match."""
    return "".join(c for c in text if c not in _JOINING and c != "-" and not c.isalnum())


def _parts(gap: str, before: str) -> bool:
    """Whether the signs between two words part them: a comma does, the stop of "M." or "J." does not."""
    marks = gap.strip(" ")
    if marks == "." and (len(before) == 1 or before in _abbreviations()):
        return False
    return any(c not in _JOINING for c in marks)


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    return frozenset(fold(a) for a, kind in read_table("abbreviations").items() if kind in {"name", "always"})


def _pieces(word: str, start: int, kind: str, breath: int, *, joined: bool) -> Iterator[Token]:
    """Yield the tokens of one word."""
    if kind != "form":
        form = fold(word).replace(" ", "")
        form = form.replace(".", "") if kind == "dotted" else form
        yield Token(form, form, start, start + len(word), "", not joined, True, joined, False, breath)
        return
    if word.isalpha():  # most words
        form = fold(word)
        capitals = len(word) > 1 and word.isupper() and bare(word) == word
        yield Token(form, _key(form), start, start + len(word), "", not joined, True, joined, capitals, breath)
        return
    parts = _split(word)
    # Where the compound ends and its clitics begin: "appels|-là", "a|-t-il".
    last = len(parts) - 1
    while last > 0 and fold(parts[last][0]) in read_set("clitics"):
        last -= 1
    for n, (piece, at) in enumerate(parts):
        found = _ELISION.match(piece)
        elided, host = (fold(found[1]), piece[found.end() :]) if found else ("", piece)
        if elided and fold(piece) in read_set("fixed_elisions"):
            elided, host = "", piece
        begin = start + at + len(piece) - len(host)
        # "étudiant·e·s" is read as "étudiant".
        form = fold(re.split(r"[·•]", host)[0] or host)
        if n and form in _ORDINALS and parts[n - 1][0][-1:].isdigit():
            form = "e"
        capitals = len(host) > 1 and host.isupper() and bare(host) == host
        yield Token(
            form, _key(form), begin, start + at + len(piece), elided,
            n == 0 and not joined, n >= last, last > 0 or joined, capitals, breath,
        )  # fmt: skip


def _split(word: str) -> list[tuple[str, int]]:
    """Return the parts of a word between hyphens and where digits meet letters, with their offsets."""
    if "-" not in word and (word.isalpha() or not any(map(str.isdigit, word))):
        return [(word, 0)]
    out, at = [], 0
    for part in word.split("-"):
        inner = at
        for piece in _DIGIT_EDGE.split(part):
            if piece:
                out.append((piece, inner))
            inner += len(piece)
        at += len(part) + 1
    return out or [(word, 0)]


@lru_cache(maxsize=65_536)
def _key(form: str) -> str:
    return initial_bare(inflection_key(form))
