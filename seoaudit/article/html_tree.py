"""Build the tree of an HTML source without losing the places of its text.

lxml repairs HTML well but tells no positions. It is therefore given a stand-in for the source: every block-level tag
carries its token's number as an attribute, and in place of text and inline tags stand marks such as "t12;" (token 12 is
a text). lxml closes what was left open, and the numbers lead back to the source.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from bs4 import BeautifulSoup
from bs4.element import Tag

from seoaudit.article.html_scan import Token, attributes

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LISTS = frozenset({"ul", "ol", "menu", "dir", "dl"})
# Inline elements whose text is code, not French.
CODE = frozenset({"code", "kbd", "samp", "tt", "var"})
BOLD = frozenset({"b", "strong"})
CELLS = frozenset({"td", "th"})
_ROWS = CELLS | {"tr", "thead", "tbody", "tfoot", "caption"}
# Elements left out of the article with all they hold.
LEFT_OUT = frozenset(
    {"nav", "aside", "noscript", "template", "svg", "math", "object", "audio", "video", "canvas", "map"}
    | {"select", "button", "script", "style", "title", "iframe", "textarea", "xml"}
)
# Elements whose end lxml knows to imply; all other block elements are balanced here and stand in as a "div".
_IMPLIED = HEADINGS | {"p", "li", "dt", "dd", "pre"}
_CONTAINERS = (
    (LEFT_OUT - {"title", "script", "style", "iframe", "textarea"})
    | {"article", "section", "main", "div", "header", "footer", "address", "center", "details", "summary", "dialog"}
    | {"fieldset", "figure", "figcaption", "hgroup", "blockquote", "form", "search", "table"}
    | LISTS
)
_WRITTEN_AS = {"table": "table", "dl": "dl"} | dict.fromkeys(sorted(LISTS - {"dl"}), "ul")
# Deeper than any page; what is nested deeper is read as if it stood at this depth.
_DEEPEST = 200
# A heading's end is looked for this many tokens ahead.
_HEADING_TOKENS = 40
_MARKS = {"br": "b", "hr": "r", "img": "m", "a": "a"}
# An inline element is kept as an element only if it may be hidden.
_MAY_HIDE = re.compile("hidden|display|mso-list", re.IGNORECASE)


class _Open(NamedTuple):
    name: str
    written: str  # name in the stand-in


class _StandIn:
    """Writes the stand-in, token by token."""

    def __init__(self, source: str, tokens: list[Token]) -> None:
        self.source = source
        self.tokens = tokens
        self.parts: list[str] = ["<html><body>"]
        self.open: list[_Open] = []
        self.too_deep: Counter[str] = Counter()
        self.inline: dict[str, list[bool]] = {}  # open inline elements by name: were they written?
        self.tables = 0
        self.heading = ""  # the open heading
        self.heading_closes = False  # whether its end tag is near, so that what stands in it is part of it

    def write(self) -> str:
        in_title = False
        for i, token in enumerate(self.tokens):
            if token.name == "title":
                in_title = token.kind == "start"  # the page's, which its head says; nothing shows it
            elif in_title:
                continue
            elif token.kind == "text":
                self.parts.append(f"t{i};")
            elif token.kind == "start":
                self._start(i, token)
            else:
                self._end(i, token)
        while self.open:
            self._pop()
        return "".join(self.parts)

    def _start(self, i: int, token: Token) -> None:
        name = token.name
        if name in _MARKS:
            self.parts.append(f"{_MARKS[name]}{i};")
        elif name not in HEADINGS and self.heading and self.heading_closes and self._is_block(name):
            self.parts.append(f"s{i};")  # "<h2><p>Un titre</p></h2>"
        elif self._ends_by_itself(name):
            if name not in _ROWS:
                self._close_heading()
            if name in HEADINGS:
                self.heading, self.heading_closes = name, self._closes(i)
            self.parts.append(f'<{name} i="{i}">')
        elif self._is_block(name):
            self._close_heading()
            self._push(i, name, _WRITTEN_AS.get(name, "div"))
        else:
            self._start_inline(i, token)

    def _is_block(self, name: str) -> bool:
        return name in _CONTAINERS or name in _IMPLIED or name in _ROWS

    def _ends_by_itself(self, name: str) -> bool:
        return name in _IMPLIED or (name in _ROWS and self.tables > 0)

    def _start_inline(self, i: int, token: Token) -> None:
        may_hide = _MAY_HIDE.search(self.source, token.start, token.end) is not None
        written = may_hide and is_hidden(attributes(self.source, token))
        self.inline.setdefault(token.name, []).append(written)
        if written:
            self._push(i, token.name, "span")
        else:
            self.parts.append(f"s{i};")

    def _end(self, i: int, token: Token) -> None:
        name = token.name
        if name in HEADINGS:
            if self.heading:
                self.parts.append(f"e{i};</{self.heading}>")
                self.heading = ""
        elif self.heading and self.heading_closes:
            self.parts.append(f"c{i};")
        elif self._ends_by_itself(name):
            self.parts.append(f"e{i};</{name}>")
        elif self._is_block(name) or (self.inline.get(name) and self.inline[name].pop()):
            self._close(i, name)
        else:
            self.parts.append(f"c{i};")

    def _closes(self, i: int) -> bool:
        """Whether the heading that begins at token `i` is closed before another begins."""
        for token in self.tokens[i + 1 : i + 1 + _HEADING_TOKENS]:
            if token.name in HEADINGS:
                return token.kind == "end"
        return False

    def _close_heading(self) -> None:
        if self.heading:
            self.parts.append(f"</{self.heading}>")
            self.heading = ""

    def _push(self, i: int, name: str, written: str) -> None:
        if len(self.open) >= _DEEPEST:
            self.too_deep[name] += 1
            return
        self.tables += name == "table"
        self.open.append(_Open(name, written))
        self.parts.append(f'<{written} i="{i}">')

    def _pop(self) -> None:
        popped = self.open.pop()
        self.tables -= popped.name == "table"
        self.parts.append(f"</{popped.written}>")

    def _close(self, i: int, name: str) -> None:
        """Close the innermost open element of that name and what was left open in it; a table hides what is around."""
        if self.too_deep[name]:
            self.too_deep[name] -= 1
            return
        for depth in range(len(self.open) - 1, -1, -1):
            if self.open[depth].name == name:
                while len(self.open) > depth + 1:
                    self._pop()
                self._close_heading()
                self.parts.append(f"e{i};")
                self._pop()
                return
            if self.open[depth].name == "table":
                return


def build_tree(source: str, tokens: list[Token]) -> Tag:
    """Return the body of the repaired tree; attributes "i" and the numbers in texts are those of tokens."""
    soup = BeautifulSoup(_StandIn(source, tokens).write(), "lxml")
    body = soup.body
    return body if body is not None else soup


def is_hidden(attrs: dict[str, str]) -> bool:
    """Whether an element's attributes keep it off the page (Word hides the bullets it writes as text in "mso-list")."""
    style = attrs.get("style", "").replace(" ", "").lower()
    return (
        "hidden" in attrs
        or attrs.get("aria-hidden", "").lower() == "true"
        or any(word in style for word in ("display:none", "visibility:hidden", "mso-list:ignore"))
    )
