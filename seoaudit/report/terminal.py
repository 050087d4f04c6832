"""The report on a terminal."""

from __future__ import annotations

from seoaudit.assessment.result import Finding
from seoaudit.assessment.wording import show
from seoaudit.report.compared import compared
from seoaudit.report.labels import label
from seoaudit.report.measures import SHOWN_MEASURES, measure_text
from seoaudit.report.model import OutlineEntry, Report
from seoaudit.report.page import Page
from seoaudit.report.reasons import outline_reason
from seoaudit.report.silenced import silenced
from seoaudit.report.terminal_keyphrases import key_phrases, keyphrase_use, suggestions
from seoaudit.report.terminal_points import points
from seoaudit.structure.draft import Draft

SIGNS = {"error": "✖", "warning": "▲", "suggestion": "•"}
# Lines of places listed behind the first one.
MOST_LINES = 8


def render_report(report: Report, *, colour: bool = False, width: int = 100, verbose: bool = False) -> str:
    """Return a report as terminal text: the score and the best changes first.

    Args:
        report: what is shown.
        colour: whether to colour.
        width: columns.
        verbose: whether each rule that does not apply has its reason.
    """
    page = Page(colour=colour, width=width)
    _opening(page, report)
    _findings(page, report)
    _outline(page, report)
    _restructured(page, report)
    keyphrase_use(page, report)
    suggestions(page, report)
    key_phrases(page, report)
    _measures(page, report)
    _snippet(page, report)
    points(page, report, verbose=verbose)
    return page.text


def render_outline(report: Report, *, colour: bool = False, width: int = 100) -> str:
    """Return the outline alone as terminal text."""
    page = Page(colour=colour, width=width)
    _outline(page, report)
    return page.text


def draft_summary(draft: Draft) -> str:
    """Return one line on a draft: the score before and after, and what is left to write."""
    lang = draft.lang
    words = sum(s.missing_words for s in draft.outline.sections)
    said = []
    if draft.score is not None and draft.score_after is not None:
        said.append(label("draft_score", lang, before=draft.score, score=draft.score_after))
    elif draft.outline.reason not in {"", "kept", "reviewed"}:
        said.append(outline_reason(draft.outline.reason, lang))
    elif draft.score is not None:
        said.append(label("draft_kept", lang, before=draft.score))
    if words:
        said.append(label("to_write", lang, n=words))
    return " · ".join(said)


def _opening(page: Page, report: Report) -> None:
    lang, target = report.lang, report.target
    words = label("words", lang, words=target.words)
    if target.min_words is None:
        goal = label("no_target", lang)
    elif target.missing:
        goal = label("target_missing", lang, min_words=target.min_words, missing=target.missing)
    else:
        goal = label("target_met", lang, min_words=target.min_words)
    about = [report.source, report.encoding, words, goal]
    if report.score is None:
        page.line((label("no_score", lang, reason=report.score_reason), "head"), indent=0)
    else:
        after = report.score_after if report.best_changes else None
        tail = f"  →  {label('after', lang, score=after)}" if after is not None and after > report.score else ""
        page.line((f"{label('score', lang)} {report.score}/100", "head"), tail, indent=0)
    page.line((" · ".join(a for a in about if a), "dim"), indent=0)
    for warning in report.warnings:
        page.line(
            (
                f"{label('warnings', lang)} : {warning}" if lang == "fr" else f"{label('warnings', lang)}: {warning}",
                "warning",
            ),
            indent=0,
        )
    for line in compared(report):
        page.line((line, "dim"), indent=0)
    if report.best_changes:
        page.head(label("best", lang))
        for n, gain in enumerate(report.best_changes, 1):
            page.line(f"{n}. ", (f"+{show(gain.points, lang)}", "good"), f"  {gain.rule}  {gain.advice}")


def _findings(page: Page, report: Report) -> None:
    lang = report.lang
    page.head(label("findings", lang), str(len(report.findings)) if report.findings else "")
    if not report.findings:
        page.line(label("no_findings", lang))
    if report.suppressed:
        page.line((silenced(report), "dim"))
    for finding in report.findings:
        _finding(page, finding, lang)


