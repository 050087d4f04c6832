"""Tests that read the clause of a connective: its verb, its subject, and the verb it depends on.

A conjunction such as "si" or "quand" opens a circumstance, or the object of a verb that asks: "demande si".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from seoaudit.french.connective_spot import Spot
from seoaudit.french.data import read_list
from seoaudit.french.parse import Token

_CLITICS = frozenset(
    {"ne", "n'", "pas", "plus", "se", "s'", "me", "m'", "te", "t'", "nous", "vous", "le", "la", "les", "l'"}
    | {"lui", "leur", "en", "y"}
)
_ADVERBS = frozenset(
    {"ainsi", "bien", "enfin", "jamais", "mieux", "rien", "simplement", "tout", "toujours", "vraiment"}
)
_DEGREES = frozenset({"trop", "assez", "suffisamment"})
_RELATIVES = frozenset({"qui", "que", "qu'", "dont", "où", "lorsque", "lorsqu'", "quand", "si"})
_LIMITED = frozenset(
    {"certains", "certaines", "plusieurs", "aucun", "aucune", "tous", "toutes", "tout", "toute", "quelque", "quelques"}
)
_INVERTED = ("-il", "-elle", "-on", "-ils", "-elles")
_SUBJECTS = frozenset({"il", "ils", "elle", "elles", "on", "je", "j'", "tu", "nous", "vous", "c'", "ça", "cela"})
_TO_SUBJECT = frozenset({"PRON", "DET", "PROPN", "NOUN", "NUM"})
# Tokens between a verb and the "si" of its question: "demandez à votre mairie si".
_REACH = 7
# Tokens in which the clause of "comme" must end with a comma.
_LONGEST_CAUSE = 40


def _is_finite(token: Token) -> bool:
    return token.pos in ("VERB", "AUX") and "VerbForm=Fin" in token.morph


def _is_infinitive(token: Token) -> bool:
    return "VerbForm=Inf" in token.morph or (token.pos in ("VERB", "AUX") and token.text.lower() == token.lemma)


def _verb_after(spot: Spot) -> tuple[Token, ...]:
    """Return the tokens after the form from the first that is neither pronoun, negation nor adverb of the verb."""
    rest = spot.following(8)
    n = 0
    while n < len(rest) and n < 4 and rest[n].text.lower() in _CLITICS | _ADVERBS:
        n += 1
    return rest[n:]


def infinitive(spot: Spot) -> bool:
    """Return whether an infinitive follows, and not one of the past: "puni pour avoir menti" is no purpose."""
    rest = _verb_after(spot)
    if not rest or not _is_infinitive(rest[0]):
        return False
    return not (rest[0].lemma == "avoir" and any("VerbForm=Part" in t.morph for t in rest[1:3]))


def purpose(spot: Spot) -> bool:
    """Return whether "pour" and an infinitive say to what end, not how much is enough: "trop tard pour partir"."""
    return infinitive(spot) and not any(t.text.lower() in _DEGREES for t in spot.preceding(4))


def after_infinitive(spot: Spot) -> bool:
    """Return whether an infinitive of the past follows: "après avoir rempli le bac"."""
    rest = _verb_after(spot)
    return bool(rest) and rest[0].text.lower() in ("avoir", "être")


def inverted(spot: Spot) -> bool:
    """Return whether the form opens a statement whose subject follows the verb: "Aussi faut-il"."""
    if not spot.heads_sentence or spot.is_question:
        return False
    for token in spot.following(14):
        if token.text == "," and token is not spot.after:
            return False
        if (
            token.text.startswith("-")
            or "-t-" in token.text
            or token.text.lower().endswith(("-il", "-elle", "-on", "-ils", "-elles"))
        ):
            return True
    return False


def correlative(spot: Spot) -> bool:
    """Return whether the form opens a clause with subject and verb: "Plus on attend, plus c'est cher"."""
    after = spot.after
    if after is None or not spot.opens_clause or after.pos not in ("PRON", "DET", "PROPN") or spot.takes_complement:
        return False
    return any(_is_finite(t) for t in spot.following(12))


def _asks(spot: Spot) -> bool:
    """Whether the form opens the object of a verb that asks."""
    near = spot.preceding(_REACH)
    for n in range(len(near) - 1, -1, -1):
        token = near[n]
        if token.text in (",", ";", ":", "(", ")"):
            return False
        if token.lemma.lower() in _asking() or token.text.lower() in _asking():
            # "Demandez un devis si le prix grimpe": the verb has its object already.
            return not any(t.dep == "obj" and t.pos == "NOUN" for t in near[n + 1 :])
    return False


def condition(spot: Spot) -> bool:
    """Return whether "si" states a condition: not a degree, an indirect question, nor a suggestion."""
    after = spot.after
    if after is None or spot.ends_clause:
        return False
    if spot.own.text.lower() == "s'" and after.text.lower() not in ("il", "ils"):
        return False
    if spot.previous() == "et" and spot.is_question and spot.heads_sentence:
        return False
    if not _has_subject(spot, after):
        return False
    if spot.previous() in ("et", "ou", "ni"):
        # "savoir si l'eau monte et si le vent forcit": the second question follows the first.
        return not any(t.lemma.lower() in _asking() for t in spot.preceding(25))
    return not _asks(spot)


def _has_subject(spot: Spot, after: Token) -> bool:
    """Whether a clause follows "si", and not an adjective or adverb of which it gives the degree."""
    if after.text.lower() in _SUBJECTS:
        return True
    if after.pos in _TO_SUBJECT or after.text.lower() in _LIMITED:
        return any(_is_finite(t) for t in spot.following(25))
    if after.pos in ("ADV", "ADP"):
        return spot.opens_clause and any(t.pos == "PUNCT" and t.text == "," for t in spot.following(4))
    return False


def when(spot: Spot) -> bool:
    """Return whether "quand" opens a circumstance: not a question, direct or indirect."""
    if spot.ends_clause or (spot.before is not None and spot.before.pos == "ADP"):
        return False
    if spot.is_question and (spot.heads_sentence or spot.next() in ("est", "-ce")):
        return False
    return not _asks(spot) and any(_is_finite(t) for t in spot.following(25))


def although(spot: Spot) -> bool:
    """Return whether "bien que" concedes: not "je vois bien que"."""
    before = spot.before
    if before is None or before.pos in ("PUNCT", "CCONJ"):
        return True
    if before.pos == "ADV" or before.text.lower() in ("si", "ou", "eh"):
        return False
    subjunctive = any("Mood=Sub" in t.morph for t in spot.following(10))
    return subjunctive if before.pos in ("VERB", "AUX", "PRON") else True


def otherwise(spot: Spot) -> bool:
    """Return whether "sinon" stands for a clause: not "difficile, sinon impossible"."""
    after = spot.after
    if after is None or not spot.opens_clause:
        return False
    return spot.is_set_off or after.pos in ("PRON", "DET", "VERB", "AUX", "PROPN")


def once(spot: Spot) -> bool:
    """Return whether "une fois" opens an elliptical clause: "une fois le bac plein", not "une fois par an"."""
    after = spot.after
    if after is None or not spot.opens_clause:
        return False
    return after.pos == "DET" or "VerbForm=Part" in after.morph or after.text.lower() in ("cela", "ceci", "ça")


def as_cause(spot: Spot) -> bool:
    """Return whether "comme" gives a cause: at the head of a sentence, with a verb of its own before a comma."""
    if not spot.heads_sentence or spot.next() in ("pour", "dans", "chez", "avec", "à", "en"):
        return False
    clause = _to_comma(spot.following(_LONGEST_CAUSE))
    verbs = [n for n, t in enumerate(clause) if _is_finite(t)]
    if not verbs or any(t.text.lower() in _RELATIVES for t in clause[: verbs[0]]):
        return False
    if any(t.lemma.lower() in _telling() for t in clause if t.pos in ("VERB", "AUX")):
        return False
    subject = clause[: verbs[0]]
    # "Comme l'a voulu le maire": the pronoun stands for the main clause.
    return bool(subject) and not (len(subject) == 1 and subject[0].text.lower() in ("le", "l'"))


def _to_comma(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens up to the first comma, none where there is no comma."""
    comma = next((n for n, t in enumerate(tokens) if t.text == ","), None)
    return () if comma is None else tokens[:comma]


def as_example(spot: Spot) -> bool:
    """Return whether "comme" gives an example of several things: "des villes comme Lyon"."""
    back = -2 if spot.previous() == "," else -1
    named, after = spot.at(back), spot.after
    if named is None or after is None or "Number=Plur" not in named.morph or named.pos not in ("NOUN", "ADJ"):
        return False
    # "les hommes comme les femmes" compares.
    return after.pos == "PROPN" or (after.pos == "DET" and "Number=Plur" not in after.morph)


def such_as(spot: Spot) -> bool:
    """Return whether "tel que" gives an example: not "tel qu'il est", "tels que définis"."""
    before, after = spot.before, spot.after
    if before is None or after is None or not (before.pos in ("NOUN", "ADJ", "PROPN") or before.text == ","):
        return False
    return after.pos in ("DET", "PROPN", "NOUN")


@cache
def _asking() -> frozenset[str]:
    return frozenset(read_list("connective_asking"))


@cache
def _telling() -> frozenset[str]:
    return frozenset(read_list("connective_telling"))
