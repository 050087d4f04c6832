"""What every renderer takes: the reports of a run, what could not be read, and the counts over all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import Field

from seoaudit.report.model import SCHEMA_VERSION, Out, Report

# Articles with the lowest scores that a summary names.
LOWEST = 5


class Failure(Out):
    """An input that gave no report."""

    source: str = Field(description="Name of the file as given")
    message: str = Field(description="What is wrong and what to do, in French")


class Reports(Out):
    """Several inputs as JSON; one input alone is a report."""

    schema_version: str = SCHEMA_VERSION
    reports: list[Report]
    errors: list[Failure]


@dataclass(frozen=True, slots=True)
class Look:
    """How a report is to look where that is the reader's matter.

    Attributes:
        colour: whether terminal text is coloured.
        width: columns of terminal text.
        lang: language of what no report says itself.
        verbose: whether terminal text gives the reason of each rule that does not apply.
    """

    colour: bool = False
    width: int = 100
    lang: Literal["fr", "en"] = "fr"
    verbose: bool = False


@dataclass
class Tally:
    """Counts over the reports of a run, taken as they arrive: no report has to stay in memory for them.

    Attributes:
        articles: reports counted.
        severities: findings by severity.
        rules: articles in which each rule has a finding.
        scores: score of each article that has one, by its source.
        clean: articles without a finding.
    """

    articles: int = 0
    clean: int = 0
    severities: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    scores: list[tuple[int, str]] = field(default_factory=list)

    @classmethod
    def of(cls, reports: Iterable[Report]) -> Tally:
        """Return the counts over reports."""
        tally = cls()
        for report in reports:
            tally.add(report)
        return tally

    def add(self, report: Report) -> None:
        """Count a report."""
        self.articles += 1
        self.clean += not report.findings
        self.severities.update(f.severity for f in report.findings)
        self.rules.update({f.rule for f in report.findings})
        if report.score is not None:
            self.scores.append((report.score, report.source))

    @property
    def findings(self) -> int:
        """Findings of all articles."""
        return self.severities.total()

    @property
    def mean(self) -> float | None:
        """Mean score; None where no article has one."""
        return sum(s for s, _ in self.scores) / len(self.scores) if self.scores else None

    @property
    def lowest(self) -> list[tuple[int, str]]:
        """The articles with the lowest scores, lowest first."""
        return sorted(self.scores)[:LOWEST]

    @property
    def frequent(self) -> list[tuple[str, int]]:
        """The rules by the articles they are broken in, most first."""
        return sorted(self.rules.items(), key=lambda x: (-x[1], x[0]))


@dataclass(frozen=True)
class Batch:
    """The outcome of a run, in the order of its inputs.

    Attributes:
        reports: the reports; may be read several times, each time anew from where they are kept.
        tally: the counts over them.
        failures: the inputs that gave no report.
        single: whether one input was named by itself, whose report stands alone.
    """

    reports: Iterable[Report]
    tally: Tally
    failures: Sequence[Failure] = ()
    single: bool = False

    def __iter__(self) -> Iterator[Report]:
        return iter(self.reports)

    @classmethod
    def of(cls, *reports: Report, failures: Sequence[Failure] = (), single: bool = False) -> Batch:
        """Return a batch of reports at hand."""
        return cls(reports, Tally.of(reports), failures, single)


def batch_schema() -> dict[str, Any]:
    """Return the JSON Schema of several inputs."""
    schema = Reports.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
