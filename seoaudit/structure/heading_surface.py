"""From tokens to a printable heading: determiners, contractions, capital.

Only function words change. A demonstrative or a possessive of the third person points back to something the heading
does not say, so the definite article takes its place, contracted with "de" and "à" before it.
"""

from __future__ import annotations

from collections.abc import Mapping

from seoaudit.structure.heading_groups import Nucleus
from seoaudit.structure.heading_lexicon import determiner_kinds, elides, fold, word_class, word_list
from seoaudit.structure.heading_tree import Tree

_CONTRACTED = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}

Printed = tuple[str, bool]  # a word, and whether a space follows it


def gender_number(tree: Tree, nucleus: Nucleus) -> tuple[str, str]:
    """Return ("f" | "m" | "", "s" | "p" | "") of a nucleus, by its determiner first, then by the tagger."""
    morph = tree.tokens[nucleus.head].morph
    gender = "f" if "Gender=Fem" in morph else "m" if "Gender=Masc" in morph else ""
    number = "p" if "Number=Plur" in morph else "s" if "Number=Sing" in morph else ""
    first = nucleus.first - 1 if nucleus.determiner == "fused" else nucleus.first
    for word in tree.low[first : nucleus.body]:
        if word in word_class("plural"):
            return gender, "p"
        if word in word_class("singular_feminine"):
            gender, number = "f", "s"
        elif word in word_class("singular_masculine"):
            gender, number = "m", "s"
        elif word in word_class("singular_either"):
            number = "s"
    if first == nucleus.body:
        gender = _shown_gender(tree, nucleus) or gender
    if not number and nucleus.determiner == "number" and tree.low[nucleus.head].endswith(("s", "x")):
        number = "p"
    return gender, number


def _shown_gender(tree: Tree, nucleus: Nucleus) -> str:
    """Return the gender that a determiner of the same noun shows elsewhere in the paragraph, "" where none does.

    The tagger guesses the gender of rare nouns, and guesses again at each of them.
    """
    for i in range(1, len(tree.tokens)):
        if tree.low[i] == tree.low[nucleus.head] and tree.tokens[i - 1].pos == "DET":
            for gender, name in (("f", "singular_feminine"), ("m", "singular_masculine")):
                if tree.low[i - 1] in word_class(name):
                    return gender
    return ""


def unowned(tree: Tree, nucleus: Nucleus) -> int:
    """Return where a group begins behind its determiner: "sa propre équipe", without its owner, is "l'équipe"."""
    body = nucleus.body
    return body + (
        nucleus.determiner == "possessive" and body < nucleus.head and tree.low[body] in {"propre", "propres"}
    )


def definite_article(tree: Tree, nucleus: Nucleus) -> str | None:
    """Return "le", "la", "l'" or "les" for a nucleus, None where gender or number is not known."""
    gender, number = gender_number(tree, nucleus)
    if number == "p":
        return "les"
    if number != "s":
        return None
    return "l'" if elides(tree.low[unowned(tree, nucleus)]) else {"f": "la", "m": "le"}.get(gender)


def phrase(
    tree: Tree,
    first: int,
    end: int,
    nuclei: Mapping[int, Nucleus],
    *,
    keep_own: bool = False,
    both_definite: bool = False,
    without: frozenset[int] = frozenset(),
) -> str | None:
    """Return tokens `first` to `end` as text, with determiners that point outside the phrase made definite.

    Args:
        tree: the paragraph.
        first: first token.
        end: one past the last token.
        nuclei: the paragraph's nuclei by their first token; the determiner of the one at `first` is printed as it is.
        keep_own: keep possessives of the third person, which in an infinitive phrase are impersonal ("choisir son
            hébergeur").
        both_definite: the phrase will begin with a definite article, so "des" after "et" becomes "les".
        without: tokens left out.

    Returns:
        The text, or None where an article cannot be found.
    """
    out: list[Printed] = []
    i = first
    while i < end:
        if i in without:
            i += 1
            continue
        nucleus = nuclei.get(i) if i > first else None
        if nucleus is None or nucleus.body == i or nucleus.head >= end:
            t = tree.tokens[i]
            out.append((t.text, t.space))
            i += 1
            continue
        again = both_definite and tree.low[i] == "des" and out[-1][0] in {"et", "ou"}
        words = [("les", True)] if again else _determiner(tree, nucleus, keep_own)
        if words is None:
            return None
        _append(out, words)
        i = nucleus.body if keep_own else unowned(tree, nucleus)
    return "".join(w + (" " if space else "") for w, space in out).strip()


def _determiner(tree: Tree, nucleus: Nucleus, keep_own: bool) -> list[Printed] | None:
    """The determiner to print before a nucleus."""
    words = [(t.text, t.space) for t in tree.tokens[nucleus.first : nucleus.body]]
    lows = tree.low[nucleus.first : nucleus.body]
    kinds = {determiner_kinds().get(w) for w in lows}
    pointing = "demonstrative" in kinds or ("possessive" in kinds and not keep_own)
    quoted_own = "author" in kinds and tree.quoted[nucleus.head]
    # "À tous les clients" is "aux clients"; but "de tous les jours" is an idiom.
    timed = tree.tokens[nucleus.head].lemma in word_list("time_nouns")
    if not (pointing or quoted_own or (lows[0] in {"tous", "toutes"} and not timed)):
        return words
    article = definite_article(tree, nucleus)
    if article is None:
        return None
    if lows in {("tous",), ("toutes",)}:
        # "Tous ensemble": a pronoun.
        return None
    replaced = {*determiner_kinds(), "tous", "toutes"}
    rest = [w for w, low in zip(words, lows, strict=True) if low not in replaced]
    return [(article, not article.endswith("'")), *rest]


def _append(out: list[Printed], words: list[Printed]) -> None:
    """Append a determiner, contracted with the preposition before it."""
    word = words[0][0]
    before = out[-1][0].lower() if out else ""
    joined = _CONTRACTED.get(("de" if before == "d'" else before, word))
    if joined:
        out[-1] = (joined, True)
        out.extend(words[1:])
        return
    if before == "d'" and (word == "l'" or fold(word)[0] not in "aeiouhy"):
        out[-1] = ("de", True)
    out.extend(words)


def spaced(article: str) -> str:
    """Return an article as it stands before its noun: elided, or with a space."""
    return article if article.endswith("'") else article + " "


def complement(owner: str) -> str:
    """Return a group after "de", contracted or elided: "du service", "d'une équipe"."""
    article, _, rest = owner.partition(" ")
    joined = _CONTRACTED.get(("de", article))
    if joined:
        return f"{joined} {rest}"
    return f"d'{owner}" if elides(article) else f"de {owner}"


def capitalised(text: str) -> str:
    """Return a heading with its first letter capital, accents kept."""
    return text[:1].upper() + text[1:]
