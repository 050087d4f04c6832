"""How well the units of a section go with each other: sums over its pairs of units.

A section holds together where any two of its units are alike, not only neighbours (Utiyama & Isahara 2001; Choi 2000).
Likeness is counted from that of any two units of the article, so that pairs no closer than chance count nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from seoaudit.structure.cohesion import Floats
from seoaudit.structure.seg_portraits import Portraits, to_length_one

# Units further apart than this are not compared: time stays linear in the length of the article.
REACH = 12


def pair_features(portraits: Portraits, longest: int) -> dict[str, Floats]:
    """Return features of sections by (end, length): sums over pairs of units, by units less one.

    Args:
        portraits: of at least two units.
        longest: the most units a section may have, at most as many as there are.
    """
    likeness = {
        "closeness in meaning of its units": _cosines(to_length_one(portraits.meaning)),
        "persons its units share": _cosines(to_length_one(portraits.persons)),
        "names its units share": _shared(portraits.names),
    }
    others = np.maximum(1, np.arange(longest + 1) - 1)
    return {name: _sums(near, longest) / others for name, near in likeness.items()}


def _cosines(rows: Floats) -> Floats:
    """Return the cosine of each row of length 1 (or 0) with the one d after it, in column d, above that of any two."""
    n = len(rows)
    total = rows.sum(axis=0)
    usual = float((total * total).sum() - (rows * rows).sum()) / max(1, n * (n - 1))
    out = np.zeros((n, REACH + 1))
    for d in range(1, min(REACH, n - 1) + 1):
        out[: n - d, d] = np.einsum("ij,ij->i", rows[:-d], rows[d:]) - usual
    return out


def _shared(sets: Sequence[frozenset[str]]) -> Floats:
    """Return the same for the cosine of sets: members in common by the root of the product of their sizes."""
    n = len(sets)
    scales = [1 / np.sqrt(max(1, len(s))) for s in sets]
    totals: Counter[str] = Counter()
    for members, scale in zip(sets, scales, strict=True):
        for member in sorted(members):
            totals[member] += scale
    filled = sum(map(bool, sets))
    usual = (sum(t * t for t in totals.values()) - filled) / max(1, n * (n - 1))
    out = np.zeros((n, REACH + 1))
    for d in range(1, min(REACH, n - 1) + 1):
        for i in range(n - d):
            out[i, d] = len(sets[i] & sets[i + d]) * scales[i] * scales[i + d] - usual
    return out


def _sums(near: Floats, longest: int) -> Floats:
    """Return the sum over the pairs of each possible section, by (end, length)."""
    n, within = len(near), near.cumsum(axis=1)
    out = np.zeros((n + 1, longest + 1))
    for length in range(2, longest + 1):
        ends = np.arange(length, n + 1)
        # The section one unit shorter at its head, plus the pairs of that head.
        out[ends, length] = out[ends, length - 1] + within[ends - length, min(length - 1, REACH)]
    return out
