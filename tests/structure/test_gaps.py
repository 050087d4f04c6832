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
    ["L'exploitant remettra un rapport au ministère et à l'ARVX."],
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
    assert not [q for q in asked(NEWS[:2], 900) if "ARVX" in q], "a reader passes over what is named once"
    assert [q for q in asked(NEWS[:2], 900, title="Brévanne : l'ARVX enquête") if "ARVX" in q]
    party = [["Le Parti populaire a perdu. Le PP proteste. Le PP a saisi le juge."]]
    assert not [q for q in asked(party, 900) if "PP" in q], "the two words are there"


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
    told = ["Lise Morel a fermé le pont mardi.", "« Nous avons perdu le contact avec la base. »"]
    assert not any("qui parle" in q for q in asked([told])), "the reader takes the words for hers"


def test_a_figure_with_a_source_is_not_asked_for_one() -> None:
    bare, sourced = "Le salon a reçu 8 000 visiteurs.", "Selon la mairie, le salon a reçu 8 000 visiteurs."
    assert any(q.startswith("« 8 000 visiteurs » : d'où vient ce chiffre") for q in asked([[bare]]))
    assert not any("d'où vient ce chiffre" in q for q in asked([[sourced]]))


def test_the_keyphrase_comes_first() -> None:
    text = [
        "La panne du portique a duré une heure. La fuite du bassin a inondé le quai. L'incendie du hangar a repris."
    ]
    first = asked([text], 30, keyphrase="incendie du hangar")
    assert any("incendie du hangar" in q for q in first)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Le modèle a été essayé dans plusieurs villes.", "« plusieurs villes »"),
        ("Le produit a été retiré dans de nombreux pays.", "« de nombreux pays »"),
        ("Le modèle a été essayé à Lille, à Metz et dans plusieurs villes.", "« plusieurs villes »"),
        ("Le modèle a été essayé dans plusieurs villes, dont Lille.", ""),
        ("Le modèle a été essayé dans plusieurs villes. Lille et Metz ont commencé.", ""),
        ("Le modèle peut servir dans plusieurs villes.", ""),
        ("Le modèle existe en plusieurs couleurs.", ""),
        ("Le modèle a été essayé dans certaines villes.", ""),
        ("Le banc a servi à plusieurs milliers de villes.", ""),
    ],
)
def test_several_things_are_to_be_named_where_they_bear_a_name(text: str, wanted: str) -> None:
    found = [q for q in asked([[text, "Vous pouvez le louer."]], 300) if "citez-en" in q]
    assert found == ([f"{wanted} : citez-en deux ou trois."] if wanted else [])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Des analystes ont prévenu que la banque perdrait son rang. La bourse a fermé.", "« analystes »"),
        ("Les analystes ont prévenu que la banque perdrait son rang. La bourse a fermé.", ""),
        ("Des analystes ont quitté la banque. La bourse a fermé.", ""),
        ("Le procureur a expliqué que le vol datait de mars. La police a fouillé la cave.", "« procureur »"),
        ("Le procureur Jean Morel a expliqué que le vol datait de mars. La police a fouillé la cave.", ""),
        ("Le procureur a quitté la salle. La police a fouillé la cave.", ""),
    ],
)
def test_who_speaks_without_a_name_is_asked_for_it(text: str, wanted: str) -> None:
    found = [q for q in asked([[text]], 300) if "de qui s'agit-il" in q]
    assert [q.split(" : ")[0] for q in found] == ([wanted] if wanted else [])


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        (
            "La caissière a quitté la banque et travaille aujourd'hui dans une école. Le juge a entendu le directeur.",
            False,
        ),
        ("La caissière a quitté la banque aujourd'hui. Le juge a entendu le directeur.", True),
        ("La banque a fermé. Son nom reste, aujourd'hui encore, gravé au fronton. Le juge a vendu le mobilier.", False),
    ],
)
def test_these_days_are_no_date(text: str, dated: bool) -> None:
    assert any("aujourd'hui" in q for q in asked([[text]], 300)) == dated


def test_a_guide_is_not_asked_what_day_it_means() -> None:
    guide = "Vous pouvez semer dimanche. Il faut arroser cette année. Votre voisin a semé l'an dernier."
    assert [q for q in asked([[guide]], 300) if "«" in q] == ["« l'an dernier » : donnez l'année."]


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
    assert all(g.words >= 50 for g in gaps if any(p.extends for p in g.prompts))
    found = asked(sections, 355)
    assert any("origine de la panne" in q for q in found)
    assert any(q.startswith("« aujourd'hui »") for q in found)
    assert any("mettra à jour le dossier" in q and "échéance" in q for q in found)
    assert not any("ACMA" in q for q in found), "the text says who that is, and names it once"
    assert not any("PDG" in q for q in found), "a known acronym, and a role the text gives"


def test_every_template_has_both_languages_and_quotes_the_article() -> None:
    for name, t in templates().items():
        assert set(t) == {"kind", "weight", "fr", "en"}, name
        assert "{x}" in t["fr"], name
        assert "{x}" in t["en"], name
        assert 0 < t["weight"] <= 1, name


def test_the_questions_about_things_can_all_be_filled() -> None:
    for topic in load_yaml("gap_topics.yaml"):
        assert topic["nouns"], topic["class"]
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


