"""The command that corrects: fix."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from seoaudit.cli.app import app
from seoaudit.cli.io import emit
from seoaudit.cli.options import FileArgument, ForceOption, OutputOption
from seoaudit.cli.shared import READING, open_article, takes_order
from seoaudit.errors import SettingsError

if TYPE_CHECKING:
    from seoaudit.batch.audit import Order


@app.command()
@takes_order("extra", "rules", *READING)
def fix(
    file: FileArgument,
    order: Order,
    diff: Annotated[bool, typer.Option("--diff", help="Montrer les changements, sans rien écrire.")] = False,
    write: Annotated[bool, typer.Option("--write", help="Corriger le fichier lui-même.")] = False,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Corriger un article : espaces, guillemets, apostrophes, et ce que vos règles remplacent ; rien d’autre."""
    import seoaudit
    from seoaudit.output import rewrite

    if write and (diff or output is not None or file == "-"):
        raise SettingsError("--write corrige le fichier lui-même : il va sans --diff, sans --output et sans « - ».")
    article, merged = open_article(file, order)
    fixed = seoaudit.fix(article, settings=merged.settings)
    if write:
        if fixed.text != article.source:
            rewrite(Path(file), fixed.text, article.encoding)
    elif diff:
        emit(_diff(article.source, fixed.text, article.name))
    else:
        emit(fixed.text, output, file, force)
    typer.echo(_summary(article.name or file, fixed.total, fixed.left), err=True)


def _diff(before: str, after: str, name: str) -> str:
    """Return the changes as a unified diff, "" where there are none."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    lines = difflib.unified_diff(old, new, name, f"{name} (corrigé)")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ Pas de fin de ligne\n" for line in lines)


def _summary(name: str, mended: int, left: int) -> str:
    s = "s" if mended > 1 else ""
    rest = f", {left} laissée{'s' if left > 1 else ''} à l’auteur (« seoaudit audit » les montre)" if left else ""
    return f"{name} : {mended or 'aucune'} correction{s}{rest}."
