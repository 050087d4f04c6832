"""What a word is, for every count of the package."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoaudit.french.words import count_words, find_words, without_elision


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("… – « » ? ! :", []),
        ("😀 € % § & °", []),
        ("Il pleut.", ["Il", "pleut"]),
        ("L’appel d’Optus", ["L’appel", "d’Optus"]),
        ("aujourd’hui, qu’il", ["aujourd’hui", "qu’il"]),
        ("a-t-il poursuivi", ["a-t-il", "poursuivi"]),
        ("un porte-avions", ["un", "porte-avions"]),
        ("près de 2 700 appels", ["près", "de", "2 700", "appels"]),
        ("en 2023 450 personnes", ["en", "2023", "450", "personnes"]),
        ("3,50 € et 12 %", ["3,50", "et", "12"]),
        ("à 10h30, soit 14:05", ["à", "10h30", "soit", "14:05"]),
        ("le 1er et le XIXe", ["le", "1er", "et", "le", "XIXe"]),
        ("M. Venter, etc.", ["M", "Venter", "etc"]),
        ("aux U.S.A. hier", ["aux", "U.S.A.", "hier"]),
        ("voir https://www.a.example/b?c=d.", ["voir", "https://www.a.example/b?c=d"]),
        ("écrire à jean.dupont@a.example.", ["écrire", "à", "jean.dupont@a.example"]),
        ("les étudiant·es", ["les", "étudiant·es"]),
        ("Nous -- enfin moi", ["Nous", "enfin", "moi"]),
    ],
)
def test_words_of(text: str, words: list[str]) -> None:
    assert [w.text for w in find_words(text)] == words
    assert count_words(text) == len(words)


def test_kinds() -> None:
    text = "Écrire à a@b.example, voir www.c.example, les U.S.A., 2 700 et l’appel."
    assert [w.kind for w in find_words(text)] == [
        "form",
        "form",
        "email",
        "form",
        "url",
        "form",
        "dotted",
        "number",
        "form",
        "form",
    ]


@pytest.mark.parametrize("typed", ["L'appel n'a 2 700 « oui »", "L’appel n’a 2\u00a0700 «\u202foui\u202f»"])
def test_typography_changes_no_count(typed: str) -> None:
    assert count_words(typed) == 4


@pytest.mark.parametrize(
    ("word", "host"),
    [
        ("l’appel", "appel"),
        ("qu'il", "il"),
        ("jusqu’au", "au"),
        ("aujourd’hui", "aujourd’hui"),
        ("Optus", "Optus"),
        ("d’", "d’"),
    ],
)
def test_the_host_of_an_elided_form(word: str, host: str) -> None:
    assert without_elision(word) == host


@given(st.text(max_size=200))
def test_places_are_those_of_the_words(text: str) -> None:
    words = find_words(text)
    assert all(text[w.start : w.end] == w.text for w in words)
    assert all(a.end <= b.start for a, b in pairwise(words))
