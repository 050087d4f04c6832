"""Judges an article: every measure once, every rule on its measure, every point accounted for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from seoaudit.assessment.context import Context
from seoaudit.assessment.corrections import written
from seoaudit.assessment.excerpt import excerpt
from seoaudit.assessment.measures import all_measures
from seoaudit.assessment.registry import Measure, Place, Value, absent
from seoaudit.assessment.result import (
    Finding,
    Judgement,
    MeasureValue,
    Note,
    Points,
    Replacement,
    Span,
    Suppressed,
    score_of,
)
from seoaudit.assessment.rule_model import Band, Rule
from seoaudit.assessment.selection import why_off
from seoaudit.assessment.suppressions import SILENT, Taken, silence
from seoaudit.assessment.texts import load_reasons
from seoaudit.assessment.wording import fill

_LINE_END = re.compile(r"\n|\r(?!\n)")
_ORDER = {"error": 0, "warning": 1, "suggestion": 2}


class Lines:
    """Finds the line and column of an offset."""

    def __init__(self, source: str) -> None:
        self._starts = [0, *(m.end() for m in _LINE_END.finditer(source))]

    def line(self, offset: int) -> int:
        """Return the line of an offset, from 1."""
        return bisect_right(self._starts, offset)

    def span(self, place: Place) -> Span:
        """Return a place with its lines and columns, from 1."""
        line, end_line = (self.line(offset) for offset in place)
        return Span(
            start=place.start,
            end=place.end,
            line=line,
            column=place.start - self._starts[line - 1] + 1,
            end_line=end_line,
            end_column=place.end - self._starts[end_line - 1] + 1,
        )


def judge(
    context: Context,
    rules: Sequence[Rule],
    *,
    lang: str = "fr",
    measures: bool = True,
    values: Mapping[str, Value] | None = None,
) -> Judgement:
    """Return points, findings and measures of an article.

    Args:
        context: the article, its analysis and the editor's settings.
        rules: the rules to judge by.
        lang: language of messages, "fr" or "en".
        measures: whether all measures are wanted; else only those are computed that rules ask for, and none is shown.
        values: the measures of this article, where they are at hand.
    """
    values = Values(context) if values is None else values
    found = {r.id: _look(r, context, values, lang) for r in rules}
    silenced = silence(context, rules, found, lambda r, part: _look(r, part, Values(part), lang))
    looks = silenced.looks
    total = sum(r.max_points for r in rules if looks[r.id][0].value is not None)
    lines = Lines(context.article.source)
    points, findings = [], []
    for rule in rules:
        value, reason = looks[rule.id]
        band = None if value.value is None else rule.band(value.value)
        missing = [] if band or reason == SILENT else _missing(rule, context)
        points.append(_points(rule, band, _reason(reason, {}, lang) if reason == SILENT else reason, missing))
        if band is not None and band.severity is not None:
            findings.append(_finding(rule, band, value, context, lines, total, lang))
    findings.sort(key=lambda f: (-f.points_lost, _ORDER[f.severity], f.rule))
    shown = {name: _shown(m, values[name], lang) for name, m in all_measures().items()} if measures else {}
    return Judgement(
        score=score_of(points),
        points=points,
        findings=findings,
        measures=shown,
        suppressed=[_suppressed(t, context, lines, lang) for t in silenced.taken],
        score_unsuppressed=_score(rules, found) if silenced.taken else None,
        notes=[Note(line=lines.line(r.offset), kind=r.kind, said=r.said, near=r.near) for r in silenced.notes],
    )


def score_by(context: Context, rules: Sequence[Rule]) -> int | None:
    """Return the score of an article by some rules alone, as `judge` makes it; no finding is written."""
    values = Values(context)
    found = {r.id: _look(r, context, values, "fr") for r in rules}
    silenced = silence(context, rules, found, lambda r, part: _look(r, part, Values(part), "fr"))
    return _score(rules, silenced.looks)


def _score(rules: Sequence[Rule], looks: Mapping[str, tuple[Value, str]]) -> int | None:
    """Return the score by the rules that have a value."""
    judged = [(r, v) for r in rules if (v := looks[r.id][0].value) is not None]
    total = sum(r.max_points for r, _ in judged)
    return max(0, round(100 * sum(r.band(v).earned for r, v in judged) / total)) if total else None


class Values(dict[str, Value]):
    """The values of the measures by name, each computed when it is first asked for."""

    def __init__(self, context: Context) -> None:
        self._context, self._measures = context, all_measures()

    def __missing__(self, name: str) -> Value:
        measure = self._measures[name]
        judged = self._context.is_french or not measure.french_only
        self[name] = value = measure.compute(self._context) if judged else absent("not_french")
        return value


def judge_by(context: Context, rule: Rule, *, lang: str = "fr") -> tuple[Points, Finding | None]:
    """Return what one rule alone makes of an article; only the measures that it asks for are computed."""
    value, reason = _look(rule, context, Values(context), lang)
    band = None if value.value is None else rule.band(value.value)
    points = _points(rule, band, reason, [] if band else _missing(rule, context))
    if band is None or band.severity is None:
        return points, None
    lines = Lines(context.article.source)
    return points, _finding(rule, band, value, context, lines, rule.max_points, lang)


def _look(rule: Rule, context: Context, values: Mapping[str, Value], lang: str) -> tuple[Value, str]:
    """Return the value that a rule judges; where it does not apply, none and the reason."""
    if off := why_off(rule.id, context.settings.select, context.settings.disable):
        return Value(None), _reason(off, {}, lang)
    if unmet := rule.applies_when.unmet(context):
        return Value(None), _reason(*unmet, lang)
    value = rule.look(context, values)
    return value, _reason(value.reason, {}, lang) if value.value is None else ""


def _reason(key: str, facts: Mapping[str, Any], lang: str) -> str:
    """Return a reason in words; a setting without words of its own is named."""
    reasons = load_reasons()
    return fill(reasons.get(key, reasons["no_setting"]).in_language(lang), facts, lang)


def _missing(rule: Rule, context: Context) -> list[str]:
    """Return the settings that a rule waits for; none for a rule that settings switch off."""
    missing = [name for name in rule.needs if not context.given(name)]
    return [] if missing and why_off(rule.id, context.settings.select, context.settings.disable) else missing


def _points(rule: Rule, band: Band | None, reason: str, missing: list[str]) -> Points:
    if band is None:
        return _no_points(rule.id, rule.name, rule.max_points, reason, tuple(missing))
    return Points(rule=rule.id, name=rule.name, earned=band.earned, max=rule.max_points, applies=True, reason=reason)


@lru_cache(maxsize=4096)
def _no_points(rule: str, name: str, most: float, reason: str, missing: tuple[str, ...]) -> Points:
    """Return what is said of a rule that does not apply: the same for one article after the other."""
    return Points(rule=rule, name=name, earned=0, max=most, applies=False, reason=reason, missing=list(missing))


def _finding(rule: Rule, band: Band, value: Value, context: Context, lines: Lines, total: float, lang: str) -> Finding:
    facts = {**context.setting_values, "value": value.value, "places": len(value.places), **value.facts}
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


def _suppressed(taken: Taken, context: Context, lines: Lines, lang: str) -> Suppressed:
    band = taken.rule.band(taken.value.value or 0)
    finding = _finding(taken.rule, band, taken.value, context, lines, 0, lang)
    return Suppressed(**dict(finding), whole_article=taken.whole)


def _shown(measure: Measure, value: Value, lang: str) -> MeasureValue:
    if value.value is None:
        return _not_measured(measure.unit, value.reason, lang)
    number = round(value.value, 2) if isinstance(value.value, float) else value.value
    return MeasureValue(value=number, unit=measure.unit, reason="", examples=list(value.examples))


@cache
def _not_measured(unit: str, reason: str, lang: str) -> MeasureValue:
    return MeasureValue(value=None, unit=unit, reason=load_reasons()[reason].in_language(lang), examples=[])
