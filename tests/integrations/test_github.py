"""The GitHub action: its audit step in bash, as the runner starts it. `make action` runs the step that installs."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.integrations.conftest import BIN
from tests.integrations.steps import ACTION, load, step


class Runner:
    """Runs the audit step with inputs, in the manner of GitHub's runner."""

    def __init__(self, site: Path, temp: Path) -> None:
        self.site, self.temp = site, temp
        (temp / "seoaudit").mkdir(parents=True)
        (temp / "seoaudit" / "bin").symlink_to(BIN)
        self.summary = temp / "step-summary"
        self.summary.write_text("avant\n", encoding="utf-8")

    def __call__(self, **given: str) -> subprocess.CompletedProcess[str]:
        inputs = {name: str(about.get("default", "")) for name, about in load(ACTION)["inputs"].items()}
        inputs |= {name.replace("_", "-"): value for name, value in given.items()}
        env = {name: inputs[value[len("${{ inputs.") : -len(" }}")]] for name, value in step("audit")["env"].items()}
        env |= {"RUNNER_TEMP": str(self.temp), "GITHUB_STEP_SUMMARY": str(self.summary)}
        script = self.temp / "step.sh"
        script.write_text(step("audit")["run"], encoding="utf-8")
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
        return subprocess.run(
            command, cwd=self.site, env={**os.environ, **env}, capture_output=True, text=True, check=False
        )


@pytest.fixture
def action(site: Path, tmp_path: Path) -> Runner:
    return Runner(site, tmp_path / "temp")


def test_findings_are_annotations_and_the_job_has_a_summary(action: Runner) -> None:
    got = action(sarif="out.sarif")
    assert got.returncode == 0, got.stderr
    assert "file=content/mauvais.md,line=3" in got.stdout
    assert "bon.md,line" not in got.stdout
    summary = action.summary.read_text(encoding="utf-8")
    assert summary.startswith("avant\n")
    assert "mauvais.md" in summary
    assert json.loads((action.site / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


@pytest.mark.parametrize(
    ("inputs", "status"),
    [
        ({"fail_on": "error\nTYP"}, 1),
        ({"fail_on": "TYP", "paths": "content/bon.md"}, 0),
        ({"fail_under": "100", "max_findings": "0"}, 1),
        ({"fail_under": "beaucoup"}, 2),
        ({"config": "absent.toml"}, 2),
        ({"baseline": "absent.json"}, 2),
        ({"diff": "nulle-part"}, 2),
    ],
)
def test_inputs_reach_the_command_and_its_status_is_that_of_the_step(
    action: Runner, inputs: dict[str, str], status: int
) -> None:
    got = action(**inputs)
    assert got.returncode == status, got.stderr
    if status == 1:
        assert "mauvais.md" in action.summary.read_text(encoding="utf-8")


def test_what_is_written_in_an_input_is_never_run_nor_an_option(action: Runner) -> None:
    value = 'a"; touch pris; `touch pris` $(touch pris) #'
    given = dict.fromkeys(set(load(ACTION)["inputs"]) - {"python"}, value)
    assert action(**given).returncode == 2
    assert not (action.site / "pris").exists()
    assert action(paths="--exit-zero", fail_under="100").returncode == 2


def test_inputs_are_only_in_the_environment() -> None:
    for part in load(ACTION)["runs"]["steps"]:
        assert "${{" not in part["run"]
        assert part["shell"] == "bash"
    used = {v for part in load(ACTION)["runs"]["steps"] for v in part["env"].values()}
    assert used == {f"${{{{ inputs.{name} }}}}" for name in load(ACTION)["inputs"]}
