"""Paragraphs are parsed once, in pieces if need be, and every place leads back to the source."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seoaudit.french.parse import LONGEST_PIECE, Parsed, parse_paragraphs


def one(text: str) -> Parsed:
    return parse_paragraphs([text])[0]


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_nothing_gives_no_tokens(text: str) -> None:
    assert one(text).tokens == ()
    assert one(text).sentences == ()


def test_no_paragraphs_give_no_parses() -> None:
    assert parse_paragraphs([]) == []


def test_sentences_hold_their_tokens() -> None:
    parsed = one("Le réseau est tombé. « Nous le regrettons », dit-elle.")
    assert [parsed.sentence_text(i) for i in range(2)] == ["Le réseau est tombé.", "« Nous le regrettons », dit-elle."]
    for i, s in enumerate(parsed.sentences):
        assert {t.sentence for t in parsed.sentence_tokens(i)} == {i}
        assert all(s.first <= t.head < s.last for t in parsed.sentence_tokens(i))


@pytest.mark.parametrize(
    "text",
    [
        "L’appel\u00a0: 2\u202f700 «\u202fnon\u202f»",
        "L'appel : 2 700 « non »",
        "L’e\u0301te\u0301 re\u00advient, l’appel aussi",
    ],
)
def test_places_lead_back_to_what_was_typed(text: str) -> None:
    parsed = one(text)
    for token in parsed.tokens:
        a, b = parsed.normalised.to_source(token.start, token.end)
        assert one(text[a:b]).text == token.text


def test_the_typed_apostrophe_and_space_change_nothing() -> None:
    plain, typed = one("L'appel d'Optus : « 2 700 »"), one("L’appel d’Optus\u00a0: «\u202f2\u202f700\u00a0»")
    assert plain.tokens == typed.tokens


@pytest.mark.parametrize("text", ["Été à L’ÎLE", "İstanbul et Île", "ΟΔΟΣ", "Straße"])
def test_lower_case_keeps_each_character_at_its_place(text: str) -> None:
    parsed = one(text)
    assert len(parsed.lower) == len(parsed.text)
    assert parsed.forms == tuple(t.text.lower() for t in parsed.tokens)
    assert parsed.vocabulary == set(parsed.forms)
    assert all(low in char.lower() for char, low in zip(parsed.text, parsed.lower, strict=True) if char != "Σ")


def test_a_part_and_a_join_keep_heads_and_places() -> None:
    parsed = one("Le réseau est tombé. La panne a duré. Les clients attendent.")
    part = parsed.part(1, 3)
    assert part.text == "La panne a duré. Les clients attendent."
    assert [t.text for t in part.tokens] == [t.text for t in parsed.tokens[parsed.sentences[1].first :]]
    assert part.tokens[0].head == parsed.tokens[parsed.sentences[1].first].head - parsed.sentences[1].first
    joined = Parsed.join([parsed.part(0, 1), part])
    assert [t[:6] for t in joined.tokens] == [t[:6] for t in parsed.tokens]


def test_a_text_without_any_stop_is_parsed_in_pieces() -> None:
    text = "le réseau est tombé et la panne a duré " * (3 * LONGEST_PIECE // 39)
    parsed = one(text)
    assert parsed.tokens[-1].end == len(parsed.text)
    assert all(0 <= t.head < len(parsed.tokens) for t in parsed.tokens)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(alphabet="aé'’ .!?«»\u00a0\n-1", max_size=40), max_size=4))
def test_parsing_is_total_and_ordered(paragraphs: list[str]) -> None:
    for parsed in parse_paragraphs(paragraphs):
        starts = [t.start for t in parsed.tokens]
        assert starts == sorted(starts)
        assert sum(s.last - s.first for s in parsed.sentences) == len(parsed.tokens)


def test_a_run_without_a_space_is_parsed_in_pieces_that_join_again() -> None:
    text = "Voici l'" + "l'" * 3_000 + "eau. Elle est fraîche."
    parsed = parse_paragraphs([text])[0]
    assert "".join(t.text + " " * t.space for t in parsed.tokens).replace(" ", "") == text.replace(" ", "")
    assert [parsed.sentence_text(i)[-8:] for i in range(2)] == ["l'l'eau.", "fraîche."]
    assert all(parsed.text[t.start : t.end] == t.text for t in parsed.tokens)
