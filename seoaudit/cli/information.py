"""The commands about seoaudit itself: init, schema, doctor."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from seoaudit.cli.app import app
from seoaudit.cli.io import EXIT_BELOW, colour, emit, width
from seoaudit.cli.options import Lang, LangOption


@app.command()
def init(
    folder: Annotated[
        Path, typer.Argument(metavar="DOSSIER", help="Dossier des articles ; sinon le dossier courant.")
    ] = Path(),
) -> None:
    """Écrire un fichier de réglages commenté, seoaudit.toml ; n’écrase rien."""
    from seoaudit.configuration.template import place_for, template

    emit(template(), place_for(folder))


@app.command()
def schema(
    several: Annotated[bool, typer.Option("--several", help="Celui de plusieurs articles.")] = False,
) -> None:
    """Écrire le schéma JSON du rapport."""
    from seoaudit.report.batch import batch_schema
    from seoaudit.report.model import json_schema
    from seoaudit.report.to_json import to_json

    emit(to_json(batch_schema() if several else json_schema()))


@app.command()
def doctor(lang: LangOption = Lang.fr) -> None:
    """Vérifier l’installation : versions, modèle, chargement rapide, locale ; dit quoi faire."""
    from seoaudit.doctor import check
    from seoaudit.report.doctor import render_checks

    checks = check()
    emit(render_checks(checks, lang=lang.value, colour=colour(), width=width()))
    if any(not c.ok for c in checks):
        raise typer.Exit(EXIT_BELOW)
