"""One fault is one finding: what is too long is told by its width, what is too short by its characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import seoaudit

PAIRS = {"title": ("MET001", "MET002"), "description": ("MET003", "MET007")}


def told(place: str, text: str, **settings: object) -> list[str]:
    """Return the rules on the length of a title or description that speak."""
    report = seoaudit.audit("Il ouvre samedi.", settings={place: text, "select": ["MET"], **settings})
    return [f.rule for f in report.findings if f.rule in PAIRS[place]]


@pytest.mark.parametrize("place", PAIRS)
@pytest.mark.parametrize("times", range(1, 12))
def test_a_growing_text_is_faulted_at_most_once(place: str, times: int) -> None:
    assert len(told(place, " ".join(["Le marché de Noël de Lille ouvre"] * times))) <= 1


@pytest.mark.parametrize("place", PAIRS)
def test_too_short_and_too_long_are_both_told(place: str) -> None:
    characters, width = PAIRS[place]
    assert told(place, "Le marché") == [characters]
    assert told(place, "Le grand marché de Noël ouvre " * 9) == [width]


@pytest.mark.parametrize("place", PAIRS)
def test_each_rule_can_be_chosen_alone(place: str) -> None:
    characters, width = PAIRS[place]
    long = "Le grand marché de Noël ouvre " * 9
    assert told(place, long, select=[width]) == [width]
    assert told(place, "Le marché", select=[characters]) == [characters]
    assert told(place, long, disable=[width]) == []


@given(st.sampled_from(sorted(PAIRS)), st.text(st.characters(categories=("L", "N", "P", "Zs", "So")), max_size=300))
def test_no_text_is_too_short_and_too_long(place: str, text: str) -> None:
    assert len(told(place, text)) <= 1
