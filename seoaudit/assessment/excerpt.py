"""The words around a place, as a reader of the page sees them: entities decoded, tags gone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from seoaudit.article.model import Article, Block
from seoaudit.assessment.registry import Place

# Characters shown on each side of a place.
AROUND = 32


def excerpt(article: Article, places: Iterable[Place]) -> str:
    """Return the first place with whole words around it, on one line; a long place is shortened in its middle.

    What lies in no text (an image, metadata) is shown as it stands in the source. "" where there is no place.
    """
    place = next(iter(places), None)
    if place is None:
        return ""
    block = _block_at(article, place)
    if block is None:
        return _one_line(_shortened(article.source[place.start : place.end]))
    start = block.source_map.from_source(place.start)
    end = max(start, block.source_map.from_source(place.end))
    return around(block.text, start, end)


def around(text: str, start: int, end: int) -> str:
    """Return a place of a block's text with whole words around it, on one line."""
    before, inside, after = text[:start], text[start:end], text[end:]
    if len(before) > AROUND:
        before = "…" + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0]
        after += " …" if after.endswith((".", "!", "?")) else "…"
    return _one_line(before + _shortened(inside) + after)


def _block_at(article: Article, place: Place) -> Block | None:
    """Return the block whose text holds a place."""
    i = bisect_right(article.blocks, place.start, key=lambda b: b.start) - 1
    if i < 0 or not article.blocks[i].text or place.start >= article.blocks[i].end:
        return None
    block = article.blocks[i]
    inside = any(image.start <= place.start < image.end for image in block.images)
    return None if inside else block


def _shortened(text: str) -> str:
    if len(text) <= 4 * AROUND:
        return text
    return f"{text[: 2 * AROUND].rpartition(' ')[0]} […] {text[-AROUND:].partition(' ')[2]}"


def _one_line(text: str) -> str:
    # A no-break space is what a finding may be about: only line breaks go.
    return " ".join(text.replace("\r", "\n").split("\n")).strip()
