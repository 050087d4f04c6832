"""The tests that an occurrence of an ambiguous form must pass to be a connective, by the name the list gives them.

The tests of position are here; those that need the verb of a clause are in `connective_clauses`.
"""

from __future__ import annotations

from collections.abc import Callable

from seoaudit.french import connective_clauses as clauses
from seoaudit.french.connective_spot import Spot

_SUBJECTS = frozenset({"PRON", "DET", "PROPN"})
_ASKING = frozenset({"quoi", "qui", "où", "comment", "pourquoi"})
_PRONOUNS = frozenset(
    {"il", "elle", "on", "ils", "elles", "je", "j'", "tu", "nous", "vous", "qui", "ça", "cela", "ne", "n'"}
)
_ROUND = frozenset(
    {"environ", "près", "plus", "moins", "presque", "un", "une", "le", "la", "l'", "les", "à", "au", "en"}
)
_METAL = frozenset({"et", "ou", "de", "d'", "du", "massif", "noir", "blanc", "jaune", "pur", "brut"})
_AFTER_EXCLAMATION = frozenset({"!", "…", "oui", "non", "ça", "bon", "là"})  # "Alors oui, bon"
_REMAINS = frozenset({"reste", "restait", "restera"})
_QUESTIONS = frozenset(
    {"que", "qu'", "si", "s'", "qui", "comment", "quand", "pourquoi", "combien", "où", "quel", "quelle"}
)
_NOUN_MARKS = frozenset({"DET", "ADP", "NUM"})


def passes(name: str, spot: Spot) -> bool:
    """Return whether an occurrence passes the test of a name.

    Raises:
        KeyError: the list names a test that does not exist.
    """
    return TESTS[name](spot)


def _follows_verb(spot: Spot) -> bool:
    """Whether a verb stands before it; the tagger often takes an imperative ("Remuez aussi") for a noun."""
    b = spot.before
    return b is not None and (b.pos in ("VERB", "AUX") or b.text.startswith("-") or b.text.endswith(("ez", "ons")))


def _anywhere(spot: Spot) -> bool:
    """The form is a connective wherever it stands."""
    return spot is not None


def _opening(spot: Spot) -> bool:
    """It opens a clause."""
    return spot.opens_clause and not spot.takes_complement


def _initial(spot: Spot) -> bool:
    """It opens a sentence, or stands between commas."""
    return (spot.opens_sentence and not spot.takes_complement) or (spot.is_set_off and spot.before is not None)


def _detached(spot: Spot) -> bool:
    """It opens a sentence and a mark follows, or it stands between commas."""
    return spot.is_set_off


def _leading(spot: Spot) -> bool:
    """It opens a sentence whose subject or a comma follows: "De plus, ..." but not "De plus grands bacs"."""
    if spot.is_set_off:
        return True
    return spot.opens_sentence and spot.after is not None and spot.after.pos in _SUBJECTS and not spot.takes_complement


def _not_noun(spot: Spot) -> bool:
    """No determiner makes a noun of it: "faute de pluie", not "la faute de Paul"."""
    return spot.before is None or spot.before.pos not in ("DET", "ADJ", "NUM")


def _not_number(spot: Spot) -> bool:
    """It opens a clause and no number follows: ", à moins d'un accord", not "à moins de 10 km"."""
    return spot.opens_clause and spot.after is not None and spot.after.pos != "NUM" and not spot.after.text[0].isdigit()


def _not_last(spot: Spot) -> bool:
    """Something follows in the clause: "en particulier les jeunes", not "un cas en particulier"."""
    return not spot.ends_clause or spot.is_set_off


def _has_subject(spot: Spot) -> bool:
    """It opens a clause that begins with a subject: the second part of "Plus on attend, plus c'est cher"."""
    return spot.opens_clause and spot.after is not None and spot.after.pos in _SUBJECTS and not spot.takes_complement


