"""textstat's Flesch score for French, as a second opinion beside our own measures.

textstat counts French syllables with hyphenation points and is right on 84 % of words, always erring the same way: on
French news its score is about 6 points too high. It is shown by its name and judged by nowhere.

Importing textstat imports NLTK and with it SciPy and more, for the English pronunciation dictionary alone: seconds and
150 MB that French has no use for. NLTK is therefore left to be imported when something asks for it.
"""

from __future__ import annotations

import importlib
import sys
from collections import Counter
from functools import cache, lru_cache
from types import ModuleType
from typing import Any


class _OnDemand(ModuleType):
    """Stands for a module until an attribute of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(importlib.import_module(self.__name__), name)


@cache
def _french_textstat() -> Any:
    """Return a textstat of our own, set to French; the one that other code imports keeps its language."""
    stub = None if "nltk" in sys.modules else _OnDemand("nltk")
    if stub is not None:
        sys.modules["nltk"] = stub
    try:
        from textstat.textstat import textstatistics
    finally:
        if stub is not None and sys.modules.get("nltk") is stub:
            del sys.modules["nltk"]
    own = textstatistics()
    own.set_lang("fr")
    return own


def textstat_flesch(text: str) -> float:
    """Return textstat's Flesch reading ease of a French text (Kandel & Moles' weights; higher is easier).

    Words, sentences, syllables and weights are those of textstat's `flesch_reading_ease`, to the last bit. It counts
    the syllables of a word as often as the word comes; here they are counted once.
    """
    sentence_length = _french_textstat().words_per_sentence(text)
    words = _list_words()(text, lowercase=True)
    if not words or not sentence_length:
        return 0.0
    syllables = sum(times * _syllables(word) for word, times in Counter(words).items()) / len(words)
    return float(207 - 1.015 * sentence_length - 73.6 * syllables)


@lru_cache(maxsize=65_536)
def _syllables(word: str) -> int:
    return int(_french_textstat().syllable_count(word))


@cache
def _list_words() -> Any:
    _french_textstat()  # whose import leaves NLTK aside
    return importlib.import_module("textstat.backend.selections").list_words
