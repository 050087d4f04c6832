"""What a division is expected to cost an editor: errors of Pk and WindowDiff, less the breaks placed right.

Pk (Beeferman et al. 1999) and WindowDiff (Pevzner & Hearst 2002) slide a window of half a section over the article and
count disagreements about the breaks inside. Given how probable each section is, the expected number of disagreements
is a sum over the sections of a division, so that the least one is found by dynamic programming (minimum Bayes risk).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from seoaudit.structure.cohesion import Floats
from seoaudit.structure.seg_posterior import break_chances

# Chosen by leave-source-out cross-validation: the window in half sections; the worth of a break placed right, against
# the errors of one section's length (more where the number of sections is given: there is no gain in hedging then);
# the chance from which a break is worth placing.
WINDOW = 1.2
HIT, HIT_OF_GIVEN = 0.4, 2.0
FROM = 0.25
# Between divisions of equal risk, the one of fewer sections.
_TIE = 1e-9


def division_costs(sections: Floats, allowed: NDArray[np.bool_], wanted: float | None = None) -> Floats:
    """Return the expected cost of each section in a division, by (end, length).

    Args:
        sections: the probability of each section, by (end, length).
        allowed: whether a section may begin at each unit.
        wanted: the number of sections; the expected one when None.
    """
    n, longest = sections.shape[0] - 1, sections.shape[1] - 1
    chances = break_chances(sections)
    number = float(chances.sum()) + 1 if wanted is None else wanted
    hit = HIT if wanted is None else HIT_OF_GIVEN
    width = max(2, round(WINDOW * n / number / 2))
    windows = max(0, n - width)
    ends, lengths = np.arange(n + 1)[:, None], np.arange(longest + 1)[None, :]
    starts = ends - lengths
    none, several = _breaks_in_windows(sections, width)
    one = np.maximum(0.0, 1 - none - several)
    scale = number / max(1, windows)
    # A window inside one section costs what it misses instead of what it would wrongly mark ...
    inside = _sums(2 - 4 * none - several) * scale
    # ... and one that holds a whole section counts two breaks where one is likelier.
    around = _sums(one - several) * scale
    last = np.maximum(ends - width, 0)
    costs = np.where(lengths > width, inside[last] - inside[np.clip(starts, 0, windows)], 0.0)
    low, high = np.clip(last, 0, windows), np.clip(starts, 0, windows)
    short = (starts > 0) & (ends < n) & (high > low)
    costs = costs + np.where(short, around[high] - around[low], 0.0) + _TIE
    place = np.clip(starts, 0, n - 1)
    costs = costs - np.where(starts > 0, hit * (chances[place] - FROM), 0.0)
    possible = (lengths > 0) & (starts >= 0) & allowed[place]
    return np.asarray(np.where(possible, costs, np.inf))


def _breaks_in_windows(sections: Floats, width: int) -> tuple[Floats, Floats]:
    """Return the probability of no break in each window of `width` gaps, and of two or more (an upper bound)."""
    n = sections.shape[0] - 1
    windows = max(0, n - width)
    end, length = np.nonzero(sections)
    start, chance = end - length, sections[end, length]
    none, several = np.zeros(windows + 1), np.zeros(windows + 1)
    long = length > width
    np.add.at(none, start[long], chance[long])
    np.add.at(none, end[long] - width, -chance[long])
    low, high = np.clip(end - width, 0, windows), np.minimum(start, windows)
    held = (start > 0) & (end < n) & (high > low)
    np.add.at(several, low[held], chance[held])
    np.add.at(several, high[held], -chance[held])
    none = np.clip(none.cumsum()[:windows], 0.0, 1.0)
    return none, np.minimum(several.cumsum()[:windows], 1 - none)


def _sums(values: Floats) -> Floats:
    return np.concatenate([[0.0], values.cumsum()])
