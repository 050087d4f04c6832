"""The command on a whole site: corpus stats."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from seoaudit.cli.app import app
from seoaudit.cli.io import emit, say
from seoaudit.cli.options import ForceOption, OutputOption
from seoaudit.cli.shared import takes_order
from seoaudit.errors import SeoAuditError

if TYPE_CHECKING:
    from seoaudit.batch.audit import Order

corpus_app = typer.Typer(
    help="Compter les expressions d’un site entier, pour reconnaître celles de chaque page.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(corpus_app, name="corpus")
# Articles between two signs of progress.
_STEP = 20


@corpus_app.callback()
def _group() -> None:
    """Keep `stats` a command of its own name: typer would make a lone one the group itself."""


@corpus_app.command()
@takes_order("include", "exclude", "config", "isolated")
def stats(
    folder: Annotated[
        Path,
        typer.Argument(metavar="DOSSIER", help="Articles .md, .html, .txt ou .docx du site, sous-dossiers compris."),
    ],
    order: Order,
    measures: Annotated[
        bool,
        typer.Option("--measures", help="Mesurer aussi chaque article, pour les règles « norm » ; plus long."),
    ] = False,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Compter dans combien d’articles d’un dossier se trouve chaque expression, pour l’option --corpus."""
    from seoaudit.batch.files import articles_below
    from seoaudit.batch.walk_patterns import patterns_for
    from seoaudit.keyphrases.corpus import build_corpus
    from seoaudit.output import check_output

    failures: list[SeoAuditError] = []

    def failed(error: SeoAuditError) -> None:
        failures.append(error)
        _clear()
        say(str(error))

    paths = articles_below(folder, patterns_for(order), failed, say)
    if output is not None:
        check_output(output, sources=paths, force=force)
    corpus = build_corpus(paths, folder, failed=failed, progress=_progress(len(paths)))
    if measures:
        from dataclasses import replace

        from seoaudit.site import measure_site

        corpus = replace(corpus, norms=measure_site(paths, progress=_progress(len(paths))))
    _clear()
    emit(corpus.to_json(), output, force=force)
    typer.echo(_summary(corpus.documents, len(corpus.terms), len(failures)), err=True)


def _summary(documents: int, terms: int, failures: int) -> str:
    many, several = ("s" if n > 1 else "" for n in (documents, failures))
    left = f", {failures} illisible{several} laissé{several} de côté" if failures else ""
    return f"{documents} article{many} lu{many}{left} ; expressions gardées : {terms}."


def _progress(total: int) -> Callable[[int], None]:
    """Return what shows progress on a terminal, and nothing anywhere else."""

    def show(seen: int) -> None:
        if seen % _STEP == 0 and sys.stderr.isatty():
            sys.stderr.write(f"\r{seen} articles sur {total}")
            sys.stderr.flush()

    return show


def _clear() -> None:
    """Take the sign of progress off the terminal's line."""
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
