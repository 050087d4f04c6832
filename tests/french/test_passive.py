"""The passive voice is found, and what only resembles it is left alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from seoaudit.french import is_passive, passive_sentences
from seoaudit.french.parse import parse_paragraphs
from seoaudit.french.passive import Passive, passives

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "passives.yaml").read_text(encoding="utf-8"))


def found(text: str) -> list[Passive]:
    return passives(parse_paragraphs([text])[0])


@pytest.fixture(scope="module", autouse=True)
def _parsed_together() -> None:
    """One batch for all cases: the parses are kept."""
    parse_paragraphs([case["text"] for case in CASES["passive"]] + CASES["active"])


@pytest.mark.parametrize("case", CASES["passive"], ids=lambda case: case["text"])
def test_passive_forms_are_found_with_their_agent(case: dict[str, Any]) -> None:
    first, *others = found(case["text"])
    assert others == []
    assert " ".join(first.words) == case.get("verb", " ".join(first.words))
    assert first.agent == (case["agent"].replace("’", "'") if "agent" in case else None)


@pytest.mark.parametrize("text", CASES["active"])
def test_perfects_reflexives_states_and_adjectives_are_no_passives(text: str) -> None:
    assert found(text) == []


def test_either_apostrophe_gives_the_same_answers() -> None:
    texts = [case["text"] for case in CASES["passive"]] + CASES["active"]
    assert passive_sentences([t.replace("’", "'") for t in texts]) == passive_sentences(texts)


@pytest.mark.parametrize("text", ["", " ", "…", "Été", "est", "😀"])
def test_fragments_are_no_passives(text: str) -> None:
    assert not is_passive(text)


def test_no_texts_give_no_answers() -> None:
    assert passive_sentences([]) == []


def test_each_text_has_its_answer() -> None:
    texts = ["La loi a été votée.", "Elle entre en vigueur.", "", "La loi a été votée."]
    assert passive_sentences(texts) == [True, False, False, True]


def test_the_apostrophe_typed_changes_nothing() -> None:
    straight = "L'appel n'a pas été entendu, l'accès n'ayant pas été rétabli par l'équipe."
    assert [p.words for p in found(straight)] == [p.words for p in found(straight.replace("'", "’"))]
    assert is_passive(straight.replace("'", "’"))


def test_places_are_those_of_the_form() -> None:
    text = "Il pleut. Le pont n’a donc pas été réparé par la ville. Tant pis."
    parsed = parse_paragraphs([text])[0]
    (only,) = passives(parsed)
    assert only.sentence == 1
    assert parsed.text[only.start : only.end] == "a donc pas été réparé"
    assert parsed.normalised.to_source(only.start, only.end) == (text.index("a donc"), text.index(" par la"))
    assert only.agent == "par la ville"


def test_a_sentence_can_hold_two() -> None:
    text = "Le pont a été fermé lundi et la route sera coupée demain."
    assert [p.words[-1] for p in found(text)] == ["fermé", "coupée"]


def test_a_text_without_stops_is_read() -> None:
    text = "le pont a été fermé et " * 400
    assert passives(parse_paragraphs([text])[0])
