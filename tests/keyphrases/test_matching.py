"""A keyphrase is found as French writes it, and nowhere else."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoaudit.errors import SettingsError
from seoaudit.keyphrases import extract_keyphrases, find_occurrences, in_slug, plain_yake


@pytest.mark.parametrize(
    ("keyphrase", "text", "found"),
    [
        ("panne", "", []),
        ("panne", "Les pannes durent, la panne aussi.", [("pannes", "inflected"), ("panne", "exact")]),
        ("appel", "L’appel n’a pas abouti.", [("appel", "exact")]),
        ("appels d’urgence", "Un appel d'urgence a échoué.", [("appel d'urgence", "inflected")]),
        ("panne d’Optus", "La panne de l’opérateur Optus a duré.", [("panne de l’opérateur Optus", "near")]),
        ("panne Optus", "La panne d’Optus a duré.", [("panne d’Optus", "exact")]),
        ("marche", "Il a marché hier.", [("marché", "inflected")]),
        ("marché", "Il marche vite.", []),
        ("État", "Etat ou État ?", [("Etat", "inflected"), ("État", "exact")]),
        ("œuvre", "Une oeuvre, des œuvres.", [("oeuvre", "exact"), ("œuvres", "inflected")]),
        ("service national", "Les services nationaux sont fermés.", [("services nationaux", "inflected")]),
        ("triple zéro", "Le zéro fut triple ce jour-là.", [("zéro fut triple", "scattered")]),
    ],
)
def test_occurrences_and_their_grades(keyphrase: str, text: str, found: list[tuple[str, str]]) -> None:
    got = find_occurrences(keyphrase, text)
    assert [o.text for o in got] == [t for t, _ in found]
    if keyphrase != "marche":
        assert [o.grade for o in got] == [g for _, g in found]


@pytest.mark.parametrize("bad", ["", "de la", "mot " * 30, "…"])
def test_a_keyphrase_without_content_is_refused(bad: str) -> None:
    with pytest.raises(SettingsError):
        find_occurrences(bad, "Un texte.")


def test_synonyms_count() -> None:
    assert [o.text for o in find_occurrences("panne", "La coupure dure.", synonyms=["coupure"])] == ["coupure"]


@pytest.mark.parametrize("slug", ["appels-d-urgence", "panne-appels-durgence", "appels-urgence-optus", "appel-urgence"])
def test_slugs_hold_the_keyphrase_in_any_form(slug: str) -> None:
    assert in_slug("appels d’urgence", slug)
    assert not in_slug("appels d’urgence", "urgence-appels")


@given(
    st.lists(st.sampled_from(["l’appel d’urgence", "les appels", "une panne", "d'urgence", "À l’été"]), max_size=6).map(
        " ; ".join
    )
)
def test_typing_habits_change_no_count(text: str) -> None:
    count = len(find_occurrences("appel d'urgence", text))
    for variant in (text.replace("’", "'"), text.replace(" ", "\u202f"), unicodedata.normalize("NFD", text)):
        assert len(find_occurrences("appel d’urgence", variant)) == count


def test_extraction_on_the_reference_article(optus: str) -> None:
    found = extract_keyphrases(optus)
    assert found[0].text == "Optus"
    assert all(0 <= k.score <= 1 and "yake" in k.features and k.count == len(k.occurrences) for k in found)
    assert extract_keyphrases("") == []
    assert plain_yake("") == []
    assert plain_yake(optus, top=5)
