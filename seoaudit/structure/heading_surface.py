"""From tokens to a printable heading: determiners, contractions, capital.

Only function words change. A demonstrative or a possessive of the third person points back to something the heading
does not say, so the definite article takes its place, contracted with "de" and "à" before it.
"""

from __future__ import annotations

from seoaudit.structure.heading_groups import DETERMINERS, Nucleus
from seoaudit.structure.heading_lexicon import elides, word_list
from seoaudit.structure.heading_tree import Tree

_CONTRACTED = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}
_FEMININE = frozenset({"la", "une", "cette"})
_MASCULINE = frozenset({"un", "ce", "cet", "du", "au"})
_PLURAL = frozenset(
    {
        "les",
        "des",
        "ces",
        "ses",
        "leurs",
        "mes",
        "tes",
        "nos",
        "vos",
        "aux",
        "plusieurs",
        "quelques",
        "certains",
        "certaines",
        "tous",
        "toutes",
        "différents",
        "divers",
    }
)


def gender_number(tree: Tree, nucleus: Nucleus) -> tuple[str, str]:
    """Return ("f" | "m" | "", "s" | "p" | "") of a nucleus, by its determiner first, then by the tagger."""
    morph = tree.tokens[nucleus.head].morph
    gender = "f" if "Gender=Fem" in morph else "m" if "Gender=Masc" in morph else ""
    number = "p" if "Number=Plur" in morph else "s" if "Number=Sing" in morph else ""
    words = tree.low[nucleus.first : nucleus.body]
    if nucleus.determiner == "fused":
        words = (tree.low[nucleus.first - 1],)
    for word in words:
        if word in _PLURAL:
            return gender, "p"
        if word in {
            "le",
            "la",
            "l'",
            "un",
            "une",
            "ce",
            "cet",
            "cette",
            "son",
            "sa",
            "mon",
            "ma",
            "notre",
            "votre",
            "leur",
            "du",
            "au",
            "chaque",
        }:
            number = "s"
            gender = (
                "f" if word in _FEMININE | {"sa", "ma", "ta"} else "m" if word in _MASCULINE or word == "le" else gender
            )
    if number == "" and tree.low[nucleus.head].endswith(("s", "x")) and nucleus.determiner == "number":
        number = "p"
    return gender, number


def definite_article(tree: Tree, nucleus: Nucleus) -> str | None:
    """Return "le", "la", "l'" or "les" for a nucleus, None where gender or number is not known."""
    gender, number = gender_number(tree, nucleus)
    if number == "p":
        return "les"
    following = tree.low[nucleus.body]
    if number != "s":
        return None
    if elides(following):
        return "l'"
    return {"f": "la", "m": "le"}.get(gender)


def phrase(
    tree: Tree, first: int, end: int, nuclei: dict[int, Nucleus], *, keep_own: bool = False, both_definite: bool = False
) -> str | None:
    """Return tokens `first` to `end` as text, with determiners that point outside the phrase made definite.

    Args:
        tree: the paragraph.
        first: first token.
        end: one past the last token.
        nuclei: the paragraph's nuclei by their first token.
        keep_own: keep possessives of the third person, which in an infinitive phrase are impersonal ("choisir son
            hébergeur").
        both_definite: the phrase will begin with a definite article, so "des" after "et" becomes "les".

    Returns:
        The text, or None where an article cannot be found.
    """
    out: list[tuple[str, bool]] = []
    i = first
    while i < end:
        nucleus = nuclei.get(i)
        if nucleus is not None and nucleus.body > i and nucleus.head < end:
            article = _determiner(tree, nucleus, keep_own)
            if both_definite and tree.low[i] == "des" and out and out[-1][0] in {"et", "ou"}:
                article = [("les", True)]
            if article is None:
                return None
            _append_article(out, article)
            i = nucleus.body
            continue
        t = tree.tokens[i]
        out.append((t.text, t.space))
        i += 1
    return "".join(w + (" " if space else "") for w, space in out).strip()


def _determiner(tree: Tree, nucleus: Nucleus, keep_own: bool) -> list[tuple[str, bool]] | None:
    """The determiner to print before a nucleus, as words with whether a space follows."""
    words = [(t.text, t.space) for t in tree.tokens[nucleus.first : nucleus.body]]
    lows = tree.low[nucleus.first : nucleus.body]
    kinds = {DETERMINERS.get(w) for w in lows}
    pointing = (
        "demonstrative" in kinds
        or ("possessive" in kinds and not keep_own)
        or ("author" in kinds and tree.quoted[nucleus.head])
    )
    # "À tous les clients" is "aux clients"; but "de tous les jours" is an idiom.
    all_of = lows[0] in {"tous", "toutes"} and tree.tokens[nucleus.head].lemma not in word_list("time_nouns")
    if not pointing and not all_of:
        return words
    article = definite_article(tree, nucleus)
    if article is None:
        return None
    rest = [w for w in words if w[0].lower() not in DETERMINERS and w[0].lower() not in {"tous", "toutes"}]
    return [(article, not article.endswith("'")), *rest]


def _append_article(out: list[tuple[str, bool]], article: list[tuple[str, bool]]) -> None:
    """Append a determiner, contracted with a preposition before it."""
    word, space = article[0]
    if out:
        before = out[-1][0].lower()
        whole = "de" if before == "d'" else before
        joined = _CONTRACTED.get((whole, word))
        if joined:
            out[-1] = (joined, True)
            out.extend(article[1:])
            return
        if before == "d'" and (word[0] not in "aeiouhyéèêâîôûœAEIOUHYÉÈÊ" or word == "l'"):
            out[-1] = ("de", True)
    out.append((word, space))
    out.extend(article[1:])


def capitalised(text: str) -> str:
    """Return a heading with its first letter capital, accents kept."""
    return text[:1].upper() + text[1:]
