"""The gap plan: words that add up, and questions that are specific, grammatical, new and not answered in the text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoaudit.french.parse import parse_paragraphs
from seoaudit.structure.claim_base import load_yaml
from seoaudit.structure.gap_groups import find_groups
from seoaudit.structure.gap_prompts import templates
from seoaudit.structure.gap_words import share_words
from seoaudit.structure.gaps import SectionGap, SectionText, plan_gaps

NEWS = [
    [
        (
            "La centrale de Brévanne a été arrêtée hier après la panne de son circuit de refroidissement. "
            "Près de 1 200 foyers ont perdu l'électricité."
        ),
        "L'exploitant n'a pas rétabli le courant dans la soirée. De nombreux habitants ont appelé la mairie.",
    ],
    [
        "L'ARVX a ouvert une enquête sur la maintenance du site. Clara Weiss a quitté la direction de la centrale.",
        "« Nous avons remplacé la pompe et nous surveillons le réseau », a-t-elle déclaré.",
    ],
    ["L'exploitant remettra un rapport au ministère."],
]
GUIDE = [
    [
        "Pour tailler un rosier, vous devez choisir un sécateur propre. Il faut couper les branches mortes.",
        "La taille est délicate. Plusieurs outils existent sur le marché.",
    ],
    ["L'arrosage demande du soin. Vous pouvez utiliser un goutteur. Ce système permet d'économiser une eau précieuse."],
]


def plan(paragraphs: list[list[str]], missing: int = 300, **named: str) -> list[SectionGap]:
    return plan_gaps([SectionText("", tuple(parse_paragraphs(p))) for p in paragraphs], missing=missing, **named)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def asked(paragraphs: list[list[str]], missing: int = 300, **named: str) -> list[str]:
    return [plain(p.fr) for gap in plan(paragraphs, missing, **named) for p in gap.prompts]


@pytest.mark.parametrize(
    "paragraphs", [[], [[]], [[""]], [["…"]], [["🎉"]], [["mot"]], [["mot " * 3000]], [["«" * 300]]]
)
def test_odd_texts_get_their_words_and_no_crash(paragraphs: list[list[str]]) -> None:
    gaps = plan(paragraphs, 90)
    assert sum(g.words for g in gaps) == (90 if paragraphs else 0)


@pytest.mark.parametrize("missing", [0, -5])
def test_nothing_missing_nothing_asked(missing: int) -> None:
    assert plan(NEWS, missing) == [SectionGap(0, ())] * 3


@pytest.mark.parametrize("paragraphs", [NEWS, GUIDE])
@pytest.mark.parametrize("missing", [37, 150, 355, 1000])
def test_up_to_four_questions_a_section_two_where_it_is_long_enough(paragraphs: list[list[str]], missing: int) -> None:
    gaps = plan(paragraphs, missing)
    assert sum(g.words for g in gaps) == missing
    assert any(g.prompts for g in gaps)
    for gap in gaps:
        assert len(gap.prompts) <= (4 if gap.words else 2)


@pytest.mark.parametrize("paragraphs", [NEWS, GUIDE])
def test_no_question_twice(paragraphs: list[list[str]]) -> None:
    found = asked(paragraphs, 600)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("paragraphs", [NEWS, GUIDE])
def test_what_a_question_quotes_stands_in_its_section(paragraphs: list[list[str]]) -> None:
    for own, gap in zip(paragraphs, plan(paragraphs, 600), strict=True):
        text = plain(" ".join(own)).lower()
        for prompt in gap.prompts:
            for quoted in re.findall(r"« (.+?)…? »", plain(prompt.fr)):
                assert quoted.lower() in text
            for quoted in re.findall(r"“(.+?)…?”", plain(prompt.en)):
                assert quoted.lower() in text


def test_evidence_points_at_the_words_asked_about() -> None:
    for own, gap in zip(NEWS, plan(NEWS, 600), strict=True):
        parsed = parse_paragraphs(own)
        for prompt in gap.prompts:
            if prompt.evidence is None:
                assert "«" not in prompt.fr, "what quotes the article says where"
                continue
            paragraph, start, end = prompt.evidence
            words = parsed[paragraph].text[start:end]
            assert words
            assert set(re.findall(r"\w{4,}", words.lower())) & set(re.findall(r"\w{4,}", plain(prompt.fr).lower()))


def test_no_sentence_is_copied_as_a_whole() -> None:
    sentences = [s for own in (*NEWS, *GUIDE) for p in own for s in re.split(r"(?<=[.!?])\s", p)]
    found = asked(NEWS, 900) + asked(GUIDE, 900)
    assert not [s for s in sentences if any(s.rstrip(".").lower() in q.lower() for q in found)]


def test_an_acronym_never_spelt_out_is_asked_about_once() -> None:
    assert [q for q in asked(NEWS, 900) if "ARVX" in q] == [
        "Que signifie ARVX ? Développez le sigle à sa première mention."
    ]
    spelt = [*NEWS, ["L'Autorité de régulation et de vigilance (ARVX) existe depuis dix ans."]]
    assert not [q for q in asked(spelt, 900) if q.startswith("Que signifie ARVX")]


def test_the_cause_is_asked_for_unless_the_text_gives_it() -> None:
    event = "La panne du réseau national a duré trois heures."
    cause = "La panne a été provoquée par une pelleteuse."
    question = "Quelle est l'origine de la panne du réseau national ?"
    assert question in asked([[event]])
    assert question not in asked([[event], [cause]], 300)


def test_the_article_of_a_group_is_contracted() -> None:
    assert "Quelle est l'origine du dysfonctionnement de la vanne ?" in asked(
        [["Le dysfonctionnement de la vanne a inondé la cave. La police a fermé la rue."]]
    )


def test_a_possessive_gives_way_to_the_article() -> None:
    (group,) = find_groups(parse_paragraphs(["On craint la panne de son service national."]))
    assert group.definite == "la panne du service national"


@pytest.mark.parametrize("verb", ["PDG de la société, a", "qui n'a pas répondu, a"])
def test_a_person_with_a_role_is_not_asked_about(verb: str) -> None:
    question = "Qui est Clara Weiss ? Précisez sa fonction à la première mention."
    text = f"Clara Weiss, {verb} fermé l'usine. La police a enquêté."
    assert (question in asked([[text]])) == (not verb.startswith("PDG"))


def test_a_relative_date_is_asked_about_unless_the_article_is_dated() -> None:
    text = "La centrale a fermé hier. La direction a quitté la ville."
    assert any("« hier »" in q for q in asked([[text]]))
    assert not any("« hier »" in q for q in asked([["Lyon, le 3 mai 2021. " + text]]))


def test_a_quotation_without_its_author_is_asked_about() -> None:
    text = ["Le pont a fermé mardi.", "« Nous avons perdu le contact avec la base. »"]
    assert any(q.startswith("« Nous avons perdu le contact… » : qui parle ?") for q in asked([text]))


def test_a_figure_with_a_source_is_not_asked_for_one() -> None:
    bare, sourced = "Le salon a reçu 8 000 visiteurs.", "Selon la mairie, le salon a reçu 8 000 visiteurs."
    assert any(q.startswith("« 8 000 visiteurs » : d'où vient ce chiffre") for q in asked([[bare]]))
    assert not any("d'où vient ce chiffre" in q for q in asked([[sourced]]))


def test_the_keyphrase_comes_first() -> None:
    text = ["La réforme des ports a été votée. La grève des dockers a commencé. La fermeture du quai a été décidée."]
    first = asked([text], 30, keyphrase="fermeture du quai")
    assert any("fermeture du quai" in q for q in first)


def test_a_guide_is_asked_for_examples_of_things_not_of_people() -> None:
    assert "« plusieurs outils » : citez-en deux ou trois." in asked(GUIDE, 900)
    assert not any("adoptants" in q for q in asked([["Certains adoptants préfèrent un chat. Vous pouvez choisir."]]))


def test_a_section_that_holds_only_a_heading_is_asked_about_it() -> None:
    sections = [SectionText("Le prix", ()), SectionText("", tuple(parse_paragraphs(NEWS[0])))]
    gap = plan_gaps(sections, missing=200)[0]
    assert gap.words > 0
    assert len(gap.prompts) == 1
    assert all("« Le prix »" in plain(p.fr) and p.evidence is None for p in gap.prompts)


def test_typography_is_french() -> None:
    for gap in plan(NEWS, 600):
        for prompt in gap.prompts:
            assert not re.search(r"[^\u202f][?!;]|[^\u00a0][:»]|«[^\u00a0]|'", prompt.fr)


def test_the_reference_article_is_asked_what_an_editor_would_ask(optus: str) -> None:
    paragraphs = [p for p in optus.split("\n") if p.strip()]
    sections = [paragraphs[:3], paragraphs[3:5], paragraphs[5:8], paragraphs[8:]]
    gaps = plan(sections, 355)
    assert sum(g.words for g in gaps) == 355
    assert all(g.words >= 50 for g in gaps)
    found = asked(sections, 355)
    assert "Que signifie ACMA ? Développez le sigle à sa première mention." in found
    assert any("origine de la panne" in q for q in found)
    assert any(q.startswith("« aujourd'hui »") for q in found)
    assert any("pronom" in q for q in found)
    assert not any("PDG" in q for q in found), "a known acronym, and a role the text gives"


def test_every_template_has_both_languages_and_quotes_the_article() -> None:
    for name, t in templates().items():
        assert set(t) == {"kind", "weight", "fr", "en"}, name
        assert name == "no-source" or "{x}" in t["fr"], name
        assert name == "no-source" or "{x}" in t["en"], name
        assert 0 < t["weight"] <= 1, name


def test_the_questions_about_things_can_all_be_filled() -> None:
    for topic in load_yaml("gap_topics.yaml"):
        assert topic.get("nouns") or topic.get("suffixes"), topic["class"]
        for question in topic["ask"]:
            assert "{np}" in question["fr"][-1], topic["class"]
            assert "{np}" in question["en"], topic["class"]


@given(st.lists(st.integers(0, 400), min_size=1, max_size=9), st.integers(0, 3000))
def test_shares_add_up_and_are_tens_but_one(lengths: list[int], missing: int) -> None:
    shares = share_words(lengths, missing)
    assert sum(shares) == missing
    assert min(shares) >= 0
    assert sum(s % 10 != 0 for s in shares) <= 1


@given(st.lists(st.integers(20, 120), min_size=2, max_size=6))
def test_thin_sections_are_raised_towards_the_others(lengths: list[int]) -> None:
    shares = share_words(lengths, 10 * sum(lengths))
    totals = [a + b for a, b in zip(lengths, shares, strict=True)][:-1]
    assert max(totals) - min(totals) <= 30


def test_a_short_closing_section_gets_less_than_the_others() -> None:
    *others, closing = [a + b for a, b in zip([140, 80, 90, 30], share_words([140, 80, 90, 30], 360), strict=True)]
    assert 60 <= closing < min(others)


@pytest.mark.parametrize(("lengths", "missing"), [([], 10), ([10], -1)])
def test_words_cannot_be_shared_over_nothing(lengths: list[int], missing: int) -> None:
    with pytest.raises(ValueError, match="words"):
        share_words(lengths, missing)


def test_a_section_is_asked_for_a_source_only_where_there_is_something_to_check() -> None:
    def source_asked(text: str) -> bool:
        return any(
            "source" in q or "Donnez le lien" in q for q in asked([[text], ["Vous pouvez tailler en mars."]], 400)
        )

    assert source_asked("La loi impose une haie de deux mètres. Le plant coûte 30 % de plus.")
    assert not source_asked("La taille demande un outil propre. Le sécateur ne s'emploie pas sur le bois mort.")
    assert not source_asked("Selon l'Ademe, la loi impose une haie de deux mètres.")


def test_what_is_still_to_come_is_not_asked_for_its_outcome() -> None:
    come, past = (
        asked([[f"Le pont a rouvert hier après trois semaines. Une nouvelle inspection {verb} au printemps."]])
        for verb in ("aura lieu", "a eu lieu")
    )
    assert not any("qu'en est-il sorti" in q for q in come)
    assert any("nouvelle inspection" in q and "date" in q for q in come)
    assert any("qu'en est-il sorti" in q for q in past)


def test_no_section_is_asked_for_a_source_of_what_its_author_lived() -> None:
    lived = "Nous avons marché deux jours. Nous avons payé 70 euros la nuit au refuge, repas compris."
    assert not any("source" in q and "Cette partie" in q for q in asked([[lived], ["Le refuge ouvre en juin."]]))


def test_what_is_denied_is_not_asked_about() -> None:
    denied = "Le ministre le répète depuis des mois : ce n'est pas une réforme contre les petits propriétaires."
    assert not any("réforme contre" in q for q in asked([[denied]]))


def test_the_person_beside_a_quotation_is_its_author() -> None:
    text = "Didier Grosjean a passé trente ans aux fours. « Je sais sortir une cuvette sans un défaut de cuisson. »"
    assert not any("qui parle" in q for q in asked([[text]]))


def test_a_price_of_a_guide_is_asked_for_its_date_with_its_whole_range() -> None:
    price = "Comptez 20 à 40 € par rosier. Vous pouvez acheter en ligne."
    assert any(q.startswith("« 20 à 40 € »") for q in asked([[price], *GUIDE]))


def test_a_multitude_is_not_asked_to_be_listed() -> None:
    found = asked([["Vous pouvez trier plusieurs milliers de photos.", *GUIDE[0]], GUIDE[1]], 900)
    assert not any("milliers" in q and "citez-en" in q for q in found)


def test_a_missing_source_is_asked_for_once_where_most_can_be_checked() -> None:
    parts = [
        ["La loi de 2019 fixe la durée du bail. Le locataire peut donner congé."],
        ["La loi, le décret et le règlement se suivent. Les experts et les chercheurs n'y lisent pas la même chose."],
        ["Le décret précise la forme de l'état des lieux. Le propriétaire le signe."],
    ]
    said = [[plain(p.fr) for p in gap.prompts] for gap in plan(parts, 600)]
    held = [any("aucune source" in q for q in own) for own in said]
    assert held == [False, True, False]


@pytest.mark.parametrize(
    "told",
    [
        "Nous avons compté les boîtes tout l'été. Le vert représente 54 % des ventes du magasin.",
        "L'amendement porte à 54 % des ventes la part réservée aux producteurs.",
        "Si vos machines tournent déjà à 54 % du temps, inutile de changer.",
        "Le banc a mesuré 54 % de lumière en moins à l'extérieur.",
    ],
)
def test_a_figure_whose_origin_the_text_tells_is_not_asked_for(told: str) -> None:
    assert not any("d'où vient ce chiffre" in q for q in asked([[told]], 300))


def test_a_sum_that_is_given_has_no_price_date() -> None:
    guide = "Pour louer la salle, vous devez remplir le formulaire. {} Il faut le rendre en mai. Vous pouvez l'envoyer."
    assert any("ce prix" in q for q in asked([[guide.format("Comptez 60 euros la journée.")]]))
    assert not any("ce prix" in q for q in asked([[guide.format("Une aide de 60 euros est possible.")]]))


def test_a_weekday_beside_a_day_of_the_month_is_dated() -> None:
    told = "La digue a cédé mercredi soir. Le préfet a ordonné l'évacuation."
    assert any("mercredi soir" in q for q in asked([[told]]))
    assert not any("mercredi soir" in q for q in asked([["Les pluies ont commencé le 14 octobre.", told]]))


@pytest.mark.parametrize(
    "introduced",
    [
        "un technicien de maintenance, Paul Dumas, a donné l'alerte",
        "l'entomologiste du Missouri Paul Dumas a donné l'alerte",
        "le syndicat, par son délégué Paul Dumas, a donné l'alerte",
    ],
)
def test_a_trade_before_a_name_introduces_it(introduced: str) -> None:
    rest = " Les secours sont arrivés. La mairie a ouvert une salle. Personne n'a été blessé."
    assert not any("Paul Dumas" in q for q in asked([[f"Mardi, {introduced}.{rest}"]]))
    assert any("Paul Dumas" in q for q in asked([[f"Mardi, Paul Dumas a donné l'alerte.{rest}"]]))


def test_a_long_article_is_not_asked_what_became_of_what_it_names() -> None:
    news = ["La fuite a vidé le réservoir. Les pompiers ont fermé la vanne."]
    assert any("origine de la fuite" in q for q in asked([news]))
    more = ["Le maire a réuni les habitants. La salle a ouvert tard. Les enfants ont dormi là."] * 35
    assert not any("origine" in q for q in asked([news, more], 900))


def test_a_refrain_is_never_asked_twice() -> None:
    said = asked([[p] for p in ("Le bois sèche.", "La pluie tombe.", "Le vent tourne.", "La nuit vient.")], 900)
    assert len(said) == len(set(said))


def test_a_text_of_a_distant_past_is_not_asked_as_news() -> None:
    old = (
        "En 1872 une tempête emporta la digue. Le conseil général vota des crédits, les maçons revinrent au printemps "
        "et posèrent les premières pierres. La guerre arrêta le chantier. Les gardiens montèrent à la tour, allumèrent "
        "la lampe et veillèrent chaque nuit."
    )
    said = " ".join(asked([[old], ["La tour resta vide. Le village oublia la lampe, puis la mer la prit."]]))
    assert not any(question in said for question in ("secours", "qui parle en son nom", "quand exactement"))


def test_the_one_person_an_article_quotes_says_all_it_quotes() -> None:
    parts = [
        ["« Je relie des livres depuis vingt ans », dit Anne Le Goff, dans son atelier."],
        ["La colle sèche sur la table. « Celui-là, il est tombé dans une inondation en mai. »"],
    ]
    assert not any("qui parle" in q for q in asked(parts))
