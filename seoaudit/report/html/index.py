"""Many articles on one page: what the index shows of each, and of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import mean, median

from seoaudit.report.html.view import SEVERITIES
from seoaudit.report.model import Gain, Report

# Bars of the histogram: scores 0 to 9, 10 to 19, ... and 90 to 100.
BINS = 10
# Rules shown among those broken most often.
FREQUENT = 10
# Articles whose own page follows the index; with more the file grows too large for a browser to like.
MOST_PAGES = 100


@dataclass(frozen=True, slots=True)
class Row:
    """An article in the index.

    Attributes:
        number: its place among the inputs, from 1.
        source: its file.
        title: what it is called; "" where nothing says it.
        score: 0 to 100, None for none.
        words: of its prose.
        severities: findings by severity, those that occur.
        findings: how many.
        first: the change worth most.
        page: prefix of the ids of its own page, "" where it has none.
    """

    number: int
    source: str
    title: str
    score: int | None
    words: int
    severities: dict[str, int]
    findings: int
    first: Gain | None
    page: str


@dataclass(frozen=True, slots=True)
class Bin:
    """A bar of the histogram: scores from low to high, and how many articles have one of them."""

    low: int
    high: int
    count: int
    share: float


@dataclass
class Index:
    """What a page over many articles says; rows are added as the reports come by, which need not stay in memory."""

    rows: list[Row] = field(default_factory=list)
    rules: Counter[str] = field(default_factory=Counter)
    names: dict[str, str] = field(default_factory=dict)

    def add(self, report: Report, *, paged: bool) -> None:
        """Take up an article; `paged` says whether its own page follows."""
        number = len(self.rows) + 1
        severities = Counter[str](f.severity for f in report.findings)
        self.rules.update({f.rule for f in report.findings})
        self.names.update({p.rule: p.name for p in report.points})
        self.rows.append(
            Row(
                number=number,
                source=report.source,
                title=report.body.heading if report.body else "",
                score=report.score,
                words=report.target.words,
                severities={s: severities[s] for s in SEVERITIES if severities[s]},
                findings=len(report.findings),
                first=report.best_changes[0] if report.best_changes else None,
                page=page_prefix(number) if paged else "",
            )
        )

    @property
    def scores(self) -> list[int]:
        """The scores, lowest first."""
        return sorted(r.score for r in self.rows if r.score is not None)

    @property
    def mean(self) -> float | None:
        """Mean of the scores, None without any."""
        return mean(self.scores) if self.scores else None

    @property
    def median(self) -> float | None:
        """Median of the scores, None without any."""
        return median(self.scores) if self.scores else None

    @property
    def histogram(self) -> list[Bin]:
        """The scores in ten bars; the last one holds 100 too."""
        counts = Counter(min(s * BINS // 100, BINS - 1) for s in self.scores)
        most = max(counts.values(), default=1)
        size = 100 // BINS
        return [Bin(i * size, i * size + size - (i < BINS - 1), counts[i], counts[i] / most) for i in range(BINS)]

    @property
    def frequent(self) -> list[tuple[str, int]]:
        """The rules by the articles that break them, most first."""
        return sorted(self.rules.items(), key=lambda x: (-x[1], x[0]))[:FREQUENT]


def page_prefix(number: int) -> str:
    """Return the prefix of the ids on an article's own page."""
    return f"a{number}-"


def paged(scores: Iterable[tuple[int, int]], most: int) -> set[int]:
    """Return the numbers of the articles that get their own page: all, or those with the lowest scores.

    Args:
        scores: score and number of each article.
        most: how many get one.
    """
    return {number for _, number in sorted(scores)[:most]}