def _finding(page: Page, finding: Finding, lang: str) -> None:
    lost = f"−{show(finding.points_lost, lang)}" if finding.points_lost else ""
    page.line(
        (f"{SIGNS[finding.severity]} {label(finding.severity, lang)}", finding.severity),
        f"  {finding.rule}  ",
        (finding.message, "head"),
        (f"  {lost}" if lost else "", "dim"),
    )
    page.line(f"→ {finding.advice}", indent=6)
    if finding.spans:
        first = finding.spans[0]
        place = label("place", lang, line=first.line, column=first.column)
        page.line((f"{place} : " if lang == "fr" else f"{place}: ", "dim"), finding.excerpt, indent=6)
    if len(finding.spans) > 1:
        lines = list(dict.fromkeys(s.line for s in finding.spans[1:]))
        listed = ", ".join(f"l. {n}" for n in lines[:MOST_LINES]) + (", …" if len(lines) > MOST_LINES else "")
        page.line((label("more_places", lang, n=len(finding.spans) - 1, lines=listed), "dim"), indent=6)


def _outline(page: Page, report: Report) -> None:
    lang = report.lang
    page.head(label("outline", lang), report.outline_reason)
    for entry in report.outline:
        _entry(page, entry, lang)


def _entry(page: Page, entry: OutlineEntry, lang: str) -> None:
    indent = 2 + 3 * max(0, entry.level - 2)
    words = label("words", lang, words=entry.words)
    to_write = f", {label('to_write', lang, n=entry.missing_words)}" if entry.missing_words else ""
    if entry.level == 0:
        page.line((f"[{label('lead', lang)}]", "head"), (f"  l. {entry.line}, {words}{to_write}", "dim"), indent=indent)
        _remarks(page, entry, indent)
        return
    heading = entry.heading or f"[{label('untitled', lang)}]"
    whose = label("existing" if entry.existing else "proposed", lang)
    page.line(
        (f"H{entry.level}  {heading}", "head"), (f"  {whose}, l. {entry.line}, {words}{to_write}", "dim"), indent=indent
    )
    _remarks(page, entry, indent)
    if entry.alternatives:
        page.line(
            (label("instead" if entry.existing else "alternatives", lang), "dim"),
            " / ".join(entry.alternatives),
            indent=indent + 4,
        )
    if entry.keyphrases and not entry.existing:
        page.line((label("about", lang), "dim"), ", ".join(entry.keyphrases), indent=indent + 4)
    if entry.reason:
        page.line((label("why_here", lang) + entry.reason, "dim"), indent=indent + 4)


def _remarks(page: Page, entry: OutlineEntry, indent: int) -> None:
    for remark in entry.remarks:
        page.line((f"{SIGNS['warning']} {remark.text}", "warning"), indent=indent + 4)


def _restructured(page: Page, report: Report) -> None:
    """Show the score of the draft beside today's, what makes the difference and what is left."""
    after, lang = report.restructured, report.lang
    if after is None or after.score is None or report.score is None:
        return
    page.head(label("restructured", lang))
    sums = {"earned": after.earned, "total": after.total}
    page.line(label("restructured_score", lang, before=report.score, score=after.score, n=after.headings, **sums))
    changes = ", ".join(f"{c.rule} {'+' if c.points > 0 else ''}{show(c.points, lang)}" for c in after.changes)
    if changes:
        page.line((label("restructured_won", lang), "dim"), changes)
    earned = [(p.rule, show(p.earned, lang).replace("-", "−"), show(p.max, lang)) for p in after.joining]
    joining = ", ".join(f"{rule} {points}/{most}" for rule, points, most in earned)
    if joining:
        page.line((label("restructured_joining", lang), "dim"), joining)
    left = " ; ".join(f"{g.rule} −{show(g.points, lang)}" for g in after.remaining)
    page.line((label("restructured_left", lang), "dim"), left or label("restructured_nothing", lang))


def _measures(page: Page, report: Report) -> None:
    from seoaudit.report.rule_words import measure_name

    lang = report.lang
    page.head(label("measures", lang))
    rows = []
    for name in SHOWN_MEASURES:
        measured = report.measures.get(name)
        if measured is not None:
            rows.append((measure_name(name, lang), measure_text(name, measured, lang)))
    page.table([("", False), (label("value_column", lang), False)], rows)


def _snippet(page: Page, report: Report) -> None:
    lang, snippet = report.lang, report.snippet
    page.head(label("snippet", lang))
    title = f"{snippet.title} ({snippet.title_pixels} px)" if snippet.title else None
    colon = " : " if lang == "fr" else ": "
    for name, value in (("title", title), ("description", snippet.description), ("slug", snippet.slug)):
        page.line((label(name, lang) + colon, "dim"), value or label("nothing_honest", lang))
        page.line((snippet.reasons[name], "dim"), indent=6)
