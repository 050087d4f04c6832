"""What the READMEs tell is so: the French one's commands run one after the other, and its typography is that of its rules."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

import seoaudit
from tests.conftest import SAMPLES
from tests.golden import READMES, ROOT
from tests.test_cli import SHORT, run  # noqa: F401 -- a fixture

FRENCH = ROOT / "LISEZMOI.md"
_BLOCK = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def commands() -> list[str]:
    """Return the commands that the French README shows, in order."""
    blocks = _BLOCK.findall(FRENCH.read_text(encoding="utf-8"))
    return [line for block in blocks for line in block.splitlines() if line.startswith("seoaudit ")]


def test_the_commands_of_the_french_readme_run_one_after_the_other(
    run,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    shutil.copytree(SAMPLES, "samples")
    for name in ("article.md", "article-repris.md", "articles/un.md", "articles/deux.md"):
        path = Path(name)
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"# Le marché de Noël\n\n{SHORT}", encoding="utf-8")
    shutil.copy(SAMPLES / "optus.txt", "article.txt")
    Path("rapports").mkdir()
    seen = commands()
    assert len(seen) > 20
    for command in seen:
        _, *arguments = shlex.split(command)
        # A file that an earlier command of the page has written is written anew; the gates may trip.
        got = run(*arguments)
        assert got.code in {0, 1}, f"{command}: {got.err}"
        assert got.code == 0 or "--fail" in command, f"{command}: {got.err}"


def test_the_french_readme_s_typography_leaves_nothing_to_correct() -> None:
    assert seoaudit.fix(FRENCH).text == FRENCH.read_text(encoding="utf-8")
    found = seoaudit.audit(FRENCH, settings={"select": ["TYP"]}).findings
    assert [f.message for f in found] == []


@pytest.mark.parametrize("path", READMES, ids=lambda p: p.name)
def test_the_links_of_a_readme_lead_somewhere(path: Path) -> None:
    links = _LINK.findall(path.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
