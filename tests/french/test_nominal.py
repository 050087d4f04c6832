"""Nouns of action and their chains."""

from __future__ import annotations

import pytest

from seoaudit.french.nominal import is_action, noun_chains
from seoaudit.french.parse import parse_paragraphs


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        ("La validation de l’amélioration de la gestion du réseau avance.", [(4, 3)]),
        ("La restriction des exonérations de cotisations commence.", [(3, 3)]),
        ("La gestion du réseau avance.", []),
        ("Le toit de la maison du gardien fuit.", []),
        ("La préparation, la gestion et le paiement avancent.", []),
        ("", []),
    ],
)
def test_chains_of_nouns(text: str, chains: list[tuple[int, int]]) -> None:
    parsed = parse_paragraphs([text])[0]
    assert [(c.nouns, c.actions) for c in noun_chains(parsed)] == chains


def test_nouns_of_action_by_their_ending() -> None:
    parsed = parse_paragraphs(["Le gouvernement suit la gestion et le paiement du logement pendant un moment."])[0]
    assert [t.text for t in parsed.tokens if is_action(t)] == ["gestion", "paiement"]
