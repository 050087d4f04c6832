"""What of a paragraph stands between quotation marks: words that the author reports and did not choose."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

_MARK = re.compile('[«»“”"]')
_OPENS, _CLOSES = frozenset("«“"), frozenset("»”")

Span = tuple[int, int]


def quoted_spans(text: str) -> tuple[Span, ...]:
    """Return the stretches of a text between quotation marks, the marks included, in order and apart.

    Marks within a quotation are passed over. A quotation that is not closed runs to the end of the text, and one
    closed without having been opened began before it.

    Args:
        text: a paragraph; guillemets, curly or straight marks.
    """
    spans: list[Span] = []
    depth, start = 0, 0
    for found in _MARK.finditer(text):
        mark = found.group()
        opens = mark in _OPENS or (mark == '"' and depth == 0)
        if opens:
            start = found.start() if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                spans.append((start, found.end()))
        elif not spans and mark in _CLOSES:
            spans.append((0, found.end()))
    if depth:
        spans.append((start, len(text)))
    return tuple(spans)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in order, those that touch or overlap made one."""
    out: list[Span] = []
    for a, b in sorted(spans):
        if out and a <= out[-1][1]:
            out[-1] = (out[-1][0], max(b, out[-1][1]))
        else:
            out.append((a, b))
    return tuple(out)


def within(spans: Sequence[Span], offset: int) -> bool:
    """Whether an offset lies in one of some spans that are in order and apart."""
    i = bisect_right(spans, (offset, float("inf"))) - 1
    return i >= 0 and offset < spans[i][1]
