"""Cuts a text at the edges of its marks, so that marks that overlap can be shown without nesting them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
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
    opening, calls = _by_place(marks, lambda m: m.start), _by_place(marks, lambda m: _call(text, m))
    edges = {0, len(text), *opening, *calls, *(m.end for m in marks), *(x for pair in keyphrase for x in pair)}
    depth = Counter(start for start, _ in keyphrase)
    depth.subtract(end for _, end in keyphrase)
    segments, over, inside = [], list[Mark](), 0
    for a, b in pairwise(sorted(edges)):
        over = [*(m for m in over if m.end > a), *opening.get(a, ())]
        inside += depth[a]
        segments.append(
            Segment(
                text=text[a:b],
                narrow=_rules(m for m in over if m.end - m.start <= WIDE),
                wide=_rules(m for m in over if m.end - m.start > WIDE),
                keyphrase=inside > 0,
                anchors=_references(opening.get(a, ())),
                references=_references(calls.get(b, ())),
            )
        )
    return segments


def _by_place(marks: Iterable[Mark], place: Callable[[Mark], int]) -> dict[int, list[Mark]]:
    found: dict[int, list[Mark]] = {}
    for mark in marks:
        found.setdefault(place(mark), []).append(mark)
    return found


def _call(text: str, mark: Mark) -> int:
    """Return where a mark's call stands: at its end, but not between a space and the word or sign it belongs to."""
    blank = not text[mark.start : mark.end].strip()
    following = _NEXT.match(text, mark.end) if blank or text[mark.end - 1 : mark.end] == "«" else None
    return following.end() if following else mark.end


def _references(marks: Iterable[Mark]) -> tuple[Reference, ...]:
    return tuple(Reference(m.rule, m.number) for m in marks)


def _rules(marks: Iterable[Mark]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.rule for m in marks))
