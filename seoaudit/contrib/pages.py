"""What the plugins share: the pages of a site through the run and the gates that the command line has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from seoaudit.assessment.result import Finding
from seoaudit.batch.audit import Order
from seoaudit.batch.baseline import Baseline, Comparison, baseline_of, is_baseline, read_baseline
from seoaudit.batch.cache import Cache, default_folder
from seoaudit.batch.files import Item
from seoaudit.batch.gates import Verdict, gate_settings, make_gates
from seoaudit.batch.run import run
from seoaudit.batch.walk_patterns import patterns_for
from seoaudit.errors import SettingsError
from seoaudit.output import check_output, write_output
from seoaudit.report.batch import Batch, Look
from seoaudit.report.formats import FORMS
from seoaudit.report.model import Report


@dataclass(frozen=True)
class Wanted:
    """What a site's settings ask of its pages.

    Attributes:
        fail_under: lowest score that passes, 0 to 100; None: no gate.
        fail_on: severities, rules and families that fail.
        max_findings: findings of the whole site that still pass; None: no gate.
        baseline: the file that holds what is known, as `seoaudit audit --write-baseline` writes it; only new findings
            count. None: all do.
        write_baseline: the file that is to hold all findings of this build.
        exclude: pages left out, patterns in the manner of `.gitignore` from the folder of the sources; win over those
            of settings files.
        settings: settings by name, which win over those of files.
        config: the settings file, instead of the nearest one to each page.
        lang: language of the messages.
        jobs: processes; 0: as many as there are processors.
        cache: whether reports are looked for and kept in the cache.
    """

    fail_under: int | None = None
    fail_on: Sequence[str] = ()
    max_findings: int | None = None
    baseline: str | None = None
    write_baseline: str | None = None
    exclude: Sequence[str] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    config: str | None = None
    lang: Literal["fr", "en"] = "fr"
    jobs: int = 0
    cache: bool = True

    @property
    def order(self) -> Order:
        """What is asked of each page."""
        given = {**self.settings, **({"exclude": list(self.exclude)} if self.exclude else {})}
        return Order(given, lang=self.lang, config=Path(self.config) if self.config else None)


@dataclass(frozen=True)
class Page:
    """A page of a site.

    Attributes:
        path: the file to audit.
        name: how it is shown.
        inside: the page's source from the folder of the sources, which `exclude` is held against.
        place: the source, which settings files are looked for around.
    """

    path: Path
    name: str
    inside: str
    place: Path


def audit_pages(pages: Iterable[Page], wanted: Wanted, say: Callable[[str, str], None]) -> list[str]:
    """Audit the pages of a site and tell of each finding.

    Args:
        pages: the pages, in the order they are told of.
        wanted: what is asked of them.
        say: takes a severity and a line; what trips a gate is an "error", whatever its own severity.

    Returns:
        Why the build is to fail, a sentence each: the pages without a report and the gates that tripped.

    Raises:
        SettingsError: a setting is faulty, options do not go together, or a gate could never trip.
        InputError: the baseline cannot be read.
        OutputError: the new one cannot be written.
        KeyboardInterrupt: the run was interrupted.
    """
    known = _known(wanted)
    order = wanted.order
    patterns = patterns_for(order)
    items = [Item(p.path, p.name, p.place) for p in pages if not patterns(p.place.parent).excludes(p.place, p.inside)]
    gates = make_gates(wanted.fail_under, wanted.fail_on, wanted.max_findings, gate_settings(items, order))
    verdict = Verdict(gates)
    done = run(items, order, Cache(default_folder() if wanted.cache else None), jobs=wanted.jobs)
    if done.interrupted:
        raise KeyboardInterrupt
    reports = done.reports.first(len(items))
    if known is not None:
        comparison = Comparison(known, reports)
        reports = reports.seen(comparison.narrow)
        say("suggestion", f"Référence : endroits connus laissés de côté : {comparison.known}.")
    if wanted.write_baseline:
        write_output(Path(wanted.write_baseline), baseline_of(reports).to_json(), force=True)
        say("suggestion", f"Écrit : {wanted.write_baseline}")
    for report in reports:
        verdict.add(report)
        for finding, line in _lines(report):
            say("error" if gates.stops(finding.rule, finding.severity) else finding.severity, line)
    unread = [done.failures[n].message for n in sorted(done.failures)]
    return [*unread, *verdict.tripped]


def _known(wanted: Wanted) -> Baseline | None:
    """Return the baseline, and refuse one that could not be written, before any work is done."""
    if wanted.baseline and wanted.write_baseline:
        raise SettingsError("« write_baseline » retient tous les constats : il va sans « baseline ».")
    if wanted.write_baseline:
        path = Path(wanted.write_baseline)
        check_output(path, sources=[], force=is_baseline(path))
    return read_baseline(Path(wanted.baseline)) if wanted.baseline else None


def _lines(report: Report) -> Iterable[tuple[Finding, str]]:
    """Yield the lines of the concise format with their findings."""
    for finding in report.findings:
        one = Batch.of(report.model_copy(update={"findings": [finding]}))
        for line in FORMS["concise"].render(one, Look(lang=report.lang)):
            yield finding, line.rstrip("\n")
