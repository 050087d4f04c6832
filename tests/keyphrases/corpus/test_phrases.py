"""The phrases a corpus counts: stems of content words in a row, whatever was typed between and around them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoaudit.keyphrases.corpus.phrases import LONGEST, phrases_of, runs_of, windows


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("", []),
        ("de la", []),
        ("Les pannes d’Orange", [["panne", "orange"]]),
        ("la panne, Orange", [["panne"], ["orange"]]),
        ("la panne touche Lyon", [["panne", "touche", "lyon"]]),
        ("la panne qui a touché Lyon", [["panne"], ["touché", "lyon"]]),
        ("des gratte-ciels", [["gratte", "ciel"]]),
        ("centre de la vie et art", [["centre", "vie"], ["art"]]),
    ],
)
def test_only_linking_words_stand_within_a_run(text: str, runs: list[list[str]]) -> None:
    assert list(runs_of(text)) == runs


def test_a_document_holds_each_phrase_once() -> None:
    assert phrases_of(["Le bac à compost.", "Un bac à compost fermé"]) == {
        "bac",
        "compost",
        "bac compost",
        "fermé",
        "compost fermé",
        "bac compost fermé",
    }


def test_a_long_phrase_is_covered_by_its_longest_parts() -> None:
    assert list(windows(["a", "b", "c", "d"])) == ["a b c", "b c d"]
    assert list(windows(["a"])) == ["a"]


WORDS = ["l’été", "État", "œuvre", "pannes", "d'Optus", ",", ".", "la", "de", "2", "700", "«", "Ça", "»"]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join)


@given(TEXTS)
def test_phrases_do_not_depend_on_what_was_typed_for_the_same(text: str) -> None:
    same = unicodedata.normalize("NFD", text.replace("’", "'").replace(" ", "\u00a0"))
    assert phrases_of([text]) == phrases_of([same])


@given(TEXTS)
def test_each_phrase_of_a_document_is_found_in_it_again(text: str) -> None:
    phrases = phrases_of([text])
    assert all(1 <= len(p.split(" ")) <= LONGEST for p in phrases)
    assert {w for run in runs_of(text) for w in windows(run)} <= phrases
