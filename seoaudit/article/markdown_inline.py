"""Add the inline content of a Markdown block to its text, each piece with its place.

The parser's inline tokens have no positions. They do come in order, though, and the markup of each is known: a cursor
that steps over text and markup alike knows where each token stands.
"""

from __future__ import annotations

import re

from markdown_it.token import Token

from seoaudit.article.builder import TextBuilder
from seoaudit.article.html_scan import attributes, scan
from seoaudit.article.html_text import image_of
from seoaudit.article.html_tree import BOLD, CODE
from seoaudit.article.markdown_places import Places
from seoaudit.article.model import Image

_BREAK = re.compile(r"[ \t]*\\?\n[ \t]*")


def add_inline(builder: TextBuilder, content: str, tokens: list[Token], places: Places) -> None:
    """Add what a reader sees of an inline content; its links and images go to the builder too."""
    _InlineReader(builder, content, places).read(tokens)


def alternative(image: Token) -> str | None:
    """Return the text alternative of an image; None for empty brackets, which are Markdown's way to give none."""
    parts = [" " if t.type.endswith("break") else t.content for t in image.children or []]
    return "".join(parts).strip() or None


class _InlineReader:
    """One walk over the inline tokens of a content."""

    def __init__(self, builder: TextBuilder, content: str, places: Places) -> None:
        self.builder = builder
        self.content = content
        self.places = places
        self.cursor = 0

    def read(self, tokens: list[Token]) -> None:
        in_autolink = False
        for token in tokens:
            kind = token.type
            if kind == "text" and in_autolink:
                self._autolink(token)
            elif kind == "text":
                self._verbatim(token.content)
            elif kind == "text_special":
                self._special(token)
            elif kind in {"softbreak", "hardbreak"}:
                self._break("\n" if kind == "hardbreak" else " ")
            elif kind == "code_inline":
                self._code(token)
            elif kind == "html_inline":
                self._html(token.content)
            elif kind == "image":
                self._image(token)
            elif kind == "footnote_ref":
                self.cursor = token.meta["end"]
            elif kind == "link_open":
                in_autolink = token.markup == "autolink"
                self.cursor += 1
                self.builder.open_link(str(token.attrs.get("href", "")))
            elif kind == "link_close":
                in_autolink = False
                self.builder.close_link()
                self.cursor = token.meta["end"]
            else:  # emphasis, strikethrough
                self.builder.bold += {"strong_open": 1, "strong_close": -1}.get(kind, 0)
                self._step_over(token.markup)

    def _step_over(self, markup: str) -> None:
        found = self.content.find(markup, self.cursor)
        if found >= 0:
            self.cursor = found + len(markup)

    def _add(self, text: str, start: int) -> None:
        """Add text that stands at `start` in the content, letter for letter.

        Spaces at its ends join those beyond an image, break or note next to it.
        """
        begin = start + len(text) - len(text.lstrip(" "))
        end = max(begin, start + len(text.rstrip(" ")))
        self._space(start, begin)
        for a, b in self.places.pieces(begin, end):
            self.builder.add(text[a - start : b - start], self.places.at(a))
        self._space(end, start + len(text))

    def _space(self, start: int, end: int) -> None:
        if end > start:
            self.builder.add_space(self.places.at(start), end - start)

    def _replace(self, text: str, start: int, end: int) -> None:
        """Add text that stands for a span of the content."""
        source = self.places.at(start)
        self.builder.add(text, source, self.places.at(end) - source)

    def _verbatim(self, text: str) -> None:
        if not text:
            return
        found = self.content.find(text, self.cursor)
        if found < 0:  # should the parser ever change a text, it keeps at least its order
            self._replace(text, self.cursor, self.cursor)
            return
        self._add(text, found)
        self.cursor = found + len(text)

    def _special(self, token: Token) -> None:
        found = max(self.cursor, self.content.find(token.markup, self.cursor))
        end = found + len(token.markup)
        if token.content == token.markup:
            self._add(token.content, found)
        else:
            self._replace(token.content, found, end)
        self.cursor = end

    def _autolink(self, token: Token) -> None:
        end = max(self.cursor, self.content.find(">", self.cursor))
        if self.content[self.cursor : end] == token.content:
            self._add(token.content, self.cursor)
        else:  # shown decoded
            self._replace(token.content, self.cursor, end)
        self.cursor = end

    def _break(self, shown: str) -> None:
        match = _BREAK.search(self.content, self.cursor)
        if match is None:
            return
        source = self.places.at(match.start())
        self.builder.add_space(source, self.places.at(match.end()) - source, shown)
        self.cursor = match.end()

    def _code(self, token: Token) -> None:
        self._step_over(token.markup)
        end = self.cursor + len(token.content)
        # One space at each end is markup.
        lead = 0 if self.content[self.cursor : end].replace("\n", " ") == token.content else 1
        self.builder.open_code()
        self._add(token.content, self.cursor + lead)
        self.builder.close_code()
        self.cursor += lead + len(token.content)
        self._step_over(token.markup)

    def _image(self, token: Token) -> None:
        end = token.meta["end"]
        target = str(token.attrs.get("src", ""))
        self.builder.images.append(
            Image(target, alternative(token), self.places.at(self.cursor), self.places.at(end - 1) + 1)
        )
        self.cursor = end

    def _html(self, tag: str) -> None:
        """Read a tag or comment within a paragraph: breaks, images and links count, all else only shapes its text."""
        self._step_over(tag)
        source = self.places.at(self.cursor - len(tag))
        for token in scan(tag):
            if token.name == "br":
                self.builder.add_space(source, len(tag), "\n")
            elif token.name == "img":
                self.builder.images.append(image_of(tag, token, source))
            elif token.name == "a" and token.kind == "start":
                attrs = attributes(tag, token)
                if "href" in attrs:
                    self.builder.open_link(attrs["href"], attrs.get("rel", ""))
            elif token.name == "a":
                self.builder.close_link()
            elif token.name in CODE and token.kind == "start":
                self.builder.open_code()
            elif token.name in CODE:
                self.builder.close_code()
            elif token.name in BOLD:
                self.builder.bold = max(0, self.builder.bold + (1 if token.kind == "start" else -1))
