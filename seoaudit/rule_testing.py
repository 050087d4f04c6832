"""Runs the examples that rules bring along: those that pass, those that fail, and those that are corrected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from seoaudit.assessment.context import Context
from seoaudit.assessment.filler import expand, filler
from seoaudit.assessment.kinds.substitution import SubstitutionRule
from seoaudit.assessment.result import Finding, Points
from seoaudit.assessment.rule_model import Case, FailCase, FixCase, Rule
from seoaudit.errors import SeoAuditError
from seoaudit.keyphrases.corpus.table import Corpus

Side = Literal["pass", "fail", "fix"]


class Example(NamedTuple):
    """An example of a rule."""

    rule: Rule
    side: Side
    case: Case
    number: int

    @property
    def id(self) -> str:
        """Its name in listings: rule, side, and the example's own name or number."""
        return f"{self.rule.id}_{self.side}_{self.case.name or self.number}"

    @property
    def source(self) -> str:
        """The article's source."""
        return filler(self.case.words) if self.case.words else expand(self.case.text or "")


class Outcome(NamedTuple):
    """What an example came to; `what` says in French how it differs from what it should be, "" where it does not."""

    example: Example
    what: str


def examples_of(rules: Sequence[Rule]) -> Iterator[Example]:
    """Yield the examples of some rules, in order."""
    for rule in rules:
        cases = rule.examples
        sides: tuple[tuple[Side, Sequence[Case]], ...] = (
            ("pass", cases.passing),
            ("fail", cases.failing),
            ("fix", cases.fixing),
        )
        yield from (Example(rule, side, case, n) for side, given in sides for n, case in enumerate(given, 1))


def try_example(example: Example) -> Outcome:
    """Audit an example by its rule alone and compare."""
    from seoaudit.assessment.judge import judge_by

    try:
        context = context_of(example)
    except SeoAuditError as error:
        return Outcome(example, str(error))
    if isinstance(example.case, FixCase):
        return Outcome(example, _fixed(example.rule, example.case, context))
    points, finding = judge_by(context, example.rule)
    if not isinstance(example.case, FailCase):
        return Outcome(example, _passes(points, finding))
    _, english = judge_by(context, example.rule, lang="en")
    source, wanted = context.article.source, example.case.found
    found = tuple(source[s.start : s.end] for s in finding.spans) if finding else ()
    if wanted and finding and found != wanted:
        return Outcome(example, f"ce qui est signalé : {_listed(found)}, au lieu de {_listed(wanted)}")
    return Outcome(example, _fails(points, finding, english))


def _passes(points: Points, finding: Finding | None) -> str:
    if not points.applies:
        return f"la règle ne s’applique pas : {points.reason}"
    if finding is not None:
        return f"rien ne devrait être signalé, or : {finding.message}"
    if points.earned != points.max:
        return f"{points.earned:g} points sur {points.max:g} : il les faudrait tous"
    return ""


def _listed(texts: Sequence[str]) -> str:
    return ", ".join(f"« {t} »" for t in texts) or "rien"


def _fails(points: Points, finding: Finding | None, english: Finding | None) -> str:
    if not points.applies:
        return f"la règle ne s’applique pas : {points.reason}"
    if finding is None or english is None:
        return "rien n’est signalé"
    if points.earned >= points.max and finding.points_lost > 0:
        return "tous les points sont obtenus"
    left = next((t for f in (finding, english) for t in (f.message, f.advice) if "{" in t or "}" in t), "")
    return f"des accolades restent : {left}" if left else ""


def context_of(example: Example) -> Context:
    """Return what the rule of an example judges."""
    from seoaudit.preparation import prepare

    case = example.case
    context = prepare(example.source, case.settings, source_format=case.format)
    site = Corpus(max(1, len(case.site)), 1, {}, articles=case.site, norms=case.norms)
    return replace(context, corpus=site if case.site or case.norms else None)


def _fixed(rule: Rule, case: FixCase, context: Context) -> str:
    from seoaudit.assessment.corrections import edits_of
    from seoaudit.structure.fix import apply_edits

    if not isinstance(rule, SubstitutionRule):
        return "seule une règle de genre « substitution » corrige"
    changed, _ = apply_edits(context.article, edits_of(context, [rule], safe_only=False))
    return "" if changed.source == case.fixed else f"la correction donne « {changed.source} »"
