"""Two reports on an article held against each other: points by rule, findings gone and new, measures that moved."""

from __future__ import annotations

from typing import Literal

from seoaudit.assessment.measures import all_measures
from seoaudit.assessment.result import Finding, Points
from seoaudit.assessment.rules import load_rules
from seoaudit.batch.baseline import Comparison, baseline_of
from seoaudit.report.comparison import Compared, MeasureMove, RuleChange, State, Verdict
from seoaudit.report.labels import label
from seoaudit.report.model import MeasureChange, Report

# Less than this much of a point of 100 is rounding.
LEAST = 0.005


def changed_measures(before: Report, after: Report) -> dict[str, MeasureChange]:
    """Return the measures whose value differs, in the order of the later report."""
    changed = {}
    for name, now in after.measures.items():
        then = before.measures.get(name)
        if then is not None and then.value != now.value:
            changed[name] = MeasureChange(before=then.value, after=now.value, unit=now.unit)
    return changed


def compare(before: Report, after: Report, lang: Literal["fr", "en"] = "fr") -> Compared:
    """Return what got better or worse between two reports on an article.

    A rule's share is what it loses of the 100 points: 100 × (max − earned) / total. The shares of a report add up to
    100 minus its score, so that the differences add up to the difference of the scores (but for rounding, and for a
    score that stops at 0).

    Args:
        before: the report on the earlier state, with all its findings.
        after: that on the later one.
        lang: language of the labels; messages of findings stay in that of their report.
    """
    changes, rescaled = _rules(before, after)
    gone, new = _fresh(before, after), _fresh(after, before)
    won = {c.rule: c.won for c in changes}
    moved = changed_measures(before, after)
    return Compared(
        lang=lang,
        before=_state(before),
        after=_state(after),
        verdict=_verdict(before, after, new),
        rules=changes,
        rescaled=rescaled,
        gone=gone,
        new=new,
        kept=_places(after.findings) - _places(new),
        measures={n: MeasureMove(**m.model_dump(), verdict=_moved(n, m, won)) for n, m in moved.items()},
        warnings=_warnings(before, after, lang),
    )


def _total(report: Report) -> float:
    return sum(p.max for p in report.points if p.applies)


def _lost(points: Points | None, total: float) -> float:
    """Return what a rule loses of 100 points."""
    return 100 * (points.max - points.earned) / total if points and points.applies and total else 0.0


def _state(report: Report) -> State:
    total = _total(report)
    lost = sum(_lost(p, total) for p in report.points)
    return State(source=report.source, score=report.score, lost=round(lost, 2), total=round(total, 2))


def _rules(before: Report, after: Report) -> tuple[list[RuleChange], float]:
    """Return the rules that judge otherwise, and what the others win together because the total has changed.

    Without a score on both sides no points are compared.
    """
    if before.score is None or after.score is None:
        return [], 0.0
    then, now = ({p.rule: p for p in r.points} for r in (before, after))
    totals = _total(before), _total(after)
    changes, rescaled = [], 0.0
    for rule in sorted(then.keys() | now.keys()):
        old, new = then.get(rule), now.get(rule)
        lost, loses = _lost(old, totals[0]), _lost(new, totals[1])
        if _earns(old) == _earns(new):
            rescaled += lost - loses
        elif abs(lost - loses) >= LEAST:
            named = new or old
            changes.append(
                RuleChange(
                    rule=rule,
                    name=named.name if named else "",
                    before=round(lost, 2),
                    after=round(loses, 2),
                    won=round(lost - loses, 2),
                    applied=bool(old and old.applies),
                    applies=bool(new and new.applies),
                )
            )
    return sorted(changes, key=lambda c: (-c.won, c.rule)), round(rescaled, 2)


def _earns(points: Points | None) -> tuple[float, float] | None:
    return (points.earned, points.max) if points and points.applies else None


def _fresh(report: Report, known: Report) -> list[Finding]:
    """Return the findings of a report at the places that the other one does not have, as a baseline would."""
    other = known.model_copy(update={"source": report.source})
    return Comparison(baseline_of([other]), [report], whole=False).narrow(report).findings


def _places(findings: list[Finding]) -> int:
    return sum(max(1, len(f.spans)) for f in findings)


def _verdict(before: Report, after: Report, new: list[Finding]) -> Verdict:
    if any(f.severity == "error" for f in new):
        return "worse"
    if before.score is None or after.score is None:
        return "same" if before.score == after.score else "worse" if after.score is None else "better"
    return "better" if after.score > before.score else "worse" if after.score < before.score else "same"


def _moved(measure: str, change: MeasureChange, won: dict[str, float]) -> Verdict | None:
    """Return whether the rules that judge a measure win or lose points; one that had or has no value did not move."""
    if measure not in all_measures() or change.before is None or change.after is None:
        return None
    points = sum(won.get(r.id, 0.0) for r in load_rules() if r.judges == measure)
    return "better" if points > 0 else "worse" if points < 0 else None


def _warnings(before: Report, after: Report, lang: str) -> list[str]:
    """Return why the reports may not be judged alike: another keyphrase, target or language, or findings left out."""
    warnings = []
    if _aim(before) != _aim(after):
        warnings.append(label("compare_other_aim", lang))
    if before.lang != after.lang:
        warnings.append(label("compare_other_lang", lang))
    narrowed = [r.source for r in (before, after) if r.baseline is not None or r.since is not None]
    return warnings + [label("compare_narrowed", lang, source=s) for s in narrowed]


def _aim(report: Report) -> tuple[str | None, int | None]:
    return report.keyphrase.text if report.keyphrase else None, report.target.min_words
