"""YAKE's scores in a third of the library's time, to the last bit the same.

The method is that of Campos et al., "YAKE! Keyword extraction from single documents using multiple local features",
Information Sciences 509 (2020): a word is worth the more the earlier, the more often, in the more sentences and the
more capitalised it stands, and the fewer different neighbours it has; a phrase is worth its words. Scores are lower
for better phrases. Sentences and tokens are segtok's and stop words are those of the library; what is
spared are its objects and graph. `tests/keyphrases/test_yake_method.py` holds both equal.
"""

from __future__ import annotations

import math
import string
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from statistics import median
from typing import NamedTuple

LONGEST = 3
"""Words of a phrase at most; a word's neighbours are those next to it, as in the library by default."""
_PUNCTUATION = frozenset(string.punctuation)
_NO_PUNCTUATION = str.maketrans(dict.fromkeys(string.punctuation))
_SHORTEST = 3  # characters of a word that is no stop word


class _Place(NamedTuple):
    """A word where it stands: in lower case, the term it is a form of, and whether it is neither number nor sign."""

    lower: str
    term: _Term
    plain: bool


@dataclass(eq=False, slots=True)
class _Term:
    """A word of the text, its plural included, and what is counted of it."""

    stopword: bool
    count: int = 0
    acronyms: int = 0
    names: int = 0
    sentences: list[int] = field(default_factory=list)
    left: dict[_Term, int] = field(default_factory=dict)
    right: dict[_Term, int] = field(default_factory=dict)
    score: float = 0.0

    def __hash__(self) -> int:
        return id(self)


@dataclass(slots=True)
class _Phrase:
    """A candidate: its terms, how often it stands, and whether once without number or sign."""

    terms: tuple[_Term, ...]
    count: int = 0
    plain: bool = False


def score_phrases(text: str) -> list[tuple[str, float]]:
    """Return the phrases of a text in lower case with YAKE's scores, the best (lowest) first.

    Args:
        text: one run of text, elided forms set apart.
    """
    phrases: dict[tuple[str, ...], _Phrase] = {}
    terms: dict[str, _Term] = {}
    sentences = _tokenised(text)
    for n, sentence in enumerate(sentences):
        for block in _blocks(sentence, n, terms):
            _count(block, phrases)
    _score_terms(list(terms.values()), len(sentences))
    found = [(" ".join(words), _score(p)) for words, p in phrases.items() if p.plain]
    return sorted(found, key=lambda f: f[1])


def _tokenised(text: str) -> list[list[str]]:
    from segtok.segmenter import split_multi
    from segtok.tokenizer import split_contractions, web_tokenizer

    return [
        [w for w in split_contractions(web_tokenizer(s)) if w and not (w.startswith("'") and len(w) > 1)]
        for s in split_multi(text.replace("\n", " ").replace("\t", " "))
        if s.strip()
    ]


def _blocks(sentence: Sequence[str], number: int, terms: dict[str, _Term]) -> Iterator[list[_Place]]:
    """Yield the runs of words between the punctuation marks of a sentence, each word counted for its term."""
    block: list[_Place] = []
    for i, word in enumerate(sentence):
        if _PUNCTUATION.issuperset(word):
            if block:
                yield block
                block = []
            continue
        lower, kind = word.lower(), _kind(word, i > 0)
        term = _term(lower, terms)
        term.count += 1
        term.acronyms += kind == "acronym"
        term.names += kind == "name"
        if not term.sentences or term.sentences[-1] != number:
            term.sentences.append(number)
        block.append(_Place(lower, term, kind not in {"number", "sign"}))
    if block:
        yield block


def _term(lower: str, terms: dict[str, _Term]) -> _Term:
    """Return the term of a word in lower case; the first of its forms decides whether it is a stop word."""
    singular = lower[:-1] if lower.endswith("s") and len(lower) > _SHORTEST else lower
    term = terms.get(singular)
    if term is None:
        stop = _stopwords()
        short = len(singular.translate(_NO_PUNCTUATION)) < _SHORTEST
        term = terms[singular] = _Term(short or lower in stop or singular in stop)
    return term


def _count(block: Sequence[_Place], phrases: dict[tuple[str, ...], _Phrase]) -> None:
    """Count the neighbours of each word of a run, and the phrases that can stand as a candidate."""
    for i, (_, term, plain) in enumerate(block):
        if i and plain and block[i - 1].plain:
            before = block[i - 1].term
            before.right[term] = before.right.get(term, 0) + 1
            term.left[before] = term.left.get(before, 0) + 1
        if term.stopword:
            continue
        for a in range(i, max(0, i - LONGEST + 1) - 1, -1):
            if block[a].term.stopword:
                continue
            words = block[a : i + 1]
            key = tuple([w.lower for w in words])
            phrase = phrases.get(key)
            if phrase is None:
                phrase = phrases[key] = _Phrase(tuple([w.term for w in words]))
            phrase.count += 1
            phrase.plain = phrase.plain or all(w.plain for w in words)


def _score_terms(terms: Sequence[_Term], sentences: int) -> None:
    """Score the terms that are no stop words; formulas (2) to (8) of the paper."""
    import numpy as np

    counts = np.array([float(t.count) for t in terms if not t.stopword])
    if not counts.size:
        return
    usual, most = float(counts.mean() + counts.std()), max(t.count for t in terms)
    for t in terms:
        if t.stopword:
            continue
        related = (0.5 + _variety(t.left) * (t.count / most)) + (0.5 + _variety(t.right) * (t.count / most))
        position = math.log(math.log(3.0 + median(t.sentences)))
        case = max(t.acronyms, t.names) / (1.0 + math.log(t.count))
        frequency, spread = t.count / usual, len(t.sentences) / sentences
        t.score = (position * related) / (case + frequency / related + spread / related)


def _variety(neighbours: Mapping[_Term, int]) -> float:
    """Return how many different neighbours a term has on one side, for each of all it has there."""
    return len(neighbours) / sum(neighbours.values()) if neighbours else 0.0


def _score(phrase: _Phrase) -> float:
    """Return a phrase's score from those of its terms; a stop word within it counts by how it binds its neighbours."""
    total, product = 0.0, 1.0
    for i, term in enumerate(phrase.terms):
        if not term.stopword:
            total += term.score
            product *= term.score
            continue
        before, after = phrase.terms[i - 1], phrase.terms[i + 1]
        bound = (term.left.get(before, 0) / before.count) * (term.right.get(after, 0) / after.count)
        product *= 1 + (1 - bound)
        total -= 1 - bound
    return product / ((total + 1) * phrase.count)


@lru_cache(maxsize=16_384)
def _kind(word: str, within: bool) -> str:
    """Return what a word is by its signs: "number", "sign" (no word, or mixed), "acronym", "name" or "word".

    Args:
        word: as written.
        within: whether another stands before it in its sentence.
    """
    digits = word.replace(",", "")
    if digits.isdigit() or digits.replace(".", "", 1).isdigit():
        return "number"
    has_digit, has_letter = any(map(str.isdigit, word)), any(map(str.isalpha, word))
    if has_digit == has_letter or sum(c in _PUNCTUATION for c in word) > 1:
        return "sign"
    if word.isupper():
        return "acronym"
    capital = within and len(word) > 1 and word[0].isupper() and sum(map(str.isupper, word)) == 1
    return "name" if capital else "word"


@cache
def _stopwords() -> frozenset[str]:
    from yake import KeywordExtractor

    return frozenset(KeywordExtractor(lan="fr").stopword_set)
