"""The command that audits: an article, its reports, and the gates they have to pass."""

from __future__ import annotations

from typing import Annotated

import typer

from seoaudit.cli.app import app
from seoaudit.cli.io import EXIT_BELOW, emit, given_settings, shown_settings
from seoaudit.cli.options import (
    BaselineOption,
    ConfigOption,
    CorpusOption,
    DescriptionOption,
    DiffOption,
    ExcludeOption,
    FailOnOption,
    FailUnderOption,
    FilesArgument,
    ForceOption,
    FormatsOption,
    IgnoreOption,
    IncludeOption,
    IsolatedOption,
    JobsOption,
    KeyphraseOption,
    Lang,
    LangOption,
    MaxFindingsOption,
    MinWordsOption,
    NoCacheOption,
    OutputOption,
    ProfileOption,
    PruneBaselineOption,
    RulesOption,
    SectionsOption,
    SectionWordsOption,
    SelectOption,
    SetOption,
    SlugOption,
    SourceFormat,
    SourceOption,
    TitleOption,
    VerboseOption,
    WriteBaselineOption,
)


@app.command()
def audit(
    files: FilesArgument,
    keyphrase: KeyphraseOption = None,
    min_words: MinWordsOption = None,
    title: TitleOption = None,
    description: DescriptionOption = None,
    slug: SlugOption = None,
    sections: SectionsOption = None,
    section_words: SectionWordsOption = None,
    corpus: CorpusOption = None,
    setting: SetOption = None,
    rules: RulesOption = None,
    profile: ProfileOption = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
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
    include: IncludeOption = None,
    exclude: ExcludeOption = None,
    jobs: JobsOption = 0,
    no_cache: NoCacheOption = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Sortie 0 là où ce serait 1.")] = False,
    source_format: SourceOption = SourceFormat.auto,
    lang: LangOption = Lang.fr,
    verbose: VerboseOption = False,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Auditer des articles : score, défauts localisés, plan et extrait proposés."""
    from seoaudit.batch.audit import Order, open_item
    from seoaudit.batch.files import find_inputs
    from seoaudit.batch.gates import Verdict, gate_settings, make_gates
    from seoaudit.batch.walk_patterns import patterns_for
    from seoaudit.cli.comparing import Comparing
    from seoaudit.cli.reports import targets_of
    from seoaudit.cli.running import Plan, check_given, only_item, run_all

    targets = targets_of(formats or [], output)
    layer = given_settings(
        setting,
        select=select,
        ignore=ignore,
        section_words=section_words,
        min_words=min_words,
        sections=sections,
        profile=profile,
        corpus=corpus,
        rules=rules,
        include=include,
        exclude=exclude,
    )
    given = {"keyphrase": keyphrase, "title": title, "description": description, "slug": slug}
    order = Order(layer.values, given, source_format.value, lang.value, layer.names, config, isolated)
    found = find_inputs(files, patterns_for(order))
    check_given(given, found)
    if show_settings:
        article, merged = open_item(only_item(found), order)
        as_json = any(t.form.name == "json" for t in targets)
        emit(shown_settings(article.name, merged, lang.value, as_json=as_json), output, files[0], force)
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
