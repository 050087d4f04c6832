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
        count: occurrences in the text, those of other names of the same thing included.
        density: occurrences per 100 words.
        features: what the score was made of, by name; "yake" is always there.
        occurrences: index of the paragraph, start and end in its normalised text.
        aliases: the other names of the same thing that are counted with it: "Anah", "Roy"; the most frequent first.
    """

    text: str
    score: float
    count: int
    density: float
    features: Mapping[str, float]
    occurrences: tuple[tuple[int, int, int], ...] = ()
    aliases: tuple[str, ...] = ()


class Occurrence(NamedTuple):
    """A place where a keyphrase stands.

    Attributes:
        start: offset in code points into the text as given.
        end: offset just after it.
        grade: how closely it matches.
        text: what stands there, as typed.
        phrase: the keyphrase or synonym that was found, as given.
        synonym: whether that was a synonym.
        unaccented: whether it counts only because the phrase was typed without any accent ("marche" for "marché").
    """

    start: int
    end: int
    grade: Grade
    text: str
    phrase: str = ""
    synonym: bool = False
    unaccented: bool = False
