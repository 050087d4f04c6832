"""The geometry of the page's drawings, in the units of their own view boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seoaudit.report.body import Body

# Bars in one row of the strip of sentences: on a telephone each is still about five pixels wide.
ROW = 60
# Where there are few sentences, bars keep the width they would have among this many.
FEWEST = 40
# Height of the strip and of the sparkline.
HEIGHT = 100.0
# The strip's scale ends at the longest sentence, but not below this multiple of the editor's limit: in a text of short
# sentences, none should look long.
SCALE = 1.5


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its place and size in the view box, what it counts, and how much of its height is beyond the limit."""

    x: float
    y: float
    width: float
    height: float
    value: int
    excess: float = 0.0


@dataclass(frozen=True, slots=True)
class Strip:
    """A row of the strip of sentence lengths, one bar a sentence, a gap between paragraphs."""

    bars: tuple[Bar, ...]
    width: float
    limit: float


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The lengths of an article's sentences."""

    strips: tuple[Strip, ...]
    count: int
    shortest: int
    longest: int
    long: int
    limit: int


def rhythm_of(body: Body) -> Rhythm | None:
    """Return the strip of sentence lengths, None for a text without sentences."""
    lengths = [(s.words, n) for n, b in enumerate(body.blocks) for s in b.sentences]
    if not lengths:
        return None
    words = [w for w, _ in lengths]
    top = max(*words, SCALE * body.long_sentence)
    rows = [lengths[i : i + ROW] for i in range(0, len(lengths), ROW)]
    width = max(FEWEST, ROW if len(rows) > 1 else len(lengths)) * 10.0
    strips = tuple(_strip(row, width, top, body.long_sentence) for row in rows)
    long = sum(w > body.long_sentence for w in words)
    return Rhythm(strips, len(words), min(words), max(words), long, body.long_sentence)


def _strip(row: Sequence[tuple[int, int]], width: float, top: float, limit: int) -> Strip:
    bars = []
    for i, (words, block) in enumerate(row):
        height = round(HEIGHT * words / top, 2)
        # The first sentence of a paragraph stands a little apart from the one before.
        indent = 3.5 if i and row[i - 1][1] != block else 1.0
        x, y = 10.0 * i + indent, round(HEIGHT - height, 2)
        excess = round(HEIGHT * max(0, words - limit) / top, 2)
        bars.append(Bar(x, y, 10.0 - indent, height, words, excess))
    return Strip(tuple(bars), width, round(HEIGHT - HEIGHT * limit / top, 2))


def spark(counts: Sequence[int]) -> tuple[Bar, ...]:
    """Return counts as bars of a view box 100 wide and as high, the largest at full height."""
    most = max(counts, default=0)
    step = 100.0 / len(counts) if counts else 0.0
    heights = [round(HEIGHT * n / most, 2) if most else 0.0 for n in counts]
    return tuple(
        Bar(round(i * step + 0.75, 2), round(HEIGHT - h, 2), round(step - 1.5, 2), h, n)
        for i, (n, h) in enumerate(zip(counts, heights, strict=True))
    )
