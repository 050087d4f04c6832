"""The command that audits: an article, its reports, and the gates they have to pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from seoaudit.cli.app import app
from seoaudit.cli.io import EXIT_BELOW, emit, shown_settings
from seoaudit.cli.options import (
    BaselineOption,
    DiffOption,
    FailOnOption,
    FailUnderOption,
    FilesArgument,
    ForceOption,
    FormatsOption,
    JobsOption,
    MaxFindingsOption,
    NoCacheOption,
    OutputOption,
    PruneBaselineOption,
    VerboseOption,
    WriteBaselineOption,
)
from seoaudit.cli.shared import WHOLE_PAGE, takes_order

if TYPE_CHECKING:
    from seoaudit.batch.audit import Order


@app.command()
@takes_order(*WHOLE_PAGE, "include", "exclude")
def audit(
    files: FilesArgument,
    order: Order,
    show_settings: Annotated[
        bool, typer.Option("--show-settings", help="Montrer chaque réglage et d’où il vient, sans auditer.")
    ] = False,
    formats: FormatsOption = None,
    fail_under: FailUnderOption = None,
    fail_on: FailOnOption = None,
    max_findings: MaxFindingsOption = None,
    baseline: BaselineOption = None,
    write_baseline: WriteBaselineOption = None,
    prune_baseline: PruneBaselineOption = False,
    diff: DiffOption = None,
    jobs: JobsOption = 0,
    no_cache: NoCacheOption = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Sortie 0 là où ce serait 1.")] = False,
    verbose: VerboseOption = False,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Auditer des articles : score, défauts localisés, plan et extrait proposés."""
    from seoaudit.batch.audit import open_item
    from seoaudit.batch.files import find_inputs
    from seoaudit.batch.gates import Verdict, gate_settings, make_gates
    from seoaudit.batch.walk_patterns import patterns_for
    from seoaudit.cli.comparing import Comparing
    from seoaudit.cli.reports import targets_of
    from seoaudit.cli.running import Plan, check_given, only_item, run_all

    targets = targets_of(formats or [], output)
    found = find_inputs(files, patterns_for(order))
    check_given(order.given, found)
    if show_settings:
        article, merged = open_item(only_item(found), order)
        as_json = any(t.form.name == "json" for t in targets)
        emit(shown_settings(article.name, merged, order.lang, as_json=as_json), output, files[0], force)
        return
    verdict = Verdict(make_gates(fail_under, fail_on or [], max_findings, gate_settings(found.items, order)))
    plan = Plan(
        order=order,
        targets=targets,
        comparing=Comparing(baseline, write_baseline, prune=prune_baseline, revision=diff),
        jobs=jobs,
        cached=not no_cache,
        force=force,
        verbose=verbose,
    )
    status = run_all(found, plan, verdict)
    raise typer.Exit(0 if status == EXIT_BELOW and exit_zero else status)
