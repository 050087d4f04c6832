"""Connectives are found with their relation, and words that only look like them are left alone."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from seoaudit.french.connective_list import entries, fixed_forms, pairs
from seoaudit.french.connective_tests import TESTS
from seoaudit.french.connectives import Connective, find_connectives
from seoaudit.french.normalise import Normalised, normalise
from seoaudit.french.parse import Parsed, Sentence, Token, parse_paragraphs

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "connectives.yaml").read_text(encoding="utf-8"))
RELATIONS = {
    "addition", "cause", "comparison", "concession", "conclusion", "condition", "consequence", "example", "opposition",
    "purpose", "reformulation", "time",
}  # fmt: skip
PIECES = st.sampled_from(
    [e.form for e in entries()]
    + [form for p in pairs() for form in (*p.first, *p.second)]
    + list(fixed_forms())
    + ["le chat", "dort", ",", ".", ";", "?", "«", "que", "d'", "il", "😀", "SI", "-", "12"]
)


def found(text: str) -> list[Connective]:
    return find_connectives(parse_paragraphs([text])[0])


def shallow(text: str) -> Parsed:
    """Return a text cut at its spaces and stops without the model: a parse for properties of places."""
    clean = normalise(text).text
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    at = first = 0
    for word in clean.split(" "):
        if word:
            pos = "PUNCT" if not word[0].isalnum() else "DET"
            tokens.append(
                Token(
                    word,
                    word,
                    pos,
                    "dep",
                    len(tokens),
                    "VerbForm=Fin",
                    "",
                    False,
                    at,
                    at + len(word),
                    len(sentences),
                    True,
                )
            )
        at += len(word) + 1
        if word == "." or at > len(clean):
            if len(tokens) > first:
                sentences.append(Sentence(tokens[first].start, tokens[-1].end, first, len(tokens)))
            first = len(tokens)
    return Parsed(Normalised(clean, tuple(range(len(clean) + 1))), tuple(tokens), tuple(sentences))


@pytest.fixture(scope="module", autouse=True)
def _parsed_together() -> None:
    """One batch for all cases: the parses are kept."""
    parse_paragraphs([case["text"] for case in CASES["found"]] + CASES["none"])


@pytest.mark.parametrize("case", CASES["found"], ids=lambda case: case["text"])
def test_connectives_are_found_with_their_relation(case: dict[str, Any]) -> None:
    assert [[c.form, c.relation] for c in found(case["text"])] == case["connectives"]


@pytest.mark.parametrize("text", CASES["none"])
def test_words_that_only_look_like_connectives_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_the_list_is_long_enough() -> None:
    forms = {e.form for e in entries()} | {p.name for p in pairs()}
    assert len(forms) >= 350


def test_the_list_is_sorted_and_holds_nothing_twice() -> None:
    lists: dict[tuple[str, str], list[str]] = defaultdict(list)
    for entry in entries():
        lists[entry.relation, entry.test].append(entry.form)
    for forms in (*lists.values(), list(fixed_forms()), [p.name for p in pairs()]):
        assert forms == sorted(set(forms))


def test_every_entry_has_a_known_relation_and_test() -> None:
    assert {e.relation for e in entries()} == RELATIONS
    assert {p.relation for p in pairs()} <= RELATIONS
    assert {e.test for e in entries()} | {t for p in pairs() for t in p.tests} == set(TESTS)


def test_the_apostrophe_typed_changes_nothing() -> None:
    text = "Puisqu'il pleut, l'équipe s'arrête afin d'abriter les outils, parce qu'ils rouillent."
    assert len(found(text)) == 3
    assert found(text) == found(text.replace("'", "’"))


def test_the_longest_form_wins() -> None:
    assert [c.form for c in found("Il sort même si le vent souffle.")] == ["même si"]
    assert [c.form for c in found("Il pleut, si bien que la route glisse.")] == ["si bien que"]


def test_places_and_sentences_are_those_of_the_form() -> None:
    parsed = parse_paragraphs(["Il pleut. Cependant, le marché ouvre, parce qu’il est couvert."])[0]
    first, second = find_connectives(parsed)
    assert (parsed.text[first.start : first.end], first.sentence) == ("Cependant", 1)
    assert (parsed.text[second.start : second.end], second.sentence) == ("parce qu'", 1)


def test_the_parts_of_a_pair_stand_in_order_and_not_too_far_apart() -> None:
    assert found("Le vélo n’a ni frein.") == []
    assert [c.form for c in found("D’autre part le loyer baisse, d’une part les charges montent.")] == ["d'autre part"]
    far = "D’une part le loyer baisse. " + "Le chat dort. " * 5 + "D’autre part les charges montent."
    assert [c.form for c in found(far)] == ["d'autre part"]


def test_a_third_part_is_found_too() -> None:
    text = "Le vélo n’a ni frein ni sonnette ni selle."
    assert [text[c.start : c.end] for c in found(text)] == ["ni", "ni", "ni"]


def test_a_mark_parts_the_words_of_a_form() -> None:
    assert found("En, effet, il dort.") == []


@pytest.mark.parametrize("text", ["", " ", "…", "?!", "« … »", "😀 🎉", "— : ;", "12 345", "***"])
def test_marks_and_emoji_give_nothing(text: str) -> None:
    assert found(text) == []


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_places_are_in_order_within_the_text_and_apart(pieces: list[str]) -> None:
    parsed = shallow(" ".join(pieces))
    end = 0
    for c in find_connectives(parsed):
        assert end <= c.start < c.end <= len(parsed.text)
        assert parsed.sentences[c.sentence].start <= c.start < parsed.sentences[c.sentence].end
        end = c.end


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.characters(categories=["P", "S", "Z"]), max_size=30))
def test_texts_without_words_have_none(text: str) -> None:
    assert find_connectives(shallow(text)) == []
