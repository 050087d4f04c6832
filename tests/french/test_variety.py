"""MTLD against values worked out by hand."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoaudit.french.variety import mtld


def test_one_word_over_and_over_fills_a_stretch_every_two_words() -> None:
    assert mtld(["a"] * 100) == pytest.approx(2.0)


def test_a_partial_stretch_counts_for_its_part() -> None:
    # "abcd abcd …": the ratio is 4/5 at the fifth word and 4/6 at the sixth, where the stretch is full. Of 100 words
    # 96 make 16 stretches; the last four are all different and count for nothing.
    assert mtld(list("abcd") * 25) == pytest.approx(100 / 16)


@pytest.mark.parametrize("words", [[], ["a"], ["a"] * 99, [str(n) for n in range(500)]])
def test_too_few_words_or_none_twice_give_nothing(words: list[str]) -> None:
    assert mtld(words) is None


@given(st.lists(st.sampled_from("abcdefghij"), min_size=100, max_size=300))
def test_it_is_finite_and_the_same_backwards(words: list[str]) -> None:
    value = mtld(words)
    assert value is not None
    assert math.isfinite(value)
    assert value >= 1
    assert mtld(words[::-1]) == pytest.approx(value)
