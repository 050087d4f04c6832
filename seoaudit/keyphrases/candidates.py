"""Candidates for key phrases: the noun phrases of a text, and what repeats in it word for word.

A candidate is known by the keys of its content words, so that "panne d'Optus" and "pannes d'Optus" are one. A word
that never appears without its neighbour ("triple" before "zéro") begins and ends no candidate on its own: such groups
stay whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

from seoaudit.keyphrases.terms import CONTENT, Term, key_set

# Longest candidate, in terms, links included.
LONGEST = 8
# A group of names and nouns, then up to two complements: "parti politique", "services d'urgence", "PDG par intérim",
# "morphologie à deux niveaux".
_PATTERN = re.compile(r"(?:A?[NP]{1,4}[AVB]{0,2}C?)(?:(?:d|dl|aC?|al)A?[NP]{1,3}[AVB]{0,2}C?){0,2}")
# Share of a word's places, from two on, that must have the same neighbour for the two to be one name.
_MOSTLY = 0.8
# A noun or participle right after a name begins a clause ("Anne Roy élue") or is the tagger's error ("Roy dirige").
_CLAUSE = re.compile(r"P[NVB]")
# A group whose words never part is one name, whatever the tagger takes them for: "triple zéro".
_UNIT = re.compile(r"[NPAVB]{2,4}")

# Occurrences from which a time or a unit ("nuit", "euro") may be what the text is about.
_SUBJECT = 3


@dataclass(slots=True)
class Candidate:
    """A candidate and where the text holds it.

    Attributes:
        keys: the keys of its content words, in order.
        spans: where it stands, as ranges of terms, in order of reading.
        tags: the tags of each span.
    """

    keys: tuple[str, ...]
    spans: list[tuple[int, int]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)


@lru_cache(maxsize=16_384)
def _fits(tags: str) -> bool:
    return _PATTERN.fullmatch(tags) is not None and not _CLAUSE.search(tags)


def find_candidates(terms: Sequence[Term]) -> dict[tuple[str, ...], Candidate]:
    """Return the candidates of a document by their keys, in order of their first place."""
    found: dict[tuple[str, ...], Candidate] = {}
    glued = _Glue(terms)
    for first, tags in _sentences(terms):
        for i, j in _spans(tags):
            a, b = first + i, first + j
            if tags[j - 1] == "C" and tags[j : j + 1] == "N":
                continue  # a number that counts the next noun: "à Lyon 24 heures"
            if tags[j - 1] == "V" and tags[j : j + 1] == "a":
                continue  # a clause with its complement: "traduction basée sur"
            if j - i > 1 and tags[j - 1] in "AV" and _belongs_elsewhere(terms, a, b):
                continue
            if glued.splits(a, b) or not (_fits(tags[i:j]) or (_UNIT.fullmatch(tags[i:j]) and glued.unites(a, b))):
                continue
            if "PP" in tags[i:j] and any(_are_two_names(terms[n], terms[n + 1]) for n in range(a, b - 1)):
                continue
            keys = tuple(t.key for t in terms[a:b] if t.tag in CONTENT)
            candidate = found.get(keys)
            if candidate is None:
                candidate = found[keys] = Candidate(keys)
            candidate.spans.append((a, b))
            candidate.tags.append(tags[i:j])
    return {k: c for k, c in _without_parts(found, terms).items() if not _is_time(c, terms)}


def makes_compound(terms: Sequence[Term], i: int) -> bool:
    """Whether a term is the "à" of a compound noun: "pompe à chaleur", "bac à compost"; "vélo à Lyon" is none.

    A noun without article after it says which kind of thing is meant, not what it is done to.
    """
    return terms[i].text == "à" and 0 < i < len(terms) - 1 and terms[i - 1].tag + terms[i + 1].tag == "NN"


def _without_parts(found: dict[tuple[str, ...], Candidate], terms: Sequence[Term]) -> dict[tuple[str, ...], Candidate]:
    """Take the places of a repeated compound from its parts: a text on "pompe à chaleur" tells nothing of "chaleur"."""
    inside: set[tuple[int, int]] = set()
    for candidate in found.values():
        a, b = candidate.spans[0]
        if len(candidate.spans) > 1 and b - a == 3 and makes_compound(terms, a + 1):
            inside |= {part for i, j in candidate.spans for part in ((i, i + 1), (j - 1, j))}
    if not inside:
        return found
    out = {}
    for keys, candidate in found.items():
        kept = [n for n, span in enumerate(candidate.spans) if span not in inside]
        if kept:
            spans, tags = [candidate.spans[n] for n in kept], [candidate.tags[n] for n in kept]
            out[keys] = Candidate(keys, spans, tags)
    return out


def _is_time(candidate: Candidate, terms: Sequence[Term]) -> bool:
    """Whether a candidate is a time or a quantity and too rare to be the subject: "mars", "chaque mois".

    A month or a day by itself never is the subject: "juin" in an article with a dozen dates.
    """
    first, last = candidate.spans[0]
    own = [t for t in terms[first:last] if t.tag in CONTENT]
    if len(own) == 1 and own[0].tag == "N" and own[0].key in key_set("calendar_words"):
        return True
    return len(candidate.spans) < _SUBJECT and all(t.tag == "C" or t.key in key_set("time_words") for t in own)


def _sentences(terms: Sequence[Term]) -> Iterator[tuple[int, str]]:
    """Index of each sentence's first term, and its tags."""
    at = 0
    for _, group in groupby(terms, key=lambda t: t.sentence):
        tags = "".join(t.tag for t in group)
        yield at, tags
        at += len(tags)


