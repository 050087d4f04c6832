"""The trees that grade phrases, and whether they look at what the package computes."""

import numpy as np
import pytest

from seoaudit.french.parse import parse_paragraphs
from seoaudit.structure.heading_choice import rank
from seoaudit.structure.heading_description import describe_article
from seoaudit.structure.heading_forms import forms
from seoaudit.structure.heading_subject import load_weights
from seoaudit.structure.heading_trees import read_trees

# Two trees: one that asks twice, one leaf alone.
STUMPS = {
    "base": 0.5,
    "depth": 2,
    "roots": [0, 5],
    "feature": [1, 0, 0, 0, 0, 0],
    "threshold": [0.5, 2.5, 0.0, 0.0, 0.0, 0.0],
    "left": [1, 3, 2, 3, 4, 5],
    "value": [0.0, 0.0, 0.3, 0.1, 0.2, -0.05],
}


@pytest.mark.parametrize(
    ("row", "grade"),
    [((2.5, 0.5), 0.55), ((2.6, 0.5), 0.65), ((0.0, 0.6), 0.75), ((0.0, 0.50004), 0.55)],
)
def test_a_row_goes_left_up_to_the_threshold_and_the_leaves_add_up(row, grade):
    assert read_trees(STUMPS).predict(np.array([row]))[0] == pytest.approx(grade)


SECTIONS = [
    ["La piscine municipale rouvre lundi. Ses horaires changent en été : elle ferme à vingt heures."],
    ["Les tarifs augmentent de cinq pour cent. Le tarif réduit reste à trois euros pour les étudiants."],
]


def parsed():
    paragraphs = iter(parse_paragraphs([p for section in SECTIONS for p in section]))
    return [[next(paragraphs) for _ in section] for section in SECTIONS]


def test_the_weights_are_for_the_features_that_are_computed():
    parts = [[forms(p) for p in section] for section in parsed()]
    for phrases in describe_article(parts, load_weights()):
        assert list(phrases.names) == load_weights()["choice"]["features"]
        assert phrases.rows.shape == (len(phrases.forms), len(phrases.names))
        assert np.isfinite(phrases.rows).all()


def test_phrases_come_best_first_with_scores_from_0_to_1():
    for pool in rank(parsed()):
        scores = [c.score for c in pool]
        assert pool
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= s <= 1 for s in scores)


def test_one_paragraph_and_no_words_at_all_are_described():
    for text in ("", "...", "Le chat dort."):
        parts = [[forms(p) for p in parse_paragraphs([text])]]
        (phrases,) = describe_article(parts, load_weights())
        assert len(phrases.rows) == len(phrases.forms)
