"""Articles of a noun group: which one it takes, and how it joins "de" and "à"."""

from __future__ import annotations

from collections.abc import Sequence

from seoaudit.french.parse import Token
from seoaudit.structure.claim_base import word_set

_FEMININE = frozenset({"la", "une", "cette", "sa", "ma", "ta"})
_MASCULINE = frozenset({"le", "un", "ce", "du", "au", "cet"})
_PLURAL = frozenset({"les", "des", "ces", "ses", "leurs", "nos", "vos", "mes", "aux"})
VOWELS = frozenset("aàâeéèêëiîïoôuùûœæAÀÂEÉÈÊËIÎÏOÔUÙÛŒÆ")
_CONTRACTED = {"du": ("de", "le"), "des": ("de", "les"), "au": ("à", "le"), "aux": ("à", "les")}


def contracted(preposition: str, group: str | None) -> str | None:
    """Return a group that begins with its article after "de" or "à"; None for None."""
    if group is None:
        return None
    for short, (long, article) in _CONTRACTED.items():
        if long == preposition and group.startswith(article + " "):
            return short + group[len(article) :]
    return f"{preposition} {group}"


def noun_key(noun: str) -> str:
    """Return a noun in lower case without its plural ending."""
    low = noun.lower()
    if len(low) > 4 and low.endswith("aux"):
        return low[:-3] + "al"
    return low[:-1] if len(low) > 3 and low[-1] in "sx" else low


def article_of(determiner: str, word: str, head: Token) -> str | None:
    """Return the definite article a group takes, from the determiner it has; None where that is not certain."""
    if determiner in {"le", "la", "l'", "les"}:
        return determiner
    if determiner in _PLURAL and "Number=Sing" not in head.morph:
        return "les"
    if word[0] in VOWELS:
        return "l'" if determiner in _FEMININE | _MASCULINE | {"son", "leur", "mon", "notre", "votre"} else None
    if word[0].lower() in "hy":
        return None  # "la hausse" but "l'hypothèse"
    if determiner in _FEMININE:
        return "la"
    return "le" if determiner in _MASCULINE | {"son", "mon"} else None


def without_possessives(tokens: Sequence[Token], text: str) -> str | None:
    """Return a group's text with possessives made articles: "de son service" gives "du service"."""
    out, skip = "", False
    for i, t in enumerate(tokens):
        space = " " if t.space and i + 1 < len(tokens) else ""
        word = t.text.lower()
        follower = tokens[i + 1] if i + 1 < len(tokens) else None
        if skip:
            skip = False
            continue
        if (
            t.pos in {"ADP", "DET"}
            and word in {"de", "à"}
            and follower is not None
            and follower.text.lower() in word_set("possessives")
        ):
            host = tokens[i + 2].text if i + 2 < len(tokens) else ""
            article = article_of(follower.text.lower(), host, tokens[min(i + 2, len(tokens) - 1)]) if host else None
            if article is None:
                return None
            joined = contracted(word, article + " ") or ""
            out += joined.replace("' ", "'")
            skip = True
            continue
        if word in word_set("possessives") and t.pos == "DET":
            return None
        out += (text[0] + t.text[1:] if i == 0 else t.text) + space
    return out
