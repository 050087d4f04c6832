"""Cue phrases: what the first words of a paragraph say about its tie to the paragraph before."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml

_DATA = "seoaudit.structure"
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*'?")
# Characters at the head of a paragraph in which a cue phrase is looked for.
_HEAD = 80


class Cue(NamedTuple):
    """A cue phrase found at the head of a paragraph.

    Attributes:
        family: its family in `data/cues.yaml`: "anaphora", "opening", "closing", ...
        text: the phrase as listed there.
    """

    family: str
    text: str


@cache
def _phrases() -> dict[tuple[str, ...], tuple[Cue, ...]]:
    """Return the cues under each phrase, split into words."""
    raw: dict[str, list[str]] = yaml.safe_load(files(_DATA).joinpath("data/cues.yaml").read_text(encoding="utf-8"))
    out: dict[tuple[str, ...], tuple[Cue, ...]] = {}
    for family, phrases in raw.items():
        for phrase in phrases:
            key = tuple(_WORD.findall(phrase))
            out[key] = (*out.get(key, ()), Cue(family, phrase))
    return out


@cache
def families() -> tuple[str, ...]:
    """Return the names of the families, in the order of the file."""
    return tuple(dict.fromkeys(cue.family for cues in _phrases().values() for cue in cues))


@cache
def _longest() -> int:
    return max(map(len, _phrases()))


def find_cues(text: str) -> list[Cue]:
    """Return the cues at the head of a normalised text, shortest phrase first."""
    words = tuple(_WORD.findall(text[:_HEAD].lower())[: _longest()])
    return [cue for n in range(1, len(words) + 1) for cue in _phrases().get(words[:n], ())]


@cache
def reporting_verbs() -> frozenset[str]:
    """Return the lemmas of verbs that report speech."""
    text = files(_DATA).joinpath("data/cues_reporting.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def light_lemmas() -> frozenset[str]:
    """Return the lemmas of verbs and adjectives too general to tell one subject from another."""
    text = files(_DATA).joinpath("data/cues_light_lemmas.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))
