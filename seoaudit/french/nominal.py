"""Nominal style: nouns made of verbs, and chains of them ("la mise en place de l'amélioration de la gestion")."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from seoaudit.french.data import read_list
from seoaudit.french.parse import Parsed, Token

# Nouns of action by their ending; a stem must be left before it ("âge" and "moment" are none).
_ENDING = re.compile(r"\w{3,}(?:[tsx]ion|[aeiu]?ment|age|ance|ence)")
_LINKS = frozenset({"de", "d'", "du", "des"})
_ARTICLES = frozenset({"la", "l'", "le", "les", "son", "sa", "ses", "leur", "leurs", "notre", "nos", "cette", "ce"})
# From so many nouns on it is a chain, and of so many nouns of action among them.
LEAST_NOUNS, LEAST_ACTIONS = 3, 2


class Chain(NamedTuple):
    """Nouns each of which depends on the one before by "de".

    Attributes:
        start: offset of its first noun in the normalised text.
        end: offset just after its last noun.
        nouns: how many.
        actions: how many of them are nouns of action.
    """

    start: int
    end: int
    nouns: int
    actions: int


def is_action(token: Token) -> bool:
    """Whether a token is a noun made of a verb, by its ending: "gestion", "paiement", "pilotage", "maintenance"."""
    if token.pos != "NOUN" or token.entity:
        return False
    return _names_action(token.lemma.lower())


@lru_cache(maxsize=65_536)
def _names_action(lemma: str) -> bool:
    return lemma not in _things() and _ENDING.fullmatch(lemma) is not None


def noun_chains(parsed: Parsed) -> list[Chain]:
    """Return the chains of three nouns or more linked by "de" of which two name an action, in order.

    The links stand word by word: an adjective or an adverb between two nouns ends no chain, a name or a comma does.
    """
    tokens = parsed.tokens
    chains: list[Chain] = []
    i = 0
    while i < len(tokens):
        if tokens[i].pos != "NOUN" or tokens[i].entity:
            i += 1
            continue
        members = _chain(parsed, i)
        actions = sum(is_action(tokens[m]) for m in members) if len(members) >= LEAST_NOUNS else 0
        if actions >= LEAST_ACTIONS:
            chains.append(Chain(tokens[i].start, tokens[members[-1]].end, len(members), actions))
        i = members[-1] + 1
    return chains


def _chain(parsed: Parsed, first: int) -> list[int]:
    """Return the nouns of the chain that begins with a noun."""
    tokens, forms = parsed.tokens, parsed.forms
    members, at = [first], first + 1
    while True:
        while at < len(tokens) and tokens[at].pos in {"ADJ", "ADV"} and at - members[-1] <= 2:
            at += 1
        if at >= len(tokens) or forms[at] not in _LINKS:
            return members
        at += 1
        if at < len(tokens) and forms[at] in _ARTICLES:
            at += 1
        if at >= len(tokens) or tokens[at].pos != "NOUN" or tokens[at].entity:
            return members
        members.append(at)
        at += 1


@cache
def _things() -> frozenset[str]:
    return frozenset(read_list("not_action_nouns"))
