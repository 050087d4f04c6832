"""Participles that describe a state: "la ville est située au nord", "ce prix est dédié aux élèves"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from seoaudit.french.data import read_list
from seoaudit.french.parse import Token
from seoaudit.french.passive_agent import par_phrase

# Contracted and elided forms of the prepositions in the list.
_PREPOSITIONS = {
    "au": "à",
    "aux": "à",
    "d'": "de",
    "des": "de",
    "du": "de",
}  # fmt: skip
# Pronouns that stand for a complement in "à": "le prix qui lui est dédié", "auquel il est destiné".
_DATIVES = frozenset({"leur", "leurs", "lui", "y"})
_RELATIVES = frozenset({"auquel", "auxquelles", "auxquels"})
_YEAR = re.compile(r"1\d{3}|20\d\d")
# Tokens looked back over for "ne", and for a relative pronoun.
_NEAR = 4
_CLAUSE = 8


def is_state(
    tokens: Sequence[Token],
    auxiliary: int,
    participle: int,
    children: Mapping[int, list[int]],
    *,
    event: bool,
    agent: bool,
) -> bool:
    """Return whether être and a participle say how something is, not what is done to it.

    Args:
        tokens: the paragraph's tokens.
        auxiliary: index of the form of être.
        participle: index of the participle.
        children: what depends on each token.
        event: the tense tells of an event ("a été", "fut").
        agent: a phrase in "par" depends on it.
    """
    forms = masculine_forms(tokens[participle].text.lower())
    found = next((form for form in forms if form in _stative()), None)
    if found is not None and not event and not _is_dated(tokens, participle, children):
        before_par, prepositions = _stative()[found]
        if not prepositions or _complement(tokens, auxiliary, participle) & prepositions:
            return before_par or par_phrase(tokens, participle, children, direct=True) is None
    return not agent and _has_degree(tokens, participle)


def masculine_forms(form: str) -> tuple[str, ...]:
    """Return the forms that may be the masculine singular of a participle."""
    return tuple(form.removesuffix(ending) for ending in ("", "e", "s", "es") if form.endswith(ending))


def _complement(tokens: Sequence[Token], auxiliary: int, participle: int) -> set[str]:
    """Return the prepositions of what completes a participle: what follows it, or a pronoun before être."""
    found = set()
    after = participle + 1
    while after < len(tokens) - 1 and tokens[after].pos == "ADV":  # "est destiné uniquement à"
        after += 1
    if after < len(tokens):
        word = tokens[after].text.lower()
        found.add(_PREPOSITIONS.get(word, word))
    near = {t.text.lower() for t in tokens[max(0, auxiliary - _CLAUSE) : auxiliary]}
    if tokens[max(0, auxiliary - 1)].text.lower() in _DATIVES or near & _RELATIVES:
        found.add("à")
    return found


def _is_dated(tokens: Sequence[Token], participle: int, children: Mapping[int, list[int]]) -> bool:
    """Whether a year makes an event of it: "la ligne est ouverte en 1890"."""
    return any(
        _YEAR.fullmatch(tokens[c].text) is not None and tokens[c - 1].text.lower() == "en"
        for c in children.get(participle, ())
        if c > participle
    )


def _has_degree(tokens: Sequence[Token], participle: int) -> bool:
    """Whether an adverb of degree makes the participle an adjective; not "du tout", nor "plus" after "ne"."""
    adverb = tokens[participle - 1].text.lower()
    if adverb not in _degree_adverbs():
        return False
    before = [t.text.lower() for t in tokens[max(0, participle - 1 - _NEAR) : participle - 1]]
    if adverb == "aussi":  # "pas aussi élaboré", not "aussi vendu en ligne"
        return before[-1:] == ["pas"]
    return not (before[-1:] == ["du"] or (adverb == "plus" and ("ne" in before or "n'" in before)))


@cache
def _stative() -> dict[str, tuple[bool, frozenset[str]]]:
    """Return for each participle of a state whether also before "par", and which prepositions it needs (none: any)."""
    found = {}
    for entry in read_list("stative_participles"):
        word, *rest = entry.split()
        prepositions = frozenset(rest if word.endswith(":") else ())
        found[word.removesuffix(":")] = (rest == ["par"] and not prepositions, prepositions)
    return found


@cache
def _degree_adverbs() -> frozenset[str]:
    return frozenset(read_list("degree_adverbs"))
