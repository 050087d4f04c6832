"""What a reader makes of a source: one form for plain text, Markdown, HTML and Word documents.

An article is a list of blocks in reading order. A block's text is what a reader of the page sees: markup gone, entities
decoded, typography exactly as typed. Every character of it can be traced to the source.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from seoaudit.article.head import Head

SourceFormat = Literal["text", "markdown", "html", "docx"]


class BlockKind(StrEnum):
    """What a block is to its reader."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    TABLE = "table"  # its cells, separated by " | "; counted apart from prose
    CODE = "code"  # counted apart from prose
    IMAGE = "image"  # an image that stands alone; text is its caption, often empty
    CONTENTS = "contents"  # a table of contents: links into the page, no part of the text
    PROMPT = "prompt"  # a writing prompt that `draft` inserted; never part of the text


PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})


class Run(NamedTuple):
    """A stretch of a block's text that stands letter for letter in the source, or one replaced by it.

    `length` characters of text from `text` on come from `source` on; `width` is what they take in the source: equal to
    `length` for a verbatim stretch, different for a decoded entity ("&amp;" has length 1 and width 5).
    """

    text: int
    source: int
    length: int
    width: int


@dataclass(frozen=True, slots=True)
class SourceMap:
    """The way from a block's text to the source: runs in order of their place in the text."""

    runs: tuple[Run, ...]

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the source behind a span of the text; offsets in code points."""
        if not self.runs:
            return 0, 0
        a = self._at(start, last=False)
        return a, max(a, self._at(end - 1, last=True) if end > start else a)

    def from_source(self, offset: int) -> int:
        """Return the offset in the text of what stands at an offset of the source, or of what comes next."""
        i = bisect_right(self.runs, offset, key=lambda r: r.source) - 1
        if i < 0:
            return 0
        run = self.runs[i]
        inside = offset - run.source
        if inside >= run.width:
            return run.text + run.length
        return run.text + (inside if run.length == run.width else 0)

    def _at(self, offset: int, *, last: bool) -> int:
        i = max(0, bisect_right(self.runs, offset, key=lambda r: r.text) - 1)
        run = self.runs[i]
        inside = offset - run.text
        if inside >= run.length:
            return run.source + run.width
        if run.length == run.width:
            return run.source + inside + last
        return run.source + (run.width if last else 0)


@dataclass(frozen=True, slots=True)
class Link:
    """A link within a block: its target as written, the text it carries, and the text's place in the block."""

    target: str
    text: str
    start: int
    end: int
    rel: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """An image of the article.

    Attributes:
        target: its address as written.
        alt: its text alternative; None when there is none at all (an empty one marks a decoration).
        start: offset in the source where the image begins.
        end: offset just after it.
    """

    target: str
    alt: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, quotation paragraph, table, code block or lone image.

    Attributes:
        kind: what it is.
        text: what a reader sees, typography as typed; never empty but for images.
        source_map: from offsets in `text` to offsets in the source.
        start: offset in the source where the block's own markup begins (the "#" of a heading, the "<" of a "<p>").
        end: offset just after the block.
        level: 1 to 6 for a heading; depth from 1 for a list item; 0 otherwise.
        group: blocks of one list, quotation or table share a number, all others have their own: no section may begin
            inside a group.
        links: links in the block.
        images: images in the block.
        code: spans of `text` that are code; offsets in code points.
        bold: whether all of its text is bold. A heading has it only where its author made a paragraph look
            like one.
        headed: whether a table has header cells; true for all else.
    """

    kind: BlockKind
    text: str
    source_map: SourceMap
    start: int
    end: int
    level: int = 0
    group: int = 0
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    code: tuple[tuple[int, int], ...] = ()
    bold: bool = False
    headed: bool = True

    @property
    def is_prose(self) -> bool:
        """Whether its words count as the article's prose."""
        return self.kind in PROSE


# Soft hyphens and zero-width spaces that a paste brings along; the zero-width joiner is left, emoji are made with it.
_UNSEEN = str.maketrans(dict.fromkeys("\u00ad\u200b\u2060\ufeff"))


def composed(text: str) -> str:
    """Return a text about the article in NFC, without signs that show nothing: its length is what a reader sees."""
    return unicodedata.normalize("NFC", text).translate(_UNSEEN)


@dataclass(frozen=True, slots=True)
class Meta:
    """What the page says about itself, from front matter, the HTML head, a sidecar or the caller; None: not said.

    Its texts are composed: they have no places in the source, and are measured and shown.
    """

    title: str | None = None
    description: str | None = None
    slug: str | None = None
    keyphrase: str | None = None
    language: str | None = None
    canonical: str | None = None
    author: str | None = None
    settings: MappingProxyType[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    # Where the settings and fields above are written: the line of each, and the file, where that is not the article's.
    lines: MappingProxyType[str, int] = field(default_factory=lambda: MappingProxyType({}), compare=False)
    said_in: str = field(default="", compare=False)
    # Open Graph, robots and other named metadata of the head, as written.
    named: MappingProxyType[str, str] = field(default_factory=lambda: MappingProxyType({}))
    # What a whole HTML page says to machines, with its places; None for every other source.
    head: Head | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """An article as read.

    Attributes:
        source: the decoded source; every position in the package is an offset in code points into it. Of a Word
            document it is the text, one paragraph or table row a line.
        format: how it was read.
        blocks: in reading order.
        meta: what the page says about itself.
        name: file name to show, "-" for standard input, "" for a string; never an absolute path.
        encoding: how the bytes were decoded; "" when a string was given.
        whole_page: an HTML page with a head, against a fragment; neither text, Markdown nor a document saved as HTML.
        package: the bytes of the file, where the source is only what it shows: a Word document; else empty.
    """

    source: str
    format: SourceFormat
    blocks: tuple[Block, ...]
    meta: Meta = Meta()
    name: str = ""
    encoding: str = ""
    whole_page: bool = False
    package: bytes = field(default=b"", repr=False)

    @property
    def headings(self) -> tuple[Block, ...]:
        """The headings, in order."""
        return tuple(b for b in self.blocks if b.kind is BlockKind.HEADING)

    @property
    def prose(self) -> tuple[Block, ...]:
        """Paragraphs, list items and quotations, in order."""
        return tuple(b for b in self.blocks if b.is_prose)
