"""The rules and measures themselves, for those who want to know what judges them."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from seoaudit.assessment.measures import all_measures
from seoaudit.assessment.rule_model import Rule
from seoaudit.assessment.wording import show
from seoaudit.errors import RuleError
from seoaudit.report.page import Page
from seoaudit.report.rule_words import evidence_of
from seoaudit.report.to_json import to_json


def rule_named(rule_id: str, rules: Sequence[Rule]) -> Rule:
    """Return the rule with an id, capitals aside.

    Raises:
        RuleError: no rule has this id.
    """
    by_id = {r.id: r for r in rules}
    wanted = rule_id.strip().upper()
    if wanted in by_id:
        return by_id[wanted]
    near = difflib.get_close_matches(wanted, list(by_id), n=1, cutoff=0.5)
    hint = f"vouliez-vous dire {near[0]} ? " if near else ""
    raise RuleError(f"Règle inconnue « {rule_id} » : {hint}« seoaudit rules » les montre toutes.")


def render_rules(rules: Sequence[Rule], *, lang: str, colour: bool = False, width: int = 100) -> str:
    """Return the list of rules as terminal text."""
    page = Page(colour=colour, width=width)
    page.head("Règles" if lang == "fr" else "Rules", "seoaudit explain ID")
    titles = ("règle", "points", "mesure", "fondement") if lang == "fr" else ("rule", "points", "measure", "evidence")
    columns = [(titles[0], False), (titles[1], True), (titles[2], False), (titles[3], False)]
    rows = [(f"{r.id} {r.name}", show(r.max_points, lang), r.judges or r.kind, evidence_of(r, lang)) for r in rules]
    page.table(columns, rows)
    return page.text


def rules_to_json(rules: Sequence[Rule]) -> str:
    """Return rules as JSON text."""
    return to_json([r.model_dump(mode="json", by_alias=True) for r in rules])


def render_measures(*, colour: bool = False, width: int = 100) -> str:
    """Return the list of measures as terminal text."""
    page = Page(colour=colour, width=width)
    page.head("Mesures")
    rows = []
    for m in all_measures().values():
        low, high = ("" if end is None else show(end, "fr") for end in (m.low, m.high))
        rows.append((m.name, m.unit, f"{low}..{high}", m.documentation))
    page.table([("nom", False), ("unité", False), ("étendue", False), ("définition", False)], rows)
    return page.text


def render_outcomes(outcomes: Sequence[tuple[str, str]], *, quiet: bool, colour: bool = False, width: int = 100) -> str:
    """Return the outcome of rules' examples as terminal text: each with its name, and what is wrong with it."""
    page = Page(colour=colour, width=width)
    for name, what in outcomes:
        if what:
            page.line(("échec ", "error"), f" {name} : {what}", indent=0)
        elif not quiet:
            page.line(("bon   ", "good"), f" {name}", indent=0)
    wrong = sum(bool(what) for _, what in outcomes)
    rules = len({name.partition("_")[0] for name, _ in outcomes})
    s = "s" if rules > 1 else ""
    page.line(f"{rules} règle{s}, {len(outcomes)} exemples, {wrong or 'aucun'} en échec.", indent=0)
    return page.text
