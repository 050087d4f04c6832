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


@pytest.mark.parametrize(
    ("plugin", "named"),
    [
        ({"fail_on": ["TIP001"]}, "TIP001"),
        ({"fail_under": 101}, "101"),
        ({"settings": {"min_mots": 3}}, "min_mots"),
        ({"lang": "de"}, "lang"),
        ({"config": "absent.toml"}, "absent.toml"),
    ],
)
def test_options_that_make_no_sense_are_refused(site: Path, plugin: dict[str, object], named: str) -> None:
    got = _build(site, **plugin)
    assert got.returncode == 1
    assert named in got.stderr
    assert "Traceback" not in got.stderr
