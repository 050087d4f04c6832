"""Annotations of GitHub Actions: workflow commands that the runner reads from the output.

GitHub shows ten annotations of each level a step, so there is one a finding, at its first place, worth most first; its
text lists the lines of the others. Escaping is that of the runner's own toolkit (`actions/toolkit`, command.ts).
"""

from __future__ import annotations

from collections.abc import Iterator

from seoaudit.assessment.result import Finding
from seoaudit.report.batch import Batch, Look
from seoaudit.report.labels import label
from seoaudit.report.model import Report
from seoaudit.report.places import file_of, lines_of

_LEVELS = {"error": "error", "warning": "warning", "suggestion": "notice"}


def render(batch: Batch, look: Look) -> Iterator[str]:
    """Yield a workflow command for each finding, and one for each file that could not be read."""
    del look
    for report in batch:
        for finding in report.findings:
            yield _command(report, finding)
    for failure in batch.failures:
        yield f"::error file={_property(failure.source)},title=seoaudit::{_data(failure.message)}\n"


def _command(report: Report, finding: Finding) -> str:
    where = {"file": file_of(report)}
    text = f"{finding.message}\n→ {finding.advice}"
    if finding.spans:
        first = finding.spans[0]
        where |= {"line": str(first.line), "endLine": str(first.end_line), "col": str(first.column)}
        if first.end_line == first.line:
            # The runner drops an annotation with columns over several lines.
            where["endColumn"] = str(first.end_column)
        else:
            del where["col"]
    if others := lines_of(finding, after=1):
        lines = ", ".join(map(str, others))
        text += "\n" + label("other_lines", report.lang, lines=lines)
    where["title"] = f"{finding.rule} ({label(finding.severity, report.lang)})"
    shown = ",".join(f"{name}={_property(value)}" for name, value in where.items())
    return f"::{_LEVELS[finding.severity]} {shown}::{_data(text)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
