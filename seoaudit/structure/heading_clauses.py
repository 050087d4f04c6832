"""Verb phrases that can stand in a heading: infinitives with their whole object, and short questions the text asks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from seoaudit.keyphrases.conjugation import conjugated
from seoaudit.structure.heading_cuts import Cut, cuts
from seoaudit.structure.heading_groups import Groups, Nucleus
from seoaudit.structure.heading_lexicon import actors, word_class, word_list
from seoaudit.structure.heading_tree import DE, NE, NOT, REFLEXIVE, Tree

_ARTICLES = frozenset({"ce", "le", "la", "l'", "les"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "X"})
_WELL = frozenset({"bien", "mieux"})
_LONGEST_QUESTION = 7  # words


def infinitive(tree: Tree, i: int) -> bool:
    """Whether token `i` is an infinitive by tag and by ending."""
    t = tree.tokens[i]
    return t.pos == "VERB" and "VerbForm=Inf" in t.morph and tree.low[i].endswith(("er", "ir", "re"))


def free_infinitive(tree: Tree, i: int) -> bool:
    """Whether infinitive `i` has no object or negation before it, no verb that takes it over, and says something."""
    if not word_list("empty_verbs").isdisjoint({tree.tokens[i].lemma, tree.low[i]}):
        return False
    first = opening(tree, i)
    if tree.low[first] in REFLEXIVE and tree.tokens[i].lemma in word_class("empty_reflexives"):
        return False
    if first == 0 or tree.tokens[first - 1].sentence != tree.tokens[i].sentence:
        return True
    i = first
    before, word = tree.tokens[i - 1], tree.low[i - 1]
    if (word in word_class("clitics") - word_class("addressed")) or (tree.low[i] == "partir" and word in {"à", "a"}):
        return False
    if word == "sans" or (word in {"de", "d'"} and i > 1 and tree.low[i - 2] in {"lieu", "faute"}):
        return False  # "sans compter les visites" is about other things
    if "plutôt" in tree.low[max(0, i - 3) : i]:
        return False  # "fermer plutôt que d'attendre" as well
    if word in {"de", "d'", "à"} and i > 1 and tree.low[i - 2] in _ceasing_forms() | word_class("unable"):
        return False  # "cessons de plier nos feuilles" is not about how to fold them
    return not (before.pos in {"VERB", "AUX"} and before.lemma in word_class("governors"))


def opening(tree: Tree, i: int) -> int:
    """Where the phrase of infinitive `i` begins: at its reflexive, which is part of the verb, or at its negation."""
    sentence, low = tree.tokens[i].sentence, tree.low
    first = i - (i > 0 and low[i - 1] in REFLEXIVE)
    if first > 1 and low[first - 1] in NOT and low[first - 2] in NE:
        first -= 2
    return max(first, tree.starts[sentence])


@cache
def _ceasing_forms() -> frozenset[str]:
    return frozenset(form for verb in word_class("ceasing") for form in conjugated(verb))


def coordinated(tree: Tree, i: int) -> bool:
    """Whether infinitive `i` shares its object with a second one: "déclarer et gérer les dépendances"."""
    if i + 2 >= len(tree.tokens) or tree.low[i + 1] not in {"et", "ou"} or not infinitive(tree, i + 2):
        return False
    return tree.tokens[i + 2].dep == "conj" and tree.tokens[i + 2].head == i


def imperative(tree: Tree, i: int) -> bool:
    """Whether token `i` opens a sentence with an order to the reader ("Utilisez", "Choisissez")."""
    t = tree.tokens[i]
    if t.pos != "VERB" or not tree.low[i].endswith("ez") or not t.text[0].isupper():
        return False
    return (i == 0 or tree.tokens[i - 1].sentence != t.sentence) and t.lemma not in word_list("weak_verbs")


def all_cuts(groups: Groups, nucleus: Nucleus) -> Iterator[Cut]:
    """Yield the cuts of a group, and those after an infinitive or a participle that completes it."""
    t = groups.tree
    for cut in cuts(groups, nucleus):
        yield cut
        verb = _completing_verb(t, nucleus, cut)
        if verb is None:
            continue
        own = t.tokens[verb].dep == "acl" or nucleus.first <= t.tokens[verb].head < cut.end
        doubts = cut.doubts if own else (*cut.doubts, "stray")
        if t.low[cut.end] == "à" and _clause_ends(t, verb + 1):
            # "Les erreurs à éviter".
            yield Cut(verb + 1, "end", cut.complements + 1, cut.coordinated, doubts)
        for c in verb_phrase_ends(groups, verb):
            if cut.follows == "participle" and _leaves_agent(groups, c.end):
                continue
            yield c._replace(complements=cut.complements + 1, coordinated=cut.coordinated, doubts=(*doubts, *c.doubts))


def _leaves_agent(groups: Groups, end: int) -> bool:
    """Whether a participle would lose its agent or place, which would be missed: "un col fermé | par la neige"."""
    tokens, after = groups.tree.tokens, groups.at.get(end + 1)
    if end >= len(tokens) or tokens[end].pos != "ADP":
        return False
    return after is None or tokens[after.head].lemma not in word_list("adverbials") | word_list("time_nouns")


def _completing_verb(t: Tree, nucleus: Nucleus, cut: Cut) -> int | None:
    """The infinitive ("une méthode pour calculer") or participle ("les données issues") that completes a group."""
    if cut.end + 1 >= len(t.tokens) or t.tokens[cut.end].sentence != t.tokens[nucleus.head].sentence:
        return None
    if cut.follows == "participle":
        own = t.tokens[cut.end].dep == "acl" and nucleus.first <= t.tokens[cut.end].head < cut.end
        return cut.end if own and t.low[cut.end] not in word_list("pointing_adjectives") else None
    if cut.follows != "infinitive" and not (cut.follows == "end" and t.low[cut.end] in {"à", "pour"}):
        return None
    verb = cut.end + 1 + (t.low[cut.end + 1] in _WELL)
    if verb >= len(t.tokens) or not infinitive(t, verb):
        return None
    if t.low[cut.end] in DE and not cut.complements and (nucleus.name or t.tokens[nucleus.head].lemma in actors()):
        return None  # "permettre au client | de recharger sa carte": who does it
    if t.low[cut.end] == "à" and t.tokens[t.tokens[nucleus.head].head].lemma in word_class("spending"):
        return None  # "on a passé le printemps | à préparer l'accord"
    own = nucleus.first <= t.tokens[verb].head < cut.end
    return verb if own or t.low[cut.end] in {"à", "pour"} else None


def verb_phrase_ends(groups: Groups, verb: int) -> list[Cut]:
    """Return where the phrase of an infinitive or participle at token `verb` can end with its complements whole."""
    tree = groups.tree
    tokens, low = tree.tokens, tree.low
    at = _expression_end(groups, verb)
    while at < len(tokens) and tokens[at].pos == "ADV" and (low[at] in _WELL or low[at].endswith("ment")):
        at += 1
    if at >= len(tokens) or tokens[at].sentence != tokens[verb].sentence:
        return []
    if at in groups.at:
        return _object_ends(groups, groups.at[at]) if _object_stands(tree, groups.at[at]) else []
    if tokens[at].pos != "ADP":
        return []
    group = groups.at.get(at + 1)
    if group is not None and low[at] in DE and not _indirect(tree, verb):
        # "Créer des zooms", "écrire du code": the tagger takes the article for a preposition.
        return _object_ends(groups, group) if _object_stands(tree, group) else []
    if group is not None and low[at] in word_class("prepositions") | DE:
        return _indirect_ends(groups, verb, group)
    if at + 1 < len(tokens) and low[at] in {"à", "de", "d'"} and infinitive(tree, at + 1):
        return verb_phrase_ends(groups, at + 1)
    return []


def _expression_end(groups: Groups, verb: int) -> int:
    """One past a verb, or past the expression it opens: "mettre en place", "mettre à jour", "rendre accessible"."""
    t, at = groups.tree, verb + 1
    lemma = t.tokens[verb].lemma
    if lemma == "mettre" and at + 1 < len(t.tokens) and t.low[at] in {"en", "à"} and t.tokens[at + 1].pos == "NOUN":
        return at + 2
    if lemma == "rendre" and at < len(t.tokens) and t.tokens[at].pos == "ADJ":
        return at + 1
    return at


def _indirect(tree: Tree, verb: int) -> bool:
    """Whether a verb stands with a prepositional complement alone; a participle's object is the noun before it."""
    t = tree.tokens[verb]
    reflexive = verb > 0 and tree.low[verb - 1] in REFLEXIVE
    return reflexive or "VerbForm=Part" in t.morph or t.lemma in word_list("intransitive_verbs")


