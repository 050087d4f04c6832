"""A report as the page shows it: everything worked out, so that the templates only lay it out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from seoaudit.assessment.result import Finding
from seoaudit.report.body import Body, RuleText
from seoaudit.report.compared import compared
from seoaudit.report.html.charts import Bar, Rhythm, rhythm_of, spark
from seoaudit.report.html.facts import Fact, facts_of
from seoaudit.report.html.outline import Outlines, outlines_of
from seoaudit.report.html.points import Sum, family_of, sum_points
from seoaudit.report.html.text import Shown, anchored, show_text
from seoaudit.report.model import FoundKeyphrase, Report
from seoaudit.report.rule_texts import rule_texts
from seoaudit.report.silenced import silenced
from seoaudit.report.snippet_text import missing, site_of, sizes

SEVERITIES = ("error", "warning", "suggestion")
# Lines of places shown under a finding; the others are behind a click.
MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """A line where a finding has places: its first place there, whether the text shows it, and how many there are."""

    number: int
    line: int
    column: int
    shown: bool
    count: int


@dataclass(frozen=True, slots=True)
class Card:
    """A finding with its number on the page, by which the text calls it."""

    number: int
    finding: Finding
    places: tuple[PlaceLink, ...]

    @property
    def family(self) -> str:
        """Its rule's family."""
        return family_of(self.finding.rule)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A key phrase of the text, and in which places of the page it stands."""

    found: FoundKeyphrase
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """The page's host and the site's name in a search result; placeholders where the article says neither."""

    host: str
    name: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """All that the page of one article shows.

    Attributes:
        report: as made.
        prefix: of the ids of this article on the page; "" where it is alone.
        title: what the article is called, else its file; "" for a string or standard input without a title.
        cards: the findings, numbered.
        severities: findings by severity, worst first, those that occur.
        families: findings by family, those that occur.
        numbers: each rule's number on the page.
        grades: each rule's severity.
        points: the sum behind the score.
        facts: measures to show.
        text: the blocks, empty where the report carries no text.
        rhythm: lengths of the sentences.
        outlines: before and after.
        spark: the keyphrase over the tenths of the text.
        phrases: key phrases of the text.
        site: as a search result names it.
        proposals: for title, description and slug, each with its size, best first.
        lacking: what the article lacks for its tags, in words.
        rules: what the page says of the rules.
    """

    report: Report
    prefix: str
    title: str
    cards: tuple[Card, ...]
    severities: dict[str, int]
    families: dict[str, int]
    numbers: dict[str, int]
    grades: dict[str, str]
    points: Sum
    facts: tuple[Fact, ...]
    text: list[list[Shown]]
    rhythm: Rhythm | None
    outlines: Outlines
    spark: tuple[Bar, ...]
    phrases: tuple[Phrase, ...]
    site: Site
    proposals: dict[str, list[tuple[str, str]]]
    lacking: str
    rules: list[RuleText]

    @property
    def body(self) -> Body | None:
        """The text, None where the report does not carry it."""
        return self.report.body

    @property
    def notes(self) -> tuple[str, ...]:
        """What a baseline, a revision and comments in the article leave out or change."""
        return tuple(filter(None, (*compared(self.report), silenced(self.report))))

    @property
    def explained(self) -> set[str]:
        """The rules that the page explains."""
        return {r.id for r in self.rules}

    def rule_name(self, rule_id: str) -> str:
        """Return a rule's short name, "" where nothing says it."""
        return next((p.name for p in self.report.points if p.rule == rule_id), "")

    def severest(self, rules: tuple[str, ...]) -> str:
        """Return the worst severity among rules, "" for none."""
        found = {self.grades[r] for r in rules if r in self.grades}
        return next((s for s in SEVERITIES if s in found), "")


def view_article(report: Report, *, prefix: str = "", all_rules: bool = True) -> ArticleView:
    """Return what the page of an article shows.

    Args:
        report: with its text; without it the page has no text to show, and all else.
        prefix: of the ids on the page, where several articles share it.
        all_rules: whether to explain every rule that applies, or only those that found something.
    """
    body, findings = report.body, report.findings
    text = show_text(body) if body else []
    shown = anchored(text)
    wanted = {f.rule for f in findings}
    if all_rules:
        wanted |= {p.rule for p in report.points if p.applies}
    severities = Counter[str](f.severity for f in findings)
    return ArticleView(
        report=report,
        prefix=prefix,
        title=(body.heading if body else "") or (report.source if report.source != "-" else ""),
        cards=tuple(_card(n, f, shown) for n, f in enumerate(findings, 1)),
        severities={s: severities[s] for s in SEVERITIES if severities[s]},
        families=dict(sorted(Counter(family_of(f.rule) for f in findings).items())),
        numbers={f.rule: n for n, f in enumerate(findings, 1)},
        grades={f.rule: f.severity for f in findings},
        points=sum_points(report.points),
        facts=facts_of(report),
        text=text,
        rhythm=rhythm_of(body) if body else None,
        outlines=outlines_of(body, report.outline) if body else Outlines((), tuple(report.outline), 0),
        spark=spark(report.keyphrase.distribution) if report.keyphrase else (),
        phrases=tuple(_phrase(k) for k in report.keyphrases),
        site=Site(*site_of(report)),
        proposals=sizes(report),
        lacking=missing(report),
        rules=rule_texts(wanted, report.lang, body.own_rules if body else ()),
    )


def _card(number: int, finding: Finding, shown: set[tuple[str, int]]) -> Card:
    """Return a finding with a link for every line where it has places, a place that the text shows first."""
    lines: dict[int, list[int]] = {}
    for n, span in enumerate(finding.spans):
        lines.setdefault(span.line, []).append(n)
    places = []
    for line, members in lines.items():
        first = next((n for n in members if (finding.rule, n) in shown), members[0])
        seen = (finding.rule, first) in shown
        places.append(PlaceLink(first, line, finding.spans[first].column, seen, len(members)))
    return Card(number, finding, tuple(places))


def _phrase(found: FoundKeyphrase) -> Phrase:
    where = {
        "in_title": found.in_title,
        "in_headings": found.in_headings,
        "in_description": found.in_description,
    }
    return Phrase(found, tuple(name for name, value in where.items() if value))
