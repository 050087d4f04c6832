"""Where a keyphrase stands, as editors meet it: cases in which each answer is known."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import seoaudit
from tests.filler import expand

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "placement.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[c["name"] for c in CASES])
def test_placement(case: dict[str, Any]) -> None:
    text, settings = expand(case["text"]), case.get("settings", {})
    report = seoaudit.audit(text, settings=settings, source_format=case.get("format", "markdown"))
    found = {name: report.measures[name].value for name in case["measures"]}
    assert found == case["measures"]
    shown = report.measures.get("keyphrase_density")
    assert shown is None or shown.value is None or 0 <= shown.value <= 100
