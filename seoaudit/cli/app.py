"""The application that the commands are added to."""

from __future__ import annotations

from typing import Annotated

import typer

app = typer.Typer(
    name="seoaudit",
    help="Audite et structure un article français : score expliqué, sections, intertitres, brouillon, hors ligne.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"seoaudit {version('seoaudit')}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Écrire la version.")
    ] = False,
) -> None:
    """Take the options that stand before any command."""
