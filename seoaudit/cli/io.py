"""What commands write: results, and what is said beside them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from seoaudit.errors import OutputError

if TYPE_CHECKING:
    from seoaudit.assessment.layers import Merged

EXIT_BELOW, EXIT_BAD = 1, 2


def say(sentence: str) -> None:
    """Write a sentence for the editor to standard error: a refusal, a note."""
    sys.stderr.write(f"seoaudit : {sentence}\n")
    sys.stderr.flush()


def shown_settings(source: str, merged: Merged, lang: str, *, as_json: bool) -> str:
    """Return the settings in force and where they come from, as JSON or for a terminal."""
    from seoaudit.report.settings_page import render_settings, settings_to_json

    if as_json:
        return settings_to_json(source, merged)
    return render_settings(source, merged, lang="en" if lang == "en" else "fr", colour=colour(), width=width())


def format_of(output: Path | None) -> str | None:
    """Return the draft's form by the ending of its file, None where that says nothing."""
    endings = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".docx": "docx"}
    return endings.get(output.suffix.lower()) if output else None


def emit(content: str | bytes, output: Path | None = None, file: str = "-", force: bool = False) -> None:
    """Write a result to its file, or to standard output as UTF-8 whatever the locale."""
    if output is not None:
        from seoaudit.output import write_output

        write_output(output, content, source=None if file == "-" else Path(file), force=force)
        typer.echo(f"Écrit : {output}", err=True)
        return
    if isinstance(content, bytes) and sys.stdout.isatty():
        raise OutputError(
            "Un document Word ne s’affiche pas dans un terminal : donnez un fichier avec -o brouillon.docx."
        )
    sys.stdout.flush()
    sys.stdout.buffer.write(content.encode("utf-8") if isinstance(content, str) else content)
    sys.stdout.buffer.flush()


def colour() -> bool:
    """Whether to colour: only on a terminal, never when NO_COLOR is set."""
    import os

    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def width() -> int:
    """Return the width of the terminal, at most 120 columns; 100 where there is none."""
    import shutil

    return min(shutil.get_terminal_size((100, 40)).columns, 120) if sys.stdout.isatty() else 100
