"""Places in an article, and the word lists that the detectors of claims share."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from seoaudit.french.parse import Parsed

_ER_ENDINGS = ("er", "e", "es", "ent", "ait", "aient", "a", "èrent", "era", "eront", "é", "ant")


class Place(NamedTuple):
    """A stretch of an article.

    Attributes:
        paragraph: index of the paragraph among those given.
        start: offset into its normalised text, in code points.
        end: offset just after it.
    """

    paragraph: int
    start: int
    end: int


@cache
def read_entries(name: str) -> tuple[str, ...]:
    """Return the entries of a data file, one a line; lines that begin with "#" are comments."""
    text = files("seoaudit.structure").joinpath(f"data/{name}").read_text("utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def entry_set(name: str) -> frozenset[str]:
    """Return the entries of a data file as a set."""
    return frozenset(read_entries(name))


def load_yaml(name: str) -> Any:
    """Return the content of a YAML data file; the parser is imported on demand only."""
    import yaml

    return yaml.safe_load(files("seoaudit.structure").joinpath(f"data/{name}").read_text("utf-8"))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    data = load_yaml("gap_patterns.yaml")
    return {n.rstrip("!"): re.compile("".join(p), 0 if n.endswith("!") else re.IGNORECASE) for n, p in data.items()}


@cache
def lower_pattern(name: str) -> re.Pattern[str]:
    """Return a pattern in lower case of `data/gap_patterns.yaml`, to be looked for in `Parsed.lower`."""
    return re.compile(pattern(name).pattern)


def pattern(name: str) -> re.Pattern[str]:
    """Return a pattern of `data/gap_patterns.yaml`, compiled."""
    return _patterns()[name]


@cache
def _word_sets() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load_yaml("gap_words.yaml").items()}


def word_set(name: str) -> frozenset[str]:
    """Return a list of `data/gap_words.yaml` as a set."""
    return _word_sets()[name]


@cache
def speech_forms() -> frozenset[str]:
    """Return the forms, lower-case, of verbs that report speech; regular ones are conjugated here."""
    forms: set[str] = set()
    for entry in read_entries("gap_speech_verbs.txt"):
        infinitive, *irregular = entry.removeprefix("s'").split()
        forms.update(irregular or _conjugated(infinitive))
        forms.add(infinitive)
    return frozenset(forms)


def _conjugated(infinitive: str) -> set[str]:
    """Return the forms of a regular verb in -er that occur in reports: "annonça", "jugeait"."""
    stem = infinitive[:-2]
    soft = {"c": stem[:-1] + "ç", "g": stem + "e"}.get(stem[-1], stem)
    return {(soft if ending[0] == "a" else stem) + ending for ending in _ER_ENDINGS}


def token_from(parsed: Parsed, offset: int) -> int:
    """Return the index of the first token that starts at `offset` or later."""
    return bisect_left(parsed.tokens, offset, key=lambda t: t.start)


def line_around(parsed: Parsed, offset: int, reach: int = 400) -> tuple[int, int]:
    """Return the span of the sentence around an offset, at most `reach` characters to either side of it."""
    i = max(0, bisect_right(parsed.sentences, offset, key=lambda s: s.start) - 1)
    if not parsed.sentences:
        return offset, offset
    sentence = parsed.sentences[i]
    return max(sentence.start, offset - reach), max(offset, min(sentence.end, offset + reach))
