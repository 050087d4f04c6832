"""However marks overlap, the text comes back whole, every mark covers its characters, and is called once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from seoaudit.report.body import Mark
from seoaudit.report.html.segments import WIDE, Reference, segments_of

TEXT = "« Il n’y a rien », a-t-il dit : « 2 468 clients ! » Rien de plus, et rien de moins ; voilà l’affaire."


def mark(rule: str, number: int, start: int, end: int) -> Mark:
    return Mark(rule=rule, number=number, start=start, end=end)


@st.composite
def marks(draw: st.DrawFn) -> list[Mark]:
    found = []
    for number in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(TEXT) - 1))
        end = draw(st.integers(start + 1, len(TEXT)))
        found.append(mark(draw(st.sampled_from(["AAA001", "BBB001", "CCC001"])), number, start, end))
    return found


def test_a_text_without_marks_is_one_segment() -> None:
    assert segments_of("", []) == []
    assert [s.text for s in segments_of("Bonjour.", [])] == ["Bonjour."]


@given(marks())
def test_the_segments_give_back_the_text_and_every_mark(found: list[Mark]) -> None:
    segments = segments_of(TEXT, found, [(2, 9)])
    assert "".join(s.text for s in segments) == TEXT
    assert all(s.text for s in segments)
    at = 0
    for s in segments:
        for m in found:
            inside = m.start <= at < m.end
            rules = s.narrow if m.end - m.start <= WIDE else s.wide
            if inside:
                assert m.rule in rules
        at += len(s.text)
    places = sorted((m.rule, m.number) for m in found)
    assert sorted((r.rule, r.number) for s in segments for r in s.anchors) == places
    assert sorted((r.rule, r.number) for s in segments for r in s.references) == places
    assert "".join(s.text for s in segments if s.keyphrase) == TEXT[2:9]


def test_a_call_does_not_stand_between_a_space_and_the_word_it_belongs_to() -> None:
    segments = segments_of(TEXT, [mark("TYP001", 0, 1, 2)])
    before = ""
    for s in segments:
        before += s.text
        if s.references:
            assert s.references == (Reference("TYP001", 0),)
            break
    assert before == "« Il"


def test_a_call_after_a_word_stands_before_the_sign_that_follows() -> None:
    segments = segments_of("Voilà l’ACMA, dit-il.", [mark("SUB001", 0, 8, 12)])
    assert [(s.text, len(s.references)) for s in segments] == [("Voilà l’", 0), ("ACMA", 1), (", dit-il.", 0)]
