"""What commands read and write: settings, articles, results."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from seoaudit.cli.options import SourceFormat
from seoaudit.errors import OutputError

if TYPE_CHECKING:
    from seoaudit.article.model import Article
    from seoaudit.assessment.layers import Layer, Merged

EXIT_BELOW, EXIT_BAD = 1, 2


def say(sentence: str) -> None:
    """Write a sentence for the editor to standard error: a refusal, a note."""
    sys.stderr.write(f"seoaudit : {sentence}\n")
    sys.stderr.flush()


def given_settings(
    extra: list[str] | None = None,
    *,
    select: list[str] | None = None,
    ignore: list[str] | None = None,
    section_words: str | None = None,
    **options: Any,
) -> Layer:
    """Return the settings given as options; --set adds any other by name.

    Args:
        extra: what --set gave.
        select: what --select gave: ids and families, separated by commas.
        ignore: what --ignore gave, likewise.
        section_words: a range.
        options: further settings by name; None is none.
    """
    from seoaudit.assessment.layers import Layer
    from seoaudit.assessment.options import parse_list, parse_range, parse_settings

    given = {k: v for k, v in options.items() if v is not None}
    names = {k: f"--{k.replace('_', '-')}" for k in given}
    if section_words is not None:
        given["section_words"], names["section_words"] = (
            parse_range(section_words, "--section-words"),
            "--section-words",
        )
    if "rules" in given:
        given["rules"] = rule_folders(given["rules"])
    for name, option, value in (("select", "--select", select), ("disable", "--ignore", ignore)):
        if value is not None:
            given[name], names[name] = parse_list(value, option), option
    set_ = parse_settings(extra or [])
    return Layer({**set_, **given}, names={**dict.fromkeys(set_, "--set"), **names})


def rule_folders(given: list[str] | None) -> tuple[str, ...]:
    """Return rule folders as the settings name them; one that lies here needs no "./" on a command line."""
    return tuple(f"./{f}" if "/" not in f and Path(f).exists() else f for f in given or ())


def open_article(
    file: str, source_format: SourceFormat, given: Layer, *, config: Path | None = None, isolated: bool = False
) -> tuple[Article, Merged]:
    """Read an article, a file or standard input for "-", and the settings around it.

    Args:
        file: the argument of the command.
        source_format: how to read it.
        given: the settings of the command line.
        config: the settings file to read in the place of the nearest one.
        isolated: whether to read none.
    """
    from seoaudit.batch.audit import Order, open_item
    from seoaudit.batch.files import Item

    order = Order(given.values, source_format=source_format.value, names=given.names, config=config, isolated=isolated)
    return open_item(Item(None if file == "-" else Path(file), file), order)


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
