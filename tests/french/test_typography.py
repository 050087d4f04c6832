"""Typography: every case of the table, and what holds of any text."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from seoaudit.errors import SettingsError
from seoaudit.french.typography import (
    TypographyKind,
    apply_fixes,
    check_apostrophes,
    check_quotes,
    check_typography,
    fix_typography,
)

TABLE: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("cases").joinpath("typography.yaml").read_text("utf-8"))
ARTICLES = ("quotes", "apostrophes")
OPTIONS = ("locale", "house", "accented_capitals")


def _shown(text: str) -> str:
    return text.replace("~", "\u00a0").replace("^", "\u202f")


def _unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text and the spans that stood between ⟦ and ⟧."""
    text, spans, start = "", [], 0
    for c in _shown(marked):
        if c == "⟦":
            start = len(text)
        elif c == "⟧":
            spans.append((start, len(text)))
        else:
            text += c
    return text, spans


def _options(*sources: dict[str, Any]) -> dict[str, Any]:
    return {k: source[k] for source in sources for k in OPTIONS if k in source}


def _cases(verdict: str) -> list[Any]:
    out = []
    for kind, group in TABLE.items():
        if kind in ARTICLES:
            continue
        for i, case in enumerate(group.get(verdict, [])):
            options = _options(group, case if isinstance(case, dict) else {})
            out.append(pytest.param(kind, case, options, id=f"{kind}_{verdict}_{i}"))
    return out


@pytest.mark.parametrize(("kind", "text", "options"), _cases("pass"))
def test_good_typography_raises_no_alarm(kind, text, options):
    text = _shown(text)
    assert [(i.kind, text[i.start : i.end]) for i in check_typography(text, **options)] == [], kind


@pytest.mark.parametrize(("kind", "case", "options"), _cases("fail"))
def test_a_fault_is_found_where_it_is_and_fixed(kind, case, options):
    text, spans = _unmark(case["bad"])
    issues = check_typography(text, **options)
    assert [(i.kind, i.start, i.end) for i in issues] == [(kind, *span) for span in spans]
    assert all(i.note for i in issues)
    fixed = _shown(case["fix"]) if "fix" in case else text
    assert apply_fixes(text, issues) == fixed
    assert fix_typography(fixed, **options) == fixed
    if "fix" in case:
        assert check_typography(fixed, **options) == []


def test_every_kind_of_one_text_has_passing_and_failing_cases():
    articles = {TypographyKind.QUOTE_UNCLOSED, TypographyKind.QUOTE_UNOPENED, TypographyKind.APOSTROPHE_MIXED}
    expected = set(TypographyKind) - articles
    assert {k for k in TABLE if k not in ARTICLES} == expected
    assert all(TABLE[k]["pass"] and TABLE[k]["fail"] for k in expected)


@pytest.mark.parametrize("check", [check_quotes, check_apostrophes], ids=ARTICLES)
def test_faults_of_a_whole_article_are_found_in_their_paragraph(check):
    for article in TABLE["quotes" if check is check_quotes else "apostrophes"]:
        unmarked = [_unmark(paragraph) for paragraph in article]
        expected = [(i, *span) for i, (_, spans) in enumerate(unmarked) for span in spans]
        found = check([text for text, _ in unmarked])
        assert [(p.paragraph, p.issue.start, p.issue.end) for p in found] == expected, article


def test_the_reference_article(optus):
    paragraphs = [line for line in optus.split("\n") if line]
    found = [(i.kind.value, p[i.start : i.end]) for p in paragraphs for i in check_typography(p)]
    counts = {kind: sum(k == kind for k, _ in found) for kind, _ in found}
    assert counts == {
        "number_space_plain": 3,
        "guillemet_space_plain": 7,
        "guillemet_space_absent": 2,
        "mark_space_plain": 1,
        "fragment": 1,
    }
    assert ("fragment", "pli.") in found
    assert check_quotes(paragraphs) == []
    assert check_apostrophes(paragraphs) == []


