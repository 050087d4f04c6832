"""The commands about seoaudit itself: rules, explain, schema, doctor."""

from __future__ import annotations

from typing import Annotated

import typer

from seoaudit.cli.app import app
from seoaudit.cli.io import EXIT_BELOW, colour, emit, width
from seoaudit.cli.options import Format, Lang, LangOption


@app.command()
def rules(
    measures: Annotated[bool, typer.Option("--measures", help="Montrer plutôt les mesures.")] = False,
    report_format: Annotated[Format, typer.Option("--format", "-f", help="Forme de la liste.")] = Format.terminal,
    lang: LangOption = Lang.fr,
) -> None:
    """Lister les règles, ou les mesures qu’elles jugent."""
    from seoaudit.report.catalogue import render_measures, render_rules, rules_to_json

    if measures:
        emit(render_measures(colour=colour(), width=width()))
    elif report_format is Format.json:
        emit(rules_to_json())
    else:
        emit(render_rules(lang=lang.value, colour=colour(), width=width()))


@app.command()
def explain(
    rule: Annotated[str, typer.Argument(metavar="REGLE", help="Identifiant, par exemple LON001.")],
    lang: LangOption = Lang.fr,
) -> None:
    """Expliquer une règle : quoi, pourquoi, barème, exemples, source."""
    from seoaudit.report.catalogue import render_rule

    emit(render_rule(rule, lang=lang.value, colour=colour(), width=width()))


@app.command()
def schema() -> None:
    """Écrire le schéma JSON du rapport."""
    from seoaudit.report.model import json_schema
    from seoaudit.report.to_json import to_json

    emit(to_json(json_schema()))


@app.command()
def doctor(lang: LangOption = Lang.fr) -> None:
    """Vérifier l’installation : versions, modèle, chargement rapide, locale ; dit quoi faire."""
    from seoaudit.doctor import check
    from seoaudit.report.doctor import render_checks

    checks = check()
    emit(render_checks(checks, lang=lang.value, colour=colour(), width=width()))
    if any(not c.ok for c in checks):
        raise typer.Exit(EXIT_BELOW)
