"""Corrected sources: typography mended, everything else as it was, a second time changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import seoaudit
from seoaudit.article.read import read_path, read_string
from seoaudit.errors import InputError, SettingsError
from seoaudit.french.typography_model import TypographyKind
from tests.article.vocabulary import HTML, MARKDOWN, WORDS

CASES = [
    ("Qui paiera? La ville, dit-on .", "text", "Qui paiera\u00a0? La ville, dit-on."),
    ("L’hiver et l'été, puis l'automne.", "text", "L’hiver et l’été, puis l’automne."),
    ("# Qui paie?\n\nUn *coût* : 30% du [prix!](a?b:c) et `x:y;z!`.\n", "markdown",
     "# Qui paie\u00a0?\n\nUn *coût*\u00a0: 30\u00a0% du [prix\u00a0!](a?b:c) et `x:y;z!`.\n"),
    ("---\ntitle: Qui paie?\n---\nQui paie?\n\n```\na ? b : c\n```\n", "markdown",
     "---\ntitle: Qui paie?\n---\nQui paie\u00a0?\n\n```\na ? b : c\n```\n"),
    ("<p class='a b'>Qui&nbsp;? L&rsquo;&eacute;t&eacute;: <b>30%</b> de soeurs.</p><!-- a: b! --><pre>a!</pre>", "html",
     "<p class='a b'>Qui&nbsp;? L&rsquo;&eacute;t&eacute;\u00a0: <b>30\u00a0%</b> de sœurs.</p><!-- a: b! --><pre>a!</pre>"),
    ("<p>Il a dit: \"non\" à Mr&nbsp;Roy.\r\n</p>\r\n", "html", "<p>Il a dit\u00a0: «\u00a0non\u00a0» à M.&nbsp;Roy.\r\n</p>\r\n"),
    ("Il est venu venu hier.", "text", "Il est venu venu hier."),
]  # fmt: skip


@pytest.mark.parametrize(("source", "form", "expected"), CASES)
def test_faults_are_mended_where_they_stand(source, form, expected):
    fixed = seoaudit.fix(source, source_format=form)
    assert fixed.text == expected
    assert fixed.total == sum(fixed.counts.values())
    assert bool(fixed.total) == (source != expected)


def test_what_markup_divides_is_left_to_the_author():
    fixed = seoaudit.fix("<p>Qui paiera<b>?</b> Et 30<i>%</i> de quoi?</p>", source_format="html")
    assert fixed.text.endswith("de quoi\u00a0?</p>")
    assert fixed.text.startswith("<p>Qui paiera")
    assert fixed.left >= 0


def test_a_correction_that_would_change_the_structure_is_not_made():
    # Without the space before it, the sign would open a list of its own in front of the line.
    source = "Un\n: deux ;\n\n1. Un ,deux\n2. trois...\n"
    fixed = seoaudit.fix(source, source_format="markdown")
    before, after = (read_string(s, source_format="markdown").blocks for s in (source, fixed.text))
    assert [(b.kind, b.level) for b in before] == [(b.kind, b.level) for b in after]


@pytest.mark.parametrize(
    "name", ["optus.txt", "colle-word.html", "page-cms.html", "guide-long.md", "page-bourree.html"]
)
def test_the_samples_keep_their_words_links_and_images(name: str, samples: Path) -> None:
    article = read_path(samples / name)
    fixed = seoaudit.fix(article)
    again = read_string(fixed.text, source_format=article.format)
    assert seoaudit.fix(again).text == fixed.text
    assert [b.kind for b in again.blocks] == [b.kind for b in article.blocks]
    assert [k.target for b in again.blocks for k in b.links] == [k.target for b in article.blocks for k in b.links]


def test_the_clean_sample_is_left_alone(samples: Path) -> None:
    path = samples / "guide-composteur.md"
    assert seoaudit.fix(path).text == path.read_text(encoding="utf-8")


def test_the_convention_asked_for_is_followed():
    assert seoaudit.fix("Qui paiera?", settings={"locale": "fr-CH"}).text == "Qui paiera\u202f?"
    assert seoaudit.fix("L'Etat.", settings={"accented_capitals": True}).counts == {TypographyKind.CAPITAL_ACCENT: 1}
    with pytest.raises(SettingsError):
        seoaudit.fix("Qui ?", settings={"locale": "fr"})


TYPED = st.lists(
    st.sampled_from([*WORDS, *MARKDOWN, *HTML, "?", " :", '"', "'", "’", "«", "»", " ,", "...", "30%", "  ", "\u00a0"]),
    min_size=1, max_size=40,
).map("".join)  # fmt: skip


@settings(max_examples=150)
@given(source=TYPED, form=st.sampled_from(["text", "markdown", "html"]))
def test_correcting_again_changes_nothing_and_no_structure_changes(source, form):
    try:
        article = read_string(source, source_format=form)
    except InputError:
        return
    fixed = seoaudit.fix(article)
    again = read_string(fixed.text, source_format=form)
    assert [(b.kind, b.level) for b in again.blocks] == [(b.kind, b.level) for b in article.blocks]
    assert seoaudit.fix(again).text == fixed.text
