"""How the article uses the editor's keyphrase."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from seoaudit.assessment.context import FEWEST_FOR_RATE, Context
from seoaudit.assessment.registry import Place, Value, absent, measure
from seoaudit.french.analysis import AnalysedBlock
from seoaudit.french.words import without_elision
from seoaudit.keyphrases import in_slug
from seoaudit.keyphrases.data import read_set

# Fewer headings prove no pattern.
FEWEST_HEADINGS = 4
LONGEST_PHRASE = 4


def _places(context: Context) -> tuple[Place, ...]:
    return tuple(
        Place(*block.block.source_map.to_source(o.start, o.end)) for block, found in context.occurrences for o in found
    )


@measure("keyphrase_occurrences")
def keyphrase_occurrences(context: Context) -> Value:
    """Occurrences of the keyphrase or a synonym in the prose: exact, inflected, near, or scattered in one sentence."""
    if not context.settings.keyphrase:
        return absent("no_keyphrase")
    return Value(sum(len(found) for _, found in context.occurrences))


@measure("keyphrase_density", unit="%", high=100)
def keyphrase_density(context: Context) -> Value:
    """Occurrences of the keyphrase per 100 words; no rate below 100 words."""
    if not context.settings.keyphrase:
        return absent("no_keyphrase")
    density = context.keyphrase_density
    if density is None:
        return absent("few_words")
    return Value(density, _places(context), {"occurrences": sum(len(found) for _, found in context.occurrences)})


@measure("keyphrase_excess", unit="%", high=100)
def keyphrase_excess(context: Context) -> Value:
    """How far the keyphrase's density lies above the setting `density_max`, in points of per cent; 0 at or below it."""
    density = keyphrase_density(context)
    if density.value is None:
        return density
    excess = max(0.0, density.value - context.settings.density_max)
    return Value(excess, density.places, {**density.facts, "density": density.value})


@measure("keyphrase_in_title")
def keyphrase_in_title(context: Context) -> Value:
    """Whether the keyphrase or a synonym stands in the page's title: 0 or 1."""
    if not context.settings.keyphrase:
        return absent("no_keyphrase")
    title = context.settings.title or next((b.text for b in context.article.headings if b.level == 1), None)
    if not title:
        return absent("no_title")
    return Value(int(bool(context.in_text(title))), facts={"title_text": title})


@measure("keyphrase_in_opening")
def keyphrase_in_opening(context: Context) -> Value:
    """Whether the keyphrase or a synonym occurs in the first paragraph or the first 100 words: 0 or 1."""
    if not context.settings.keyphrase:
        return absent("no_keyphrase")
    prose, read = context.analysis.prose, 0
    if not prose:
        return absent("no_text")
    found = {block.index: occurrences for block, occurrences in context.occurrences}
    for block in prose:
        here = found.get(block.index, ())
        if (here and read == 0) or any(_before(block, o.start, FEWEST_FOR_RATE - read) for o in here):
            return Value(1)
        read += len(block.words)
        if read >= FEWEST_FOR_RATE:
            break
    return Value(0, (Place(prose[0].block.start, prose[0].block.end),))


def _before(block: AnalysedBlock, offset: int, words: int) -> bool:
    """Whether an offset of a block's text lies within its first words."""
    return sum(1 for w in block.words if block.parsed.normalised.origin[w.start] < offset) < words


@measure("keyphrase_in_headings")
def keyphrase_in_headings(context: Context) -> Value:
    """Subheadings that hold the keyphrase or a synonym."""
    if not context.settings.keyphrase:
        return absent("no_keyphrase")
    if not context.subheadings:
        return absent("no_subheadings")
    return Value(sum(1 for b in context.subheadings if context.in_text(b.text)))


@measure("keyphrase_heading_share", unit="%", high=100)
def keyphrase_heading_share(context: Context) -> Value:
    """Share of the subheadings that hold the keyphrase; measured from four subheadings on."""
    count = keyphrase_in_headings(context)
    headings = context.subheadings
    if count.value is None:
        return count
    if len(headings) < FEWEST_HEADINGS:
        return absent("few_headings")
    bearing = tuple(Place(b.start, b.end) for b in headings if context.in_text(b.text))
    return Value(100 * len(bearing) / len(headings), bearing, {"bearing": len(bearing), "headings": len(headings)})


@measure("keyphrase_in_description")
def keyphrase_in_description(context: Context) -> Value:
    """Whether the keyphrase or a synonym stands in the meta description: 0 or 1."""
    if not context.settings.keyphrase:
        return absent("no_keyphrase")
    if not context.settings.description:
        return absent("no_description")
    return Value(int(bool(context.in_text(context.settings.description))))


@measure("keyphrase_in_slug")
def keyphrase_in_slug(context: Context) -> Value:
    """Whether the slug holds the keyphrase's content words, elisions in any form: 0 or 1."""
    if not context.settings.keyphrase:
        return absent("no_keyphrase")
    if not context.settings.slug:
        return absent("no_slug")
    return Value(
        int(in_slug(context.settings.keyphrase, context.settings.slug)), facts={"slug_text": context.settings.slug}
    )


@measure("top_phrase_density", unit="%", high=100)
def top_phrase_density(context: Context) -> Value:
    """Highest density among the sequences of two to four words that begin and end with a content word.

    Single words are left out: a name or a subject's noun comes back often in good prose.
    """
    words = context.analysis.word_count
    if words < FEWEST_FOR_RATE:
        return absent("few_words")
    places: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for block in context.analysis.prose:
        own = [without_elision(w.text).casefold() for w in block.words]
        for i, j in _sequences(own):
            places[tuple(own[i:j])].append(Place(*block.to_source(block.words[i].start, block.words[j - 1].end)))
    if not places:
        return absent("no_phrases")
    # Of equally frequent ones the longest says most.
    top = max(places, key=lambda k: (len(places[k]), len(k), k))
    found = places[top]
    return Value(100 * len(found) / words, tuple(found), {"phrase": " ".join(top), "count": len(found)})


def _sequences(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of two to four words that begin and end with a content word."""
    empty = read_set("function_words")
    for i, word in enumerate(words):
        if word in empty or word.isdigit():
            continue
        yield from ((i, j) for j in range(i + 2, min(i + LONGEST_PHRASE, len(words)) + 1) if words[j - 1] not in empty)
