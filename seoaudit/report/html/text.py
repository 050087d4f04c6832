"""The text as the page shows it: blocks in order, their marks as segments, marks of a whole block in its margin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from seoaudit.article.model import BlockKind
from seoaudit.report.body import Body, Mark, TextBlock
from seoaudit.report.html.segments import Reference, Segment, segments_of

# Share of a block's text from which a mark is about the block: it is shown in the margin.
WHOLE = 0.9
# A heading of a few words is marked in the line, however much of it the mark covers.
SHORT_BLOCK = 80
# How a table's text separates its cells.
TABLE, CELLS = BlockKind.TABLE.value, " | "


@dataclass(frozen=True, slots=True)
class Figure:
    """An image in the text."""

    alt: str | None
    rules: tuple[str, ...]
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A block on the page.

    Attributes:
        kind: as in `BlockKind`.
        level: of a heading or list item.
        line: where it begins in the source.
        segments: its text.
        rows: the cells of a table without marks, row by row; empty for all else.
        margin: rules whose marks cover all of it.
        anchors: places of such marks that begin here.
        figures: its images.
    """

    kind: str
    level: int
    line: int
    segments: tuple[Segment, ...]
    rows: tuple[tuple[str, ...], ...]
    margin: tuple[str, ...]
    anchors: tuple[Reference, ...]
    figures: tuple[Figure, ...]


def show_text(body: Body) -> list[list[Shown]]:
    """Return the blocks of an article; those of one list or quotation are together, all others alone."""
    parts = Counter((m.rule, m.number) for b in body.blocks for m in b.marks)
    begun: set[tuple[str, int]] = set()
    shown = [(b, _show(b, parts, begun)) for b in body.blocks]
    groups = groupby(shown, key=lambda pair: (pair[0].kind, pair[0].group))
    return [[block for _, block in members] for _, members in groups]


def _show(block: TextBlock, parts: Mapping[tuple[str, int], int], begun: set[tuple[str, int]]) -> Shown:
    """Return a block as shown.

    Args:
        block: of the article.
        parts: in how many blocks each place lies; one that lies in several is in their margins.
        begun: the places seen so far, so that one over several blocks is called once.
    """
    whole, inside = list[Mark](), list[Mark]()
    for mark in block.marks:
        (whole if parts[mark.rule, mark.number] > 1 or _is_whole(mark, block) else inside).append(mark)
    new = [m for m in whole if (m.rule, m.number) not in begun]
    begun.update((m.rule, m.number) for m in block.marks)
    return Shown(
        kind=block.kind,
        level=block.level,
        line=block.line,
        segments=tuple(segments_of(block.text, inside, block.keyphrase)),
        rows=_rows(block) if not inside else (),
        margin=tuple(dict.fromkeys(m.rule for m in whole)),
        anchors=tuple(Reference(m.rule, m.number) for m in new),
        figures=tuple(
            Figure(
                p.alt,
                tuple(dict.fromkeys(m.rule for m in p.marks)),
                tuple(Reference(m.rule, m.number) for m in p.marks),
            )
            for p in block.pictures
        ),
    )


def _rows(block: TextBlock) -> tuple[tuple[str, ...], ...]:
    """Return the cells of a table, whose text has a line for each row; nothing for any other block."""
    if block.kind != TABLE:
        return ()
    return tuple(tuple(row.split(CELLS)) for row in block.text.split("\n"))


def _is_whole(mark: Mark, block: TextBlock) -> bool:
    size = len(block.text)
    return size > SHORT_BLOCK and mark.end - mark.start >= WHOLE * size


def anchored(groups: Sequence[Sequence[Shown]]) -> set[tuple[str, int]]:
    """Return the places that the text shows, as rule and number: those that a list of findings may link to."""
    blocks = [b for group in groups for b in group]
    found = [r for b in blocks for r in b.anchors]
    found += [r for b in blocks for s in b.segments for r in s.anchors]
    found += [r for b in blocks for f in b.figures for r in f.references]
    return {(r.rule, r.number) for r in found}
