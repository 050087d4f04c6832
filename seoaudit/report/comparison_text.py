"""A comparison as terminal text: the score, what each rule wins or loses, findings gone and new, measures."""

from __future__ import annotations

from seoaudit.assessment.result import Finding
from seoaudit.assessment.wording import show
from seoaudit.report.compared import usual_first, value_shown
from seoaudit.report.comparison import Compared, MeasureMove, RuleChange
from seoaudit.report.labels import label
from seoaudit.report.page import Page
from seoaudit.report.places import lines_of
from seoaudit.report.rule_words import measure_name
from seoaudit.report.terminal import MOST_LINES, SIGNS

# Measures that are shown; all that moved are in the JSON.
MOST_MEASURES = 12
STYLE = {"better": "good", "worse": "warning", "same": "dim"}
ARROW = " → "


def render_comparison(compared: Compared, *, colour: bool = False, width: int = 100) -> str:
    """Return a comparison as terminal text."""
    page, lang = Page(colour=colour, width=width), compared.lang
    page.line((score_line(compared), "head"), "  ", (verdict(compared), STYLE[compared.verdict]), indent=0)
    page.line((f"{compared.before.source}{ARROW}{compared.after.source}", "dim"), indent=0)
    for warning in compared.warnings:
        page.line((f"{label('warnings', lang)}{colon(lang)}{warning}", "warning"), indent=0)
    if not (compared.rules or compared.gone or compared.new or compared.measures):
        page.line(label("compare_nothing", lang), indent=0)
        return page.text
    _rules(page, compared)
    for key, findings, style in (("compare_gone", compared.gone, "good"), ("compare_new", compared.new, "warning")):
        if findings:
            page.head(label(key, lang), str(len(findings)))
            for finding in findings:
                page.line((SIGNS[finding.severity], style), f"  {finding.rule}  {said(finding, lang)}")
    if compared.kept:
        page.line((label("compare_kept", lang, n=compared.kept), "dim"))
    shown = measures_shown(compared)
    if shown:
        page.head(label("compare_measures", lang))
        columns = [(label("measure_column", lang), False)]
        columns += [(label(n, lang), True) for n in ("before_column", "after_column", "change_column")]
        page.table([*columns, ("", False)], [row(n, m, lang) for n, m in shown])
    if left := measures_left(compared):
        page.line((left, "dim"))
    return page.text


def colon(lang: str) -> str:
    """Return a colon with the spaces of the language."""
    return "\u00a0: " if lang == "fr" else ": "


def score_line(compared: Compared) -> str:
    """Return the scores before and after, with their difference."""
    before, after, lang = compared.before.score, compared.after.score, compared.lang
    shown = f"{label('score', lang)} {value_shown(before, lang)}{ARROW}{value_shown(after, lang)}"
    return f"{shown} ({signed(after - before, lang)})" if before is not None and after is not None else shown


def verdict(compared: Compared) -> str:
    """Return the verdict in a word."""
    return label(f"compare_{compared.verdict}", compared.lang)


def signed(value: float, lang: str) -> str:
    """Return a difference with its sign."""
    shown = show(abs(value), lang)
    return shown if shown == "0" else f"{'+' if value > 0 else '−'}{shown}"


def lost(change: RuleChange, lang: str, *, after: bool) -> str:
    """Return what a rule loses on one side, or that it does not apply there."""
    if not (change.applies if after else change.applied):
        return label("compare_not_applied", lang)
    return signed(-(change.after if after else change.before), lang)


def rescaled(compared: Compared) -> str:
    """Return what the rules that judge alike win by a new total, in words; "" for nothing that shows."""
    if signed(compared.rescaled, compared.lang) == "0":
        return ""
    totals = {"total": compared.after.total, "before": compared.before.total}
    return label("compare_rescaled", compared.lang, **totals)


def said(finding: Finding, lang: str) -> str:
    """Return a finding's message, and where and how many of its places are meant."""
    lines = lines_of(finding)
    where = ", ".join(map(str, lines[:MOST_LINES])) + (", …" if len(lines) > MOST_LINES else "")
    notes = [label("on_lines", lang, lines=where)] if lines else []
    if finding.left_out and finding.spans:
        places = len(finding.spans)
        notes.append(label("compare_part", lang, n=places, all=places + finding.left_out))
    return f"{finding.message} ({', '.join(notes)})" if notes else finding.message


def measures_shown(compared: Compared) -> list[tuple[str, MeasureMove]]:
    """Return the measures to show: the usual ones, then those that rules judge, then those with two values."""
    moved = _moved(compared)
    judged = [n for n, m in moved.items() if m.verdict]
    whole = [n for n, m in moved.items() if m.before is not None and m.after is not None]
    names = usual_first(dict.fromkeys([*judged, *whole, *moved]))
    return [(n, moved[n]) for n in names[:MOST_MEASURES]]


def _moved(compared: Compared) -> dict[str, MeasureMove]:
    """Return the measures whose values a reader sees move: a change beyond the digits printed tells him nothing."""
    lang = compared.lang
    return {n: m for n, m in compared.measures.items() if value_shown(m.before, lang) != value_shown(m.after, lang)}


def measures_left(compared: Compared) -> str:
    """Say how many measures are not shown; "" for none."""
    left = len(_moved(compared)) - MOST_MEASURES
    return label("compare_measures_left", compared.lang, n=left) if left > 0 else ""


def row(name: str, move: MeasureMove, lang: str) -> tuple[str, str, str, str, str]:
    """Return a measure's name, values, difference and verdict in words."""
    unit = label(f"unit_{move.unit}", lang)
    named = measure_name(name, lang) + (f" ({unit})" if unit else "")
    both = move.before is not None and move.after is not None
    change = signed(move.after - move.before, lang) if both else ""  # type: ignore[operator] # neither is None
    word = label(f"compare_{move.verdict}", lang) if move.verdict else ""
    return named, value_shown(move.before, lang), value_shown(move.after, lang), change, word


def _rules(page: Page, compared: Compared) -> None:
    lang, other = compared.lang, rescaled(compared)
    if not compared.rules and not other:
        return
    page.head(label("compare_rules", lang), label("compare_rules_how", lang))
    rows = [
        (signed(c.won, lang), f"{c.rule} {c.name}", f"{lost(c, lang, after=False)}{ARROW}{lost(c, lang, after=True)}")
        for c in compared.rules
    ]
    if other:
        rows.append((signed(compared.rescaled, lang), other, ""))
    columns = [(label("change_column", lang), True), (label("rule_column", lang), False)]
    page.table([*columns, (label("compare_sides", lang), False)], rows)
