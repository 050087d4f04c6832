"""The command on what search results show: snippet."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from seoaudit.cli.app import app
from seoaudit.cli.io import colour, emit, width
from seoaudit.cli.options import FileArgument, ForceOption, OutputOption
from seoaudit.cli.shared import READING, open_article, takes_order

if TYPE_CHECKING:
    from seoaudit.batch.audit import Order


class SnippetFormat(StrEnum):
    """Form of the proposals."""

    text = "text"
    json = "json"
    html = "html"
    head = "head"


_BY_ENDING = {".html": SnippetFormat.html, ".htm": SnippetFormat.html, ".json": SnippetFormat.json}


@app.command()
@takes_order("keyphrase", "title", "description", "slug", "extra", *READING, "lang")
def snippet(
    file: FileArgument,
    order: Order,
    snippet_format: Annotated[
        SnippetFormat | None,
        typer.Option("--format", "-f", help="« html » : l’aperçu ; « head » : les balises à coller."),
    ] = None,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Proposer titre, description et adresse tirés du texte, avec l’aperçu des résultats de recherche."""
    import seoaudit
    from seoaudit.report.to_json import to_json

    article, merged = open_article(file, order)
    report = seoaudit.audit(article, settings=merged.settings, lang=order.lang)
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
