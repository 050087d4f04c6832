"""The table as a file: written and read back the same, anything else refused in a sentence that says what it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from seoaudit.errors import CorpusError
from seoaudit.keyphrases.corpus import Corpus, NamedArticle, load_corpus

CORPUS = Corpus(
    20,
    2,
    {"café": 20, "bac compost ouvert/": 5, "compost ouvert/ bois": 3, "panne": 2},
    pruned=7,
    articles=(NamedArticle("a.md", "bac à compost", ""),),
)


def write(path: Path, **changes: object) -> Path:
    path.write_text(json.dumps(json.loads(CORPUS.to_json()) | changes), "utf-8")
    return path


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "df.json"
    path.write_text(CORPUS.to_json(), "utf-8")
    assert load_corpus(path) == CORPUS
    assert load_corpus(path).to_json() == path.read_text("utf-8")


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    path = write(tmp_path / "df.json")
    assert load_corpus(path).documents == 20
    write(path, documents=2000)
    assert load_corpus(path).documents == 2000


@pytest.mark.parametrize(
    ("phrase", "pages"),
    [("", 0), ("de la", 0), ("Cafés", 20), ("inconnu", 0), ("bacs à compost ouvert en bois", 3), ("café, panne", 2)],
)
def test_a_phrase_stands_on_no_more_pages_than_its_rarest_part(phrase: str, pages: int) -> None:
    assert CORPUS.frequency(phrase) == pages
    assert CORPUS.share(phrase) == pages / 20


def test_a_handful_of_pages_prove_no_habit() -> None:
    assert Corpus(2, 2, {"café": 2}).share("café") == 0.2


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"{", "JSON"),
        (b"\xff\xfe", "JSON"),
        (b"[" * 100_000, "JSON"),
        (b"[]", "table de corpus"),
        (b'{"schema_version": 1}', "table de corpus"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "df.json"
    path.write_bytes(content)
    with pytest.raises(CorpusError, match=says):
        load_corpus(path)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"kind": "autre"}, "n’est pas une table"),
        ({"schema_version": 2}, "version 2"),
        ({"documents": 0}, "aucun document"),
        ({"documents": -1}, "abîmée"),
        ({"documents": 3}, "abîmée"),  # fewer than a phrase stands in
        ({"settings": None}, "abîmée"),
        ({"terms": {"café": "2"}}, "abîmée"),
        ({"terms": [1]}, "abîmée"),
        ({"articles": [{"name": "a.md"}]}, "abîmée"),
        ({"articles": [{"name": "a.md", "keyphrase": 1, "title": ""}]}, "abîmée"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused(tmp_path: Path, changes: dict[str, object], says: str) -> None:
    with pytest.raises(CorpusError, match=says):
        load_corpus(write(tmp_path / "df.json", **changes))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="n’existe pas"):
        load_corpus(tmp_path / "df.json")
    with pytest.raises(CorpusError, match="dossier"):
        load_corpus(tmp_path)
    with pytest.raises(CorpusError, match="invalide"):
        load_corpus("df\0.json")
