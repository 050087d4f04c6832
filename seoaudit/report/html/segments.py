"""Cuts a text at the edges of its marks, so that marks that overlap can be shown without nesting them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from seoaudit.report.body import Mark

# A mark longer than this, in characters, is underlined; a shorter one is tinted. A tint over a whole sentence
# would hide the small faults within it.
WIDE = 60
# Where the call of a mark that ends in white space stands: after the word or the sign that follows.
_NEXT = re.compile(r"\s*\S[^\s,.;:!?)\]»…]*")


@dataclass(frozen=True, slots=True)
class Reference:
    """The call of a finding, like that of a footnote, where one of its places ends."""

    rule: str
    number: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same marks.

    Attributes:
        text: what it says; never empty.
        narrow: rules whose short marks cover it.
        wide: rules whose long marks cover it.
        keyphrase: whether it is part of an occurrence of the keyphrase.
        anchors: the places that begin here.
        references: the places whose call stands after it.
    """

    text: str
    narrow: tuple[str, ...] = ()
    wide: tuple[str, ...] = ()
    keyphrase: bool = False
    anchors: tuple[Reference, ...] = ()
    references: tuple[Reference, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether it is white space alone, which a tint has to make visible."""
        return not self.text.strip()


def segments_of(text: str, marks: Sequence[Mark], keyphrase: Sequence[tuple[int, int]] = ()) -> list[Segment]:
    """Return a text in segments; joined they give it back.

    Args:
        text: of a block.
        marks: within it, in any order; offsets in code points.
        keyphrase: occurrences of the keyphrase, likewise.
    """
    calls: dict[int, list[Reference]] = {}
    for mark in marks:
        calls.setdefault(_call(text, mark), []).append(Reference(mark.rule, mark.number))
    edges = {0, len(text), *calls}
    edges.update(x for m in marks for x in (m.start, m.end))
    edges.update(x for pair in keyphrase for x in pair)
    ordered = sorted(e for e in edges if 0 <= e <= len(text))
    return [_segment(text, a, b, marks, keyphrase, calls.get(b, ())) for a, b in pairwise(ordered)]


def _call(text: str, mark: Mark) -> int:
    """Return where a mark's call stands: at its end, but not between a space and the word or sign it belongs to."""
    blank = not text[mark.start : mark.end].strip()
    following = _NEXT.match(text, mark.end) if blank or text[mark.end - 1 : mark.end] == "«" else None
    return following.end() if following else mark.end


def _segment(
    text: str,
    a: int,
    b: int,
    marks: Sequence[Mark],
    keyphrase: Sequence[tuple[int, int]],
    calls: Sequence[Reference],
) -> Segment:
    over = [m for m in marks if m.start <= a and m.end >= b]
    return Segment(
        text=text[a:b],
        narrow=_rules(m for m in over if m.end - m.start <= WIDE),
        wide=_rules(m for m in over if m.end - m.start > WIDE),
        keyphrase=any(start <= a and end >= b for start, end in keyphrase),
        anchors=tuple(Reference(m.rule, m.number) for m in over if m.start == a),
        references=tuple(calls),
    )


def _rules(marks: Iterable[Mark]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.rule for m in marks))
