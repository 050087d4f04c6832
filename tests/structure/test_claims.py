"""Claims: acronyms, quotations, dates, figures, attributions and vague words, each at its place."""

from __future__ import annotations

import pytest

from seoaudit.french.parse import parse_paragraphs
from seoaudit.structure.claims import (
    Place,
    find_acronyms,
    find_attributions,
    find_dates,
    find_figures,
    find_quotations,
    find_relative_dates,
    find_vague_claims,
)

DETECTORS = [
    find_acronyms,
    find_attributions,
    find_dates,
    find_figures,
    find_quotations,
    find_relative_dates,
    find_vague_claims,
]


def words(texts: list[str], place: Place) -> str:
    parsed = parse_paragraphs(texts)
    return parsed[place.paragraph].text[place.start : place.end]


@pytest.mark.parametrize("text", ["", "Oui", "… ! ?", "« « »", "🎉🎉", "«", "ABC " * 40, "12 " * 60])
@pytest.mark.parametrize("detect", DETECTORS)
def test_odd_texts_hold_places_within_the_text(text: str, detect: object) -> None:
    parsed = parse_paragraphs([text])
    for found in detect(parsed):  # type: ignore[operator] # one of seven signatures with the same first argument
        place = found if isinstance(found, Place) else found.place
        assert 0 <= place.start < place.end <= len(parsed[0].text)


@pytest.mark.parametrize(
    ("texts", "unexpanded"),
    [
        ([], []),
        (["Le dossier part à l'ACMA demain."], ["ACMA"]),
        (["L'Agence nationale des fréquences (ANFR) mesure les ondes. L'ANFR publie tout."], []),
        (["L'ANFP garde les bois.", "C'est l'Agence nationale des forêts privées qui décide."], []),
        (["Le CSPO, pour Conseil supérieur des ports ouverts, se réunit."], []),
        (["Le GRZX (groupe de recherche zonale extrême) a répondu."], []),
        (["Le roi Louis XIV régnait au XVIIe siècle."], []),
        (["NE PAS OUVRIR LA PORTE DU FOUR"], []),
        (["Jean DUPONTEL a voté."], []),
        (["Lisez TOUTE la notice du four."], []),
        (["Le syndicat SUDEX proteste, la chaîne espagnole TVEX aussi."], []),
        (["Ouvrez le fichier, puis LISEZ.md et le site GOVX.UK."], []),
        (["L'équipe du SSPX Cloud remercie les auteurs de VSX Code."], []),
        (['Tapez "INSERX", puis « DELX ».'], []),
        (["La directrice de l'ANSX Anne Morel a répondu."], ["ANSX"]),
        (["Selon la banque, KBCX perd de l'argent."], ["KBCX"]),
        (["La cour pénale internationale siège ici. La convention de la CPI court."], []),
    ],
)
def test_an_acronym_is_spelt_out_beside_it_or_anywhere(texts: list[str], unexpanded: list[str]) -> None:
    found = find_acronyms(parse_paragraphs(texts))
    assert [a.text for a in found if a.expansion is None and not a.known] == unexpanded


def test_an_acronym_everybody_knows_is_marked_and_counted() -> None:
    (found,) = find_acronyms(parse_paragraphs(["La SNCF recrute. La SNCF forme."]))
    assert found.known
    assert found.count == 2


@pytest.mark.parametrize(
    ("texts", "kinds"),
    [
        (["Il pleut."], []),
        (["« Nous avons perdu le contact avec la base. »"], ["none"]),
        (["« Nous avons perdu le contact avec la base », explique Anne Morel."], ["name"]),
        (["« Nous avons perdu le contact avec la base », a-t-elle ajouté."], ["pronoun"]),
        (["La directrice affirme : « Nous avons perdu le contact avec la base. »"], ["noun"]),
        (["Le maire parle d'une « honte » absolue."], []),
        (["« Nous partons demain matin, dit le chef, et vous restez ici. »"], ["noun"]),
        (
            ["« La sécurité n'a jamais été en cause, assure le vice-président, Luc Roy. Nous restons prudents. »"],
            ["noun"],
        ),
        (["« On n'a jamais vu cela ici, raconte Marie Dubois. Les enfants étaient ravis. »"], ["name"]),
        (["« Nous sommes prêts à partir, a indiqué le préfet. Les secours sont là. »"], ["noun"]),
        (["« C'est une honte, lâche un riverain. Personne ne nous écoute depuis un an. »"], ["noun"]),
        (["« Nous avons perdu, cela assure le débat pour dix ans. »"], ["none"]),
        (
            ["« Nous avons perdu le contact », explique Anne Morel.", "« Nous le cherchons toujours avec soin. »"],
            ["name", "inherited"],
        ),
    ],
)
def test_who_speaks_in_a_quotation(texts: list[str], kinds: list[str]) -> None:
    found = [q.kind for q in find_quotations(parse_paragraphs(texts))]
    assert found == kinds


