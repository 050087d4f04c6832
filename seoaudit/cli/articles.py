"""The commands on an article beside its audit: draft, outline, keyphrases."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from seoaudit.cli.app import app
from seoaudit.cli.io import colour, emit, format_of, width
from seoaudit.cli.options import DraftFormat, FileArgument, ForceOption, Format, Method, OutputOption
from seoaudit.cli.shared import PLANNING, READING, open_article, takes_order

if TYPE_CHECKING:
    from seoaudit.batch.audit import Order


@app.command()
@takes_order(*PLANNING)
def draft(
    file: FileArgument,
    order: Order,
    draft_format: Annotated[
        DraftFormat | None,
        typer.Option("--format", "-f", help="Forme du brouillon ; sinon d’après le fichier à écrire, ou l’article."),
    ] = None,
    toc: Annotated[bool, typer.Option("--toc", help="Ajouter un sommaire, lié aux intertitres.")] = False,
    strip: Annotated[
        bool, typer.Option("--strip", help="Retirer les invites [À développer…] d’un brouillon, rien d’autre.")
    ] = False,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Restructurer un article : les mêmes phrases sous des intertitres, et ce qui reste à écrire."""
    import seoaudit

    article, merged = open_article(file, order)
    if strip:
        from seoaudit.structure.strip import strip_prompts

        emit(strip_prompts(article), output, file, force)
        return
    made = seoaudit.draft(article, settings=merged.settings, lang=order.lang, table_of_contents=toc)
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
@takes_order(*PLANNING)
def outline(
    file: FileArgument,
    order: Order,
    report_format: Annotated[Format, typer.Option("--format", "-f", help="Forme du plan.")] = Format.text,
) -> None:
    """Montrer le plan de l’article : sections, intertitres proposés, et pourquoi."""
    import seoaudit
    from seoaudit.report.terminal import render_outline
    from seoaudit.report.to_json import to_json

    article, merged = open_article(file, order)
    report = seoaudit.audit(article, settings=merged.settings, lang=order.lang)
    if report_format is Format.json:
        emit(to_json([e.model_dump(mode="json") for e in report.outline]))
    else:
        emit(render_outline(report, colour=colour(), width=width()))


@app.command()
@takes_order("corpus", *READING, "lang")
def keyphrases(
    file: FileArgument,
    order: Order,
    method: Annotated[
        Method, typer.Option("--method", help="« yake » montre YAKE seul, élisions séparées.")
    ] = Method.seoaudit,
    top: Annotated[int, typer.Option("--top", min=1, max=100, help="Combien en montrer.")] = 10,
    explain: Annotated[bool, typer.Option("--explain", help="Montrer les valeurs derrière chaque score.")] = False,
    report_format: Annotated[Format, typer.Option("--format", "-f", help="Forme de la liste.")] = Format.text,
) -> None:
    """Extraire les expressions clés de l’article."""
    from seoaudit.keyphrases import extract_keyphrases, plain_yake
    from seoaudit.report.terminal_keyphrases import render_keyphrases
    from seoaudit.report.to_json import keyphrases_to_json
    from seoaudit.structure.site_name import without_site_name

    article, merged = open_article(file, order)
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
        emit(render_keyphrases(found, explain=explain, lang=order.lang, colour=colour(), width=width()))
