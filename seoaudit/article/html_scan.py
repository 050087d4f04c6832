"""Find the tags and the text of an HTML source with their places, whatever state it is in.

The tree builder that the reader uses gives no positions, so the source is scanned first. Like a browser, the scanner
accepts anything: an unclosed comment, quotes that do not match, a lone "<". Its time grows with the length of the
source only; whatever was looked for in vain once (the end of a comment, say) is not looked for again.
"""

from __future__ import annotations

import html
import re
from typing import Literal, NamedTuple

TokenKind = Literal["text", "start", "end"]


class Token(NamedTuple):
    """A stretch of text or a tag.

    Attributes:
        kind: what it is.
        name: the tag's name in lower case; "" for text.
        start: offset in the source.
        end: offset just after it.
    """

    kind: TokenKind
    name: str
    start: int
    end: int


_TAG_NAME = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)")
# A tag up to the ">" that is not within a quoted value. Possessive, so that a failure costs one pass.
_TAG = re.compile(_TAG_NAME.pattern + r"""(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+>""")
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
# Quotes that do not match make the search for a tag's end run through the whole source; after this many it is given up.
_UNMATCHED_QUOTES = 20
# Elements whose content is no markup.
_RAW = frozenset({"script", "style", "title", "textarea", "iframe", "xmp", "noembed", "noframes"})


def scan(source: str) -> list[Token]:
    """Return the tags and the stretches of text of a source, in order.

    Comments, declarations and the content of scripts, styles and the like are left out; that of a title is kept.
    """
    return _Scanner(source).run()


def comments(source: str) -> list[tuple[int, int]]:
    """Return the places of the comments of a source, in order; what looks like one within a script is none."""
    scanner = _Scanner(source)
    scanner.run()
    return scanner.comments


def attributes(source: str, tag: Token) -> dict[str, str]:
    """Return the attributes of a start tag: names in lower case, values decoded; the first of equals counts."""
    name = _TAG_NAME.match(source, tag.start)
    out: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(source, name.end() if name else tag.start, tag.end - 1):
        value = match.group(2) or ""
        if value[:1] in {'"', "'"}:
            value = value[1:-1]
        out.setdefault(match.group(1).lower(), unescape(value))
    return out


def unescape(text: str) -> str:
    """Return a text with its character references decoded; one whose number has no end stays as it is."""
    try:
        return html.unescape(text)
    except ValueError:  # more digits than Python makes a number of
        return text


class _Scanner:
    """One pass over a source."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.tokens: list[Token] = []
        self.comments: list[tuple[int, int]] = []
        self.missing: set[str] = set()  # what was looked for and is not in the rest of the source
        self.unmatched = 0
        self.in_cdata = False

    def run(self) -> list[Token]:
        source, at, text = self.source, 0, 0
        while (at := source.find("<", at)) >= 0:
            tag = self._match_tag(at)
            end = tag[1] if tag else self._other_end(at)
            if end == at:  # a "<" that is text
                at += 1
                continue
            self._text(text, at)
            at = text = self._tag(*tag) if tag else end
        self._text(text, len(source))
        return self.tokens

    def _text(self, start: int, end: int) -> None:
        if self.in_cdata and (close := self.source.find("]]>", start, end)) >= 0:
            self.in_cdata = False
            self._text(start, close)
            start = close + 3
        if start < end:
            self.tokens.append(Token("text", "", start, end))

    def _match_tag(self, at: int) -> tuple[re.Match[str], int] | None:
        """Return the name of the tag at `at` and the offset just after the tag."""
        if self.unmatched < _UNMATCHED_QUOTES:
            match = _TAG.match(self.source, at)
            if match:
                return match, match.end()
        match = _TAG_NAME.match(self.source, at)
        if match is None:
            return None
        self.unmatched += 1
        end = self._find(">", at)
        return (match, end) if end else None

    def _other_end(self, at: int) -> int:
        """Return the offset just after the comment or declaration at `at`; `at` if there is none."""
        source = self.source
        if source.startswith("<!--", at):
            end = self._find("-->", at + 2) or self._find(">", at) or at
            if end > at:
                self.comments.append((at, end))
            return end
        if source.startswith("<![CDATA[", at):
            self.in_cdata = True
            return at + 9  # what feeds wrap content in is read as content
        if source[at + 1 : at + 2] in {"!", "?", "/"}:
            return self._find(">", at) or at
        return at

    def _find(self, what: str, at: int) -> int:
        """Return the offset just after the next `what`; 0 if there is none."""
        if what in self.missing:
            return 0
        found = self.source.find(what, at)
        if found < 0:
            self.missing.add(what)
            return 0
        return found + len(what)

    def _tag(self, match: re.Match[str], end: int) -> int:
        """Add a tag and return the offset from which to go on."""
        slash, name = match.groups()
        name = name.lower()
        self.tokens.append(Token("end" if slash else "start", name, match.start(), end))
        return self._raw(name, end) if name in _RAW and not slash else end

    def _raw(self, name: str, at: int) -> int:
        """Pass over the content of a raw element; return the offset of its end tag."""
        if name in self.missing:
            return at
        close = re.compile(f"</{name}(?=[\\s/>])", re.IGNORECASE).search(self.source, at)
        if close is None:
            self.missing.add(name)
            return len(self.source) if name in {"script", "style"} else at
        if name == "title":
            self._text(at, close.start())
        return close.start()