@pytest.mark.parametrize("name", ["breve.txt", "texte-brut.txt", "guide-composteur.md", "guide-long.md"])
def test_the_clean_samples_raise_no_alarm(name, samples):
    text = (samples / name).read_text("utf-8")
    # Front matter and code are no text of the reader's.
    text = re.sub(r"\A---\n.*?\n---\n|```.*?```", "", text, flags=re.DOTALL)
    paragraphs = [line for line in text.split("\n") if line]
    assert [(i.kind, p[max(0, i.start - 20) : i.end + 20]) for p in paragraphs for i in check_typography(p)] == []
    assert check_quotes(paragraphs) == []
    assert check_apostrophes(paragraphs) == []


def test_code_is_skipped_where_the_caller_says_so_also_while_fixing():
    text = "La clé: Cache-Control: public; Age: 3 et voilà!"
    span = (text.index("Cache"), text.index(" et"))
    assert [i.start for i in check_typography(text, skip=[span])] == [6, len(text) - 1]
    assert fix_typography(text, skip=[span]) == "La clé\u00a0: Cache-Control: public; Age: 3 et voilà\u00a0!"


def test_only_the_kinds_asked_for_are_fixed():
    assert fix_typography("Ma soeur vient-elle ?", kinds=[TypographyKind.LIGATURE]) == "Ma sœur vient-elle ?"


@pytest.mark.parametrize("options", [{"locale": "fr"}, {"house": "large"}])
def test_an_unknown_convention_is_refused(options):
    with pytest.raises(SettingsError):
        check_typography("Bonjour.", **options)


SIGNS = " \u00a0\u202f\u2009\t\n«»“”\"'’´`.,;:!?…%€()[]-—&#/\\@_={}<>·🎉\u200f"
FORMS = "..|mot|Mr|de|soeur|etc|1|12|000|h|30|km|ème|ère|XX|É|e\u0301|&amp;|&nbsp;|Ã©|www.|http:|A|la|Le"
PIECES = st.sampled_from([*SIGNS, *FORMS.split("|")])
TEXTS = st.lists(PIECES, max_size=25).map("".join)
CONVENTIONS = st.fixed_dictionaries(
    {
        "locale": st.sampled_from(["fr-FR", "fr-CA", "fr-CH"]),
        "house": st.sampled_from(["any", "nbsp", "fine"]),
        "accented_capitals": st.booleans(),
    }
)


@settings(max_examples=300)
@given(TEXTS, CONVENTIONS)
def test_issues_lie_in_the_text_in_order_and_apart(text, options):
    end = 0
    for issue in check_typography(text, **options):
        assert end <= issue.start < issue.end <= len(text)
        assert issue.fix is None or issue.fix != text[issue.start : issue.end]
        end = issue.end


@settings(max_examples=300)
@given(TEXTS, CONVENTIONS)
def test_fixing_twice_changes_nothing_more(text, options):
    once = fix_typography(text, **options)
    assert fix_typography(once, **options) == once


@settings(max_examples=200)
@given(st.lists(TEXTS, max_size=6))
def test_issues_of_an_article_lie_in_its_paragraphs(paragraphs):
    for check in (check_quotes, check_apostrophes):
        for i, issue in check(paragraphs):
            assert 0 <= issue.start < issue.end <= len(paragraphs[i])


# Each is a trap for a pattern that looks back or gives back.
TRAPS = (
    "a",
    "?",
    " ",
    "1 ",
    "mot ",
    "«",
    '"',
    '" ',
    "a.",
    "a-",
    "a/",
    "&amp;",
    "x=",
    "de de ",
    "1 000 ",
    "l'",
    "Ã",
    "<a",
    ":a",
    "a(",
    "f(a)",
    "“",
    "“a;",
    '= "',
    "color:",
    "a.Bc",
)


@pytest.mark.parametrize("trap", [*TRAPS, "{", "12.", "I", "·", "a_"])
def test_a_long_run_of_one_sign_is_checked_and_fixed_like_any_text(trap):
    text = trap * (20_000 // len(trap))
    issues = check_typography(text, accented_capitals=True)
    assert all(0 <= i.start < i.end <= len(text) for i in issues)
    assert all(a.end <= b.start for a, b in pairwise(issues))
    assert all(p.paragraph == 0 for p in [*check_quotes([text]), *check_apostrophes([text])])
