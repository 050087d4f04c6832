"""The MkDocs plugin on a site that `mkdocs build` builds."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import yaml

from tests.integrations.conftest import BIN


def _build(site: Path, *options: str, **plugin: object) -> subprocess.CompletedProcess[str]:
    about = {"site_name": "Lille", "docs_dir": "content", "plugins": [{"seoaudit": {"jobs": 1, **plugin}}]}
    (site / "mkdocs.yml").write_text(yaml.safe_dump(about), encoding="utf-8")
    (site / "content" / "index.md").write_bytes((site / "content" / "bon.md").read_bytes())
    command = [BIN / "mkdocs", "build", *options]
    return subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)


def test_findings_are_told_by_their_lines_and_fail_nothing_by_themselves(site: Path) -> None:
    got = _build(site)
    assert got.returncode == 0, got.stderr
    assert "content/mauvais.md:3:" in got.stderr
    assert (site / "site" / "mauvais" / "index.html").is_file()


def test_a_gate_fails_the_build_also_where_it_is_quiet(site: Path) -> None:
    got = _build(site, "--strict", "--quiet", fail_on=["TYP"])
    assert got.returncode == 1
    assert "content/mauvais.md\u00a0: TYP" in got.stderr
    assert "Traceback" not in got.stderr


def test_pages_left_out_and_settings_count(site: Path) -> None:
    got = _build(site, "--strict", fail_on=["TYP"], exclude=["mauvais.md"], settings={"min_words": 10})
    assert got.returncode == 0, got.stderr
    assert "mauvais.md:" not in got.stderr


def test_what_a_baseline_holds_neither_shows_nor_counts(site: Path) -> None:
    gates: dict[str, object] = {"fail_on": ["TYP"], "max_findings": 0, "fail_under": 100}
    first = _build(site, write_baseline="connu.json", **gates)
    assert first.returncode == 1  # a build is not fit to be published because its findings are noted down
    assert "Écrit" in first.stderr
    known = _build(site, "--strict", baseline="connu.json", **gates)
    assert known.returncode == 0, known.stderr
    assert "mauvais.md:3" not in known.stderr
    assert "endroits connus laissés de côté" in known.stderr
    with (site / "content" / "mauvais.md").open("a", encoding="utf-8") as file:
        file.write("\nLes chalets ferment: c’est dommage.\n")
    new = _build(site, baseline="connu.json", **gates)
    assert new.returncode == 1
    assert "content/mauvais.md:5:" in new.stderr
    assert "content/mauvais.md:3:" not in new.stderr


def test_a_baseline_of_the_command_line_serves(site: Path) -> None:
    (site / "content" / "index.md").write_bytes((site / "content" / "bon.md").read_bytes())
    command = [BIN / "seoaudit", "audit", "content", "--write-baseline", "connu.json"]
    subprocess.run(command, cwd=site, capture_output=True, check=True)
    got = _build(site, "--strict", baseline="connu.json", fail_on=["suggestion"])
    assert got.returncode == 0, got.stderr


@pytest.mark.parametrize(
    ("plugin", "named"),
    [
        ({"fail_on": ["TIP001"]}, "TIP001"),
        ({"fail_under": 101}, "101"),
        ({"settings": {"min_mots": 3}}, "min_mots"),
        ({"lang": "de"}, "lang"),
        ({"config": "absent.toml"}, "absent.toml"),
        ({"baseline": "absent.json"}, "absent.json"),
        ({"baseline": "mkdocs.yml"}, "n’est pas une référence"),
        ({"baseline": "mkdocs.yml", "write_baseline": "b.json"}, "write_baseline"),
        ({"write_baseline": "mkdocs.yml"}, "mkdocs.yml"),
    ],
)
def test_options_that_make_no_sense_are_refused(site: Path, plugin: dict[str, object], named: str) -> None:
    got = _build(site, **plugin)
    assert got.returncode == 1
    assert named in got.stderr
    assert "Traceback" not in got.stderr
