"""Read Markdown: CommonMark with tables, strikethrough, footnotes, YAML front matter and the HTML within it."""

from __future__ import annotations

import re

from markdown_it.token import Token

from seoaudit.article.bold import with_bold_headings
from seoaudit.article.builder import TextBuilder
from seoaudit.article.collect import Collector
from seoaudit.article.frontmatter import read_front_matter
from seoaudit.article.html import add_html
from seoaudit.article.markdown_inline import add_inline
from seoaudit.article.markdown_parser import parse
from seoaudit.article.markdown_places import Lines
from seoaudit.article.model import Block, BlockKind, Meta

_QUOTE_MARK = re.compile(r"[ \t]*>")
_MARK = re.compile(r"[ \t]*(?:>|[-+*]|\d{1,9}[.)]|\[\^[^\]\s]+\]:)")


def read_markdown(source: str, *, name: str = "") -> tuple[Meta, tuple[Block, ...]]:
    """Return what the front matter says and the blocks of a Markdown source.

    Raises:
        InputError: the front matter is not valid; the message names the line.
    """
    front = read_front_matter(source, name=name)
    reader = _MarkdownReader(source, front.end)
    reader.read(parse(source[front.end :]))
    return front.meta, with_bold_headings(reader.collector.blocks)


class _MarkdownReader:
    """Makes blocks of the parser's tokens."""

    def __init__(self, source: str, start: int) -> None:
        self.source = source
        self.lines = Lines(source, start)
        self.collector = Collector()
        self.quotes: list[int] = []  # first lines of the open quotations
        self.spans: list[tuple[int, int]] = []  # first line and line after of the open containers
        self.line, self.column = -1, 0  # up to where the marks of containers have been read
        self.heading = 0
        self.first, self.after = 0, 0  # lines of the block that is open
        self.table: TextBuilder | None = None
        self.cell = 0  # column in the source up to which the cells of a row have been read

    def read(self, tokens: list[Token]) -> None:
        for token in tokens:
            handle = getattr(self, f"_{token.type}", None)
            if handle is not None:
                handle(token)

    # Containers

    def _blockquote_open(self, token: Token) -> None:
        first, _ = self._enter(token)
        self.collector.open("quote", self._take_mark(first))
        self.quotes.append(first)

    def _blockquote_close(self, _: Token) -> None:
        self.quotes.pop()
        self._close()

    def _list_open(self, token: Token) -> None:
        first, _ = self._enter(token)
        self.collector.open("list", self._start(first))

    def _list_item_open(self, token: Token) -> None:
        first, _ = self._enter(token)
        self.collector.open("item", self._take_mark(first))

    def _close(self, _: Token | None = None) -> None:
        self.collector.close(self.lines.end_of(*self.spans.pop()))

    _bullet_list_open = _ordered_list_open = _list_open
    _bullet_list_close = _ordered_list_close = _list_item_close = _footnote_reference_close = _close

    def _footnote_reference_open(self, token: Token) -> None:
        first, _ = self._enter(token)
        self.collector.open("note", self._take_mark(first))

    # Blocks

    def _paragraph_open(self, token: Token) -> None:
        self.first, self.after = _span(token)
        self.heading = 0

    def _heading_open(self, token: Token) -> None:
        self.first, self.after = _span(token)
        self.heading = int(token.tag[1])

    def _inline(self, token: Token) -> None:
        children = token.children or []
        if self.table is not None:
            places, self.cell = self.lines.cell_places(token.content, self.first, self.cell)
            add_inline(self.table, token.content, children, places)
            return
        start = self._start(self.first)
        underlined = self.heading and self.after - self.first > 1
        if self.heading and not underlined:
            places = self.lines.heading_places(token.content, self.first)
        else:
            places = self.lines.places(token.content, self.first)
        builder = TextBuilder()
        add_inline(builder, token.content, children, places)
        kind, level = self._kind()
        self.collector.add(builder.build(kind, start, self.lines.end_of(self.first, self.after), level))

    def _kind(self) -> tuple[BlockKind, int]:
        if self.heading:
            return BlockKind.HEADING, self.heading
        kind = self.collector.prose_kind
        return kind, self.collector.level if kind is BlockKind.LIST_ITEM else 0

    def _table_open(self, token: Token) -> None:
        self.spans.append(_span(token))
        self.table = TextBuilder()

    def _tr_open(self, token: Token) -> None:
        self.first = _span(token)[0]
        self.cell = self._start(self.first) - self.lines.start(self.first)
        self._separate("\n")

    def _td_open(self, _: Token) -> None:
        if self.table is not None and not self.table.ends_with("\n"):
            self._separate(" | ")

    _th_open = _td_open

    def _separate(self, text: str) -> None:
        if self.table is not None:
            self.table.separate(text, self.lines.start(self.first) + self.cell)

    def _table_close(self, _: Token) -> None:
        builder, self.table = self.table, None
        first, after = self.spans.pop()
        if builder is not None:
            self.collector.add(builder.build(BlockKind.TABLE, self._start(first), self.lines.end_of(first, after)))

    def _fence(self, token: Token) -> None:
        self._code(token, 1)

    def _code_block(self, token: Token) -> None:
        self._code(token, 0)

    def _code(self, token: Token, skipped: int) -> None:
        """Add a block of code, whose content begins `skipped` lines below its first line."""
        first, after = _span(token)
        builder = TextBuilder()
        for k, content in enumerate(token.content.split("\n")):
            line = first + skipped + k
            text = self.lines.text(line)
            shown = content.lstrip(" \t")
            if k:
                builder.add("\n", self.lines.end(line - 1), self.lines.start(line) - self.lines.end(line - 1))
            # Indentation of which a container took a part: a tab may have become spaces.
            before = text[: max(0, len(text) - len(shown))]
            lead = len(content) - len(shown)
            width = min(lead, len(before) - len(before.rstrip(" \t")))
            builder.add(content[:lead], self.lines.start(line) + len(before) - width, width)
            builder.add(shown, self.lines.start(line) + len(before))
        self.collector.add(builder.build(BlockKind.CODE, self._start(first), self.lines.end_of(first, after)))

    def _html_block(self, token: Token) -> None:
        first, after = _span(token)
        if not self.spans:
            add_html(
                self.source[self.lines.start(first) : self.lines.end(after - 1)],
                self.collector,
                self.lines.start(first),
            )
            return
        self._start(first)
        # The marks of containers are blanked, so that what follows keeps its place.
        shown = [self._blanked(line) for line in range(first, after)]
        ends = [self.source[self.lines.end(line) : self.lines.start(line + 1)] for line in range(first, after)]
        fragment = "".join(text + end for text, end in zip(shown, ends, strict=True))
        add_html(fragment, self.collector, self.lines.start(first))

    def _blanked(self, line: int) -> str:
        text = self.lines.text(line)
        column = self.column if line == self.line else _after_quotes(text, len(self.quotes))
        return " " * column + text[column:]

    # Places

    def _enter(self, token: Token) -> tuple[int, int]:
        span = _span(token)
        self.spans.append(span)
        return span

    def _reach(self, line: int) -> None:
        """Move to a line, past the marks of the quotations that it goes on with."""
        if line != self.line:
            self.line = line
            self.column = _after_quotes(self.lines.text(line), sum(first < line for first in self.quotes))

    def _start(self, line: int) -> int:
        """Return the offset of the first character of a line that is not yet read, white space aside."""
        self._reach(line)
        rest = self.lines.text(line)[self.column :]
        return self.lines.start(line) + self.column + len(rest) - len(rest.lstrip())

    def _take_mark(self, line: int) -> int:
        """Read the mark of a container and return its offset."""
        start = self._start(line)
        match = _MARK.match(self.lines.text(line), self.column)
        if match:
            self.column = match.end()
        return start


def _span(token: Token) -> tuple[int, int]:
    first, after = token.map or (0, 0)
    return first, after


def _after_quotes(text: str, depth: int) -> int:
    column = 0
    for _ in range(depth):
        match = _QUOTE_MARK.match(text, column)
        if not match:  # a line that goes on without the mark
            break
        column = match.end()
    return column
