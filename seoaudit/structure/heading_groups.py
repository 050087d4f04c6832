"""Nouns with their determiners and adjectives, read by the order of word classes.

The tagger is far more reliable than the parser's attachments on French prose, so a group is read from left to right
as determiner, adjectives, noun, adjectives; the attachments are asked only where the order leaves a choice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from seoaudit.french.frequency import UNKNOWN, rarity
from seoaudit.french.parse import Token
from seoaudit.structure.heading_lexicon import determiner_kinds, word_class, word_list
from seoaudit.structure.heading_tree import DE, Tree

_ALL = frozenset({"tous", "toutes", "tout", "toute"})
_COMPARATIVES = frozenset({"meilleur", "pire"})
_FUSED = frozenset({"du", "au", "aux", "des"})
_BESIDE_ADJECTIVE = frozenset({"amod", "nmod", "acl", "conj", "flat:name", "appos"})
_BESIDE_NOUN = frozenset({"nmod", "appos", "flat:name", "flat:foreign", "compound", "amod", "dep"})
# No group begins with one of these: half of all words, looked at no further.
_NEVER_FIRST = frozenset({"PUNCT", "ADP", "PRON", "AUX", "CCONJ", "SCONJ"})
_CLOSING = frozenset({"PUNCT", "VERB", "AUX", "PRON", "CCONJ"})


class Nucleus(NamedTuple):
    """A noun with its determiner and adjectives: tokens `first` to `end`, the determiner before `body`."""

    first: int
    body: int
    head: int
    end: int
    determiner: str  # definite, fused, indefinite, demonstrative, possessive, author, quantity, number or none
    name: bool


@dataclass(frozen=True, slots=True)
class Groups:
    """The nuclei of a paragraph, also by their first token and by their head."""

    tree: Tree
    nuclei: tuple[Nucleus, ...]
    at: dict[int, Nucleus]
    headed: dict[int, Nucleus]


def find_groups(tree: Tree) -> Groups:
    """Return the nuclei of a paragraph, in order."""
    out: list[Nucleus] = []
    i = 0
    while i < len(tree.tokens):
        nucleus = _nucleus(tree, i)
        if nucleus is not None:
            out.append(nucleus)
        i = nucleus.end if nucleus is not None else i + 1
    return Groups(tree, tuple(out), {n.first: n for n in out}, {n.head: n for n in out})


def _nucleus(tree: Tree, first: int) -> Nucleus | None:
    tokens = tree.tokens
    if tokens[first].pos in _NEVER_FIRST and tree.low[first] not in _ALL and not tree.low[first][0].isdigit():
        return None
    sentence = tokens[first].sentence
    body, kind = _determiner(tree, first)
    head = _adjectives(tree, body)
    if head >= len(tokens) or not _noun(tree, head) or tokens[head].sentence != sentence:
        return None
    name = tree.name(head)
    end = _name_end(tree, head) if name else _tail(tree, head)
    before = first - 1
    if kind == "none" and before >= 0 and tree.low[before] in _FUSED and tokens[before].pos == "ADP":
        kind = "fused"
    return Nucleus(first, body, head, end, kind, name and body == head)


def _determiner(tree: Tree, i: int) -> tuple[int, str]:
    """The end of the determiners that begin at token `i`, and their kind."""
    kind = "none"
    while i < len(tree.tokens):
        word, pos = tree.low[i], tree.tokens[i].pos
        if word[0].isdigit() or pos == "NUM":
            kind = "number" if kind in {"none", "quantity"} else kind
        elif word in _ALL:
            kind = "quantity"
        elif pos == "DET":
            found = determiner_kinds().get(word, "quantity")
            # "Tous les" is definite, "beaucoup de" still counts.
            kind = kind if kind == "quantity" and found == "indefinite" else found
        else:
            break
        i += 1
    return i, kind


def _adjectives(tree: Tree, body: int) -> int:
    """The end of the adjectives that begin at token `body`, with the adverbs before them."""
    tokens, i = tree.tokens, body
    while i < len(tokens):
        qualifies = tokens[i].pos == "ADV" and i + 1 < len(tokens) and tokens[i + 1].pos == "ADJ"
        if tokens[i].pos != "ADJ" and not qualifies:
            break
        i += 1
    return i


def _noun(tree: Tree, i: int) -> bool:
    t = tree.tokens[i]
    return (t.pos in {"NOUN", "PROPN"} or tree.name(i)) and t.text[:1].isalnum() and t.dep != "fixed"


def _name_end(tree: Tree, i: int) -> int:
    """The end of the proper name that begins at token `i`."""
    end, tokens = i + 1, tree.tokens
    while end < len(tokens) and tokens[end].sentence == tokens[i].sentence:
        t = tokens[end]
        numbered = t.text[:1].isdigit() and t.dep != "obl:mod" and not _counts(tree, end)
        if not (tree.name(end) or numbered or (t.text[:1].isupper() and t.dep == "flat:name")):
            break
        end += 1
    return end


def _counts(tree: Tree, i: int) -> bool:
    """Whether the number at token `i` says how many of what follows: "La Lumatech 5 h 30", "Optus 200 appels"."""
    after = tree.tokens[i + 1] if i + 1 < len(tree.tokens) else None
    return after is not None and after.pos == "NOUN" and after.sentence == tree.tokens[i].sentence


def _tail(tree: Tree, head: int) -> int:
    """The end of the adjectives and names set beside the common noun `head`."""
    end = head + 1
    while end < len(tree.tokens) and tree.tokens[end].sentence == tree.tokens[head].sentence:
        step = _beside(tree, head, end)
        if step == end:
            break
        end = step
    return end


def _beside(tree: Tree, head: int, i: int) -> int:
    """The end of the adjective or name at token `i` that qualifies the noun before it; `i` where there is none."""
    tokens = tree.tokens
    t = tokens[i]
    if i == head + 1 and _label(tree, head, i):
        return i + 1
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if tree.low[i] in _ALL | word_class("leftover") or t.lemma in word_list("time_nouns") | _COMPARATIVES:
        return i
    if t.pos == "ADJ" and t.dep in _BESIDE_ADJECTIVE:
        return i + 1
    if _superlative(tree, i):
        return i + 3
    if following is not None and following.pos == "ADJ":
        # "Très utile"; "simple et rapide".
        if t.pos == "ADV" and following.dep == "amod" and t.head == i + 1:
            return i + 2
        if t.pos == "CCONJ" and following.dep == "conj" and i > head + 1 and tokens[i - 1].pos == "ADJ":
            return i + 2
    if _second_adjective(tree, head, i):
        return i + 3
    if _past_participle(t) and t.dep in {"acl", "amod"} and _closed(tree, i + 1):
        return i + 1
    # A name right after its noun belongs to it, unless it is the subject of a clause.
    named = tree.name(i) and i == head + 1 and (t.head == head or not t.dep.startswith(("nsubj", "ROOT", "conj")))
    if named or ((t.pos in {"NOUN", "PROPN", "X"} or tree.name(i)) and t.dep in _BESIDE_NOUN and t.text[:1].isalnum()):
        return _name_end(tree, i) if tree.name(i) else i + 1
    if t.text.isdigit() and len(t.text) <= 4 and not _counts(tree, i) and t.dep in {"nummod", "nmod", "amod", "appos"}:
        return _numbers_end(tree, i)
    return i


def _numbers_end(tree: Tree, i: int) -> int:
    """The end of the number at token `i` with a second one: "les lignes 2 et 5"; `i` where more are listed."""
    joint, second = (*tree.low[i + 1 : i + 3], "", "")[:2]
    if not second.isdigit():
        return i + 1
    return i + 3 if joint in {"et", "ou"} else i


def _second_adjective(tree: Tree, head: int, i: int) -> bool:
    """Whether "et" with an adverb and an adjective goes on after an adjective: "ouverts et communément acceptés"."""
    if i + 2 >= len(tree.tokens) or i < head + 2 or tree.tokens[i].pos != "CCONJ":
        return False
    before = tree.tokens[i - 1]
    if before.pos != "ADJ" and not (_past_participle(before) and before.dep in {"acl", "amod"}):
        return False
    last = tree.tokens[i + 2]
    whole = last.pos == "ADJ" or (_past_participle(last) and _closed(tree, i + 3))
    return whole and tree.tokens[i + 1].pos == "ADV" and last.dep == "conj"


def _label(tree: Tree, head: int, i: int) -> bool:
    """Whether the word after a noun is the name of the thing ("le package sf"), whatever class it was given."""
    t = tree.tokens[i]
    if t.pos in {"DET", "ADP", "PUNCT", "CCONJ", "SCONJ", "NUM", "ADJ"} or not t.text[:1].isalpha():
        return False
    return tree.tokens[head].lemma in word_list("label_nouns") and rarity(t.text) > UNKNOWN


def _superlative(tree: Tree, i: int) -> bool:
    """Whether "le plus utile" begins at token `i`."""
    if i + 2 >= len(tree.tokens) or tree.low[i] not in {"le", "la", "les"} or tree.low[i + 1] not in {"plus", "moins"}:
        return False
    last = tree.tokens[i + 2]
    return last.pos == "ADJ" or (_past_participle(last) and _closed(tree, i + 3))


def _past_participle(t: Token) -> bool:
    return t.pos == "VERB" and "VerbForm=Part" in t.morph and "Tense=Past" in t.morph


def _closed(tree: Tree, i: int) -> bool:
    """Whether nothing at token `i` can complete a participle before it."""
    return i >= len(tree.tokens) or tree.tokens[i].pos in _CLOSING or tree.low[i] in DE
