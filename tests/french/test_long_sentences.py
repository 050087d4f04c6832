"""A long sentence is explained by what is certain, and cut only where two sentences come of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from seoaudit.french.long_sentences import explain_length
from seoaudit.french.parse import parse_paragraphs

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "long_sentences.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_what_makes_a_sentence_long(case: dict[str, Any]) -> None:
    why = explain_length(parse_paragraphs([case["text"]])[0], 0)
    expected = {k: v for k, v in case.items() if k != "text"}
    assert {k: getattr(why, k) for k in expected} == expected


@settings(max_examples=40)
@given(st.text("aA éqi.,;«»()' et que", min_size=1, max_size=120))
def test_any_sentence_has_an_answer(text: str) -> None:
    parsed = parse_paragraphs([text])[0]
    for i in range(len(parsed.sentences)):
        why = explain_length(parsed, i)
        assert why.cut in parsed.text
        assert bool(why.cut) == bool(why.cut_kind)
        assert min(why.subordinates, why.quoted, why.aside, why.items) >= 0
