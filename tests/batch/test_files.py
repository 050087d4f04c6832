"""Folders and patterns give the articles below them, git's ignored files aside, in one order, and nothing is lost."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from seoaudit.batch.audit import Order
from seoaudit.batch.files import Found, articles_below, find_inputs, shown
from seoaudit.batch.ignored import Patterns
from seoaudit.batch.walk_patterns import patterns_for
from seoaudit.errors import InputError, SettingsError


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "site"
    for name in (
        *("b.md", "a.md", "page.html", "texte.txt", "mot.docx", "style.css", "robots.txt", "LICENSE.md", ".cache.md"),
        *("actus/2.md", "actus/1.md", "actus/vieux/0.md", "brouillons/x.md", "node_modules/lib/README.md", ".git/HEAD"),
        *("actus/garde/y.md", "actus/garde/z.tmp.md"),
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("Bonjour.\n", encoding="utf-8")
    (root / ".gitignore").write_text("brouillons/\n*.tmp.md\n/actus/garde/*\n", encoding="utf-8")
    (root / "actus" / ".gitignore").write_text("vieux\n!garde/y.md\n", encoding="utf-8")
    monkeypatch.chdir(root)
    return root


def names(*arguments: str, include: tuple[str, ...] = (), exclude: tuple[str, ...] = ()) -> list[str]:
    return [item.name for item in found(*arguments, include=include, exclude=exclude).items]


def found(*arguments: str, include: tuple[str, ...] = (), exclude: tuple[str, ...] = ()) -> Found:
    return find_inputs(arguments, lambda _: Patterns(include, exclude))


ALL = ["a.md", "b.md", "mot.docx", "page.html", "texte.txt", "actus/1.md", "actus/2.md", "actus/garde/y.md"]


@pytest.mark.usefixtures("site")
def test_a_folder_gives_its_articles_in_one_order() -> None:
    assert names(".") == ALL
    assert names("actus") == ["actus/1.md", "actus/2.md", "actus/garde/y.md"]
    assert not found(".").single


def test_above_a_folder_too_git_is_heard(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert names("actus/garde") == ["actus/garde/y.md"]
    monkeypatch.chdir(site / "actus")
    assert names(".") == ["1.md", "2.md", "garde/y.md"]


@pytest.mark.usefixtures("site")
def test_what_is_named_is_read_whatever_git_or_its_ending_says() -> None:
    assert names("brouillons/x.md", "style.css") == ["brouillons/x.md", "style.css"]
    assert found("brouillons/x.md").single


def test_a_pattern_gives_what_it_matches(site: Path) -> None:
    assert names("actus/*.md") == ["actus/1.md", "actus/2.md"]
    assert names("*.css") == ["style.css"]
    assert names("**/[12].md") == ["actus/1.md", "actus/2.md"]
    assert names("brouillons/*.md", "a.md") == ["a.md"]
    assert names(str(site / "actus" / "*.md")) == ["actus/1.md", "actus/2.md"]
    assert not found("actus/1*.md").single


def test_a_file_is_read_once_however_often_it_is_named(site: Path) -> None:
    assert names("b.md", "./b.md", ".", str(site / "b.md")) == ["b.md", *(n for n in ALL if n != "b.md")]


@pytest.mark.usefixtures("site")
def test_patterns_of_the_user_take_and_leave() -> None:
    assert names(".", exclude=("actus/",)) == ALL[:5]
    assert names(".", exclude=("*.md", "page.*")) == ["mot.docx", "texte.txt"]
    assert "robots.txt" in names(".", include=("robots.txt",))
    assert "style.css" in names(".", include=("*.css",))
    assert names(".", include=("a.md",), exclude=("a.md",)) == ALL[1:]


def test_names_are_never_absolute(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    assert names(str(site / "actus")) == ["actus/1.md", "actus/2.md", "actus/garde/y.md"] or Path("/") in site.parents
    assert not any(name.startswith("/") for name in names(str(site)))
    monkeypatch.chdir(tmp_path)
    assert names(str(site / "a.md")) == ["site/a.md"]
    monkeypatch.chdir(site / "actus")
    assert names(str(site / "a.md")) == ["a.md"]
    assert names(str(site / "actus" / "garde")) == ["garde/y.md"]


@pytest.mark.usefixtures("site")
def test_odd_names_are_read_and_shown_as_text() -> None:
    odd = os.fsdecode(b"nom \xff\navec espace.md")
    Path(odd).write_text("Bonjour.\n", encoding="utf-8")
    item = next(i for i in found(".").items if "nom" in i.name)
    assert item.name == "nom \ufffd\navec espace.md"
    assert item.path is not None
    assert item.path.read_text(encoding="utf-8")
    item.name.encode()
    assert shown(odd) == item.name


def test_links_that_lead_nowhere_or_in_circles_stop_nothing(site: Path) -> None:
    (site / "mort.md").symlink_to("absent.md")
    (site / "boucle.md").symlink_to("boucle.md")
    (site / "tour").symlink_to(".")
    (site / "lien.md").symlink_to("a.md")
    got = found(".")
    assert [i.name for i in got.items] == ["a.md", "b.md", "lien.md", *ALL[2:]]
    assert [f.source for f in got.failures] == ["boucle.md", "mort.md"]
    assert len(got.notes) == 1
    assert "tour" in got.notes[0]
    assert names("tour") == [f"tour/{n}" for n in ["a.md", "b.md", "lien.md", *ALL[2:]]]


def test_a_folder_that_cannot_be_read_is_named(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = os.scandir

    def closed(path: Path) -> object:
        if Path(path).name == "actus":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return whole(path)

    monkeypatch.setattr(os, "scandir", closed)
    got = found(".")
    assert [i.name for i in got.items] == ALL[:5]
    assert "« actus »".replace(" ", "\u00a0") in got.failures[0].message
    assert site


@pytest.mark.parametrize(
    ("argument", "said"), [("vide", "aucun article"), ("*.rien", "Aucun fichier"), ("images", "aucun article")]
)
def test_what_gives_nothing_is_said(site: Path, argument: str, said: str) -> None:
    (site / "vide").mkdir()
    (site / "images").mkdir()
    (site / "images" / "a.png").write_bytes(b"")
    got = found(argument, "a.md")
    assert [i.name for i in got.items] == ["a.md"]
    assert said in got.failures[0].message


@pytest.mark.usefixtures("site")
def test_standard_input_goes_alone_and_names_are_not_empty() -> None:
    assert found("-").single
    with pytest.raises(InputError, match="seul"):
        found("-", "a.md")
    with pytest.raises(InputError, match="vide"):
        found("a.md", " ")


@pytest.mark.usefixtures("site")
def test_patterns_that_are_none_are_refused() -> None:
    with pytest.raises(SettingsError, match=r"--exclude.: réglage .* il faut des motifs"):
        patterns_for(Order({"exclude": ["!"]}, names={"exclude": "--exclude"}))


def test_a_faulty_gitignore_line_is_passed_over_as_git_does(site: Path) -> None:
    (site / ".gitignore").write_bytes(b"!\n\xff\xfe\nb.md\n")
    assert "b.md" not in names(".")
    assert "a.md" in names(".")


def chosen(*arguments: str, **settings: object) -> list[str]:
    """Return what is found with the settings files of the folders, and settings of the caller."""
    return [i.name for i in find_inputs(arguments, patterns_for(Order(settings))).items]


def test_settings_files_say_what_is_taken_and_left(site: Path) -> None:
    (site / "seoaudit.toml").write_text(
        'exclude = ["/a.md", "vieux/", "actus/[12].md"]\ninclude = ["*.css"]\n', "utf-8"
    )
    assert chosen(".") == ["b.md", "mot.docx", "page.html", "style.css", "texte.txt", "actus/garde/y.md"]
    # Told from the file's folder, wherever the walk begins or the command is run.
    assert chosen("actus") == ["actus/garde/y.md"]
    assert chosen("[ab].md") == ["b.md"]
    assert chosen("a.md") == ["a.md"]
    assert chosen(str(site)) == chosen(".")


def test_the_command_line_wins_over_settings_files_and_each_by_itself(site: Path) -> None:
    (site / "seoaudit.toml").write_text('exclude = ["actus/"]\ninclude = ["*.css"]\n', "utf-8")
    assert chosen(".", exclude=["*.md"]) == ["mot.docx", "page.html", "style.css", "texte.txt"]
    assert chosen(".", exclude=[], include=["robots.txt"]) == [*ALL[:4], "robots.txt", *ALL[4:]]
    assert chosen("actus", exclude=["1.md"]) == ["actus/2.md", "actus/garde/y.md"]


def test_the_nearest_settings_file_speaks_alone(site: Path) -> None:
    (site / "seoaudit.toml").write_text('exclude = ["*.md"]\n', "utf-8")
    (site / "actus" / "seoaudit.toml").write_text('exclude = ["/1.md"]\n', "utf-8")
    assert chosen(".") == ["mot.docx", "page.html", "texte.txt", "actus/2.md", "actus/garde/y.md"]
    order = Order(config=Path("actus/seoaudit.toml"))
    assert [i.name for i in find_inputs(["."], patterns_for(order)).items] == [n for n in ALL if n != "actus/1.md"]
    assert [i.name for i in find_inputs(["."], patterns_for(Order(isolated=True))).items] == ALL


def test_a_faulty_settings_file_hides_no_article(site: Path) -> None:
    (site / "actus" / "seoaudit.toml").write_text("exclude = [", "utf-8")
    assert chosen(".") == ALL
    assert chosen(".", exclude=["1.md"]) == [n for n in ALL if n != "actus/1.md"]


def test_the_articles_of_a_site_are_those_of_an_audit(site: Path) -> None:
    (site / "seoaudit.toml").write_text('exclude = ["b.md"]\n', "utf-8")
    (site / "lien.md").symlink_to("nulle-part.md")
    (site / "dossier").symlink_to("actus")
    failures: list[str] = []
    notes: list[str] = []
    paths = articles_below(site, patterns_for(Order()), lambda e: failures.append(str(e)), notes.append)
    assert [p.relative_to(site).as_posix() for p in paths] == [n for n in ALL if n != "b.md"]
    assert "lien.md" in failures[0]
    assert "dossier" in notes[0]


@pytest.mark.parametrize(("name", "says"), [("absent", "n’existe pas"), ("a.md", "n’est pas un dossier")])
def test_what_is_no_folder_of_a_site_is_refused(site: Path, name: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        articles_below(site / name, patterns_for(Order()), print, print)


def test_a_site_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="aucun article"):
        articles_below(tmp_path, patterns_for(Order()), print, print)
