"""The evidence for and against sections: features of each gap between units, and of each possible section.

The names are those of `segmentation_weights.json`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from seoaudit.french.parse import Parsed
from seoaudit.structure.cohesion import (
    Counts,
    Floats,
    content_stems,
    count_matrix,
    section_costs,
)
from seoaudit.structure.seg_contrast import Chains, contrast_features
from seoaudit.structure.seg_form import ending_features, form_of, opening_features
from seoaudit.structure.seg_pairs import pair_features
from seoaudit.structure.seg_portraits import Portraits, portraits_of

CONCENTRATION = 0.5
# The most units a section may have, where nothing asks for longer ones.
LONGEST = 60
# Words and (log) units of an ordinary section: lengths are told as deviations from them.
USUAL_WORDS, USUAL_UNITS = 180, 1.5
# No cohesion window is wider than this many units.
_WINDOW = 16


@dataclass(frozen=True, slots=True)
class Evidence:
    """The features of an article.

    Attributes:
        gaps: by name, one value per unit for a break before it; the first unit's is 0.
        sections: by name, a table by (end, length) of the section of `length` units that ends before unit `end`;
            0 where there is none.
        possible: the same table, True where there is such a section.
        counts: units by stems.
        words: words of each unit, at least 1.
        cohesion: `cohesion.section_costs` of the sections, infinite where there is none.
    """

    gaps: Mapping[str, Floats]
    sections: Mapping[str, Floats]
    possible: np.ndarray[tuple[int, int], np.dtype[np.bool_]]
    counts: Counts
    words: Counts
    cohesion: Floats


def evidence_of(parses: Sequence[Parsed], longest: int = LONGEST) -> Evidence:
    """Return the features of at least two units, for sections of up to `longest` units."""
    n = len(parses)
    counts = count_matrix([content_stems(p) for p in parses])
    words = np.array([max(1, p.word_count) for p in parses], dtype=np.int64)
    costs = section_costs(counts, CONCENTRATION, max(longest, _WINDOW))
    cohesion = costs[:, : min(longest, n) + 1]
    possible = np.isfinite(cohesion)
    portraits = portraits_of(parses, counts)
    return Evidence(
        _gap_features(parses, counts, costs, portraits, int(words.sum())),
        _section_features(counts, words, cohesion, possible, portraits),
        possible,
        counts,
        words,
        cohesion,
    )


def _gap_features(
    parses: Sequence[Parsed], counts: Counts, costs: Floats, portraits: Portraits, words: int
) -> dict[str, Floats]:
    n = len(parses)
    forms = [form_of(p) for p in parses]
    place = np.arange(1, n)
    rows = [{**opening_features(a, b), **ending_features(a)} for a, b in pairwise(forms)]
    columns: dict[str, Floats] = {
        "every break": np.ones(n - 1),
        "units of the article (log)": np.full(n - 1, np.log(n)),
        "words of the article (log)": np.full(n - 1, np.log(max(words, 5))),
        "distance from the middle": np.abs(place / n - 0.5),
        "before the second unit": (place == 1).astype(float),
        "before the last unit": (place == n - 1).astype(float),
        **{name: np.array([row[name] for row in rows]) for name in rows[0]},
        **contrast_features(parses, counts, costs, portraits),
    }
    return {name: np.concatenate([[0.0], column]) for name, column in columns.items()}


def _section_features(
    counts: Counts,
    words: Counts,
    cohesion: Floats,
    possible: np.ndarray[tuple[int, int], np.dtype[np.bool_]],
    portraits: Portraits,
) -> dict[str, Floats]:
    n, longest = cohesion.shape[0] - 1, cohesion.shape[1] - 1
    upto = np.concatenate([[0], words.cumsum()])
    ends, lengths = np.arange(n + 1)[:, None], np.arange(longest + 1)[None, :]
    size = np.where(possible, upto[ends] - upto[np.maximum(ends - lengths, 0)], 1)
    long = np.log(size / USUAL_WORDS)
    units = np.broadcast_to(np.log(np.maximum(lengths, 1)) - USUAL_UNITS, size.shape)
    begins = ends == lengths
    own = own_chains(counts, longest)
    features = {
        "cohesion (10 nats)": np.where(possible, -np.where(possible, cohesion, 0.0) / 10, 0.0),
        "words of its own (log)": np.log1p(own),
        "words of its own by root of words": own / np.sqrt(size),
        "length in words (log)": long,
        "length in words (log), squared": long**2,
        "length in words (log), beyond e times the usual": np.maximum(0.0, long - 1),
        "length in units (log)": units,
        "length in units (log), squared": units**2,
        "one unit": (lengths == 1) * np.ones_like(size),
        "two units": (lengths == 2) * np.ones_like(size),
        "first section: length in words (log)": long * begins,
        "first section: length in units (log)": units * begins,
        **pair_features(portraits, longest),
    }
    return {name: np.where(possible, table, 0.0) for name, table in features.items()}


def own_chains(counts: Counts, longest: int) -> Floats:
    """Return how many repeated words each possible section keeps to itself, by (end, length).

    A word met in two units or more, all of them in the section, counts for the logarithm of their number: such words
    are what a heading would name.
    """
    n = len(counts)
    chains = Chains.of(counts)
    kept = (chains.units >= 2) & (chains.last - chains.first < longest)
    begun = np.zeros((n, longest))
    np.add.at(begun, (chains.first[kept], (chains.last - chains.first)[kept]), np.log(chains.units[kept]))
    within = begun.cumsum(axis=1)
    own = np.zeros((n + 1, longest + 1))
    for length in range(1, longest + 1):
        ends = np.arange(length, n + 1)
        # The section one unit shorter at its head, plus the chains that begin in that head.
        own[ends, length] = own[ends, length - 1] + within[ends - length, length - 1]
    return own
