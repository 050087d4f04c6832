"""What a template, an assistant or a translation machine left in a French text: scraps that nobody meant to publish.

Only what is certain counts: an English word among French ones, not an English title; "de le" before a noun, not before
a verb. Quotations and code are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from seoaudit.french.data import read_list, read_table
from seoaudit.french.parse import Parsed
from seoaudit.french.quoted import quoted_spans, within
from seoaudit.french.words import find_words, without_elision

Span = tuple[int, int]

# A stretch of so many English small words, and so dense, is a sentence that was not translated.
_FEWEST_ENGLISH = 4
_ENGLISH_SHARE = 0.35
_MUSTACHE = re.compile(r"\{\{[^{}\n]{1,60}\}\}|\{%[^{}\n]{1,60}%\}|%%\w{3,40}%%")
# What must be contracted: "de le marché" is "du marché".
_CONTRACTED = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}
# What must lose its vowel before these: "que il" is "qu'il".
_ELIDED = re.compile(
    r"(?<![\w'-])(?:(?:que|lorsque|puisque|quoique|jusque|ce que|si(?= ils?\b))"
    r"(?= (?:ils?|elles?|on|une?|en|à|au|aux|après|avec)\b)"
    r"|(?:je|ne|se)(?= (?:ai|as|a|est|es|en|y|avait|avaient|était|étaient|ont|aurait|aime|arrive|existe)\b))"
)
_NEXT_WORD = re.compile(r" \w+")


def find_placeholders(text: str) -> tuple[Span, ...]:
    """Return what a template or an unfinished draft left in a text: "lorem ipsum", "[insérer …", "{{ ville }}".

    Args:
        text: a paragraph, normalised.
    """
    found = [*_phrases("placeholder_phrases", text), *(m.span() for m in _MUSTACHE.finditer(text))]
    return tuple(sorted(found))


def find_assistant_phrases(text: str) -> tuple[Span, ...]:
    """Return what a writing assistant left in a text: "En tant que modèle de langage", "oaicite".

    Args:
        text: a paragraph, normalised.
    """
    return tuple(_phrases("assistant_phrases", text))


def _phrases(name: str, text: str) -> Iterator[Span]:
    """Yield where phrases of a list stand in a text; most texts hold none, which looking for each tells at once."""
    low = text.casefold()
    if any(e in low for e in _folded(name)):
        yield from (m.span() for m in _phrase_pattern(name).finditer(text))


@cache
def _folded(name: str) -> tuple[str, ...]:
    return tuple(e.casefold() for e in read_list(name))


@cache
def _phrase_pattern(name: str) -> re.Pattern[str]:
    entries = sorted(read_list(name), key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(e)}" for e in entries), re.IGNORECASE)


def find_english(parsed: Parsed) -> tuple[Span, ...]:
    """Return English that was left in French: a small word between French ones, or a sentence that is English.

    Args:
        parsed: a paragraph of French.
    """
    english = _english_words()
    if english.isdisjoint(parsed.vocabulary):
        return ()  # nearly every paragraph, found out without its words
    words = find_words(parsed.text)
    forms = [w.text for w in words]
    quoted = quoted_spans(parsed.text)
    out: list[Span] = []
    for sentence in parsed.sentences:
        inside = [n for n, w in enumerate(words) if sentence.start <= w.start < sentence.end]
        known = [n for n in inside if forms[n].lower() in english and not within(quoted, words[n].start)]
        # A paragraph that is English throughout quotes somebody.
        alone = len(parsed.sentences) == 1
        if len(known) >= _FEWEST_ENGLISH and len(known) >= _ENGLISH_SHARE * len(inside) and not alone:
            out.append((sentence.start, sentence.end))
            continue
        out += [
            (words[n].start, words[n].end)
            for n in known
            if forms[n].islower()
            and 0 < n < len(words) - 1
            and _is_surrounded(forms, n)
            and parsed.text[words[n - 1].end : words[n].start] == " " == parsed.text[words[n].end : words[n + 1].start]
        ]
    return tuple(out)


def _is_surrounded(forms: Sequence[str], n: int) -> bool:
    """Whether a word stands between French ones: "pour with les", "le brun and le vert"."""
    french = _french_words()
    before = [_host(f) for f in forms[max(0, n - 2) : n]]
    noun = len(before) > 1 and before[0] in french and forms[n - 1].islower() and forms[n - 1].isalpha()
    return _host(forms[n + 1]) in french and (before[-1] in french or noun)


def _host(form: str) -> str:
    return without_elision(form).lower()


@cache
def _english_words() -> frozenset[str]:
    return frozenset(read_list("english_small_words"))


@cache
def _french_words() -> frozenset[str]:
    """Return frequent French words that English does not have."""
    table = read_table("language_words")
    small = {"le", "la", "les", "un", "une", "des", "du", "de", "et", "est", "sont", "pour", "dans", "par", "avec"}
    return frozenset(w for w, languages in table.items() if languages == "fr") | small


def find_uncontracted(parsed: Parsed) -> tuple[tuple[int, int, str], ...]:
    """Return "de le", "à les" before a noun, and "que il": start, end and the right form.

    Args:
        parsed: a paragraph of French.
    """
    found = [*_articles(parsed), *_vowels(parsed)]
    quoted = quoted_spans(parsed.text) if found else ()
    return tuple(sorted(f for f in found if not within(quoted, f[0])))


def _articles(parsed: Parsed) -> Iterator[tuple[int, int, str]]:
    for n, pair in enumerate(pairwise(parsed.forms[:-1])):
        if pair not in _CONTRACTED:
            continue
        first, article, noun = parsed.tokens[n : n + 3]
        # A pronoun stands before a verb ("de le voir"); "de Le Monde" has its capital.
        # The tagger takes some infinitives for nouns ("de les imprimer").
        named = noun.pos == "NOUN" and noun.text.islower() and len(noun.text) > 1 and not noun.text.endswith("er")
        if article.text.islower() and article.pos == "DET" and named:
            yield first.start, article.end, _CONTRACTED[pair]


def _vowels(parsed: Parsed) -> Iterator[tuple[int, int, str]]:
    for m in _ELIDED.finditer(parsed.lower):
        end = _NEXT_WORD.match(parsed.text, m.end())
        if end:
            yield m.start(), end.end(), f"{parsed.text[m.start() : m.end() - 1]}'{end.group()[1:]}"
