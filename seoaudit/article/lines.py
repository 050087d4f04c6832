"""Lines of a plain text, and whether they are paragraphs or pieces of paragraphs.

Some texts set one paragraph on each line, others break every paragraph at a fixed width. A line broken at a fixed width
is full: the next line's first word would not have fitted. Lines that are paragraphs are not, and they end where
sentences end.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile("[^\n\r\x0b\x0c\x85\u2028\u2029]*(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]|\\Z)")
_SENTENCE_END = re.compile(r"[.!?…:;][\s»”\")\]]*\Z")
# Widths at which mail programs and editors wrap; a longer line was not broken by one.
_NARROWEST, _WIDEST = 35, 160
# A few breaks are at forced places even in wrapped text; a few lines of paragraphs look full by chance.
_FULL_SHARE = 0.6
_SENTENCE_SHARE = 0.5


class Line(NamedTuple):
    """A line of the source, without white space at either end.

    Attributes:
        text: what it holds; "" for a blank line.
        start: offset in the source of its first character.
        end: offset just after its last character.
        indent: width of the white space before it, a tab as four.
    """

    text: str
    start: int
    end: int
    indent: int


def split_lines(source: str) -> list[Line]:
    """Return the lines of a source in order."""
    lines = []
    for match in _LINE.finditer(source):
        raw = match.group()
        text = raw.strip()
        lead = raw[: len(raw) - len(raw.lstrip())]
        start = match.start() + (len(lead) if text else 0)
        lines.append(Line(text, start, start + len(text), len(lead.replace("\t", "    "))))
    return lines


def wrap_width(lines: list[Line]) -> int:
    """Return the width at which the text was wrapped, in characters; 0 where lines are whole paragraphs."""
    breaks = [(a, b) for a, b in pairwise(lines) if a.text and b.text]
    if not breaks:
        return 0
    # A line with a long address may stick out; the ninth decile does not see it.
    width = sorted(len(line.text) for line, _ in breaks)[len(breaks) * 9 // 10]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = [line for line, following in breaks if is_full(line, following, width)]
    ends = sum(ends_sentence(line.text) for line in full)
    if len(full) < _FULL_SHARE * len(breaks) or ends > _SENTENCE_SHARE * len(full):
        return 0
    return width


def is_full(line: Line, following: Line, width: int) -> bool:
    """Whether the first word of the following line would not have fitted on the line."""
    return len(line.text) + 1 + len(following.text.split(maxsplit=1)[0]) > width


def ends_sentence(text: str) -> bool:
    """Whether a line ends where a sentence ends."""
    return _SENTENCE_END.search(text) is not None


def continues(line: Line, following: Line, width: int) -> bool:
    """Whether the following line goes on with the paragraph of the line.

    Args:
        line: a line that is not blank.
        following: the next one, not blank either.
        width: as `wrap_width` gives it.
    """
    if width and is_full(line, following, width):
        return True
    return following.text[0].islower() and not ends_sentence(line.text)
