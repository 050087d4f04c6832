"""Every sample's report is valid by the package's own JSON Schema, and its sums can be redone by hand."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

import seoaudit
from seoaudit.report.model import SCHEMA_VERSION, json_schema
from tests.conftest import SAMPLES

ARTICLES = sorted(p.name for p in SAMPLES.iterdir() if p.suffix in {".txt", ".md", ".html"} and p.name != "README.md")


@pytest.mark.parametrize("name", ARTICLES)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_samples_report_is_valid(name: str, lang: str) -> None:
    report = json.loads(seoaudit.audit(SAMPLES / name, lang=lang).to_json())  # type: ignore[arg-type]
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(report, schema)
    assert report["schema_version"] == SCHEMA_VERSION
    assert str(Path.cwd()) not in json.dumps(report)


@pytest.mark.parametrize("name", ARTICLES)
def test_the_score_is_the_sum_it_says(name: str) -> None:
    report = seoaudit.audit(SAMPLES / name)
    applied = [p for p in report.points if p.applies]
    total = sum(p.max for p in applied)
    assert report.score == round(100 * sum(p.earned for p in applied) / total)
    lost = {p.rule: 100 * (p.max - p.earned) / total for p in applied}
    for finding in report.findings:
        assert finding.points_lost == pytest.approx(lost[finding.rule], abs=0.01)
    assert all(p.reason for p in report.points if not p.applies)
    assert len({f.rule for f in report.findings}) == len(report.findings)
    best = [g.points for g in report.best_changes]
    assert best == sorted(best, reverse=True)[:3]


@pytest.mark.parametrize("name", ARTICLES)
def test_every_place_is_in_the_source_on_its_line(name: str) -> None:
    report = seoaudit.audit(SAMPLES / name)
    source = (SAMPLES / name).read_text(encoding="utf-8")
    lines = source.split("\n")
    for finding in report.findings:
        for span in finding.spans:
            assert 0 <= span.start <= span.end <= len(source)
            assert len("\n".join([*lines[: span.line - 1], ""])) + span.column - 1 == span.start