def _spans(tags: str) -> Iterator[tuple[int, int]]:
    for i, tag in enumerate(tags):
        if tag not in "NPA":
            continue
        for j in range(i + 1, min(i + LONGEST, len(tags)) + 1):
            if tags[j - 1] in ".oxe":
                break
            if tags[j - 1] in CONTENT:
                yield i, j


def _belongs_elsewhere(terms: Sequence[Term], a: int, b: int) -> bool:
    """Whether the adjective that ends a span has the number of no noun in it.

    "Quantitatives" in "mesures de comparabilité quantitatives" is said of the measures.
    """
    number = terms[b - 1].number
    if not number or terms[b - 2].tag not in CONTENT:
        return False  # after "des", what the tagger takes for an adjective is a noun
    nouns = [t for t in terms[a : b - 1] if t.tag in "NP"]
    return bool(nouns) and all(t.number not in (number, "") for t in nouns)


def _are_two_names(left: Term, right: Term) -> bool:
    """Whether a place and a person only meet: "la Polonaise Agnieszka Radwanska", "de Corse Claude Érignac"."""
    return left.tag == right.tag == "P" and left.entity == "LOC" and right.entity == "PER"


def _may_be_name(left: Term, right: Term) -> bool:
    """Whether two adjacent terms can be one name.

    A participle begins a clause ("traduction basée sur"), and a number counts the noun after it ("28 banques") unless
    that is a time: "octobre" is no subject where all the text has is "21 octobre".
    """
    if right.tag not in CONTENT or right.tag == "V":
        return False
    return left.tag != "C" or right.tag not in "NA" or right.key in key_set("time_words")


class _Glue:
    """Adjacent content words of which one never appears without the other."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._terms = terms
        pairs: Counter[tuple[str, str]] = Counter()
        alone: Counter[str] = Counter()
        for left, right in zip(terms, [*terms[1:], None], strict=False):
            if left.tag in CONTENT:
                alone[left.key] += 1
                if right is not None and right.sentence == left.sentence and _may_be_name(left, right):
                    pairs[left.key, right.key] += 1
        self._tight = {p for p, n in pairs.items() if n > 1 and n >= _MOSTLY * min(alone[p[0]], alone[p[1]])}

    def unites(self, a: int, b: int) -> bool:
        """Whether none of a candidate's words appears without its neighbour."""
        return all((self._terms[i].key, self._terms[i + 1].key) in self._tight for i in range(a, b - 1))

    def splits(self, a: int, b: int) -> bool:
        """Whether a candidate's edge would part a group."""
        return (a > 0 and self._holds(a - 1)) or (b < len(self._terms) and self._holds(b - 1))

    def _holds(self, i: int) -> bool:
        """Whether a term and the next are one name: they never part, or one named entity has both."""
        left, right = self._terms[i], self._terms[i + 1]
        if left.sentence != right.sentence:
            return False
        named = left.tag == right.tag == "P" and left.entity == right.entity != ""
        return named or (left.key, right.key) in self._tight
