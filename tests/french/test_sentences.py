"""Sentences end where a reader ends them, whatever the author typed, and no character is lost."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from seoaudit.french import split_sentences
from seoaudit.french.sentences import sentence_spans

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "sentences.yaml").read_text(encoding="utf-8"))
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"

# Pieces of French text with all that may stop, or not stop, a sentence.
PIECES = 'Le chat dort|il part|Elle| |\u00a0|\u202f|\n|\n\n|.|!|?|…|...|«|»|"|’|(|)|,|:|–'.split("|")  # noqa: SIM905 -- shorter
PIECES += ["M.", "J.-C.", "etc.", "10 h", "3,5", "12", "[…]", "e\u0301", "\u200b", "🎉"]
FRENCH = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_sentences_end_where_a_reader_ends_them(case: dict[str, Any]) -> None:
    text = case.get("text", " ".join(case["sentences"]))
    assert split_sentences(text) == case["sentences"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
@pytest.mark.parametrize(
    ("typed", "instead"),
    [("’", "'"), ("« ", "«\u00a0"), ("« ", "«\u202f"), (" »", "\u202f»"), (" ?", "\u202f?"), (" !", "\u00a0!")],
)
def test_typography_moves_no_boundary(case: dict[str, Any], typed: str, instead: str) -> None:
    text = case.get("text", " ".join(case["sentences"]))
    assert split_sentences(text.replace(typed, instead)) == [s.replace(typed, instead) for s in case["sentences"]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_decomposed_accents_move_no_boundary(case: dict[str, Any]) -> None:
    text = unicodedata.normalize("NFD", case.get("text", " ".join(case["sentences"])))
    assert split_sentences(text) == [unicodedata.normalize("NFD", s) for s in case["sentences"]]


@pytest.mark.parametrize("text", ["", " ", "\n \n", "\u200b", "\ufeff"])
def test_nothing_visible_gives_no_sentence(text: str) -> None:
    assert split_sentences(text) == []


@pytest.mark.parametrize("text", ["...", "!!! ???", "«»", "🎉", "—"])
def test_marks_alone_are_kept_in_one_piece(text: str) -> None:
    assert split_sentences(text) == [text]


def test_a_mark_of_byte_order_stays_with_the_first_sentence() -> None:
    assert split_sentences("\ufeffIl vient.\u200b Elle part.") == ["\ufeffIl vient.\u200b", "Elle part."]


def test_quotation_over_several_lines() -> None:
    text = (
        "La situation s’aggrave à mesure que ce nombre augmente de plus de dix. pli.\n"
        "Il a déclaré : « Nous n’avons pas répondu aux normes que nos clients attendent de nous ».\n"
        "« J’offre mes excuses à tous les clients », a-t-il poursuivi.\n"
        "« Nous écrivons à chaque client.\n«Nous savons que nous avons échoué.»"
    )
    assert len(split_sentences(text)) == 5


@given(FRENCH)
def test_no_character_is_lost_or_altered(text: str) -> None:
    pieces = split_sentences(text)
    visible = squeezed(text).strip(INVISIBLE)
    assert squeezed("".join(pieces)).strip(INVISIBLE) == visible


@given(FRENCH)
def test_spans_are_in_order_and_hold_no_white_space_at_their_ends(text: str) -> None:
    spans = sentence_spans(text)
    assert all(a < b for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))
    assert [text[a:b].strip() for a, b in spans] == split_sentences(text)


@pytest.mark.parametrize(
    "unit",
    ["mot ", "a", ". ", "…", "A. B. ", 'x! " y ', "\n a", "«", ".]", "Il. («", "a.\u200b", "🎉. ", "(x. ", "l'a. "],
)
def test_a_long_run_of_anything_keeps_every_letter(unit: str) -> None:
    text = unit * (80_000 // len(unit))
    assert squeezed("".join(split_sentences(text))).strip(INVISIBLE) == squeezed(text).strip(INVISIBLE)
