"""Which inline elements set text in bold: by their name, or by a style as word processors paste it."""

from __future__ import annotations

import re
from typing import NamedTuple

from seoaudit.article.html_scan import Token, attributes
from seoaudit.article.html_tree import BOLD

_STYLED = BOLD | {"span", "font"}
# "mso-bidi-font-weight", by Word, is that of scripts written from right to left: it says nothing of this one.
_WEIGHT = re.compile(r"(?<![\w-])font-weight\s*:\s*([a-z]+|\d+)", re.IGNORECASE)
# From 600 on a face is bold (CSS Fonts 4); Google Docs writes 700, and wraps what it pastes in a "b" of normal weight.
_BOLD_FROM = 600


class _Open(NamedTuple):
    name: str
    bold: bool
    depth: int  # of the blocks around it


class Weights:
    """The weight of the text at hand, as inline elements open and close."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._open: list[_Open] = []

    @property
    def bold(self) -> bool:
        """Whether text is bold here."""
        return bool(self._open) and self._open[-1].bold

    def start(self, token: Token, depth: int) -> None:
        """Open an inline element within so many blocks."""
        if token.name in _STYLED:
            own = self._own(token)
            self._open.append(_Open(token.name, self.bold if own is None else own, depth))

    def end(self, name: str) -> None:
        """Close the innermost open element of that name."""
        for i in range(len(self._open) - 1, -1, -1):
            if self._open[i].name == name:
                del self._open[i]
                return

    def leave(self, depth: int) -> None:
        """Close what a block left open; "b" and "strong" go on into the next block, as browsers have it."""
        self._open = [e for e in self._open if e.depth <= depth or e.name in BOLD]

    def _own(self, token: Token) -> bool | None:
        """Return whether an element sets bold or normal weight, None where it leaves it as it is."""
        if _WEIGHT.search(self._source, token.start, token.end):
            weights = _WEIGHT.findall(attributes(self._source, token).get("style", ""))
            if weights:
                weight = weights[-1].lower()
                return int(weight) >= _BOLD_FROM if weight.isdecimal() else weight.startswith("bold")
        return True if token.name in BOLD else None
