"""The command that audits: an article, its reports, and the gates they have to pass."""

from __future__ import annotations

from typing import Annotated

import typer

from seoaudit.cli.app import app
from seoaudit.cli.io import EXIT_BELOW, read, settings_of
from seoaudit.cli.options import (
    CorpusOption,
    DescriptionOption,
    FailOnOption,
    FailUnderOption,
    FileArgument,
    ForceOption,
    FormatsOption,
    KeyphraseOption,
    Lang,
    LangOption,
    MaxFindingsOption,
    MinWordsOption,
    OutputOption,
    RulesOption,
    SectionsOption,
    SectionWordsOption,
    SetOption,
    SlugOption,
    SourceFormat,
    SourceOption,
    TitleOption,
)


@app.command()
def audit(
    file: FileArgument,
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
    formats: FormatsOption = None,
    fail_under: FailUnderOption = None,
    fail_on: FailOnOption = None,
    max_findings: MaxFindingsOption = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Sortie 0 là où ce serait 1.")] = False,
    source_format: SourceOption = SourceFormat.auto,
    lang: LangOption = Lang.fr,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Auditer un article : score, défauts localisés, plan et extrait proposés."""
    import seoaudit
    from seoaudit.assessment.settings import make_settings
    from seoaudit.batch.gates import Verdict, make_gates
    from seoaudit.cli.reports import check_targets, targets_of, write_reports
    from seoaudit.report.batch import Batch

    targets = targets_of(formats or [], output)
    settings = settings_of(
        setting, min_words=min_words, sections=sections, section_words=section_words, corpus=corpus, rules=rules
    )
    verdict = Verdict(make_gates(fail_under, fail_on or [], max_findings, make_settings(settings)))
    check_targets(targets, [file], force=force)
    report = seoaudit.audit(
        read(file, source_format, settings),
        settings=settings,
        keyphrase=keyphrase,
        title=title,
        description=description,
        slug=slug,
        lang=lang.value,
    )
    verdict.add(report)
    write_reports(Batch.of(report, single=True), targets, lang=lang.value, inputs=[file], force=force)
    for sentence in verdict.tripped:
        typer.echo(sentence, err=True)
    if verdict.tripped and not exit_zero:
        raise typer.Exit(EXIT_BELOW)
