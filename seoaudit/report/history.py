"""How the score of articles goes from report to report: what its renderers read, and what leaves as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pydantic import Field

from seoaudit.errors import InputError
from seoaudit.report.batch import Failure
from seoaudit.report.model import SCHEMA_VERSION, Out, Report


class Step(Out):
    """An article in one of the reports."""

    report: str = Field(description="Name of the file that holds the report")
    score: int | None
    words: int
    findings: dict[str, int] = Field(description="Findings by severity")


class Course(Out):
    """An article through the reports, in their order."""

    source: str
    steps: list[Step]

    @property
    def scores(self) -> list[int | None]:
        """The scores in order; None where a report has none."""
        return [s.score for s in self.steps]


class History(Out):
    """Articles by name, each through the reports; and the files that gave no report."""

    schema_version: str = SCHEMA_VERSION
    articles: list[Course]
    errors: list[Failure]

    def only(self, source: str) -> History:
        """Return the history of one article.

        Raises:
            InputError: no report is on it.
        """
        kept = [a for a in self.articles if a.source == source]
        if not kept:
            raise InputError(
                f"Aucun rapport ne porte sur « {source} » : donnez le nom que montre « seoaudit history »."
            )
        return self.model_copy(update={"articles": kept})


def history_of(reports: Iterable[tuple[str, Report]], errors: Iterable[Failure] = ()) -> History:
    """Return the history of articles.

    Args:
        reports: each with the name of its file, in the order of time.
        errors: files that gave none.
    """
    courses: dict[str, list[Step]] = {}
    for name, report in reports:
        courses.setdefault(report.source, []).append(_step(name, report))
    return History(articles=[Course(source=s, steps=courses[s]) for s in sorted(courses)], errors=list(errors))


def _step(name: str, report: Report) -> Step:
    counts = Counter(f.severity for f in report.findings)
    findings = {severity: counts[severity] for severity in ("error", "warning", "suggestion")}
    return Step(report=name, score=report.score, words=report.target.words, findings=findings)
