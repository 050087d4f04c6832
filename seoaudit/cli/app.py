"""The application that the commands are added to."""

from __future__ import annotations

import typer

app = typer.Typer(
    name="seoaudit",
    help="Audite et structure un article français : score expliqué, sections, intertitres, brouillon, hors ligne.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
