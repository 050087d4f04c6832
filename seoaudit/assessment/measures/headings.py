"""The headings: whether there are enough, in order, distinct, short, and each with text under it."""

from __future__ import annotations

from seoaudit.article.model import Block
from seoaudit.assessment.context import Context
from seoaudit.assessment.registry import Place, Value, absent, measure
from seoaudit.structure import heading_checks as checks

# Below this many words nobody needs subheadings to find the way (Yoast SEO asks for them from 300 words on).
NEEDS_SUBHEADINGS = 300
# And below this many there is nothing to divide yet, whatever the target.
LEAST_DIVIDED = 100


def _place(block: Block) -> Place:
    return Place(block.start, block.end)


@measure("undivided_words", unit="mots", facts=("words",), reads=("min_words",))
def undivided_words(context: Context) -> Value:
    """Words of an article of more than 300 words (or with a higher target) that has no subheading at all; else 0.

    An article of fewer than 100 words is too short to divide even where its target is high.
    """
    words = context.analysis.word_count
    if max(words, context.settings.min_words or 0) <= NEEDS_SUBHEADINGS:
        return absent("short_text")
    if not context.subheadings and words < LEAST_DIVIDED:
        return absent("too_short_to_divide")
    return Value(0 if context.subheadings else words, facts={"words": words})


@measure("level_jumps", facts=("first_level",))
def level_jumps(context: Context) -> Value:
    """Headings that skip a level downwards (an H4 straight after an H2)."""
    headings = context.article.headings
    if not headings:
        return absent("no_headings")
    jumps = [b for b, _ in checks.level_jumps(headings)]
    first = f"H{jumps[0].level}" if jumps else ""
    return Value(len(jumps), tuple(_place(b) for b in jumps), {"first_level": first})


@measure("duplicate_headings", facts=("first",))
def duplicate_headings(context: Context) -> Value:
    """Subheadings whose words stand under the same parent heading already."""
    if not context.subheadings:
        return absent("no_subheadings")
    again = checks.duplicates(context.subheadings)
    return Value(len(again), tuple(_place(b) for b in again), {"first": again[0].text if again else ""})


@measure("long_headings", facts=("limit",))
def long_headings(context: Context) -> Value:
    """Subheadings of more than 14 words."""
    if not context.subheadings:
        return absent("no_subheadings")
    long = checks.long_headings(context.subheadings)
    return Value(len(long), tuple(_place(b) for b in long), {"limit": checks.LONG_HEADING})


@measure("empty_sections", facts=("first",))
def empty_sections(context: Context) -> Value:
    """Headings with nothing under them (text, table, code or image) before one of the same rank or above."""
    if not context.subheadings:
        return absent("no_subheadings")
    empty = checks.empty_sections(context.article.blocks)
    return Value(len(empty), tuple(_place(b) for b in empty), {"first": empty[0].text if empty else ""})


@measure("bold_headings", facts=("first",))
def bold_headings(context: Context) -> Value:
    """Paragraphs in bold that stand where a heading would."""
    if context.article.format == "text":
        return absent("plain_text_headings")
    bold = [b for b in context.article.headings if b.bold]
    return Value(len(bold), tuple(_place(b) for b in bold), {"first": bold[0].text if bold else ""})


@measure("main_headings")
def main_headings(context: Context) -> Value:
    """Headings of level 1 in the text; one is usual, none where the site sets the title."""
    ones = [b for b in context.article.headings if b.level == 1]
    return Value(len(ones), tuple(_place(b) for b in ones[1:]))
