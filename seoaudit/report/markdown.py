"""Markdown for a pull request's comment or the summary of a CI step.

GitHub takes 65,536 characters of a comment (and a MiB of a summary): articles come in full as long as there is room,
and what is left out is said. Text of the articles is escaped; an "@" in it calls nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seoaudit.assessment.result import Finding
from seoaudit.assessment.wording import show
from seoaudit.report.batch import Batch, Look
from seoaudit.report.compared import compared
from seoaudit.report.labels import label
from seoaudit.report.model import KeyphraseUse, Report
from seoaudit.report.places import lines_of, on_one_line
from seoaudit.report.silenced import silenced
from seoaudit.report.terminal import SIGNS

# Marks the comment as this tool's, so that a bot finds it again.
MARK = "<!-- seoaudit -->"
ROOM = 60_000
MOST_LINES = 8
_SPECIAL = re.compile(r"([\\`*_{}\[\]|~#!])")


def render(batch: Batch, look: Look) -> Iterator[str]:
    """Yield the page: one article in full, or the summary and the articles that have findings."""
    yield f"{MARK}\n"
    if batch.single:
        for report in batch:
            yield f"## {_score(report)}, {escaped(report.source or '-')}\n\n"
            yield from _body(report)
        return
    yield from _summary(batch, look)


def _summary(batch: Batch, look: Look) -> Iterator[str]:
    lang, tally = look.lang, batch.tally
    counts = label("counted", lang, articles=tally.articles, findings=tally.findings)
    mean = "" if tally.mean is None else label("mean_score", lang, mean=tally.mean)
    yield f"## seoaudit{' :' if lang == 'fr' else ':'} {counts}{mean}\n\n"
    for failure in batch.failures:
        yield f"- **{label('error', lang)}** {escaped(failure.message)}\n"
    yield "\n" if batch.failures else ""
    room, left = ROOM, 0
    for report in batch:
        if not report.findings:
            continue
        text = _folded(report)
        if len(text) > room:
            left += 1
            continue
        room -= len(text)
        yield text
    if left:
        yield label("left_out", lang, n=left) + "\n"


def _folded(report: Report) -> str:
    """Return an article as a section that opens on a click."""
    counts = label("counted_findings", report.lang, findings=len(report.findings))
    head = f"<b>{_html(on_one_line(report.source))}</b> · {_score(report)} · {counts}"
    return f"<details><summary>{head}</summary>\n\n{''.join(_body(report))}\n</details>\n\n"


def _score(report: Report) -> str:
    lang = report.lang
    return (
        label("no_score", lang, reason=report.score_reason)
        if report.score is None
        else f"{label('score', lang)} {report.score}/100"
    )


def _body(report: Report) -> Iterator[str]:
    lang = report.lang
    for warning in report.warnings:
        yield f"> {escaped(warning)}\n\n"
    for line in compared(report):
        yield f"{escaped(line)}\n\n"
    if report.best_changes:
        yield f"**{label('best', lang)}**\n\n"
        for n, gain in enumerate(report.best_changes, 1):
            yield f"{n}. **+{show(gain.points, lang)}** `{gain.rule}` {escaped(gain.advice)}\n"
        yield "\n"
    yield from _keyphrase(report)
    if report.suppressed:
        yield f"{escaped(silenced(report))}\n\n"
    if not report.findings:
        yield label("no_findings", lang) + "\n"
        return
    columns = (label("rule_column", lang), label("finding_column", lang), label("lines_column", lang))
    yield f"| | {' | '.join(columns)} |\n|---|---|---|---|\n"
    yield from (_row(f, lang) for f in report.findings)


def _keyphrase(report: Report) -> Iterator[str]:
    """Yield the keyphrase, or those that could be chosen, with what the keyphrase rules give each."""
    uses = [report.keyphrase] if report.keyphrase else report.suggestions
    if not uses:
        return
    lang = report.lang
    name = label("keyphrase" if report.keyphrase else "suggestions", lang)
    colon, between = ("\u00a0: ", "\u00a0; ") if lang == "fr" else (": ", "; ")
    yield f"**{name}**{colon}{between.join(_use(u, lang) for u in uses)}\n\n"


def _use(use: KeyphraseUse, lang: str) -> str:
    quoted = f"«\u00a0{use.text}\u00a0»" if lang == "fr" else f"“{use.text}”"
    scored = [] if use.placement is None else [label("placement_of", lang, score=use.placement)]
    return f"{escaped(quoted)} ({', '.join([label('occurrences', lang, n=use.occurrences), *scored])})"


def _row(finding: Finding, lang: str) -> str:
    sign = f"{SIGNS[finding.severity]} {label(finding.severity, lang)}"
    lines = lines_of(finding)
    shown = ", ".join(map(str, lines[:MOST_LINES])) + (", …" if len(lines) > MOST_LINES else "")
    said = f"{escaped(finding.message)}<br>→ {escaped(finding.advice)}"
    return f"| {sign} | `{finding.rule}` | {said} | {shown} |\n"


def escaped(text: str) -> str:
    """Return a text that Markdown shows as it is, on one line, and in which no @name is called."""
    return _SPECIAL.sub(r"\\\1", _html(on_one_line(text)))


def _html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "@\u2060")