def _object_stands(tree: Tree, group: Nucleus) -> bool:
    """Whether a group can be the object in a heading: neither denied nor asked for, and saying something."""
    lemma = tree.tokens[group.head].lemma
    if any(tree.low[k].startswith(("aucun", "quel")) for k in range(group.first, group.body)):
        return False
    if tree.low[group.first : group.head + 1] == ("tout", "le", "monde"):
        return False
    if tree.low[group.head] in {"uns", "unes", "vôtre", "nôtre"} or lemma in {"fois", "chose", "cela", "ça", "grâce"}:
        return False
    if group.determiner == "none" and lemma in word_list("empty_heads"):
        return False
    if group.determiner == "demonstrative" and lemma in word_class("kinds"):
        return False
    return lemma not in word_list("time_nouns")


def _indirect_ends(groups: Groups, verb: int, group: Nucleus) -> list[Cut]:
    """Where a verb with a prepositional complement can end, unless its object follows ("fournir à tous un accès")."""
    tree = groups.tree
    if not _indirect(tree, verb) or tree.tokens[group.head].lemma in word_list("adverbials"):
        return []
    return [c for c in cuts(groups, group) if (c.follows == "end" or _rests(group, c)) and c.end not in groups.at]


def _object_ends(groups: Groups, group: Nucleus) -> list[Cut]:
    """Where a verb with the object `group` can end, with a second complement or without."""
    out: list[Cut] = []
    for cut in _objects(groups, group):
        second = _second_complement(groups, cut.end)
        if second is not None:
            kept = [c for c in cuts(groups, second) if c.follows == "end" or _rests(second, c)]
            out.extend(c._replace(complements=c.complements + cut.complements + 1) for c in kept)
        out.append(cut)
    return out


