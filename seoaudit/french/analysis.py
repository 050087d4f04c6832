"""The analysis of an article: one parse, its sentences and words, computed once and read by everything after."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from seoaudit.article.model import Article, Block, BlockKind
from seoaudit.french.parse import Parsed, parse_paragraphs
from seoaudit.french.words import Word, find_words

_ANALYSED = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})

_start = attrgetter("start")


@dataclass(frozen=True, slots=True)
class AnalysedBlock:
    """A heading, paragraph, list item or quotation with its parse.

    Attributes:
        index: its place among the article's blocks.
        block: the block.
        parsed: its parse; offsets there are into the normalised text.
        words: its words; offsets are into the normalised text.
    """

    index: int
    block: Block
    parsed: Parsed
    words: tuple[Word, ...]

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the article's source behind a span of the normalised text."""
        return self.block.source_map.to_source(*self.parsed.normalised.to_source(start, end))

    def words_within(self, start: int, end: int) -> tuple[Word, ...]:
        """Return the words that begin within a span of the normalised text."""
        return self.words[bisect_left(self.words, start, key=_start) : bisect_left(self.words, end, key=_start)]


@dataclass(frozen=True)
class Analysis:
    """An article and its analysis.

    Attributes:
        article: as read.
        blocks: its headings, paragraphs, list items and quotations, in order.
    """

    article: Article
    blocks: tuple[AnalysedBlock, ...]

    @cached_property
    def prose(self) -> tuple[AnalysedBlock, ...]:
        """Paragraphs, list items and quotations: what counts as the article's text."""
        return tuple(b for b in self.blocks if b.block.is_prose)

    @cached_property
    def headings(self) -> tuple[AnalysedBlock, ...]:
        """The headings."""
        return tuple(b for b in self.blocks if b.block.kind is BlockKind.HEADING)

    @cached_property
    def word_count(self) -> int:
        """Words of the prose; headings, tables and code are counted apart."""
        return sum(len(b.words) for b in self.prose)

    @cached_property
    def sentence_count(self) -> int:
        """Sentences of the prose."""
        return sum(len(b.parsed.sentences) for b in self.prose)


def analyse(article: Article) -> Analysis:
    """Parse an article once.

    Raises:
        ModelError: the French model is missing or of another version.
    """
    wanted = [(i, b) for i, b in enumerate(article.blocks) if b.kind in _ANALYSED]
    parses = parse_paragraphs([b.text for _, b in wanted])
    return Analysis(
        article,
        tuple(
            AnalysedBlock(i, b, parsed, tuple(find_words(parsed.text)))
            for (i, b), parsed in zip(wanted, parses, strict=True)
        ),
    )
