"""How the words change at each gap between two units: the lexical features of a possible break.

Every feature compares what stands before a gap with what stands after it, in windows of a few units or of a number of
words. The document is read in blocks of units, so that time and memory grow linearly with its length.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seoaudit.structure.cohesion import Counts, Floats, log_rising

# Units read at once, and the units of context each block sees before and after it.
BLOCK = 256
CONTEXT = 24
UNIT_WINDOWS = (1, 2, 3, 5)
WORD_WINDOWS = (60, 120, 200)
# Dirichlet concentration of the log Bayes factors.
CONCENTRATION = 0.5
# Units after a gap in which a word that comes in is looked for again.
AHEAD = 4


@dataclass(frozen=True, slots=True)
class Lexis:
    """The stems of a document by unit.

    Attributes:
        rows: for each unit, the ids of its stems in order, repetitions included; ids count from 0 by first mention.
        spread: for each stem, the number of units that have it.
        first: for each stem, the first unit that has it.
        last: for each stem, the last unit that has it.
        words: cumulated number of words before each unit, one more entry for the end.
    """

    rows: tuple[Counts, ...]
    spread: Counts
    first: Counts
    last: Counts
    words: Counts

    @property
    def units(self) -> int:
        """Number of units."""
        return len(self.rows)

    def dense(self, start: int, end: int) -> tuple[Counts, Counts]:
        """Return the counts of units `start` to `end` - 1 (rows) by stem (columns), and the ids of the columns."""
        ids, places = np.unique(np.concatenate([np.empty(0, dtype=np.int64), *self.rows[start:end]]), return_inverse=True)
        counts = np.zeros((end - start, max(1, len(ids))), dtype=np.int64)
        units = np.repeat(np.arange(end - start), [len(r) for r in self.rows[start:end]])
        np.add.at(counts, (units, places), 1)
        return counts, ids if len(ids) else np.zeros(1, dtype=np.int64)


def read_lexis(stems: Sequence[Sequence[str]], words: Sequence[int]) -> Lexis:
    """Return the stems of a document as numbers.

    Args:
        stems: the stems of each unit's content words.
        words: the number of words of each unit, all words counted.
    """
    places: dict[str, int] = {}
    rows = tuple(np.array([places.setdefault(s, len(places)) for s in unit], dtype=np.int64) for unit in stems)
    size = max(1, len(places))
    spread, first, last = (np.zeros(size, dtype=np.int64) for _ in range(3))
    first += len(stems)
    for i, row in enumerate(rows):
        own = np.unique(row)
        spread[own] += 1
        first[own] = np.minimum(first[own], i)
        last[own] = i
    return Lexis(rows, spread, first, last, np.concatenate([[0], np.cumsum(np.array(words, dtype=np.int64))]))


def lexical_features(lexis: Lexis) -> dict[str, Floats]:
    """Return the lexical features by name, one value per gap (units - 1).

    Names: `cos`, `lbf` (log Bayes factor of two vocabularies against one), `overlap`, `new`, `ended`, `theme`, `gone`,
    `alive`; a number after them is the window in units, or in words with a `w`; a `z` before them means in standard
    deviations from the document's mean, a `depth_` how deep the valley is at the gap.
    """
    n = lexis.units
    blocks = [_block(lexis, start, min(n, start + BLOCK)) for start in range(1, n, BLOCK)]
    raw = {name: np.concatenate([b[name] for b in blocks]) for name in blocks[0]} if blocks else {}
    out = dict(raw)
    out |= {"z" + name: _standard(values) for name, values in raw.items()}
    out |= {f"depth_cos{w}": _standard(_depth(raw[f"cos{w}"])) for w in (2, 3) if raw}
    return out


def _block(lexis: Lexis, start: int, end: int) -> dict[str, Floats]:
    """Return the features of the gaps before units `start` to `end` - 1."""
    low, high = max(0, start - CONTEXT), min(lexis.units, end + CONTEXT)
    counts, ids = lexis.dense(low, high)
    gaps = np.arange(start, end)
    rarity = np.log((lexis.units + 1) / (lexis.spread[ids] + 0.5))
    before = _cumulated(counts)
    weight_before = _cumulated(np.sqrt(counts) * rarity)
    out: dict[str, Floats] = {}
    at = gaps - low
    for w in UNIT_WINDOWS:
        left, right = np.maximum(at - w, 0), np.minimum(at + w, len(counts))
        out[f"cos{w}"] = _cosine(weight_before[at] - weight_before[left], weight_before[right] - weight_before[at])
    for w in WORD_WINDOWS:
        left, right = (np.clip(x - low, 0, len(counts)) for x in _word_window(lexis.words, gaps, w))
        x, y = before[at] - before[left], before[right] - before[at]
        out[f"cos{w}w"] = _cosine(weight_before[at] - weight_before[left], weight_before[right] - weight_before[at])
        out[f"lbf{w}w"] = _log_bayes_factor(x, y)
        smaller = np.maximum(1, np.minimum(x.sum(axis=1), y.sum(axis=1)))
        out[f"overlap{w}w"] = np.minimum(x, y).sum(axis=1) / smaller
    return out | _careers(lexis, counts, ids, before, gaps, at)


def _careers(
    lexis: Lexis, counts: Counts, ids: Counts, before: Counts, gaps: Counts, at: Counts
) -> dict[str, Floats]:
    """Return the features that follow words from their first mention in the document to their last."""
    ahead, behind = np.minimum(at + AHEAD, len(counts)), np.maximum(at - AHEAD, 0)
    arriving = lexis.first[ids][None, :] == gaps[:, None]
    leaving = lexis.last[ids][None, :] == gaps[:, None] - 1
    here, previous = counts[at], counts[at - 1]
    after_here = before[np.minimum(ahead + 1, len(counts))] - before[np.minimum(at + 1, len(counts))]
    past, future = before[at] - before[behind], before[ahead] - before[at]
    active = past >= 2
    repeated = lexis.spread[ids] >= 2
    spans = repeated & (lexis.first[ids] < gaps[:, None]) & (lexis.last[ids] >= gaps[:, None])
    return {
        "new": (here * arriving).sum(axis=1) / np.maximum(1, here.sum(axis=1)),
        "ended": (previous * leaving).sum(axis=1) / np.maximum(1, previous.sum(axis=1)),
        "theme": np.log1p((after_here * arriving).sum(axis=1)),
        "gone": (active & (future == 0)).sum(axis=1) / np.maximum(1, active.sum(axis=1)),
        "alive": spans.sum(axis=1) / max(1, int(repeated.sum())),
    }


def _cumulated(values: NDArray[np.float64] | NDArray[np.int64]) -> NDArray[np.float64] | NDArray[np.int64]:
    return np.vstack([np.zeros((1, values.shape[1]), dtype=values.dtype), values.cumsum(axis=0)])


def _word_window(words: Counts, gaps: Counts, size: int) -> tuple[Counts, Counts]:
    """Return where the window of at least `size` words before each gap begins, and where the one after it ends."""
    left = np.searchsorted(words, words[gaps] - size, side="right") - 1
    right = np.searchsorted(words, words[gaps] + size, side="left")
    low, high = np.maximum(0, gaps - CONTEXT), np.minimum(len(words) - 1, gaps + CONTEXT)
    return np.clip(left, low, gaps - 1), np.clip(right, gaps + 1, high)


def _cosine(x: Floats, y: Floats) -> Floats:
    norm = np.sqrt((x * x).sum(axis=1) * (y * y).sum(axis=1))
    return np.asarray((x * y).sum(axis=1) / np.where(norm > 0, norm, 1.0))


def _log_bayes_factor(x: Counts, y: Counts) -> Floats:
    """Return the log odds that two windows were drawn from two vocabularies rather than from one (Dirichlet prior)."""
    each = log_rising(int((x + y).max(initial=0)) + 1, CONCENTRATION)
    whole = log_rising(int((x.sum(axis=1) + y.sum(axis=1)).max(initial=0)) + 1, CONCENTRATION * x.shape[1])

    def likelihood(counts: Counts) -> Floats:
        return np.asarray(each[counts].sum(axis=1) - whole[counts.sum(axis=1)])

    return likelihood(x) + likelihood(y) - likelihood(x + y)


def _standard(values: Floats) -> Floats:
    spread = values.std()
    return (values - values.mean()) / spread if spread > 1e-9 else np.zeros(len(values))


def _depth(values: Floats) -> Floats:
    """Return how far the curve rises on both sides of each value (the depth score of Hearst 1997)."""
    left, right = values.copy(), values.copy()
    for i in range(1, len(values)):
        left[i] = max(values[i], left[i - 1]) if values[i - 1] >= values[i] else values[i]
    for i in range(len(values) - 2, -1, -1):
        right[i] = max(values[i], right[i + 1]) if values[i + 1] >= values[i] else values[i]
    return left + right - 2 * values
