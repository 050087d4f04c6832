"""Drafts as Word documents: read again, they hold the article; the author's own documents keep what they hold."""

from __future__ import annotations

import builtins
import io
import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

import seoaudit
from seoaudit.article.model import Article, BlockKind
from seoaudit.article.read import read_bytes
from seoaudit.errors import MissingExtraError, SeoAuditError
from seoaudit.preparation import read
from seoaudit.structure.strip import strip_prompts
from tests.filler import filler
from tests.structure.test_draft import HTML, MARKDOWN


def word(build: Callable[[docx.document.Document], None]) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    build(document)
    document.save(out)
    return out.getvalue()


def market(document: docx.document.Document) -> None:
    document.add_heading("Le marché", 0)
    opening = document.add_paragraph("Le marché ouvre à ")
    opening.add_run("huit").bold = True
    opening.add_run(" heures, sur inscription.")
    document.add_heading("Les fruits", 2)
    document.add_paragraph("des pommes ;", style="List Bullet")
    document.add_paragraph("des poires.", style="List Bullet 2")
    document.add_paragraph("« Venez tôt », dit le maire.", style="Quote")
    table = document.add_table(2, 2)
    for cell, text in zip((c for r in table.rows for c in r.cells), ("jour", "heure", "samedi", "8 h"), strict=True):
        cell.text = text
    document.add_paragraph("Fin de la visite.")


def shape(article: Article) -> list[tuple[str, int, str]]:
    """Return what an article holds: kinds, levels and texts; white space of code and the like aside."""
    blocks = [b for b in article.blocks if b.kind not in {BlockKind.PROMPT, BlockKind.CONTENTS}]
    return [(b.kind, b.level, " ".join(b.text.split())) for b in blocks]


@pytest.mark.parametrize(("source", "kind"), [(MARKDOWN, "markdown"), (HTML, "html")])
def test_a_word_draft_holds_what_the_source_holds(source: str, kind: str) -> None:
    draft = seoaudit.draft(source, source_format=kind, settings={"min_words": 300})  # type: ignore[arg-type]
    again = read_bytes(draft.to_docx(), name="")
    before = read(source, kind)  # type: ignore[arg-type]
    assert shape(again) == shape(before)
    assert [li.target for b in again.blocks for li in b.links] == [li.target for b in before.blocks for li in b.links]
    assert [i.alt for b in again.blocks for i in b.images] == [i.alt for b in before.blocks for i in b.images]
    assert any(b.kind is BlockKind.PROMPT for b in again.blocks)


def test_the_same_draft_is_the_same_bytes(optus: str) -> None:
    made = seoaudit.draft(optus, settings={"min_words": 700}, table_of_contents=True)
    assert made.to_docx() == seoaudit.draft(optus, settings={"min_words": 700}, table_of_contents=True).to_docx()


def test_a_word_document_is_read_with_its_places() -> None:
    article = read_bytes(word(market), name="marche.docx")
    assert [(b.kind, b.level) for b in article.blocks] == [
        ("heading", 1),
        ("paragraph", 0),
        ("heading", 2),
        ("list_item", 1),
        ("list_item", 2),
        ("quote", 0),
        ("table", 0),
        ("paragraph", 0),
    ]
    for block in article.blocks:
        if block.kind is not BlockKind.TABLE:
            assert article.source[slice(*block.source_map.to_source(0, len(block.text)))] == block.text
    assert article.source.split("\n")[1] == "Le marché ouvre à huit heures, sur inscription."


def test_links_and_images_of_a_word_document_are_read() -> None:
    made = seoaudit.draft(
        "Voici [les horaires](https://example.org/h) du marché.\n\n![Les chalets](chalets.jpg)\n",
        source_format="markdown",
    ).to_docx()
    blocks = read_bytes(made, name="").blocks
    assert [(li.target, li.text) for li in blocks[0].links] == [("https://example.org/h", "les horaires")]
    assert (blocks[1].kind, blocks[1].images[0].alt) == (BlockKind.IMAGE, "Les chalets")


