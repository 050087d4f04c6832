"""Word lists the forms of a heading are judged with, and the key that counts the forms of a word as one."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

import yaml

from seoaudit.french.normalise import normalise
from seoaudit.french.words import find_words, without_elision
from seoaudit.structure.claim_base import entry_set

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
def word_class(name: str) -> frozenset[str]:
    """Return a closed class of `data/heading_grammar.yaml`."""
    return _grammar()[name]


@cache
def actors() -> frozenset[str]:
    """Return the nouns of people and bodies: over a section they say who, where it tells what."""
    return word_list("actors") | entry_set("gap_roles.txt")


@cache
def determiner_kinds() -> dict[str, str]:
    """Return the kind of each determiner: definite, indefinite, demonstrative, possessive or author."""
    kinds = ("definite", "indefinite", "demonstrative", "possessive", "author")
    return {word: kind for kind in kinds for word in sorted(_grammar()[kind])}


@cache
def _grammar() -> dict[str, frozenset[str]]:
    text = files("seoaudit.structure").joinpath("data", "heading_grammar.yaml").read_text(encoding="utf-8")
    return {name: frozenset(map(str, words)) for name, words in yaml.safe_load(text).items()}


@cache
def _aspirated() -> tuple[str, ...]:
    return tuple(sorted(map(fold, word_list("h_aspire"))))


def elides(word: str) -> bool:
    """Whether "le", "de", "que" lose their vowel before `word`."""
    w = fold(word)
    if w[:1] == "h":
        return not w.startswith(_aspirated())
    return len(w) > 1 and w[0] in "aeiou" and not w.startswith(("onz", "oui", "yaourt"))


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


def content_words(text: str) -> list[str]:
    """Return the words of a title or key phrase as written, without elisions; function words left out."""
    found = (without_elision(w.text) for w in find_words(normalise(text).text) if w.kind == "form")
    return [w for w in found if len(w) > 1 and w.lower() not in word_list("function_words")]


def families_of(text: str) -> frozenset[str]:
    """Return the families of the words of a title or key phrase, by their written forms; function words left out."""
    return frozenset(map(family, content_words(text)))
