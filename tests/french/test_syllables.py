"""Syllables are those of careful speech; numbers and acronyms are read out first."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from seoaudit.french import count_syllables
from seoaudit.french.numbers import spell_out

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "syllables.yaml").read_text(encoding="utf-8"))
WORDS = [(rule, str(word), count) for rule, words in CASES.items() for word, count in words.items()]


@pytest.mark.parametrize(("rule", "word", "syllables"), WORDS, ids=str)
def test_syllables_of(rule: str, word: str, syllables: int) -> None:
    assert count_syllables(word) == syllables, rule


@pytest.mark.parametrize("text", ["", " ", "–", "?!", "😀", "«"])
def test_no_letter_no_syllable(text: str) -> None:
    assert count_syllables(text) == 0


@pytest.mark.parametrize("word", ["l’appel", "2\u202f700", "e\u0301te\u0301", "tra\u00advail", "ÉTÉ"])
def test_typography_changes_no_count(word: str) -> None:
    plain = {
        "l’appel": "l'appel",
        "2\u202f700": "2 700",
        "e\u0301te\u0301": "été",
        "tra\u00advail": "travail",
        "ÉTÉ": "été",
    }
    assert count_syllables(word) == count_syllables(plain[word])


@given(st.text(max_size=40))
def test_any_text_has_a_count(text: str) -> None:
    assert count_syllables(text) >= int(any(c.isalpha() for c in text) and text.isascii())


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzàâçéèêëîïôûùœ", min_size=1, max_size=30))
def test_a_word_has_no_more_syllables_than_letters(word: str) -> None:
    # Vowelless words are spelt: "w" alone is "double-vé".
    assert 1 <= count_syllables(word) <= max(3, 3 * len(word))


@pytest.mark.parametrize("word", ["a" * 50_000, "1" * 50_000, "é-" * 25_000, "iou" * 16_000, "SNCF" * 12_000])
def test_a_monstrous_word_is_counted(word: str) -> None:
    assert 0 < count_syllables(word) <= 3 * len(word)


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ("0", "zéro"),
        ("16", "seize"),
        ("17", "dix-sept"),
        ("21", "vingt et un"),
        ("70", "soixante dix"),
        ("71", "soixante et onze"),
        ("81", "quatre-vingt un"),
        ("99", "quatre-vingt dix-neuf"),
        ("200", "deux cent"),
        ("1999", "mille neuf cent quatre-vingt dix-neuf"),
        ("2 700", "deux mille sept cent"),
        ("1.234", "mille deux cent trente quatre"),
        ("1 000 000", "un million"),
        ("3,05", "trois virgule zéro cinq"),
        ("10h30", "dix heures trente"),
        ("1er", "premier"),
        ("1re", "première"),
        ("5e", "cinquième"),
        ("9e", "neuvième"),
        ("2nd", "second"),
        ("XIXe", "dix-neuvième"),
        ("IV", "quatre"),
        ("CO2", "cé o deux"),
        ("Les", "les"),
        ("Ver", "ver"),
        ("m²", "mètre carré"),
        ("x²", "x²"),
    ],
)
def test_figures_are_read_aloud(figures: str, words: str) -> None:
    assert " ".join(spell_out(figures)) == words
