"""French text: words, sentences, syllables, readability, the parse, and what they are measured by."""

from __future__ import annotations

from seoaudit.french.passive import is_passive, passive_sentences
from seoaudit.french.reading_level import Readability, readability
from seoaudit.french.sentences import split_sentences
from seoaudit.french.syllables import count_syllables

__all__ = ["Readability", "count_syllables", "is_passive", "passive_sentences", "readability", "split_sentences"]
