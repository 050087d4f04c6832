"""What extraction and matching yield."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

Grade = Literal["exact", "inflected", "near", "scattered"]


@dataclass(frozen=True, slots=True)
class Keyphrase:
    """A key phrase of a text.

    Attributes:
        text: its best surface form, accents and capitals kept, without article.
        score: 0 to 1, higher is better.
        count: occurrences in the text.
        density: occurrences per 100 words.
        features: what the score was made of, by name; "yake" is always there.
        occurrences: index of the paragraph, start and end in its normalised text.
    """

    text: str
    score: float
    count: int
    density: float
    features: Mapping[str, float]
    occurrences: tuple[tuple[int, int, int], ...] = ()


class Occurrence(NamedTuple):
    """A place where a keyphrase stands: offsets in code points into the text as given, and how closely it matches."""

    start: int
    end: int
    grade: Grade
    text: str
