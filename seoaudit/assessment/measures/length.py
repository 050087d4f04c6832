"""How long the article is, and its paragraphs and sections."""

from __future__ import annotations

from statistics import median

from seoaudit.article.model import BlockKind
from seoaudit.assessment.context import Context
from seoaudit.assessment.registry import Fact, Place, Value, absent, measure
from seoaudit.french.normalise import normalise
from seoaudit.french.words import count_words


@measure("words", unit="mots")
def words(context: Context) -> Value:
    """Words of the prose: paragraphs, list items and quotations (see `seoaudit.french.words`)."""
    return Value(context.analysis.word_count)


@measure("heading_words", unit="mots")
def heading_words(context: Context) -> Value:
    """Words of the headings, counted apart from the prose."""
    return Value(sum(len(b.words) for b in context.analysis.headings))


@measure("apart_words", unit="mots")
def apart_words(context: Context) -> Value:
    """Words of tables and code blocks, counted apart from the prose."""
    apart = (b for b in context.article.blocks if b.kind in {BlockKind.TABLE, BlockKind.CODE})
    return Value(sum(count_words(normalise(b.text).text) for b in apart))


@measure(
    "missing_words",
    unit="mots",
    facts=("missing_words", "thinnest_en", "thinnest_fr", "thinnest_missing", "words"),
    needs=("min_words",),
)
def missing_words(context: Context) -> Value:
    """Words still to write to reach the editor's target; 0 when it is met.

    The finding names the thinnest section, where more words help most.
    """
    count = context.analysis.word_count
    missing = max(0, (context.settings.min_words or 0) - count)
    wanting = [s for s in context.outline.sections if s.missing_words and s.heading]
    most = max(wanting, key=lambda s: s.missing_words, default=None)
    facts: dict[str, Fact] = {
        "words": count,
        "missing_words": missing,
        "thinnest_fr": f"« {most.heading} »" if most else "le corps du texte",
        "thinnest_en": f"“{most.heading}”" if most else "the body of the text",
        "thinnest_missing": most.missing_words if most else missing,
    }
    return Value(missing, facts=facts)


@measure(
    "missing_share",
    unit="%",
    high=100,
    facts=("missing_words", "thinnest_en", "thinnest_fr", "thinnest_missing", "words"),
    needs=("min_words",),
)
def missing_share(context: Context) -> Value:
    """Share of the editor's target that is still missing, in per cent."""
    missing = missing_words(context)
    return Value(100 * (missing.value or 0) / (context.settings.min_words or 1), facts=missing.facts)


@measure("paragraphs")
def paragraphs(context: Context) -> Value:
    """Paragraphs of the prose; a list item or a paragraph of a quotation is one."""
    return Value(len(context.analysis.prose))


@measure("sections")
def sections(context: Context) -> Value:
    """Sections under one of the author's own headings of level 2 or deeper."""
    return Value(len(context.subheadings))


@measure("median_paragraph", unit="mots")
def median_paragraph(context: Context) -> Value:
    """Median length of a paragraph, in words."""
    lengths = [len(b.words) for b in context.analysis.prose]
    return Value(median(lengths)) if lengths else absent("no_text")


@measure("long_paragraphs", facts=("longest",), reads=("long_paragraph",))
def long_paragraphs(context: Context) -> Value:
    """Paragraphs longer than the setting `long_paragraph` (150 words unless set)."""
    limit = context.settings.long_paragraph
    long = [b for b in context.analysis.prose if len(b.words) > limit]
    longest = max((len(b.words) for b in long), default=0)
    return Value(len(long), tuple(Place(b.block.start, b.block.end) for b in long), {"longest": longest})


@measure("long_sections", facts=("longest",), reads=("long_section",))
def long_sections(context: Context) -> Value:
    """Sections under a heading of the author's with more words than `long_section` before the next heading.

    Measured where the article has subheadings; the part above the first one counts as well.
    """
    if not context.subheadings:
        return absent("no_subheadings")
    limit = context.settings.long_section
    found, run = [], 0
    start: Place | None = None
    analysed = {b.index: b for b in context.analysis.blocks}
    for i, block in enumerate(context.article.blocks):
        if block.kind is BlockKind.HEADING:
            if start is not None and run > limit:
                found.append((start, run))
            start, run = Place(block.start, block.end), 0
            continue
        start = start or Place(block.start, block.end)
        run += len(analysed[i].words) if block.is_prose else 0
    if start is not None and run > limit:
        found.append((start, run))
    longest = max((n for _, n in found), default=0)
    return Value(len(found), tuple(p for p, _ in found), {"longest": longest})
