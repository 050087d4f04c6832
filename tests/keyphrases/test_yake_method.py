"""YAKE's scores as the library gives them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yake import KeywordExtractor

from seoaudit.keyphrases.yake_method import score_phrases
from seoaudit.preparation import read

SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = ["optus.txt", "guide-long.md", "texte-brut.txt", "page-bourree.html", "colle-word.html", "breve.txt"]
# Stop words between, capitals, numbers, marks, plurals, elided forms set apart, words of two letters.
WORDS = [
    "Le", "la", "de", "d' eau", "chat", "chats", "Chat", "ONU", "2024", "3,5", "H2O", "vin", "as", "Paris", "pas",
    "porte-avions", "«", "»", ",", ".", "(", ")", "!", "e.g.", "l' été", "'tis", "où", "\t", "\n", "Êtes", "C++", "%",
]  # fmt: skip


def library(text: str) -> list[tuple[str, float]]:
    found = KeywordExtractor(lan="fr", n=3, top=10**9, dedup_lim=1.0).extract_keywords(text)
    return [(phrase, float(score)) for phrase, score in found]


@pytest.mark.parametrize("text", ["", "de la", "12 %", "Un chat."])
def test_little_text_scores_as_in_the_library(text: str) -> None:
    assert score_phrases(text) == library(text)


@pytest.mark.parametrize("name", NAMES)
def test_samples_score_as_in_the_library_to_the_last_bit(name: str) -> None:
    text = "\n".join(b.text for b in read(SAMPLES / name).prose)
    found = score_phrases(text)
    assert len(found) > 20
    assert found == library(text)


@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_any_text_scores_as_in_the_library(words: list[str]) -> None:
    text = " ".join(words)
    assert score_phrases(text) == library(text)
