from __future__ import annotations

import pytest

from seoaudit.article.model import BlockKind
from seoaudit.article.read import read_string
from tests.article.places import assert_places_hold, outline, source_of

MARKET = "La mairie a rouvert samedi le marché couvert, fermé depuis deux ans pour des travaux de toiture."
CROWD = "Dès huit heures, plusieurs centaines d’habitants se pressaient devant les grilles, un panier à la main."
COST = "Le chantier a coûté 2 700 000 euros, soit un tiers de plus que le devis voté par le conseil municipal."


def read(source: str) -> list[tuple[str, str]]:
    article = read_string(source, source_format="text")
    assert_places_hold(article)
    return outline(article)


@pytest.mark.parametrize(
    ("source", "paragraphs"),
    [
        ("Bonjour", ["Bonjour"]),
        ("…", ["…"]),
        (f"{MARKET}\n{CROWD}\n{COST}", [MARKET, CROWD, COST]),
        (f"\n\n  {MARKET}\n\n\n{CROWD}  \n", [MARKET, CROWD]),
        (f"{MARKET}\r\n{CROWD}\r\n", [MARKET, CROWD]),
        (f"{MARKET}\u2028{CROWD}\u2029{COST}", [MARKET, CROWD, COST]),
        (f"{MARKET}\n-----\n{CROWD}\n* * *\n{COST}", [MARKET, CROWD, COST]),
        ("Le marché rouvre\nsamedi matin.", ["Le marché rouvre\nsamedi matin."]),
    ],
)
def test_paragraphs_stand_apart_or_on_a_line_each(source: str, paragraphs: list[str]) -> None:
    assert read(source) == [("paragraph", p) for p in paragraphs]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_text_wrapped_at_a_width_is_put_together_again(newline: str) -> None:
    lines = [
        "La mairie a rouvert samedi le marché couvert, fermé depuis deux ans",
        "pour des travaux de toiture. Dès huit heures, plusieurs centaines",
        "d’habitants se pressaient devant les grilles, un panier à la main.",
        "Le maire a coupé le ruban.",
        "",
        "Le chantier a coûté 2 700 000 euros, soit un tiers de plus que le",
        "devis voté par le conseil municipal au printemps de l’an dernier.",
    ]
    assert read(newline.join(lines)) == [("paragraph", newline.join(lines[:4])), ("paragraph", newline.join(lines[5:]))]


def test_running_quotations_and_dialogue_are_paragraphs() -> None:
    lines = [
        "— Vous ouvrez demain ?",
        "— Oui, à huit heures, répond la fleuriste.",
        "– Et dimanche ?",
        "« Nous avons attendu deux ans, dit une cliente, et nous revoilà.",
        "« Tout est plus clair, plus propre, et les prix n’ont pas bougé. »",
    ]
    assert read("\n".join(lines)) == [("paragraph", line) for line in lines]


def test_bullets_and_numbers_make_lists() -> None:
    source = f"{MARKET}\n\n- les fruits ;\n- les fromages,\n  du pays et d’ailleurs ;\n    • de chèvre\n* les fleurs.\n\n{CROWD}\n1. un\n2) deux"
    article = read_string(source, source_format="text")
    assert_places_hold(article)
    items = [b for b in article.blocks if b.kind is BlockKind.LIST_ITEM]
    assert [(b.text, b.level) for b in items] == [
        ("les fruits ;", 1),
        ("les fromages,\n  du pays et d’ailleurs ;", 1),
        ("de chèvre", 2),
        ("les fleurs.", 1),
        ("un", 1),
        ("deux", 1),
    ]
    assert [source[b.start] for b in items] == ["-", "-", "•", "*", "1", "2"]
    first, second = {b.group for b in items[:4]}, {b.group for b in items[4:]}
    assert len(first) == len(second) == 1
    assert not first & second


def test_the_first_line_is_a_title_when_text_follows() -> None:
    assert read(f"Le marché couvert rouvre\n\n{MARKET}\n{CROWD}")[0] == ("heading", "Le marché couvert rouvre")
    assert read(f"Que devient le marché ?\nPar Anne Morel\n{MARKET}")[:2] == [
        ("heading", "Que devient le marché ?"),
        ("paragraph", "Par Anne Morel"),
    ]
    assert read("Le marché couvert rouvre") == [("paragraph", "Le marché couvert rouvre")]
    assert read(f"Le marché rouvre.\n{MARKET}")[0][0] == "paragraph"
    article = read_string(f"Le marché\n{MARKET}\n\nUn chantier de deux ans\n{COST}", source_format="text")
    assert [(h.level, h.text) for h in article.headings] == [(1, "Le marché"), (2, "Un chantier de deux ans")]


@pytest.mark.parametrize(
    "line",
    [
        "Un chantier de deux ans",
        "L’affaire « Optus »",
        "La panne du 8 novembre 2023",
        "2. Les travaux",
        "COMBIEN ÇA COÛTE",
    ],
)
def test_a_short_line_above_a_paragraph_is_a_heading(line: str) -> None:
    assert read(f"{MARKET}\n\n{line}\n\n{CROWD}")[1] == ("heading", line)


@pytest.mark.parametrize(
    "line",
    [
        "un chantier de deux ans",
        "Un chantier de deux ans.",
        "Un chantier de deux ans :",
        "Et après ?",
        "Par Anne Morel",
        "Michael Venter",
        "MICHAEL VENTER",
        "Paris, le 3 mai 2024",
        "Publié le 3 mai 2024 à 10 h",
        "Photo : Anne Morel",
        "anne.morel@exemple.fr",
        "Un chantier qui aura duré deux ans et coûté un tiers de plus que prévu",
        "« Un chantier de deux ans »",
    ],
)
def test_other_short_lines_are_text(line: str) -> None:
    assert read(f"{MARKET}\n\n{line}\n\n{CROWD}")[1] == ("paragraph", line)


def test_a_line_in_capitals_is_a_heading_above_any_sentence() -> None:
    assert read(f"{MARKET}\n\nCOMBIEN ÇA COÛTE\nPresque rien.")[1] == ("heading", "COMBIEN ÇA COÛTE")


def test_a_short_line_with_no_paragraph_below_is_text() -> None:
    assert read(f"{MARKET}\n\nAnne et Luc\n\nUn mot")[1:] == [("paragraph", "Anne et Luc"), ("paragraph", "Un mot")]


def test_text_leads_back_to_its_place() -> None:
    source = f"\ufeff  {MARKET}\r\n\r\n  - les fromages de chèvre\r\n"
    article = read_string(source, source_format="text")
    assert source_of(article, "travaux de toiture") == "travaux de toiture"
    assert source_of(article, "fromages") == "fromages"
