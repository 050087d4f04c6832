"""A comparison as Markdown, for the comment of a pull request or a page of notes."""

from __future__ import annotations

from collections.abc import Iterator

from seoaudit.report.comparison import Compared
from seoaudit.report.comparison_text import (
    colon,
    lost,
    measures_left,
    measures_shown,
    rescaled,
    row,
    said,
    score_line,
    signed,
    verdict,
)
from seoaudit.report.labels import label
from seoaudit.report.markdown import MARK, escaped
from seoaudit.report.terminal import SIGNS


def render_markdown(compared: Compared) -> str:
    """Return a comparison as Markdown; text of the articles is escaped."""
    return "".join(_page(compared))


def _page(compared: Compared) -> Iterator[str]:
    lang = compared.lang
    yield f"{MARK}\n## {score_line(compared)}, {verdict(compared)}\n\n"
    yield f"{escaped(compared.before.source or '-')} → {escaped(compared.after.source or '-')}\n\n"
    for warning in compared.warnings:
        yield f"> {label('warnings', lang)}{colon(lang)}{escaped(warning)}\n\n"
    if not (compared.rules or compared.gone or compared.new or compared.measures):
        yield label("compare_nothing", lang) + "\n"
        return
    yield from _rules(compared)
    for key, findings in (("compare_gone", compared.gone), ("compare_new", compared.new)):
        if findings:
            yield f"**{label(key, lang)}** ({len(findings)})\n\n"
            yield from (f"- {SIGNS[f.severity]} `{f.rule}` {escaped(said(f, lang))}\n" for f in findings)
            yield "\n"
    shown = measures_shown(compared)
    if shown:
        yield f"**{label('compare_measures', lang)}**\n\n"
        columns = ("measure_column", "before_column", "after_column", "change_column")
        yield f"| {' | '.join(label(c, lang) for c in columns)} | |\n|---|--:|--:|--:|---|\n"
        yield from (f"| {' | '.join(map(escaped, row(n, m, lang)))} |\n" for n, m in shown)
        if left := measures_left(compared):
            yield f"\n{left}\n"


def _rules(compared: Compared) -> Iterator[str]:
    lang, other = compared.lang, rescaled(compared)
    if not compared.rules and not other:
        return
    yield f"**{label('compare_rules', lang)}** ({label('compare_rules_how', lang)})\n\n"
    columns = ("rule_column", "before_column", "after_column", "change_column")
    yield f"| {' | '.join(label(c, lang) for c in columns)} |\n|---|--:|--:|--:|\n"
    for change in compared.rules:
        sides = f"{lost(change, lang, after=False)} | {lost(change, lang, after=True)}"
        yield f"| `{change.rule}` {escaped(change.name)} | {sides} | {signed(change.won, lang)} |\n"
    if other:
        yield f"| {other} | | | {signed(compared.rescaled, lang)} |\n"
    yield "\n"
