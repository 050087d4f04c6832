"""Verb phrases that can stand in a heading: infinitives with their whole object, and short questions the text asks."""

from __future__ import annotations

from seoaudit.structure.heading_groups import PREPOSITIONS, Cut, Groups, Nucleus, cuts
from seoaudit.structure.heading_lexicon import word_list
from seoaudit.structure.heading_tree import DE, Tree

# Before an infinitive: its own object or subject (clitics), a negation, a verb that takes over its object.
_GOVERNORS = frozenset({"laisser", "faire", "voir", "entendre", "regarder", "sentir", "falloir faire"})
_CLITICS = frozenset(
    {
        "me",
        "m'",
        "te",
        "t'",
        "se",
        "s'",
        "le",
        "la",
        "l'",
        "les",
        "lui",
        "leur",
        "y",
        "en",
        "nous",
        "vous",
        "pas",
        "plus",
        "jamais",
        "rien",
    }
)
_ANAPHORS = frozenset(
    {
        "il",
        "ils",
        "elle",
        "elles",
        "le",
        "la",
        "l'",
        "les",
        "lui",
        "leur",
        "y",
        "en",
        "ça",
        "cela",
        "ceci",
        "celui",
        "celle",
        "ceux",
        "celles",
        "eux",
        "ce",
        "c'",
        "tel",
        "telle",
    }
)
_ARTICLES = frozenset({"ce", "le", "la", "l'", "les"})
_ADDRESS = frozenset(
    {"je", "j'", "tu", "nous", "vous", "moi", "toi", "m'", "t'", "me", "te", "ma", "mon", "mes", "ton", "ta", "tes"}
)
_SHORT_QUESTION = 7


def infinitive(tree: Tree, i: int) -> bool:
    """Whether token `i` is an infinitive by tag and by ending."""
    t = tree.tokens[i]
    return t.pos == "VERB" and "VerbForm=Inf" in t.morph and tree.low[i].endswith(("er", "ir", "re"))


def free_infinitive(tree: Tree, i: int) -> bool:
    """Whether infinitive `i` has no clitic, negation or governing verb before it, and says something by itself."""
    if (
        not infinitive(tree, i)
        or tree.tokens[i].lemma in word_list("weak_verbs")
        or tree.low[i] in word_list("weak_verbs")
    ):
        return False
    if i == 0:
        return True
    before = tree.tokens[i - 1]
    if tree.low[i] == "partir" and tree.low[i - 1] in {"à", "a"}:
        return False
    if tree.low[i - 1] in _CLITICS and before.sentence == tree.tokens[i].sentence:
        return False
    return not (before.pos in {"VERB", "AUX"} and before.lemma in _GOVERNORS)


def imperative(tree: Tree, i: int) -> bool:
    """Whether token `i` opens a sentence with an order to the reader ("Utilisez", "Choisissez")."""
    t = tree.tokens[i]
    if (
        t.pos != "VERB"
        or not tree.low[i].endswith("ez")
        or t.sentence != tree.tokens[min(i + 1, len(tree.tokens) - 1)].sentence
    ):
        return False
    opens = i == 0 or tree.tokens[i - 1].sentence != t.sentence
    return opens and t.text[0].isupper() and t.lemma not in word_list("weak_verbs")


def verb_phrase_ends(groups: Groups, verb: int) -> list[Cut]:
    """Return where the phrase of an infinitive or participle at token `verb` can end with its complements whole."""
    tree = groups.tree
    tokens, low = tree.tokens, tree.low
    at = verb + 1
    while (
        at < len(tokens)
        and tokens[at].pos == "ADV"
        and tokens[at].dep == "advmod"
        and (low[at] in {"bien", "mieux", "vite"} or low[at].endswith("ment"))
    ):
        at += 1
    if at >= len(tokens) or tokens[at].sentence != tokens[verb].sentence:
        return []
    group = groups.at.get(at)
    if group is not None and not _object_stands(tree, group):
        return []
    if group is not None:
        return _object_ends(groups, verb, at)
    if tokens[at].pos == "ADP" and low[at] in PREPOSITIONS | DE and at + 1 in groups.at:
        return [c for c in cuts(groups, groups.at[at + 1]) if c.follows == "end"]
    if tokens[at].pos == "ADP" and low[at] in {"à", "de", "d'"} and at + 1 < len(tokens) and infinitive(tree, at + 1):
        return verb_phrase_ends(groups, at + 1)
    return []


