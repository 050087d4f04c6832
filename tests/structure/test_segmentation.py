"""Sections begin where the subject turns, never where a heading would cut what belongs together."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from seoaudit.french.parse import parse_paragraphs
from seoaudit.french.words import count_words
from seoaudit.structure import segment_paragraphs
from seoaudit.structure.seg_decode import cheapest, cheapest_of
from seoaudit.structure.seg_features import evidence_of
from seoaudit.structure.seg_kind import kind_features
from seoaudit.structure.seg_model import load_model
from seoaudit.structure.seg_posterior import break_chances, section_chances
from seoaudit.structure.seg_risk import division_costs
from seoaudit.structure.segmentation import segment

BREAD = [
    "Le boulanger pétrit la pâte avant l’aube, avec de la farine, de l’eau et du levain. La pâte repose deux heures.",
    "Le levain donne au pain sa mie et sa croûte. Un levain jeune fait lever la pâte plus vite qu’un levain vieux.",
    "La cuisson du pain se fait au four à sole. La croûte dore, la mie gonfle et le boulanger retire le pain du four.",
]
BIKES = [
    "La ville ouvre vingt kilomètres de pistes cyclables. Les cyclistes gagnent une voie à eux sur les boulevards.",
    "Les pistes cyclables relient la gare aux quartiers. Un cycliste met dix minutes de la gare au marché à vélo.",
    "Le vélo prend la place de la voiture sur les boulevards. Les cyclistes demandent d’autres pistes et des parkings.",
]
WHALES = [
    "La baleine à bosse chante sous l’eau. Son chant porte à des centaines de kilomètres dans l’océan.",
    "Les baleines migrent vers les eaux froides pour manger du krill. L’océan polaire en est plein pendant l’été.",
    "Les biologistes suivent les baleines par leur chant. Chaque baleine garde un chant propre à son océan.",
]


def lengths(paragraphs: list[str], starts: list[int]) -> list[int]:
    ends = [*starts[1:], len(paragraphs)]
    return [sum(map(count_words, paragraphs[a:b])) for a, b in zip(starts, ends, strict=True)]


@pytest.fixture(scope="module")
def coffee(samples: Path) -> list[str]:
    lines = (samples / "texte-brut.txt").read_text(encoding="utf-8").split("\n")
    return [line for line in lines if len(line) > 80]


@pytest.mark.parametrize("paragraphs", [[], [""], ["Une phrase."], ["", "", ""]])
def test_what_cannot_be_divided_is_one_section(paragraphs: list[str]) -> None:
    assert segment_paragraphs(paragraphs) == [0]


def test_joined_subjects_are_told_apart() -> None:
    assert segment_paragraphs(BREAD + BIKES + WHALES) == [0, 3, 6]


@pytest.mark.parametrize("sections", range(1, 10))
def test_a_given_number_of_sections_is_met(sections: int) -> None:
    starts = segment_paragraphs(BREAD + BIKES + WHALES, sections=sections)
    assert len(starts) == sections
    assert starts == sorted(set(starts))
    assert starts[0] == 0


def test_as_many_sections_as_the_rules_allow() -> None:
    items = ["Il faut trois choses :", "- de la farine ;", "- de l’eau ;", "- du levain."]
    assert segment_paragraphs(items, sections=3) == [0]
    assert segment_paragraphs([*items, *BIKES], sections=7) == [0, 4, 5, 6]


@pytest.mark.parametrize(
    "start",
    [
        "« Nous n'avons jamais vu la mer aussi haute », raconte un pêcheur du port voisin.",
        "La première est l'horaire du départ, que personne ne connaît.",
        "Le second, plus ancien, tient encore debout.",
    ],
)
def test_no_section_begins_with_what_answers_to_the_paragraph_before(start: str) -> None:
    paragraphs = [*BREAD, start, *BIKES, *WHALES]
    assert all(len(BREAD) not in segment_paragraphs(paragraphs, sections=n) for n in range(2, 8))


def test_a_last_word_is_no_section(coffee: list[str]) -> None:
    closing = "Bonne dégustation à toutes et à tous, et à bientôt pour un autre café."
    asked = segment_paragraphs([*coffee, closing], sections=9)
    assert len(coffee) not in asked
    assert len(coffee) - 1 in segment_paragraphs(coffee, sections=len(coffee))


def test_a_range_of_words_steers_the_division(coffee: list[str]) -> None:
    few = lengths(coffee, segment_paragraphs(coffee, section_words=(250, 400)))
    many = lengths(coffee, segment_paragraphs(coffee, section_words=(60, 120)))
    assert len(many) > len(few)
    assert np.median(few) > np.median(many)
    longest = max(map(count_words, coffee))
    assert max(many) <= max(2 * 120, longest)


@pytest.mark.parametrize(
    ("bound", "held"),
    [
        # A quotation that runs on from paragraph to paragraph.
        ("« Nous ouvrirons la gare en mai et les pistes en juin.", "Nous paierons les parkings de la ville. »"),
        # A lead-in and what it announces.
        ("Le maire annonce trois mesures :", "- des pistes cyclables sur tous les boulevards ;"),
        ("Le maire annonce les mesures suivantes :", "Ouvrir des pistes cyclables. Fermer un parking sur deux."),
        ("Le maire annonce :", "Des pistes cyclables sur tous les boulevards"),
        # What goes on with the person or the sentence of the paragraph before.
        ("Michel Durand dirige le port depuis deux ans.", "Il a déclaré que les travaux du port finiront en mai."),
        ("Anne Durand dirige le port depuis deux ans.", "Elle dirigeait auparavant celui de Sète et ses pêcheries."),
        (
            "« Les travaux finiront en mai prochain », dit le maire.",
            "« Les pêcheurs seront payés cet été », ajoute-t-il.",
        ),
        (
            "Le ministre a défendu le plan devant les pêcheurs.",
            "« Les travaux finiront en mai prochain », a-t-il promis.",
        ),
        ("Mesdames, Messieurs les pêcheurs du port,", "Les travaux du port finiront en mai prochain, avant l'été."),
    ],
)
def test_what_belongs_together_is_not_cut(bound: str, held: str) -> None:
    paragraphs = [*BREAD, bound, held, *WHALES]
    for sections in (None, 3, 7):
        assert 4 not in segment_paragraphs(paragraphs, sections=sections)


def test_no_section_begins_with_a_signature() -> None:
    signed = [*BREAD, *WHALES, "Anne Durand, présidente du port de pêche", "À Sète, le 3 mai"]
    assert not {len(signed) - 2, len(signed) - 1} & set(segment_paragraphs(signed, sections=8))


def test_prose_may_follow_a_lead_in_whose_figure_is_not_among_the_paragraphs() -> None:
    paragraphs = [*BREAD, "Le boulanger note sa recette sur la carte :", *WHALES]
    assert 4 in segment_paragraphs(paragraphs, sections=2)


def test_an_interview_never_parts_a_question_from_its_answer() -> None:
    asked = ["Comment faites-vous votre pain ?", "Et la ville, y circulez-vous à vélo ?", "Avez-vous vu des baleines ?"]
    answers = [*BREAD[:1], *BIKES[:1], *WHALES[:1]]
    interview = [p for pair in zip(asked, answers, strict=True) for p in pair]
    for sections in (2, 3, None):
        assert not {1, 3, 5} & set(segment_paragraphs(interview, sections=sections))
    # One question in a text that is none may well end a section.
    assert 4 in segment_paragraphs([*BREAD, "Et demain ?", *BIKES], sections=8)


def test_interdictions_of_the_caller_hold() -> None:
    parses = parse_paragraphs(BREAD + BIKES + WHALES)
    may = [i not in {3, 6} for i in range(9)]
    for sections in (None, 4, 9):
        assert not {3, 6} & set(segment(parses, sections=sections, may_break=may).starts)


def test_each_break_states_its_chance_and_its_words() -> None:
    found = segment(parse_paragraphs(BREAD + BIKES + WHALES))
    assert [b.at for b in found.breaks] == [3, 6]
    assert all(0 < b.confidence < 1 for b in found.breaks)
    assert "cyclistes" in found.breaks[0].begins
    assert "pâte" in found.breaks[0].ends
    asked = segment(parse_paragraphs(BREAD + BIKES + WHALES), sections=5)
    # The chance is that of an editor's break, whatever number is asked for.
    assert {b.at: b.confidence for b in asked.breaks}[3] == found.breaks[0].confidence


def test_the_same_paragraphs_give_the_same_division(coffee: list[str]) -> None:
    typed = [p.replace("’", "'").replace("\u00a0", " ") for p in coffee]
    assert segment_paragraphs(coffee) == segment_paragraphs(list(coffee)) == segment_paragraphs(typed)


def test_the_weights_name_the_features() -> None:
    model, evidence = load_model(), evidence_of(parse_paragraphs(BREAD))
    for weights in (model.article, model.joined):
        assert list(weights.gaps) == list(evidence.gaps)
        assert list(weights.sections) == list(evidence.sections)
    assert list(model.kind) == list(kind_features(evidence.counts, evidence.cohesion, 0.5))


def test_without_scores_all_divisions_are_as_probable() -> None:
    chances = section_chances(np.zeros(4), np.zeros((5, 5)), np.array([True] * 4))
    assert break_chances(chances) == pytest.approx([0, 0.5, 0.5, 0.5])
    # One of the eight divisions is the whole.
    assert chances[4, 4] == pytest.approx(1 / 8)


def test_no_chance_where_a_section_may_not_begin() -> None:
    chances = section_chances(np.zeros(4), np.zeros((5, 5)), np.array([True, True, False, True]))
    assert break_chances(chances) == pytest.approx([0, 0.5, 0, 0.5])


def test_a_certain_division_is_the_one_of_least_risk() -> None:
    chances = np.zeros((10, 10))
    for start, end in ((0, 2), (2, 5), (5, 9)):
        chances[end, end - start] = 1.0
    allowed = np.array([True] * 9)
    assert cheapest(division_costs(chances, allowed)) == [0, 2, 5]
    assert cheapest_of(division_costs(chances, allowed, 3), 3) == [0, 2, 5]
