"""The preview: a page that stands alone, says every proposal once to choose from, and escapes all of them."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

import seoaudit
from seoaudit.report.snippet_page import render_page
from seoaudit.report.snippet_text import render_snippet
from tests.conftest import SAMPLES

PARTS = ("title", "description", "slug")


def page_of(report: seoaudit.Report) -> BeautifulSoup:
    return BeautifulSoup(render_page(report), "html.parser")


@pytest.fixture(scope="module")
def report() -> seoaudit.Report:
    return seoaudit.audit(SAMPLES / "optus.txt")


@pytest.fixture(scope="module")
def page(report: seoaudit.Report) -> BeautifulSoup:
    return page_of(report)


def test_every_proposal_is_drawn_on_both_devices_and_can_be_chosen(
    report: seoaudit.Report, page: BeautifulSoup
) -> None:
    for part in PARTS:
        texts = [getattr(report.snippet, part), *report.snippet.alternatives[part]]
        inputs = page.find_all("input", attrs={"name": part})
        assert [i["id"] for i in inputs] == [f"{part}-{n}" for n in range(len(texts))]
        assert [i.has_attr("checked") for i in inputs] == [True, *[False] * (len(texts) - 1)]
        for device in ("desktop", "mobile"):
            for n, text in enumerate(texts):
                drawn = page.select(f".{device} .result .{part}-{n}")
                assert len(drawn) == 1
                assert text in drawn[0].get_text()


def test_what_is_chosen_alone_is_shown(page: BeautifulSoup) -> None:
    rules = page.style.get_text()  # type: ignore[union-attr]
    for n in range(1, len(page.find_all("input", attrs={"name": "title"}))):
        assert f"body:not(:has(#title-{n}:checked)) .result .title-{n}" in rules
        assert f"body:has(#title-{n}:checked) .result .title-0" in rules


def test_the_page_stands_alone_in_both_colours(page: BeautifulSoup) -> None:
    assert not page.find_all(["script", "link", "img", "iframe", "object"])
    assert not page.find_all(lambda t: t.has_attr("src") or t.has_attr("href"))
    style = page.style.get_text()  # type: ignore[union-attr]
    assert "url(" not in style
    assert "@import" not in style
    assert "prefers-color-scheme: dark" in style
    assert page.html["lang"] == "fr"  # type: ignore[index]


def test_every_field_has_a_label_and_ids_are_unique(page: BeautifulSoup) -> None:
    assert all(i.find_parent("label") and i.find_parent("fieldset").legend for i in page.find_all("input"))
    ids = [t["id"] for t in page.find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_the_french_is_set_as_french_is(page: BeautifulSoup) -> None:
    for tag in page.find_all("code"):
        tag.decompose()
    text = page.main.get_text("\n")  # type: ignore[union-attr]
    assert not re.search(r" [:;!?»%]|« |\w'\w", text)
    assert "149\u00a0caractères" in text


def test_the_keyphrase_is_bold_in_the_description(page: BeautifulSoup) -> None:
    assert page.select_one(".desktop .description-0 b").get_text() == "appels vers le triple zéro"  # type: ignore[union-attr]


def test_nothing_of_the_article_becomes_markup() -> None:
    evil = "<script>alert(1)</script>\"'&</title></style>"
    text = f"# Le pont {evil}\n\nLa mairie {evil} a fermé mardi le pont du canal de Brévanne, après la visite des ingénieurs."
    report = seoaudit.audit(
        text, title=f"Le pont {evil}", description=f"{evil} {'Le pont ferme. ' * 5}", keyphrase="pont"
    )
    soup = page_of(report)
    assert not soup.find_all("script")
    assert len(soup.find_all("title")) == len(soup.find_all("style")) == 1
    assert soup.select_one(".mobile .title-0").get_text() == f"Le pont {evil}"  # type: ignore[union-attr]


def test_a_page_says_where_there_is_nothing_to_propose() -> None:
    soup = page_of(seoaudit.audit("Oui."))
    assert not soup.find_all("input")
    assert soup.select_one(".desktop .none").get_text() == "Aucun titre à proposer"  # type: ignore[union-attr]


def test_the_text_gives_each_proposal_its_size(report: seoaudit.Report) -> None:
    text = render_snippet(report)
    assert f"{report.snippet.title_pixels} px sur 600" in text
    assert f"{report.snippet.description_characters}\u00a0caractères" in text
    for title in report.snippet.alternatives["title"]:
        assert title in text
    assert "og:type" in text


def test_english_on_demand() -> None:
    english = seoaudit.audit(SAMPLES / "breve.txt", lang="en")
    assert page_of(english).html["lang"] == "en"  # type: ignore[index]
    assert " characters" in render_snippet(english)
