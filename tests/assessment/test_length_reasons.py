"""The advice on a long sentence: one reason, the surest first, in both languages."""

from __future__ import annotations

import pytest

from seoaudit.assessment.measures.length_reasons import length_advice
from seoaudit.french.long_sentences import LongSentence

NOTHING = LongSentence(0, 0, 0, 0, "", "")


@pytest.mark.parametrize(
    ("why", "french"),
    [
        (NOTHING, ""),
        (NOTHING._replace(subordinates=1), ""),
        (NOTHING._replace(subordinates=3), "3 propositions subordonnées"),
        (NOTHING._replace(subordinates=3, cut="qu'il voit", cut_kind="clause"), "avant « qu’il voit » (3 propositions"),
        (NOTHING._replace(subordinates=1, cut="car il dort", cut_kind="clause"), "avant « car il dort »."),
        (NOTHING._replace(items=6, cut="prochain", cut_kind="semicolon"), "point-virgule, après « prochain »"),
        (NOTHING._replace(items=6, quoted=20), "6 éléments"),
        (NOTHING._replace(quoted=20, aside=8), "une citation de 20 mots"),
        (NOTHING._replace(aside=8, subordinates=2), "une parenthèse de 8 mots"),
    ],
)
def test_the_surest_reason_is_said(why: LongSentence, french: str) -> None:
    said = length_advice(why, "fr").replace("\u00a0", " ")
    assert french in said
    assert bool(said) == bool(french) == bool(length_advice(why, "en"))
    assert "{" not in said + length_advice(why, "en")
