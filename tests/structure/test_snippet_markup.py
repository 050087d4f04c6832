"""The tags for a page's head: only what the article says, escaped, and what it lacks named."""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from seoaudit.article.read import read_string
from seoaudit.structure.snippet_markup import Markup, describe, head_html

PAGE = """---
author: Marie Dupont et la rédaction
date: 2026-03-14
lastmod: 2026-03-15T08:30:00+01:00
canonical: https://exemple.example/articles/pont
og:site_name: Le Courrier
---
# Le pont ferme

![](/filet.svg)

![Le pont du canal](/img/pont.jpg)

Le pont du canal ferme mardi.
"""


def markup_of(source: str, **said: str) -> Markup:
    article = read_string(source, source_format="markdown")
    facts = {"title": "Le pont ferme", "description": "Le pont du canal ferme mardi."}
    return describe(article, language="fr", locale="fr-FR", **{**facts, **said})  # type: ignore[arg-type]


def test_what_the_article_says_is_filled_in() -> None:
    markup = markup_of(PAGE, keyphrase="pont du canal")
    graph = dict(markup.open_graph)
    assert graph["og:type"] == "article"
    assert graph["og:title"] == "Le pont ferme"
    assert graph["og:url"] == "https://exemple.example/articles/pont"
    assert (graph["og:image"], graph["og:image:alt"]) == ("https://exemple.example/img/pont.jpg", "Le pont du canal")
    assert graph["og:locale"] == "fr_FR"
    assert graph["article:published_time"] == "2026-03-14"
    linked = markup.json_ld
    assert linked["@type"] == "Article"
    assert linked["headline"] == "Le pont ferme"
    assert linked["dateModified"] == "2026-03-15T08:30:00+01:00"
    assert linked["author"] == [
        {"@type": "Person", "name": "Marie Dupont"},
        {"@type": "Organization", "name": "la rédaction"},
    ]
    assert linked["publisher"]["name"] == "Le Courrier"
    assert markup.missing == ()


def test_what_it_does_not_say_is_left_out_and_named() -> None:
    markup = markup_of("Le pont du canal ferme mardi.")
    assert dict(markup.open_graph).keys() == {"og:type", "og:title", "og:description", "og:locale"}
    assert markup.json_ld.keys() == {"@context", "@type", "headline", "description", "inLanguage"}
    assert markup.missing == ("url", "image", "author", "published")


@pytest.mark.parametrize(
    "said",
    [
        "date: bientôt",
        "date: 14/03/2026",
        "canonical: /articles/pont",
        "canonical: javascript:alert(1)",
        "canonical: 'https://['",
    ],
)
def test_a_value_that_is_no_date_or_address_is_none(said: str) -> None:
    markup = markup_of(f"---\n{said}\n---\nLe pont ferme.\n\n![Le pont](data:image/png;base64,AAAA)\n")
    assert markup.missing == ("url", "image", "author", "published")


def test_a_locale_of_another_language_is_not_claimed() -> None:
    article = read_string("The bridge is closed.")
    graph = dict(describe(article, title="Bridge", description=None, language="en", locale="fr-FR").open_graph)
    assert "og:locale" not in graph
    assert "og:description" not in graph


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_head_reads_back_as_it_was(title: str, description: str) -> None:
    title, description = (" ".join(t.replace("\x00", "").split()) for t in (title, description))
    markup = markup_of("Le pont.", title=title, description=description)
    soup = BeautifulSoup(head_html(markup, title=title, description=description), "html.parser")
    names = [t.name for t in soup.find_all(True)]
    assert names == [*(["title"] if title else []), *["meta"] * (len(names) - 1 - bool(title)), "script"]
    assert (soup.title.get_text() if soup.title else "") == title
    found = soup.find("meta", attrs={"name": "description"})
    assert (found["content"] if found else "") == description
    assert json.loads(soup.script.string)["@type"] == "Article"  # type: ignore[arg-type, union-attr]
    assert json.loads(soup.script.string).get("headline", "") == title  # type: ignore[arg-type, union-attr]
