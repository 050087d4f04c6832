"""What the form of a paragraph says: how it opens, how it ends, how long it is, in which tense it speaks.

Every value is a number, 0 or 1 for what holds or not. Of a pair of paragraphs, the one that may begin a section speaks
through `opening_features`, the one before it through `ending_features`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from seoaudit.french.parse import Parsed
from seoaudit.french.words import count_words
from seoaudit.structure.cues import find_cues

# Families of data/cues.yaml that count.
FAMILIES = (
    "anaphora",
    "continuation",
    "sequence",
    "opening",
    "aside",
    "pointing",
    "frame",
    "question",
    "closing",
)
# A first sentence of fewer words than this, before others, is a slogan or a label.
SHORT_SENTENCE = 8

_DEFINES = re.compile(r"\b(?:est|sont) (?:un|une|des|le|la|l'|les)\b")
_DEMONSTRATIVE = re.compile(r"^(?:dans |de |avec |pour |à )?(?:ce|cet|cette|ces)\b(?!-)")
_LEADING = '«"“ *-–•'
_TRAILING = ' "»”*_)'

Form = Mapping[str, float]


def form_of(parsed: Parsed) -> Form:
    """Return the features of one paragraph.

    Words and sentences are counted as log(1 + n); "past" is the share of finite past and imperfect verbs, 0 to 1.
    """
    text = parsed.text
    low = text.lower().lstrip(_LEADING)
    first = parsed.sentence_tokens(0) if parsed.sentences else ()
    first_text = parsed.sentence_text(0) if parsed.sentences else ""
    first_words = count_words(first_text)
    last_sign = text.rstrip(_TRAILING)[-1:]
    verbs = [t.morph for t in parsed.tokens if t.pos in ("VERB", "AUX")]
    past = sum(("Tense=Past" in m and "VerbForm=Fin" in m) or "Tense=Imp" in m for m in verbs)
    found = {cue.family for cue in find_cues(text)}
    return {
        **{family: float(family in found) for family in FAMILIES},
        "demonstrative": float(_DEMONSTRATIVE.match(low) is not None),
        "definition": float(_DEFINES.search(first_text.lower()) is not None),
        "infinitive": float(bool(first) and "VerbForm=Inf" in first[0].morph),
        "colon": float(last_sign == ":"),
        "comma": float(last_sign in (";", ",")),
        "no_stop": float(last_sign not in (".", "!", "?", ":", "…")),
        "future": float(any("Tense=Fut" in m for m in verbs)),
        "past": past / len(verbs) if verbs else 0.0,
        "words": math.log1p(parsed.word_count),
        "sentences": math.log1p(len(parsed.sentences)),
        "first_sentence": math.log1p(first_words),
        "short_first": float(bool(first) and len(parsed.sentences) > 1 and first_words < SHORT_SENTENCE),
    }


def opening_features(before: Form, form: Form) -> dict[str, float]:
    """Return what the paragraph that may begin a section says."""
    return {
        **{f"opens with {family}": form[family] for family in FAMILIES},
        "opens with demonstrative": form["demonstrative"],
        "first sentence defines": form["definition"],
        "opens with infinitive": form["infinitive"],
        "ends without full stop": form["no_stop"],
        "speaks in the future": form["future"],
        "speaks in the past": form["past"],
        "change of past tense": abs(form["past"] - before["past"]),
        "words (log)": form["words"],
        "sentences (log)": form["sentences"],
        "words of first sentence (log)": form["first_sentence"],
        "short first sentence": form["short_first"],
    }


def ending_features(before: Form) -> dict[str, float]:
    """Return what the paragraph before says."""
    return {
        "before: opens with demonstrative": before["demonstrative"],
        "before: ends with colon": before["colon"],
        "before: ends with comma or semicolon": before["comma"],
        "before: ends without full stop": before["no_stop"],
        "before: words (log)": before["words"],
        "before: sentences (log)": before["sentences"],
    }
