"""Word lists the forms of a heading are judged with, and the key that counts the forms of a word as one."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

# Endings of inflection and of the commonest derivations: "installer" and "installation" are one subject.
_ENDING = re.compile(
    r"(?:issements?|ations?|itions?|ateurs?|atrices?|ements?|ages?|euses?|eurs?|ances?|ences?|antes?|ants?|ables?|ibles?"
    r"|elles?|ives?|ifs?|iques?|aux|ales?|als?|ees?|ions?|ites?|er|ir|re|es|e|s|x)$"
)
_SHORTEST_ROOT = 4


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the entries of `data/heading_<name>.txt`."""
    text = files("seoaudit.structure").joinpath("data", f"heading_{name}.txt").read_text(encoding="utf-8")
    return frozenset(line for line in map(str.strip, text.splitlines()) if line and not line.startswith("#"))


@cache
def _aspirated() -> tuple[str, ...]:
    return tuple(sorted(word_list("h_aspire")))


def elides(word: str) -> bool:
    """Whether "le", "de", "que" lose their vowel before `word`."""
    w = fold(word)
    if not w:
        return False
    if w[0] == "h":
        return not w.startswith(tuple(map(fold, _aspirated())))
    return w[0] in "aeiou" and not w.startswith(("onz", "oui", "yaourt")) and len(w) > 1


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return a word in lower case without accents."""
    low = word.lower().replace("œ", "oe").replace("æ", "ae")
    if low.isascii():
        return low
    return "".join(c for c in unicodedata.normalize("NFD", low) if not unicodedata.combining(c))


@lru_cache(maxsize=65536)
def family(lemma: str) -> str:
    """Return the key of a word's family: its lemma without accents nor ending, never less than four letters."""
    w = fold(lemma)
    root = _ENDING.sub("", w)
    return root if len(root) >= _SHORTEST_ROOT else w
