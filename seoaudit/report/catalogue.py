"""The rules and measures themselves, for those who want to know what judges them."""

from __future__ import annotations

import difflib
import re
from functools import cache

from seoaudit.assessment.measures import all_measures
from seoaudit.assessment.rule_model import Band, Case, Rule
from seoaudit.assessment.rules import load_rules
from seoaudit.assessment.texts import load_measure_names
from seoaudit.assessment.wording import show, sketch
from seoaudit.errors import RuleError
from seoaudit.report.labels import label
from seoaudit.report.page import Page
from seoaudit.report.to_json import to_json


@cache
def _by_id() -> dict[str, Rule]:
    return {r.id: r for r in load_rules()}


def rule_name(rule_id: str) -> str:
    """Return the short name of a rule."""
    return _by_id()[rule_id].name


def measure_name(name: str, lang: str) -> str:
    """Return what a measure is called in a report."""
    names = load_measure_names()
    return names[name].in_language(lang) if name in names else name


def render_rules(*, lang: str, colour: bool = False, width: int = 100) -> str:
    """Return the list of rules as terminal text."""
    page = Page(colour=colour, width=width)
    page.head("Règles" if lang == "fr" else "Rules", "seoaudit explain ID")
    titles = ("règle", "points", "mesure", "fondement") if lang == "fr" else ("rule", "points", "measure", "evidence")
    columns = [(titles[0], False), (titles[1], True), (titles[2], False), (titles[3], False)]
    page.table(
        columns,
        [(f"{r.id} {r.name}", show(r.max_points, lang), r.judges or r.kind, _evidence(r, lang)) for r in load_rules()],
    )
    return page.text


def rules_to_json() -> str:
    """Return the rules as JSON text."""
    return to_json([r.model_dump(mode="json", by_alias=True) for r in load_rules()])


def render_measures(*, colour: bool = False, width: int = 100) -> str:
    """Return the list of measures as terminal text."""
    page = Page(colour=colour, width=width)
    page.head("Mesures")
    rows = []
    for m in all_measures().values():
        high = "" if m.high is None else show(m.high, "fr")
        rows.append((m.name, m.unit, f"{show(m.low, 'fr')}..{high}", m.documentation))
    page.table([("nom", False), ("unité", False), ("étendue", False), ("définition", False)], rows)
    return page.text


def render_rule(rule_id: str, *, lang: str, colour: bool = False, width: int = 100) -> str:
    """Return a rule's page as terminal text.

    Raises:
        RuleError: no rule has this id.
    """
    rule = _by_id().get(rule_id.strip().upper())
    if rule is None:
        near = difflib.get_close_matches(rule_id.strip().upper(), list(_by_id()), n=1, cutoff=0.5)
        hint = f"vouliez-vous dire {near[0]} ? " if near else ""
        raise RuleError(f"Règle inconnue « {rule_id} » : {hint}« seoaudit rules » les montre toutes.")
    french = lang == "fr"
    page = Page(colour=colour, width=width)
    page.head(f"{rule.id}  {rule.name}")
    page.line(rule.why.in_language(lang))
    page.head("Barème" if french else "Bands", _judged(rule, lang))
    for band in rule.bands:
        page.line(_band(band, rule, lang))
    page.head("Ce que dit le rapport" if french else "What the report says")
    page.line(sketch(rule.message.in_language(lang)))
    page.line(f"→ {sketch(rule.advice.in_language(lang))}")
    page.head("Exemples" if french else "Examples")
    for word, cases in (
        ("passe" if french else "passes", rule.examples.passing),
        ("échoue" if french else "fails", rule.examples.failing),
    ):
        for case in cases:
            page.line(f"{word} : {_case(case, lang)}" if french else f"{word}: {_case(case, lang)}")
    page.head("Fondement" if french else "Evidence", _evidence(rule, lang))
    page.line(rule.source.in_language(lang))
    if rule.url:
        page.line(rule.url)
    return page.text


def _judged(rule: Rule, lang: str) -> str:
    """Say what a rule judges: a measure, or what its kind counts."""
    return f"{measure_name(rule.judges, lang)} ({rule.judges})" if rule.judges else label(f"kind_{rule.kind}", lang)


def _evidence(rule: Rule, lang: str) -> str:
    return label(f"evidence_{rule.evidence}", lang)


def _band(band: Band, rule: Rule, lang: str) -> str:
    """Say what a band is worth."""
    unit = label(f"unit_{all_measures()[rule.judges].unit}", lang) if rule.judges and rule.kind == "threshold" else ""
    unit = f" {unit}" if unit else ""
    ends = [show(x, lang) for x in (band.min, band.max) if x is not None]
    if band.min is not None and band.max is not None:
        when = f"de {ends[0]} à {ends[1]}{unit}" if lang == "fr" else f"{ends[0]} to {ends[1]}{unit}"
    elif band.max is not None:
        when = f"jusqu’à {ends[0]}{unit}" if lang == "fr" else f"up to {ends[0]}{unit}"
    elif band.min is not None:
        when = f"à partir de {ends[0]}{unit}" if lang == "fr" else f"from {ends[0]}{unit}"
    else:
        when = "sinon" if lang == "fr" else "otherwise"
    points = f"{show(band.earned, lang)} {label('point', lang).split('|')[band.earned >= 2]}"
    said = f", {label(band.severity, lang)}" if band.severity else ""
    return f"{when} : {points}{said}" if lang == "fr" else f"{when}: {points}{said}"


# What the examples write for text of which only the length matters, and for a sentence that comes again.
_FILLER = re.compile(r"\{filler (\d+)\}")
_REPEAT = re.compile(r"\{repeat (\d+) ([^}]*)\}")


def _case(case: Case, lang: str) -> str:
    settings = ", ".join(f"{k}: {v}" for k, v in case.settings.items())
    words = "mots" if lang == "fr" else "words"
    times = "fois" if lang == "fr" else "times"
    text = f"{case.words} {words}" if case.words else " ".join((case.text or "").split())
    text = _FILLER.sub(rf"[… \1 {words}]", _REPEAT.sub(rf"[\1 {times} : \2]", text))
    return f"{text[:200]}{'…' if len(text) > 200 else ''}" + (f"  [{settings}]" if settings else "")
