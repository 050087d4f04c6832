"""A keyphrase in a text: elided, inflected, with other function words between, or scattered in one sentence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from seoaudit.errors import SettingsError
from seoaudit.french.normalise import normalise
from seoaudit.french.sentences import sentence_spans
from seoaudit.french.words import find_words, without_elision
from seoaudit.keyphrases.data import read_set
from seoaudit.keyphrases.inflection import fold, inflection_key
from seoaudit.keyphrases.model import Grade, Occurrence

MOST_WORDS = 15
# Content words in order, with at most so many other words between two of them, are a near match.
WIDEST_GAP = 3
_SLUG_ELISION = re.compile(r"^(?:[cdjlmnst]|qu)(?=[aeiouyh])")


class _Word(NamedTuple):
    form: str
    key: str
    start: int
    end: int


class Prepared(NamedTuple):
    """A keyphrase ready to be matched in many texts.

    Attributes:
        text: as given.
        words: all its words, folded.
        keys: keys of its content words, in order.
        forms: its content words, folded.
        plain: whether it was typed without any accent, so that accents do not count.
    """

    text: str
    words: tuple[str, ...]
    keys: tuple[str, ...]
    forms: tuple[str, ...]
    plain: bool


@lru_cache(maxsize=256)
def prepare_keyphrase(keyphrase: str) -> Prepared:
    """Return a keyphrase ready to be matched.

    Raises:
        SettingsError: it is empty, has only function words, or more than 15 words.
    """
    normal = normalise(keyphrase).text
    plain = _bare(normal) == normal
    words = _words(normal, plain=plain)
    content = [w for w in words if w.form not in read_set("function_words")]
    if not content:
        raise SettingsError(
            f"Mot-clé «\u00a0{keyphrase}\u00a0»\u00a0: il ne contient aucun mot plein\u00a0; donnez une expression."
        )
    if len(words) > MOST_WORDS:
        raise SettingsError(
            f"Mot-clé de {len(words)} mots\u00a0: {MOST_WORDS} au plus\u00a0; donnez une expression plus courte."
        )
    forms = tuple(w.form for w in content)
    return Prepared(keyphrase, tuple(w.form for w in words), tuple(w.key for w in content), forms, plain)


def find_occurrences(
    keyphrase: str, text: str, *, synonyms: Sequence[str] = (), verbs: bool = False
) -> list[Occurrence]:
    """Return where a keyphrase or a synonym stands in a text, in order, none overlapping.

    Args:
        keyphrase: the phrase; number, gender, elision, apostrophe, kind of space and case are free.
        text: the text as typed; offsets are into it.
        synonyms: other phrases that count as it.
        verbs: whether conjugated forms of a verb count too (compared by their first letters).

    Raises:
        SettingsError: the keyphrase or a synonym is empty, has only function words, or is too long.
    """
    normal = normalise(text)
    sentences: list[tuple[int, int]] | None = None
    taken: list[tuple[int, int, Grade]] = []
    for phrase in (keyphrase, *synonyms):
        prepared = prepare_keyphrase(phrase)
        words = _words(normal.text, plain=prepared.plain)
        found = _runs(prepared, words, verbs=verbs)
        if len(prepared.keys) > 1:
            sentences = sentence_spans(normal.text) if sentences is None else sentences
            found += _scattered(prepared, words, sentences, found)
        taken += [f for f in found if all(f[1] <= a or f[0] >= b for a, b, _ in taken)]
    out = []
    for a, b, grade in sorted(taken):
        start, end = normal.to_source(a, b)
        out.append(Occurrence(start, end, grade, text[start:end]))
    return out


def in_slug(keyphrase: str, slug: str) -> bool:
    """Whether a slug holds the keyphrase's content words in order, an elided article joined, apart or left out."""
    parts = [_bare(p).lower() for p in re.split(r"[-_/]+", slug) if p]
    keys = [inflection_key(_bare(f)) for f in prepare_keyphrase(keyphrase).forms]
    at = 0
    for part in parts:
        if at < len(keys) and keys[at] in {inflection_key(part), inflection_key(_SLUG_ELISION.sub("", part))}:
            at += 1
    return at == len(keys)


def _bare(text: str) -> str:
    """Return a text without its accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


@lru_cache(maxsize=512)
def _words(text: str, *, plain: bool) -> tuple[_Word, ...]:
    """Return the words of a normalised text without elision, hyphenated ones in their parts."""
    out = []
    for word in find_words(text):
        host = without_elision(word.text)
        at = word.end - len(host)
        pieces = [host] if word.kind != "form" else host.split("-")
        for piece in pieces:
            form = fold(_bare(piece) if plain or piece.isupper() else piece)
            if form:
                out.append(_Word(form.replace(" ", ""), inflection_key(form), at, at + len(piece)))
            at += len(piece) + 1
    return tuple(out)


def _same(word: _Word, key: str, form: str, *, verbs: bool) -> bool:
    if word.key == key:
        return True
    if word.form[:1].isascii() and word.form == _bare(form)[:1] + form[1:]:
        return True  # a capital without its accent: Etat, Ecole
    return verbs and len(form) > 5 and word.form[:5] == form[:5]


def _runs(phrase: Prepared, words: Sequence[_Word], *, verbs: bool) -> list[tuple[int, int, Grade]]:
    """Return matches with the content words in order, function words free, at most a few others between."""
    function = read_set("function_words")
    out: list[tuple[int, int, Grade]] = []
    i = 0
    while i < len(words):
        if not _same(words[i], phrase.keys[0], phrase.forms[0], verbs=verbs):
            i += 1
            continue
        at, last, others = 1, i, 0
        j = i + 1
        while at < len(phrase.keys) and j < len(words) and others <= WIDEST_GAP:
            if _same(words[j], phrase.keys[at], phrase.forms[at], verbs=verbs):
                at, last = at + 1, j
            elif words[j].form not in function:
                others += 1
            elif j - last > WIDEST_GAP + 1:
                break
            j += 1
        if at < len(phrase.keys):
            i += 1
            continue
        inner = words[i : last + 1]
        content = tuple(w.form for w in inner if w.form not in function)
        grade: Grade = "near"
        if tuple(w.form for w in inner) == phrase.words or content == phrase.forms:
            grade = "exact"
        elif len(content) == len(phrase.forms):
            grade = "inflected"
        out.append((inner[0].start, inner[-1].end, grade))
        i = last + 1
    return out


def _scattered(
    phrase: Prepared,
    words: Sequence[_Word],
    sentences: Sequence[tuple[int, int]],
    found: Sequence[tuple[int, int, Grade]],
) -> list[tuple[int, int, Grade]]:
    """Return sentences that hold all content words in any order and no closer match, as the span from first to last."""
    out: list[tuple[int, int, Grade]] = []
    at = 0
    for a, b in sentences:
        own = []
        while at < len(words) and words[at].start < b:
            own.append(words[at])
            at += 1
        if any(x < b and y > a for x, y, _ in found):
            continue
        places = [[w for w in own if w.key == key] for key in phrase.keys]
        if all(places):
            chosen = [p[0] for p in places]
            out.append((min(w.start for w in chosen), max(w.end for w in chosen), "scattered"))
    return out
