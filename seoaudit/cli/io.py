"""What commands read and write: settings, articles, results."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import typer

from seoaudit.cli.options import SourceFormat
from seoaudit.errors import OutputError

EXIT_BELOW, EXIT_BAD = 1, 2


def settings_of(extra: list[str] | None, **given: Any) -> dict[str, Any]:
    """Return the settings given as options; --set adds any other by name."""
    from seoaudit.assessment.options import parse_range, parse_settings

    settings = {k: v for k, v in given.items() if v is not None}
    if "section_words" in settings:
        settings["section_words"] = parse_range(settings["section_words"], "--section-words")
    if "rules" in settings:
        settings["rules"] = rule_folders(settings["rules"])
    return {**parse_settings(extra or []), **settings}


def rule_folders(given: list[str] | None) -> tuple[str, ...]:
    """Return rule folders as the settings name them; one that lies here needs no "./" on a command line."""
    return tuple(f"./{f}" if "/" not in f and Path(f).exists() else f for f in given or ())


def read(file: str, source_format: SourceFormat, settings: dict[str, Any]) -> Any:
    """Read the article behind the argument: a file, or standard input for "-"."""
    from seoaudit.article.read import read_bytes, read_path
    from seoaudit.assessment.settings import make_settings

    limit = make_settings(settings).max_chars
    if file == "-":
        return read_bytes(sys.stdin.buffer.read(), name="-", source_format=source_format.value, max_chars=limit)
    return read_path(Path(file), source_format=source_format.value, max_chars=limit, name=file)


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
