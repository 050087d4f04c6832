"""What stands between quotation marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoaudit.french.quoted import merged, quoted_spans, within


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("", []),
        ("Rien ici.", []),
        ("Il dit « oui » et “non”.", ["« oui »", "“non”"]),
        ('Le "mot" juste', ['"mot"']),
        ("Il dit « elle a dit « non » hier » enfin.", ["« elle a dit « non » hier »"]),
        ("Il dit « oui et encore", ["« oui et encore"]),
        ("et la suite », dit-il.", ["et la suite »"]),
    ],
)
def test_quotations_with_their_marks(text: str, quoted: list[str]) -> None:
    assert [text[a:b] for a, b in quoted_spans(text)] == quoted


@given(st.text('a«»“”" ', max_size=80))
def test_spans_are_in_order_and_apart(text: str) -> None:
    spans = quoted_spans(text)
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(x[1] <= y[0] for x, y in pairwise(spans))
    for offset in range(len(text)):
        assert within(spans, offset) == any(a <= offset < b for a, b in spans)


def test_spans_that_overlap_are_merged() -> None:
    assert merged([(5, 9), (0, 3), (2, 6), (20, 21)]) == ((0, 9), (20, 21))