def test_a_word_document_is_drafted_in_place_and_stripped_to_itself() -> None:
    source = word(market)
    article = read_bytes(source, name="marche.docx")
    made = seoaudit.draft(article, settings={"min_words": 300}, table_of_contents=True)
    again = read_bytes(made.to_docx(), name="")
    assert shape(again) == shape(article)
    assert sum(b.kind is BlockKind.PROMPT for b in again.blocks) >= 2
    assert docx.Document(io.BytesIO(made.to_docx())).paragraphs[1].runs[1].bold
    stripped = strip_prompts(again)
    assert isinstance(stripped, bytes)
    assert shape(read_bytes(stripped, name="")) == shape(article)
    assert seoaudit.audit(again).target.words == seoaudit.audit(article).target.words


def test_a_long_paragraph_of_a_word_document_is_cut_between_sentences(samples: Path) -> None:
    lines = (samples / "texte-brut.txt").read_text(encoding="utf-8").split("\n")
    giant = " ".join(line for line in lines if len(line) > 80)

    def build(document: docx.document.Document) -> None:
        paragraph = document.add_paragraph()
        for n, piece in enumerate(re.split(r"(?<= )", giant)):
            paragraph.add_run(piece).italic = n % 7 == 0

    article = read_bytes(word(build), name="")
    made = seoaudit.draft(article, checklist=False)
    again = read_bytes(made.to_docx(), name="")
    headings = [b.text for b in again.blocks if b.kind is BlockKind.HEADING]
    assert headings
    assert " ".join(b.text.strip() for b in again.prose) == giant


def test_what_a_human_wrote_among_the_prompts_stays() -> None:
    made = seoaudit.draft(read_bytes(word(market), name=""), settings={"min_words": 300}).to_docx()
    document = docx.Document(io.BytesIO(made))
    question = next(p for p in document.paragraphs if "[À préciser" in p.text)
    question.add_run(" Depuis le 3 mars 2019, en plein centre.")
    out = io.BytesIO()
    document.save(out)
    stripped = strip_prompts(read_bytes(out.getvalue(), name=""))
    assert isinstance(stripped, bytes)
    texts = [b.text for b in read_bytes(stripped, name="").blocks]
    assert "Depuis le 3 mars 2019, en plein centre." in texts
    assert not [t for t in texts if "?" in t]


def test_a_word_draft_becomes_markdown_and_html() -> None:
    made = seoaudit.draft(read_bytes(word(market), name=""), settings={"min_words": 300})
    markdown = made.to_markdown()
    assert "# Le marché\n\nLe marché ouvre à **huit** heures, sur inscription.\n\n> [À préciser" in markdown
    assert "## Les fruits\n\n- des pommes ;\n  - des poires.\n" in markdown
    assert shape(read(markdown, "markdown")) == shape(read_bytes(word(market), name=""))
    assert shape(read(made.to_html(), "html")) == shape(read_bytes(word(market), name=""))


@pytest.mark.parametrize("data", [b"PK\x03\x04rien", b"", b"PK"])
def test_a_damaged_document_is_refused_in_one_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "abime.docx"
    path.write_bytes(data)
    with pytest.raises(SeoAuditError, match=r"abime\.docx"):
        seoaudit.audit(path)


def test_an_empty_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "vide.docx"
    path.write_bytes(word(lambda _: None))
    with pytest.raises(SeoAuditError, match="est vide"):
        seoaudit.audit(path)


def test_without_python_docx_the_user_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch, optus: str) -> None:
    real = builtins.__import__

    def without(name: str, *args: object, **named: object) -> object:
        if name.split(".", maxsplit=1)[0] == "docx":
            raise ImportError(name)
        return real(name, *args, **named)  # type: ignore[arg-type]

    made = seoaudit.draft(optus)
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtraError, match=r"seoaudit\[docx\]"):
        made.to_docx()


def test_fix_refuses_a_word_document() -> None:
    with pytest.raises(SeoAuditError, match="Word"):
        seoaudit.fix(read_bytes(word(lambda d: d.add_paragraph(filler(40))), name="a.docx"))
