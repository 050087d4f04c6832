"""How probable each section is, given its article: a semi-Markov conditional random field.

A division is worth exp(sum of the scores of its sections and of its breaks); the forward-backward algorithm sums over
all divisions (Sarawagi & Cohen 2004, "Semi-Markov conditional random fields for information extraction").
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from seoaudit.structure.cohesion import Floats

NEVER = -1e30


def section_chances(gap_scores: Floats, section_scores: Floats, allowed: NDArray[np.bool_]) -> Floats:
    """Return the probability that the article has each section.

    Args:
        gap_scores: nats for a break before each unit; the first is not used.
        section_scores: nats by (end, length); any value where there is no such section.
        allowed: whether a section may begin at each unit; the first is.

    Returns:
        A table by (end, length), 0 where there is no such section.
    """
    n, longest = section_scores.shape[0] - 1, section_scores.shape[1] - 1
    ends, lengths = np.arange(n + 1)[:, None], np.arange(longest + 1)[None, :]
    starts = ends - lengths
    begin = np.where(allowed, gap_scores, NEVER)
    begin[0] = 0.0
    real = (starts >= 0) & (lengths > 0)
    scores = np.where(real, section_scores + begin[np.clip(starts, 0, n - 1)], NEVER)
    upto = np.full(n + 1, NEVER)
    upto[0] = 0.0
    for end in range(1, n + 1):
        most = min(longest, end)
        upto[end] = _log_sum(upto[end - most : end][::-1] + scores[end, 1 : most + 1])
    onward = np.full(n + 1, NEVER)
    onward[n] = 0.0
    for start in range(n - 1, -1, -1):
        size = np.arange(1, min(longest, n - start) + 1)
        onward[start] = _log_sum(onward[start + size] + scores[start + size, size])
    logs = upto[np.maximum(starts, 0)] + scores + onward[:, None] - upto[n]
    return np.asarray(np.where(real, np.exp(np.minimum(logs, 0.0)), 0.0))


def break_chances(sections: Floats) -> Floats:
    """Return the probability of a break before each unit, 0 for the first, from those of the sections."""
    n, longest = sections.shape[0] - 1, sections.shape[1] - 1
    chances = np.zeros(n + 1)
    for length in range(1, longest + 1):
        chances[: n + 1 - length] += sections[length:, length]
    chances[0] = 0.0
    return np.minimum(chances[:n], 1.0)


def _log_sum(values: Floats) -> float:
    top = float(values.max())
    return max(NEVER, top + float(np.log(np.exp(values - top).sum())))
