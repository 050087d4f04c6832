"""A phrase that can stand as a heading, and what every one of them must meet: length, signs, sense."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from seoaudit.french.frequency import UNKNOWN, rarity
from seoaudit.french.parse import Token
from seoaudit.structure.heading_lexicon import elides, word_class, word_list
from seoaudit.structure.heading_surface import capitalised
from seoaudit.structure.heading_tree import DE, REFLEXIVE, A, Tree

# What speaks against a phrase without ruling it out: a complement that may be the verb's ("loose" where it is one of
# place), an object without its relative clause, the first half of two, an ordinal, a demonstrative made definite, an
# infinitive said of those spoken to, a denial around it, what its sentence leaves behind before its verb, a finite verb
# made an infinitive.
DOUBTS = ("loose", "stray", "short", "half", "ordinal", "recalled", "addressed", "denied", "lead_in", "turned")
# With one of these a phrase is an alternative at best: put first it was graded lower than the next one without.
_NEVER_FIRST = frozenset({"stray", "turned"})
_COUNTED = frozenset({"NOUN", "PROPN", "ADJ"})
_JOINERS = frozenset({"-", "_", "/", "@", "#", "."})
_DEFINITE = {"Un": "Le", "Une": "La"}
# Endings of nouns that name an action.
_ACTION = ("tion", "sion", "age", "ement")
_OPENING_ARTICLE = re.compile(r"\A(?:l'|(?:les?|la|une?|des) )", re.IGNORECASE)
_SECOND_ARTICLE = re.compile(r"\b(et|ou) une? ")
_TWO_VERBS = 3  # tokens of "lire et écrire"
FEWEST_WORDS, MOST_WORDS, MOST_CHARACTERS = 2, 8, 70


@dataclass(frozen=True, slots=True)
class Form:
    """A phrase that can stand as a heading.

    Attributes:
        text: as printed, capital first.
        construction: "noun_group", "coordination", "role", "infinitive", "imperative", "indirect_question",
            "statement" or "question".
        first: its first token.
        end: one past its last token.
        head: the token it is about.
        families: keys of its content words, in order, without repetition.
        complements: how many complements its head keeps.
        follows: what stood after it in the sentence; see `heading_cuts.Cut`.
        determiner: the determiner it had in the text; see `heading_groups.Nucleus`.
        vague: whether it only names a general thing ("Les données") or is too doubtful: fit for an alternative, not for
            a first proposal.
        doubts: what speaks against it without ruling it out, from DOUBTS.
    """

    text: str
    construction: str
    first: int
    end: int
    head: int
    families: tuple[str, ...]
    complements: int
    follows: str
    determiner: str
    vague: bool
    doubts: tuple[str, ...] = ()


def make_form(
    t: Tree,
    first: int,
    end: int,
    text: str,
    *,
    head: int,
    construction: str,
    complements: int = 0,
    follows: str = "end",
    determiner: str = "none",
    vague: bool = False,
    doubts: tuple[str, ...] = (),
    left_out: int | None = None,
) -> Form | None:
    """Return the form of tokens `first` to `end` printed as `text`, or None where it cannot be printed."""
    tokens = t.tokens[first:end]
    asked = construction == "question"
    # "L'enquête" is as full a heading as "La panne": its article counts here.
    if len(text.replace("'", " ").split()) < FEWEST_WORDS:
        return None
    if len(text.split()) > MOST_WORDS or len(text) > MOST_CHARACTERS:
        return None
    if construction != "role" and not t.joined(first, end - asked):
        return None
    reflexive = REFLEXIVE if construction in {"statement", "infinitive", "indirect_question"} else frozenset()
    if not asked and any(_pronoun(x) and x.text not in reflexive for x in tokens):
        return None
    if any(
        x.text.startswith(("http", "www")) or (first + k not in {head, left_out} and _points(t, first + k))
        for k, x in enumerate(tokens)
    ):
        return None
    if not asked and construction != "statement" and _comments(t, first, end):
        return None
    if not asked and (_torn(t, first, end) or (construction == "noun_group" and _stammers(t, first, end))):
        return None
    families = tuple(dict.fromkeys(filter(None, t.keys[first:end])))
    if not families:
        return None
    doubts = tuple(dict.fromkeys((*doubts, *_own_doubts(t, first, end))))
    vague = vague or not _NEVER_FIRST.isdisjoint(doubts)
    return Form(
        capitalised(text), construction, first, end, head, families, complements, follows, determiner, vague, doubts
    )


def _own_doubts(t: Tree, first: int, end: int) -> Iterator[str]:
    """What the words of a phrase say against it."""
    words = t.low[first:end]
    if not word_class("ordinals").isdisjoint(words) and any(_ordinal(t, i) for i in range(first, end)):
        yield "ordinal"
    if not word_class("demonstrative").isdisjoint(words[1:]):
        yield "recalled"


def _pronoun(token: Token) -> bool:
    """Whether a token is a pronoun, and no rare word tagged as one ("le package sf")."""
    return token.pos == "PRON" and rarity(token.text) < UNKNOWN


def _ordinal(t: Tree, i: int) -> bool:
    """Whether a word counts a noun after it among others of its kind: "la première version", "d'autres pistes"."""
    return t.low[i] in word_class("ordinals") and i + 1 < len(t.tokens) and t.tokens[i + 1].pos in _COUNTED


def _points(t: Tree, i: int) -> bool:
    """Whether a word points to something said elsewhere ("l'année dernière", "suivant", "en question")."""
    pointing = word_list("pointing_adjectives")
    points = t.low[i] in pointing or (t.tokens[i].pos == "ADJ" and t.tokens[i].lemma in pointing)
    points = points or (t.low[i] == "question" and i > 0 and t.low[i - 1] == "en")
    return points and not _ordinal(t, i)


def _comments(t: Tree, first: int, end: int) -> bool:
    """Whether a word inside a phrase links or comments ("une machine avec bien sûr un clavier")."""
    linking = word_list("linking_adverbs")
    for i in range(first, end):
        if t.tokens[i].pos == "ADV" and (t.low[i] in linking or t.low[i : i + 2] == ("bien", "sûr")):
            return True
    return False


def _stammers(t: Tree, first: int, end: int) -> bool:
    """Whether a word comes twice ("le fichier du fichier de configuration")."""
    said = [t.low[i] for i in range(first, end) if t.keys[i]]
    return len(said) > len(set(said))


def _torn(t: Tree, first: int, end: int) -> bool:
    """Whether a phrase begins inside a word, or ends with a function word, a lone letter or half an expression."""
    if (t.low[end - 1] in _open_words() and _half_expression(t, end - 1)) or _half_pair(t, first, end):
        return True
    if _verb_left_alone(t, first, end):
        return True
    before, last = (t.tokens[first - 1] if first else None), t.low[end - 1]
    if (
        before is not None
        and before.end == t.tokens[first].start
        and (before.text[-1].isalnum() or before.text in _JOINERS)
    ):
        return True
    return last in word_list("function_words") or (len(last) == 1 and last.isalpha() and not _lettered(t, end - 1))


@cache
def _open_words() -> frozenset[str]:
    """Return the words that may call for the next: nearly all phrases end on another."""
    return frozenset({"rapport"}).union(
        *map(word_class, ("examples", "unfinished", "governing", "expression_heads")),
    )


def _half_expression(t: Tree, i: int) -> bool:
    """Whether the last word of a phrase calls for the next: "la mise | en page", "les données issues | de"."""
    word, after = t.low[i], t.low[i + 1] if i + 1 < len(t.tokens) else ""
    if word in word_class("examples"):
        return True
    if word in word_class("unfinished") and t.tokens[i].pos != "NOUN":
        return True
    if word in word_class("governing") and t.tokens[i].pos != "NOUN":
        return after in A | DE
    if (*t.low[max(0, i - 1) : i], word) == ("par", "rapport"):
        return True
    return word in word_class("expression_heads") and after in word_class("expression_links")


def _verb_left_alone(t: Tree, first: int, end: int) -> bool:
    """Whether a phrase ends on a verb without its object, or asks how without saying what is done."""
    last = t.tokens[end - 1]
    if last.pos == "VERB" and t.low[end - 1].endswith(("ant", "ants")) and "Tense=Pres" in last.morph:
        return True  # "un algorithme automatisant | les envois"
    joined = end - first > _TWO_VERBS and t.low[end - 2] in {"et", "ou"}
    if joined and last.pos == "VERB" and "VerbForm=Inf" in last.morph:
        return True
    askers = word_class("clause_askers")
    if askers.isdisjoint(t.low[first + 1 : end]):
        return False
    asked = next(i for i in range(first + 1, end) if t.low[i] in askers)
    return all(x.pos not in {"VERB", "AUX"} for x in t.tokens[asked:end])


def _half_pair(t: Tree, first: int, end: int) -> bool:
    """Whether "entre" inside a phrase has one thing after it: "la distance entre la gare | et le centre"."""
    if "entre" not in t.low[first:end]:
        return False
    rest = range(t.low.index("entre", first) + 1, end)
    several = any(t.low[i] in {"et", "ou"} or t.low[i].endswith(("s", "x")) for i in rest)
    return not several


def _lettered(t: Tree, i: int) -> bool:
    """Whether a lone letter is a name, not an initial nor half a word: "la vitamine D", "l'usage de R"."""
    token = t.tokens[i]
    after = t.tokens[i + 1].text if i + 1 < len(t.tokens) else ""
    named = token.text.isupper() and t.tokens[i - 1].space and t.tokens[i - 1].pos != "PROPN"
    return named and (token.space or after in {",", ";", ":", ")"})


def headline(form: Form) -> str:
    """Return a phrase as headings are written: "La closure" for "Une closure".

    An indefinite article introduces what a text goes on to tell; the heading of a section names what is told there.
    The article stays where words tell which one ("Un service en ligne"): of 124 best headings that readers took from
    such a phrase, 95 kept it. The name of an action needs none ("Réservation en ligne"), nor do two nouns joined
    ("Butternut ou potimarron").
    """
    article, _, rest = form.text.partition(" ")
    if form.construction not in {"noun_group", "coordination"} or article not in _DEFINITE:
        return form.text
    if form.construction == "coordination":
        return capitalised(_SECOND_ARTICLE.sub(r"\1 ", rest))
    noun, _, complement = rest.partition(" ")
    if form.head > form.first + 1:
        return form.text
    if complement:
        action = noun.endswith(_ACTION) and noun not in word_list("result_nouns")
        return capitalised(rest) if action or noun[0].isupper() else form.text
    return f"L'{rest}" if elides(rest) else f"{_DEFINITE[article]} {rest}"


def without_article(text: str) -> str:
    """Return a heading without its article: "Une zone piétonne" and "La zone piétonne" are one heading."""
    return _OPENING_ARTICLE.sub("", text)
