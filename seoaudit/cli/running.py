"""A run of the command line: inputs found, targets checked, articles audited, reports written, gates held."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from seoaudit.batch.audit import Order
from seoaudit.batch.cache import Cache, default_folder
from seoaudit.batch.files import Found, Item
from seoaudit.batch.gates import Verdict
from seoaudit.batch.progress import Progress
from seoaudit.batch.run import Run, run
from seoaudit.batch.spool import Reports
from seoaudit.cli.comparing import Comparing
from seoaudit.cli.io import EXIT_BAD, EXIT_BELOW, say
from seoaudit.cli.reports import Target, check_targets, is_earlier, write_reports
from seoaudit.errors import InputError, SettingsError
from seoaudit.report.batch import Batch, Failure, Tally
from seoaudit.report.labels import label

EXIT_INTERRUPTED = 130


@dataclass(frozen=True)
class Plan:
    """What the options ask of a run.

    Attributes:
        order: what is asked of each article.
        targets: the reports to write.
        comparing: the baseline and the revision that the reports are held against.
        jobs: processes; 0: as many as there are processors.
        cached: whether reports are looked for and kept in the cache.
        force: whether files that are there may be replaced.
        verbose: whether terminal text gives the reason of each rule that does not apply.
    """

    order: Order
    targets: Sequence[Target]
    comparing: Comparing
    jobs: int
    cached: bool
    force: bool
    verbose: bool


def check_given(given: Mapping[str, str | None], found: Found) -> None:
    """Refuse what is said of one page where there are several.

    Raises:
        SettingsError: a title, description or slug for several articles.
    """
    said = next((name for name in ("title", "description", "slug") if given.get(name) is not None), None)
    if said and not found.single:
        raise SettingsError(
            f"--{said} ne vaut que pour un article : pour plusieurs, écrivez-le dans chacun "
            "(en tête du Markdown, dans le HTML, ou dans un fichier .yaml à côté du texte)."
        )


def only_item(found: Found) -> Item:
    """Return the one article whose settings are to be shown.

    Raises:
        SettingsError: there are several, or none.
    """
    if len(found.items) != 1:
        raise SettingsError("--show-settings montre les réglages d’un article : donnez-en un seul.")
    return found.items[0]


def run_all(found: Found, plan: Plan, verdict: Verdict) -> int:
    """Audit what was found, write the reports and hold them against the gates.

    Returns:
        The exit status: 130 interrupted, 2 where an input gave no report, 1 where a gate tripped, else 0.

    Raises:
        InputError: no input at all gave a report.
        OutputError: a target cannot be written.
        SettingsError: git does not know what has changed.
    """
    _leave_out_own(found, plan.targets)
    sources = [item.path for item in found.items if item.path is not None]
    check_targets(plan.targets, sources, force=plan.force)
    plan.comparing.check(sources, force=plan.force)
    for note in found.notes:
        say(note)
    with plan.comparing.changed(found):
        return _run(found, plan, verdict, sources)


def _run(found: Found, plan: Plan, verdict: Verdict, sources: Sequence[Path]) -> int:
    items = [*found.items, *plan.comparing.before]
    progress = Progress(len(items))
    try:
        done = run(
            items, plan.order, Cache(default_folder() if plan.cached else None), jobs=plan.jobs, watcher=progress
        )
    finally:
        progress.close()
    failures = [*found.failures, *(done.failures[n] for n in sorted(done.failures) if n < len(found.items))]
    if (found.items and not len(done.reports) and not done.interrupted) or (not found.items and failures):
        _refuse(failures)
    reports = plan.comparing.views(done.reports, len(found.items))
    if not any(t.form.shows_text for t in plan.targets):
        reports = reports.without_text()
    batch = Batch(reports, Tally(), failures, found.single and bool(found.items))
    for report in batch:
        batch.tally.add(report)
        verdict.add(report)
    write_reports(batch, plan.targets, lang=plan.order.lang, sources=sources, force=plan.force, verbose=plan.verbose)
    _say(found, done, batch, plan)
    if not done.interrupted:
        plan.comparing.write(Reports(done.reports, range(len(found.items))), force=plan.force)
    for sentence in verdict.tripped:
        typer.echo(sentence, err=True)
    if done.interrupted:
        return EXIT_INTERRUPTED
    return EXIT_BAD if failures else EXIT_BELOW if verdict.tripped else 0


def _leave_out_own(found: Found, targets: Sequence[Target]) -> None:
    """Take reports of an earlier run out of the articles of a folder."""
    if found.single:
        return
    own = [t.path for t in targets if t.path is not None and is_earlier(t) and t.path.stat().st_size]
    found.items = [
        i for i in found.items if i.path is None or not any(i.path.samefile(p) for p in own if i.path.exists())
    ]


def _refuse(failures: Sequence[Failure]) -> None:
    """End the run where nothing could be read: all the reasons but the last as lines, that one as the refusal."""
    for failure in failures[:-1]:
        say(failure.message)
    raise InputError(failures[-1].message if failures else "Aucun article à lire.")


def _say(found: Found, done: Run, batch: Batch, plan: Plan) -> None:
    """Write to standard error what could not be read, how far an interrupted run came, and the sum where none shows."""
    for failure in batch.failures:
        say(failure.message)
    if done.interrupted:
        typer.echo(f"Interrompu : {done.done} articles audités sur {len(found.items)}.", err=True)
    if not batch.single and all(t.path is not None or t.form.name != "text" for t in plan.targets):
        tally = batch.tally
        typer.echo(label("counted", plan.order.lang, articles=tally.articles, findings=tally.findings), err=True)
    plan.comparing.say()