def test_the_author_of_a_quotation_is_located() -> None:
    texts = ["« Nous avons perdu le contact avec la base », explique Anne Morel."]
    (found,) = find_quotations(parse_paragraphs(texts))
    assert found.author is not None
    assert words(texts, found.author) in "Anne Morel"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il pleut.", []),
        ("L'entreprise a fermé hier.", [("hier", False)]),
        ("Le désordre cessa, et cette année dura quatre cents jours.", []),
        ("C'était mon choix à l'époque.", []),
        ("L'entreprise a fermé l'année dernière.", [("l'année dernière", False)]),
        ("Paris, le 3 mai 2021. L'entreprise a fermé hier.", [("hier", True)]),
        ("La piscine ouvre du lundi au samedi.", []),
        ("Tous les mardis, il court.", []),
    ],
)
def test_relative_dates_and_whether_the_article_dates_itself(text: str, expected: list[tuple[str, bool]]) -> None:
    found = find_relative_dates(parse_paragraphs([text]))
    assert [(words([text], d.place), d.anchored) for d in found] == expected


def test_today_may_mean_nowadays() -> None:
    event, habit = "Le ministre a signé aujourd'hui.", "Aujourd'hui, tout le monde cuisine."
    assert [d.nowadays for d in find_relative_dates(parse_paragraphs([event, habit]))] == [False, True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il pleut.", []),
        ("Près de 2 700 appels ont échoué.", [("Près de 2 700 appels", "count", 2700.0, False)]),
        ("Selon la police, 300 personnes défilaient.", [("300 personnes", "count", 300.0, True)]),
        ("Le budget atteint 3,5 millions d'euros.", [("3,5 millions d'euros", "money", 3_500_000.0, False)]),
        ("Le taux monte à 12 %.", [("12 %", "percent", 12.0, False)]),
        ("Le site a perdu 7 % de ses visites.", [("7 %", "percent", 7.0, False)]),
        ("La loi de 1995 est abrogée.", []),
        ("Voir page 12.", []),
    ],
)
def test_figures_with_what_they_count(text: str, expected: list[tuple[str, str, float, bool]]) -> None:
    found = find_figures(parse_paragraphs([text]))
    assert [(words([text], f.place), f.kind, f.value, f.sourced) for f in found] == expected


def test_dates_that_name_a_day_or_a_year() -> None:
    texts = ["Le 8 novembre 2023, la loi de 1995 a changé."]
    assert [words(texts, d) for d in find_dates(parse_paragraphs(texts))] == ["8 novembre 2023", "1995"]


def test_an_attribution_names_its_source() -> None:
    texts = ["Selon le préfet, la route est coupée. La maire a déclaré que tout va bien."]
    found = find_attributions(parse_paragraphs(texts))
    assert [words(texts, a.source) for a in found if a.source] == ["préfet", "maire"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il pleut.", []),
        ("De nombreux clients protestent.", [False]),
        ("Plusieurs outils existent, comme la bêche.", [True]),
        ("Des experts jugent le plan trop cher.", []),
        ("C'est le plus grand port d'Europe.", []),
    ],
)
def test_vague_claims(text: str, expected: list[bool]) -> None:
    assert [v.listed for v in find_vague_claims(parse_paragraphs([text]))] == expected


@pytest.mark.parametrize(
    "text", ["Le camion passe le premier vendredi du mois.", "Partez dans dix minutes ou demain soir."]
)
def test_what_comes_round_again_or_is_any_time_is_no_relative_date(text: str) -> None:
    assert not find_relative_dates(parse_paragraphs([text]))


def test_a_figure_begins_with_a_word_of_its_own() -> None:
    text = "L’enquête auprès de 1 800 collégiens est close."
    figures = find_figures(parse_paragraphs([text]))
    assert [text[f.place.start : f.place.end] for f in figures] == ["1 800 collégiens"]
