"""The GitLab template: its script in the shells that GitLab's runner uses."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.integrations.conftest import BIN
from tests.integrations.steps import TEMPLATE, load

JOB = load(TEMPLATE)[".seoaudit"]


def _run(site: Path, shell: str, variables: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, **JOB["variables"], "CI_PROJECT_DIR": str(site), "PATH": f"{BIN}:{os.environ['PATH']}"}
    env |= {"SEOAUDIT_CACHE_DIR": os.environ["SEOAUDIT_CACHE_DIR"], **variables}
    script = "set -e\n" + "\n".join(JOB["script"])
    return subprocess.run([shell, "-c", script], cwd=site, env=env, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("shell", ["bash", "sh"])
def test_the_reports_are_where_gitlab_looks_for_them(site: Path, shell: str) -> None:
    got = _run(site, shell, {"SEOAUDIT_PATHS": "content/*.md", "SEOAUDIT_FAIL_ON": "error\nTYP"})
    assert got.returncode == 1, got.stderr
    reports = JOB["artifacts"]["reports"]
    assert set(JOB["artifacts"]["paths"]) == set(reports.values())
    quality = json.loads((site / reports["codequality"]).read_text(encoding="utf-8"))
    assert {q["location"]["path"] for q in quality if q["check_name"].startswith("seoaudit/TYP")} == {
        "content/mauvais.md"
    }
    ElementTree.parse(site / reports["junit"])  # noqa: S314 -- our own
    assert "mauvais.md" in got.stdout


@pytest.mark.parametrize(
    ("variables", "status"),
    [
        ({"SEOAUDIT_FAIL_UNDER": "100", "SEOAUDIT_MAX_FINDINGS": "0"}, 1),
        ({"SEOAUDIT_BASELINE": "absent.json"}, 2),
        ({"SEOAUDIT_DIFF": "nulle-part"}, 2),
        ({"SEOAUDIT_CONFIG": "absent.toml"}, 2),
        ({"SEOAUDIT_LANG": "de"}, 2),
        ({"SEOAUDIT_PATHS": "$(touch pris)"}, 2),
    ],
)
def test_variables_reach_the_command(site: Path, variables: dict[str, str], status: int) -> None:
    got = _run(site, "sh", variables)
    assert got.returncode == status, got.stderr
    assert not (site / "pris").exists()


def test_every_variable_is_used() -> None:
    script = "\n".join([*JOB["before_script"], *JOB["script"]])
    assert {name for name in JOB["variables"] if name not in script} == {"SEOAUDIT_CACHE_DIR"}
    assert shutil.which("sh")
