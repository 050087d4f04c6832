"""Sentences in English within a French text: French typography is not due in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from seoaudit.french.data import read_table

# Cheap to look for, and in no French sentence: texts without any are not looked at further.
_SIGN = re.compile(r"\b(?:and|are|for|is|not|of|that|the|this|to|with|you|your)\b")
_PIECE = re.compile(r"[^.!?…\n«»]+[.!?…]*")
_WORD = re.compile(r"[^\W\d_]+")
_FRENCH = frozenset({"de", "du", "est", "et", "la", "le", "les", "l", "d", "un", "une"})
_FEWEST = 3


def foreign_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences with three English function words and no French one.

    Args:
        text: a paragraph; guillemets part what they enclose from the sentence around them.
    """
    if not _SIGN.search(text.lower()):
        return
    for piece in _PIECE.finditer(text):
        words = {w.lower() for w in _WORD.findall(piece.group())}
        if len(words & _english()) >= _FEWEST and not words & _french():
            shown = piece.group().strip()
            start = text.index(shown, piece.start())
            yield start, start + len(shown)


@cache
def _english() -> frozenset[str]:
    return frozenset(w for w, languages in read_table("language_words").items() if "en" in languages.split(","))


@cache
def _french() -> frozenset[str]:
    return frozenset(w for w, languages in read_table("language_words").items() if languages == "fr") | _FRENCH
