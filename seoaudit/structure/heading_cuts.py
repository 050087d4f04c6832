"""Where a noun group can end: after each of its complements, and what is left outside at each place."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from seoaudit.structure.heading_groups import Groups, Nucleus
from seoaudit.structure.heading_lexicon import word_class, word_list
from seoaudit.structure.heading_tree import DE, QUOTES, A, Tree

LONGEST = 14  # tokens of a group; longer ones could not be printed as a heading
_PLAIN = {"d'": "de", "du": "de", "des": "de", "au": "à", "aux": "à"}
_GOES_ON = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "X", "SYM"})
_JOINING = frozenset({"-", "/", "_", "%", "&"})


class Cut(NamedTuple):
    """A place where a group can end.

    Attributes:
        end: one past the last token.
        follows: what comes next: "end" when nothing more belongs to the group, a complement ("de", "pp",
            "infinitive", "participle", "relative"), "coord", "list", or "broken" where words of the group go on.
        complements: how many complements it keeps.
        coordinated: whether it holds a coordination.
        doubts: what it keeps or leaves that may not be its own; see `heading_phrase.DOUBTS`.
    """

    end: int
    follows: str
    complements: int
    coordinated: bool
    doubts: tuple[str, ...] = ()


def cuts(groups: Groups, start: Nucleus) -> list[Cut]:
    """Return the places where the group that begins at `start` can end, shortest first."""
    found: list[Cut] = []
    end, complements, coordinated = start.end, 0, False
    doubts: tuple[str, ...] = ()
    while True:
        step, follows = _continuation(groups, start, end)
        if follows == "coord" and coordinated:
            step, follows = None, "broken"
        left = "broken" if _half_preposition(groups, start, end) else follows
        found.append(Cut(end, left, complements, coordinated, doubts))
        if step is None and follows == "end":
            step, doubt = _doubtful_complement(groups, start, end)
            doubts = (*doubts, doubt)
        if step is None or step - start.first > LONGEST:
            return found
        complements += follows != "coord"
        coordinated = coordinated or follows == "coord"
        end = step


def _continuation(groups: Groups, start: Nucleus, end: int) -> tuple[int | None, str]:
    """The end of the next complement of a group that ends at `end`, and its kind."""
    tree = groups.tree
    tokens, low = tree.tokens, tree.low
    if end >= len(tokens) or tokens[end].sentence != tokens[start.head].sentence:
        return None, "end"
    after = groups.at.get(end + 1)
    if after is not None and tokens[after.head].sentence != tokens[start.head].sentence:
        after = None
    if after is not None and tokens[end].pos == "ADP" and _outside(groups, end, after):
        return None, "end"
    if after is not None and low[end] in DE:
        # "Conduit à Anduze d'avril à novembre": a span of time is the verb's.
        timed = after.determiner == "none" and tokens[after.head].lemma in word_list("time_nouns")
        spans = timed and after.end < len(tokens) and low[after.end] in A
        return (None, "end") if spans else (after.end, "de")
    if after is not None and tokens[end].pos == "ADP" and _belongs(groups, start, end, after):
        return after.end, "pp"
    if after is not None and _of_adjective(tree, start, end, after):
        return after.end, "broken"
    if tokens[end].pos == "CCONJ" and low[end] in {"et", "ou"}:
        return _second_half(groups, start, end)
    return None, boundary(tree, end)


def _doubtful_complement(groups: Groups, start: Nucleus, end: int) -> tuple[int | None, str]:
    """The end of a prepositional group that follows at once, whatever the parser says it completes, and the doubt.

    One of place or with "autour de" mostly completes the noun ("loose"), one with "avec" may be the verb's ("stray").
    """
    tokens, low = groups.tree.tokens, groups.tree.low
    if end + 1 >= len(tokens) or tokens[end].sentence != tokens[start.head].sentence:
        return None, ""
    around = low[end] in word_class("around") and low[end + 1] in DE | A
    at = end + 1 + around
    after = groups.at.get(at)
    if after is None or tokens[after.head].sentence != tokens[start.head].sentence or after.determiner == "quantity":
        return None, ""
    if not around and (tokens[end].pos != "ADP" or _outside(groups, end, after)):
        return None, ""
    if tokens[after.head].lemma in word_list("time_nouns"):
        return None, ""
    if around or low[end] in word_class("places"):
        return after.end, "loose"
    return (after.end, "stray") if low[end] in word_class("completing") else (None, "")


def _of_adjective(tree: Tree, start: Nucleus, end: int, after: Nucleus) -> bool:
    """Whether a group cut at `end` would take from its adjective what completes it: "un nom étranger | à leurs us"."""
    noun = tree.tokens[after.head]
    last = tree.tokens[end - 1].pos == "ADJ" and end - 1 > start.head and tree.low[end] in A | {"en"}
    return last and noun.dep == "nmod" and start.body <= noun.head < end


def _outside(groups: Groups, end: int, after: Nucleus) -> bool:
    """Whether a preposition and its noun qualify the verb: an adverbial, "en fonction de", "en injectant"."""
    tree = groups.tree
    lemma = tree.tokens[after.head].lemma
    if lemma in word_list("adverbials") or adverbial(groups, end, after):
        return True
    if tree.low[end] == "en" and tree.low[after.head].endswith("ant"):
        return True
    followed = after.end < len(tree.tokens) and tree.low[after.end] in DE
    alone = after.end == after.head + 1 and after.body == after.head
    return followed and alone and tree.low[end] not in DE and lemma in word_list("preposition_nouns")


def adverbial(groups: Groups, preposition: int, after: Nucleus) -> bool:
    """Whether a preposition and the group after it tell how, where or when ("dans le monde entier")."""
    t = groups.tree
    before = t.tokens[preposition]
    if before.pos != "ADP" or before.sentence != t.tokens[after.head].sentence:
        return False
    if (t.low[preposition], t.low[preposition + 1]) not in _openings():
        return False
    said = "".join(w if w.endswith("'") else w + " " for w in t.low[preposition : after.end]).strip()
    governs = after.end < len(t.tokens) and t.low[after.end] in DE
    return (said + " de" if governs else said) in word_list("adverbial_phrases")


@cache
def _openings() -> frozenset[tuple[str, ...]]:
    """Return the first two words of each adverbial phrase: most groups are ruled out by theirs."""
    words = (re.findall(r"[^\s']+'?", phrase) for phrase in word_list("adverbial_phrases"))
    return frozenset(tuple(w[:2]) for w in words)


def _half_preposition(groups: Groups, start: Nucleus, end: int) -> bool:
    """Whether a group cut at `end` would keep the first half of "au cours de", "en fonction de"."""
    tree = groups.tree
    if end - 1 <= start.head or end >= len(tree.tokens) or tree.low[end] not in DE:
        return False
    noun = tree.tokens[end - 1].lemma in word_list("preposition_nouns")
    return noun and tree.low[end - 2] in word_class("prepositions")


def _belongs(groups: Groups, start: Nucleus, end: int, after: Nucleus) -> bool:
    """Whether the prepositional group `after` is a complement of the group that ends at `end`."""
    tree = groups.tree
    tokens, low = tree.tokens, tree.low
    preposition = low[end]
    if preposition not in word_class("prepositions") or after.determiner == "quantity":
        return False
    if preposition == "par" and after.determiner != "none":
        return False
    if preposition in A and _calls_for_a(groups, start, end):
        return True
    bare = after.determiner == "none" and after.end == after.first + 1
    compound = (preposition == "à" and after.determiner == "none" and not after.name) or (preposition == "en" and bare)
    if preposition in A and not compound and _not_of_noun(tree, start, after):
        return False
    if _object(tree, start) and not compound and preposition in word_class("of_verbs"):
        # "Fournir ces informations à l'agence", "faciliter la tâche avec un script": the complement is the verb's.
        return False
    if preposition == "en" and after.determiner == "none":
        return True
    t = tokens[after.head]
    return (t.dep == "nmod" and start.body <= t.head < end) or (compound and preposition == "à" and start.end == end)


def _object(tree: Tree, start: Nucleus) -> bool:
    """Whether a group is the object of a verb."""
    return tree.tokens[start.head].dep == "obj" or (start.first > 0 and tree.tokens[start.first - 1].pos == "VERB")


def _not_of_noun(tree: Tree, start: Nucleus, after: Nucleus) -> bool:
    """Whether a complement in "à" is the end of a range ("de l'idée au produit") or points outside the noun."""
    # "Des tailleurs aux facteurs d'orgues": what opens a range is written like the plural article.
    ranged = tree.low[start.first] in DE or (start.first > 0 and tree.low[start.first - 1] in DE)
    return ranged or after.determiner in {"demonstrative", "possessive"}


def _calls_for_a(groups: Groups, start: Nucleus, end: int) -> bool:
    """Whether the last noun of a group takes a complement in "à"."""
    tokens = groups.tree.tokens
    last = next((k for k in range(end - 1, start.head - 1, -1) if tokens[k].pos == "NOUN"), None)
    return last is not None and tokens[last].lemma in word_list("nouns_with_a")


def _second_half(groups: Groups, start: Nucleus, end: int) -> tuple[int | None, str]:
    """The second half of a coordination: "situation et histoire", "de données et de services"."""
    tokens = groups.tree.tokens
    at = end + 1
    after = groups.at.get(at)
    if after is None and at < len(tokens) and tokens[at].pos == "ADP":
        after = groups.at.get(at + 1)
    if after is None:
        # "De chercheuses et chercheurs": the second half may be tagged as anything.
        if at >= len(tokens) or tokens[at].dep != "conj" or not start.first <= tokens[at].head < end:
            return None, "end"
        return None, "broken" if tokens[tokens[at].head].pos == "NOUN" else "end"
    if after.first > at and not _same_preposition(groups, start, at, tokens[after.head].head):
        return None, "broken"
    if tokens[after.head].dep != "conj":
        # A finite clause after "et" leaves the group whole.
        return None, "end" if tokens[after.head].dep.startswith("nsubj") else "broken"
    if not start.first <= tokens[after.head].head < end:
        return None, "end"
    if tokens[after.head].lemma in word_list("empty_heads"):
        return None, "broken"
    if _article_too_many(groups, start, at, after) or after.determiner == "number":
        # Of "5 200 logements et 1 400 locaux" a heading keeps neither number.
        return None, "coord"
    return after.end, "coord"


def _article_too_many(groups: Groups, start: Nucleus, at: int, after: Nucleus) -> bool:
    """Whether the second half has an article that the first one has not: "du calvinisme et l'argent"."""
    if after.first > at or after.determiner != "definite":
        return False
    first = groups.headed.get(groups.tree.tokens[after.head].head, start)
    return first.determiner != "definite" or (first.first > start.first and groups.tree.low[first.first - 1] in DE)


def _same_preposition(groups: Groups, start: Nucleus, at: int, first_half: int) -> bool:
    """Whether the preposition at token `at` repeats the one before the first half, inside the group."""
    low = groups.tree.low
    nucleus = groups.headed.get(first_half)
    if nucleus is None or nucleus.first <= start.head:
        return False
    before = low[nucleus.first - 1]
    return _PLAIN.get(low[at], low[at]) == _PLAIN.get(before, before)


def boundary(tree: Tree, end: int) -> str:
    """Return what a group cut at `end` leaves behind when nothing continues it."""
    if end >= len(tree.tokens):
        return "end"
    t, word, before = tree.tokens[end], tree.low[end], tree.tokens[end - 1]
    if word in word_class("relatives"):
        return "relative"
    if t.pos == "NOUN" and t.lemma in word_list("time_nouns"):
        return "end"
    if t.sentence == before.sentence and _goes_on(tree, end):
        return "broken"
    if t.pos == "VERB" and "VerbForm=Part" in t.morph:
        return "participle"
    if t.dep == "mark" and word in {"de", "d'", "à", "pour"} and tree.tokens[t.head].dep != "advcl":
        return "infinitive"
    return "list" if word == "," and _lists_on(tree, end) else "end"


def _goes_on(tree: Tree, end: int) -> bool:
    """Whether the words before `end` run on into the next: an adjective, a name, a sign that joins."""
    t, word, before = tree.tokens[end], tree.low[end], tree.tokens[end - 1]
    if word in word_class("leftover"):
        return False
    if t.pos in _GOES_ON or word in QUOTES - {"»", "”"} or word in word_class("foreign") or word in _JOINING:
        return True
    # A capital inside a word, whatever its tag, is the rest of a name ("le projet utilitR").
    if t.text[1:] != word[1:]:
        return True
    # "Un foie | gras", whatever the tag.
    if t.pos == "VERB" and t.dep == "amod" and t.head < end:
        return True
    # "Un format | un peu plus utile", "un changement | assez net".
    if (word, *tree.low[end + 1 : end + 2]) == ("un", "peu") or (t.pos == "ADV" and _adjective(tree, end + 1)):
        return True
    # Of two finite verbs in a row the first is an adjective taken for a verb ("la mention explicite doit").
    if _finite(tree, end) and end + 1 < len(tree.tokens) and t.pos == "VERB" and _finite(tree, end + 1):
        return True
    # "Un fichier lisible | par lui seul".
    if word in {"carré", "carrés", "cube", "cubes"} or (word == "par" and before.pos == "ADJ"):
        return True
    if t.pos == "ADV" and word.endswith("ment") and before.pos in {"ADJ", "VERB"}:
        return True
    return not t.text[:1].isalnum() and not before.space and word[0] not in ".,;:!?…»”\")]'"


def _adjective(tree: Tree, i: int) -> bool:
    return i < len(tree.tokens) and tree.tokens[i].pos == "ADJ" and tree.tokens[i].dep == "amod"


def _finite(tree: Tree, i: int) -> bool:
    return tree.tokens[i].pos in {"VERB", "AUX"} and "VerbForm=Fin" in tree.tokens[i].morph


def _lists_on(tree: Tree, comma: int) -> bool:
    """Whether an enumeration goes on after a comma."""
    for k in range(comma + 1, min(comma + 5, len(tree.tokens))):
        t = tree.tokens[k]
        if t.pos in {"NOUN", "PROPN"}:
            return t.dep == "conj" and t.head < comma
        if t.pos not in {"DET", "ADJ", "ADP", "NUM"}:
            return False
    return False
