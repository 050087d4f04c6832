"""The command that audits an article again at each save."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from seoaudit.cli.app import app
from seoaudit.cli.options import FileArgument, ForceOption, FormatsOption, VerboseOption
from seoaudit.cli.shared import WHOLE_PAGE, takes_order
from seoaudit.errors import InputError

if TYPE_CHECKING:
    from seoaudit.batch.audit import Order

# Erases the screen, not what has scrolled off it, and goes to its first line.
_CLEAR = "\x1b[2J\x1b[H"


@app.command()
@takes_order(*WHOLE_PAGE)
def watch(
    file: FileArgument,
    order: Order,
    formats: FormatsOption = None,
    verbose: VerboseOption = False,
    force: ForceOption = False,
) -> None:
    """Suivre un article : l’auditer à chaque enregistrement, et dire ce qui a changé ; Ctrl-C pour finir."""
    from seoaudit.batch.audit import audit_item
    from seoaudit.batch.files import Item, shown
    from seoaudit.batch.saves import Event, saves
    from seoaudit.cli.reports import check_targets, targets_of, write_reports
    from seoaudit.errors import SeoAuditError
    from seoaudit.report.batch import Batch
    from seoaudit.report.compared import changed
    from seoaudit.report.labels import label

    path = Path(file)
    if not path.is_file():
        raise InputError(f"« {shown(file)} » n’est pas un fichier : « watch » suit un article, donnez le sien.")
    targets = targets_of(formats or [], None)
    check_targets(targets, [path], force=force)
    item, last = Item(path, shown(file)), None
    for event in saves(path, order):
        if event is Event.GONE:
            typer.echo(label("watched_gone", order.lang, name=item.name), err=True)
            continue
        try:
            report = audit_item(item, replace(order, _nearest={}))  # settings files may have changed too
        except SeoAuditError as error:
            if last is None:
                raise
            typer.echo(f"seoaudit : {error}", err=True)
            continue
        _clear()
        # The first round has seen that these files may be written; they are its own from then on.
        write_reports(
            Batch.of(report, single=True),
            targets,
            lang=order.lang,
            sources=[path],
            force=force or last is not None,
            verbose=verbose,
        )
        said = changed(last, report) if last else label("watched", order.lang, name=item.name)
        typer.echo(said, err=True)
        last = report


def _clear() -> None:
    """Empty the screen, on a terminal that can."""
    if sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        typer.echo(_CLEAR, nl=False)
