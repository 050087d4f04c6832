"""A table from a folder: which files, in which order, and what one bad file does."""

from __future__ import annotations

from pathlib import Path

import pytest

from seoaudit.errors import CorpusError, SeoAuditError
from seoaudit.keyphrases.corpus import Corpus, NamedArticle, build_corpus

PAGE = "<html><head><title>{t} | Le Site</title></head><body><article><h1>{t}</h1><p>{p}</p></article></body></html>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "blog" / "été").mkdir(parents=True)
    (tmp_path / "a.txt").write_text("Le bac à compost reçoit les déchets verts.", "utf-8")
    (tmp_path / "a.yaml").write_text("keyphrase: bac à compost\n", "utf-8")
    (tmp_path / "blog" / "b.md").write_text(
        "---\ntitle: Bac\nkeyphrase: bacs à compost\n---\n\n## Les bacs à compost\n\nUn bac se remplit.\n", "utf-8"
    )
    (tmp_path / "blog" / "été" / "c.html").write_text(PAGE.format(t="L’été", p="Le compost sèche."), "utf-8")
    (tmp_path / "image.png").write_bytes(b"\x89PNG")
    return tmp_path


def articles(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*.*") if p.suffix in {".md", ".html", ".txt", ".docx"} and p.name[0] != "~")


def build(folder: Path, failures: list[SeoAuditError] | None = None) -> Corpus:
    found = [] if failures is None else failures
    return build_corpus(articles(folder), folder, failed=found.append)


def test_articles_of_every_format_below_the_folder_are_counted(site: Path) -> None:
    corpus = build(site)
    assert corpus.documents == 3
    assert corpus.terms == {"bac": 2, "compost": 3, "bac compost": 2}
    assert corpus.pruned > 0


def test_a_word_document_is_an_article(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    for name in ("a.docx", "~$a.docx", "b.docx"):
        document = docx.Document()
        document.add_paragraph("La panne de Lyon a duré une journée.")
        document.save(str(tmp_path / name))
    assert build(tmp_path).terms["panne lyon"] == 2


def test_articles_that_name_a_keyphrase_are_known(site: Path) -> None:
    corpus = build(site)
    assert corpus.articles == (
        NamedArticle("a.txt", "bac à compost", ""),
        NamedArticle("blog/b.md", "bacs à compost", "Bac"),
    )
    assert [a.name for a in corpus.articles_on("Bac à compost")] == ["a.txt", "blog/b.md"]
    assert corpus.articles_on("compost") == corpus.articles_on("de la") == ()


def test_the_order_of_the_files_changes_no_byte(site: Path) -> None:
    paths = articles(site)
    tables = {build_corpus(p, site, failed=print).to_json() for p in (paths, paths[::-1], paths[1:] + paths[:1])}
    assert len(tables) == 1


def test_a_bad_file_is_told_of_and_stops_no_other(site: Path) -> None:
    (site / "faux.md").write_bytes(b"\x00\x01\x02")
    (site / "vide.txt").write_text("", "utf-8")
    failures: list[SeoAuditError] = []
    corpus = build(site, failures)
    assert corpus.documents == 3
    assert [("faux.md" in str(f), "vide.txt" in str(f)) for f in failures] == [(True, False), (False, True)]


def test_rare_phrases_are_left_out_of_a_large_corpus(tmp_path: Path) -> None:
    for n in range(2001):
        name = "Free" if n < 2 else "Telstra" if n < 5 else "Orange"
        (tmp_path / f"{n}.txt").write_text(f"La panne de {name}.", "utf-8")
    corpus = build(tmp_path)
    assert corpus.min_documents == 3
    assert corpus.terms == {"panne": 2001, "orange": 1996, "panne orange": 1996, "telstra": 3, "panne telstra": 3}


def test_a_folder_of_which_nothing_can_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "vide.txt").write_text("", "utf-8")
    with pytest.raises(CorpusError, match="Aucun article"):
        build(tmp_path)
