"""A keyphrase in a text: as typed, inflected, with other words between, or scattered in one sentence.

Grades, closest first; function words (articles, prepositions, determiners) are free in all of them:

* exact: the same word forms in order ("panne d’Optus" for "panne Optus");
* inflected: another number or gender, or a conjugated form where those were asked for;
* near: in order, with at most three other words of the same noun phrase between ("panne de l’opérateur Optus");
* scattered: all its words in one sentence, in any order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from seoaudit.keyphrases.finder import Finder, Match
from seoaudit.keyphrases.indexed import IndexedText, Reading, index_text
from seoaudit.keyphrases.model import Grade, Occurrence
from seoaudit.keyphrases.phrase import Prepared, prepare_keyphrase

_RANK: dict[Grade, int] = {"exact": 0, "inflected": 1, "near": 2, "scattered": 3}


def find_occurrences(
    keyphrase: str, text: str, *, synonyms: Sequence[str] = (), verbs: bool = False
) -> list[Occurrence]:
    """Return where a keyphrase or a synonym stands in a text, in order, none overlapping.

    Number, gender, elision, apostrophe, kind of space, hyphens, ligatures and case are free. Accents count, save on
    capitals and on first letters, and save for a phrase typed without any: then `Occurrence.unaccented` says so.

    Args:
        keyphrase: the phrase.
        text: the text as typed; offsets are code points into it.
        synonyms: other phrases that count as it; `Occurrence.synonym` says so.
        verbs: whether conjugated forms count: those of the phrase's infinitives, and verb forms that look like its
            nouns ("il marche" for "marche").

    Raises:
        SettingsError: the keyphrase or a synonym is empty, has only function words, or is too long.
    """
    phrases = [prepare_keyphrase(keyphrase, verbs=verbs)]
    phrases += [prepare_keyphrase(s, verbs=verbs, name="Synonyme") for s in synonyms]
    if not text:
        return []
    index = index_text(text)
    found = [(m, n) for n, phrase in enumerate(phrases) for m in _matches(phrase, index.reading, verbs=verbs)]
    found.sort(key=lambda f: (_RANK[f[0].grade], f[1], f[0].first))
    taken: list[tuple[Match, int]] = []
    ends: list[tuple[int, int]] = []
    for match, n in found:
        at = bisect_left(ends, (match.first, match.after))
        before = ends[at - 1][1] if at else 0
        if before <= match.first and (at == len(ends) or match.after <= ends[at][0]):
            ends.insert(at, (match.first, match.after))
            taken.append((match, n))
    taken.sort()
    return [_occurrence(match, phrases[n], index, text, synonym=n > 0) for match, n in taken]


def find_forms(keyphrase: str, text: str) -> list[tuple[int, int]]:
    """Return the spans where a keyphrase stands as it is or inflected: those `find_occurrences` grades so, sooner.

    Raises:
        SettingsError: as `find_occurrences`.
    """
    phrase = prepare_keyphrase(keyphrase)
    if not text:
        return []
    index = index_text(text)
    found = [m for m in _runs(Finder(phrase, index.reading, verbs=False)) if m.grade in {"exact", "inflected"}]
    return sorted(_span(m, index) for m in found)


def _span(match: Match, index: IndexedText) -> tuple[int, int]:
    return index.normalised.to_source(index.tokens[match.first].start, index.tokens[match.after - 1].end)


def _occurrence(match: Match, phrase: Prepared, index: IndexedText, text: str, *, synonym: bool) -> Occurrence:
    start, end = _span(match, index)
    return Occurrence(start, end, match.grade, text[start:end], phrase.text, synonym, match.unaccented)


def _matches(phrase: Prepared, reading: Reading, *, verbs: bool) -> list[Match]:
    """Return the matches of one phrase, closest first where they overlap."""
    finder = Finder(phrase, reading, verbs=verbs)
    found = _runs(finder)
    if len(phrase.parts) > 1:
        found += finder.scattered({reading.sentence_of[m.first] for m in found})
    return found


def _runs(finder: Finder) -> list[Match]:
    """Return the matches with the words of a phrase in order, those of its variants where none of its own is."""
    found: list[Match] = []
    for parts in (finder.phrase.parts, *finder.phrase.variants):
        if all(finder.positions(p) for p in parts):
            found += [m for m in finder.runs(parts) if all(m.first >= f.after or m.after <= f.first for f in found)]
    return found
