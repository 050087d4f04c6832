"""The commands on an article beside its audit: draft, outline, keyphrases."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from seoaudit.cli.app import app
from seoaudit.cli.io import colour, emit, format_of, given_settings, open_article, width
from seoaudit.cli.options import (
    ConfigOption,
    CorpusOption,
    DraftFormat,
    FileArgument,
    ForceOption,
    Format,
    IgnoreOption,
    IsolatedOption,
    KeyphraseOption,
    Lang,
    LangOption,
    Method,
    MinWordsOption,
    OutputOption,
    ProfileOption,
    RulesOption,
    SectionsOption,
    SectionWordsOption,
    SelectOption,
    SetOption,
    SourceFormat,
    SourceOption,
    TitleOption,
)


@app.command()
def draft(
    file: FileArgument,
    keyphrase: KeyphraseOption = None,
    min_words: MinWordsOption = None,
    title: TitleOption = None,
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
    draft_format: Annotated[
        DraftFormat | None,
        typer.Option("--format", "-f", help="Forme du brouillon ; sinon d’après le fichier à écrire, ou l’article."),
    ] = None,
    toc: Annotated[bool, typer.Option("--toc", help="Ajouter un sommaire, lié aux intertitres.")] = False,
    strip: Annotated[
        bool, typer.Option("--strip", help="Retirer les invites [À développer…] d’un brouillon, rien d’autre.")
    ] = False,
    source_format: SourceOption = SourceFormat.auto,
    lang: LangOption = Lang.fr,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Restructurer un article : les mêmes phrases sous des intertitres, et ce qui reste à écrire."""
    import seoaudit

    given = given_settings(
        setting,
        select=select,
        ignore=ignore,
        section_words=section_words,
        min_words=min_words,
        sections=sections,
        profile=profile,
        corpus=corpus,
        rules=rules,
        keyphrase=keyphrase,
        title=title,
    )
    article, merged = open_article(file, source_format, given, config=config, isolated=isolated)
    if strip:
        from seoaudit.structure.strip import strip_prompts

        emit(strip_prompts(article), output, file, force)
        return
    made = seoaudit.draft(article, settings=merged.settings, lang=lang.value, table_of_contents=toc)
    wanted = draft_format or format_of(output) or ("docx" if article.format == "docx" else "")
    forms: dict[str, Callable[[], str | bytes]] = {
        "markdown": made.to_markdown,
        "html": made.to_html,
        "docx": made.to_docx,
    }
    emit(forms.get(wanted, made.to_source_format)(), output, file, force)
    if output is not None:
        from seoaudit.report.terminal import draft_summary

        typer.echo(draft_summary(made), err=True)


@app.command()
def outline(
    file: FileArgument,
    keyphrase: KeyphraseOption = None,
    min_words: MinWordsOption = None,
    title: TitleOption = None,
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
    report_format: Annotated[Format, typer.Option("--format", "-f", help="Forme du plan.")] = Format.text,
    source_format: SourceOption = SourceFormat.auto,
    lang: LangOption = Lang.fr,
) -> None:
    """Montrer le plan de l’article : sections, intertitres proposés, et pourquoi."""
    import seoaudit
    from seoaudit.report.terminal import render_outline
    from seoaudit.report.to_json import to_json

    given = given_settings(
        setting,
        select=select,
        ignore=ignore,
        section_words=section_words,
        min_words=min_words,
        sections=sections,
        profile=profile,
        corpus=corpus,
        rules=rules,
        keyphrase=keyphrase,
        title=title,
    )
    article, merged = open_article(file, source_format, given, config=config, isolated=isolated)
    report = seoaudit.audit(article, settings=merged.settings, lang=lang.value)
    if report_format is Format.json:
        emit(to_json([e.model_dump(mode="json") for e in report.outline]))
    else:
        emit(render_outline(report, colour=colour(), width=width()))


@app.command()
def keyphrases(
    file: FileArgument,
    method: Annotated[
        Method, typer.Option("--method", help="« yake » montre YAKE seul, élisions séparées.")
    ] = Method.seoaudit,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    top: Annotated[int, typer.Option("--top", min=1, max=100, help="Combien en montrer.")] = 10,
    corpus: CorpusOption = None,
    explain: Annotated[bool, typer.Option("--explain", help="Montrer les valeurs derrière chaque score.")] = False,
    report_format: Annotated[Format, typer.Option("--format", "-f", help="Forme de la liste.")] = Format.text,
    source_format: SourceOption = SourceFormat.auto,
    lang: LangOption = Lang.fr,
) -> None:
    """Extraire les expressions clés de l’article."""
    from seoaudit.keyphrases import extract_keyphrases, plain_yake
    from seoaudit.report.terminal_keyphrases import render_keyphrases
    from seoaudit.report.to_json import keyphrases_to_json
    from seoaudit.structure.site_name import without_site_name

    given = given_settings(corpus=corpus)
    article, merged = open_article(file, source_format, given, config=config, isolated=isolated)
    text = "\n".join(b.text for b in article.prose)
    main = next((b.text for b in article.headings if b.level == 1), "")
    title = without_site_name(article.meta.title, f"{main}\n{text}") if article.meta.title else main
    if method is Method.yake:
        found = plain_yake(text, top=top)
    else:
        # As in a report: what only the title says is no phrase of the text. A title holds few of them.
        most = top + len(title.split()) ** 2
        wide = extract_keyphrases(text, title=title, top=most, corpus=merged.settings.corpus)
        found = [k for k in wide if k.count][:top]
    if report_format is Format.json:
        emit(keyphrases_to_json(found))
    else:
        emit(render_keyphrases(found, explain=explain, lang=lang.value, colour=colour(), width=width()))
