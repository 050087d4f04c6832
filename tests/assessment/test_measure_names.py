"""What the measures are called: each has a name in both languages, and no name is left of a measure that is gone."""

from __future__ import annotations

from seoaudit.assessment.measures import all_measures
from seoaudit.assessment.texts import load_measure_names


def test_every_measure_has_a_name_and_every_name_a_measure() -> None:
    assert set(load_measure_names()) == set(all_measures())
