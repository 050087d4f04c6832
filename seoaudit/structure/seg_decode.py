"""The cheapest way to cut a row of units into sections, by dynamic programming."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def cheapest(costs: Floats) -> list[int]:
    """Return the first unit of each section of the cheapest segmentation.

    Args:
        costs: by (end, length), as `cohesion.section_costs` gives them; infinite where no section may be.
    """
    n, longest = costs.shape[0] - 1, costs.shape[1] - 1
    best = np.full(n + 1, np.inf)
    best[0] = 0.0
    back = np.zeros(n + 1, dtype=np.int64)
    for end in range(1, n + 1):
        most = min(longest, end)
        through = best[end - most : end][::-1] + costs[end, 1 : most + 1]
        back[end] = 1 + int(np.argmin(through))
        best[end] = through[back[end] - 1]
    return _walk_back(lambda end, _: int(back[end]), n)


def cheapest_of(costs: Floats, sections: int) -> list[int]:
    """Return the first unit of each of exactly `sections` sections; fewer where the units do not allow as many."""
    n, longest = costs.shape[0] - 1, costs.shape[1] - 1
    best = np.full(n + 1, np.inf)
    best[0] = 0.0
    backs: list[NDArray[np.int64]] = []
    reached = [best]
    lengths = np.arange(1, longest + 1)
    for _ in range(min(sections, n)):
        at = np.arange(n + 1)[:, None] - lengths[None, :]
        through = np.where(at >= 0, reached[-1][np.maximum(at, 0)], np.inf) + costs[:, 1:]
        choice = np.argmin(through, axis=1)
        backs.append(choice + 1)
        reached.append(through[np.arange(n + 1), choice])
    count = max(k for k in range(len(reached)) if k == 0 or np.isfinite(reached[k][n])) if n else 0
    return _walk_back(lambda end, k: int(backs[count - 1 - k][end]), n) if count else [0]


def _walk_back(length: object, n: int) -> list[int]:
    starts, end, k = [], n, 0
    while end > 0:
        end -= length(end, k)  # type: ignore[operator]
        starts.append(end)
        k += 1
    return starts[::-1] or [0]
