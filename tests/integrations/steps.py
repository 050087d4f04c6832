"""The shell steps of the GitHub action and the GitLab template, as their runners would run them.

`python -m tests.integrations.steps install` prints a step of the action, for bash.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent.parent
ACTION, TEMPLATE, HOOKS = (
    ROOT / "action.yml",
    ROOT / "templates" / "seoaudit.gitlab-ci.yml",
    ROOT / ".pre-commit-hooks.yaml",
)


def load(path: Path) -> Any:
    """Return what a YAML file says."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def step(name: str) -> dict[str, Any]:
    """Return a step of the action by its id."""
    return next(s for s in load(ACTION)["runs"]["steps"] if s["id"] == name)


if __name__ == "__main__":
    sys.stdout.write(step(sys.argv[1])["run"])
