"""The shape of a unit: how it begins and ends, whatever it is about."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from seoaudit.french.parse import Parsed, Token
from seoaudit.french.words import count_words
from seoaudit.structure.cues import families, find_cues
from seoaudit.structure.seg_rules import ends_as_lead_in

# Below this many words a unit is a line rather than a paragraph.
SHORT = 15

_IMPERSONAL = re.compile(
    r"il (?:y a|existe|faut|s'agit|suffit|convient|reste|semble|est (?:\w+ment )?(?:aussi|clair|conseillé|donc|important|"
    r"intéressant|nécessaire|possible|préférable|recommandé|temps|vrai))\b"
)
_DEFINITION = re.compile(r"\b(?:est|sont) (?:une?|des|les?|la|l')\b")
_DEMONSTRATIVE = re.compile(r"\b(?:ce|cet|cette|ces|celui-ci|celle-ci|cela)\b")
_BACKWARDS = re.compile(r"\b(?:ci-dessus|précéde\w+|plus haut|avons vu|a vu|comme vu|jusqu'ici|jusqu'à présent)\b")
_FORWARDS = re.compile(r"\b(?:suivante?s?|ci-dessous|ci-après|prochaine?s?|plus bas|dans la suite|allons|voyons|abordons)\b")
_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
_NUMBERED = re.compile(r"^(?:\d{1,2}|[ivx]{1,4}|[a-z])\s?[.)°:-]\s", re.IGNORECASE)
_TECHNICAL = re.compile(r"[_{}<>=/\\]|\(\)")
_OURSELVES = re.compile(r"\b(?:nous|notre|nos)\b")
_READER = re.compile(r"\b(?:vous|votre|vos)\b")
_FIRST_POS = ("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "NOUN", "PRON", "PROPN", "SCONJ", "VERB")


def surface_features(parsed: Parsed) -> Mapping[str, float]:
    """Return the features of a unit's shape by name; each is 0 or 1, a share, or the logarithm of a count."""
    low = parsed.text.lower().lstrip("«\"“ *-–—•")
    first = parsed.sentence_tokens(0) if parsed.sentences else ()
    opening = parsed.sentence_text(0).lower() if parsed.sentences else ""
    closing = parsed.sentence_text(len(parsed.sentences) - 1).lower() if parsed.sentences else ""
    words = count_words(parsed.text)
    found = {cue.family for cue in find_cues(low)}
    out = {f"cue_{family}": float(family in found) for family in families()}
    out |= _ending(parsed.text)
    out |= _first_word(first)
    out |= {
        "pronoun": float(low.startswith(("il ", "elle ")) and not _IMPERSONAL.match(low)),
        "impersonal": float(bool(_IMPERSONAL.match(low))),
        "demonstrative": float(bool(_DEMONSTRATIVE.search(opening))),
        "asks": float("?" in opening),
        "exclaims": float("!" in opening),
        "defines": float(bool(_DEFINITION.search(opening))),
        "backwards": float(bool(_BACKWARDS.search(opening))),
        "announces": float(bool(_FORWARDS.search(closing))),
        "numbered": float(bool(_NUMBERED.match(parsed.text))),
        "quoted": float(parsed.text[:1] in ("«", '"', "“")),
        "aside": float(parsed.text[:1] == "("),
        "year": float(bool(_YEAR.search(low))),
        "technical": float(bool(_TECHNICAL.search(parsed.text))),
        "we": float(bool(_OURSELVES.search(low))),
        "you": float(bool(_READER.search(low))),
        "future": float(any("Tense=Fut" in t.morph for t in parsed.tokens)),
        "log_words": math.log1p(words),
        "log_sentences": math.log1p(len(parsed.sentences)),
        "log_first": math.log1p(len(first)),
        "short": float(words < SHORT),
    }
    return out


def _ending(text: str) -> dict[str, float]:
    bare = text.rstrip(" »\"”)*_")
    return {
        "ends_colon": float(ends_as_lead_in(text)),
        "ends_question": float(bare.endswith("?")),
        "ends_exclaiming": float(bare.endswith("!")),
        "ends_open": float(not bare.endswith((".", "!", "?", "…", ":"))),
    }


def _first_word(first: tuple[Token, ...]) -> dict[str, float]:
    """Return what the first word and the root of the first sentence are."""
    head = first[0] if first else None
    root = next((t for t in first if t.dep == "ROOT"), None)
    word = head.text.lower() if head else ""
    out = {f"first_{pos}": float(head is not None and head.pos == pos) for pos in _FIRST_POS}
    out |= {
        "first_the": float(word in ("le", "la", "les", "l'")),
        "first_infinitive": float(head is not None and "VerbForm=Inf" in head.morph),
        "first_imperative": float(head is not None and head.pos == "VERB" and word.endswith(("ez", "ons"))),
        "first_gerund": float(word == "en" and len(first) > 1 and "VerbForm=Part" in first[1].morph),
        "root_verb": float(root is not None and root.pos in ("VERB", "AUX")),
        "comma_early": float(any(t.text == "," for t in first[:8])),
        "named": float(any(t.entity for t in first)),
    }
    return out
