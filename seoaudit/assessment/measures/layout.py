"""Lists and tables: what a guide is scanned by."""

from __future__ import annotations

import re

from seoaudit.article.model import Block, BlockKind
from seoaudit.assessment.context import Context
from seoaudit.assessment.registry import Place, Value, absent, measure
from seoaudit.french.normalise import normalise

# A shorter guide can do without; the length is this project's choice.
LONG_GUIDE = 800
_GUIDE = re.compile(
    r"(?i)\b(?:comment|guide|tutoriel|tuto|mode d'emploi|étapes?|recettes?|conseils|astuces|check-?list)\b"
)


@measure("list_entries", reads=("title",))
def list_entries(context: Context) -> Value:
    """Items of lists and tables of a guide of at least 800 words: a title that says "comment", "guide", "étapes"."""
    if context.article.format == "text":
        return absent("plain_text_lists")
    if context.analysis.word_count < LONG_GUIDE or not _GUIDE.search(normalise(context.title).text):
        return absent("no_long_guide")
    kinds = {BlockKind.LIST_ITEM, BlockKind.TABLE}
    return Value(sum(b.kind in kinds for b in context.article.blocks))


@measure("headless_tables", facts=("tables",))
def headless_tables(context: Context) -> Value:
    """Tables of data without any header cell: two rows and columns at least, and no row of links to other pages."""
    tables = [b for b in context.article.blocks if b.kind is BlockKind.TABLE and _shows_data(b)]
    if not tables:
        return absent("no_tables")
    bad = [b for b in tables if not b.headed]
    return Value(len(bad), tuple(Place(b.start, b.end) for b in bad), {"tables": len(tables)})


def _shows_data(block: Block) -> bool:
    """Whether a table is one of data: what leads to the page before and the page after is a menu."""
    linked = sum(link.end - link.start for link in block.links)
    return "\n" in block.text and " | " in block.text and not block.images and 2 * linked < len(block.text)
