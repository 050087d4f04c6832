"""What a template, an assistant or a translation machine left behind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from seoaudit.article.model import BlockKind
from seoaudit.assessment.context import Context
from seoaudit.assessment.registry import Place, Value, absent, measure
from seoaudit.french import leftovers
from seoaudit.french.analysis import AnalysedBlock

SHOWN = 3


def _found(context: Context, find: Callable[[AnalysedBlock], Iterable[tuple[int, int]]]) -> Value:
    """Count what is found in headings and prose, code left out, with the first passages as the source has them."""
    if not context.analysis.blocks:
        return absent("no_text")
    places = tuple(place for block in context.analysis.blocks for place in _places(block, find(block)))
    texts = dict.fromkeys(" ".join(context.article.source[p.start : p.end].split()) for p in places)
    return Value(len(places), places, {"listed": ", ".join(f"« {t} »" for t in list(texts)[:SHOWN])})


def _found_in_text(context: Context, find: Callable[[str], Iterable[tuple[int, int]]]) -> Value:
    """Count what is found in the texts of headings and prose; nearly no article holds any, which one look tells."""
    blocks = context.analysis.blocks
    if blocks and not context.once(find, "\n".join(b.parsed.text for b in blocks)):
        return Value(0, facts={"listed": ""})
    return _found(context, lambda b: context.once(find, b.parsed.text))


def _places(block: AnalysedBlock, spans: Iterable[tuple[int, int]]) -> Iterator[Place]:
    origin = block.parsed.normalised.origin
    for start, end in spans:
        if not any(a <= origin[start] < b for a, b in block.block.code):
            yield Place(*block.to_source(start, end))


@measure("placeholders", facts=("listed",))
def placeholders(context: Context) -> Value:
    """Scraps of a template or an unfinished draft: "lorem ipsum", "[insérer …", "{{ ville }}"."""
    return _found_in_text(context, leftovers.find_placeholders)


@measure("assistant_phrases", facts=("listed",))
def assistant_phrases(context: Context) -> Value:
    """Sentences of a writing assistant that were copied with its answer ("En tant que modèle de langage")."""
    return _found_in_text(context, leftovers.find_assistant_phrases)


@measure("english_left", french_only=True, facts=("listed",))
def english_left(context: Context) -> Value:
    """English that a translation left: a small word among French ones, or a sentence; quotations are left out."""
    quotes = BlockKind.QUOTE
    return _found(context, lambda b: () if b.block.kind is quotes else context.once(leftovers.find_english, b.parsed))


@measure("uncontracted", french_only=True, facts=("listed",))
def uncontracted(context: Context) -> Value:
    """Forms that French contracts and nobody writes otherwise: "de le marché", "à les élus", "que il"."""
    return _found(context, lambda b: [f[:2] for f in context.once(leftovers.find_uncontracted, b.parsed)])
