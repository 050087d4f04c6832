"""Negations: sentences that deny, and those that deny twice."""

from __future__ import annotations

from typing import NamedTuple

from seoaudit.french.parse import Parsed

_NE = frozenset({"ne", "n'"})
_SECOND = frozenset(
    {"pas", "plus", "jamais", "rien", "personne", "aucun", "aucune", "guère", "point", "nul", "nulle", "ni"}
)
# The second word of a negation stands near "ne", before ("personne ne vient") or after it.
_AFTER, _BEFORE = 8, 4


class Negation(NamedTuple):
    """A negation.

    Attributes:
        sentence: index of its sentence.
        start: offset of its first word in the normalised text.
        end: offset just after its last word.
        double: whether "sans" turns it over: "ne … pas sans".
    """

    sentence: int
    start: int
    end: int
    double: bool


def negations(parsed: Parsed) -> list[Negation]:
    """Return the negations of a paragraph in two words, in order; "ne … que" restricts and is none."""
    if _NE.isdisjoint(parsed.vocabulary):
        return []
    tokens, low = parsed.tokens, parsed.forms
    found = []
    for i, token in enumerate(tokens):
        if low[i] not in _NE:
            continue
        sentence = parsed.sentences[token.sentence]
        after = range(i + 1, min(sentence.last, i + 1 + _AFTER))
        second = next((j for j in after if low[j] in _SECOND), None)
        if second is None:
            before = range(i - 1, max(sentence.first, i - _BEFORE) - 1, -1)
            second = next((j for j in before if low[j] in _SECOND), None)
        if second is None:
            continue
        first, last = min(i, second), max(i, second)
        # Right after it "sans" turns the negation over ("n'est pas sans risque"); farther off it belongs elsewhere.
        after_it = last + 1
        double = low[last] == "pas" and after_it < sentence.last and low[after_it] == "sans"
        end = tokens[after_it if double else last].end
        found.append(Negation(token.sentence, tokens[first].start, end, double))
    return found
