"""Odd input: nothing crashes, no figure is NaN or infinite, and what makes no sense is null with its reason."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

import seoaudit
from seoaudit.errors import InputError
from seoaudit.french import passive_sentences, split_sentences
from seoaudit.french.syllables import count_syllables
from seoaudit.french.typography import check_apostrophes, check_quotes, check_typography

# Texts that hold at least one word or number.
READABLE = {
    "one_word": "Bonjour",
    "one_letter": "à",
    "one_number": "2024",
    "an_address": "https://exemple.fr/page?id=3&x=y",
    "numbers_only": "1234567890 " * 20,
    "words_without_a_stop": "les chemins de la vallée montent vers un " * 2_500,
    "one_long_word": "a" * 50_000,
    "one_long_line_of_elisions": "l'" * 5_000 + "eau",
    "cyrillic_arabic_chinese": "Привет, мир. مرحبا بالعالم. 你好，世界。 Bonjour à tous, dit-il en souriant.",
    "chinese_without_spaces": "你好世界" * 500 + "。",
    "emoji_in_text": "Bonjour 😀 à tous 🎉, la fête 👨‍👩‍👧 commence 🇫🇷 ce soir\u00a0!",
    "marks_of_direction": "\u202eBonjour\u202c à tous\u200f, dit-il\u200e. \u2066Il\u2069 part.",
    "control_characters": "".join(map(chr, range(1, 32))) + "Bonjour\x07 à\x1b tous\x85\x9f.",
    "accents_in_a_heap": "e\u0301" * 100 + "\u0301" * 50,
    "no_characters": "abc \ufffd \uffff \U0010ffff",
    "opening_marks": "« mot " * 500,
    "brackets": "(" * 1_000 + "mot" + ")" * 1_000,
    "one_word_a_line": "mot\n" * 200,
    "capitals": "LE CONSEIL A VOTÉ LE BUDGET. " * 20,
    "every_space": "un\u2003deux\u3000trois\u2028quatre\u2029cinq\u00a0six\u202fsept",
}
# Texts without one.
WORDLESS = {
    "empty": "",
    "white_space": " \n\t\r\n\u00a0",
    "invisible": "\u200b\ufeff\u2060\u00ad",
    "punctuation": "?!… «» () — ;;; ... !!!",
    "emoji": "😀😀 🎉 👨‍👩‍👧 🇫🇷",
    "rules": "----------\n\n* * *\n",
    "marks_of_direction": "\u202e\u202c\u200f\u200e",
    "a_combining_accent": "\u0301",
}
PROSELESS = {
    **WORDLESS,
    "headings": "# Le titre\n\n## Un intertitre\n",
    "code": "```\nx = 1\n```\n",
    "a_table": "| a | b |\n|---|---|\n| 1 | 2 |\n",
    "front_matter": "---\ntitle: Un titre\n---\n",
}
EVERY = [pytest.param(text, id=name) for name, text in (WORDLESS | READABLE).items()]


def _numbers(value: Any) -> Iterator[float]:
    """Yield every number of a report, however deep."""
    if isinstance(value, dict):
        for item in value.values():
            yield from _numbers(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _numbers(item)
    elif isinstance(value, int | float):
        yield value


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in READABLE.items()])
def test_an_odd_article_is_audited_with_finite_figures(text: str) -> None:
    data = seoaudit.audit(text).to_dict()
    assert all(math.isfinite(number) for number in _numbers(data))
    assert data["score"] is None or 0 <= data["score"] <= 100
    for name, measure in data["measures"].items():
        assert (measure["value"] is None) == bool(measure["reason"]), name


@pytest.mark.parametrize("source", [pytest.param(text, id=name) for name, text in PROSELESS.items()])
def test_an_article_without_prose_is_refused(source: str) -> None:
    with pytest.raises(InputError):
        seoaudit.audit(source)


@pytest.mark.parametrize("text", EVERY)
def test_sentences_of_odd_text_keep_every_visible_character(text: str) -> None:
    sentences = split_sentences(text)
    assert all(s == s.strip() and s for s in sentences)
    lost = set("".join(text.split())) - set("".join(sentences))
    assert not any(c.isalnum() for c in lost)


@pytest.mark.parametrize("text", EVERY)
def test_syllables_of_odd_words_are_counted(text: str) -> None:
    for word in {text, *text.split()}:
        assert count_syllables(word) >= 0
    assert count_syllables("Bonjour") == 2


@pytest.mark.parametrize("text", EVERY)
def test_odd_text_holds_no_passive(text: str) -> None:
    assert passive_sentences([text]) == [False]


@pytest.mark.parametrize("text", EVERY)
def test_faults_of_odd_text_lie_within_it_and_apart(text: str) -> None:
    issues = check_typography(text, accented_capitals=True)
    assert all(0 <= i.start < i.end <= len(text) for i in issues)
    assert all(a.end <= b.start for a, b in pairwise(issues))
    for placed in (*check_quotes([text]), *check_apostrophes([text])):
        assert placed.paragraph == 0
        assert 0 <= placed.issue.start < placed.issue.end <= len(text)


@pytest.mark.parametrize("name", ["one_word", "one_long_word", "an_address"])
def test_shares_of_a_handful_of_sentences_are_null_with_a_reason(name: str) -> None:
    measures = seoaudit.audit(READABLE[name]).to_dict()["measures"]
    for measure in ("long_sentence_share", "passive_share", "top_phrase_density"):
        assert measures[measure]["value"] is None
        assert measures[measure]["reason"]
