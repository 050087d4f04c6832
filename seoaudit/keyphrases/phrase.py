"""A keyphrase taken apart once: the words that must be found, and how freely."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from seoaudit.errors import SettingsError
from seoaudit.french.normalise import normalise
from seoaudit.keyphrases.conjugation import conjugated
from seoaudit.keyphrases.data import read_set
from seoaudit.keyphrases.inflection import inflection_key
from seoaudit.keyphrases.tokens import Token, bare, barrier_marks, initial_bare, read_tokens

MOST_WORDS = 15
_LONGEST_SHOWN = 60
# Grammatical words that name something at the head of a phrase: "été indien", "bien immobilier", "or blanc".
_HEADS = frozenset({"été", "or", "car", "est", "avions", "bien", "grâce", "as"})
_OPENERS = frozenset({"du", "des", "au", "aux", "en", "plein"})
_DROPPED_CLITICS = frozenset({"ci", "là"})


class Part(NamedTuple):
    """A word of a keyphrase that must be found.

    Attributes:
        form: in lower case, ligatures written out, its first letter without accent.
        key: what the forms of its number and gender share.
        content: whether it names something; the others change what it says ("sans", "pas").
        tied: whether it must follow the part before at once: the rest of a compound, or what "sans" is said of.
        homograph: whether it is a grammatical word elsewhere, so that the text must show it is a noun.
        forms: its conjugated forms, where they were asked for.
    """

    form: str
    key: str
    content: bool
    tied: bool
    homograph: bool
    forms: frozenset[str] = frozenset()


class Prepared(NamedTuple):
    """A keyphrase ready to be matched in many texts.

    Attributes:
        text: as given.
        parts: the words that must be found, in order.
        words: all its words; those that are no part may stand between the parts.
        marks: marks within it, which part the words of a text but not its own.
        plain: whether it was typed without any accent, so that accents do not count.
        variants: other ways to write it: two of its words as one ("week end", "weekend").
    """

    text: str
    parts: tuple[Part, ...]
    words: frozenset[str]
    marks: frozenset[str]
    plain: bool
    variants: tuple[tuple[Part, ...], ...]


@lru_cache(maxsize=512)
def prepare_keyphrase(keyphrase: str, *, verbs: bool = False, name: str = "Mot-clé") -> Prepared:
    """Return a keyphrase ready to be matched.

    Args:
        keyphrase: the phrase as typed.
        verbs: whether the conjugated forms of its infinitives count.
        name: what it is called in an error.

    Raises:
        SettingsError: it is empty, holds no word or grammatical words alone, or more than 15 words.
    """
    normal = normalise(keyphrase).text
    shown = normal if len(normal) <= _LONGEST_SHOWN else normal[:_LONGEST_SHOWN] + "…"
    if not normal:
        raise SettingsError(f"{name} vide : donnez une expression d’au moins un mot.")
    tokens = read_tokens(normal)
    if not tokens:
        raise SettingsError(f"{name} « {shown} » : il ne contient aucun mot ; donnez une expression en toutes lettres.")
    if len(tokens) > MOST_WORDS:
        raise SettingsError(
            f"{name} « {shown} » : {len(tokens)} mots, {MOST_WORDS} au plus ; donnez une expression plus courte."
        )
    parts = _parts(tokens, verbs=verbs)
    if not any(p.content for p in parts):
        raise SettingsError(
            f"{name} « {shown} » : il ne contient que des mots grammaticaux ; "
            "donnez une expression avec un nom, un adjectif ou un verbe."
        )
    plain = bare(normal) == normal
    words = frozenset(t.form for t in tokens)
    return Prepared(keyphrase, parts, words, frozenset(barrier_marks(normal)), plain, _variants(parts, tokens))


def _parts(tokens: Sequence[Token], *, verbs: bool) -> tuple[Part, ...]:
    """Return the tokens that must be found."""
    parts: list[Part] = []
    weighty = read_set("weighty_words")
    after_weighty = False
    for i, token in enumerate(tokens):
        within = not token.opens and token.form not in _DROPPED_CLITICS
        kept = within or token.compound
        homograph = False
        if not kept and token.form in read_set("function_words"):
            homograph = _names_something(tokens, i)
            if not homograph and token.form not in weighty:
                continue
        content = kept or homograph or token.form not in read_set("function_words")
        if not content and i == len(tokens) - 1 and not parts:
            continue
        forms = conjugated(token.form) if verbs and content else frozenset[str]()
        tied = bool(parts) and (not token.opens or after_weighty)
        parts.append(Part(initial_bare(token.form), token.key, content, tied, homograph, forms))
        after_weighty = not content
    return tuple(parts)


def _names_something(tokens: Sequence[Token], i: int) -> bool:
    """Whether a grammatical word of a keyphrase is a noun there: "l'est", "bague en or", "été indien"."""
    token = tokens[i]
    if token.form not in read_set("noun_homographs") | _HEADS:
        return False
    if len(tokens) == 1 or token.elided in ("l", "d"):
        return True
    before = tokens[i - 1] if i else None
    if before is not None:
        last = i == len(tokens) - 1 and token.form not in ("pas", "bien")
        return before.form in read_set("determiners") or before.form in _OPENERS or last
    after = tokens[1]
    return token.form in _HEADS and (
        after.form == "de" or after.elided == "d" or (after.form not in read_set("function_words") and not after.elided)
    )


def _variants(parts: Sequence[Part], tokens: Sequence[Token]) -> tuple[tuple[Part, ...], ...]:
    """Return the phrase with two words in a row written as one, for each pair."""
    forms = [initial_bare(t.form) for t in tokens]
    out = []
    for n, (a, b) in enumerate(pairwise(parts)):
        neighbours = any(x == a.form and y == b.form for x, y in pairwise(forms))
        if not neighbours or not (a.content and b.content) or len(b.form) < 2:
            continue
        form = a.form + b.form
        one = Part(form, initial_bare(inflection_key(form)), content=True, tied=a.tied, homograph=False)
        out.append((*parts[:n], one, *parts[n + 2 :]))
    return tuple(out)
