"""The grade on the scale of the Common European Framework: two neighbouring levels, in order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from seoaudit.french.cefr import LEVELS, cefr_band


def test_ends_of_the_scale() -> None:
    assert cefr_band(0) == ("A1", "A2")
    assert cefr_band(100) == ("C1", "C2")


@given(st.floats(0, 100), st.floats(0, 100))
def test_two_neighbours_that_rise_with_the_grade(a: float, b: float) -> None:
    low, high = cefr_band(a)
    assert LEVELS.index(high) == LEVELS.index(low) + 1
    assert (cefr_band(min(a, b)) <= cefr_band(max(a, b))) is True
