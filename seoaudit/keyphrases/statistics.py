"""YAKE's statistics on text whose elisions are split, which YAKE itself does not do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from seoaudit.french.normalise import normalise
from seoaudit.french.words import count_words
from seoaudit.keyphrases.model import Keyphrase
from seoaudit.keyphrases.yake_method import LONGEST, score_phrases

_ELIDED = re.compile(r"(?i)\b([cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=\w)")


def yake_scores(text: str, top: int = 200, *, distinct: bool = False) -> dict[str, float]:
    """Return YAKE's phrases in lower case with their scores; lower is better. Empty where YAKE finds no words.

    Args:
        text: normalised text.
        top: how many phrases at most.
        distinct: whether to leave out near duplicates, which a reader wants and a feature does not: comparing every
            phrase with every other takes most of the library's time.
    """
    clean = _ELIDED.sub(r"\1' ", text)
    if not count_words(clean):
        return {}
    return dict(_distinct(clean, top) if distinct else score_phrases(clean)[:top])


def _distinct(text: str, top: int) -> Sequence[tuple[str, float]]:
    """Return what the library extracts, near duplicates left out."""
    from yake import KeywordExtractor

    found = KeywordExtractor(lan="fr", n=LONGEST, top=top, dedup_lim=0.9).extract_keywords(text)
    return [(phrase.lower(), float(score)) for phrase, score in found]


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
