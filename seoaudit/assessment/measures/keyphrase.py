"""Where the editor's keyphrase stands: title, opening, headings, description, slug, images."""

from __future__ import annotations

from seoaudit.assessment.context import Context
from seoaudit.assessment.registry import Place, Value, absent, measure
from seoaudit.assessment.spread import closely, in_first_words, words_before
from seoaudit.keyphrases import in_slug, prepare_keyphrase
from seoaudit.structure.heading_checks import FEWEST_HEADINGS

FEWEST_ALTERNATIVES = 3
# Twice in a sentence happens; three times is no sentence any more.
CROWDED = 3


@measure("keyphrase_occurrences", needs=("keyphrase",), reads=("synonyms",))
def keyphrase_occurrences(context: Context) -> Value:
    """Occurrences of the keyphrase or a synonym in the prose: exact, inflected, near, or scattered in one sentence."""
    return Value(sum(len(found) for _, found in context.occurrences))


@measure("keyphrase_in_title", facts=("title_text",), needs=("keyphrase",), reads=("title", "synonyms"))
def keyphrase_in_title(context: Context) -> Value:
    """Whether the keyphrase or a synonym stands in the page's title: 0 or 1."""
    title = context.page_title
    if not title:
        return absent("no_title")
    return Value(int(bool(context.in_title)), facts={"title_text": title})


@measure(
    "keyphrase_title_offset", unit="mots", facts=("title_text",), needs=("keyphrase",), reads=("title", "synonyms")
)
def keyphrase_title_offset(context: Context) -> Value:
    """Words of the title before the keyphrase: 0 where it opens the title."""
    title = context.page_title
    if not title:
        return absent("no_title")
    found = context.in_title
    if not found:
        return absent("keyphrase_not_in_title")
    return Value(words_before(title, found[0].start), facts={"title_text": title})


@measure("keyphrase_in_first_paragraph", needs=("keyphrase",), reads=("synonyms",))
def keyphrase_in_first_paragraph(context: Context) -> Value:
    """Whether the keyphrase or a synonym occurs in the first paragraph: 0 or 1."""
    prose = context.analysis.prose
    if not prose:
        return absent("no_text")
    return Value(int(any(b.index == prose[0].index for b, _ in context.occurrences)))


@measure("keyphrase_in_first_words", needs=("keyphrase",), reads=("synonyms",))
def keyphrase_in_first_words(context: Context) -> Value:
    """Whether the keyphrase or a synonym begins within the first 100 words: 0 or 1."""
    if not context.analysis.prose:
        return absent("no_text")
    return Value(int(_in_first_words(context)))


@measure("keyphrase_in_opening", needs=("keyphrase",), reads=("synonyms",))
def keyphrase_in_opening(context: Context) -> Value:
    """Whether the keyphrase or a synonym occurs in the first paragraph or the first 100 words: 0 or 1."""
    prose = context.analysis.prose
    if not prose:
        return absent("no_text")
    if keyphrase_in_first_paragraph(context).value or _in_first_words(context):
        return Value(1)
    return Value(0, (Place(prose[0].block.start, prose[0].block.end),))


def _in_first_words(context: Context) -> bool:
    return in_first_words(context.analysis.prose, {block.index: found for block, found in context.occurrences})


@measure("keyphrase_in_headings", needs=("keyphrase",), reads=("synonyms",))
def keyphrase_in_headings(context: Context) -> Value:
    """Subheadings (levels 2 to 6) that hold the keyphrase or a synonym."""
    if not context.subheadings:
        return absent("no_subheadings")
    return Value(sum(1 for b in context.subheadings if context.in_text(b.text)))


@measure(
    "keyphrase_heading_share",
    unit="%",
    high=100,
    facts=("bearing", "headings"),
    needs=("keyphrase",),
    reads=("synonyms",),
)
def keyphrase_heading_share(context: Context) -> Value:
    """Share of the subheadings that hold the keyphrase; measured from four subheadings on."""
    headings = context.subheadings
    if not headings:
        return absent("no_subheadings")
    if len(headings) < FEWEST_HEADINGS:
        return absent("few_headings")
    bearing = tuple(Place(b.start, b.end) for b in headings if context.in_text(b.text))
    return Value(100 * len(bearing) / len(headings), bearing, {"bearing": len(bearing), "headings": len(headings)})


@measure("keyphrase_in_description", needs=("keyphrase", "description"), reads=("synonyms",))
def keyphrase_in_description(context: Context) -> Value:
    """Whether the keyphrase or a synonym stands in the meta description: 0 or 1."""
    return Value(int(bool(context.in_text(context.settings.description))))


@measure("keyphrase_in_slug", facts=("slug_text",), needs=("keyphrase", "slug"), reads=("synonyms",))
def keyphrase_in_slug(context: Context) -> Value:
    """Whether the slug holds the content words of the keyphrase or a synonym, elisions in any form: 0 or 1."""
    slug = context.settings.slug or ""
    phrases = (context.settings.keyphrase or "", *context.settings.synonyms)
    return Value(int(any(in_slug(p, slug) for p in phrases)), facts={"slug_text": slug})


@measure("keyphrase_in_alternatives", needs=("keyphrase",), reads=("synonyms",))
def keyphrase_in_alternatives(context: Context) -> Value:
    """Images whose text alternative holds the keyphrase or a synonym."""
    if not context.alternatives:
        return absent("no_alternatives")
    return Value(sum(1 for i in context.alternatives if context.in_text(i.alt)))


@measure(
    "keyphrase_alternative_share", unit="%", high=100, facts=("bearing",), needs=("keyphrase",), reads=("synonyms",)
)
def keyphrase_alternative_share(context: Context) -> Value:
    """Share of the text alternatives that hold the keyphrase; measured from three images with one on."""
    described = context.alternatives
    if len(described) < FEWEST_ALTERNATIVES:
        return absent("few_alternatives")
    bearing = tuple(Place(i.start, i.end) for i in described if context.in_text(i.alt))
    return Value(100 * len(bearing) / len(described), bearing, {"bearing": len(bearing)})


@measure("keyphrase_words", unit="mots", needs=("keyphrase",))
def keyphrase_words(context: Context) -> Value:
    """Content words of the keyphrase; articles and prepositions do not count."""
    return Value(len(prepare_keyphrase(context.settings.keyphrase or "").parts))


@measure("crowded_sentences", needs=("keyphrase",), reads=("synonyms",))
def crowded_sentences(context: Context) -> Value:
    """Sentences in which the keyphrase or a synonym stands three times or more, its words together."""
    places = []
    for block, occurrences in context.occurrences:
        origin = block.parsed.normalised.origin
        starts = sorted(o.start for o in closely(occurrences))
        for sentence in block.parsed.sentences:
            start, end = origin[sentence.start], origin[sentence.end]
            if sum(start <= s < end for s in starts) >= CROWDED:
                places.append(Place(*block.to_source(sentence.start, sentence.end)))
    return Value(len(places), tuple(places))
