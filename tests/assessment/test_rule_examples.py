"""Every rule is tried on its own examples: it fires on those that fail, and is silent on those that pass."""

from __future__ import annotations

import pytest

import seoaudit
from seoaudit.assessment.rule_model import Case, Rule
from seoaudit.assessment.rules import load_rules
from tests.filler import expand, filler

CASES = [
    pytest.param(rule, case, fires, id=f"{rule.id}_{'fail' if fires else 'pass'}_{n}")
    for rule in load_rules()
    for fires, cases in ((False, rule.examples.passing), (True, rule.examples.failing))
    for n, case in enumerate(cases, 1)
]


@pytest.mark.parametrize(("rule", "case", "fires"), CASES)
def test_rule_on_its_own_example(rule: Rule, case: Case, fires: bool) -> None:
    text = filler(case.words) if case.words else expand(case.text or "")
    report = seoaudit.audit(text, settings=case.settings, source_format=case.format)
    fired = [f for f in report.findings if f.rule == rule.id]
    assert bool(fired) == fires
    points = next(p for p in report.points if p.rule == rule.id)
    if fires:
        assert points.applies
        assert points.earned < points.max or fired[0].points_lost == 0
        assert fired[0].message
        assert "{" not in fired[0].message + fired[0].advice
    else:
        assert points.applies, f"the passing example does not even apply: {points.reason}"
        assert points.earned == points.max


@pytest.mark.parametrize(("rule", "case"), [p.values[:2] for p in CASES if p.values[2]])
def test_a_finding_reads_in_english_too(rule: Rule, case: Case) -> None:
    text = filler(case.words) if case.words else expand(case.text or "")
    report = seoaudit.audit(text, settings=case.settings, source_format=case.format, lang="en")
    finding = next(f for f in report.findings if f.rule == rule.id)
    assert "{" not in finding.message + finding.advice
