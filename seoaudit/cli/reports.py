"""Where reports go: `-f text -f sarif:out.sarif` as targets, checked before the work and written after it."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import typer

from seoaudit.cli.io import colour, width
from seoaudit.errors import SettingsError
from seoaudit.output import check_output, write_pieces
from seoaudit.report.batch import Batch, Look
from seoaudit.report.formats import FORMS, MARKED, Form


@dataclass(frozen=True, slots=True)
class Target:
    """A format and the file it goes to; None: standard output."""

    form: Form
    path: Path | None


def targets_of(formats: Sequence[str], output: Path | None) -> list[Target]:
    """Return the targets that the options name; text on standard output where they name none.

    Args:
        formats: "FORM" or "FORM:FILE".
        output: file of the one format that has none of its own.

    Raises:
        SettingsError: an unknown format, or two targets in one place.
    """
    targets = [_target(f, output) for f in formats or ["text"]]
    places = [str(t.path.absolute()) if t.path else "" for t in targets]
    twice = next((t for t, place in zip(targets, places, strict=True) if places.count(place) > 1), None)
    if twice:
        where = f"dans « {twice.path} »" if twice.path else "sur la sortie standard"
        raise SettingsError(
            f"--format : deux rapports iraient {where} ; donnez un fichier à l’un, par exemple -f sarif:rapport.sarif."
        )
    if output is not None and all(t.path != output for t in targets):
        raise SettingsError("--output : chaque --format a déjà son fichier ; retirez l’un ou l’autre.")
    return targets


def _target(text: str, output: Path | None) -> Target:
    name, colon, file = text.partition(":")
    form = FORMS.get(name)
    if form is None:
        near = difflib.get_close_matches(name, FORMS, n=1, cutoff=0.5)
        hint = f"vouliez-vous dire {near[0]} ?" if near else f"formes connues : {', '.join(FORMS)}."
        raise SettingsError(f"--format : forme inconnue « {name} » ; {hint}")
    if colon and not file:
        raise SettingsError(f"--format : il manque le fichier après « {name}: ».")
    return Target(form, Path(file) if file else output)


def check_targets(targets: Iterable[Target], sources: Sequence[Path], *, force: bool) -> None:
    """Refuse a target that could not be written, before any work is done.

    Raises:
        OutputError: it is an input, a folder, or a file that is no earlier report of the same format.
    """
    for target in targets:
        if target.path is not None:
            check_output(target.path, sources=sources, force=force or is_earlier(target))


def is_earlier(target: Target) -> bool:
    """Whether a target's file holds an earlier report of its format, or nothing: a newer one may take its place."""
    if target.path is None or not target.path.is_file():
        return False
    try:
        with target.path.open("rb") as file:
            head = file.read(MARKED)
    except OSError:
        return False
    return not head or (bool(target.form.mark) and target.form.mark.encode() in head)


def write_reports(
    batch: Batch,
    targets: Iterable[Target],
    *,
    lang: Literal["fr", "en"],
    sources: Sequence[Path],
    force: bool,
    verbose: bool = False,
) -> None:
    """Write each target, files whole or not at all; notes go to standard error.

    Raises:
        OutputError: a target cannot be written.
    """
    for target in targets:
        if target.path is None:
            _print(target.form, batch, Look(colour=colour(), width=width(), lang=lang, verbose=verbose))
            continue
        replace = force or is_earlier(target)
        pieces = (p.encode("utf-8") for p in target.form.render(batch, Look(lang=lang, verbose=verbose)))
        write_pieces(target.path, pieces, sources=sources, force=replace)
        typer.echo(f"Écrit : {target.path}", err=True)


def _print(form: Form, batch: Batch, look: Look) -> None:
    sys.stdout.flush()
    for piece in form.render(batch, look):
        sys.stdout.buffer.write(piece.encode("utf-8"))
    sys.stdout.buffer.flush()
