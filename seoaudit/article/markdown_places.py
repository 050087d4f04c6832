"""Where the lines and inline contents of a Markdown source stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

_LINE_END = re.compile(r"\r\n?|\n")
_ESCAPED_PIPE = "\\|"


class Places:
    """The way from offsets in a content, taken from the source piece by piece, to offsets in the source."""

    def __init__(self) -> None:
        self._contents: list[int] = []
        self._sources: list[int] = []

    def add(self, content: int, source: int) -> None:
        """Say that from `content` on, until the next piece, the content stands at `source`."""
        self._contents.append(content)
        self._sources.append(source)

    def at(self, offset: int) -> int:
        """Return the place in the source of an offset in the content."""
        i = max(0, bisect_right(self._contents, offset) - 1)
        return self._sources[i] + offset - self._contents[i]

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Return the pieces of a span of the content, as spans of the content, each in one piece in the source."""
        i = bisect_right(self._contents, start)
        while start < end:
            stop = min(end, self._contents[i]) if i < len(self._contents) else end
            yield start, stop
            start, i = stop, i + 1


class Lines:
    """The lines of a Markdown source as its parser counts them.

    Args:
        source: the article's source.
        start: offset at which Markdown begins, after the front matter.
    """

    def __init__(self, source: str, start: int) -> None:
        self._source = source
        self._starts = [start]
        self._ends: list[int] = []
        for match in _LINE_END.finditer(source, start):
            self._ends.append(match.start())
            self._starts.append(match.end())
        self._ends.append(len(source))

    def text(self, line: int) -> str:
        """Return a line without its line end; "" after the last."""
        return self._source[self.start(line) : self.end(line)]

    def start(self, line: int) -> int:
        """Return the offset of a line's first character."""
        return self._starts[line] if line < len(self._starts) else len(self._source)

    def end(self, line: int) -> int:
        """Return the offset just after a line's last character."""
        return self._ends[line] if line < len(self._ends) else len(self._source)

    def end_of(self, first: int, after: int) -> int:
        """Return the offset just after the last character that shows in lines `first` to `after` (not included)."""
        for line in range(after - 1, first - 1, -1):
            text = self.text(line).rstrip()
            if text:
                return self.start(line) + len(text)
        return self.start(first)

    def places(self, content: str, first: int) -> Places:
        """Return the places of a content whose lines are the ends of the source's lines from `first` on."""
        places = Places()
        at = 0
        for k, part in enumerate(content.split("\n")):
            text = self.text(first + k)
            shown = part.strip()
            # Containers and indentation stand before it; a tab may have become spaces, so only the end is sure.
            column = len(text.rstrip()) - len(shown)
            if not text.startswith(shown, max(0, column)):
                column = max(0, text.find(shown))
            places.add(at, self.start(first + k) + column - (len(part) - len(part.lstrip())))
            at += len(part) + 1
        return places

    def heading_places(self, content: str, line: int) -> Places:
        """Return the places of the content of a heading "## Like this ##"."""
        text = self.text(line)
        mark = text.find("#")
        column = mark + len(text[mark:]) - len(text[mark:].lstrip("#").lstrip())
        if not text.startswith(content, column):
            column = max(0, text.find(content, mark))
        places = Places()
        places.add(0, self.start(line) + column)
        return places

    def cell_places(self, content: str, line: int, column: int) -> tuple[Places, int]:
        """Return the places of a table cell's content, looked for from a column on, and the column just after it."""
        raw = content.replace("|", _ESCAPED_PIPE)
        found = max(column, self.text(line).find(raw, column))
        places = Places()
        source = self.start(line) + found
        places.add(0, source)
        for pipe, match in enumerate(re.finditer(r"\\\|", raw)):
            # The pipe itself is the first character of the next piece; its backslash is in no piece.
            places.add(match.start() - pipe, source + match.start() + 1)
        return places, found + len(raw)
