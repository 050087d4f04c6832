"""Git tells which lines have changed, whatever the names, and what it cannot tell is said in a sentence."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from seoaudit.batch.changes import changes_since
from seoaudit.errors import SettingsError

LINES = "".join(f"Ligne {n}.\n" for n in range(1, 11))


def git(folder: Path, *args: str) -> str:
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *args]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    root = tmp_path / "depot"
    (root / "actus").mkdir(parents=True)
    for name in ("a.md", "actus/été ?*.md", os.fsdecode(b"b\xff\n.md"), "c.md", "d.md"):
        (root / name).write_text(f"{name!a}\n{LINES}", encoding="utf-8")  # told apart, so that none is another renamed
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "un")
    monkeypatch.chdir(root)
    return root


def change(path: str | Path, old: str, new: str) -> None:
    path = Path(path)
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_changed_lines_are_those_of_now(repository: Path) -> None:
    change("a.md", "Ligne 3.\n", "Ligne trois.\nEt demie.\n")
    change("a.md", "Ligne 9.\n", "")
    changes = changes_since("HEAD", [Path("a.md"), Path("c.md")])
    found = changes.of(repository / "a.md")
    assert found is not None
    assert found.lines == ((4, 5), (10, 10))
    assert found.touches(5, 7)
    assert found.touches(1, 4)
    assert not found.touches(6, 9)
    assert changes.of(Path("c.md")) is None
    assert changes.content("a.md") == f"'a.md'\n{LINES}".encode()


def test_names_of_every_kind_are_found(repository: Path) -> None:
    odd = [Path("actus/été ?*.md"), Path(os.fsdecode(b"b\xff\n.md"))]
    for path in odd:
        change(path, "Ligne 5.", "Ligne cinq.")
    changes = changes_since("main", odd)
    for path in odd:
        found = changes.of(path)
        assert found is not None
        assert found.lines == ((6, 6),)
        assert found.before is not None
        assert changes.content(found.before)
    assert changes_since("HEAD", odd, repository / "actus").files == changes.files


def test_new_renamed_and_deleted_files(repository: Path) -> None:
    Path("neuf.md").write_text("Bonjour.\n", encoding="utf-8")
    Path("index.md").write_text("Bonjour.\n", encoding="utf-8")
    git(repository, "add", "index.md")
    git(repository, "mv", "c.md", "actus/nouveau.md")
    change("actus/nouveau.md", "Ligne 2.", "Ligne deux.")
    Path("d.md").unlink()
    paths = [Path("neuf.md"), Path("index.md"), Path("actus/nouveau.md")]
    changes = changes_since("HEAD", paths)
    for name in ("neuf.md", "index.md"):
        found = changes.of(Path(name))
        assert found is not None
        assert (found.before, found.lines) == (None, None)
        assert found.touches(1, 1)
    renamed = changes.of(Path("actus/nouveau.md"))
    assert renamed is not None
    assert (renamed.before, renamed.lines) == ("c.md", ((3, 3),))


def test_what_others_added_to_a_branch_since_is_no_change_of_ours(repository: Path) -> None:
    git(repository, "checkout", "-q", "-b", "travail")
    change("a.md", "Ligne 1.", "Ligne une.")
    git(repository, "commit", "-qam", "le nôtre")
    git(repository, "checkout", "-q", "main")
    change("c.md", "Ligne 1.", "Ligne une.")
    git(repository, "commit", "-qam", "le leur")
    git(repository, "checkout", "-q", "--detach", "travail")
    changes = changes_since("main", [Path("a.md"), Path("c.md")])
    assert [p.name for p in changes.files] == ["a.md"]


def test_a_file_that_git_takes_for_binary_has_changed_as_a_whole(repository: Path) -> None:
    path = Path("mot.docx")
    path.write_bytes(b"PK\0\1")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "docx")
    path.write_bytes(b"PK\0\2")
    found = changes_since("HEAD", [path]).of(path)
    assert found is not None
    assert (found.before, found.lines) == ("mot.docx", None)


def test_the_users_configuration_changes_nothing(repository: Path) -> None:
    for setting in (
        ("diff.noprefix", "true"),
        ("diff.external", "false"),
        ("color.diff", "always"),
        ("diff.context", "9"),
    ):
        git(repository, "config", *setting)
    change("a.md", "Ligne 3.", "Ligne trois.")
    found = changes_since("HEAD", [Path("a.md")]).of(Path("a.md"))
    assert found is not None
    assert found.lines == ((4, 4),)


@pytest.mark.parametrize("revision", ["absente", "", "--output=x", "HEAD~9", "HEAD:a.md"])
def test_an_unknown_revision_is_said(repository: Path, revision: str) -> None:
    with pytest.raises(SettingsError, match="git ne connaît pas"):
        changes_since(revision, [Path("a.md")])
    assert not (repository / "x").exists()


def test_a_folder_in_no_repository_is_said(repository: Path, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="aucun dépôt"):
        changes_since("HEAD", [repository / "a.md"], tmp_path)


def test_without_git_it_says_so(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    with pytest.raises(SettingsError, match="pas installé"):
        changes_since("HEAD", [Path("a.md")])


def test_a_repository_without_a_commit_knows_no_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    git(tmp_path, "init", "-q")
    with pytest.raises(SettingsError, match="git ne connaît pas"):
        changes_since("HEAD", [])
