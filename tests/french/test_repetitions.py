"""Words that come back too soon are found; what returns on purpose, or has to, is left alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from seoaudit.french.parse import parse_paragraphs
from seoaudit.french.repetitions import find_repetitions, lemmas

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "repetitions.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["repeated"], ids=lambda case: case["text"])
def test_a_word_repeated_too_soon_is_found_with_all_its_places(case: dict[str, Any]) -> None:
    parsed = parse_paragraphs([case["text"]])
    found = [r for r in find_repetitions(parsed) if r.word == case["word"]]
    assert [len(r.places) for r in found] == [case["times"]]
    assert all(parsed[0].text[a:b].isprintable() and a < b for a, b in found[0].places)


@pytest.mark.parametrize("text", CASES["left_alone"])
def test_what_returns_on_purpose_is_left_alone(text: str) -> None:
    assert find_repetitions(parse_paragraphs([text])) == []


def test_the_articles_own_subject_may_return() -> None:
    text = CASES["repeated"][0]["text"]
    parsed = parse_paragraphs([text])
    assert find_repetitions(parsed, subject={"confirmer"}) == []
    assert find_repetitions(parsed, subject=lemmas(parse_paragraphs(["Confirmer sa venue"]))) == []
    assert find_repetitions(parsed, skip={0}) == []


def test_a_verb_used_all_over_the_article_is_its_subject() -> None:
    texts = [CASES["repeated"][0]["text"], "Le préfet confirme.", "Qui confirmera la date ?"]
    assert find_repetitions(parse_paragraphs(texts)) == []


@settings(max_examples=40)
@given(st.lists(st.text("aA é.,;«»()'-\n1😀", max_size=60), max_size=3))
def test_places_lie_in_their_paragraph(texts: list[str]) -> None:
    parsed = parse_paragraphs(texts)
    for found in find_repetitions(parsed):
        assert len(found.places) > 1
        assert all(0 <= a < b <= len(parsed[found.paragraph].text) for a, b in found.places)
        assert list(found.places) == sorted(set(found.places))
