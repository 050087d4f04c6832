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
# Names and fixed words of several parts, which lose their meaning with one of them.
_NAME = re.compile(r"\b[^\W\d_a-zà-öø-ÿ][^\W\d_]*(?:-[^\W\d_]+)*-[^\W\d_a-zà-öø-ÿ][^\W\d_]*\b|\b[Rr]endez-vous\b")
_AUJOURDHUI = re.compile(r"(?i)aujourd'hui")
KEPT = frozenset({"sans"})
_GROUPED = re.compile(r"(?<=\d) (?=\d{3}\b)")


def make_slug(text: str) -> str:
    """Return a slug of a text: at most six content words and 60 characters of a-z, 0-9 and single hyphens.

    Accents, elisions, function words and signs are left out; "" when no letter or digit of the Latin script is left.
    """
    return join_slug(slug_words(text))


def slug_words(text: str) -> list[str]:
    """Return the content words of a text as a slug writes them; all its words when it holds function words only.

    Two function words carry what the slug says: "sans" stays, and what stands after "pas" goes with it, since "cher" is
    the contrary of "pas cher". A name joined by hyphens stays whole: "Notre-Dame".
    """
    plain = _GROUPED.sub("", _ELISION.sub(" ", _AUJOURDHUI.sub(" ", normalise(text).text)))
    joined = {w for m in _NAME.finditer(plain) for w in range(m.start(), m.end())}
    found = [(m.group().lower(), m.start() in joined) for m in re.finditer(r"[^\W_]+", plain)]
    function = entry_set("gap_function_words.txt") - KEPT
    denied = {i + 1 for i, (w, _) in enumerate(found[:-1]) if w == "pas"}
    kept = [w for i, (w, named) in enumerate(found) if (named or w not in function) and i not in denied]
    return [w for w in map(_ascii, kept or [w for w, _ in found]) if w]


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


def propose_slugs(title: str | None, keyphrase: str | None, keyphrases: Sequence[str]) -> list[str]:
    """Return slugs, best first: from the keyphrase or the title, then shorter and fuller ones, none twice.

    Words that the title has stand in its order: "choisir-velo-cargo".

    Args:
        title: the article's title, without the site's name.
        keyphrase: what it is to be found by.
        keyphrases: the article's own key phrases, best first.
    """
    order = slug_words(title or "")
    own = slug_words(keyphrase or "") if keyphrase else order or slug_words(" ".join(keyphrases[:1]))
    said = {w for phrase in keyphrases for w in slug_words(phrase)}
    central = [w for w in order if w in said and not w.isdigit()]
    phrases = [slug_words(p) for p in keyphrases]
    found = [
        _filled(own, [order, *phrases]),
        order,
        central if len(central) > 1 else [],
        [*own, *(w for w in order if w in said)] if keyphrase else [],
        *(_filled(p, [own]) for p in phrases if len(p) > 1),
        *(_filled(p, [own]) for p in phrases[:2] if len(own) > 1),
    ]
    out: list[list[str]] = []
    for words in found:
        slug = join_slug(_as_in(order, words)).split("-")
        if slug != [""] and all(set(slug) != set(other) for other in out):
            out.append(slug)
    return ["-".join(slug) for slug in out]


def _filled(words: Sequence[str], sources: Sequence[Sequence[str]]) -> list[str]:
    """Return words with as many others after them as make three."""
    out = list(dict.fromkeys(words))
    for w in (w for source in sources for w in source):
        if len(out) >= FEWEST_WORDS:
            break
        out += [w] if w not in out and not w.isdigit() else []
    return out


def _as_in(order: Sequence[str], words: Sequence[str]) -> Sequence[str]:
    """Return words in the order of the title where it holds them all."""
    return sorted(words, key=order.index) if set(words) <= set(order) else words
