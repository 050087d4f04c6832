"""The points on a terminal: what each rule earned, and which rules had nothing to judge."""

from __future__ import annotations

from collections.abc import Sequence

from seoaudit.assessment.result import Points
from seoaudit.assessment.wording import show
from seoaudit.report.labels import label
from seoaudit.report.model import Report
from seoaudit.report.page import Page

# What rules may wait for that an editor has a word for.
_WORDS = frozenset({"title", "description", "slug", "keyphrase", "min_words", "corpus"})


def points(page: Page, report: Report, *, verbose: bool) -> None:
    """Write the sum behind the score, rule by rule; with `verbose` why each other rule does not apply."""
    lang = report.lang
    applied = [p for p in report.points if p.applies]
    earned, total = sum(p.earned for p in applied), sum(p.max for p in applied)
    page.head(
        label("points", lang), label("points_how", lang, earned=earned, total=total) if report.score is not None else ""
    )
    rows = [(f"{p.rule} {p.name}", f"{show(p.earned, lang)}/{show(p.max, lang)}") for p in applied if p.earned or p.max]
    page.table([(label("rule_column", lang), False), (label("earned_column", lang), False)], rows)
    clean = [p.rule for p in applied if not p.earned and not p.max]
    if clean:
        page.line((label("no_fault", lang) + _colon(lang), "dim"), ", ".join(clean))
    others = [p for p in report.points if not p.applies]
    if others and verbose:
        _by_reason(page, others, lang)
    elif others:
        _in_short(page, others, lang)


def _in_short(page: Page, others: Sequence[Points], lang: str) -> None:
    """Write how many rules do not apply, and what only the editor can give that some of them wait for."""
    page.line((label("not_applied", lang, n=len(others)), "dim"))
    waiting = list(dict.fromkeys(p.missing[0] for p in others if p.missing))
    if waiting:
        page.line((label("waiting_for", lang) + _colon(lang), "dim"), ", ".join(_named(s, lang) for s in waiting))


def _by_reason(page: Page, others: Sequence[Points], lang: str) -> None:
    """Write the rules that do not apply, one line a reason, that of most rules first."""
    reasons: dict[str, list[str]] = {}
    for p in others:
        reasons.setdefault(p.reason, []).append(p.rule)
    page.head(label("not_applied_head", lang), label("not_applied_rules", lang, n=len(others)))
    for reason, rules in sorted(reasons.items(), key=lambda item: -len(item[1])):
        page.line((reason + _colon(lang), "dim"), ", ".join(rules))


def _named(setting: str, lang: str) -> str:
    return label(f"waiting_{setting}", lang) if setting in _WORDS else setting


def _colon(lang: str) -> str:
    return "\u00a0: " if lang == "fr" else ": "
