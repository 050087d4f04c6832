"""Noun groups by the order of word classes, with the parser's attachments as second witness.

The tagger is far more reliable than the attachments on French prose, so a group is read from left to right as
determiner, adjectives, noun, adjectives, and is continued by complements: "de" always, other prepositions where the
parser ties them to a noun of the group or the noun calls for them ("accès à").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from seoaudit.structure.heading_lexicon import word_list
from seoaudit.structure.heading_tree import DE, QUOTES, RELATIVES, A, Tree

LONGEST = 14  # tokens of a group; longer ones could not be printed as a heading
PREPOSITIONS = frozenset(
    {
        "à",
        "au",
        "aux",
        "en",
        "par",
        "pour",
        "sur",
        "sous",
        "contre",
        "avec",
        "sans",
        "entre",
        "dans",
        "vers",
        "chez",
        "via",
    }
)
DETERMINERS = {
    **dict.fromkeys(("le", "la", "l'", "les"), "definite"),
    **dict.fromkeys(("un", "une", "des", "de", "d'", "du"), "indefinite"),
    **dict.fromkeys(("ce", "cet", "cette", "ces"), "demonstrative"),
    **dict.fromkeys(("son", "sa", "ses", "leur", "leurs"), "possessive"),
    **dict.fromkeys(("mon", "ma", "mes", "ton", "ta", "tes", "notre", "nos", "votre", "vos"), "author"),
}


_PLAIN = {"d'": "de", "du": "de", "des": "de", "au": "à", "aux": "à"}
_OF_VERBS = frozenset({"à", "au", "aux", "avec", "dans", "en", "par"})
_FOREIGN = frozenset({"of", "the", "for", "and", "to", "in", "on", "with", "by", "&", "is", "at", "from", "as", "it"})


class Nucleus(NamedTuple):
    """A noun with its determiner and adjectives: tokens `first` to `end`, the determiner before `body`."""

    first: int
    body: int
    head: int
    end: int
    determiner: str  # definite, fused, indefinite, demonstrative, possessive, author, quantity, number or none
    name: bool


class Cut(NamedTuple):
    """A place where a group can end, and what follows it.

    What follows is "end", "de", "pp", "infinitive", "participle", "coord", "relative" or "broken".
    """

    end: int
    follows: str
    complements: int
    coordinated: bool


@dataclass(frozen=True, slots=True)
class Groups:
    """The nuclei of a paragraph by their first token and by their first token after the determiner."""

    tree: Tree
    nuclei: tuple[Nucleus, ...]
    at: dict[int, Nucleus]


def find_groups(tree: Tree) -> Groups:
    """Return the nuclei of a paragraph, in order."""
    out: list[Nucleus] = []
    i = 0
    while i < len(tree.tokens):
        nucleus = _nucleus(tree, i)
        if nucleus is None:
            i += 1
            continue
        out.append(nucleus)
        i = nucleus.end
    return Groups(tree, tuple(out), {n.first: n for n in out})


def _nucleus(tree: Tree, i: int) -> Nucleus | None:
    tokens, low, n = tree.tokens, tree.low, len(tree.tokens)
    first = i
    kind = "none"
    while i < n and (
        tokens[i].pos == "DET" or low[i] in {"tous", "toutes"} or low[i][0].isdigit() or tokens[i].pos == "NUM"
    ):
        if low[i][0].isdigit() or tokens[i].pos == "NUM":
            kind = "number" if kind in {"none", "quantity"} else kind
        elif low[i] in {"tous", "toutes", "tout", "toute"}:
            kind = "quantity"
        else:
            found = DETERMINERS.get(low[i], "quantity")
            kind = found if kind != "quantity" or found != "indefinite" else kind
        i += 1
    body = i
    while i < n and (
        tokens[i].pos == "ADJ"
        or (tokens[i].pos == "ADV" and i > body - 1 and i + 1 < n and tokens[i + 1].pos == "ADJ" and body > first)
    ):
        if i > first and tokens[i].sentence != tokens[first].sentence:
            return None
        i += 1
    if i >= n or not _noun(tree, i) or tokens[i].sentence != tokens[first].sentence:
        return None
    head = i
    name = tree.name(head)
    end = _name_end(tree, head) if name else _tail(tree, head)
    if kind == "none" and first > 0 and low[first - 1] in {"du", "au", "aux", "des"} and tokens[first - 1].pos == "ADP":
        kind = "fused"
    return Nucleus(first, body, head, end, kind, name and body == head)


def _noun(tree: Tree, i: int) -> bool:
    t = tree.tokens[i]
    return (t.pos in {"NOUN", "PROPN"} or tree.name(i)) and t.text[:1].isalnum() and t.dep != "fixed"


def _name_end(tree: Tree, i: int) -> int:
    """The end of the proper name that begins at token `i`."""
    end = i + 1
    while (
        end < len(tree.tokens)
        and tree.tokens[end].sentence == tree.tokens[i].sentence
        and (
            tree.name(end)
            or (tree.tokens[end].text[:1].isdigit() and tree.tokens[end].dep != "obl:mod")
            or (tree.tokens[end].text[:1].isupper() and tree.tokens[end].dep == "flat:name")
        )
    ):
        end += 1
    return end


def _tail(tree: Tree, head: int) -> int:
    """The end of the adjectives and names set beside the common noun `head`."""
    tokens, low, n, end = tree.tokens, tree.low, len(tree.tokens), head + 1
    while end < n and tokens[end].sentence == tokens[head].sentence:
        t = tokens[end]
        if (
            low[end] in {"tous", "toutes", "tout", "toute"}
            or t.lemma in word_list("time_nouns")
            or t.lemma in {"meilleur", "pire"}
        ):
            break
        if t.pos == "ADJ" and t.dep in {"amod", "nmod", "acl", "conj", "flat:name", "appos"}:
            end += 1
        elif (
            t.pos == "ADV"
            and end + 1 < n
            and tokens[end + 1].pos == "ADJ"
            and tokens[end + 1].dep == "amod"
            and t.head == end + 1
        ):
            end += 2
        elif (
            t.pos == "VERB"
            and "VerbForm=Part" in t.morph
            and "Tense=Past" in t.morph
            and t.dep in {"acl", "amod"}
            and _closed(tree, end + 1)
        ):
            end += 1
        elif (
            t.pos == "CCONJ"
            and end > head + 1
            and end + 1 < n
            and tokens[end + 1].pos == "ADJ"
            and tokens[end - 1].pos == "ADJ"
            and tokens[end + 1].dep == "conj"
        ):
            end += 2
        elif (
            (t.pos in {"NOUN", "PROPN", "X"} or tree.name(end))
            and t.dep in {"nmod", "appos", "flat:name", "flat:foreign", "compound", "amod", "dep"}
            and t.text[:1].isalnum()
        ):
            end = _name_end(tree, end) if tree.name(end) else end + 1
        elif t.text.isdigit() and len(t.text) <= 4 and t.dep in {"nummod", "nmod", "amod", "appos"}:
            end += 1
        else:
            break
    return end


def _closed(tree: Tree, i: int) -> bool:
    """Whether nothing at token `i` can complete a participle before it."""
    return i >= len(tree.tokens) or tree.tokens[i].pos in {"PUNCT", "VERB", "AUX", "PRON", "CCONJ"} or tree.low[i] in DE


def cuts(groups: Groups, start: Nucleus) -> list[Cut]:
    """Return the places where the group that begins at `start` can end, shortest first."""
    tree = groups.tree
    found: list[Cut] = []
    end, complements, coordinated = start.end, 0, False
    while True:
        step, follows = _continuation(groups, start, end)
        if follows == "coord" and coordinated:
            step, follows = None, "broken"
        found.append(Cut(end, follows, complements, coordinated))
        if step is None or step - start.first > LONGEST:
            return found
        complements += follows != "coord"
        coordinated = coordinated or follows == "coord"
        end = step
        if follows in {"infinitive", "participle"}:
            found.append(Cut(end, "end" if _boundary(tree, end) == "end" else "broken", complements, coordinated))
            return found


def _continuation(groups: Groups, start: Nucleus, end: int) -> tuple[int | None, str]:
    """The end of the next complement of a group that ends at `end`, and its kind."""
    tree = groups.tree
    tokens, low = tree.tokens, tree.low
    if end >= len(tokens) or tokens[end].sentence != tokens[start.head].sentence:
        return None, "end"
    word, pos = low[end], tokens[end].pos
    after = groups.at.get(end + 1)
    if pos == "ADP" and after is not None and tokens[after.head].lemma in word_list("adverbials"):
        return None, "end"
    if word in DE and after is not None and tokens[after.head].sentence == tokens[start.head].sentence:
        return after.end, "de"
    if pos == "ADP" and word in PREPOSITIONS and after is not None and _belongs(groups, start, end, after):
        return after.end, "pp"
    if pos == "CCONJ" and word in {"et", "ou"}:
        return _second(groups, start, end)
    return None, _boundary(tree, end)


def _belongs(groups: Groups, start: Nucleus, end: int, after: Nucleus) -> bool:
    """Whether the prepositional group `after` is a complement of the group that ends at `end`."""
    tree = groups.tree
    tokens, low = tree.tokens, tree.low
    if (low[end] == "par" and after.determiner != "none") or after.determiner == "quantity":
        return False
    if (
        low[end] in A
        and start.first > 0
        and low[start.first - 1] in DE
        and after.determiner != "none"
        and not _calls_for_a(groups, start, end)
    ):
        # "De la documentation au code": a range, not a complement.
        return False
    t = tokens[after.head]
    verbal = tokens[start.head].dep == "obj" or (start.first > 0 and tokens[start.first - 1].pos == "VERB")
    if low[end] in {"avec", "via"} and verbal:
        return False
    if low[end] in A and after.determiner in {"demonstrative", "possessive"} and not _calls_for_a(groups, start, end):
        return False
    if low[end] == "en" and after.determiner == "none" and not verbal:
        return True
    if verbal and after.determiner != "none" and low[end] in _OF_VERBS and not _calls_for_a(groups, start, end):
        # "Fournir ces informations à l'agence", "faciliter la tâche avec un script": the complement is the verb's.
        return False
    if t.dep == "nmod" and start.body <= t.head < end:
        return True
    if low[end] == "à" and after.determiner == "none" and not after.name and start.end == end:
        return True
    return low[end] in A and _calls_for_a(groups, start, end)


def _calls_for_a(groups: Groups, start: Nucleus, end: int) -> bool:
    """Whether the last noun of a group takes a complement in "à"."""
    tokens = groups.tree.tokens
    nouns = [k for k in range(start.head, end) if tokens[k].pos == "NOUN"]
    return bool(nouns) and tokens[nouns[-1]].lemma in word_list("nouns_with_a")


def _second(groups: Groups, start: Nucleus, end: int) -> tuple[int | None, str]:
    """The second half of a coordination: "situation et histoire", "de données et de services"."""
    tree = groups.tree
    tokens = tree.tokens
    at = end + 1
    after = groups.at.get(at)
    if after is None and at < len(tokens) and tokens[at].pos == "ADP":
        after = groups.at.get(at + 1)
    if after is not None and after.first > at and not _same_preposition(groups, start, at, tokens[after.head].head):
        return None, "broken"
    if after is None or tokens[after.head].dep != "conj":
        # A finite clause after "et" leaves the group whole.
        return None, "end" if after is None or tokens[after.head].dep.startswith("nsubj") else "broken"
    if not start.first <= tokens[after.head].head < end:
        return None, "end"
    if tokens[after.head].lemma in word_list("empty_heads"):
        return None, "broken"
    return after.end, "coord"


def _same_preposition(groups: Groups, start: Nucleus, at: int, first_half: int) -> bool:
    """Whether the preposition at token `at` repeats the one before the first half, inside the group."""
    low = groups.tree.low
    for nucleus in groups.nuclei:
        if nucleus.head == first_half:
            return nucleus.first > start.head and _PLAIN.get(low[at], low[at]) == _PLAIN.get(
                low[nucleus.first - 1], low[nucleus.first - 1]
            )
    return False


def _boundary(tree: Tree, end: int) -> str:
    """What a group cut at `end` leaves behind when nothing continues it."""
    if end >= len(tree.tokens):
        return "end"
    t, word = tree.tokens[end], tree.low[end]
    if word in RELATIVES:
        return "relative"
    if t.pos == "NOUN" and t.lemma in word_list("time_nouns"):
        return "end"
    if t.pos in {"ADJ", "NOUN", "PROPN", "NUM", "X", "SYM"} or word in QUOTES - {"»", "”"} or word in _FOREIGN:
        return "broken"
    if t.pos == "ADV" and word.endswith("ment") and tree.tokens[end - 1].pos in {"ADJ", "VERB"}:
        return "broken"
    if t.pos == "PUNCT" and word in {"-", "/", "_", "%", "&"}:
        return "broken"
    if not t.text[:1].isalnum() and not tree.tokens[end - 1].space and word[0] not in '.,;:!?…»”")]':
        return "broken"
    if t.pos == "VERB" and "VerbForm=Part" in t.morph:
        return "participle"
    if t.dep == "mark" and word in {"de", "d'", "à", "pour"}:
        return "infinitive"
    return "list" if word == "," and _lists_on(tree, end) else "end"


def _lists_on(tree: Tree, comma: int) -> bool:
    """Whether an enumeration goes on after a comma."""
    for k in range(comma + 1, min(comma + 5, len(tree.tokens))):
        t = tree.tokens[k]
        if t.pos in {"NOUN", "PROPN"}:
            return t.dep == "conj" and t.head < comma
        if t.pos not in {"DET", "ADJ", "ADP", "NUM"}:
            return False
    return False
