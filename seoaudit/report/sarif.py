"""SARIF 2.1.0 (OASIS): a result a place, for GitHub's code scanning and any other viewer.

Columns count code points, as everywhere in the package. `partialFingerprints` come from the rule and its sentence, so
that a finding keeps its match when the text has moved.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from seoaudit.assessment.result import Replacement, Span
from seoaudit.assessment.rule_model import Rule
from seoaudit.assessment.rules import load_rules
from seoaudit.assessment.wording import sketch
from seoaudit.report.batch import Batch, Failure, Look
from seoaudit.report.labels import label
from seoaudit.report.model import Report
from seoaudit.report.places import Spot, file_of, silenced_spots, spots
from seoaudit.report.to_json import indented

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "seoaudit/v1"
_LEVELS = {"error": "error", "warning": "warning", "suggestion": "note"}
_BY_SEVERITY = ("error", "warning", "suggestion")


def render(batch: Batch, look: Look) -> Iterator[str]:
    """Yield the log: one run, its rules, and the results report by report."""
    lang = look.lang
    rules = load_rules()
    numbers = {r.id: n for n, r in enumerate(rules)}
    yield f'{{\n  "$schema": "{SCHEMA}",\n  "version": "2.1.0",\n  "runs": [\n    {{\n'
    yield _member("tool", {"driver": _driver(rules, lang)})
    yield _member("columnKind", "unicodeCodePoints")
    yield _member("automationDetails", {"id": "seoaudit/"})
    yield _member("invocations", [_invocation(batch.failures)])
    yield '      "results": ['
    between = "\n"
    for report in batch:
        for spot in spots(report):
            yield between + indented(_json(_result(report, spot, numbers)), 8)
            between = ",\n"
        for spot in silenced_spots(report):
            silenced = _result(report, spot, numbers) | {"suppressions": [{"kind": "inSource"}]}
            yield between + indented(_json(silenced), 8)
            between = ",\n"
    yield "\n      ]\n    }\n  ]\n}\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _member(name: str, value: Any) -> str:
    return indented(f'"{name}": {_json(value)},', 6) + "\n"


def _driver(rules: tuple[Rule, ...], lang: str) -> dict[str, Any]:
    return {
        "name": "seoaudit",
        "version": version("seoaudit"),
        "semanticVersion": version("seoaudit"),
        "language": lang,
        "rules": [_rule(r, lang) for r in rules],
    }


def _rule(rule: Rule, lang: str) -> dict[str, Any]:
    worst = min((b.severity for b in rule.bands if b.severity), key=_BY_SEVERITY.index)
    why, advice = rule.why.in_language(lang), sketch(rule.advice.in_language(lang))
    source = rule.source.in_language(lang)
    described = {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": sketch(rule.message.in_language(lang))},
        "fullDescription": {"text": why},
        "help": {"text": f"{why}\n\n→ {advice}\n\n{label('evidence_' + rule.evidence, lang)}. {source}"},
        "defaultConfiguration": {"level": _LEVELS[worst]},
        "properties": {"tags": [rule.family, rule.evidence]},
    }
    return described | ({"helpUri": rule.url} if rule.url else {})


def _invocation(failures: Any) -> dict[str, Any]:
    told = {"executionSuccessful": not failures}
    return told | ({"toolExecutionNotifications": [_notification(f) for f in failures]} if failures else {})


def _notification(failure: Failure) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": failure.message},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(failure.source)}}],
    }


def _result(report: Report, spot: Spot, numbers: dict[str, int]) -> dict[str, Any]:
    finding = spot.finding
    number = {"ruleIndex": numbers[finding.rule]} if finding.rule in numbers else {}
    place: dict[str, Any] = {"artifactLocation": _artifact(file_of(report))}
    if spot.number:
        place["region"] = _region(spot.span)
    fixes = [
        _fix(report, f)
        for f in finding.fixes
        if spot.number and (f.span.start, f.span.end) == (spot.span.start, spot.span.end)
    ]
    told = {
        "ruleId": finding.rule,
        **number,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{spot.said} → {finding.advice}"},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {FINGERPRINT: spot.fingerprint},
        "properties": {"pointsLost": finding.points_lost},
    }
    return told | ({"fixes": fixes} if fixes else {})


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }


def _fix(report: Report, fix: Replacement) -> dict[str, Any]:
    replaced = {"deletedRegion": _region(fix.span), "insertedContent": {"text": fix.text}}
    change = {"artifactLocation": _artifact(file_of(report)), "replacements": [replaced]}
    return {"description": {"text": f"→ {fix.text}"}, "artifactChanges": [change]}


def _artifact(path: str) -> dict[str, Any]:
    return {"uri": quote(path), "uriBaseId": "%SRCROOT%"}
