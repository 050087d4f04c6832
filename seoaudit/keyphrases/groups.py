"""Groups of words that a reader takes as one.

They are complex prepositions, counts of things, adjectives with their adverb, and names with their civility.

"Face à Apple" names Apple and no face, "une quarantaine d'habitants" names inhabitants, and "pas cher" in "plombier
pas cher" is one adjective, which follows its noun.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from seoaudit.french.words import without_elision
from seoaudit.keyphrases.data import read_lines
from seoaudit.keyphrases.inflection import fold
from seoaudit.keyphrases.terms import Term, key_set

# Adverbs that make one adjective with the next word. Those of comparison make none: "plus grand" asks for a "que".
_ADVERBS = frozenset({"pas", "peu", "mal", "bien", "non", "moins", "très", "trop"})
_INFINITIVE = re.compile(r"(?:er|ir|re)$")
# Endings of verbs in the third person.
_FINITE = ("e", "ent", "it")
_PLAIN_CAPITAL = dict(zip("àâçéèêëîïôùûü", "aaceeeeiiouuu", strict=True))
# A name is shown without them.
_CIVILITIES = frozenset({"M.", "MM.", "Mr", "Mme", "Mmes", "Mlle", "Mlles", "Dr", "Me", "Mgr", "Pr"})
# What makes a preposition of a noun without determiner: "face à", "faute de"; "la suite du récit" has none.
_AFTER = frozenset({"à", "au", "aux", "de", "d'"})


def regroup(terms: Sequence[Term]) -> list[Term]:
    """Return the terms with their groups settled; an adjective and its adverb become one term with the tag B."""
    kept = [t._replace(tag="o") if t.text in _CIVILITIES else t for t in terms]
    without = _without_verbs(_without_infinitives(kept))
    return _with_adverbs(_without_quantities(_without_prepositions(_with_accents(without))))


def _without_infinitives(terms: list[Term]) -> list[Term]:
    """Take "Choisir" in "Choisir un composteur" for a verb, which the tagger often takes for a noun there.

    Nouns of that shape stand there with a determiner ("Hiver rude" is left alone).
    """
    for i, (term, after) in enumerate(pairwise(terms)):
        opens = i == 0 or terms[i - 1].sentence != term.sentence or terms[i - 1].tag == "."
        if opens and term.tag in "NP" and after.tag in "lx" and _INFINITIVE.search(term.text):
            terms[i] = term._replace(tag="o")
    return terms


def _without_verbs(terms: list[Term]) -> list[Term]:
    """Take "récompense" in "ce label récompense le territoire" for a verb, which the tagger may take for a noun there.

    A noun right after another, with no comma, and right before a determiner is hardly one; times are ("lundi le 3").
    """
    for i in range(1, len(terms) - 1):
        before, term, after = terms[i - 1 : i + 2]
        if (
            term.tag == "N"
            and term.text.islower()
            and term.text.endswith(_FINITE)
            and before.tag in "NPA"
            and after.tag in "lx"
            and before.sentence == term.sentence == after.sentence
            and term.key not in key_set("time_words")
        ):
            terms[i] = term._replace(tag="o")
    return terms


def _with_accents(terms: list[Term]) -> list[Term]:
    """Give "Etat" the key of "État" where the text has both."""
    accented = {_PLAIN_CAPITAL.get(t.key[0], "") + t.key[1:]: t.key for t in terms if t.key[:1] in _PLAIN_CAPITAL}
    return [t._replace(key=accented.get(t.key, t.key)) if t.text[0].isupper() else t for t in terms]


def _without_prepositions(terms: list[Term]) -> list[Term]:
    """Take the nouns of complex prepositions for what they are."""
    starts = _prepositions()
    low = [fold(t.text) for t in terms]
    i = 0
    while i < len(terms):
        if low[i] not in starts:
            i += 1
            continue
        found = next((w for w in starts[low[i]] if low[i : i + len(w)] == list(w)), ())
        after = i + len(found)
        bare = i == 0 or terms[i - 1].tag not in "lx" or terms[i - 1].sentence != terms[i].sentence
        if len(found) > 1 or (found and bare and after < len(terms) and low[after] in _AFTER):
            for j in range(i, after):
                terms[j] = terms[j]._replace(tag=terms[j].tag if terms[j].tag not in "NPAV" else "o")
        i = max(after, i + 1)
    return terms


@cache
def _prepositions() -> Mapping[str, Sequence[tuple[str, ...]]]:
    """Complex prepositions by their first word, the longest first."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for line in sorted(read_lines("complex_prepositions"), key=len, reverse=True):
        words = tuple(fold(line).split())
        out.setdefault(words[0], []).append(words)
    return out


def _without_quantities(terms: list[Term]) -> list[Term]:
    """Take "quarantaine d'" before what is counted for a determiner."""
    keys = key_set("quantity_nouns")
    for i in range(len(terms) - 1):
        if terms[i].tag == "N" and terms[i + 1].tag == "d" and terms[i].key in keys:
            terms[i], terms[i + 1] = terms[i]._replace(tag="x"), terms[i + 1]._replace(tag="x")
    return terms


def _with_adverbs(terms: list[Term]) -> list[Term]:
    """Join an adverb and the adjective it goes with, where both follow a noun."""
    out: list[Term] = []
    i = 0
    while i < len(terms):
        if i + 1 < len(terms) and out and _qualifies(out[-1], terms[i], terms[i + 1]):
            adverb, adjective = terms[i], terms[i + 1]
            out.append(
                adjective._replace(
                    text=f"{adverb.text} {adjective.text}",
                    key=f"{adverb.key} {adjective.key}",
                    tag="B",
                    start=adverb.start,
                )
            )
            i += 2
        else:
            out.append(terms[i])
            i += 1
    return out


def _qualifies(noun: Term, adverb: Term, adjective: Term) -> bool:
    return (
        noun.tag in "NPA"
        and fold(without_elision(adverb.text)) in _ADVERBS
        and adjective.tag in "AV"
        and noun.sentence == adjective.sentence
    )
