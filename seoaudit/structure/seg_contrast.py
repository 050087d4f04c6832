"""How far the words change between a paragraph and those before it: the lexical side of a turn of subject."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from seoaudit.french.parse import Parsed, Token
from seoaudit.structure.cohesion import NOMINAL, Counts, Floats, content_stems, content_words, noun_stems
from seoaudit.structure.seg_portraits import Portraits

# Units on each side of a gap over which nouns are said to live on.
NEAR = 3
# Units after a gap in which a subject brought in by a first sentence must come back, and before it must be absent.
AFTER, BEFORE = 5, 4
_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Chains:
    """Where each stem is first and last met; a stem met in two units or more is a lexical chain."""

    first: Counts
    last: Counts
    units: Counts

    @staticmethod
    def of(counts: Counts) -> Chains:
        """Return the chains of a matrix of units by stems."""
        there = counts > 0
        return Chains(np.argmax(there, axis=0), len(counts) - 1 - np.argmax(there[::-1], axis=0), there.sum(axis=0))


def contrast_features(
    parses: Sequence[Parsed], counts: Counts, costs: Floats, portraits: Portraits
) -> dict[str, Floats]:
    """Return the lexical features of each gap, the gap before unit i in row i - 1.

    Args:
        parses: the units, at least two.
        counts: units by stems.
        costs: cohesion costs by (end, length), of sections of 16 units and more where there are as many.
        portraits: of the units.
    """
    n = len(parses)
    wide, narrow = _split_gain(costs, 8), _split_gain(costs, 4)
    sizes = np.concatenate([[0], np.maximum(1, counts.sum(axis=1)).cumsum()])
    around = np.array([sizes[min(n, i + 8)] - sizes[max(0, i - 8)] for i in range(1, n)])
    return {
        **{f"likeness, {width} a side": _likeness(counts, portraits.weights, width) for width in (1, 2, 3)},
        **{f"closeness in meaning, {width} a side": _closeness(portraits.meaning, width) for width in (1, 2, 3)},
        "gain of a split, 8 a side (10 nats)": wide / 10,
        "gain of a split, 8 a side, by root of words": wide / np.sqrt(around),
        "gain of a split, 4 a side, among its own": _standard(narrow),
        **_chain_features(counts),
        **_noun_features(parses),
    }


def _split_gain(costs: Floats, width: int) -> Floats:
    """Return the nats saved by two vocabularies instead of one for the units around each gap (a Bayes factor)."""
    n = costs.shape[0] - 1
    out = np.zeros(n - 1)
    for i in range(1, n):
        left, right = min(width, i), min(width, n - i)
        out[i - 1] = costs[i + right, left + right] - costs[i, left] - costs[i + right, right]
    return out


def _likeness(counts: Counts, weights: Floats, width: int) -> Floats:
    """Return the cosine of the words on both sides of each gap, by the root of their counts and their weights."""
    n = len(counts)
    out = np.zeros(n - 1)
    for i in range(1, n):
        left = (np.sqrt(counts[max(0, i - width) : i]) * weights).sum(axis=0)
        right = (np.sqrt(counts[i : i + width]) * weights).sum(axis=0)
        out[i - 1] = _cosine(left, right)
    return out


def _closeness(meaning: Floats, width: int) -> Floats:
    """Return the cosine of what is meant on both sides of each gap."""
    n = len(meaning)
    return np.array(
        [_cosine(meaning[max(0, i - width) : i].sum(axis=0), meaning[i : i + width].sum(axis=0)) for i in range(1, n)]
    )


def _cosine(left: Floats, right: Floats) -> float:
    scale = np.linalg.norm(left) * np.linalg.norm(right)
    return float(left @ right / scale) if scale > _TINY else 0.0


def _standard(values: Floats) -> Floats:
    """Return values as deviations from their mean, in standard deviations."""
    spread = values.std()
    return np.asarray((values - values.mean()) / spread if spread > 1e-9 else np.zeros_like(values))


def _chain_features(counts: Counts) -> dict[str, Floats]:
    """Return how many stems are new, gone, begun, ended or carried on at each gap."""
    n = len(counts)
    chains = Chains.of(counts)
    there = counts > 0
    size = np.maximum(1, there.sum(axis=1))
    repeated = chains.units >= 2
    begun = np.bincount(chains.first[repeated], minlength=n)
    ended = np.bincount(chains.last[repeated], minlength=n)
    # Stems of unit i met for the first (last) time there.
    new = np.bincount(chains.first[chains.units > 0], minlength=n)
    gone = np.bincount(chains.last[chains.units > 0], minlength=n)
    across = begun.cumsum()[:-1] - ended.cumsum()[:-1]
    return {
        "share of new words": new[1:] / size[1:],
        "before: share of words that end": gone[:-1] / size[:-1],
        "words carried across (log)": np.log1p(across),
        "repeated words that begin, among its own": _standard(np.log1p(begun[1:])),
        "before: repeated words that end (log)": np.log1p(ended[:-1]),
    }


def _noun_features(parses: Sequence[Parsed]) -> dict[str, Floats]:
    """Return what the nouns and names of the first sentence, and the entities, say of each gap."""
    n = len(parses)
    nouns = [set(noun_stems(p)) for p in parses]
    heads = [_opening_nouns(p) for p in parses]
    opening = [{s for _, s in head} for head in heads]
    entities = [{t.lemma.lower() for t in p.tokens if t.entity} for p in parses]
    met: set[str] = set(content_stems(parses[0]))
    rows = []
    for i in range(1, n):
        recent = set().union(*nouns[max(0, i - BEFORE) : i])
        introduced = sum(
            w not in recent and sum(w in nouns[j] for j in range(i, min(n, i + AFTER))) >= 2 for w in opening[i]
        )
        subject = next((s for t, s in heads[i] if t.dep.startswith("nsubj")), "")
        left, right = set().union(*entities[max(0, i - 2) : i]), set().union(*entities[i : i + 2])
        rows.append(
            (
                math.log1p(introduced),
                float(bool(subject) and subject not in met),
                len(opening[i] & nouns[i - 1]) / max(1, len(opening[i])),
                float(bool(left) and bool(right) and not left & right),
            )
        )
        met.update(content_stems(parses[i]))
    names = (
        "lasting nouns brought in by the first sentence (log)",
        "new grammatical subject",
        "nouns of the first sentence known from before",
        "entities all replaced",
    )
    return {name: np.array(column) for name, column in zip(names, zip(*rows, strict=True), strict=True)}


def _opening_nouns(parsed: Parsed) -> list[tuple[Token, str]]:
    """Return the nouns and names of a unit's first sentence, each with its stem."""
    end = parsed.sentences[0].end if parsed.sentences else 0
    return [(t, s) for t, s in content_words(parsed) if t.start < end and t.pos in NOMINAL]
