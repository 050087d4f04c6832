"""The units that sections are made of: paragraphs, whole lists, quotations and tables, or sentences of a giant one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from seoaudit.article.cuts import can_cut
from seoaudit.article.model import Article, Block, BlockKind
from seoaudit.french.analysis import AnalysedBlock
from seoaudit.french.parse import Parsed
from seoaudit.french.words import count_words
from seoaudit.structure.seg_rules import may_part
from seoaudit.structure.segmentation import Break, segment

# A paragraph this long (in words) is cut between sentences when it makes up most of its part.
GIANT = 300
MOST = 0.6


@dataclass(frozen=True, slots=True)
class Unit:
    """What is never divided.

    Attributes:
        start: offset in the source where it begins.
        end: offset just after it.
        parses: its paragraphs; empty for tables, code and images.
        words: words of its prose.
        may_begin: whether a section may begin with it.
        can_be_lead: whether it is a paragraph, or the first sentence of a giant one.
        sentence: whether it is a sentence of a giant paragraph.
    """

    start: int
    end: int
    parses: tuple[Parsed, ...]
    words: int
    may_begin: bool
    can_be_lead: bool
    sentence: bool = False


def units_of(
    article: Article, blocks: Sequence[Block], first: int, analysed: Mapping[int, AnalysedBlock]
) -> list[Unit]:
    """Return the units of consecutive blocks.

    Args:
        article: the article as read.
        blocks: consecutive blocks of the article, no headings among them.
        first: index of the first one in the article.
        analysed: the analysed blocks of the article by index.
    """
    numbered = [(first + n, b) for n, b in enumerate(blocks) if b.kind not in {BlockKind.PROMPT, BlockKind.CONTENTS}]
    words = sum(len(analysed[i].words) for i, b in numbered if b.is_prose)
    units: list[Unit] = []
    for _, group in groupby(numbered, key=lambda x: x[1].group):
        own = list(group)
        prose = [analysed[i] for i, b in own if b.is_prose]
        alone = len(own) == 1 and own[0][1].kind is BlockKind.PARAGRAPH
        giant = alone and len(prose[0].words) > max(GIANT, MOST * words)
        units += _sentences(article, prose[0]) if giant else [_whole([b for _, b in own], prose)]
    return units


def _whole(blocks: Sequence[Block], prose: Sequence[AnalysedBlock]) -> Unit:
    """Return blocks of one group as a unit; no section begins with a table, code or an image."""
    kind = blocks[0].kind
    return Unit(
        blocks[0].start,
        blocks[-1].end,
        tuple(b.parsed for b in prose),
        sum(len(b.words) for b in prose),
        may_begin=kind is BlockKind.PARAGRAPH,
        can_be_lead=kind is BlockKind.PARAGRAPH and len(blocks) == 1,
    )


def _sentences(article: Article, block: AnalysedBlock) -> Iterator[Unit]:
    """Yield the sentences of a giant paragraph as units; none may begin a section where markup is open."""
    for n, sentence in enumerate(block.parsed.sentences):
        start, end = block.to_source(sentence.start, sentence.end)
        if n == 0:
            start = block.block.start
        words = count_words(block.parsed.sentence_text(n))
        part = (block.parsed.part(n, n + 1),)
        yield Unit(
            start, end, part, words, may_begin=can_cut(article, block.block, start), can_be_lead=n == 0, sentence=True
        )


def divide(
    units: Sequence[Unit], *, sections: int | None, section_words: tuple[int, int] | None
) -> tuple[list[int], dict[int, Break]]:
    """Return the index of each section's first unit (0 first), and the breaks by that index.

    Units without prose (tables, code, images) stay with the unit before them.
    """
    with_text = [i for i, u in enumerate(units) if u.parses]
    if not with_text:
        return [0], {}
    parses = [_joined(units[i].parses) for i in with_text]
    found = segment(
        parses,
        sections=sections,
        section_words=section_words,
        may_break=[units[i].may_begin for i in with_text],
    )
    starts = [0, *(with_text[s] for s in found.starts if s > 0)]
    return starts, {with_text[b.at]: b for b in found.breaks}


def follows_freely(before: Unit, after: Unit) -> bool:
    """Whether the rules for quotations, lead-ins and the like allow a section to begin with a unit after another."""
    return not before.parses or not after.parses or may_part(_joined(before.parses), _joined(after.parses))


def _joined(parses: Sequence[Parsed]) -> Parsed:
    """Return several paragraphs of one unit as one parse for the segmenter."""
    return parses[0] if len(parses) == 1 else Parsed.join(parses)
