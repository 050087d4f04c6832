"""Properties of every reader: nothing is lost, everything has its place, nothing crashes."""

from __future__ import annotations

from typing import Literal

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from seoaudit.article.model import Article
from seoaudit.article.read import read_bytes, read_string
from seoaudit.errors import InputError
from tests.article.places import assert_places_hold
from tests.article.vocabulary import CROOKED, HTML, MARKDOWN, WORDS

Form = Literal["auto", "text", "markdown", "html"]


def sources(*vocabulary: str) -> st.SearchStrategy[str]:
    piece = st.tuples(st.sampled_from([*WORDS, *vocabulary]), st.sampled_from(["", "", " "])).map("".join)
    return st.lists(piece, min_size=1, max_size=60).map("".join)


def read(source: str, form: Form) -> Article | None:
    try:
        return read_string(source, source_format=form)
    except InputError:
        return None


def spelt(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(source=sources("\n", "\n\n", "- ", "• ", "1. ", "***\n", ". ", "\r\n", "\u2028"))
def test_a_plain_text_keeps_every_word_in_its_place(source: str) -> None:
    article = read(source, "text")
    if article is not None:
        assert_places_hold(article)
        shown = spelt("".join(article.source[b.start : b.end] for b in article.blocks))
        assert shown == spelt(source)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(source=sources(*MARKDOWN))
def test_markdown_shows_what_its_page_shows(source: str) -> None:
    article = read(source, "markdown")
    if article is not None and not source.startswith("---"):
        assert_places_hold(article)
        parser = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])
        page = BeautifulSoup(parser.render(source), "html.parser").get_text()
        assert spelt("".join(b.text for b in article.blocks)) == spelt(page)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(source=sources(*HTML))
def test_html_shows_what_its_page_shows(source: str) -> None:
    article = read(source, "html")
    if article is not None:
        assert_places_hold(article)
        page = BeautifulSoup(source, "html.parser").get_text()
        assert spelt("".join(b.text for b in article.blocks)) == spelt(page)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(source=sources(*MARKDOWN, *HTML, *CROOKED), form=st.sampled_from(["auto", "text", "markdown", "html"]))
def test_crooked_sources_are_read_or_refused(source: str, form: Form) -> None:
    article = read(source, form)
    if article is not None:
        assert_places_hold(article)


@settings(max_examples=200, deadline=None)
@given(source=st.text(max_size=200), form=st.sampled_from(["auto", "text", "markdown", "html"]))
def test_any_text_is_read_or_refused(source: str, form: Form) -> None:
    article = read(source, form)
    if article is not None:
        assert_places_hold(article)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        article = read_bytes(data, name="-")
    except InputError:
        return
    assert_places_hold(article)


N = 5_000


@pytest.mark.parametrize(
    ("source", "form"),
    [
        ("<div>" * N + "x" + "</div>" * N, "html"),
        ("<ul><li>" * 3000 + "x", "html"),
        ("<blockquote>" * N + "x", "html"),
        ("<table><tr><td>" * 2000 + "x", "html"),
        ("<b>" * N + "x", "html"),
        ("<" * N + "x", "html"),
        ("<a " * N + "x", "html"),
        ('<a b=">"' * N + "x", "html"),
        ("<!-- " * N + "x", "html"),
        ("<textarea>" * N + "x", "html"),
        ("&" * N + "&#" + "9" * N + ";", "html"),
        ("</b></div></p>" * N + "x", "html"),
        ("<p x=" * N, "auto"),
        ("mot\n" * 100_000, "text"),
        ("- x\n" * N, "text"),
        ("mot " * 200_000, "text"),
        ("a" * 500_000, "auto"),
        ("* " * N, "auto"),
        ("[" * N, "markdown"),
        ("![" * N, "markdown"),
        ("[" * 5000 + "]" * 5000, "markdown"),
        ("[a\n" * N, "markdown"),
        ("*a **b " * N, "markdown"),
        (">" * N + "a", "markdown"),
        ("mot mot\n" * N, "markdown"),
        ("`a` " * N, "markdown"),
        ("a - b\n" * N, "auto"),
        ("---\na: " + "{" * N, "markdown"),
    ],
)
def test_repeated_or_unclosed_markup_is_read_or_refused(source: str, form: Form) -> None:
    article = read(source, form)
    if article is not None:
        assert_places_hold(article)
