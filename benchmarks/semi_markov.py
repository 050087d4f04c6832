"""Fitting of a semi-Markov conditional random field by maximum likelihood, articles padded to one length and batched.

The model is that of seoaudit/structure/seg_posterior.py; the minimiser is L-BFGS (Nocedal & Wright, algorithm 7.4).
Deterministic: no random number is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

NEVER = -1e30


@dataclass
class Example:
    """An article: features, where a section may begin, and where an editor began them."""

    gaps: np.ndarray  # units by features
    sections: np.ndarray  # (end, length) by features
    possible: np.ndarray  # (end, length)
    allowed: np.ndarray  # units
    gold: list[int]


class Batch:
    """Articles of about the same length, padded."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self.size = len(examples)
        self.units = np.array([len(e.gaps) for e in examples])
        self.n = int(self.units.max())
        self.longest = max(e.possible.shape[1] for e in examples) - 1
        self.gaps = np.zeros((self.size, self.n + 1, examples[0].gaps.shape[1]))
        self.sections = np.zeros((self.size, self.n + 1, self.longest + 1, examples[0].sections.shape[2]))
        self.possible = np.zeros(self.sections.shape[:3], dtype=bool)
        self.allowed = np.zeros((self.size, self.n + 1), dtype=bool)
        self.gold_gaps = np.zeros((self.size, self.n + 1))
        self.gold_sections = np.zeros(self.sections.shape[:3])
        for d, e in enumerate(examples):
            n, wide = len(e.gaps), e.possible.shape[1]
            self.gaps[d, :n], self.allowed[d, :n] = e.gaps, e.allowed
            self.sections[d, : n + 1, :wide], self.possible[d, : n + 1, :wide] = e.sections, e.possible
            starts = [0, *(b for b in e.gold if e.allowed[b])]
            self.gold_gaps[d, starts[1:]] = 1
            for a, b in zip(starts, [*starts[1:], n], strict=True):
                if b - a < wide:
                    self.gold_sections[d, b, b - a] = 1

    def chances(self, gap_scores: np.ndarray, section_scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The log of the sum over all divisions, and the probability of each section, by (article, end, length)."""
        n, longest, every = self.n, self.longest, np.arange(self.size)
        starts = np.arange(n + 1)[:, None] - np.arange(longest + 1)[None, :]
        begin = np.where(self.allowed, gap_scores, NEVER)
        begin[:, 0] = 0
        scores = np.where(self.possible, section_scores + begin[:, np.maximum(starts, 0)], NEVER)
        upto = np.full((self.size, n + 1), NEVER)
        upto[:, 0] = 0
        for end in range(1, n + 1):
            most = min(longest, end)
            upto[:, end] = log_sum(upto[:, end - most : end][:, ::-1] + scores[:, end, 1 : most + 1])
        onward = np.full((self.size, n + 1), NEVER)
        onward[every, self.units] = 0
        for start in range(n - 1, -1, -1):
            size = np.arange(1, min(longest, n - start) + 1)
            through = log_sum(onward[:, start + size] + scores[:, start + size, size])
            onward[:, start] = np.where(start >= self.units, onward[:, start], through)
        total = upto[every, self.units]
        logs = upto[:, np.maximum(starts, 0)] + scores + onward[:, :, None] - total[:, None, None]
        return total, np.where(self.possible, np.exp(np.minimum(logs, 0)), 0)


def log_sum(values: np.ndarray) -> np.ndarray:
    top = values.max(axis=1)
    return np.maximum(NEVER, top + np.log(np.exp(values - top[:, None]).sum(axis=1)))


def batches_of(examples: Sequence[Example]) -> list[Batch]:
    """Batches by length: the longest tenth together, and so on."""
    ordered = sorted(examples, key=lambda e: len(e.gaps))
    cuts = [0, *(int(len(ordered) * share) for share in (0.4, 0.7, 0.9)), len(ordered)]
    return [Batch(ordered[a:b]) for a, b in pairwise(cuts) if b > a]


def fit(examples: Sequence[Example], penalty: float, steps: int = 60) -> tuple[np.ndarray, np.ndarray]:
    """The weights of gap and section features of greatest likelihood, less `penalty`/2 times their squares.

    The penalty is on the weights of features of unit variance; gap features are centred meanwhile, and the first one
    (always 1) takes up the means at the end.
    """
    batches = batches_of(examples)
    allowed = np.concatenate([b.gaps[b.allowed & (np.arange(b.n + 1) > 0)[None, :]] for b in batches])
    mean, spread = allowed.mean(axis=0), allowed.std(axis=0)
    constant = spread < 1e-9
    mean[constant], spread[constant] = 0, 1
    width = np.concatenate([b.sections[b.possible] for b in batches]).std(axis=0) + 1e-9
    gaps = len(spread)
    penalties = np.full(gaps + len(width), penalty)
    penalties[:gaps][constant] = 1e-3
    articles = sum(b.size for b in batches)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        value, slope = 0.0, np.zeros_like(weights)
        for b in batches:
            centred = b.gaps - mean
            gap_scores, section_scores = centred @ (weights[:gaps] / spread), b.sections @ (weights[gaps:] / width)
            total, chances = b.chances(gap_scores, section_scores)
            breaks = np.zeros_like(gap_scores)
            for length in range(1, b.longest + 1):
                breaks[:, : b.n + 1 - length] += chances[:, length:, length]
            breaks[:, 0] = 0
            gold = (gap_scores * b.gold_gaps).sum(axis=1) + (section_scores * b.gold_sections).sum(axis=(1, 2))
            value += float((total - gold).sum())
            slope[:gaps] += np.einsum("dn,dnf->f", breaks - b.gold_gaps, centred) / spread
            slope[gaps:] += np.einsum("dnl,dnlf->f", chances - b.gold_sections, b.sections) / width
        value += 0.5 * float((penalties * weights**2).sum())
        return value / articles, (slope + penalties * weights) / articles

    found = minimise(loss, np.zeros(gaps + len(width)), steps)
    gap_weights = found[:gaps] / spread
    gap_weights[0] -= float(mean @ gap_weights)
    return gap_weights, found[gaps:] / width


def minimise(loss: Callable[[np.ndarray], tuple[float, np.ndarray]], start: np.ndarray, steps: int) -> np.ndarray:
    at, (value, slope) = start, loss(start)
    memory: list[tuple[np.ndarray, np.ndarray, float]] = []
    for _ in range(steps):
        way = slope.copy()
        shares = []
        for s, y, rho in reversed(memory):
            shares.append(rho * (s @ way))
            way -= shares[-1] * y
        if memory:
            s, y, _ = memory[-1]
            way *= (s @ y) / (y @ y)
        for (s, y, rho), share in zip(memory, reversed(shares), strict=True):
            way += s * (share - rho * (y @ way))
        step = 1.0 if memory else min(1.0, 1 / float(np.linalg.norm(slope)))
        while True:
            there = at - step * way
            new, new_slope = loss(there)
            if new <= value - 1e-4 * step * (slope @ way) or step < 1e-8:
                break
            step /= 2
        s, y = there - at, new_slope - slope
        if s @ y > 1e-12:
            memory = [*memory, (s, y, 1 / float(s @ y))][-12:]
        done = value - new < 1e-5
        at, value, slope = there, new, new_slope
        if done:
            break
    return at
