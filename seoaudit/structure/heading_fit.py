"""Headings that belong to another section: no word of theirs is in their own, and they fit another one far better.

Three of ten published headings share no word with their section, so a lack of common words alone says nothing. A
heading is doubted only where it would win by a move: its words are those of another section, and that section's own
heading would lose nothing. Measured on 2,715 published subheadings (`benchmarks/heading_fit.py`): 6 are doubted; of
those that change places with another one of their article 16 % are found.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from seoaudit.keyphrases.data import read_set
from seoaudit.keyphrases.indexed import index_text
from seoaudit.structure.claim_base import entry_set

STEM = 5  # letters that words of one family share at least, nearly always
OPENING = 4.0  # how much more than once a word of the section's first paragraph counts
UNSEEN = 1.0  # occurrences that a word is given where it has none
SPREAD = 100.0  # words a section is given beside its own
GAIN = 2.0  # of the gain of a move, how much the other heading's gain can add to it
LEAST = 3.5
"""Log-odds gained by a move from which a heading is doubted: 2 in 1,000 published ones are."""

Bag = Counter[str]


def bag_of(texts: Sequence[str]) -> Bag:
    """Return how often each content word occurs in texts, by the beginning that its family shares."""
    empty = read_set("function_words") | entry_set("gap_function_words.txt")
    return Counter(
        t.key[:STEM]
        for text in texts
        for t in index_text(text).tokens
        if len(t.form) > 1 and t.form not in empty and not t.form.isdigit()
    )


def misplaced(headings: Sequence[str], sections: Sequence[Sequence[str]]) -> dict[int, int]:
    """Return the headings that fit another section, with that section: index by index.

    Args:
        headings: the headings of one level under one parent, in order.
        sections: the paragraphs under each, subheadings included; as many as headings.
    """
    if len(headings) < 2:
        return {}
    words = [list(bag_of([h])) for h in headings]
    bags, openings = [bag_of(s) for s in sections], [bag_of(s[:1]) for s in sections]
    odds = [_odds(w, bags, openings) for w in words]
    out = {}
    for i, own in enumerate(words):
        if not own or not bags[i] or any(w in bags[i] for w in own):
            continue
        gains = {j: _gain(odds, i, j) for j in range(len(headings)) if j != i and words[j]}
        best = max(gains, key=lambda j: (gains[j], -j), default=i)
        if best != i and gains[best] > LEAST:
            out[i] = best
    return out


def _odds(words: Sequence[str], bags: Sequence[Bag], openings: Sequence[Bag]) -> list[float]:
    """Return for each section the log-odds of a heading's words there against all sections."""
    sizes = [b.total() + OPENING * o.total() + UNSEEN * SPREAD for b, o in zip(bags, openings, strict=True)]
    out = [0.0] * len(bags)
    for w in words:
        rates = [(b[w] + OPENING * o[w] + UNSEEN) / n for b, o, n in zip(bags, openings, sizes, strict=True)]
        mean = sum(rates) / len(rates)
        out = [v + math.log(r / mean) for v, r in zip(out, rates, strict=True)]
    return out


def _gain(odds: Sequence[Sequence[float]], i: int, j: int) -> float:
    """Return what heading `i` gains in section `j`, and the heading there in section `i`."""
    own = odds[i][j] - odds[i][i]
    return own + min(odds[j][i] - odds[j][j], GAIN * own)