def _either(spot: Spot) -> bool:
    """The conjunction, not the verb: "soit ... soit", not "que ce soit"."""
    before = spot.before
    return spot.own.text.lower() == "soit" and (
        before is None or (before.pos not in ("PRON", "SCONJ") and before.text.lower() not in _PRONOUNS)
    )


def _amounts_to(spot: Spot) -> bool:
    """It gives the same amount again: ", soit 20 %"."""
    if spot.previous() not in (",", "(", "–", "—") or spot.after is None:
        return False
    return spot.after.pos == "NUM" or spot.after.text[0].isdigit() or spot.next() in _ROUND


def _coach(spot: Spot) -> bool:
    """The conjunction, not the coach: "le car", "en car", "car scolaire"."""
    if spot.before is None:
        return not spot.ends_clause and spot.next() not in ("scolaire", "de", "d'")
    before = spot.at(-2) if spot.before.pos == "ADJ" else spot.before  # "un vieux car"
    return (before is None or before.pos not in _NOUN_MARKS) and not spot.ends_clause


def _gold(spot: Spot) -> bool:
    """The conjunction, not the metal: it opens a sentence that goes on with a subject or a comma."""
    if not spot.opens_sentence or spot.previous() == ":" or spot.after is None or spot.next() in _METAL:
        return False
    if spot.next() == ",":
        beyond = [t.pos for t in spot.following(3)[1:]]
        return len(beyond) == 2 and not (beyond[0] in ("NOUN", "ADJ") and beyond[1] in ("PUNCT", "CCONJ"))
    return spot.after.pos not in ("PUNCT", "NOUN", "ADJ")


def _but(spot: Spot) -> bool:
    """The conjunction; a sentence can hold it as a noun ("des mais"), or end with it."""
    if spot.after is None or spot.after.text in (".", ")", "»", "!", "?"):
        return False
    return spot.before is None or spot.before.pos != "DET"


def _therefore(spot: Spot) -> bool:
    """No "donc" that only adds weight to a question: "qui donc"."""
    return spot.previous() not in _ASKING


def _so(spot: Spot) -> bool:
    """The consequence or the following moment, not "le maire d'alors" nor "alors ministre"."""
    after = spot.after
    if after is None or spot.previous() in ("d'", "jusqu'", "jusque", "ça", "ou"):
        return False
    if spot.heads_sentence:
        return not spot.is_question and after.text.lower() not in _AFTER_EXCLAMATION
    if after.pos in ("NOUN", "ADJ", "PROPN"):
        return False
    verb = _follows_verb(spot)
    clause = spot.opens_clause and after.pos in _SUBJECTS
    return (verb or clause) and "VerbForm=Part" not in ("" if verb else after.morph)


def _so_then(spot: Spot) -> bool:
    """The consequence, not "du coup d'État" nor "au moment du coup"."""
    if spot.takes_complement:
        return False
    return spot.opens_clause or _follows_verb(spot)


def _thus(spot: Spot) -> bool:
    """The consequence, not the manner: "le compost ainsi obtenu", "procéder ainsi"."""
    after = spot.after
    if after is None:
        return False
    participle = "VerbForm=Part" in after.morph
    if spot.opens_clause:
        return spot.is_set_off or not (spot.ends_clause or participle or after.pos in ("CCONJ", "ADJ"))
    before = spot.before
    if before is None or not _follows_verb(spot) or spot.ends_clause or after.pos == "CCONJ":
        return False
    if participle:
        return before.pos == "AUX"
    return after.pos != "ADP" or after.text.lower() in ("de", "d'", "à", "au", "aux", "du", "des")


def _also(spot: Spot) -> bool:
    """The addition, after a verb; not the comparison ("aussi grand que") nor "moi aussi"."""
    after = spot.after
    if after is None or not _follows_verb(spot) or after.text.lower() in ("que", "qu'") or after.pos in ("ADJ", "ADV"):
        return False
    # "est aussi répandue que": a participle compared.
    return not any(t.text.lower() in ("que", "qu'") for t in spot.following(4)) or after.pos == "DET"