def _objects(groups: Groups, group: Nucleus) -> Iterator[Cut]:
    """Yield the cuts of an object; one that says little before its relative clause is short."""
    for cut in all_cuts(groups, group):
        if cut.follows in {"end", "list", "pp"} or _rests(group, cut):
            yield cut
        elif cut.follows == "relative" and not cut.doubts:
            yield cut._replace(doubts=("short",))


def needs_second(tree: Tree, verb: int) -> bool:
    """Whether a verb calls for a second complement: "ajouter une couche | à la carte"."""
    lemma = tree.tokens[verb].lemma
    return not word_list("two_object_verbs").isdisjoint({lemma, lemma.removeprefix("re"), lemma.removeprefix("ré")})


def lone(tree: Tree, verb: int, cut: Cut) -> bool:
    """Whether a verb that calls for a second complement is cut after its first, and the clause goes on."""
    return cut.complements == 0 and needs_second(tree, verb) and not _clause_ends(tree, cut.end)


def _rests(group: Nucleus, cut: Cut) -> bool:
    """Whether a group says enough to be cut before a relative clause or a participle: its noun is qualified."""
    return cut.follows in {"relative", "participle", "infinitive"} and (
        cut.complements > 0 or group.end > group.head + 1 or group.body < group.head or group.name
    )


def _second_complement(groups: Groups, end: int) -> Nucleus | None:
    """The prepositional group that follows an object, unless it tells how or when."""
    tree = groups.tree
    if end >= len(tree.tokens) or tree.tokens[end].pos != "ADP":
        return None
    second = groups.at.get(end + 1)
    if second is None or tree.low[end] not in word_class("prepositions") | word_class("adverbial_prepositions") | DE:
        return None
    lemma = tree.tokens[second.head].lemma
    return None if lemma in word_list("adverbials") or lemma in word_list("preposition_nouns") else second


def _clause_ends(tree: Tree, end: int) -> bool:
    return end >= len(tree.tokens) or tree.tokens[end].pos in {"PUNCT", "CCONJ"}


def question(tree: Tree, first: int, last: int) -> bool:
    """Whether tokens `first` to `last` are a short question that needs nothing said before it."""
    tokens, low = tree.tokens, tree.low
    if last - first < 4 or low[last - 1] != "?" or any(tree.quoted[first:last]):
        return False
    if sum(t.space for t in tokens[first : last - 1]) + 1 > _LONGEST_QUESTION:
        return False
    if not tokens[first].text[:1].isupper() or not _interrogative(low, first):
        return False
    if any(not _stands_alone(tree, i) for i in range(first, last - 1)):
        return False
    named = (t for t in tokens[first:last] if t.pos in {"NOUN", "PROPN"})
    return tokens[last - 2].pos in _CONTENT and any(t.lemma not in word_list("empty_heads") for t in named)


def _interrogative(low: tuple[str, ...], first: int) -> bool:
    """Whether a question begins with an interrogative word or with a verb and its inverted subject ("faut-il")."""
    inverted = low[first] in {"faut", "peut"} and low[first + 1] in {"-il", "-on"}
    return inverted or low[first] in word_list("interrogatives")


def _stands_alone(tree: Tree, i: int) -> bool:
    """Whether a word of a question neither points back, nor speaks to somebody, nor is a sign."""
    word, t = tree.low[i].lstrip("-"), tree.tokens[i]
    if word in word_class("address") or t.text in ",;:()…" or t.pos == "SYM":
        return False
    if word not in word_class("anaphors") or (word in _ARTICLES and t.pos != "PRON"):
        return True
    # "Est-ce que", "faut-il", "y a-t-il".
    before = tree.low[i - 1] if i else ""
    return (word == "ce" and before == "est") or (word == "il" and before in {"faut", "-t"})
