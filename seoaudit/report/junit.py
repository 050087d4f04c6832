"""JUnit XML: a suite an article, a case a rule. Errors and warnings fail; a suggestion is said in a case that passes.

Whether the job fails is the gates' matter, not that of its test report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from seoaudit.assessment.result import Finding, Points
from seoaudit.report.batch import Batch, Failure, Look
from seoaudit.report.labels import label
from seoaudit.report.model import Report
from seoaudit.report.places import file_of

# What XML 1.0 cannot hold, not even escaped.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(batch: Batch, look: Look) -> Iterator[str]:
    """Yield the suites, article by article; a file that could not be read is a suite with an error."""
    del look
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="seoaudit">\n'
    for report in batch:
        yield from _suite(report)
    for failure in batch.failures:
        yield from _failed(failure)
    yield "</testsuites>\n"


def _suite(report: Report) -> Iterator[str]:
    found = {f.rule: f for f in report.findings}
    failed = sum(f.severity != "suggestion" for f in report.findings)
    skipped = sum(not p.applies for p in report.points)
    counts = f'tests="{len(report.points)}" failures="{failed}" errors="0" skipped="{skipped}"'
    yield f"  <testsuite name={_attribute(file_of(report))} {counts}>\n"
    score = "" if report.score is None else str(report.score)
    yield f'    <properties><property name="score" value="{score}"/></properties>\n'
    for points in report.points:
        yield _case(report, points, found.get(points.rule))
    yield "  </testsuite>\n"


def _case(report: Report, points: Points, finding: Finding | None) -> str:
    path = file_of(report)
    name = f"{points.rule} {points.name}"
    line = f' line="{finding.spans[0].line}"' if finding and finding.spans else ""
    opening = f"    <testcase classname={_attribute(path)} name={_attribute(name)} file={_attribute(path)}{line}"
    if not points.applies:
        return f"{opening}><skipped message={_attribute(points.reason)}/></testcase>\n"
    if finding is None:
        return f"{opening}/>\n"
    text = _text(_details(finding, report))
    if finding.severity == "suggestion":
        return f"{opening}><system-out>{text}</system-out></testcase>\n"
    kind = f'message={_attribute(finding.message)} type="{finding.severity}"'
    return f"{opening}><failure {kind}>{text}</failure></testcase>\n"


def _details(finding: Finding, report: Report) -> str:
    places = [label("place", report.lang, line=s.line, column=s.column) for s in finding.spans]
    return "\n".join(t for t in (finding.message, f"→ {finding.advice}", finding.excerpt, " ; ".join(places)) if t)


def _failed(failure: Failure) -> Iterator[str]:
    name = _attribute(failure.source)
    yield f'  <testsuite name={name} tests="1" failures="0" errors="1" skipped="0">\n'
    error = f'<error message={_attribute(failure.message)} type="error"/>'
    yield f'    <testcase classname={name} name="seoaudit">{error}</testcase>\n  </testsuite>\n'


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", text))


def _attribute(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub("\ufffd", text))
