"""Words and patterns find what a reader of French takes for the same, and nothing hangs or breaks on any pattern."""

from __future__ import annotations

import contextlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoaudit.assessment.patterns import Finder, PatternError, pattern_finder, word_finder
from seoaudit.assessment.yaml_places import parse_yaml
from seoaudit.errors import RuleError


def found(finder: Finder, text: str) -> list[str]:
    data = text.encode()
    return [data[a:b].decode() for a, b in finder.spans(data)]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        (["été"], "", []),
        (["été"], "L'été, étés, Été.", ["été", "Été"]),
        (["été"], "été été\nété", ["été", "été", "été"]),
        (["au niveau", "au niveau de"], "au niveau de tout", ["au niveau de"]),
        (["n°"], "le n° 3, un° 4", ["n°"]),
        (["c++"], "du C++ et du c+", ["C++"]),
        (["de la"], "de\nla", []),
        (["œuvre"], "Œuvre, manœuvre", ["Œuvre"]),
    ],
)
def test_words_are_whole_words(words: list[str], text: str, expected: list[str]) -> None:
    assert found(word_finder(words), text) == expected


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (r"\bcas(?:se)?\b", "Casse cas cassé cas", ["Casse", "cas", "cas"]),
        (r"\b\w+é\b", "allé, fatigué", ["allé", "fatigué"]),
        (r"[\w-]+-[\w-]+", "un sous-marin à l'arc-en-ciel", ["sous-marin", "arc-en-ciel"]),
        (r"a\sb", "a b a\u00a0b a\u202fb", ["a b", "a\u00a0b", "a\u202fb"]),
        (r"^le", "le\nLe\nun le", ["le", "Le"]),
        (r"\?$", "quoi ?\nnon ? si", ["?"]),
        (r"a[^z]+b", "a c\nd b", []),
        (r"[[:digit:]]+", "en 2024", ["2024"]),
        (r"\bl'(?:un|autre)\b", "l'un l'autre l'une", ["l'un", "l'autre"]),
    ],
)
def test_patterns_read_french(pattern: str, text: str, expected: list[str]) -> None:
    assert found(pattern_finder([pattern]), text) == expected


def test_patterns_with_and_without_edges_are_found_together_and_never_overlap() -> None:
    assert found(pattern_finder([r"\bde\b", "de la", "la+"]), "de la laa madela") == ["de la", "laa", "la"]


@given(st.text(alphabet=r"aé\bwWsd()[]{}^$|*+?.,-:=!<>P1'’ ", max_size=12), st.text(alphabet="aéb '\n-", max_size=30))
def test_any_pattern_is_refused_in_words_or_searched(pattern: str, text: str) -> None:
    with contextlib.suppress(PatternError):
        spans = pattern_finder([pattern]).spans(text.encode())
        assert all(a < b for a, b in spans)
        assert all(b <= c for (_, b), (c, _) in pairwise(spans))
        assert not any("\n" in t for t in found(pattern_finder([pattern]), text))


@given(st.text(alphabet="ab- :[]{}&*!'\"\\#|>?%@,\n\t1é\x00\x85\u2028", max_size=40))
def test_any_yaml_is_refused_in_words_or_read_with_its_places(text: str) -> None:
    with contextlib.suppress(RuleError):
        read = parse_yaml(text, "essai.yaml")
        assert all(m.line >= 1 and m.column >= 1 for m in read.places.values())
