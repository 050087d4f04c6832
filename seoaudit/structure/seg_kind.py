"""Whether a text keeps to one subject or joins several: an article, or a press review, a newsletter, minutes.

In a joined text the words alone show the turns; in an article on one subject they show them faintly, and habits of
editing count for more. The chance that a text is joined is a logistic function of how much its words turn over.
"""

from __future__ import annotations

import numpy as np

from seoaudit.structure.cohesion import Counts, Floats, whole_cost
from seoaudit.structure.seg_decode import cheapest

# Nats a section has to save to be one, where the words alone divide the text.
PRICE = 3.0
# Units this far apart are compared; of longer texts, at most so many units.
FAR, MOST = 4, 200


def kind_features(counts: Counts, cohesion: Floats, concentration: float) -> dict[str, float]:
    """Return what tells a joined text from an article on one subject.

    Args:
        counts: units by stems.
        cohesion: cost of each possible section by (end, length), at that concentration.
        concentration: the Dirichlet parameter of `cohesion`.
    """
    words = int(counts.sum())
    starts = cheapest(cohesion + PRICE)
    ends = [*starts[1:], len(counts)]
    divided = sum(float(cohesion[b, b - a]) for a, b in zip(starts, ends, strict=True))
    saved = whole_cost(counts, concentration) - divided
    return {
        "every text": 1.0,
        "nats saved by the best division, per content word": saved / max(1, words),
        "content words (log)": float(np.log(words + 1)),
        "units (log)": float(np.log(len(counts))),
        "words shared by units far apart": _far_overlap(counts),
    }


def _far_overlap(counts: Counts) -> float:
    """Return the mean share of words common to two units at least FAR apart (of the one with fewer), 0 to 1."""
    there = (counts[:: -(-len(counts) // MOST)] > 0).astype(np.float32)
    shared = there @ there.T
    sizes = there.sum(axis=1)
    share = shared / np.maximum(1.0, np.minimum(sizes[:, None], sizes[None, :]))
    n = len(there)
    apart = np.arange(n)[None, :] - np.arange(n)[:, None]
    # Of few units, all pairs of neighbours.
    pairs = share[apart >= FAR] if n > FAR else share[apart == 1]
    return float(pairs.mean()) if pairs.size else 0.0
