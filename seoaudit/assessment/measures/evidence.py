"""What the article's claims rest on: figures without a source, sources without a name."""

from __future__ import annotations

from seoaudit.assessment.context import Context
from seoaudit.assessment.registry import Place, Value, absent, measure
from seoaudit.french.analysis import AnalysedBlock
from seoaudit.french.quoted import quoted_spans, within
from seoaudit.structure import claims

SHOWN = 3
# "100 % naturel" counts nothing.
WHOLE = 100


def _listed(context: Context, places: tuple[Place, ...]) -> str:
    """Return the first few passages as the source has them."""
    texts = dict.fromkeys(" ".join(context.article.source[p.start : p.end].split()) for p in places)
    return ", ".join(f"« {t} »" for t in list(texts)[:SHOWN])


@measure("unsourced_percentages", french_only=True, facts=("listed",))
def unsourced_percentages(context: Context) -> Value:
    """Percentages in paragraphs that name no source, quote nobody and hold no link."""
    prose = context.analysis.prose
    if not prose:
        return absent("no_text")
    parses = context.parses
    attributed = {a.place.paragraph for a in context.once(claims.find_attributions, parses)}
    found = [
        f.place
        for f in context.once(claims.find_percentages, parses)
        if f.value != WHOLE and not f.sourced and f.place.paragraph not in attributed
    ]
    bare = [p for p in found if not _is_backed(context, prose[p.paragraph])]
    places = tuple(Place(*prose[p.paragraph].to_source(p.start, p.end)) for p in bare)
    return Value(len(bare), places, {"listed": _listed(context, places)})


def _is_backed(context: Context, block: AnalysedBlock) -> bool:
    return bool(block.block.links) or bool(context.once(quoted_spans, block.parsed.text))


@measure("vague_sources", french_only=True, facts=("listed",))
def vague_sources(context: Context) -> Value:
    """Claims whose only source has neither name nor number ("selon des experts", "des études montrent que").

    Quotations and paragraphs with a link are left out.
    """
    prose = context.analysis.prose
    if not prose:
        return absent("no_text")
    parses = context.parses
    quoted = [context.once(quoted_spans, p.text) for p in parses]
    found = [
        claims.Place(a.place.paragraph, min(a.place.start, a.source.start), max(a.place.end, a.source.end))
        for a in context.once(claims.find_attributions, parses)
        if a.kind == "vague"
        and a.source is not None
        and not within(quoted[a.place.paragraph], a.place.start)
        # "Les experts" may well be those that were named before.
        and not parses[a.place.paragraph].text[: a.source.start].lower().endswith("les ")
    ]
    found += [p for p in context.once(claims.find_vague_studies, parses) if not within(quoted[p.paragraph], p.start)]
    bare = sorted({p for p in found if not prose[p.paragraph].block.links})
    places = tuple(Place(*prose[p.paragraph].to_source(p.start, p.end)) for p in bare)
    return Value(len(bare), places, {"listed": _listed(context, places)})
