"""textstat's Flesch score for French, as a second opinion beside our own measures.

textstat counts French syllables with hyphenation points and is right on 84 % of words, always erring the same way: on
French news its score is about 6 points too high. It is shown by its name and judged by nowhere.

Importing textstat imports NLTK and with it SciPy and more, for the English pronunciation dictionary alone: seconds and
150 MB that French has no use for. NLTK is therefore left to be imported when something asks for it.
"""

from __future__ import annotations

import importlib
import sys
from functools import cache
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
    """Return textstat's Flesch reading ease of a French text (Kandel & Moles' weights; higher is easier)."""
    return float(_french_textstat().flesch_reading_ease(text))
