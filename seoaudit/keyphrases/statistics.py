"""YAKE's statistics on text whose elisions are split, which YAKE itself does not do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seoaudit.french.normalise import normalise
from seoaudit.french.words import count_words
from seoaudit.keyphrases.model import Keyphrase

_ELIDED = re.compile(r"(?i)\b([cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=\w)")
_LONGEST = 3


def yake_scores(text: str, top: int = 200, *, distinct: bool = False) -> dict[str, float]:
    """Return YAKE's phrases in lower case with their scores; lower is better. Empty where YAKE finds no words.

    Args:
        text: normalised text.
        top: how many phrases at most.
        distinct: whether to leave out near duplicates, which a reader wants and a feature does not: comparing every
            phrase with every other takes most of YAKE's time.
    """
    from yake import KeywordExtractor

    clean = _ELIDED.sub(r"\1' ", text)
    if not count_words(clean):
        return {}
    found: Sequence[tuple[str, float]] = KeywordExtractor(
        lan="fr", n=_LONGEST, top=top, dedup_lim=0.9 if distinct else 1.0
    ).extract_keywords(clean)
    return {phrase.lower(): float(score) for phrase, score in found}


def plain_yake(text: str, top: int = 10) -> list[Keyphrase]:
    """Return what YAKE alone extracts from a text whose elisions were split, best first; scores as 1 / (1 + YAKE's)."""
    clean = normalise(text).text
    words = max(1, count_words(clean))
    low = clean.lower()
    out = []
    for phrase, score in list(yake_scores(clean, top, distinct=True).items())[:top]:
        count = len(re.findall(rf"(?<!\w){re.escape(phrase)}(?!\w)", low))
        out.append(Keyphrase(phrase, 1 / (1 + score), count, 100 * count / words, {"yake": score}))
    return out
