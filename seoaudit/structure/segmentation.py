"""Where an article's sections begin: the units (paragraphs, or sentences of a giant one) at which its subject turns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from seoaudit.french.parse import Parsed, parse_paragraphs
from seoaudit.french.words import count_words
from seoaudit.structure.cohesion import Floats, content_stems, count_matrix, section_costs
from seoaudit.structure.seg_decode import cheapest, cheapest_of
from seoaudit.structure.seg_reasons import reasons_of
from seoaudit.structure.seg_rules import allowed_starts

LONGEST = 60
CONCENTRATION = 0.5
PRICE = 3.0
# Nats of cost that shift the odds of a break by a factor e; chosen, not fitted.
SOFTNESS = 4.0


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
        The division, with the confidence and the reason of each break. With `sections` it has exactly that many, or
        as many as the units and the interdictions allow.
    """
    allowed = allowed_starts(parses, may_break)
    if sections is None and section_words is not None:
        sections = _wanted(parses, section_words)
    if sum(allowed) < 2:
        return Segmentation((0,), ())
    counts = count_matrix([content_stems(p) for p in parses])
    costs = section_costs(counts, CONCENTRATION, LONGEST if sections is None else len(parses)) + PRICE
    for i in np.flatnonzero(~np.array(allowed)):
        for end in range(int(i) + 1, min(len(parses), int(i) + costs.shape[1] - 1) + 1):
            costs[end, end - int(i)] = np.inf
    starts = cheapest(costs) if sections is None else cheapest_of(costs, sections)
    bounds = [*starts, len(parses)]
    breaks = (
        Break(i, _confidence(costs, before, i, after), *reasons_of(parses, starts, i))
        for before, i, after in zip(bounds, bounds[1:], bounds[2:], strict=False)
    )
    return Segmentation(tuple(starts), tuple(breaks))


def _wanted(parses: Sequence[Parsed], section_words: tuple[int, int]) -> int:
    """Return how many sections of the middle of a range of lengths the units make."""
    words = sum(count_words(p.text) for p in parses)
    return max(1, round(2 * words / sum(section_words)))


def _confidence(costs: Floats, before: int, at: int, after: int) -> float:
    """Return how much dearer one section would be than the two a break makes, from 0 to 1 (not calibrated)."""
    if after - before >= costs.shape[1]:
        return 1.0
    saved = costs[after, after - before] - costs[at, at - before] - costs[after, after - at]
    return float(1 / (1 + np.exp(-np.clip(saved / SOFTNESS, -30, 30))))


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
