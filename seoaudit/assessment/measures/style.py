"""How the article is written: variety and rarity of its words, nouns of action, negations, repetitions."""

from __future__ import annotations

from collections.abc import Iterable

from seoaudit.article.model import BlockKind
from seoaudit.assessment.context import FEWEST_FOR_RATE, Context
from seoaudit.assessment.registry import Place, Value, absent, measure
from seoaudit.french.analysis import AnalysedBlock
from seoaudit.french.negation import negations
from seoaudit.french.nominal import is_action, noun_chains
from seoaudit.french.rare_words import rare_words
from seoaudit.french.repetitions import find_repetitions
from seoaudit.french.variety import mtld

FEWEST_SENTENCES = 10
SHOWN = 5
_APART = frozenset({"PUNCT", "SYM", "NUM", "SPACE", "X"})
# The settings that tell what an article is about.
_SUBJECT = ("keyphrase", "synonyms", "title")


def _place(block: AnalysedBlock, start: int, end: int) -> Place:
    return Place(*block.to_source(start, end))


def _said(block: AnalysedBlock, start: int, end: int) -> str:
    """Return words of the article as the report shows them."""
    return block.parsed.text[start:end].replace("'", "’")


@measure("lexical_variety", french_only=True)
def lexical_variety(context: Context) -> Value:
    """MTLD (McCarthy & Jarvis 2010) on lemmas, in words: higher is more varied; null below 100 words."""
    tokens = (t for b in context.analysis.prose for t in b.parsed.tokens if t.pos not in _APART)
    lemmas = [t.lemma.lower() for t in tokens if t.text.isalpha() or any(map(str.isalpha, t.text))]
    if len(lemmas) < FEWEST_FOR_RATE:
        return absent("few_words")
    value = mtld(lemmas)
    return absent("no_repeated_word") if value is None else Value(value)


@measure("rare_word_share", unit="%", high=100, french_only=True, reads=_SUBJECT)
def rare_word_share(context: Context) -> Value:
    """Share of the content words that are not among the 50,000 commonest forms of the French web; for information.

    Names, acronyms, numbers and the words of the key phrases and headings are left out. From 100 words on.
    """
    if context.analysis.word_count < FEWEST_FOR_RATE:
        return absent("few_words")
    prose = context.analysis.prose
    rare = rare_words((b.parsed for b in prose), context.subject_words)
    if not rare.read:
        return absent("no_text")
    places = tuple(_place(prose[n], t.start, t.end) for n, t in rare.found)
    return Value(100 * len(rare.found) / rare.read, places, examples=_first(t.text for _, t in rare.found))


@measure("action_noun_share", unit="%", high=100, french_only=True)
def action_noun_share(context: Context) -> Value:
    """Share of the nouns that are made of verbs, by their ending (gestion, paiement, pilotage); from 100 words on."""
    if context.analysis.word_count < FEWEST_FOR_RATE:
        return absent("few_words")
    nouns = [t for b in context.analysis.prose for t in b.parsed.tokens if t.pos == "NOUN"]
    return Value(100 * sum(map(is_action, nouns)) / len(nouns)) if nouns else absent("no_text")


@measure("noun_chains", french_only=True)
def noun_chains_(context: Context) -> Value:
    """Chains of three nouns or more linked by "de", two of them made of verbs ("la mise en place de la gestion de")."""
    if not context.analysis.prose:
        return absent("no_text")
    found = [(b, c) for b in context.analysis.prose for c in context.once(noun_chains, b.parsed)]
    places = tuple(_place(b, c.start, c.end) for b, c in found)
    return Value(len(found), places, examples=_first(_said(b, c.start, c.end) for b, c in found))


@measure("negation_share", unit="%", high=100, french_only=True)
def negation_share(context: Context) -> Value:
    """Share of the sentences with a negation in two words (ne … pas, plus, jamais, rien); from ten sentences on."""
    total = context.analysis.sentence_count
    if total < FEWEST_SENTENCES:
        return absent("few_sentences")
    found = [(b, n) for b in context.analysis.prose for n in context.once(negations, b.parsed)]
    count = len({(b.index, n.sentence) for b, n in found})
    return Value(100 * count / total, tuple(_place(b, n.start, n.end) for b, n in found))


@measure("double_negations", french_only=True)
def double_negations(context: Context) -> Value:
    """Negations that "sans" turns over ("ce n’est pas sans risque"): the reader has to work out what is said."""
    if not context.analysis.prose:
        return absent("no_text")
    found = [(b, n) for b in context.analysis.prose for n in context.once(negations, b.parsed) if n.double]
    places = tuple(_place(b, n.start, n.end) for b, n in found)
    return Value(len(found), places, examples=_first(_said(b, n.start, n.end) for b, n in found))


@measure("repetitions", french_only=True, facts=("listed",), reads=_SUBJECT)
def repetitions(context: Context) -> Value:
    """Verbs and adverbs that come back within fifteen words of a paragraph, the article's own subject left out."""
    prose = context.analysis.prose
    if not prose:
        return absent("no_text")
    skip = {n for n, b in enumerate(prose) if b.block.kind is not BlockKind.PARAGRAPH}
    found = find_repetitions([b.parsed for b in prose], subject=context.subject_words, skip=skip)
    places = tuple(_place(prose[r.paragraph], *p) for r in found for p in r.places)
    words = _first(" … ".join(_first(_said(prose[r.paragraph], *p).lower() for p in r.places)) for r in found)
    listed = ", ".join(f"«\u00a0{w}\u00a0»" for w in words)
    return Value(len(found), places, {"listed": listed}, examples=words)


def _first(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the first few different texts."""
    return tuple(dict.fromkeys(texts))[:SHOWN]
