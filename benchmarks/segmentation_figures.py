"""Measures of a division into sections against an editor's: Pk, WindowDiff, F1 of the breaks, number of sections."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

Figures = dict[str, float]


def pk_windowdiff(gold: Sequence[int], found: Sequence[int], n: int) -> tuple[float, float]:
    """Pk (Beeferman et al. 1999), WindowDiff (Pevzner & Hearst 2002); window: half the mean gold section, 2 or more."""
    marks = np.zeros((2, n), dtype=int)
    marks[0, list(gold)] = 1
    marks[1, list(found)] = 1
    upto = marks.cumsum(axis=1)
    width = max(2, round(n / (len(gold) + 1) / 2))
    if n <= width:
        return 0.0, 0.0
    a, b = upto[:, width:] - upto[:, :-width]
    return float(np.mean((a == 0) != (b == 0))), float(np.mean(a != b))


def f1_of_breaks(gold: Sequence[int], found: Sequence[int], tolerance: int) -> float:
    """F1 of the breaks, each matched with one at most `tolerance` units away."""
    if not gold or not found:
        return float(not gold and not found)
    i = j = hits = 0
    while i < len(gold) and j < len(found):
        if abs(gold[i] - found[j]) <= tolerance:
            hits, i, j = hits + 1, i + 1, j + 1
        elif found[j] < gold[i]:
            j += 1
        else:
            i += 1
    return 2 * hits / (len(gold) + len(found))


def figures_of(divisions: Sequence[tuple[int, Sequence[int], Sequence[int]]]) -> Figures:
    """The mean measures of (units, gold breaks, found breaks)."""
    rows = [
        (
            *pk_windowdiff(gold, found, n),
            f1_of_breaks(gold, found, 1),
            f1_of_breaks(gold, found, 0),
            (len(found) + 1) / (len(gold) + 1),
        )
        for n, gold, found in divisions
    ]
    names = ("Pk", "WindowDiff", "F1±1", "F1", "ratio")
    return dict(zip(names, np.mean(rows, axis=0).tolist(), strict=True))


def reliability(articles: Sequence[tuple[Sequence[int], np.ndarray]]) -> list[tuple[float, int, float, float]]:
    """By tenth of the predicted chance of a break: lower edge, gaps, mean predicted chance, share of true breaks."""
    chance = np.concatenate([c[1:] for _, c in articles])
    true = np.concatenate([np.isin(np.arange(1, len(c)), gold) for gold, c in articles])
    tenth = np.minimum(9, (chance * 10).astype(int))
    return [
        (t / 10, int((tenth == t).sum()), float(chance[tenth == t].mean()), float(true[tenth == t].mean()))
        for t in range(10)
        if (tenth == t).any()
    ]
