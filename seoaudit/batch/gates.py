"""The gates of a run: when a check fails, and the sentence that says which one did.

A gate that could never trip is refused before anything is read: a check that passes because of a typing error is worse
than none.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from seoaudit.assessment.layers import make_settings
from seoaudit.assessment.rule_model import Rule
from seoaudit.assessment.rules import load_rules
from seoaudit.assessment.settings import Settings
from seoaudit.batch.audit import Order
from seoaudit.batch.files import Item
from seoaudit.errors import SettingsError
from seoaudit.report.model import Report

SEVERITIES = ("error", "warning", "suggestion")
# Articles named for a gate; how many more there are is said after them.
MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class Gates:
    """What makes a run fail.

    Attributes:
        fail_under: lowest score that passes, 0 to 100; an article without a score fails. None: no gate.
        severity: the mildest severity that fails, "" for none.
        rules: ids and families that fail.
        max_findings: findings of the whole run that still pass; None: no gate.
    """

    fail_under: int | None = None
    severity: str = ""
    rules: tuple[str, ...] = ()
    max_findings: int | None = None

    def stops(self, rule: str, severity: str) -> str:
        """Return the value of --fail-on that a finding trips, "" for none."""
        named = next((r for r in self.rules if r in {rule, rule[:-3]}), "")
        if named or not self.severity:
            return named
        return self.severity if SEVERITIES.index(severity) <= SEVERITIES.index(self.severity) else ""


def make_gates(
    fail_under: int | None, fail_on: Sequence[str], max_findings: int | None, settings: Settings | None = None
) -> Gates:
    """Return the gates that the options ask for.

    Args:
        fail_under: score from 0 to 100.
        fail_on: severities, rule ids and families, in any case.
        max_findings: 0 or more.
        settings: those of the run; a rule that they silence cannot trip.

    Raises:
        SettingsError: a gate that can never trip.
    """
    if fail_under is not None and not 0 <= fail_under <= 100:
        raise SettingsError(f"--fail-under {fail_under} : il faut un score de 0 à 100.")
    if max_findings is not None and max_findings < 0:
        raise SettingsError(f"--max-findings {max_findings} : il faut 0 ou plus.")
    known = load_rules(settings.rules if settings else ())
    severities, rules = [], []
    for value in fail_on:
        if value.strip().lower() in SEVERITIES:
            severities.append(value.strip().lower())
        else:
            rules.append(_known(value, known))
    _refuse_silenced([*severities, *rules], known, frozenset(settings.disable if settings else ()))
    mildest = max(severities, key=SEVERITIES.index, default="")
    return Gates(fail_under, mildest, tuple(dict.fromkeys(rules)), max_findings)


def gate_settings(items: Sequence[Item], order: Order) -> Settings:
    """Return the settings that gates are held against: the caller's, with the rules that the first article has.

    Raises:
        SettingsError: they, or the settings file of the first article, are faulty.
    """
    settings = make_settings(order.caller)
    if not items:
        return settings
    files = order.files_for(items[0].place or items[0].path)
    return settings.model_copy(update={"rules": make_settings(*files, order.caller).rules})


def _known(value: str, rules: Sequence[Rule]) -> str:
    """Return a rule's id or a family as the rules write it."""
    wanted = value.strip().upper()
    ids = [r.id for r in rules]
    families = list(dict.fromkeys(r.family for r in rules))
    if wanted in {*ids, *families}:
        return wanted
    near = difflib.get_close_matches(wanted, [*ids, *families, *(s.upper() for s in SEVERITIES)], n=1, cutoff=0.5)
    name = (near[0].lower() if near and near[0].lower() in SEVERITIES else near[0]) if near else ""
    hint = f"vouliez-vous dire {name} ?" if name else "« seoaudit rules » montre les règles."
    raise SettingsError(f"--fail-on : « {value} » n’est ni une gravité, ni une règle, ni une famille ; {hint}")


def _refuse_silenced(values: Sequence[str], rules: Sequence[Rule], silenced: frozenset[str]) -> None:
    """Refuse a gate of which every rule is silenced, or whose severity no rule has."""
    for value in values:
        able = [
            r
            for r in rules
            if not {r.id, r.family} & silenced
            and (value in {r.id, r.family} or _reaches(value, [b.severity for b in r.bands]))
        ]
        if not able:
            raise SettingsError(f"--fail-on {value} : vos réglages taisent tout ce qui pourrait l’atteindre.")


def _reaches(severity: str, of_rule: Iterable[str | None]) -> bool:
    """Whether a rule can give a finding of a severity, or a graver one."""
    if severity not in SEVERITIES:
        return False
    return any(s and SEVERITIES.index(s) <= SEVERITIES.index(severity) for s in of_rule)


@dataclass
class Verdict:
    """What the gates say of a run, taken as the reports arrive."""

    gates: Gates
    findings: int = 0
    low: list[str] = field(default_factory=list)
    stopped: list[str] = field(default_factory=list)

    def add(self, report: Report) -> None:
        """Hold a report against the gates."""
        name = "entrée standard" if report.source in {"", "-"} else report.source
        self.findings += len(report.findings)
        limit = self.gates.fail_under
        if limit is not None and (report.score is None or report.score < limit) and not _no_worse(report):
            score = f"score {report.score}" if report.score is not None else f"aucun score ({report.score_reason})"
            self.low.append(f"{name} : {score}, inférieur à {limit} (--fail-under).")
        tripped: dict[str, list[str]] = {}
        for finding in report.findings:
            if value := self.gates.stops(finding.rule, finding.severity):
                tripped.setdefault(value, []).append(finding.rule)
        self.stopped += [
            f"{name} : {', '.join(dict.fromkeys(rules))} (--fail-on {value})." for value, rules in tripped.items()
        ]

    @property
    def tripped(self) -> list[str]:
        """A sentence for each gate that tripped and article that tripped it; empty when the run passes."""
        most = self.gates.max_findings
        total = []
        if most is not None and self.findings > most:
            total.append(f"{self.findings} constats, plus que les {most} admis (--max-findings).")
        return [*_named(self.low), *_named(self.stopped), *total]


def _no_worse(report: Report) -> bool:
    """Whether an article's score was in the baseline and has not fallen since: an old site can start today."""
    then = report.baseline.score if report.baseline else None
    return then is not None and report.score is not None and report.score >= then


def _named(sentences: list[str]) -> list[str]:
    more = len(sentences) - MOST_NAMED
    if more <= 0:
        return sentences
    others = "un autre article" if more == 1 else f"{more} autres articles"
    return [*sentences[:MOST_NAMED], f"… et {others}."]
