"""Lexical cohesion: how well one vocabulary explains a run of paragraphs.

A section is modelled as words drawn from one unknown distribution under a symmetric Dirichlet prior (Dirichlet compound
multinomial; Eisenstein & Barzilay 2008, "Bayesian unsupervised topic segmentation"). Words are the stems of the lemmas
of content words, so that "déclarer" and "déclarations" meet.
"""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Protocol, cast

import numpy as np
from numpy.typing import NDArray

from seoaudit.french.parse import KEPT, Parsed, Token
from seoaudit.structure.cues import light_lemmas

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]

NOMINAL = frozenset(("NOUN", "PROPN"))
_CONTENT = NOMINAL | {"ADJ", "VERB"}


# The stemmer keeps the word it is at: two threads in it at once would cut each other's words.
_lock = threading.Lock()


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802  the library's name


@cache
def _stemmer() -> _Stemmer:
    import snowballstemmer  # heavy: only when something is segmented

    return cast("_Stemmer", snowballstemmer.stemmer("french"))


@lru_cache(maxsize=50_000)
def stem(lemma: str) -> str:
    """Return the stem of a lemma, in lower case and without accents."""
    # A word of absurd length is its own stem: the stemmer's time grows with it.
    short = lemma.lower()
    if len(short) <= 60:
        with _lock:
            short = _stemmer().stemWord(short)
    return "".join(c for c in unicodedata.normalize("NFD", short) if not unicodedata.combining(c))


def _is_content(token: Token) -> bool:
    """Tell whether a token carries matter: a noun, name, adjective or verb that is not a light one ("faire")."""
    return (
        token.pos in _CONTENT
        and len(token.text) > 1
        and any(map(str.isalpha, token.text))
        and token.lemma.lower() not in light_lemmas()
    )


@lru_cache(maxsize=KEPT)  # every step of a segmentation asks for the same units
def content_words(parsed: Parsed) -> tuple[tuple[Token, str], ...]:
    """Return a paragraph's content words, each with its stem, in order, repetitions included."""
    return tuple((t, stem(t.lemma)) for t in parsed.tokens if _is_content(t))


def content_stems(parsed: Parsed) -> list[str]:
    """Return the stems of a paragraph's content words, in order, repetitions included."""
    return [s for _, s in content_words(parsed)]


def noun_stems(parsed: Parsed) -> list[str]:
    """Return the stems of a paragraph's nouns and names, in order, repetitions included."""
    return [s for t, s in content_words(parsed) if t.pos in NOMINAL]


def count_matrix(units: Sequence[Sequence[str]]) -> Counts:
    """Return the counts of each stem (columns, in order of first mention) in each unit (rows)."""
    places: dict[str, int] = {}
    for stems in units:
        for s in stems:
            places.setdefault(s, len(places))
    counts = np.zeros((len(units), max(1, len(places))), dtype=np.int64)
    for row, stems in enumerate(units):
        for s in stems:
            counts[row, places[s]] += 1
    return counts


def log_rising(most: int, start: float) -> Floats:
    """Return log(start (start + 1) ... (start + k - 1)) for k = 0..most: the log ratio of gamma functions."""
    return np.concatenate([[0.0], np.cumsum(np.log(np.arange(most) + start))])


def section_costs(counts: Counts, concentration: float, longest: int) -> Floats:
    """Return the negative log likelihood of every possible section.

    Args:
        counts: units by stems.
        concentration: the Dirichlet parameter of each stem, above 0.
        longest: the most units a section may have.

    Returns:
        An array by (end, length): cost of the section of `length` units that ends just before unit `end`; infinite
        where there is none. Row 0 and column 0 stand for no section.
    """
    n, stems = counts.shape
    longest = min(longest, n)
    before = np.vstack([np.zeros((1, stems), dtype=np.int64), counts.cumsum(axis=0)])
    total = before.sum(axis=1)
    each = log_rising(int(before[-1].max()) + 1, concentration)
    whole = log_rising(int(total[-1]) + 1, stems * concentration)
    gain = np.zeros((n + 1, longest + 1))
    costs = np.full((n + 1, longest + 1), np.inf)
    for end in range(1, n + 1):
        most = min(longest, end)
        starts = end - np.arange(1, most + 1)
        own = np.flatnonzero(counts[end - 1])
        # A section that ends here is the one that ended a unit earlier plus this unit's words.
        added = (
            each[before[end, own] - before[starts][:, own]] - each[before[end - 1, own] - before[starts][:, own]]
        ).sum(axis=1)
        gain[end, 1 : most + 1] = added
        gain[end, 2 : most + 1] += gain[end - 1, 1:most]
        costs[end, 1 : most + 1] = whole[total[end] - total[starts]] - gain[end, 1 : most + 1]
    return costs


def whole_cost(counts: Counts, concentration: float) -> float:
    """Return the negative log likelihood of all units as one section, however many."""
    totals = counts.sum(axis=0)
    each = log_rising(int(totals.max()), concentration)
    whole = log_rising(int(totals.sum()), counts.shape[1] * concentration)
    return float(whole[-1] - each[totals].sum())
