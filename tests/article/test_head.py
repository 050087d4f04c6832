"""What a whole page says to machines, with its places, and its structured data."""

from __future__ import annotations

import pytest

from seoaudit.article.head import Head, Mark
from seoaudit.article.html import read_html
from seoaudit.article.json_ld import read_json_ld, types_of


def head_of(page: str) -> Head:
    head = read_html(page).meta.head
    assert head is not None
    return head


def test_a_fragment_has_no_head() -> None:
    assert read_html("<p>Le marché ouvre.</p>").meta.head is None


def test_statements_are_read_with_their_places() -> None:
    page = (
        '<html LANG="fr-FR"><head><title>Le &amp; la</title><meta name="Robots" content="noindex">'
        "<link rel='alternate' hreflang='en' href='https://a.example/en'><link rel=canonical href=/a>"
        '<meta property="og:image" content=""><meta property="og:image" content="https://a.example/i.jpg"></head>'
        '<body><p id="haut">Par <a rel="author" name="sig" href="/j">Jeanne</a>, <time datetime="2024-05-02">hier</time>.</p>'
        "<svg><title>Plan</title><g id='plan'/></svg></body></html>"
    )
    head = head_of(page)
    assert head.language is not None
    assert (head.language.text, head.language.start) == ("fr-FR", 0)
    assert [m.text for m in head.titles] == ["Le & la"]
    assert [m.text for m in head.robots] == ["noindex"]
    assert [(a.language, a.target.text) for a in head.alternates] == [("en", "https://a.example/en")]
    assert [page[m.start : m.end] for m in head.canonicals] == ["<link rel=canonical href=/a>"]
    assert (head.first("og:image") or Mark("", 0, 0)).text == "https://a.example/i.jpg"
    assert [m.text for m in head.times] == ["2024-05-02"]
    assert len(head.authors) == 1
    assert head.ids == {"haut", "sig", "plan"}


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ('{"@type": "Article"}', [{"Article"}]),
        (
            '[{"@type": ["Article", "https://schema.org/TechArticle"]}, {"@type": "Person"}]',
            [{"Article", "TechArticle"}, {"Person"}],
        ),
        ('{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, 3]}', [{"WebPage"}]),
        ('//<![CDATA[\n{"@type": "Article"}\n//]]>', [{"Article"}]),
        ('<!-- {"@type": "Article"} -->', [{"Article"}]),
        ("3", []),
    ],
)
def test_structured_data_is_read_object_by_object(text: str, types: list[set[str]]) -> None:
    data = read_json_ld(Mark(text, 10, 10 + len(text)))
    assert data.fault is None
    assert [types_of(i) for i in data.items] == types


@pytest.mark.parametrize(
    ("text", "at"), [("", 0), ('{"a": 1,}', 8), ("{'a': 1}", 1), ("[" * 100_000, 0), ('{"a": "x', 6)]
)
def test_broken_structured_data_is_told_by_its_place(text: str, at: int) -> None:
    data = read_json_ld(Mark(text, 100, 100 + len(text)))
    assert data.items == ()
    assert data.fault is not None
    assert 100 <= data.fault <= 100 + len(text)
    assert data.fault == 100 + at or len(text) > 1000


def test_the_place_of_a_script_is_that_of_its_content() -> None:
    page = '<html><body><p>Bonjour.</p><script type="application/ld+json">{"a":}</script></body></html>'
    (script,) = head_of(page).json_ld
    assert page[script.start : script.end] == script.text == '{"a":}'


def test_tables_know_whether_they_have_header_cells() -> None:
    page = "<table><tr><th>a</th><td>b</td></tr><tr><td>c</td><td>d</td></tr></table><table><tr><td>a</td><td>b</td></tr></table>"
    assert [b.headed for b in read_html(page).blocks] == [True, False]
