"""Walk the tree of a page in reading order and make its blocks.

Text that stands in no paragraph of its own, in a `<div>`, a list item or between `<br><br>`, makes one of what follows
on between two block elements.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bs4.element import NavigableString, PageElement, Tag

from seoaudit.article.builder import TextBuilder, is_blank
from seoaudit.article.collect import Collector, ContainerKind
from seoaudit.article.html_root import MARK, Page, is_data_table
from seoaudit.article.html_scan import Token, attributes, unescape
from seoaudit.article.html_text import BLANK_LINE, add_preserved, add_text, image_of
from seoaudit.article.html_tree import CELLS, CODE, HEADINGS, LISTS
from seoaudit.article.html_weight import Weights
from seoaudit.article.model import BlockKind

# Elements whose own markup is where their text's block begins.
_OWN_BLOCK = HEADINGS | {"p", "pre", "figcaption", "summary"}
_ITEMS = frozenset({"li", "dt", "dd"})


@dataclass(slots=True)
class _Frame:
    """An element that is being walked; `end` is the offset just after its end tag, once that is met."""

    tag: str
    children: Iterator[PageElement]
    name: str = ""
    contained: bool = False
    end: int | None = None


@dataclass(slots=True)
class _OpenLink:
    target: str
    rel: str
    depth: int


class Walker:
    """Makes the blocks of one page or fragment.

    Args:
        page: the scanned source and its tree.
        collector: receives the blocks.
        offset: where `page.source` stands in the article's source.
    """

    def __init__(self, page: Page, collector: Collector, offset: int = 0) -> None:
        self._page = page
        self._collector = collector
        self._offset = offset
        # A CMS that adds paragraphs on display stores them as blank lines.
        self._blank_lines = not page.whole and not any(token.name == "p" for token in page.tokens)
        self._frames: list[_Frame] = []
        self._builder = TextBuilder()
        self._weights = Weights(page.source)
        self._link: _OpenLink | None = None
        self._block_start: int | None = None  # of the element that the text is the block of
        self._inline_start: int | None = None  # of the first text or inline tag of the block
        self._inline_end = 0
        self._heading = 0
        self._preserved = False
        self._in_table = False
        self._broken = False  # whether a line break came last

    def walk(self, node: Tag, *, in_article: bool, title: Tag | None = None) -> None:
        """Add the blocks of an element.

        Args:
            node: the element.
            in_article: whether its headers and footers are the article's own.
            title: a heading to keep although it stands in what is left out.
        """
        keep = set() if title is None else {id(parent) for parent in title.parents}
        articles = int(in_article)
        self._enter(node)
        while self._frames:
            child = next(self._frames[-1].children, None)
            if child is None:
                articles -= self._frames[-1].name in {"article", "main"}
                self._leave()
            elif isinstance(child, NavigableString):
                self._read_marks(child)
            elif isinstance(child, Tag):
                if self._page.is_left_out(child, in_article=articles > 0):
                    self._pass_over(child)
                    if title is not None and id(child) in keep:
                        self._enter(title)
                    continue
                self._enter(child)
                articles += self._frames[-1].name in {"article", "main"}

    def _pass_over(self, node: Tag) -> None:
        if node.name != "span" and not self._in_table:
            self._flush()

    def _enter(self, node: Tag) -> None:
        token = self._page.token_of(node)
        start = token.start if token else self._inline_end
        frame = _Frame(token.name if token else "", iter(node.children), self._page.name_of(node))
        if self._in_table:
            self._enter_in_table(frame.name)
        else:
            self._flush()
            self._block_start = start if frame.name in _OWN_BLOCK else None
            if frame.name in HEADINGS:
                self._heading = int(frame.name[1])
            self._preserved = self._preserved or frame.name == "pre"
            if frame.name == "table" and is_data_table(self._page, node):
                self._in_table, self._block_start = True, start
                self._builder.headed = False
            container = _container(frame.name)
            if container:
                self._collector.open(container, start + self._offset)
                frame.contained = True
        self._frames.append(frame)

    def _enter_in_table(self, name: str) -> None:
        """Separate cells and rows; other blocks in a cell run on."""
        at = self._inline_end + self._offset
        if name in {"tr", "caption"}:
            self._builder.separate("\n", at)
        elif name in CELLS:
            self._builder.headed = self._builder.headed or name == "th"
            if not self._builder.ends_with("\n"):
                self._builder.separate(" | ", at)
        else:
            self._builder.add_space(at, 0)

    def _leave(self) -> None:
        frame = self._frames.pop()
        self._weights.leave(len(self._frames))
        if self._in_table and frame.tag != "table":
            return
        end = frame.end if frame.end is not None else self._inline_end
        own = frame.name in _OWN_BLOCK or frame.name == "table"
        self._flush(end if own else None)
        self._block_start = None
        if frame.name in HEADINGS:
            self._heading = 0
        self._preserved = self._preserved and frame.name != "pre"
        self._in_table = False
        if frame.contained:
            self._collector.close(end + self._offset)
        if self._link and self._link.depth > len(self._frames):
            self._close_link()

    def _flush(self, end: int | None = None) -> None:
        """Make a block of the text so far, if any."""
        builder, self._builder = self._builder, TextBuilder(bold=int(self._weights.bold))
        start = self._block_start if self._block_start is not None else self._inline_start
        if start is not None and not builder.is_empty:
            end = self._inline_end if end is None else end
            kind, level = self._kind()
            self._collector.add(builder.build(kind, start + self._offset, end + self._offset, level))
            self._block_start = None
        self._inline_start = None
        self._broken = False
        if self._link:
            self._builder.open_link(self._link.target, self._link.rel, again=True)

    def _kind(self) -> tuple[BlockKind, int]:
        if self._in_table:
            return BlockKind.TABLE, 0
        if self._heading:
            return BlockKind.HEADING, self._heading
        if self._preserved:
            return BlockKind.CODE, 0
        kind = self._collector.prose_kind
        return kind, max(1, self._collector.level) if kind is BlockKind.LIST_ITEM else 0

    def _read_marks(self, text: str) -> None:
        for mark, number in MARK.findall(text):
            token = self._page.tokens[int(number)]
            if mark == "t":
                self._read_text(token)
            elif mark == "e":
                self._read_end(token)
            elif mark == "b":
                self._read_break(token)
            elif mark == "r":
                self._flush()
            else:
                self._read_inline(mark, token)

    def _read_inline(self, mark: str, token: Token) -> None:
        if mark == "c":
            if self._inline_start is not None:
                self._inline_end = token.end
            if token.name == "a":
                self._close_link()
            elif token.name in CODE:
                self._builder.close_code()
            else:
                self._weights.end(token.name)
                self._builder.bold = int(self._weights.bold)
            return
        if self._inline_start is None:
            self._inline_start = token.start
        if token.name in CODE:
            self._builder.open_code()
        else:
            self._weights.start(token, len(self._frames))
            self._builder.bold = int(self._weights.bold)
        if mark == "m":
            self._inline_end = token.end
            self._builder.images.append(image_of(self._page.source, token, self._offset))
        elif mark == "a":
            attrs = attributes(self._page.source, token)
            self._close_link()
            if "href" in attrs:
                self._link = _OpenLink(attrs["href"].strip(), attrs.get("rel", ""), len(self._frames))
                self._builder.open_link(self._link.target, self._link.rel)

    def _close_link(self) -> None:
        self._link = None
        self._builder.close_link()

    def _read_end(self, token: Token) -> None:
        for frame in reversed(self._frames[-10:]):
            if frame.tag == token.name or (frame.tag in HEADINGS and token.name in HEADINGS):
                frame.end = token.end
                return

    def _read_break(self, token: Token) -> None:
        at, width = token.start + self._offset, token.end - token.start
        if self._preserved:
            self._builder.add("\n", at, width)
        elif self._heading or self._in_table:
            self._builder.add_space(at, width)
        elif self._broken:
            self._flush()
        else:
            self._builder.add_space(at, width, "\n")
            self._broken = True

    def _read_text(self, token: Token) -> None:
        loose = self._block_start is None and not (self._heading or self._preserved or self._in_table)
        start = token.start
        if self._blank_lines and loose:
            for gap in BLANK_LINE.finditer(self._page.source, token.start, token.end):
                self._add(start, gap.start())
                self._flush()
                start = gap.end()
        self._add(start, token.end)

    def _add(self, start: int, end: int) -> None:
        """Add a stretch of the source's text to the block."""
        text = self._page.source[start:end]
        if self._preserved:
            add_preserved(self._builder, text, start + self._offset)
        else:
            add_text(self._builder, text, start + self._offset)
        if text.isspace() or not text:
            return
        self._broken = self._broken and is_blank(unescape(text))
        if self._inline_start is None:
            self._inline_start = start + len(text) - len(text.lstrip())
        self._inline_end = start + len(text.rstrip())


def _container(name: str) -> ContainerKind | None:
    if name in LISTS:
        return "list"
    if name in _ITEMS:
        return "item"
    return "quote" if name == "blockquote" else "figure" if name == "figure" else None
