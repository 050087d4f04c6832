"""The pages of the rules are those of today's rules."""

from __future__ import annotations

from tests.rule_pages import FOLDER, pages


def test_the_pages_are_fresh() -> None:
    written = {p.name: p.read_text(encoding="utf-8") for p in FOLDER.glob("*.md")}
    stale = sorted(n for n in pages().keys() | written.keys() if written.get(n) != pages().get(n))
    assert not stale, "run: make rule-pages"


def test_a_page_says_all_there_is_to_say() -> None:
    page = pages()["LON001.md"]
    for head in (
        "Ce que dit le rapport",
        "Ce qui est regardé",
        "Barème",
        "Exemples",
        "Réglages",
        "Fondement",
        "In English",
    ):
        assert head in page
    assert "min_words" in page
    assert "https://developers.google.com" in page
