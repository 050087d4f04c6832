"""Whether title, headings and description speak of what the article speaks of."""

from __future__ import annotations

from seoaudit.assessment.context import Context
from seoaudit.assessment.registry import Value, absent, measure
from seoaudit.keyphrases.data import read_set
from seoaudit.keyphrases.indexed import index_text
from seoaudit.keyphrases.tokens import bare

TOP = 5
# Letters that words of one family share: géométrie, géométrique.
STEM = 6


def _front(context: Context) -> list[str]:
    """Return the texts by which a reader decides to come in."""
    texts = [context.page_title, context.settings.description, *(b.text for b in context.subheadings)]
    return [t for t in texts if t]


@measure("missing_key_phrases", french_only=True, reads=("title", "description"))
def missing_key_phrases(context: Context) -> Value:
    """How many of the article's five best key phrases stand neither in title, subheadings nor description."""
    front = _front(context)
    if not front:
        return absent("no_front")
    missing = [k.text for k in context.keyphrases[:TOP] if not any(context.holds(k.text, text) for text in front)]
    return Value(len(missing), examples=tuple(missing))


@measure(
    "key_phrase_coverage",
    unit="%",
    high=100,
    french_only=True,
    facts=("missing_phrases",),
    reads=("title", "description"),
)
def key_phrase_coverage(context: Context) -> Value:
    """Share of the article's five best key phrases of which a word stands in title, subheadings or description.

    A word is enough, or the beginning of one: "Le cabernet" announces "cabernet franc", "cartographier" cartography.
    """
    front = _front(context)
    if not front:
        return absent("no_front")
    top = [k.text for k in context.keyphrases[:TOP]]
    if len(top) < TOP:
        return absent("few_key_phrases")
    said = {stem for text in front for stem in _stems(text)}
    missing = [phrase for phrase in top if said.isdisjoint(_stems(phrase))]
    return Value(100 * (len(top) - len(missing)) / len(top), facts={"missing_phrases": ", ".join(missing)})


def _stems(text: str) -> set[str]:
    """Return the beginnings of a text's content words."""
    empty = read_set("function_words")
    return {bare(t.key)[:STEM] for t in index_text(text).tokens if t.form not in empty}
