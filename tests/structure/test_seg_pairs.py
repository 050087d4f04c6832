"""Units of one subject are close where they share no word; a section is worth what its pairs of units are."""

from __future__ import annotations

import numpy as np
import pytest

from seoaudit.french.parse import Parsed, parse_paragraphs
from seoaudit.structure.cohesion import Counts, content_stems, count_matrix
from seoaudit.structure.seg_pairs import REACH, pair_features
from seoaudit.structure.seg_portraits import Portraits, portraits_of, to_length_one

MEANING, PERSONS, NAMES = "closeness in meaning of its units", "persons its units share", "names its units share"
TEXT = [
    "Le boulanger pétrit la pâte avant l’aube, avec de la farine et du levain.",
    "Le four chauffe, les croissants dorent et la brioche refroidit sur une grille.",
    "La députée dépose un amendement au budget devant la commission des finances.",
    "Le ministre défend sa loi au Sénat, où la majorité vote contre la réforme.",
]


def portraits(parses: list[Parsed]) -> tuple[Portraits, Counts]:
    counts = count_matrix([content_stems(p) for p in parses])
    return portraits_of(parses, counts), counts


def test_units_of_one_subject_are_close_in_meaning_without_a_word_in_common() -> None:
    parses = parse_paragraphs(TEXT)
    made, counts = portraits(parses)
    assert not (counts[0] * counts[1]).any()
    cosines = (rows := to_length_one(made.meaning)) @ rows.T
    assert cosines[0, 1] > 0 > cosines[1, 2]
    assert cosines[2, 3] > 0 > cosines[0, 3]
    pairs = pair_features(made, 4)[MEANING]
    # By (end, length): the two subjects, and the two paragraphs where they meet.
    assert pairs[2, 2] > pairs[3, 2] < pairs[4, 2]


def test_rare_words_weigh_more_than_common_ones() -> None:
    parses = parse_paragraphs(["Le chat regarde le cyclostome.", "Il fait beau.", "La mer est calme."])
    made, counts = portraits(parses)
    assert counts.shape[1] == len(made.weights)
    first = dict(zip(dict.fromkeys(s for p in parses for s in content_stems(p)), made.weights, strict=True))
    assert first["cyclostom"] > first["chat"] > 0


def test_persons_and_names_are_shared_within_a_section() -> None:
    mine = "Je garde mon vélo chez Durand."
    yours = "Vous gardez votre barque chez Martin."
    found = pair_features(portraits(parse_paragraphs([mine, mine, yours, yours]))[0], 4)
    for name in (PERSONS, NAMES):
        assert found[name][2, 2] > 0 > found[name][3, 2]
        assert found[name][4, 2] > 0


@pytest.mark.parametrize("units", [2, 5, REACH + 6])
def test_a_section_is_worth_the_sum_over_its_pairs(units: int) -> None:
    rng = np.random.default_rng(7)
    meaning = rng.normal(size=(units, 3))
    made = Portraits(np.ones(1), meaning, np.zeros((units, 5)), tuple(frozenset() for _ in range(units)))
    rows = to_length_one(meaning)
    cosines = rows @ rows.T
    usual = (cosines.sum() - np.trace(cosines)) / (units * (units - 1))
    found = pair_features(made, units)
    for end in range(1, units + 1):
        for length in range(1, end + 1):
            pairs = [
                cosines[i, j] - usual for i in range(end - length, end) for j in range(i + 1, end) if j - i <= REACH
            ]
            assert found[MEANING][end, length] == pytest.approx(sum(pairs) / max(1, length - 1))
    assert not found[NAMES].any()


@pytest.mark.parametrize("texts", [["", ""], ["...", "1 234"], ["Bzzt.", "Il y en a."]])
def test_units_without_matter_have_no_likeness(texts: list[str]) -> None:
    made, counts = portraits(parse_paragraphs(texts))
    assert len(made.weights) == counts.shape[1]
    assert all(np.isfinite(table).all() for table in pair_features(made, 2).values())