def _object_stands(tree: Tree, group: Nucleus) -> bool:
    """Whether a group can be the object in a heading: neither denied nor asked for, and saying something."""
    if any(tree.low[k].startswith(("aucun", "quel")) for k in range(group.first, group.body)):
        return False
    if tree.low[group.head] in {"uns", "unes", "vôtre", "nôtre"}:
        return False
    if group.determiner == "none" and tree.tokens[group.head].lemma in word_list("empty_heads"):
        return False
    return tree.tokens[group.head].lemma not in {"fois", "chose", "cela", "ça", "grâce"} | word_list("time_nouns")


def _object_ends(groups: Groups, verb: int, at: int) -> list[Cut]:
    tree = groups.tree
    tokens, low = tree.tokens, tree.low
    out: list[Cut] = []
    lemma = tokens[verb].lemma
    needs_second = not word_list("two_object_verbs").isdisjoint(
        {lemma, lemma.removeprefix("re"), lemma.removeprefix("ré")}
    )
    for cut in cuts(groups, groups.at[at]):
        if cut.follows not in {"end", "list"}:
            continue
        end = cut.end
        second = (
            groups.at.get(end + 1)
            if end < len(tokens) and tokens[end].pos == "ADP" and low[end] in PREPOSITIONS | DE
            else None
        )
        if second is not None and tokens[second.head].lemma in word_list("adverbials"):
            second = None
        if second is not None:
            out.extend(
                c._replace(complements=c.complements + cut.complements + 1)
                for c in cuts(groups, second)
                if c.follows == "end"
            )
        if not needs_second or (second is None and _clause_ends(tree, end)):
            out.append(cut)
    return out


def _clause_ends(tree: Tree, end: int) -> bool:
    return end >= len(tree.tokens) or tree.tokens[end].pos in {"PUNCT", "CCONJ"}


def question(tree: Tree, first: int, last: int) -> bool:
    """Whether tokens `first` to `last` are a short question that needs nothing said before it."""
    tokens, low = tree.tokens, tree.low
    if last - first < 4 or low[last - 1] != "?" or any(tree.quoted[first:last]):
        return False
    if sum(t.space for t in tokens[first : last - 1]) + 1 > _SHORT_QUESTION:
        return False
    if not tokens[first].text[:1].isupper() or not _interrogative(tree, first):
        return False
    for i in range(first, last - 1):
        word = low[i].lstrip("-")
        if word in _ANAPHORS and (tokens[i].pos == "PRON" or word not in _ARTICLES) and not _fixed_question(low, i):
            return False
        if word in _ADDRESS or tokens[i].text in ",;:()…" or tokens[i].pos == "SYM":
            return False
    if tokens[last - 2].pos not in {"NOUN", "PROPN", "VERB", "ADJ", "X"}:
        return False
    return any(t.pos in {"NOUN", "PROPN"} and t.lemma not in word_list("empty_heads") for t in tokens[first:last])


def _interrogative(tree: Tree, first: int) -> bool:
    """Whether a question begins with an interrogative word or with a verb and its inverted subject ("faut-il")."""
    low = tree.low
    return low[first] in word_list("interrogatives") or (
        low[first] in {"faut", "peut"} and low[first + 1] in {"-il", "-on"}
    )


def _fixed_question(low: tuple[str, ...], i: int) -> bool:
    """Whether the pronoun belongs to the question itself: "est-ce que", "faut-il", "y a-t-il"."""
    word = low[i].lstrip("-")
    if word == "ce":
        return i > 0 and low[i - 1] == "est"
    return word == "il" and i > 0 and low[i - 1] in {"faut", "-t"}
