"""What the article claims: acronyms, quotations, dates that will age."""

from __future__ import annotations

from collections.abc import Iterable

from seoaudit.assessment.context import Context
from seoaudit.assessment.registry import Place, Value, absent, measure
from seoaudit.french.quoted import quoted_spans, within
from seoaudit.structure import claims


def _places(context: Context, found: Iterable[claims.Place]) -> tuple[Place, ...]:
    prose = context.analysis.prose
    return tuple(Place(*prose[p.paragraph].to_source(p.start, p.end)) for p in found)


@measure("unexplained_acronyms", french_only=True, facts=("listed",))
def unexplained_acronyms(context: Context) -> Value:
    """Acronyms that the text never spells out; those that everybody knows (TVA, ONU) are left out."""
    if not context.analysis.prose:
        return absent("no_text")
    bare = [a for a in context.once(claims.find_acronyms, context.parses) if not a.known and a.expansion is None]
    return Value(len(bare), _places(context, (a.place for a in bare)), {"listed": ", ".join(a.text for a in bare[:5])})


@measure("relative_dates", french_only=True, facts=("listed",), reads=("title",))
def relative_dates(context: Context) -> Value:
    """Dates that mean something only on the day of writing ("l’année dernière") and that nothing anchors.

    Those within a quotation are left out: the words are another's.
    """
    if not context.analysis.prose:
        return absent("no_text")
    parses = context.parses
    quoted = [context.once(quoted_spans, p.text) for p in parses]
    found = [
        d
        for d in claims.find_relative_dates(parses, title=context.settings.title or "")
        if not d.anchored and not d.nowadays and not within(quoted[d.place.paragraph], d.place.start)
    ]
    places = _places(context, (d.place for d in found))
    texts = list(dict.fromkeys(context.article.source[p.start : p.end].casefold() for p in places))
    return Value(len(found), places, {"listed": ", ".join(f"« {t} »" for t in texts[:3])})


@measure("anonymous_quotations", french_only=True)
def anonymous_quotations(context: Context) -> Value:
    """Quotations of a sentence or more of which the text names no author."""
    if not context.analysis.prose:
        return absent("no_text")
    found = [q for q in context.once(claims.find_quotations, context.parses) if q.kind == "none"]
    return Value(len(found), _places(context, (q.place for q in found)))
