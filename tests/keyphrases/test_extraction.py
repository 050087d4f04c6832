"""Extraction: whole names, one phrase for one thing, best surface forms, features that are always there."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seoaudit.keyphrases import Corpus, extract_keyphrases, find_occurrences
from seoaudit.keyphrases.corpus.phrases import runs_of
from seoaudit.keyphrases.features import FEATURES

NEWS = """Anne Roy a été élue présidente de la Fédération des marchés couverts (FMC). Roy succède à Luc Petit.
La FMC réunit trois cents marchés couverts. Anne Roy veut rouvrir les marchés couverts fermés.
« Les marchés couverts revivent », assure Roy. La présidente de la fédération compte sur la FMC."""


def texts(text: str, title: str = "", top: int = 10) -> list[str]:
    return [k.text for k in extract_keyphrases(text, title=title, top=top)]


def test_the_reference_article_names_its_subjects(optus: str) -> None:
    found = texts(optus)
    assert {"Optus", "triple zéro", "panne", "clients", "Sénat"} <= set(found)
    assert "zéro" not in found
    assert not any(t.startswith("grande") for t in found)
    assert all("'" not in t for t in found), "the article writes ’"


def test_a_surname_counts_as_the_full_name() -> None:
    found = {k.text: k.count for k in extract_keyphrases(NEWS)}
    assert found["Anne Roy"] == 4
    assert "Roy" not in found


def test_two_persons_of_one_surname_stay_two() -> None:
    found = texts("Anne Roy et Luc Roy ont signé. Roy a parlé. Anne Roy dirige le marché. Luc Roy le finance.")
    assert "Anne Roy" in found
    assert "Luc Roy" in found


def test_an_acronym_counts_as_what_it_stands_for() -> None:
    found = {k.text: k.count for k in extract_keyphrases(NEWS)}
    assert found["Fédération des marchés couverts"] == 4
    assert "FMC" not in found


def test_the_form_shown_is_the_commonest_as_typed_without_article() -> None:
    text = "L’Écluse de l’Orb rouvre. Les écluses du canal ferment. Une écluse manque. L’écluse coûte cher. Une écluse."
    assert "écluse" in texts(text)
    assert all(not t.lower().startswith(("l’", "la ", "les ", "une ")) for t in texts(text))


def test_every_feature_is_there_and_finite_with_a_title_and_without() -> None:
    for title in ("", "Les marchés couverts"):
        for k in extract_keyphrases(NEWS, title=title):
            assert set(k.features) == set(FEATURES)
            assert all(isinstance(v, float) and math.isfinite(v) for v in k.features.values())
            assert 0 < k.score < 1


def test_what_the_title_names_comes_earlier() -> None:
    untitled, titled = texts(NEWS), texts(NEWS, "Luc Petit, un bilan")
    assert titled.index("Luc Petit") < untitled.index("Luc Petit")


@pytest.mark.parametrize("text", ["", " ", "…", "🎉", "Oui.", "123", "de la de la", "?!" * 50])
def test_texts_without_phrases_give_none_or_few(text: str) -> None:
    assert len(extract_keyphrases(text)) <= 1


def test_as_many_as_asked_for_best_first() -> None:
    found = extract_keyphrases(NEWS, top=3)
    assert len(found) == 3
    assert [k.score for k in found] == sorted((k.score for k in found), reverse=True)


WORDS = [
    "Le",
    "marché",
    "couvert",
    "d'Angers",
    "rouvre",
    "Anne",
    "Roy",
    "(",
    "FMC",
    ")",
    ".",
    ",",
    "la",
    "fédération",
    "«",
    "2",
    "700",
    "»",
    "été",
    "Été",
    "zéro",
    "triple",
]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_places_hold_the_phrase_and_densities_make_sense(text: str) -> None:
    for k in extract_keyphrases(text, title="Le marché"):
        assert k.count == len(k.occurrences)
        assert 0 <= k.density <= 100
        assert all(p == 0 and 0 <= a < b <= len(text) for p, a, b in k.occurrences)


@pytest.mark.parametrize(
    ("text", "there", "absent"),
    [
        ("Un plombier pas cher Lyon, c'est le plombier pas cher Lyon.", {"plombier pas cher Lyon"}, {"cher Lyon"}),
        (
            "Face à Apple, Samsung perd du terrain. Face à Apple, que faire ?",
            {"Apple"},
            {"Face", "face", "face à Apple"},
        ),
        ("Une quarantaine d'habitants sont venus. Les habitants parlent.", {"habitants"}, {"quarantaine d'habitants"}),
        ("Selon M. Barack Obama, tout va. B. Obama a parlé. Obama a ri.", {"Barack Obama"}, {"B. Obama", "Obama"}),
        ("L'Etat paie. L'Etat décide. Que fera l'État ?", {"État"}, {"Etat"}),
        (
            "Le traité cite la CPI (Cour pénale internationale). La CPI juge ces crimes.",
            {"Cour pénale internationale"},
            {"CPI"},
        ),
        ("Il a plu lundi dernier. L'année dernière fut sèche.", set(), {"lundi dernier", "année dernière"}),
        (
            "Réunion du mardi 12 mars : la mairie parle de la halle. La halle sera refaite.",
            {"halle"},
            {"mars", "12 mars"},
        ),
        ("Écluses rouvertes au public. Le maire a visité les écluses hier.", {"écluses"}, {"Écluses"}),
        ("Le Crédit Mutuel Arkéa signe. Arkéa ouvre une agence.", set(), {"Mutuel Arkéa", "Mutuel"}),
        (
            "L'agence Moody's note 28 banques espagnoles. La note de 28 banques espagnoles a baissé, dit Moody's.",
            {"agence Moody's", "banques espagnoles"},
            {"Moody'", "s"},
        ),
        (
            "Une traduction automatique basée sur un pivot. Cette traduction automatique basée sur un pivot avance.",
            {"traduction automatique"},
            {"traduction automatique basée"},
        ),
        ("Fermé en juin. Rouvert en juin. Plein en juin. La piscine a plu.", {"piscine"}, {"juin"}),
        ("Quels types de sols ? Quels types de sols pour la vigne ?", {"types de sols"}, {"quels types", "quels"}),
        ("LoX interroge des corpus annotés. LoX est un outil.", {"LoX"}, {"loX"}),
        (
            "Voici deux mesures de comparabilité quantitatives et un système de fichiers distribué.",
            {"mesures de comparabilité quantitatives", "système de fichiers distribué"},
            {"comparabilité quantitatives", "fichiers distribué"},
        ),
        ("Le français technique évolue, le chinois contemporain aussi.", {"français technique"}, set()),
        ("Fête le 21 octobre 2012. Le 21 octobre 2012, le bal. Oui, le 21 octobre 2012.", set(), {"octobre 2012"}),
        ("Elle a battu la Polonaise Agnieszka Radwanska en finale.", set(), {"Polonaise Agnieszka Radwanska"}),
        ("Un télescope a vu un système à quatre étoiles.", {"système à quatre étoiles"}, set()),
    ],
)
def test_phrases_are_whole_and_name_something(text: str, there: set[str], absent: set[str]) -> None:
    found = set(texts(text, top=30))
    assert there <= found
    assert not absent & found


def stems(phrase: str) -> str:
    return " ".join(next(runs_of(phrase)))


PAGES = {"Fédération des marchés couverts": 40, "marchés couverts": 9, "Anne Roy": 4}
SITE = Corpus(40, 2, {stems(phrase): n for phrase, n in PAGES.items()})


def test_what_every_page_of_the_site_says_sinks() -> None:
    alone, on_site = texts(NEWS, top=40), [k.text for k in extract_keyphrases(NEWS, top=40, corpus=SITE)]
    assert alone.index("Fédération des marchés couverts") < 5
    assert on_site.index("Fédération des marchés couverts") > alone.index("Fédération des marchés couverts") + 3
    assert on_site.index("Anne Roy") <= alone.index("Anne Roy")


def test_the_part_of_the_corpus_is_among_the_features() -> None:
    found = {k.text: k.features["site_wide"] for k in extract_keyphrases(NEWS, top=40, corpus=SITE)}
    assert found["Fédération des marchés couverts"] == 1
    assert found["Anne Roy"] == 0
    assert all("site_wide" not in k.features for k in extract_keyphrases(NEWS))


def test_a_corpus_may_be_given_as_its_file(tmp_path: Path) -> None:
    table = tmp_path / "df.json"
    table.write_text(SITE.to_json(), "utf-8")
    assert extract_keyphrases(NEWS, corpus=table) == extract_keyphrases(NEWS, corpus=SITE)


HEAT_PUMP = (
    "La pompe à chaleur chauffe la maison. Les pompes à chaleur ouvrent droit à MaPrimeRénov'. MaPrimeRénov' finance "
    "la pompe. La pompe à chaleur consomme peu. L'Agence nationale de l'habitat (Anah) verse MaPrimeRénov'. L'Anah "
    "conseille de garder la chaleur dans la maison. Une pompe à chaleur dure vingt ans."
)


def test_a_compound_noun_is_ahead_of_its_parts() -> None:
    found = texts(HEAT_PUMP, top=30)
    assert found[0] == "pompe à chaleur"
    assert not {"pompe", "chaleur"} & set(found[:5])


def test_a_name_keeps_the_apostrophe_it_is_shortened_by() -> None:
    found = {k.text: k.count for k in extract_keyphrases(HEAT_PUMP)}
    assert found["MaPrimeRénov'"] == 3
    assert "finance" not in found, "a verb after it is none of its neighbours"
    assert "Bonjour'" not in texts("Elle lui a dit 'Bonjour' deux fois. Il a dit 'Bonjour'. Bonjour est un mot poli.")


def test_an_acronym_that_is_read_as_a_word_is_known() -> None:
    found = {k.text: k for k in extract_keyphrases(HEAT_PUMP)}
    assert found["Agence nationale de l'habitat"].count == 3
    assert found["Agence nationale de l'habitat"].aliases == ("Anah",)
    assert "Anah" not in found
    politician = {k.text: k for k in extract_keyphrases("Pierre Moscovici (Psoe) a voté. Pierre Moscovici rit. Psoe.")}
    assert politician["Pierre Moscovici"].aliases == ()


@pytest.mark.parametrize("sample", ["optus.txt", "texte-brut.txt", "breve.txt"])
def test_a_phrase_is_counted_as_matching_counts_it(samples: Path, sample: str) -> None:
    text = (samples / sample).read_text("utf-8")
    for k in extract_keyphrases(text, top=20):
        if not k.aliases and k.count:
            grades = [o.grade for o in find_occurrences(k.text, text)]
            assert k.count == grades.count("exact") + grades.count("inflected")
