"""How often the keyphrase comes back, and how evenly; without one, how often the text's own phrases do."""

from __future__ import annotations

from seoaudit.assessment.context import FEWEST_FOR_RATE, Context
from seoaudit.assessment.registry import Place, Value, absent, measure
from seoaudit.assessment.spread import closely
from seoaudit.assessment.wording import show

# A shorter text says its subject once and is done.
FEWEST_FOR_SPREAD = 500
TOP = 5


@measure("keyphrase_density", unit="%", high=100, facts=("occurrences",), needs=("keyphrase",), reads=("synonyms",))
def keyphrase_density(context: Context) -> Value:
    """Occurrences of the keyphrase or a synonym per 100 words, scattered ones aside; no rate below 100 words."""
    density = context.keyphrase_density
    if density is None:
        return absent("few_words")
    found = [(b, o) for b, occurrences in context.occurrences for o in closely(occurrences)]
    places = tuple(Place(*b.block.source_map.to_source(o.start, o.end)) for b, o in found)
    return Value(density, places, {"occurrences": len(found)})


@measure(
    "keyphrase_excess",
    unit="%",
    high=100,
    facts=("density", "occurrences"),
    needs=("keyphrase",),
    reads=("density_max", "synonyms"),
)
def keyphrase_excess(context: Context) -> Value:
    """How far the keyphrase's density lies above the setting `density_max`, in points of per cent; 0 at or below it."""
    density = keyphrase_density(context)
    if density.value is None:
        return density
    excess = max(0.0, density.value - context.settings.density_max)
    return Value(excess, density.places, {**density.facts, "density": density.value})


@measure("keyphrase_longest_gap", unit="mots", needs=("keyphrase",), reads=("synonyms",))
def keyphrase_longest_gap(context: Context) -> Value:
    """Words of the longest stretch of prose without the keyphrase or a synonym."""
    if not context.analysis.word_count:
        return absent("no_text")
    spread = context.spread
    return Value(spread.longest, (Place(spread.start, spread.end),))


@measure("keyphrase_gap_share", unit="%", high=100, facts=("gap_words",), needs=("keyphrase",), reads=("synonyms",))
def keyphrase_gap_share(context: Context) -> Value:
    """Share of the prose taken up by the longest stretch without the keyphrase or a synonym; from 500 words on."""
    words = context.analysis.word_count
    if words < FEWEST_FOR_SPREAD:
        return absent("short_for_spread")
    found = sum(len(occurrences) for _, occurrences in context.occurrences)
    if not found:
        return absent("keyphrase_not_in_text")
    if found == 1:  # whatever its place: that it comes but once is the fault, and another rule's
        return absent("keyphrase_once")
    spread = context.spread
    place = Place(spread.start, spread.end)
    return Value(100 * spread.longest / words, (place,), {"gap_words": spread.longest})


@measure("top_five_density", unit="%", high=100)
def top_five_density(context: Context) -> Value:
    """Highest density among the article's five best key phrases, which are its examples; no rate below 100 words."""
    if context.analysis.word_count < FEWEST_FOR_RATE:
        return absent("few_words")
    top = context.keyphrases[:TOP]
    if not top:
        return absent("no_phrases")
    return Value(max(k.density for k in top), examples=tuple(f"{k.text} {show(k.density, 'fr')} %" for k in top))
