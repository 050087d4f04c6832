"""Terminal text: one article with all that an editor wants, several with their findings and a summary at the end."""

from __future__ import annotations

from collections.abc import Iterator

from seoaudit.assessment.result import Finding
from seoaudit.assessment.wording import show
from seoaudit.report.batch import Batch, Look, Tally
from seoaudit.report.compared import compared
from seoaudit.report.labels import label
from seoaudit.report.model import Report
from seoaudit.report.places import lines_of, on_one_line
from seoaudit.report.terminal import SIGNS, render_report

# Rules named in the summary.
MOST_RULES = 5
MOST_LINES = 8
# Escape codes of the meanings, as the report of one article has them; lines are not wrapped, so no drawing is needed.
_CODES = {"error": "1;31", "warning": "33", "suggestion": "36", "head": "1", "dim": "2"}


def render(batch: Batch, look: Look) -> Iterator[str]:
    """Yield the report of an article named by itself, or the findings of several, then their summary."""
    if batch.single:
        for report in batch:
            yield render_report(report, colour=look.colour, width=look.width, verbose=look.verbose)
        return
    for report in batch:
        if report.findings or report.warnings or report.since:
            yield from _article(report, look)
    yield from _summary(batch.tally, look)


def _article(report: Report, look: Look) -> Iterator[str]:
    lang = report.lang
    score = label("no_score", lang) if report.score is None else f"{report.score}/100"
    words = label("words", lang, words=report.target.words)
    name = on_one_line(report.source)
    yield f"{_styled(name, 'head', look)}  {_styled(score, 'head', look)} {_styled(f'· {words}', 'dim', look)}\n"
    for warning in report.warnings:
        yield f"  {_styled(f'! {warning}', 'warning', look)}\n"
    for line in compared(report):
        yield f"  {_styled(line, 'dim', look)}\n"
    for finding in report.findings:
        yield _line(finding, lang, look)
    yield "\n"


def _line(finding: Finding, lang: str, look: Look) -> str:
    lines = lines_of(finding)
    shown = ", ".join(map(str, lines[:MOST_LINES])) + (", …" if len(lines) > MOST_LINES else "")
    where = f"  {label('on_lines', lang, lines=shown)}" if lines else ""
    lost = f"  −{show(finding.points_lost, lang)}" if finding.points_lost else ""
    sign = _styled(SIGNS[finding.severity], finding.severity, look)
    return f"  {sign} {finding.rule}  {finding.message}{_styled(lost + where, 'dim', look)}\n"


def _summary(tally: Tally, look: Look) -> Iterator[str]:
    lang = look.lang
    counts = label("counted", lang, articles=tally.articles, findings=tally.findings)
    mean = "" if tally.mean is None else label("mean_score", lang, mean=tally.mean)
    yield _styled(counts + mean, "head", look) + "\n"
    if tally.clean:
        yield label("clean", lang, n=tally.clean) + "\n"
    if tally.articles > 1 and tally.lowest:
        lowest = "\n".join(f"  {score:>3}  {on_one_line(name)}" for score, name in tally.lowest)
        yield f"{label('lowest', lang)}\n{lowest}\n"
    if tally.articles > 1 and tally.frequent:
        rules = ", ".join(f"{rule} ({n})" for rule, n in tally.frequent[:MOST_RULES])
        yield label("frequent", lang) + rules + "\n"


def _styled(text: str, style: str, look: Look) -> str:
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if look.colour and text else text
