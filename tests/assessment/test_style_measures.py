"""The measures of style: counted by hand, and null with a reason where they make no sense."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import seoaudit
from seoaudit.assessment.result import MeasureValue
from seoaudit.errors import InputError
from seoaudit.report.terminal import render_report
from tests.filler import filler

BANDS = ("sentences_1_10", "sentences_11_20", "sentences_21_30", "sentences_over_30")
NAMES = (
    *BANDS,
    "lix", "ari", "polysyllable_share", "cefr_low", "cefr_high", "median_sentence", "longest_sentence",
    "lexical_variety", "rare_word_share", "action_noun_share", "noun_chains", "negation_share", "double_negations",
    "repetitions", "single_sentence_share", "single_sentence_run", "longest_paragraph",
)  # fmt: skip


def measures(text: str, **options: str) -> dict[str, MeasureValue]:
    return seoaudit.audit(text, **options).measures  # type: ignore[arg-type]


def test_sentence_lengths_are_spread_over_bands() -> None:
    found = measures("Le chat dort. " + "Il va " + "très " * 12 + "loin. Le jardin ouvre tôt le matin. Il ferme.")
    assert found["median_sentence"].value == 4.5
    assert found["longest_sentence"].value == 15
    assert [found[b].value for b in BANDS] == [75, 25, 0, 0]


def test_share_of_words_with_three_syllables() -> None:
    # Three of nine words: "municipalité", "organise", "consultation"; "publique" has two spoken syllables.
    found = measures("La municipalité organise une consultation publique. Le chat dort.")
    assert found["polysyllable_share"].value == pytest.approx(100 * 3 / 9, abs=0.01)


def test_paragraphs_of_one_sentence() -> None:
    found = measures("Le chat dort.\n\nLe chien court.\n\nIl pleut. Le jardin ouvre.\n\nLa nuit tombe.")
    assert found["single_sentence_share"].value == 75
    assert found["single_sentence_run"].value == 2
    assert found["longest_paragraph"].value == 5


def test_negations_are_counted_by_the_sentence() -> None:
    found = measures(filler(60) + " Le gardien ne vient pas, et il ne dort jamais. Ce choix n’est pas sans risque.")
    assert found["double_negations"].value == 1
    assert found["double_negations"].examples == ["n’est pas sans"]
    sentences = found["sentences"].value
    assert sentences
    assert found["negation_share"].value == pytest.approx(100 * 2 / sentences, abs=0.01)


def test_rates_are_null_with_a_reason_on_short_texts() -> None:
    found = measures("Le chat dort.")
    for name in ("lexical_variety", "rare_word_share", "action_noun_share", "negation_share", "single_sentence_share"):
        assert found[name].value is None
        assert found[name].reason


def test_rare_words_come_with_examples() -> None:
    found = measures(filler(150) + " Ce discours abscons lasse.")["rare_word_share"]
    assert "abscons" in found.examples
    assert found.value is not None
    assert 0 < found.value < 10


def test_repetitions_spare_headings_lists_and_the_keyphrase() -> None:
    twice = "La mairie a confirmé hier la fermeture. Les commerçants ont toutefois confirmé leur venue."
    assert measures(twice)["repetitions"].value == 1
    assert measures(f"# Qui a confirmé sa venue\n\n{twice}", source_format="markdown")["repetitions"].value == 0
    assert measures(f"- {twice}\n- Le chat dort.", source_format="markdown")["repetitions"].value == 0
    assert measures(twice, keyphrase="confirmer sa venue")["repetitions"].value == 0


def test_the_repetitions_of_the_reference_article(optus: str) -> None:
    report = seoaudit.audit(optus)
    finding = next(f for f in report.findings if f.rule == "STY001")
    assert {optus[s.start : s.end] for s in finding.spans} == {"aujourd’hui"}
    assert {s.line for s in finding.spans} == {2}


def test_the_advice_says_where_the_longest_sentence_can_be_cut(optus: str) -> None:
    for lang, said in (("fr", "se coupe avant « et bien que »"), ("en", "can be cut before “et bien que”")):
        report = seoaudit.audit(optus, lang=lang)  # type: ignore[arg-type]
        advice = next(f.advice for f in report.findings if f.rule == "LIS002")
        assert said in advice.replace("\u00a0", " ")


def test_the_difficulty_says_its_level_and_direction(optus: str) -> None:
    for lang, words in (
        ("fr", ("plus c’est difficile", "difficile (CECRL\u00a0: B2–C1 environ)")),
        ("en", ("higher is harder", "B2–C1")),
    ):
        text = render_report(seoaudit.audit(optus, lang=lang))  # type: ignore[arg-type]
        line = next(line for line in text.splitlines() if line.strip().startswith(("difficulté (", "difficulty (")))
        assert all(w in line for w in words)


# A text of marks alone is refused before any measure.
STRANGE = [
    "mot",
    "a !!! ???",
    "a 😀😀",
    "x" * 50_000,
    "mot " * 3_000,
    "a " + "( " * 300,
    "a " + "« " * 300,
    "a ; " * 300,
    "1 2 3 4 5",
]


@pytest.mark.parametrize("text", STRANGE, ids=lambda t: t[:8])
def test_strange_texts_have_a_number_or_a_reason(text: str) -> None:
    _sound(measures(text))


@settings(max_examples=25)
@given(st.text("aeé mot.!«»’-;:()\n1😀", min_size=1, max_size=200))
def test_any_text_has_a_number_or_a_reason(text: str) -> None:
    try:
        _sound(measures(text))
    except InputError:
        return


def _sound(found: dict[str, MeasureValue]) -> None:
    for name in NAMES:
        value = found[name].value
        assert (value is None) == bool(found[name].reason)
        assert value is None or math.isfinite(value)
