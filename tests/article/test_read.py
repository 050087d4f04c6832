from __future__ import annotations

import os
from pathlib import Path

import pytest

from seoaudit.article.read import read_bytes, read_path, read_string
from seoaudit.errors import InputError

SENTENCE = "La mairie a rouvert le marché couvert samedi, après deux ans de travaux."


def assert_refused(fault: pytest.ExceptionInfo[InputError], *says: str) -> None:
    message = str(fault.value)
    assert "\n" not in message
    assert message.endswith(".")
    for words in says:
        assert words in message


@pytest.mark.parametrize("text", ["", "\ufeff", " \n\t\r\n ", "\u00a0\n\u2003"])
def test_an_article_of_nothing_is_refused(text: str) -> None:
    with pytest.raises(InputError) as fault:
        read_bytes(text.encode(), name="-")
    assert_refused(fault, "L’entrée standard est vide")
    with pytest.raises(InputError) as fault:
        read_string(text)
    assert_refused(fault, "Le texte donné est vide")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("<nav>Menu</nav><script>x()</script>", "html"),
        ("<!-- rien -->\n\n[a]: http://exemple.fr", "markdown"),
        ("---\ntitle: Rien\n---\n", "markdown"),
        ("\u200b\n\u00ad", "text"),
        ("* * *", "text"),
    ],
)
def test_a_source_without_text_is_refused(text: str, form: str) -> None:
    with pytest.raises(InputError, match="aucun texte"):
        read_string(text, source_format=form)  # type: ignore[arg-type]


def test_files_that_cannot_be_read_are_refused_by_the_name_typed(tmp_path: Path) -> None:
    cases: dict[str, tuple[Path, str]] = {
        "absent.txt": (tmp_path / "absent.txt", "n’existe pas"),
        "dossier": (tmp_path, "est un dossier"),
        "sous/absent.txt": (tmp_path / "a.txt" / "b.txt", "ne peut pas être lu"),
        "nul\x00.txt": (Path("nul\x00.txt"), "ne peut pas être lu"),
        "n" * 300: (tmp_path / ("n" * 300), "ne peut pas être lu"),
    }
    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8")
    for name, (path, says) in cases.items():
        with pytest.raises(InputError) as fault:
            read_path(path, name=name)
        assert_refused(fault, f"« {name} »", says)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    path.chmod(0)
    with pytest.raises(InputError, match="droits d’accès"):
        read_path(path)


def test_five_megabytes_are_refused_before_anything_is_parsed(tmp_path: Path) -> None:
    path = tmp_path / "long.md"
    path.write_text("[" * 5_000_000, encoding="utf-8")
    with pytest.raises(InputError) as fault:
        read_path(path)
    assert_refused(fault, "2\u202f000\u202f000 caractères", "max_chars")


@pytest.mark.parametrize("size", [101, 10_000])
def test_the_limit_is_a_setting(tmp_path: Path, size: int) -> None:
    path = tmp_path / "a.txt"
    path.write_text("é" * 100, encoding="utf-8")
    assert len(read_path(path, max_chars=100).source) == 100
    path.write_text("é" * size, encoding="utf-8")
    with pytest.raises(InputError, match="max_chars"):
        read_path(path, max_chars=100)
    with pytest.raises(InputError, match="max_chars"):
        read_string("é" * size, max_chars=100)


@pytest.mark.parametrize(("text", "says"), [("a\x00b", "caractère nul à la position 2"), ("ab\ud800", "position 3")])
def test_characters_that_no_text_holds_are_refused(text: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        read_string(text)


def test_the_byte_order_mark_is_no_part_of_the_source(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + SENTENCE.encode())
    article = read_path(path)
    assert (article.source, article.encoding, article.blocks[0].start) == (SENTENCE, "utf-8-sig", 0)
    assert read_string("\ufeff" + SENTENCE).source == SENTENCE


def test_line_ends_stay_as_they_are() -> None:
    source = f"{SENTENCE}\r\n\r\n{SENTENCE}\r\n"
    article = read_bytes(source.encode("cp1252"), name="-")
    assert article.source == source
    assert [source[b.start : b.end] for b in article.blocks] == [SENTENCE, SENTENCE]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.txt", "text"),
        ("a.TXT", "text"),
        ("a.md", "markdown"),
        ("a.markdown", "markdown"),
        ("a.html", "html"),
        ("a.HTM", "html"),
        ("sans_fin", "text"),
    ],
)
def test_a_file_is_read_as_its_name_says(tmp_path: Path, name: str, form: str) -> None:
    (tmp_path / name).write_text(SENTENCE, encoding="utf-8")
    article = read_path(tmp_path / name)
    assert (article.format, article.name) == (form, name)
    assert [b.text for b in article.blocks] == [SENTENCE]


def test_the_format_asked_for_wins(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"# Titre\n\n{SENTENCE}", encoding="utf-8")
    assert read_path(path).format == "text"
    assert read_path(path, source_format="markdown").blocks[0].text == "Titre"


def test_the_name_is_the_one_typed_and_never_an_absolute_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sous").mkdir()
    (tmp_path / "sous" / "a.txt").write_text(SENTENCE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert read_path("sous/a.txt").name == "sous/a.txt"
    assert read_path(tmp_path / "sous" / "a.txt").name == "a.txt"


@pytest.mark.parametrize(
    ("source", "form"),
    [
        (SENTENCE, "text"),
        ("Pour 3 < 5 et 7 > 2, le calcul * est * simple.", "text"),
        ("Si a<b et c>d, alors a*c < b*d.", "text"),
        ("Écrire à <contact@exemple.fr> ou appeler.", "text"),
        ("#hashtag et *important* : tout est dit_ici_.", "text"),
        (f"{SENTENCE}\n{SENTENCE}\n- un point\n- un autre\n{SENTENCE}", "text"),
        (f"— Bonjour, dit-elle.\n\n— Bonsoir.\n\n{SENTENCE}", "text"),
        (f"{SENTENCE}\n\n-----\n\n{SENTENCE}", "text"),
        (f"# Le marché\n\n{SENTENCE}", "markdown"),
        (f"---\ntitle: Le marché\n---\n{SENTENCE}", "markdown"),
        (f"Le marché\n=========\n\n{SENTENCE}", "markdown"),
        (f"{SENTENCE} Voir [le plan](https://exemple.fr/plan).", "markdown"),
        (f"{SENTENCE}\n\n- un point\n- un autre\n", "markdown"),
        (f"{SENTENCE} Il a **vraiment** rouvert.", "markdown"),
        (f"# Le marché\n\n{SENTENCE}<br>\n\n<img src=a.png>", "markdown"),
        (f"{SENTENCE} <b>Enfin</b>.\n\n{SENTENCE}", "markdown"),
        (f"<p>{SENTENCE}</p>", "html"),
        (f"<p>{SENTENCE}<p>{SENTENCE}", "html"),
        (f"{SENTENCE}<br><b>Enfin</b>.", "html"),
        (f"<!-- x --><!DOCTYPE html>\n<title>Le marché</title><p>{SENTENCE}</p>", "html"),
        (f"<html><body>{SENTENCE}", "html"),
        (f"\n<h2>Le marché</h2>\n<p>{SENTENCE} <a href='/'>[1]</a></p><pre># commentaire</pre>", "html"),
    ],
)
def test_a_string_is_read_as_what_it_looks_like(source: str, form: str) -> None:
    assert read_string(source).format == form
