"""The hooks of pre-commit, run by pre-commit itself on a repository of its own, without a network."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.integrations.conftest import BIN
from tests.integrations.steps import HOOKS, load


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    names = {f"GIT_{who}_{what}": "a@b.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    alone = {"PRE_COMMIT_HOME": str(tmp_path / "home"), "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    return {**os.environ, **names, **alone, "PATH": f"{BIN}:{os.environ['PATH']}"}


def _git(folder: Path, env: dict[str, str], *args: str) -> str:
    return subprocess.run(
        ["git", *args], cwd=folder, env=env, check=True, capture_output=True, text=True
    ).stdout.strip()


def _run(site: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = ["pre-commit", "run", "--all-files", "--verbose"]
    return subprocess.run(command, cwd=site, env=env, capture_output=True, text=True, check=False)


@pytest.fixture
def hooked(site: Path, tmp_path: Path, env: dict[str, str]) -> Path:
    """The site as a repository that takes the hook from another one."""
    ours = tmp_path / "ours"
    ours.mkdir()
    (ours / HOOKS.name).write_bytes(HOOKS.read_bytes())
    for folder in (ours, site):
        _git(folder, env, "init", "--quiet")
    _git(ours, env, "add", ".")
    _git(ours, env, "commit", "--quiet", "-m", "hooks")
    revision = _git(ours, env, "rev-parse", "HEAD")
    (site / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {ours}\n  rev: {revision}\n  hooks:\n  - id: seoaudit-system\n    args: [--fail-on=TYP]\n",
        encoding="utf-8",
    )
    (site / "robots.txt").write_text("User-agent: *\n", encoding="utf-8")
    _git(site, env, "add", ".")
    return site


def test_a_faulty_article_stops_the_commit_and_a_mended_one_does_not(hooked: Path, env: dict[str, str]) -> None:
    got = _run(hooked, env)
    assert got.returncode == 1, got.stdout + got.stderr
    assert "content/mauvais.md:3:" in got.stdout
    assert "robots.txt" not in got.stdout
    (hooked / "content" / "mauvais.md").write_bytes((hooked / "content" / "bon.md").read_bytes())
    _git(hooked, env, "add", ".")
    got = _run(hooked, env)
    assert got.returncode == 0, got.stdout + got.stderr
    assert "Passed" in got.stdout


def test_both_hooks_differ_only_in_how_they_are_installed(tmp_path: Path, env: dict[str, str]) -> None:
    subprocess.run(["pre-commit", "validate-manifest", str(HOOKS)], cwd=tmp_path, env=env, check=True)
    python, system = load(HOOKS)
    assert (python.pop("language"), system.pop("language")) == ("python", "system")
    assert {k for k in python if python[k] != system[k]} == {"id", "name", "description"}
