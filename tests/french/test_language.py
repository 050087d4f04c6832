"""French is told from its neighbours; a short text, a list or a quotation gives no false verdict."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from seoaudit.french.language import french_share, guess_language, is_french

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "languages.yaml").read_text(encoding="utf-8"))
FRENCH, FOREIGN, LISTS = CASES["french"], CASES["foreign"], CASES["lists"]


@pytest.mark.parametrize("text", FRENCH.values(), ids=FRENCH)
def test_french_is_french(text: str) -> None:
    guess = guess_language(text)
    assert (guess.language, guess.is_french) == ("fr", True)
    assert 1 / 3 <= guess.confidence <= 1
    assert is_french(text)


@pytest.mark.parametrize(("language", "text"), FOREIGN.items(), ids=FOREIGN)
def test_its_neighbours_are_not(language: str, text: str) -> None:
    guess = guess_language(text)
    assert (guess.language, guess.is_french) == (language, False)
    assert guess.confidence > 0.5


def test_other_scripts_are_named() -> None:
    russian = (
        "Городской совет проголосовал во вторник вечером за закрытие старого рынка, который много лет терял деньги."
    )
    chinese = (
        "市议会周二晚上投票决定关闭旧市场大厅，该市场多年来一直亏损。商人们表示，他们将在法庭上对这一决定提出异议。"
    )
    assert (guess_language(russian).language, guess_language(russian).is_french) == ("ru", False)
    assert (guess_language(chinese).language, guess_language(chinese).is_french) == ("zh", False)


@pytest.mark.parametrize(
    "text", ["", " ", "…", "Bonjour", "😀 😀", "The end", "Call of Duty: Black Ops", "https://a.example"]
)
def test_too_little_text_has_the_benefit_of_the_doubt(text: str) -> None:
    assert guess_language(text) == ("", True, 0.0)


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_lists_and_code_are_no_other_language(text: str) -> None:
    assert guess_language(text).is_french


def test_an_english_article_with_a_french_quotation_is_english() -> None:
    text = FOREIGN["en"] + " « Nous irons jusqu’au bout, a dit le maire, et nous ne céderons pas. » " + FOREIGN["en"]
    assert guess_language(text).language == "en"


def test_share_of_french_words() -> None:
    assert french_share("") == 0.0
    assert french_share(FRENCH["news"]) > 0.05
    assert french_share(FOREIGN["en"]) == 0.0


def test_typography_changes_no_verdict() -> None:
    text = FRENCH["news"]
    assert guess_language(text.replace("’", "'").replace(" ", "\u00a0")) == guess_language(text)


@given(st.text(max_size=400))
def test_any_text_has_a_guess(text: str) -> None:
    guess = guess_language(text)
    assert 0 <= guess.confidence <= 1
    assert guess.is_french or guess.language != "fr"
