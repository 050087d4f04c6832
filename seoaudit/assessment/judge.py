"""Judges an article: every measure once, every rule on its measure, every point accounted for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from seoaudit.assessment.context import Context
from seoaudit.assessment.excerpt import excerpt
from seoaudit.assessment.measures import all_measures
from seoaudit.assessment.registry import Measure, Place, Value, absent
from seoaudit.assessment.result import Finding, Judgement, MeasureValue, Points, Span
from seoaudit.assessment.rules import Band, Rule, load_reasons
from seoaudit.assessment.wording import fill
from seoaudit.errors import RuleError

_ORDER = {"error": 0, "warning": 1, "suggestion": 2}


class Lines:
    """Finds the line and column of an offset."""

    def __init__(self, source: str) -> None:
        self._starts = [0]
        self._starts += [
            i + 1 for i, c in enumerate(source) if c == "\n" or (c == "\r" and source[i + 1 : i + 2] != "\n")
        ]

    def span(self, place: Place) -> Span:
        """Return a place with its line and column, both from 1."""
        line = bisect_right(self._starts, place.start)
        return Span(start=place.start, end=place.end, line=line, column=place.start - self._starts[line - 1] + 1)


def judge(context: Context, rules: Sequence[Rule], *, lang: str = "fr") -> Judgement:
    """Return points, findings and measures of an article.

    Args:
        context: the article, its analysis and the editor's settings.
        rules: the rules to judge by.
        lang: language of messages, "fr" or "en".

    Raises:
        RuleError: a rule names a measure that does not exist.
    """
    measures = all_measures()
    for rule in rules:
        if rule.measure not in measures:
            raise RuleError(
                f"Règle {rule.id} : mesure inconnue « {rule.measure} » ; voyez « seoaudit rules --measures »."
            )
    values = {name: _value(m, context) for name, m in measures.items()}
    applying = {r.id: _why_not(r, values[r.measure], context) for r in rules}
    total = sum(r.max_points for r in rules if not applying[r.id])
    lines = Lines(context.article.source)
    points, findings = [], []
    for rule in rules:
        reason = applying[rule.id]
        band = None if reason else rule.band(_number(values[rule.measure]))
        points.append(_points(rule, band, reason, lang))
        if band is not None and band.severity is not None:
            findings.append(_finding(rule, band, values[rule.measure], context, lines, total, lang))
    findings.sort(key=lambda f: (-f.points_lost, _ORDER[f.severity], f.rule))
    earned = sum(p.earned for p in points if p.applies)
    shown = {name: _shown(measures[name], value, lang) for name, value in values.items()}
    score = max(0, round(100 * earned / total)) if total else None
    return Judgement(score=score, points=points, findings=findings, measures=shown)


def _value(measure: Measure, context: Context) -> Value:
    if measure.french_only and not context.is_french:
        return absent("not_french")
    return measure.compute(context)


def _number(value: Value) -> float:
    if value.value is None:
        raise ValueError("a rule that applies has a value")
    return value.value


def _why_not(rule: Rule, value: Value, context: Context) -> str:
    """Return the key of the reason why a rule does not apply, "" when it does."""
    if {rule.id, rule.family} & set(context.settings.disable):
        return "disabled"
    for name in rule.applies_when:
        if not getattr(context.settings, name, None):
            return f"no_{name}"
    return value.reason if value.value is None else ""


def _points(rule: Rule, band: Band | None, reason: str, lang: str) -> Points:
    why = load_reasons()[reason].in_language(lang) if reason else ""
    return Points(
        rule=rule.id, earned=band.points if band else 0, max=rule.max_points, applies=band is not None, reason=why
    )


def _finding(rule: Rule, band: Band, value: Value, context: Context, lines: Lines, total: float, lang: str) -> Finding:
    facts = {**context.settings.model_dump(), "value": value.value, "places": len(value.places), **value.facts}
    lost = 100 * (rule.max_points - band.points) / total if total else 0
    return Finding(
        rule=rule.id,
        severity=band.severity or "suggestion",
        message=fill(rule.message.in_language(lang), facts, lang),
        advice=fill(rule.advice.in_language(lang), facts, lang),
        points_lost=round(lost, 2),
        spans=[lines.span(p) for p in value.places],
        excerpt=excerpt(context.article, value.places),
        evidence=rule.evidence,
    )


def _shown(measure: Measure, value: Value, lang: str) -> MeasureValue:
    reason = load_reasons()[value.reason].in_language(lang) if value.reason else ""
    number = round(value.value, 2) if isinstance(value.value, float) else value.value
    return MeasureValue(value=number, unit=measure.unit, reason=reason, examples=list(value.examples))
