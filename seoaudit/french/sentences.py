"""Sentence boundaries of French text."""

from __future__ import annotations

import re


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a text, in order, without the white space between them."""
    return [(m.start(), m.end()) for m in re.finditer(r"\S[^.!?…\n]*(?:[.!?…]+\s?»?|$|\n)", text)]


def split_sentences(text: str) -> list[str]:
    """Return the sentences of a text, in order."""
    return [text[a:b] for a, b in sentence_spans(text)]
