"""Heading proposals over a whole article."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seoaudit.french.parse import parse_paragraphs
from seoaudit.structure.headings import HeadingProposal, propose, propose_headings

ARTICLE = [
    [
        "La bibliothèque municipale de Vannes rouvre ses portes lundi, après deux ans de travaux.",
        "Les travaux de rénovation ont coûté quatre millions d’euros. Ces travaux ont été financés par la ville.",
    ],
    [
        "Les horaires d’ouverture changent aussi : la salle de lecture restera ouverte jusqu’à 22 heures.",
        "Cette ouverture tardive était demandée par les étudiants.",
    ],
    [
        "Pour emprunter un livre, il faut renouveler sa carte d’abonnement à l’accueil.",
        "La carte d’abonnement reste gratuite pour les enfants.",
    ],
]
FUNCTION_WORDS = {"le", "la", "les", "l", "un", "une", "de", "d", "du", "des", "à", "au", "aux", "et"}
SENTENCES = [sentence for section in ARTICLE for sentence in section] + ["", "Oui.", "12 345", "« Non ! » dit-elle."]


def words(text: str) -> set[str]:
    return {w.strip(".,:;!?«»") for w in text.lower().replace("’", " ").replace("'", " ").split()}


@pytest.mark.parametrize(
    "sections", [[], [[]], [[""]], [["", ""], []], [["Bonjour"]], [["Pain", "Lait", "Beurre"]], [["🙂 !!!"]]]
)
def test_nothing_to_say_gives_one_empty_list_a_section(sections):
    assert propose_headings(sections) == [[] for _ in sections]


def test_each_section_gets_its_own_subject():
    first = [own[0] for own in propose_headings(ARTICLE)]
    assert "bibliothèque" in first[0] or "travaux" in first[0]
    assert "ouverture" in first[1] or "lecture" in first[1]
    assert "carte" in first[2]


def test_the_apostrophe_is_the_authors():
    typed = " ".join(t for own in propose_headings(ARTICLE) for t in own)
    assert "’" in typed
    assert "'" not in typed
    plain = [[p.replace("’", "'") for p in section] for section in ARTICLE]
    assert propose_headings(plain) == [[t.replace("’", "'") for t in own] for own in propose_headings(ARTICLE)]


def test_top_limits_the_proposals():
    assert propose_headings(ARTICLE, 0) == [[], [], []]
    assert all(len(own) <= 1 for own in propose_headings(ARTICLE, 1))
    assert [own[:1] for own in propose_headings(ARTICLE, 3)] == propose_headings(ARTICLE, 1)


def test_a_heading_that_says_only_the_title_is_not_proposed():
    first = propose_headings(ARTICLE)[2][0]
    assert all(first not in own for own in propose_headings(ARTICLE, title=first))


def test_one_word_of_the_title_is_an_alternative_at_best():
    sections = [
        ["Le ramonage est obligatoire deux fois par an. Le ramonage évite les feux de cheminée. Il coûte 60 euros."],
        ["Les bûches sèchent deux ans sous un abri. Les bûches humides encrassent le conduit."],
    ]
    assert propose_headings(sections, 1)[0] == ["Le ramonage"]
    assert propose_headings(sections, 1, title="Bien préparer le ramonage en ville")[0] != ["Le ramonage"]


def test_the_key_phrase_is_borne_where_the_text_bears_it():
    without = propose_headings(ARTICLE, 1, keyphrase="hôtel de luxe")
    assert without == propose_headings(ARTICLE, 1)
    bearing = propose_headings(ARTICLE, 1, keyphrase="ouverture")
    assert any("ouverture" in t for own in bearing for t in own)


def test_the_same_section_twice_gets_two_headings():
    first = [own[0] for own in propose_headings([ARTICLE[0], ARTICLE[0]]) if own]
    assert len(first) == len(set(first))


def test_a_proposal_says_where_its_words_are_and_why():
    parsed = [parse_paragraphs(section) for section in ARTICLE]
    for section, own in zip(parsed, propose(parsed), strict=True):
        for proposal in own:
            assert isinstance(proposal, HeadingProposal)
            source = section[proposal.paragraph].text[proposal.start : proposal.end]
            assert words(proposal.text) - FUNCTION_WORDS <= words(source)
            assert 0 <= proposal.score <= 1
            assert proposal.stems
            assert all(0 <= chance <= 1 for _, chance in proposal.stems)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(st.sampled_from(SENTENCES), max_size=4), max_size=5))
def test_proposals_use_the_sections_words_and_differ(sections):
    found = propose_headings(sections)
    assert len(found) == len(sections)
    assert found == propose_headings(sections)
    first = [own[0].lower() for own in found if own]
    assert len(first) == len(set(first))
    for section, own in zip(sections, found, strict=True):
        for heading in own:
            assert words(heading) - FUNCTION_WORDS <= words(" ".join(section))
            assert heading[0].isupper()
            assert len(heading.split()) <= 8
            assert heading[-1] not in ".,;:…"


@pytest.mark.parametrize(
    ("group", "heading"),
    [
        ("une zone piétonne", "Une zone piétonne"),
        ("un observatoire du climat", "Un observatoire du climat"),
        ("un nouveau centre de soins", "Un nouveau centre de soins"),
        ("une rénovation du gymnase", "Rénovation du gymnase"),
    ],
)
def test_an_indefinite_group_is_printed_as_headings_are(group, heading):
    found = propose_headings([[f"Après dix ans de débats, voici {group}. Les habitants attendaient."]], 9)
    assert heading in found[0]


def test_a_sentence_that_opens_its_section_is_at_most_an_alternative():
    opening = "La décision était redoutée depuis le printemps"
    found = propose_headings([[f"{opening}. Les élus avaient écrit au ministre. Personne n’avait répondu."]])
    assert found[0]
    assert found[0][0] != opening
    assert opening in found[0]


def test_one_question_of_several_does_not_head_the_others():
    section = ["Quels sont les horaires ?", "De neuf heures à midi.", "Qui peut adopter un chien ?", "Tout adulte."]
    found = propose_headings([section])[0]
    assert found
    assert not found[0].endswith("?")
    assert any(heading.endswith("?") for heading in found)
