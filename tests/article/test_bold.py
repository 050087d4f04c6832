"""Paragraphs in bold that stand for headings, and those that do not."""

from __future__ import annotations

import pytest

from seoaudit.article.model import BlockKind
from seoaudit.article.read import read_string

TEXT = "Le marché ouvre à huit heures et ferme à midi."


def headings(source: str, form: str = "html") -> list[tuple[int, str]]:
    return [(b.level, b.text) for b in read_string(source, source_format=form).headings]


@pytest.mark.parametrize(
    ("source", "form", "expected"),
    [
        (f"<p>{TEXT}</p><p><b>Les horaires</b></p><p>{TEXT}</p>", "html", [(2, "Les horaires")]),
        (f"<p><b>Le marché couvert</b></p><p>{TEXT}</p>", "html", [(1, "Le marché couvert")]),
        (f"<h2>Le marché</h2><p><strong>Quels horaires ?</strong></p><p>{TEXT}</p>", "html", [(2, "Le marché"), (3, "Quels horaires ?")]),
        (f"<p>{TEXT}</p><p><span><b>Les <i>horaires</i></b> </span><o:p>&nbsp;</o:p></p><p>{TEXT}</p>", "html", [(2, "Les horaires")]),
        (f"# Le marché\n\n**Les horaires**\n\n- huit heures\n\n**Les prix**\n\n{TEXT}", "markdown", [(1, "Le marché"), (2, "Les horaires"), (2, "Les prix")]),
    ],
)  # fmt: skip
def test_a_short_bold_paragraph_above_text_is_a_heading(source, form, expected):
    assert headings(source, form) == expected


@pytest.mark.parametrize(
    "paragraph",
    [
        "<b>Les horaires :</b>",
        "<b>Attention !</b>",
        "<b>Les horaires</b> du marché",
        "<b>les horaires</b>",
        "<b>Par Anne Morel</b>",
        "<b>Paris, le 3 mai 2024</b>",
        "<b>Le marché ouvre à huit heures.</b>",
        "<b>Un marché couvert que la commune voisine envie depuis longtemps à ses habitants</b>",
        "<b>Les horaires<br>du marché</b>",
        "<img src='a.jpg' alt=''>",
    ],
)
def test_other_bold_paragraphs_are_text(paragraph):
    assert headings(f"<p>{TEXT}</p><p>{paragraph}</p><p>{TEXT}</p>") == []


def test_bold_above_no_text_is_no_heading():
    assert headings(f"<p>{TEXT}</p><p><b>Merci</b></p>") == []
    assert headings(f"<p>{TEXT}</p><p><b>Anne Morel</b></p><p><b>Lucien Roy</b></p>") == []


def test_a_heading_proper_set_in_bold_is_none_of_them():
    (heading,) = read_string(f"<h2><b>Les horaires</b></h2><p>{TEXT}</p>", source_format="html").headings
    assert not heading.bold


@pytest.mark.parametrize(
    "title",
    [
        '<p><span style="font-size:11pt;font-weight:700;white-space:pre-wrap">Un nouveau bassin</span></p>',
        '<p><span style="FONT-WEIGHT: bold">Un nouveau <em>bassin</em></span></p>',
        '<p><font style="font-weight:600">Un nouveau</font> <b>bassin</b></p>',
        '<p><span style="font-weight:700">Un nouveau bassin</p>',
        '<p class="MsoNormal"><b style="mso-bidi-font-weight:normal"><span>Un nouveau bassin</span></b></p>',
    ],
)
def test_bold_set_by_a_style_stands_for_a_heading_too(title: str) -> None:
    pasted = f'<b style="font-weight:normal" id="docs-internal-guid-1">{title}<p><span>{TEXT}</span></p></b>'
    blocks = read_string(pasted, source_format="html").blocks
    assert [(b.kind, b.bold) for b in blocks] == [(BlockKind.HEADING, True), (BlockKind.PARAGRAPH, False)]


def test_the_normal_weight_that_google_docs_wraps_a_paste_in_makes_nothing_bold() -> None:
    pasted = f'<b style="font-weight:normal;"><p>Un nouveau bassin</p><p>{TEXT}</p></b>'
    assert not any(b.bold for b in read_string(pasted, source_format="html").blocks)
