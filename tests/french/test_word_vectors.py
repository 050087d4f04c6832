"""Word vectors: related words are close, unrelated ones are not, unknown ones have none."""

from __future__ import annotations

import numpy as np

from seoaudit.french.word_vectors import word_vectors


def cosine(left: str, right: str) -> float:
    a, b = word_vectors([left, right])
    return float(a @ b / (np.linalg.norm(a) * np.linalg.norm(b)))


def test_words_of_one_subject_are_closer_than_others() -> None:
    assert cosine("chômage", "emploi") > cosine("chômage", "fromage") + 0.1
    assert cosine("mosquée", "mausolée") > cosine("mosquée", "composteur") + 0.1


def test_common_words_are_not_close_to_everything() -> None:
    assert abs(cosine("faire", "bactérie")) < 0.2


def test_case_and_the_rest_of_a_compound_change_nothing() -> None:
    plain, capital, compound = word_vectors(["composteur", "COMPOSTEUR", "composteur-zzqx"])
    assert np.array_equal(plain, capital)
    assert np.array_equal(plain, compound)


def test_unknown_words_have_no_vector_and_no_words_no_rows() -> None:
    assert not word_vectors(["zzqxjk"]).any()
    assert word_vectors([]).shape == (0, 300)
