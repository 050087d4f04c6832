"""How a keyphrase lies over a text: evenly, or all in one corner."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from seoaudit.french.analysis import AnalysedBlock
from seoaudit.french.words import find_words
from seoaudit.keyphrases import Occurrence

# Parts of equal length that the sparkline shows.
PARTS = 10
# What a reader sees before scrolling, and what Yoast SEO and others call the introduction.
FIRST_WORDS = 100


class Spread(NamedTuple):
    """Where a keyphrase stands in the running text.

    Attributes:
        parts: occurrences in each tenth of the words; empty for a text of fewer words than parts.
        longest: words of the longest stretch without any occurrence.
        start: offset in the source where that stretch begins.
        end: offset in the source just after it.
    """

    parts: tuple[int, ...]
    longest: int
    start: int
    end: int


def words_before(text: str, offset: int) -> int:
    """Return how many words of a text end before an offset; an elided form belongs to its host."""
    return sum(1 for w in find_words(text) if w.end <= offset)


def closely(found: Iterable[Occurrence]) -> list[Occurrence]:
    """Return the occurrences whose words stand together: scattered ones repeat no phrase."""
    return [o for o in found if o.grade != "scattered"]


def spread_of(prose: Sequence[AnalysedBlock], found: Mapping[int, Sequence[Occurrence]]) -> Spread:
    """Return how occurrences lie over the prose.

    Args:
        prose: the article's prose, in order.
        found: the occurrences in each block's text, by the block's index.
    """
    taken: list[tuple[int, int]] = []  # first word of each occurrence, and one past its last
    words = 0
    for block in prose:
        origin = block.parsed.normalised.origin
        for o in found.get(block.index, ()):
            inside = [n for n, w in enumerate(block.words) if origin[w.start] < o.end and origin[w.end] > o.start]
            if inside:
                taken.append((words + inside[0], words + inside[-1] + 1))
        words += len(block.words)
    if not words:
        return Spread((), 0, 0, 0)
    size = words / PARTS
    parts = [0] * (PARTS if words >= PARTS else 0)
    for first, _ in taken if parts else ():
        parts[min(PARTS - 1, int(first / size))] += 1
    edges = [(0, 0), *taken, (words, words)]
    a, b = max(((end, start) for (_, end), (start, _) in pairwise(edges)), key=lambda g: (g[1] - g[0], -g[0]))
    start = _place(prose, min(a, words - 1))[0]
    return Spread(tuple(parts), max(0, b - a), start, _place(prose, b - 1)[1] if b > a else start)


def _place(prose: Iterable[AnalysedBlock], number: int) -> tuple[int, int]:
    """Return the source span of a word by its number in the prose, from 0."""
    for block in prose:
        if number < len(block.words):
            word = block.words[number]
            return block.to_source(word.start, word.end)
        number -= len(block.words)
    raise IndexError(number)


def in_first_words(
    prose: Sequence[AnalysedBlock], found: Mapping[int, Sequence[Occurrence]], words: int = FIRST_WORDS
) -> bool:
    """Whether an occurrence begins within the first words of the prose; arguments as for `spread_of`."""
    read = 0
    for block in prose:
        origin = block.parsed.normalised.origin
        for o in found.get(block.index, ()):
            if read + sum(1 for w in block.words if origin[w.start] < o.start) < words:
                return True
        read += len(block.words)
        if read >= words:
            break
    return False
