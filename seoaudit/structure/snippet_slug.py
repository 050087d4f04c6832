"""Slugs: the last part of a page's address, in plain letters and without function words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from seoaudit.french.normalise import normalise
from seoaudit.structure.claim_base import entry_set

LONGEST = 60
"""Characters of a slug: above, result pages and messages cut addresses (usage, no rule of a search engine)."""
FEWEST_WORDS, MOST_WORDS = 3, 6
_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\w)", re.IGNORECASE)
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "þ": "th", "ð": "d"})
_GROUPED = re.compile(r"(?<=\d) (?=\d{3}\b)")


def make_slug(text: str) -> str:
    """Return a slug of a text: at most six content words and 60 characters of a-z, 0-9 and single hyphens.

    Accents, elisions, function words and signs are left out; "" when no letter or digit of the Latin script is left.
    """
    return join_slug(slug_words(text))


def slug_words(text: str) -> list[str]:
    """Return the content words of a text as a slug writes them; all its words when it holds function words only."""
    plain = _GROUPED.sub("", _ELISION.sub(" ", normalise(text).text.lower().replace("aujourd'hui", " ")))
    function = entry_set("gap_function_words.txt")
    words = re.findall(r"[^\W_]+", plain)
    kept = [w for w in words if w not in function] or words
    return [w for w in map(_ascii, kept) if w]


def _ascii(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word.translate(_LIGATURES))
    return re.sub(r"[^a-z0-9]", "", folded.lower())


def join_slug(words: Iterable[str]) -> str:
    """Return words joined by hyphens, as many as fit; a first word that is too long by itself is cut."""
    out = ""
    for n, word in enumerate(dict.fromkeys(words)):
        longer = f"{out}-{word}" if out else word
        if n >= MOST_WORDS or (len(longer) > LONGEST and out):
            break
        out = longer[:LONGEST]
    return out


def _as_in(title: str, words: Sequence[str]) -> Sequence[str]:
    """Return words in the order of the title, where it holds them all: "choisir-velo-cargo"."""
    order = slug_words(title)
    return sorted(words, key=order.index) if set(words) <= set(order) else words


def propose_slugs(title: str | None, keyphrase: str | None, keyphrases: Sequence[str]) -> list[str]:
    """Return slugs, best first: from the keyphrase, then the title, each filled up to three words from the others."""
    sources = [s for s in (keyphrase, title) if s] or list(keyphrases[:1])
    out = []
    for source in sources:
        words = slug_words(source)
        for other in (title or "", keyphrase or "", *keyphrases):
            if len(dict.fromkeys(words)) >= FEWEST_WORDS:
                break
            words += [w for w in slug_words(other) if w not in words][: FEWEST_WORDS - len(words)]
        out.append(join_slug(_as_in(title or "", words)))
    if keyphrase and title:
        out.append(join_slug([*slug_words(keyphrase), *slug_words(title)]))
    for phrase in keyphrases[:2]:
        both = list(dict.fromkeys([*slug_words(phrase), *slug_words(keyphrase or title or "")]))
        if len(both) >= FEWEST_WORDS:
            out.append(join_slug(both))
    return list(dict.fromkeys(s for s in out if s))
