"""The look of the page: paragraphs of one sentence, and the longest block without a break."""

from __future__ import annotations

from itertools import groupby

from seoaudit.article.model import BlockKind
from seoaudit.assessment.context import Context
from seoaudit.assessment.registry import Place, Value, absent, measure
from seoaudit.french.analysis import AnalysedBlock

FEWEST = 3


def _paragraphs(context: Context) -> list[AnalysedBlock]:
    """Return the paragraphs proper: no items of lists, no quotations."""
    return [b for b in context.analysis.prose if b.block.kind is BlockKind.PARAGRAPH and b.words]


@measure("single_sentence_share", unit="%", high=100)
def single_sentence_share(context: Context) -> Value:
    """Share of the paragraphs that are one sentence, in per cent; lists left out, from three paragraphs on."""
    paragraphs = _paragraphs(context)
    if len(paragraphs) < FEWEST:
        return absent("few_paragraphs")
    return Value(100 * sum(len(b.parsed.sentences) == 1 for b in paragraphs) / len(paragraphs))


@measure("single_sentence_run")
def single_sentence_run(context: Context) -> Value:
    """Most paragraphs of one sentence in a row, within a section; what stands between parts them (list, heading)."""
    if not _paragraphs(context):
        return absent("no_text")
    alone = {b.index for b in _paragraphs(context) if len(b.parsed.sentences) == 1}
    blocks = context.article.blocks
    runs = [list(run) for one, run in groupby(range(len(blocks)), key=alone.__contains__) if one]
    longest = max(runs, key=len, default=[])
    places = (Place(blocks[longest[0]].start, blocks[longest[-1]].end),) if longest else ()
    return Value(len(longest), places)


@measure("longest_paragraph", unit="mots")
def longest_paragraph(context: Context) -> Value:
    """Words of the longest paragraph, item or quotation."""
    longest = max(context.analysis.prose, key=lambda b: len(b.words), default=None)
    if longest is None or not longest.words:
        return absent("no_text")
    return Value(len(longest.words), (Place(longest.block.start, longest.block.end),))
