"""Put a block's text together piece by piece while remembering where each piece came from.

Both markup readers work this way: they hand over stretches of the source, decoded entities and line breaks in reading
order, and get back the text with its `SourceMap`, links and images.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from seoaudit.article.model import Block, BlockKind, Image, Link, Run, SourceMap

# What HTML calls white space; a no-break space is a character like any other.
_SPACE = " \t\n\r\f"
# White space that does not show as it stands: single spaces within a text are left to stand.
_COLLAPSING = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
# Format characters that put nothing on the page: soft hyphen, zero-width spaces and joiners, marks of direction.
_UNSEEN = re.compile("[\\s\u00ad\u200b-\u200f\u2060\ufeff]*")


def is_blank(text: str) -> bool:
    """Whether a reader of the page would see nothing of it."""
    return _UNSEEN.fullmatch(text) is not None


class _Piece(NamedTuple):
    text: str
    source: int
    width: int


@dataclass(slots=True)
class TextBuilder:
    """Collects one block's text.

    Attributes:
        images: images met so far.
        bold: how many elements that set bold are open.
        headed: whether a table has header cells; true for all else.
    """

    images: list[Image] = field(default_factory=list)
    bold: int = 0
    headed: bool = True
    _pieces: list[_Piece] = field(default_factory=list)
    _length: int = 0
    _space: _Piece | None = None
    _links: list[Link] = field(default_factory=list)
    _link: Link | None = None
    _code: list[tuple[int, int]] = field(default_factory=list)
    _code_start: int | None = None
    _seen: bool = False
    _plain: bool = False
    _again: bool = False
    _images_before: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing that shows on the page has been added."""
        return not self._seen and not self.images

    @property
    def has_text(self) -> bool:
        """Whether text that shows on the page has been added."""
        return self._seen

    def add(self, text: str, source: int, width: int | None = None) -> None:
        """Add text that stands at `source`; `width` is what it takes there when that is not its own length."""
        if not text:
            return
        self._flush_space()
        self._pieces.append(_Piece(text, source, len(text) if width is None else width))
        self._length += len(text)
        if not is_blank(text):
            self._seen = True
            self._plain = self._plain or not self.bold

    def add_flowing(self, text: str, source: int) -> None:
        """Add verbatim text whose white space collapses as a browser's does."""
        if text and text[0] not in _SPACE and text[-1] not in _SPACE and not _COLLAPSING.search(text):
            self.add(text, source)
            return
        end = len(text.rstrip(_SPACE))
        at = min(end, len(text) - len(text.lstrip(_SPACE)))
        if at:
            self.add_space(source, at)
        for match in _COLLAPSING.finditer(text, at, end):
            self.add(text[at : match.start()], source + at)
            self.add_space(source + match.start(), match.end() - match.start())
            at = match.end()
        self.add(text[at:end], source + at)
        if end < len(text):
            self.add_space(source + end, len(text) - end)

    def add_space(self, source: int, width: int, text: str = " ") -> None:
        """Add white space, which joins the white space before it and vanishes at either end; a line break wins."""
        if self.ends_with("\n"):
            return
        if self._space is None:
            self._space = _Piece(text, source, width)
            return
        kept = self._space
        self._space = _Piece(kept.text if kept.text != " " else text, kept.source, source + width - kept.source)

    def separate(self, text: str, source: int) -> None:
        """Add a separator of our own, which takes nothing in the source, in place of the white space before it."""
        self._space = None
        if self._length:
            self.add(text, source, 0)

    def ends_with(self, text: str) -> bool:
        """Whether the text so far is empty or ends with `text`."""
        return not self._pieces or self._pieces[-1].text.endswith(text)

    def open_link(self, target: str, rel: str = "", *, again: bool = False) -> None:
        """Begin a link with the next character; an open one ends here.

        Args:
            target: its address as written.
            rel: its relation to this page, as written.
            again: it began in an earlier block, and counts here only if it carries text or an image.
        """
        self.close_link()
        self._again = again
        self._images_before = len(self.images)
        self._link = Link(target, "", self._length, self._length, rel)

    def close_link(self) -> None:
        """End the open link, if any, after the last character."""
        link, self._link = self._link, None
        carries = link is not None and (self._length > link.start or len(self.images) > self._images_before)
        if link is not None and (carries or not self._again):
            self._links.append(Link(link.target, "", link.start, self._length, link.rel))

    def open_code(self) -> None:
        """Begin a stretch of code with the next character."""
        if self._code_start is None:
            self._code_start = self._length + (self._space is not None)

    def close_code(self) -> None:
        """End the open stretch of code, if any, after the last character."""
        start, self._code_start = self._code_start, None
        if start is not None and start < self._length:
            self._code.append((start, self._length))

    def build(self, kind: BlockKind, start: int, end: int, level: int = 0) -> Block | None:
        """Return the block, stripped of white space at both ends; None if it shows nothing and has no image."""
        self.close_link()
        self.close_code()
        text = "".join(piece.text for piece in self._pieces)
        if is_blank(text):
            if not self.images:
                return None
            kind, level, text = BlockKind.IMAGE, 0, ""
        lead = len(text) - len(text.lstrip())
        text = text.strip()
        # An image without a caption still has a place.
        source_map = _source_map(self._pieces, lead, len(text)) if text else SourceMap((Run(0, start, 0, 0),))
        links = tuple(_placed(link, lead, text) for link in self._links)
        code = tuple((max(0, a - lead), min(b - lead, len(text))) for a, b in self._code if a - lead < len(text))
        return Block(
            kind,
            text,
            source_map,
            start,
            end,
            level,
            0,
            links,
            tuple(self.images),
            code,
            self._seen and not self._plain,
            self.headed,
        )

    def _flush_space(self) -> None:
        space, self._space = self._space, None
        if space is not None:
            self._pieces.append(space)
            self._length += 1


def _placed(link: Link, lead: int, text: str) -> Link:
    """Move a link into the stripped text and narrow it to what it shows."""
    start = min(max(0, link.start - lead), len(text))
    end = min(max(start, link.end - lead), len(text))
    inside = text[start:end]
    start = min(end, start + len(inside) - len(inside.lstrip()))
    inside = inside.strip()
    return Link(link.target, inside, start, start + len(inside), link.rel)


def _source_map(pieces: list[_Piece], lead: int, length: int) -> SourceMap:
    """Join the pieces that follow one another in text and source; leave out what was stripped."""
    runs: list[Run] = []
    at = -lead
    for text, source, width in pieces:
        first, last = max(at, 0), min(at + len(text), length)
        verbatim = len(text) == width
        if first < last and verbatim:
            _append_verbatim(runs, Run(first, source + first - at, last - first, last - first))
        elif first < last:
            runs.append(Run(first, source, last - first, width))
        at += len(text)
    return SourceMap(tuple(runs))


def _append_verbatim(runs: list[Run], run: Run) -> None:
    last = runs[-1] if runs else None
    if last and last.length == last.width and last.source + last.width == run.source:
        runs[-1] = last._replace(length=last.length + run.length, width=last.width + run.width)
    else:
        runs.append(run)
