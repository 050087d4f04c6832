"""A history as terminal text: a row of bars for each article, and a table."""

from __future__ import annotations

from collections.abc import Sequence

from seoaudit.report.compared import value_shown
from seoaudit.report.comparison_text import ARROW, signed
from seoaudit.report.history import Course, History
from seoaudit.report.labels import label
from seoaudit.report.page import Page
from seoaudit.report.terminal_keyphrases import BARS

# Bars of a row; of longer histories the last reports are drawn.
MOST_BARS = 40


def render_history(history: History, lang: str, *, colour: bool = False, width: int = 100) -> str:
    """Return a history as terminal text: all articles in a table, or one report by report."""
    page = Page(colour=colour, width=width)
    if len(history.articles) == 1:
        _course(page, history.articles[0], lang)
        return page.text
    page.head(label("history", lang), label("history_scale", lang))
    names = ("reports_column", "first_column", "last_column", "change_column", "lowest_column", "highest_column")
    columns = [(label("article_column", lang), False), (label("course_column", lang), False)]
    page.table([*columns, *((label(n, lang), True) for n in names)], [_row(a, lang) for a in history.articles])
    page.line((label("history_more", lang), "dim"))
    return page.text


def bars(scores: Sequence[int | None]) -> str:
    """Return scores as a row of bars from 0 to 100; a dot where there is no score."""
    drawn = scores[-MOST_BARS:]
    return "".join("·" if s is None else BARS[min(len(BARS) - 1, s * len(BARS) // 100)] for s in drawn)


def _course(page: Page, course: Course, lang: str) -> None:
    page.head(course.source, label("history_scale", lang))
    known = [s for s in course.scores if s is not None]
    ends = f"{known[0]}{ARROW}{known[-1]} ({signed(known[-1] - known[0], lang)})" if known else "–"
    page.line((bars(course.scores), "head"), f"  {ends}")
    names = ("score_column", "change_column", "words_column", "errors_column", "warnings_column", "suggestions_column")
    rows, last = [], None
    for step in course.steps:
        change = "" if last is None or step.score is None else signed(step.score - last, lang)
        last = last if step.score is None else step.score
        counts = [str(n) for n in step.findings.values()]
        rows.append((step.report, value_shown(step.score, lang), change, value_shown(step.words, lang), *counts))
    page.table([(label("report_column", lang), False), *((label(n, lang), True) for n in names)], rows)


def _row(course: Course, lang: str) -> tuple[str, ...]:
    known = [s for s in course.scores if s is not None]
    drawn = bars(course.scores)
    if not known:
        return (course.source, drawn, str(len(course.steps)), "–", "–", "", "–", "–")
    values = (known[0], known[-1])
    change = signed(known[-1] - known[0], lang)
    return (
        course.source,
        drawn,
        str(len(course.steps)),
        *map(str, values),
        change,
        str(min(known)),
        str(max(known)),
    )
