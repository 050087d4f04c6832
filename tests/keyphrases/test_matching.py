"""A keyphrase is found as French writes it, and nowhere else."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from seoaudit.errors import SeoAuditError, SettingsError
from seoaudit.keyphrases import find_occurrences
from seoaudit.keyphrases.indexed import KEPT_CHARACTERS, _kept, index_text

GROUPS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "matching.yaml").read_text(encoding="utf-8")
)
_MARK = re.compile(r"\[([^\]]+)\]\((synonym )?(exact|inflected|near|scattered)\)")
CASES = [(g, text) for g in GROUPS for text in g.get("texts", ())]
REFUSED = [g for g in GROUPS if g.get("error")]


def unmark(marked: str) -> tuple[str, list[tuple[int, int, str, bool]]]:
    """Return a case's text, and the span, grade and kind of what is marked in it."""
    text, at, spans = "", 0, []
    for m in _MARK.finditer(marked):
        text += marked[at : m.start()]
        spans.append((len(text), len(text) + len(m[1]), m[3], m[2] is not None))
        text += m[1]
        at = m.end()
    return text + marked[at:], spans


def test_there_are_enough_cases() -> None:
    assert len(CASES) + len(REFUSED) >= 250


@pytest.mark.parametrize(("group", "marked"), CASES)
def test_occurrences_their_spans_and_grades(group: dict[str, Any], marked: str) -> None:
    text, expected = unmark(marked)
    found = find_occurrences(
        group["keyphrase"], text, synonyms=group.get("synonyms", ()), verbs=group.get("verbs", False)
    )
    assert [(o.start, o.end, o.grade, o.synonym) for o in found] == expected
    assert all(o.text == text[o.start : o.end] for o in found)
    assert all(o.unaccented == group.get("unaccented", False) for o in found)
    assert all(o.phrase in (group["keyphrase"], *group.get("synonyms", ())) for o in found)


@pytest.mark.parametrize("group", REFUSED)
def test_a_keyphrase_without_content_is_refused_in_one_sentence(group: dict[str, Any]) -> None:
    with pytest.raises(SettingsError) as refusal:
        find_occurrences(group["keyphrase"], "Un texte.", synonyms=group.get("synonyms", ()))
    assert "\n" not in str(refusal.value)
    assert str(refusal.value).startswith(("Mot-clé", "Synonyme"))


def test_an_empty_text_holds_nothing() -> None:
    assert find_occurrences("panne", "") == []
    assert find_occurrences("panne", " \n ") == []


def test_a_paragraph_end_parts_a_phrase() -> None:
    assert find_occurrences("panne Optus", "La panne\n\nOptus s’excuse.") == []


def test_spans_are_exact_in_decomposed_text_and_over_invisible_signs() -> None:
    text = unicodedata.normalize("NFD", "L’été, le pâté : un chef-d’œuvre d’é\u00adté.")
    assert [o.text for o in find_occurrences("été", text)] == [
        unicodedata.normalize("NFD", "été"),
        unicodedata.normalize("NFD", "é\u00adté"),
    ]


SENTENCES = [unmark(marked)[0] for _, marked in CASES]
# Texts in capitals hide their accents and are set aside.
PHRASES = sorted({g["keyphrase"] for g, _ in CASES})
MIXED = [s for s in SENTENCES if not re.search(r"[A-ZÀ-Ý]{4}", s)]


@given(
    st.sampled_from(PHRASES),
    st.lists(st.sampled_from(MIXED), min_size=1, max_size=4).map(" ".join),
    st.sampled_from([" ", "\u00a0", "\u202f", "\u2009"]),
    st.sampled_from(["'", "’", "ʼ"]),
    st.sampled_from(["NFC", "NFD"]),
    st.sampled_from([str, str.lower, str.title, str.capitalize]),
)
def test_typing_habits_change_no_count(
    phrase: str, text: str, space: str, apostrophe: str, form: str, case: Any
) -> None:
    varied = re.sub("['’]", apostrophe, case(text)).replace(" ", space)
    varied = unicodedata.normalize(form, varied)  # type: ignore[arg-type] # hypothesis widens the literal
    for typed in (phrase, unicodedata.normalize("NFD", phrase).replace("’", "'")):
        assert len(find_occurrences(typed, varied)) == len(find_occurrences(phrase, text))


@given(st.text(max_size=40), st.text(max_size=120))
def test_no_input_breaks_the_matching(phrase: str, text: str) -> None:
    try:
        found = find_occurrences(phrase, text)
    except SeoAuditError:
        return
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= o.start < o.end <= len(text) for o in found)


def test_the_kept_indexes_stay_within_their_room() -> None:
    for n in range(KEPT_CHARACTERS // 120_000 + 2):
        index_text(f"{n} " + "mot " * 30_000)
    assert 0 < _kept.characters <= KEPT_CHARACTERS
