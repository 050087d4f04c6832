"""What a draft is made of besides its source: insertions, and the text that they become."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from seoaudit.article.model import Article, BlockKind

AdditionKind = Literal["heading", "prompt", "contents", "anchor", "break", "escape"]


class Entry(NamedTuple):
    """A line of a table of contents: level of the heading, its text, the anchor it stands under."""

    level: int
    text: str
    anchor: str


class Insertion(NamedTuple):
    """Something put into a source.

    Attributes:
        offset: where: before the block that begins here or after the one that ends here, or between two sentences.
        after: whether it belongs to what ends here.
        kind: what it is. An "anchor" names a heading of the author's.
        lines: the heading, or the lines of a prompt, its head line first.
        level: of a heading, 2 to 6.
        anchor: the name that links lead to; "" for none.
        entries: the lines of a table of contents.
    """

    offset: int
    after: bool
    kind: Literal["heading", "prompt", "contents", "anchor"]
    lines: tuple[str, ...] = ()
    level: int = 0
    anchor: str = ""
    entries: tuple[Entry, ...] = ()


class Addition(NamedTuple):
    """A piece of text added to the source at an offset."""

    offset: int
    text: str
    kind: AdditionKind


def apply(source: str, additions: Iterable[Addition]) -> str:
    """Return the source with the additions in their places; those at one offset keep their order."""
    pieces, at = [], 0
    for addition in additions:
        pieces += [source[at : addition.offset], addition.text]
        at = addition.offset
    return "".join([*pieces, source[at:]])


def inside_paragraph(article: Article, offset: int) -> bool:
    """Whether an offset lies between two sentences of a paragraph."""
    return any(b.kind is BlockKind.PARAGRAPH and b.start < offset < b.end for b in article.blocks)
