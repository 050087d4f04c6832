"""Where an article's sections begin: the units (paragraphs, or sentences of a giant one) at which its subject turns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from seoaudit.french.parse import Parsed, parse_paragraphs
from seoaudit.structure.cohesion import Counts, Floats
from seoaudit.structure.seg_decode import cheapest, cheapest_of
from seoaudit.structure.seg_features import LONGEST, evidence_of
from seoaudit.structure.seg_model import load_model, score
from seoaudit.structure.seg_posterior import break_chances
from seoaudit.structure.seg_reasons import reasons_of
from seoaudit.structure.seg_risk import division_costs
from seoaudit.structure.seg_rules import allowed_starts

Bools = NDArray[np.bool_]

# Nats that a section outside the range of words loses for each unit of `_outside`, and what it costs beside the
# expected errors of a division.
OUTSIDE = 8.0
OUTSIDE_COST = 10.0


@dataclass(frozen=True, slots=True)
class Break:
    """A place where a section begins, and why.

    Attributes:
        at: index of the section's first unit, above 0.
        confidence: chance that a human editor begins a section there, 0 to 1.
        begins: words of the new section that the one before had not, weightiest first.
        ends: words of the section before that the new one has no more, weightiest first.
        cue: the cue phrase the section opens with ("tout d'abord"), "" for none.
    """

    at: int
    confidence: float
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    cue: str = ""


@dataclass(frozen=True, slots=True)
class Segmentation:
    """A division into sections.

    Attributes:
        starts: index of each section's first unit, 0 first; never empty.
        breaks: one for each section after the first.
    """

    starts: tuple[int, ...]
    breaks: tuple[Break, ...]


def segment(
    parses: Sequence[Parsed],
    *,
    sections: int | None = None,
    section_words: tuple[int, int] | None = None,
    may_break: Sequence[bool] | None = None,
) -> Segmentation:
    """Divide an article into sections where its subject turns.

    Args:
        parses: the units in order, paragraphs as a rule.
        sections: the number of sections wanted, at least 1; predicted when None.
        section_words: the fewest and most words a section should have; a wish, not a guarantee.
        may_break: False where no section may begin (inside a list, a quotation, a table), one per unit.

    Returns:
        The division of least expected error, with the chance and the reason of each break. With `sections` it has
        exactly that many, or as many as the units and the interdictions allow.
    """
    allowed = np.array(allowed_starts(parses, may_break), dtype=np.bool_)
    if allowed.sum() < 2 or sections == 1:
        return Segmentation((0,), ())
    evidence = evidence_of(parses, _longest(allowed, sections))
    scored = score(evidence, allowed, load_model())
    outside = _outside(evidence.words, evidence.possible, section_words)
    natural = scored.chances()
    if sections is not None:
        chances = scored.chances_of(min(sections, int(allowed.sum())), OUTSIDE * outside)
    elif section_words is not None:
        chances = scored.chances(OUTSIDE * outside)
    else:
        chances = natural
    costs = division_costs(chances, allowed, sections) + OUTSIDE_COST * outside
    starts = cheapest(costs) if sections is None else cheapest_of(costs, sections)
    confidence = break_chances(natural)
    breaks = (Break(i, float(confidence[i]), *reasons_of(parses, starts, i)) for i in starts[1:])
    return Segmentation(tuple(starts), tuple(breaks))


def _longest(allowed: Bools, sections: int | None) -> int:
    """Return the most units a section may need: those between places where one may begin, or twice an even share."""
    places = np.append(np.flatnonzero(allowed), len(allowed))
    share = 0 if sections is None else 2 * -(-len(allowed) // sections)
    return max(LONGEST, int(np.diff(places).max()), share)


def _outside(words: Counts, possible: Bools, section_words: tuple[int, int] | None) -> Floats:
    """Return how far outside a range of words each section is, by (end, length); 0 within the range.

    Too short by a ratio r counts log r; too long by r counts r - 1, so that two long sections are no better as one.
    """
    if section_words is None:
        return np.zeros(possible.shape)
    low, high = section_words
    upto = np.concatenate([[0], words.cumsum()])
    ends, lengths = np.indices(possible.shape)
    size = np.where(possible, upto[ends] - upto[np.maximum(ends - lengths, 0)], low)
    return np.asarray(np.maximum(0.0, np.log(low / size)) + np.maximum(0.0, size / high - 1))


def segment_paragraphs(
    paragraphs: list[str], *, sections: int | None = None, section_words: tuple[int, int] | None = None
) -> list[int]:
    """Return the index of each section's first paragraph, 0 first.

    Args:
        paragraphs: the paragraphs of an article without subheadings, in order.
        sections: the number of sections wanted, at least 1; predicted when None.
        section_words: the fewest and most words a section should have; a wish, not a guarantee.

    Raises:
        ModelError: the French model is missing or of another version.
    """
    return list(segment(parse_paragraphs(paragraphs), sections=sections, section_words=section_words).starts)
