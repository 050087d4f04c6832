"""The commands on an article's states over time: compare two, follow many."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from seoaudit.cli.app import app
from seoaudit.cli.io import EXIT_BAD, EXIT_BELOW, colour, emit, width
from seoaudit.cli.options import ForceOption, Format, Lang, LangOption, OutputOption
from seoaudit.cli.shared import JUDGING, takes_order
from seoaudit.errors import InputError

if TYPE_CHECKING:
    from seoaudit.batch.audit import Order


class CompareFormat(StrEnum):
    """Form of a comparison."""

    text = "text"
    json = "json"
    markdown = "markdown"


class Arrangement(StrEnum):
    """In which order reports follow one another."""

    name = "name"
    given = "given"


_STATE = "Article, ou rapport stocké (.json) ; « - » lit l’entrée standard."


@app.command()
@takes_order(*JUDGING)
def compare(
    before: Annotated[str, typer.Argument(metavar="AVANT", help=_STATE)],
    after: Annotated[str, typer.Argument(metavar="APRES", help=_STATE)],
    order: Order,
    form: Annotated[CompareFormat, typer.Option("--format", "-f", help="Forme.")] = CompareFormat.text,
    fail_on_worse: Annotated[
        bool, typer.Option("--fail-on-worse", help="Sortie 1 si le score baisse ou si une erreur apparaît.")
    ] = False,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Comparer deux états d’un article : ce qui va mieux ou moins bien, par règle et par mesure."""
    from seoaudit.batch.compare import compare as compare_reports
    from seoaudit.batch.states import read_states
    from seoaudit.report.comparison_markdown import render_markdown
    from seoaudit.report.comparison_text import render_comparison

    compared = compare_reports(*read_states(before, after, order), order.lang)
    if form is CompareFormat.json:
        content = compared.to_json()
    elif form is CompareFormat.markdown:
        content = render_markdown(compared)
    else:
        content = render_comparison(compared, colour=colour() and output is None, width=width())
    emit(content, output, after, force)
    raise typer.Exit(EXIT_BELOW if fail_on_worse and compared.verdict == "worse" else 0)


@app.command()
def history(
    files: Annotated[
        list[str], typer.Argument(metavar="RAPPORTS", help="Rapports stockés (.json, .jsonl), ou dossiers qui en ont.")
    ],
    article: Annotated[
        str | None, typer.Option("--article", metavar="NOM", help="Un seul article, rapport par rapport.")
    ] = None,
    arrangement: Annotated[
        Arrangement, typer.Option("--order", help="Ordre des rapports : par nom de fichier, ou comme ils sont donnés.")
    ] = Arrangement.name,
    form: Annotated[Format, typer.Option("--format", "-f", help="Forme.")] = Format.text,
    lang: LangOption = Lang.fr,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Suivre le score des articles au fil de rapports stockés."""
    from seoaudit.batch.history import read_history
    from seoaudit.report.history_text import render_history

    found = read_history(files, by_name=arrangement is Arrangement.name)
    for failure in found.errors:
        typer.echo(f"seoaudit : {failure.message}", err=True)
    if not found.articles:
        raise InputError("Aucun rapport à lire : donnez ceux que « seoaudit audit … -f json:FICHIER » a écrits.")
    if article is not None:
        found = found.only(article)
    if form is Format.json:
        content = found.to_json()
    else:
        content = render_history(found, lang.value, colour=colour() and output is None, width=width())
    emit(content, output, "-", force)
    raise typer.Exit(EXIT_BAD if found.errors else 0)