def _last(spot: Spot) -> bool:
    """The last of several, not "il arrive enfin"."""
    return spot.opens_clause and (not spot.ends_clause or spot.next() in (",", ":"))


def _then(spot: Spot) -> bool:
    """The adverb, not the verb of "je puis"."""
    return (
        spot.own.pos not in ("VERB", "AUX")
        and spot.previous() not in ("je", "j'", "ne", "n'")
        and spot.after is not None
        and not spot.next().startswith("-")
    )


def _in_fact(spot: Spot) -> bool:
    """The adverb, not the verb: "il en fait trop"."""
    if spot.previous() in _PRONOUNS or spot.next() in ("partie", "l'", "un", "une", "des"):
        return spot.is_set_off
    if spot.heads_sentence and spot.takes_complement:  # "En fait de jardin, ..."
        return False
    return spot.opens_sentence or spot.is_set_off or spot.parsed.tokens[spot.last - 1].pos not in ("VERB", "AUX")


def _elsewhere(spot: Spot) -> bool:
    """The addition, not the place: "les cuisines d'ailleurs"."""
    if spot.previous() in ("et", "ou", "mais"):
        return not spot.ends_clause or spot.next() == ","
    if spot.opens_clause or spot.is_set_off:
        return True
    before = spot.before
    return before is not None and before.pos in ("VERB", "AUX") and before.lemma not in ("venir", "arriver", "provenir")


def _whence(spot: Spot) -> bool:
    """The consequence, followed by a noun; not the question, nor the relative clause of a place."""
    if (
        not spot.opens_clause
        or spot.is_question
        or spot.after is None
        or spot.after.pos not in ("DET", "NOUN", "PROPN")
    ):
        return False
    window = spot.following(8)
    return not any(t.pos in ("VERB", "AUX") and "VerbForm=Fin" in t.morph for t in window)


def _and_this(spot: Spot) -> bool:
    """An addition that takes up the whole clause: ", et ce depuis lundi"."""
    return spot.previous() == "," and spot.after is not None and spot.after.pos in ("ADP", "ADV", "PUNCT", "SCONJ")


def _namely(spot: Spot) -> bool:
    """The apposition, not the verb: "reste à savoir si"."""
    if spot.previous() in _REMAINS or spot.next() in _QUESTIONS:
        return False
    return spot.before is None or spot.before.pos in ("PUNCT", "NOUN", "PROPN", "NUM")


def _not_until(spot: Spot) -> bool:
    """It orders two events, and does not only end a span: "jusqu'à ce moment-là"."""
    return spot.previous() not in ("jusqu'", "jusque", "dès", "depuis")


TESTS: dict[str, Callable[[Spot], bool]] = {
    "also": _also,
    "amounts_to": _amounts_to,
    "and_this": _and_this,
    "anywhere": _anywhere,
    "but": _but,
    "coach": _coach,
    "detached": _detached,
    "either": _either,
    "elsewhere": _elsewhere,
    "gold": _gold,
    "has_subject": _has_subject,
    "in_fact": _in_fact,
    "initial": _initial,
    "last": _last,
    "leading": _leading,
    "namely": _namely,
    "not_last": _not_last,
    "not_noun": _not_noun,
    "not_number": _not_number,
    "not_until": _not_until,
    "opening": _opening,
    "so": _so,
    "so_then": _so_then,
    "then": _then,
    "therefore": _therefore,
    "thus": _thus,
    "whence": _whence,
    "after_infinitive": clauses.after_infinitive,
    "although": clauses.although,
    "as_cause": clauses.as_cause,
    "as_example": clauses.as_example,
    "condition": clauses.condition,
    "correlative": clauses.correlative,
    "infinitive": clauses.infinitive,
    "inverted": clauses.inverted,
    "once": clauses.once,
    "otherwise": clauses.otherwise,
    "purpose": clauses.purpose,
    "such_as": clauses.such_as,
    "when": clauses.when,
}
