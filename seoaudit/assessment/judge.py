"""Judges an article: every measure once, every rule on its measure, every point accounted for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any

from seoaudit.assessment.context import Context
from seoaudit.assessment.corrections import written
from seoaudit.assessment.excerpt import excerpt
from seoaudit.assessment.measures import all_measures
from seoaudit.assessment.registry import Measure, Place, Value, absent
from seoaudit.assessment.result import Finding, Judgement, MeasureValue, Points, Replacement, Span
from seoaudit.assessment.rule_model import Band, Rule
from seoaudit.assessment.texts import load_reasons
from seoaudit.assessment.wording import fill

_ORDER = {"error": 0, "warning": 1, "suggestion": 2}


class Lines:
    """Finds the line and column of an offset."""

    def __init__(self, source: str) -> None:
        self._starts = [0]
        self._starts += [
            i + 1 for i, c in enumerate(source) if c == "\n" or (c == "\r" and source[i + 1 : i + 2] != "\n")
        ]

    def span(self, place: Place) -> Span:
        """Return a place with its lines and columns, from 1."""
        line, end_line = (bisect_right(self._starts, offset) for offset in place)
        return Span(
            start=place.start,
            end=place.end,
            line=line,
            column=place.start - self._starts[line - 1] + 1,
            end_line=end_line,
            end_column=place.end - self._starts[end_line - 1] + 1,
        )


def judge(context: Context, rules: Sequence[Rule], *, lang: str = "fr") -> Judgement:
    """Return points, findings and measures of an article.

    Args:
        context: the article, its analysis and the editor's settings.
        rules: the rules to judge by.
        lang: language of messages, "fr" or "en".
    """
    measures = all_measures()
    values = {name: _value(m, context) for name, m in measures.items()}
    looks = {r.id: _look(r, context, values, lang) for r in rules}
    total = sum(r.max_points for r in rules if not looks[r.id][1])
    lines = Lines(context.article.source)
    points, findings = [], []
    for rule in rules:
        value, reason = looks[rule.id]
        band = None if value.value is None else rule.band(value.value)
        points.append(_points(rule, band, reason))
        if band is not None and band.severity is not None:
            findings.append(_finding(rule, band, value, context, lines, total, lang))
    findings.sort(key=lambda f: (-f.points_lost, _ORDER[f.severity], f.rule))
    earned = sum(p.earned for p in points if p.applies)
    shown = {name: _shown(measures[name], value, lang) for name, value in values.items()}
    score = max(0, round(100 * earned / total)) if total else None
    return Judgement(score=score, points=points, findings=findings, measures=shown)


def _value(measure: Measure, context: Context) -> Value:
    if measure.french_only and not context.is_french:
        return absent("not_french")
    return measure.compute(context)


def _look(rule: Rule, context: Context, values: Mapping[str, Value], lang: str) -> tuple[Value, str]:
    """Return the value that a rule judges; where it does not apply, none and the reason."""
    if {rule.id, rule.family} & set(context.settings.disable):
        return Value(None), _reason("disabled", {}, lang)
    if unmet := rule.applies_when.unmet(context):
        return Value(None), _reason(*unmet, lang)
    value = rule.look(context, values)
    return value, _reason(value.reason, {}, lang) if value.value is None else ""


def _reason(key: str, facts: Mapping[str, Any], lang: str) -> str:
    """Return a reason in words; a setting without words of its own is named."""
    reasons = load_reasons()
    return fill(reasons.get(key, reasons["no_setting"]).in_language(lang), facts, lang)


def _points(rule: Rule, band: Band | None, reason: str) -> Points:
    earned = band.earned if band else 0
    return Points(
        rule=rule.id, name=rule.name, earned=earned, max=rule.max_points, applies=band is not None, reason=reason
    )


def _finding(rule: Rule, band: Band, value: Value, context: Context, lines: Lines, total: float, lang: str) -> Finding:
    facts = {**context.settings.model_dump(), "value": value.value, "places": len(value.places), **value.facts}
    lost = 100 * (rule.max_points - band.earned) / total if total else 0
    return Finding(
        rule=rule.id,
        severity=band.severity or "suggestion",
        message=fill(rule.message.in_language(lang), facts, lang),
        advice=fill(rule.advice.in_language(lang), facts, lang),
        points_lost=round(lost, 2),
        spans=[lines.span(p) for p in value.places],
        excerpt=excerpt(context.article, value.places),
        evidence=rule.evidence,
        fixes=[
            Replacement(span=lines.span(c.place), text=text)
            for c in value.corrections
            if c.place and (text := written(context.article, c)) is not None
        ],
    )


def _shown(measure: Measure, value: Value, lang: str) -> MeasureValue:
    reason = load_reasons()[value.reason].in_language(lang) if value.reason else ""
    number = round(value.value, 2) if isinstance(value.value, float) else value.value
    return MeasureValue(value=number, unit=measure.unit, reason=reason, examples=list(value.examples))
