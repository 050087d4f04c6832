"""Shared by all tests: the samples, and articles made from the rules' examples."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"


@pytest.fixture(scope="session")
def samples() -> Path:
    return SAMPLES


@pytest.fixture(scope="session")
def optus() -> str:
    return (SAMPLES / "optus.txt").read_text(encoding="utf-8")


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep reports of the tests out of the user's cache; the command's processes see it too."""
    os.environ["SEOAUDIT_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))


# The same examples in every run: a test that passed stays passed until the code changes.
settings.register_profile("fixed", derandomize=True, deadline=None)
settings.load_profile("fixed")
