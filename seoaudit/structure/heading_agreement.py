"""Whether a noun agrees with its determiner and adjectives: where not, one of them was taken for another word."""

from __future__ import annotations

from seoaudit.structure.heading_groups import Nucleus
from seoaudit.structure.heading_lexicon import word_class, word_list
from seoaudit.structure.heading_surface import gender_number
from seoaudit.structure.heading_tree import Tree


def agrees(t: Tree, nucleus: Nucleus) -> bool:
    """Whether noun, adjectives and determiner agree; where they do not, a tag is wrong."""
    if nucleus.name:
        return True
    gender, number = gender_number(t, nucleus)
    tagged = _tagged_gender(t.tokens[nucleus.head].morph)
    if tagged and gender != tagged:
        return False
    if number == "p" and not t.low[nucleus.head].endswith(("s", "x", "z")):
        return False
    return all(_adjective_agrees(t, k, nucleus, gender, number) for k in range(nucleus.body, nucleus.end))


def _tagged_gender(morph: str) -> str:
    return "f" if "Gender=Fem" in morph else "m" if "Gender=Masc" in morph else ""


def _adjective_agrees(t: Tree, k: int, nucleus: Nucleus, gender: str, number: str) -> bool:
    token, word = t.tokens[k], t.low[k]
    if k != nucleus.head and (token.pos not in {"ADJ", "VERB"} or t.name(k) or _invariable(t, k)):
        return True
    plural = word.endswith(("s", "x", "z"))
    if number == "p" and not plural and token.morph and (token.pos == "ADJ" or k + 1 == nucleus.end):
        return False
    if number == "s" and plural and "Number=Plur" in token.morph:
        return False
    other = _tagged_gender(token.morph)
    return k == nucleus.head or not gender or not other or gender == other


def _invariable(t: Tree, k: int) -> bool:
    """Whether a word qualifies nouns without agreeing: "les bières bio", "des fenêtres double vitrage"."""
    if t.low[k] in word_class("multiples") and k + 1 < len(t.tokens):
        return t.tokens[k + 1].pos == "NOUN" or t.low[k + 1] in word_list("invariables")
    return t.low[k] in word_list("invariables")
