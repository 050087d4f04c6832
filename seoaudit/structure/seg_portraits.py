"""What each unit of an article is about and how it speaks: rare words, meaning, names, persons.

Words of a subject are told from words of the trade by how rare they are, in the article and in French; paragraphs that
share no word may still be close in meaning, by the vectors of their words (`french.word_vectors`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from seoaudit.french.frequency import rarity
from seoaudit.french.parse import Parsed, Token
from seoaudit.french.word_vectors import word_vectors
from seoaudit.structure.cohesion import Counts, Floats, content_words, stem

# How much the rarity of a word in French counts; chosen by cross-validation between sources.
RARITY_POWER = 2
# The person a text speaks in: the author, the reader familiarly, author and reader, the reader, anybody.
_PERSONS = ("je j' me m' mon ma mes", "tu te t' ton ta tes", "nous notre nos", "vous votre vos", "on")
_PERSON_OF = {word: i for i, words in enumerate(_PERSONS) for word in words.split()}
_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Portraits:
    """The units of an article.

    Attributes:
        weights: of each stem, by its rarity in the article and in French, 0 and more.
        meaning: units by dimensions of the word vectors; the mean of the article's units is taken off.
        persons: units by persons, the root of how often each is met.
        names: the stems of the proper nouns and entities of each unit.
    """

    weights: Floats
    meaning: Floats
    persons: Floats
    names: tuple[frozenset[str], ...]


def portraits_of(parses: Sequence[Parsed], counts: Counts) -> Portraits:
    """Return the portraits of at least one unit.

    Args:
        parses: the units in order.
        counts: units by stems of content words, the stems in order of first mention.
    """
    content = [[t for t, _ in content_words(p)] for p in parses]
    in_article = np.log((len(parses) + 1) / ((counts > 0).sum(axis=0) + 0.5))
    meaning = to_length_one(_sums_of_vectors(content))
    return Portraits(
        in_article * _rarities(content, counts.shape[1]),
        meaning - meaning.mean(axis=0),
        np.sqrt(np.array([_persons(p) for p in parses])),
        tuple(frozenset(stem(t.lemma) for t in p.tokens if t.entity or t.pos == "PROPN") for p in parses),
    )


def to_length_one(rows: Floats) -> Floats:
    """Return rows brought to length 1; rows of zeros stay."""
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    return np.asarray(rows / np.maximum(lengths, _TINY)[:, None])


def _rarities(content: Sequence[Sequence[Token]], stems: int) -> Floats:
    """Return how rare each stem's forms are in French, 0 to 1, the mean over its occurrences, to a power."""
    sums: dict[str, float] = {}
    met: dict[str, int] = {}
    for tokens in content:
        for t in tokens:
            s = stem(t.lemma)
            sums[s] = sums.get(s, 0.0) + rarity(t.text)
            met[s] = met.get(s, 0) + 1
    # Without any content word the counts have one column of zeros.
    means = [total / met[s] for s, total in sums.items()] or [0.0] * stems
    return np.array(means) ** RARITY_POWER


def _sums_of_vectors(content: Sequence[Sequence[Token]]) -> Floats:
    """Return the sum of the vectors of each unit's words, by the root of how often they occur and by their rarity."""
    forms = {form: i for i, form in enumerate(dict.fromkeys(t.text for tokens in content for t in tokens))}
    vectors = word_vectors(tuple(forms))
    rare = np.array([rarity(form) for form in forms]) ** RARITY_POWER
    out = np.zeros((len(content), vectors.shape[1]))
    for row, tokens in enumerate(content):
        own, times = np.unique(np.array([forms[t.text] for t in tokens], dtype=np.int64), return_counts=True)
        out[row] = ((np.sqrt(times) * rare[own])[:, None] * vectors[own]).sum(axis=0)
    return out


def _persons(parsed: Parsed) -> list[int]:
    """Return how often a unit speaks in each person."""
    out = [0] * len(_PERSONS)
    for t in parsed.tokens:
        person = _PERSON_OF.get(t.text.lower())
        if person is not None:
            out[person] += 1
    return out
