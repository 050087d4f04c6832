"""The texts in which rules look for words and patterns: the passages of a scope, one a line, with the way back.

All passages of a scope lie in one string, so that a rule costs one search whatever the number of paragraphs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from seoaudit.article.model import BlockKind
from seoaudit.assessment.context import Context
from seoaudit.assessment.patterns import Finder
from seoaudit.assessment.registry import Place
from seoaudit.french.analysis import AnalysedBlock
from seoaudit.french.quoted import quoted_spans, within

Scope = Literal["article", "section", "heading", "paragraph", "sentence", "snippet"]


class Passage(NamedTuple):
    """A stretch of text: all of a block, a sentence of it, or a text of the snippet, which has no place.

    Attributes:
        text: on one line.
        block: the block it belongs to; None for a text of the snippet.
        offset: where it begins in the block's normalised text, or in its text as typed.
        unit: number of the unit of the scope it belongs to; a section has several passages.
    """

    text: str
    block: AnalysedBlock | None
    offset: int
    unit: int


class Match(NamedTuple):
    """An instance: its text, its place in the source (None in the snippet), and the unit it lies in."""

    text: str
    place: Place | None
    unit: int


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages of a scope.

    Attributes:
        passages: in order.
        as_typed: whether they are as typed, not normalised.
        data: all of them in UTF-8, each followed by a line feed.
        starts: where each begins in `data`, in bytes.
    """

    passages: tuple[Passage, ...]
    as_typed: bool
    data: bytes
    starts: tuple[int, ...]

    @property
    def units(self) -> int:
        """The number of units."""
        return self.passages[-1].unit + 1 if self.passages else 0

    def find(self, finder: Finder, *, quotations: bool = True) -> Iterator[Match]:
        """Yield the instances in order; those in code are left out, those in quotation marks where asked for."""
        for start, end in finder.spans(self.data):
            i = bisect_right(self.starts, start) - 1
            passage = self.passages[i]
            a = passage.offset + len(self.data[self.starts[i] : start].decode())
            text = self.data[start:end].decode()
            match = self._located(passage, a, a + len(text), text)
            if match is not None and (quotations or not _quoted(passage, a)):
                yield match

    def place(self, unit: int) -> Place | None:
        """Return the place of a unit: of its heading or first passage, where it has several."""
        first = next(p for p in self.passages if p.unit == unit)
        match = self._located(first, first.offset, first.offset + len(first.text), first.text)
        return match.place if match else None

    def _located(self, passage: Passage, a: int, b: int, text: str) -> Match | None:
        block = passage.block
        if block is None:
            return Match(text, None, passage.unit)
        start, end = (a, b) if self.as_typed else block.parsed.normalised.to_source(a, b)
        if any(x < end and start < y for x, y in block.block.code):
            return None
        return Match(text, Place(*block.block.source_map.to_source(start, end)), passage.unit)


def _quoted(passage: Passage, offset: int) -> bool:
    text = passage.block.parsed.text if passage.block else passage.text
    return within(quoted_spans(text), offset)


def passages_of(context: Context, scope: Scope, *, as_typed: bool = False) -> Passages:
    """Return the passages of a scope: computed once for an article.

    Args:
        context: the article and its analysis.
        scope: "article" and "section" read headings and prose, a section from its heading on; "heading" headings;
            "paragraph" and "sentence" the prose; "snippet" the title and description of the page.
        as_typed: whether to keep apostrophes and spaces as typed.
    """
    return context.made(_joined, scope, as_typed)


def read_by(scope: Scope) -> tuple[str, ...]:
    """Return the settings whose texts the passages of a scope are."""
    return ("title", "description") if scope == "snippet" else ()


def _joined(context: Context, scope: Scope, as_typed: bool) -> Passages:
    passages = tuple(_passages(context, scope, as_typed))
    lines = [p.text.encode() + b"\n" for p in passages]
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line)
    return Passages(passages, as_typed, b"".join(lines), tuple(starts))


def _passages(context: Context, scope: Scope, as_typed: bool) -> Iterator[Passage]:
    analysis = context.analysis
    if scope == "snippet":
        given = (context.given(name) for name in read_by(scope))
        yield from (Passage(" ".join(t.split()), None, 0, n) for n, t in enumerate(filter(None, given)))
    elif scope == "sentence":
        yield from _sentences(analysis.prose, as_typed)
    elif scope in ("heading", "paragraph"):
        blocks = analysis.headings if scope == "heading" else analysis.prose
        yield from (_whole(b, n, as_typed) for n, b in enumerate(blocks))
    else:
        unit = 0
        for n, block in enumerate(analysis.blocks):
            opens = block.block.kind is BlockKind.HEADING and block.block.level > 1
            unit += bool(scope == "section" and opens and n)
            yield _whole(block, unit, as_typed)


def _whole(block: AnalysedBlock, unit: int, as_typed: bool) -> Passage:
    # A line that wraps in the source is one passage to the reader; each character keeps its offset.
    text = block.block.text.replace("\r", " ").replace("\n", " ") if as_typed else block.parsed.text
    return Passage(text, block, 0, unit)


def _sentences(blocks: Iterable[AnalysedBlock], as_typed: bool) -> Iterator[Passage]:
    unit = 0
    for block in blocks:
        whole = _whole(block, 0, as_typed).text
        for sentence in block.parsed.sentences:
            span = (sentence.start, sentence.end)
            start, end = block.parsed.normalised.to_source(*span) if as_typed else span
            yield Passage(whole[start:end], block, start, unit)
            unit += 1
