"""The command on what search results show: snippet."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from seoaudit.cli.app import app
from seoaudit.cli.io import colour, emit, given_settings, open_article, width
from seoaudit.cli.options import (
    ConfigOption,
    DescriptionOption,
    FileArgument,
    ForceOption,
    IsolatedOption,
    KeyphraseOption,
    Lang,
    LangOption,
    OutputOption,
    SetOption,
    SlugOption,
    SourceFormat,
    SourceOption,
    TitleOption,
)


class SnippetFormat(StrEnum):
    """Form of the proposals."""

    text = "text"
    json = "json"
    html = "html"
    head = "head"


_BY_ENDING = {".html": SnippetFormat.html, ".htm": SnippetFormat.html, ".json": SnippetFormat.json}


@app.command()
def snippet(
    file: FileArgument,
    keyphrase: KeyphraseOption = None,
    title: TitleOption = None,
    description: DescriptionOption = None,
    slug: SlugOption = None,
    setting: SetOption = None,
    config: ConfigOption = None,
    isolated: IsolatedOption = False,
    snippet_format: Annotated[
        SnippetFormat | None,
        typer.Option("--format", "-f", help="« html » : l’aperçu ; « head » : les balises à coller."),
    ] = None,
    source_format: SourceOption = SourceFormat.auto,
    lang: LangOption = Lang.fr,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Proposer titre, description et adresse tirés du texte, avec l’aperçu des résultats de recherche."""
    import seoaudit
    from seoaudit.report.to_json import to_json

    given = given_settings(setting, keyphrase=keyphrase, title=title, description=description, slug=slug)
    article, merged = open_article(file, source_format, given, config=config, isolated=isolated)
    report = seoaudit.audit(article, settings=merged.settings, lang=lang.value)
    form = snippet_format or _form_of(output)
    if form is SnippetFormat.json:
        content = to_json(report.snippet.model_dump(mode="json"))
    elif form is SnippetFormat.html:
        from seoaudit.report.snippet_page import render_page

        content = render_page(report)
    elif form is SnippetFormat.head:
        content = report.snippet.head
    else:
        from seoaudit.report.snippet_text import render_snippet

        content = render_snippet(report, colour=colour() and output is None, width=width())
    emit(content, output, file, force)


def _form_of(output: Path | None) -> SnippetFormat:
    """Return the form by the ending of the file to write."""
    return _BY_ENDING.get(output.suffix.lower(), SnippetFormat.text) if output else SnippetFormat.text
