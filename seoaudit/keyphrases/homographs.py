"""Words that are a noun here and a verb or a grammatical word there, told apart by what stands before them.

"L’été" is a season and "a été" is not; "la marche" is a noun and "il marche" is not; "l’est" of France is not "s’est".
A keyphrase names things, so that it is the noun that is looked for. The words before a form settle nearly all cases
without a parse: a subject pronoun, "ne" or a reflexive makes a verb, a form of avoir makes a participle, a determiner
makes a noun. Where nothing tells, the form counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from seoaudit.keyphrases.conjugation import is_infinitive
from seoaudit.keyphrases.data import read_set
from seoaudit.keyphrases.tokens import Token

_PERSONS = frozenset({"je", "tu", "il", "on", "ils", "qui", "ça", "cela"})
_BOTH = frozenset({"nous", "vous"})
_OBJECTS = frozenset({"le", "la", "les", "lui", "leur", "en"})
_VERB_ELISIONS = frozenset("cjmnst")
_CONTRACTED = frozenset({"du", "des", "au", "aux", "deux", "trois", "quatre", "cinq", "six", "dix"})
# Farthest that a form of avoir stands before its participle: "n'a pourtant jamais vraiment été".
_REACH = 5


@lru_cache(maxsize=1)
def _auxiliaries() -> tuple[frozenset[str], frozenset[str]]:
    """Forms of avoir and of être."""
    return read_set("avoir_forms"), read_set("etre_forms")


def is_noun_only(form: str) -> bool:
    """Whether a form is a grammatical word unless a determiner or the like makes it a noun: "est", "or", "car"."""
    return form in read_set("noun_homographs")


def is_other_word(tokens: Sequence[Token], i: int) -> bool:
    """Whether the token at `i` is certainly no noun or adjective here, though its form could be one."""
    token = tokens[i]
    before = _before(tokens, i)
    if is_noun_only(token.form) or token.form in read_set("infinitive_nouns"):
        return not _is_nominal(token, before)
    if _is_numeral(tokens, i, before):
        return True
    if is_infinitive(token.form):
        # "se laver" may be what is looked for, "il livre" is not.
        return token.elided == "j" or (bool(before) and before[0].form in _PERSONS)
    if token.elided in _VERB_ELISIONS:
        return True
    if token.elided == "l" or (before and before[0].form in _OBJECTS):
        further = before[1:] if token.elided != "l" else before
        clitic = token.elided != "l" and before[0].elided in _VERB_ELISIONS
        return clitic or _after_subject(further)
    return _after_subject(before) or _is_participle(token, before)


def _before(tokens: Sequence[Token], i: int) -> list[Token]:
    """Return the words before a token back to the last mark, nearest first."""
    out = []
    for j in range(i - 1, max(-1, i - 3 - _REACH), -1):
        if tokens[j].breath != tokens[i].breath:
            break
        out.append(tokens[j])
    return out


def _is_numeral(tokens: Sequence[Token], i: int, before: Sequence[Token]) -> bool:
    """Whether "neuf" is the number: "une voiture de neuf ans"."""
    if tokens[i].form != "neuf" or i + 1 == len(tokens) or not before:
        return False
    return before[0].form in read_set("function_words") and tokens[i + 1].form.endswith(("s", "x"))


def _after_subject(before: Sequence[Token]) -> bool:
    """Whether a pronoun that only a verb follows comes just before."""
    if not before:
        return False
    first = before[0]
    if first.form in {"elle", "elles"} and len(before) > 1 and before[1].form in read_set("prepositions"):
        return False  # "quant à elles, la gratuité"
    if first.form in read_set("verb_openers"):
        return first.opens or first.elided != ""
    if first.form not in _BOTH or not first.opens:
        return False
    return len(before) < 2 or before[1].form not in read_set("prepositions")


def _is_nominal(token: Token, before: Sequence[Token]) -> bool:
    """Whether a determiner, or a preposition that no other reading allows, comes before."""
    if token.elided in ("l", "d"):
        return not (token.elided == "l" and _after_subject(before))
    if token.compound and not token.opens:
        return True  # "nord-est"
    if not before:
        return False
    form = before[0].form
    if form in read_set("determiners") or form in _CONTRACTED:
        return not (form in _OBJECTS and _after_subject(before[1:]))
    if form in {"en", "plein"}:
        return token.form not in ("est", "son", "ton")
    return form.isdigit() or (form == "de" and token.form not in ("son", "ton"))


def _is_participle(token: Token, before: Sequence[Token]) -> bool:
    """Whether an auxiliary makes a participle of a form: "a marché", but not "le marché" and not "a pitié"."""
    form = token.form
    listed = form in read_set("participle_nouns")
    if not listed and not (form.endswith(("é", "ée", "és", "ées")) and form not in read_set("bare_objects")):
        return False
    avoir, etre = _auxiliaries()
    for word in before[:_REACH]:
        if word.form in avoir:
            return True
        if word.form in etre:
            return listed
        if not (word.form in read_set("verb_adverbs") or word.form.endswith("ment") or not word.opens):
            return False
    return False
