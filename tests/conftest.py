"""Shared by all tests: the samples, and articles made from the rules' examples."""

from __future__ import annotations

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


# The same examples in every run: a test that passed stays passed until the code changes.
settings.register_profile("fixed", derandomize=True, deadline=None)
settings.load_profile("fixed")
