from __future__ import annotations

import pytest

from seoaudit.article.model import Article, BlockKind
from seoaudit.article.read import read_string
from tests.article.places import assert_places_hold, outline, source_of


def read(source: str) -> Article:
    article = read_string(source, source_format="markdown")
    assert_places_hold(article)
    return article


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("Bonjour", [("paragraph", "Bonjour")]),
        ("# Le marché #", [("heading", "Le marché")]),
        ("  ## Le marché *couvert*", [("heading", "Le marché couvert")]),
        ("Le marché\ncouvert\n---\n\nIl rouvre.", [("heading", "Le marché couvert"), ("paragraph", "Il rouvre.")]),
        ("Il rouvre,\nenfin,  \nsamedi\\\nmatin.", [("paragraph", "Il rouvre, enfin,\nsamedi\nmatin.")]),
        ("Un **vrai** _marché_ ~~fermé~~ `v1`.", [("paragraph", "Un vrai marché fermé v1.")]),
        ("5 \\* 3 &lt; 20 &amp;&nbsp;l&#39;&eacute;t&eacute; \\q", [("paragraph", "5 * 3 < 20 &\u00a0l'été \\q")]),
        ("> Oui.\n> Non.\n>\n> Si.\nEncore", [("quote", "Oui. Non."), ("quote", "Si. Encore")]),
        ("| a | b\\|c |\n|---|:-:|\n| **1** | |\n", [("table", "a | b|c\n1 |")]),
        ("```py\nx = 1\n\n  y\n```", [("code", "x = 1\n\n  y")]),
        ("    x = 1\n\n\ty", [("code", "x = 1\n\ny")]),
        ("Vu.\n\n***\n\nLu.", [("paragraph", "Vu."), ("paragraph", "Lu.")]),
        ("Un <!-- caché --> mot<br>puis <b>deux</b>.", [("paragraph", "Un mot\npuis deux.")]),
        ("<!-- rien\n\nrien -->\n\nUn mot.", [("paragraph", "Un mot.")]),
        ("<h2 id=x>Titre</h2>\n<p>Un <b>mot</b>\n\nEt deux.", [("heading", "Titre"), ("paragraph", "Un mot"), ("paragraph", "Et deux.")]),
        ("Fin[^n].\n\n[^n]: Une *note*.\n\nSuite.", [("paragraph", "Fin."), ("paragraph", "Une note."), ("paragraph", "Suite.")]),
        ("# \n\nVide.", [("paragraph", "Vide.")]),
    ],
)  # fmt: skip
def test_blocks_are_what_a_reader_sees(source: str, blocks: list[tuple[str, str]]) -> None:
    assert outline(read(source)) == blocks
    assert outline(read(source.replace("\n", "\r\n"))) == blocks


def test_lists_nest_and_keep_together() -> None:
    source = "Avant.\n\n- un\n- deux\n  suite\n\n  paragraphe\n\n  1. premier\n  2. second\n- trois\n\nAprès."
    article = read(source)
    items = [b for b in article.blocks if b.kind is BlockKind.LIST_ITEM]
    assert [(b.text, b.level) for b in items] == [
        ("un", 1),
        ("deux suite", 1),
        ("paragraphe", 1),
        ("premier", 2),
        ("second", 2),
        ("trois", 1),
    ]
    assert [source[b.start : b.start + 3] for b in items] == ["- u", "- d", "par", "1. ", "2. ", "- t"]
    assert len({b.group for b in items}) == 1
    assert len({b.group for b in article.blocks}) == 3


def test_a_quotation_begins_with_its_mark() -> None:
    source = "Avant.\n\n> Un.\n>\n> - deux\n>   suite\n\nAprès."
    article = read(source)
    assert outline(article)[1:3] == [("quote", "Un."), ("list_item", "deux suite")]
    first, last = article.blocks[1], article.blocks[2]
    assert source[first.start : last.end] == "> Un.\n>\n> - deux\n>   suite"
    assert first.group == last.group != article.blocks[0].group


def test_the_markup_of_a_block_lies_within_it() -> None:
    source = "# Un #\n\nDeux\n====\n\n```\ncode\n```\n\n| a |\n|---|\n| b |\n\n![i](u)\n"
    article = read(source)
    assert [source[b.start : b.end] for b in article.blocks] == [
        "# Un #",
        "Deux\n====",
        "```\ncode\n```",
        "| a |\n|---|\n| b |",
        "![i](u)",
    ]


