"""Common and rare words by the model's own vocabulary."""

from __future__ import annotations

import pytest

from seoaudit.french.frequency import is_common
from seoaudit.french.parse import parse_paragraphs
from seoaudit.french.rare_words import rare_words


@pytest.mark.parametrize(
    "form", ["de", "la", "maison", "Maison", "fonctionner", "porte-parole", "téléphone", "aujourd'hui"]
)
def test_common_forms(form: str) -> None:
    assert is_common(form)


@pytest.mark.parametrize("form", ["abscons", "anticonstitutionnellement", "zzyzx", ""])
def test_uncommon_forms(form: str) -> None:
    assert not is_common(form)


def found(text: str, known: tuple[str, ...] = ()) -> list[str]:
    return [t.text for _, t in rare_words(parse_paragraphs([text]), known).found]


def test_rare_words_are_listed_in_order() -> None:
    assert found("Ce discours abscons ignore la gabegie du chantier.") == ["abscons", "gabegie"]


@pytest.mark.parametrize(
    "text",
    [
        "Il présenterait volontiers la maison.",  # an uncommon form of a common word
        "Monsieur Zlatkovitch habite à Oulchy-le-Château.",  # names
        "Le SMTPZ et le sigle GRTZX fonctionnent.",  # acronyms
        "Ouvrez config_zzyzx.py ou https://zzyzx.example/gabegie puis lisez.",  # code and addresses
        "",
        "…",
        "x" * 5000,
    ],
)
def test_names_acronyms_inflections_and_codes_are_not_rare(text: str) -> None:
    assert found(text) == []


def test_the_articles_own_subject_is_not_rare() -> None:
    assert found("La gabegie du chantier coûte cher.", ("gabegie",)) == []
    assert found("La gabegie coûte. La gabegie dure. La gabegie lasse.") == []
