"""Negations in two words, and those that "sans" turns over."""

from __future__ import annotations

import pytest

from seoaudit.french.negation import negations
from seoaudit.french.parse import parse_paragraphs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il ne vient pas.", ["ne vient pas"]),
        ("Personne n’est venu.", ["Personne n'"]),
        ("Il n’a jamais rien dit.", ["n'a jamais"]),
        ("Ne pas ouvrir avant midi.", ["Ne pas"]),
        ("Il ne vient que le soir.", []),
        ("Il avance pas à pas.", []),
        ("Je crains qu’il ne pleuve.", []),
        ("", []),
        ("ne", []),
    ],
)
def test_negations(text: str, expected: list[str]) -> None:
    parsed = parse_paragraphs([text])[0]
    assert [parsed.text[n.start : n.end] for n in negations(parsed)] == expected


@pytest.mark.parametrize(
    ("text", "double"),
    [
        ("Ce choix n’est pas sans risque.", True),
        ("La mesure ne va pas sans poser des questions.", True),
        ("On ne va pas discuter sans fin.", False),
        ("Il ne part jamais sans elle.", False),
    ],
)
def test_double_negations(text: str, double: bool) -> None:
    assert [n.double for n in negations(parse_paragraphs([text])[0])] == [double]