def test_links_tell_their_target_text_and_place() -> None:
    source = (
        'Voir [le *plan*](/plan "Plan"), [le site][s], [s] ou <https://exemple.fr/%C3%A9t%C3%A9> et '
        "<a href='/x' rel=nofollow>ici</a>, [![logo](l.png)](/accueil).\n\n[s]: https://exemple.fr\n"
    )
    block = read(source).blocks[0]
    assert block.text == "Voir le plan, le site, s ou https://exemple.fr/été et ici, ."
    assert [(link.target, link.text, link.rel) for link in block.links] == [
        ("/plan", "le plan", ""),
        ("https://exemple.fr", "le site", ""),
        ("https://exemple.fr", "s", ""),
        ("https://exemple.fr/%C3%A9t%C3%A9", "https://exemple.fr/été", ""),
        ("/x", "ici", "nofollow"),
        ("/accueil", "", ""),
    ]
    assert [image.target for image in block.images] == ["l.png"]


def test_images_tell_whether_they_have_an_alternative() -> None:
    source = "![Le *marché* rénové](m.jpg)\n\nUn mot ![](vide.jpg) puis <img src=b.jpg alt=''> et <img src=c.jpg>."
    article = read(source)
    alone, inside = article.blocks
    assert (alone.kind, alone.text) == (BlockKind.IMAGE, "")
    assert [(i.target, i.alt) for i in alone.images] == [("m.jpg", "Le marché rénové")]
    assert inside.text == "Un mot puis et ."
    assert [(i.target, i.alt) for i in inside.images] == [("vide.jpg", None), ("b.jpg", ""), ("c.jpg", None)]
    assert [source[i.start : i.end] for i in inside.images] == [
        "![](vide.jpg)",
        "<img src=b.jpg alt=''>",
        "<img src=c.jpg>",
    ]


@pytest.mark.parametrize(
    "opening", ["[À développer, environ 90 mots]", "[a\u0300 DÉVELOPPER]", "[To expand, about 90 words]"]
)
def test_a_writing_prompt_is_one_block_and_no_prose(opening: str) -> None:
    opening = opening.replace("a\u0300 D", "A\u0300 D")
    source = f"## Les travaux\n\nUn mot.\n\n> {opening} Qui ?\n> Quand ?\n>\n> - Combien ?\n>\n\nDeux mots."
    article = read(source)
    prompt = article.blocks[2]
    assert prompt.kind is BlockKind.PROMPT
    assert prompt.text == f"{opening} Qui ? Quand ?\nCombien ?"
    assert source[prompt.start : prompt.end] == f"> {opening} Qui ?\n> Quand ?\n>\n> - Combien ?\n>"
    assert [b.text for b in article.prose] == ["Un mot.", "Deux mots."]


def test_html_in_a_list_or_quotation_keeps_its_place() -> None:
    source = "> <p>Un <b>mot</b>\n> et deux</p>\n\n- <div>trois\n  mots</div>\n"
    article = read(source)
    assert outline(article) == [("quote", "Un mot et deux"), ("list_item", "trois mots")]
    assert source_of(article, "et deux") == "et deux"


@pytest.mark.parametrize(
    ("source", "words", "there"),
    [
        ("---\ntitle: Un titre\n---\n\n# Le marché", "marché", "marché"),
        ("Un **marché** couvert", "marché couvert", "marché** couvert"),
        ("> Un marché\n> couvert", "marché couvert", "marché\n> couvert"),
        ("- Un marché\r\n  couvert", "marché couvert", "marché\r\n  couvert"),
        ("L&rsquo;&eacute;t&eacute;", "été", "&eacute;t&eacute;"),
        ("2 \\* 3", "2 * 3", "2 \\* 3"),
        ("| a | b\\|c d |\n|---|---|\n| a | e |", "c d", "c d"),
        ("| a | b |\n|---|---|\n| a | b a |", "b a", "b a"),
        ("- | a | - |\n  |---|---|\n  | b | - c |", "- c", "- c"),
        ("`` `code` ``", "`code`", "`code`"),
        ("\tmot\n\tmot deux", "deux", "deux"),
        ("1. a\n\n\t\tmot", "mot", "mot"),
        ("### Un titre # ###", "titre #", "titre #"),
        ("[r]: /u\nMarché [r]", "Marché r", "Marché [r"),
    ],
)
def test_text_leads_back_to_its_place(source: str, words: str, there: str) -> None:
    assert source_of(read(source), words) == there
