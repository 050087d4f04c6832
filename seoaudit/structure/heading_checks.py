"""Faults of the author's headings that their order, words and sections show; measures and the outline share them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from seoaudit.article.model import Block, BlockKind
from seoaudit.french.normalise import normalise
from seoaudit.french.words import count_words
from seoaudit.keyphrases.data import read_set
from seoaudit.keyphrases.indexed import index_text
from seoaudit.keyphrases.tokens import Token

# Longer headings are sentences: of 2,715 French subheadings from twelve sources, 91 % have 8 words or fewer, 98 % 14.
LONG_HEADING = 14
# Fewer headings than this cannot be called all alike.
FEWEST_HEADINGS = 4


class Alike(NamedTuple):
    """Headings with the same two content words in a row: the keys of both, how they are written, and the headings."""

    pair: tuple[str, str]
    shared: str
    headings: tuple[Block, ...]


def level_jumps(headings: Sequence[Block]) -> list[tuple[Block, int]]:
    """Return the headings that skip a level downwards (an H4 straight after an H2), with the level that was due."""
    return [(b, a.level + 1) for a, b in pairwise(headings) if b.level > a.level + 1]


def duplicates(subheadings: Sequence[Block]) -> list[Block]:
    """Return the subheadings whose words stand under the same parent heading already."""
    seen: set[tuple[str, ...]] = set()
    again = []
    path: list[tuple[int, str]] = []
    for block in subheadings:
        path = [p for p in path if p[0] < block.level]
        key = (*(text for _, text in path), normalise(block.text).text.casefold())
        path.append((block.level, key[-1]))
        if key in seen:
            again.append(block)
        seen.add(key)
    return again


def long_headings(subheadings: Sequence[Block]) -> list[Block]:
    """Return the subheadings of more than 14 words."""
    return [b for b in subheadings if count_words(b.text) > LONG_HEADING]


def empty_sections(blocks: Sequence[Block]) -> list[Block]:
    """Return the headings with nothing under them (text, table, code, image) before one of the same rank or above."""
    own = [b for b in blocks if b.kind is not BlockKind.PROMPT]
    return [
        a
        for a, b in zip(own, [*own[1:], None], strict=True)
        if a.kind is BlockKind.HEADING
        and a.level > 1
        and (b is None or (b.kind is BlockKind.HEADING and b.level <= a.level))
    ]


def alike(subheadings: Sequence[Block]) -> Alike | None:
    """Return the largest group of subheadings with the same two content words in a row; None below four headings.

    Numbered ones ("Conseil pratique n° 3") are a series, not a repetition.
    """
    if len(subheadings) < FEWEST_HEADINGS:
        return None
    bearing: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, block in enumerate(subheadings):
        for pair in dict.fromkeys((a.key, b.key) for a, b in _neighbours(block.text)):
            bearing[pair].append(n)
    # Where each of them holds a number they are counted up.
    bearing = {p: found for p, found in bearing.items() if not all(_numbered(subheadings[n].text) for n in found)}
    if not bearing:
        return None
    pair = max(bearing, key=lambda k: len(bearing[k]))
    found = tuple(subheadings[n] for n in bearing[pair])
    return Alike(pair, _shown(found[0].text, pair), found)


def _numbered(text: str) -> bool:
    return any(map(str.isdigit, text))


def _neighbours(text: str) -> Iterator[tuple[Token, Token]]:
    """Yield the content words that follow each other with at most function words between."""
    empty = read_set("function_words")
    content = [t for t in index_text(text).tokens if t.form not in empty and not t.form.isdigit()]
    yield from ((a, b) for a, b in pairwise(content) if a.breath == b.breath)


def _shown(text: str, pair: tuple[str, str]) -> str:
    """Return the words of a heading from the first of a pair to the second, as they stand there."""
    for a, b in _neighbours(text):
        if (a.key, b.key) == pair:
            start, end = index_text(text).normalised.to_source(a.start, b.end)
            return text[start:end]
    return text
