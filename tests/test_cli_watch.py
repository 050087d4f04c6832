"""The command that follows an article: one warm process, a report and a line of changes at each save."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from tests.test_cli import SHORT, Run, run

__all__ = ["run"]  # a fixture


def _heard() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # where the tests run in the background it is ignored


@contextmanager
def _watching(folder: Path, *options: str, stdout: int = subprocess.STDOUT) -> Iterator[subprocess.Popen[str]]:
    """Run the command; its notes are read from standard error."""
    command = [sys.executable, "-m", "seoaudit", "watch", "article.md", *options]
    out = subprocess.DEVNULL if stdout == subprocess.STDOUT else stdout
    pipes = {"stdout": out, "stderr": subprocess.PIPE}
    # The test has no threads of its own, and no other argument gives a signal back to a child.
    with subprocess.Popen(command, cwd=folder, text=True, preexec_fn=_heard, **pipes) as process:  # noqa: PLW1509
        try:
            yield process
        finally:
            process.kill()


def _until(stream: IO[str] | None, wanted: str) -> str:
    assert stream is not None
    for line in stream:
        if wanted in line:
            return line
    raise AssertionError(f"never said: {wanted}")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    path = tmp_path / "article.md"
    path.write_text(f"# Marché\n\n{SHORT}", encoding="utf-8")
    return path


def test_an_article_is_followed_through_saves_and_faults_to_the_interrupt(article: Path) -> None:
    good = article.read_text(encoding="utf-8")
    with _watching(article.parent, "-f", "html:rapport.html", "-f", "text:rapport.txt") as process:
        _until(process.stderr, "à chaque enregistrement")
        article.write_text(good.replace("attendent", "attendent:"), encoding="utf-8")
        assert re.search(r"score \S+ → .*\s; TYP\d+ 0 → 1", _until(process.stderr, "score"))
        assert "attendent:" in (article.parent / "rapport.html").read_text(encoding="utf-8")
        article.write_text("", encoding="utf-8")
        assert "vide" in _until(process.stderr, "seoaudit :")
        article.unlink()
        _until(process.stderr, "n’est plus là")
        other = article.with_name("autre")
        other.write_text(good, encoding="utf-8")
        other.replace(article)
        assert re.search(r"TYP\d+ 1 → 0", _until(process.stderr, "score"))
        article.with_name("seoaudit.toml").write_text("min_mots = 3", encoding="utf-8")
        assert "min_mots" in _until(process.stderr, "seoaudit :")
        article.with_name("seoaudit.toml").unlink()
        assert "mêmes constats" in _until(process.stderr, "score")
        process.send_signal(signal.SIGINT)
        assert "Traceback" not in (process.stderr.read() if process.stderr else "")
        assert process.wait(30) == 130


def test_only_a_terminal_is_cleared(article: Path) -> None:
    ours, theirs = pty.openpty()
    with _watching(article.parent, "-f", "concise", stdout=theirs) as process:
        _until(process.stderr, "à chaque enregistrement")
    assert os.read(ours, 20).startswith(b"\x1b[2J\x1b[H")
    with _watching(article.parent, "-f", "concise", stdout=subprocess.PIPE) as process:
        _until(process.stderr, "à chaque enregistrement")
        process.kill()
        assert process.stdout is not None
        assert "\x1b" not in process.stdout.read()


@pytest.mark.parametrize("name", ["absent.md", "-", "."])
def test_only_a_file_can_be_followed(
    run: Callable[..., Run], tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    got = run("watch", name)
    assert got.code == 2
    assert got.err.count("\n") == 1
    assert "watch" in got.err
