"""Where there is no Chromium the browser tests are left out and say so; where they are required, that is a failure."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT


@pytest.mark.parametrize(("required", "outcome"), [("", "SKIPPED [1]"), ("1", "SEOAUDIT_REQUIRE_BROWSER is set")])
def test_a_machine_without_chromium(required: str, outcome: str) -> None:
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "no:cacheprovider",
        "tests/browser/test_html_report.py",
        "-k",
        "motion",
    ]
    environment = {**os.environ, "PATH": "/nonexistent", "SEOAUDIT_REQUIRE_BROWSER": required}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert outcome in done.stdout
    assert "apt-get install chromium" in done.stdout
    assert done.returncode == (1 if required else 0)
