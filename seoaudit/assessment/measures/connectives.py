"""How the sentences are tied together: connectives in the running text.

Items of a list and quotations are left out: what ties items is the list itself, and a quotation's author wrote it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from seoaudit.article.model import Block, BlockKind
from seoaudit.assessment.context import Context
from seoaudit.assessment.measures.reading import FEWEST
from seoaudit.assessment.registry import Place, Value, absent, measure
from seoaudit.french.analysis import AnalysedBlock
from seoaudit.french.connectives import Connective

# A shorter section may well do without any; of 832 published ones of this size, 827 have one.
FULL_SECTION_WORDS = 150
FULL_SECTION_SENTENCES = 5


@dataclass(slots=True)
class _Section:
    """What stands under one heading, None for what comes before the first; subsections are sections of their own."""

    heading: Block | None
    paragraphs: list[AnalysedBlock] = field(default_factory=list)
    connectives: list[Connective] = field(default_factory=list)

    @property
    def is_full(self) -> bool:
        words = sum(len(b.words) for b in self.paragraphs)
        return words >= FULL_SECTION_WORDS and self.sentences >= FULL_SECTION_SENTENCES

    @property
    def sentences(self) -> int:
        return sum(len(b.parsed.sentences) for b in self.paragraphs)

    @property
    def place(self) -> Place:
        first = self.paragraphs[0].block
        return Place(self.heading.start, self.heading.end) if self.heading else Place(first.start, first.end)


def _sections(context: Context) -> list[_Section]:
    """Return the article's running text by the author's headings; no proposed heading parts it."""
    sections = [_Section(None)]
    for block in context.analysis.blocks:
        if block.block.kind is BlockKind.HEADING:
            sections.append(_Section(block.block))
        elif block.block.kind is BlockKind.PARAGRAPH:
            sections[-1].paragraphs.append(block)
            sections[-1].connectives += context.connectives[block.index]
    return sections


@measure("connective_share", unit="%", high=100, french_only=True, facts=("count", "sentences"))
def connective_share(context: Context) -> Value:
    """Share of the sentences of the running text with a connective, in per cent; from ten sentences on.

    Lists and quotations are left out.
    """
    sections = context.made(_sections)
    total = sum(s.sentences for s in sections)
    if total < FEWEST:
        return absent("few_running_sentences")
    count = sum(len({c.sentence for c in found}) for found in context.connectives.values())
    return Value(100 * count / total, facts={"count": count, "sentences": total})


@measure("sections_without_connective", french_only=True, facts=("sections",))
def sections_without_connective(context: Context) -> Value:
    """Sections of at least 150 words and five sentences of running text in which no connective stands."""
    full = [s for s in context.made(_sections) if s.is_full]
    if not full:
        return absent("no_full_section")
    bare = [s for s in full if not s.connectives]
    return Value(len(bare), tuple(s.place for s in bare), {"sections": len(full)})
