"""One spelling for the analysis, and the way back to what the author typed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoaudit.french.normalise import normalise

# What authors, word processors and web pages put in French text; accents composed and decomposed.
PIECES = ["a", "é", "e\u0301", "c\u0327", "L", "1", "’", "'", "ʼ", " ", "\u00a0", "\u202f", "\t", "\n", "«", "»", "."]
PIECES += ["\u00ad", "\u200b", "\ufeff", "😀"]
TYPED = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("", ""),
        (" \n\u00a0", ""),
        ("\ufeff\u200b", ""),
        ("L’appel", "L'appel"),
        ("2\u202f700\u00a0€", "2 700 €"),
        ("  deux\n\n mots  ", "deux mots"),
        ("tra\u00advail", "travail"),
        ("e\u0301te\u0301", "été"),
        ("« oui »", "« oui »"),
    ],
)
def test_one_spelling(typed: str, text: str) -> None:
    assert normalise(typed).text == text


@given(TYPED)
def test_normalising_twice_changes_nothing(typed: str) -> None:
    once = normalise(typed).text
    assert normalise(once).text == once


@given(TYPED)
def test_the_unicode_form_typed_changes_nothing(typed: str) -> None:
    assert normalise(unicodedata.normalize("NFD", typed)).text == normalise(unicodedata.normalize("NFC", typed)).text


@given(TYPED)
def test_every_place_leads_back_to_what_was_typed(typed: str) -> None:
    normalised = normalise(typed)
    for i in range(len(normalised.text)):
        a, b = normalised.to_source(i, i + 1)
        assert 0 <= a < b <= len(typed)
        assert normalise(typed[a:b]).text == normalised.text[i].strip()


@given(TYPED)
def test_the_way_there_undoes_the_way_back(typed: str) -> None:
    normalised = normalise(typed)
    for i in range(len(normalised.text)):
        assert normalised.from_source(normalised.to_source(i, i + 1)[0]) == i


def test_a_span_covers_the_accents_of_its_last_letter() -> None:
    typed = "l’e\u0301te\u0301 finit"
    start, end = normalise(typed).to_source(2, 5)
    assert typed[start:end] == "e\u0301te\u0301"


@given(TYPED)
def test_an_invisible_character_changes_no_place(typed: str) -> None:
    plain, marked = normalise(typed), normalise(typed + "\u200b")
    assert marked == plain