REFERENCES = {
    "law": (
        "quel texte",
        "La loi impose une haie de deux mètres.",
        "La loi du 6 juillet 1989 impose un état des lieux.",
    ),
    "fine": ("quel texte", "Vendre un vélo débridé est puni d'une amende.", "L'article L317-1 le punit d'une amende."),
    "study": (
        "de qui, et de quand",
        "Une étude récente montre que la sieste repose.",
        "Une étude de 2019 le montre aussi.",
    ),
    "review": (
        "laquelle",
        "Le résultat paraît dans une revue médicale.",
        "Il paraît dans une revue médicale, The Lancet.",
    ),
    "site": (
        "l'adresse ou le lien",
        "La liste est publiée sur le site de la commune.",
        "Voyez le site liste.fr de la commune.",
    ),
    "place": (
        "l'adresse ou le lien",
        "La carte est en ligne sur le site du parc naturel.",
        "Les ouvriers travaillent sur le site du parc.",
    ),
    "call": ("quel numéro", "Pour venir, appelez Fatou.", "Pour venir, appelez Fatou au 02 40 12 34 56."),
    "register": (
        "auprès de qui",
        "La visite se fait sur inscription.",
        "La visite se fait sur inscription à la mairie.",
    ),
    "year": ("précisez l'année", "La fête a lieu le samedi 14 juin.", "La fête a lieu le samedi 14 juin 2025."),
    "promise": ("est-ce fait", "Nous partagerons les résultats avec vous.", "Ils partageront les résultats avec vous."),
}


@pytest.mark.parametrize("name", REFERENCES)
def test_what_sends_the_reader_elsewhere_is_asked_for_where_that_is(name: str) -> None:
    question, open_text, told = REFERENCES[name]
    rest = ["Vous pouvez apporter des gâteaux.", "Il faut prévoir de bonnes chaussures."]
    assert any(question in q for q in asked([[open_text], rest], 400))
    assert not any(question in q for q in asked([[told], rest], 400))


def test_a_link_beside_what_it_refers_to_answers_for_it() -> None:
    parses = tuple(parse_paragraphs(["La loi impose une haie. Une étude récente montre le contraire."]))
    assert plan_gaps([SectionText("", parses)], missing=90)[0].prompts
    assert not plan_gaps([SectionText("", parses, links=1)], missing=90)[0].prompts


def test_no_section_is_asked_for_a_source_of_what_its_author_lived() -> None:
    lived = "Nous avons marché deux jours. Nous avons payé 70 euros la nuit au refuge, repas compris."
    assert not any("source" in q and "Cette partie" in q for q in asked([[lived], ["Le refuge ouvre en juin."]]))


def test_what_is_denied_is_not_asked_about() -> None:
    told = "La panne du réseau national a duré trois heures."
    assert any("panne du réseau" in q for q in asked([[told]]))
    assert not any(
        "panne" in q for q in asked([["L'exploitant le répète : ce n'était pas une panne du réseau national."]])
    )


def test_the_person_beside_a_quotation_is_its_author() -> None:
    text = "Didier Grosjean a passé trente ans aux fours. « Je sais sortir une cuvette sans un défaut de cuisson. »"
    assert not any("qui parle" in q for q in asked([[text]]))


def test_a_price_of_a_guide_is_asked_for_its_date_with_its_whole_range() -> None:
    price = "Comptez 20 à 40 € par rosier. Vous pouvez acheter en ligne."
    assert any(q.startswith("« 20 à 40 € »") for q in asked([[price], *GUIDE]))


def test_a_multitude_is_not_asked_to_be_listed() -> None:
    found = asked([["Vous pouvez trier plusieurs milliers de photos.", *GUIDE[0]], GUIDE[1]], 900)
    assert not any("milliers" in q and "citez-en" in q for q in found)


def test_the_figures_of_a_section_are_asked_for_together() -> None:
    text = ["Le gel a touché 40 % des vignes. Il a détruit 12 000 plants. Le prix du vin a suivi en automne."]
    found = [q for q in asked([text], 300) if "d'où vien" in q]
    assert found == ["« 40 % des vignes » : d'où viennent ce chiffre et les suivants ? Citez la source et sa date."]


def test_the_figures_of_who_is_named_are_theirs() -> None:
    named = "Paul Dumas dirige la coopérative. Elle a vendu 8 000 plants. Le gel a détruit la récolte."
    assert not any("d'où vient" in q for q in asked([[named]], 300))


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
    assert any("ces prix" in q for q in asked([[guide.format("Comptez 60 à 80 euros la journée.")]]))
    assert not any("ces prix" in q for q in asked([[guide.format("Une aide de 60 à 80 euros est possible.")]]))
    assert not any("ces prix" in q for q in asked([[guide.format("La journée est à 60 euros.")]])), (
        "one price is a fact"
    )


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


def test_what_is_called_after_a_person_is_no_person() -> None:
    rest = " Les secours sont arrivés. La mairie a ouvert une salle."
    assert any("Paul Dumas" in q for q in asked([["Mardi, la maison de Paul Dumas a brûlé." + rest]]))
    assert not any("Paul Dumas" in q for q in asked([["Mardi, le lycée Paul Dumas a brûlé." + rest]]))
