"""Whether title, headings and description speak of what the article speaks of."""

from __future__ import annotations

from seoaudit.assessment.context import Context
from seoaudit.assessment.registry import Value, absent, measure

TOP = 5


def _missing(context: Context) -> list[str] | None:
    """Return the article's five best key phrases that stand nowhere up front; None where there is no front."""
    front = [context.page_title, context.settings.description, *(b.text for b in context.subheadings)]
    if not any(front):
        return None
    return [k.text for k in context.keyphrases[:TOP] if not any(context.holds(k.text, text) for text in front)]


@measure("missing_key_phrases", french_only=True)
def missing_key_phrases(context: Context) -> Value:
    """How many of the article's five best key phrases stand neither in title, subheadings nor description."""
    missing = _missing(context)
    if missing is None:
        return absent("no_front")
    return Value(len(missing), examples=tuple(missing))


@measure("key_phrase_coverage", unit="%", high=100, french_only=True)
def key_phrase_coverage(context: Context) -> Value:
    """Share of the article's five best key phrases that stand in title, subheadings or description."""
    missing = _missing(context)
    if missing is None:
        return absent("no_front")
    top = context.keyphrases[:TOP]
    if len(top) < TOP:
        return absent("few_key_phrases")
    return Value(100 * (len(top) - len(missing)) / len(top), facts={"missing_phrases": ", ".join(missing)})
