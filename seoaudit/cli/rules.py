"""The commands about what judges an article: rules, rules test, measures, explain."""

from __future__ import annotations

from typing import Annotated

import typer

from seoaudit.cli.app import app
from seoaudit.cli.io import EXIT_BELOW, colour, emit, width
from seoaudit.cli.options import Format, Lang, LangOption, RulesOption
from seoaudit.cli.shared import rule_folders

rules_app = typer.Typer(
    invoke_without_command=True,
    help="Lister les règles, ou essayer les exemples des vôtres (« rules test »).",
    add_completion=False,
    rich_markup_mode=None,
)
app.add_typer(rules_app, name="rules")


@rules_app.callback()
def rules(
    context: typer.Context,
    folders: RulesOption = None,
    report_format: Annotated[Format, typer.Option("--format", "-f", help="Forme de la liste.")] = Format.text,
    lang: LangOption = Lang.fr,
) -> None:
    """Lister les règles, ou essayer les exemples des vôtres (« rules test »)."""
    if context.invoked_subcommand is not None:
        return
    from seoaudit.assessment.rules import load_rules
    from seoaudit.report.catalogue import render_rules, rules_to_json

    listed = load_rules(rule_folders(folders))
    if report_format is Format.json:
        emit(rules_to_json(listed))
    else:
        emit(render_rules(listed, lang=lang.value, colour=colour(), width=width()))


@rules_app.command("test")
def try_rules(
    folder: Annotated[str, typer.Argument(metavar="DOSSIER", help="Dossier ou fichier de règles, ou paquet installé.")],
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Ne montrer que ce qui ne va pas.")] = False,
) -> None:
    """Essayer les exemples d’un dossier de règles ; sortie 1 si l’un d’eux ne se comporte pas comme dit."""
    from seoaudit.assessment.rules import rules_of
    from seoaudit.report.catalogue import render_outcomes
    from seoaudit.rule_testing import examples_of, try_example

    outcomes = [try_example(e) for e in examples_of(rules_of(rule_folders([folder])[0]))]
    emit(render_outcomes([(o.example.id, o.what) for o in outcomes], quiet=quiet, colour=colour(), width=width()))
    if any(o.what for o in outcomes):
        raise typer.Exit(EXIT_BELOW)


@app.command()
def measures() -> None:
    """Lister les mesures que les règles jugent : nom, unité, étendue, définition."""
    from seoaudit.report.catalogue import render_measures

    emit(render_measures(colour=colour(), width=width()))


@app.command()
def explain(
    rule: Annotated[str, typer.Argument(metavar="REGLE", help="Identifiant, par exemple LON001.")],
    folders: RulesOption = None,
    lang: LangOption = Lang.fr,
) -> None:
    """Expliquer une règle : quoi, pourquoi, barème, exemples, réglages, source."""
    from seoaudit.assessment.rules import load_rules
    from seoaudit.report.catalogue import rule_named
    from seoaudit.report.rule_page import render_rule

    found = rule_named(rule, load_rules(rule_folders(folders)))
    emit(render_rule(found, lang=lang.value, colour=colour(), width=width()))
