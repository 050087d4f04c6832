"""What the reports of a run are held against: a baseline, and the articles as they were in a git revision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import typer

from seoaudit.batch.baseline import Baseline, Comparison, baseline_of, is_baseline, read_baseline
from seoaudit.batch.changes import changes_since
from seoaudit.batch.files import Found, Item
from seoaudit.batch.since import Earlier
from seoaudit.batch.spool import Reports, Spool
from seoaudit.errors import SettingsError
from seoaudit.output import check_output, write_output
from seoaudit.report.model import Report

# Articles with something resolved that are named.
MOST_NAMED = 10


class Comparing:
    """A baseline to read, prune or write, and a revision.

    Args:
        baseline: the file that says what is known.
        write: the file that is to know all of this run.
        prune: whether the baseline is written again without what is resolved.
        revision: what git is asked for.

    Raises:
        SettingsError: options that do not go together.
        InputError: the baseline cannot be read.
    """

    def __init__(self, baseline: Path | None, write: Path | None, *, prune: bool, revision: str | None) -> None:
        if prune and baseline is None:
            raise SettingsError("--prune-baseline va avec --baseline : donnez la référence à alléger.")
        if write is not None and (baseline is not None or revision is not None):
            raise SettingsError("--write-baseline retient tous les constats : il va sans --baseline et sans --diff.")
        if prune and revision is not None:
            raise SettingsError("--prune-baseline demande tous les constats : il va sans --diff.")
        self._path, self._write, self._prune, self._revision = baseline, write, prune, revision
        self._known: Baseline | None = read_baseline(baseline) if baseline is not None else None
        self._comparison: Comparison | None = None
        self._earlier: Earlier | None = None
        self.before: list[Item] = []

    def check(self, sources: Sequence[Path], *, force: bool) -> None:
        """Refuse a baseline that could not be written, before any work is done."""
        if self._write is not None:
            check_output(self._write, sources=sources, force=force or is_baseline(self._write))

    @contextmanager
    def changed(self, found: Found) -> Iterator[None]:
        """While open, what was found is what has changed, and `before` what it was; all of it without a revision.

        Raises:
            SettingsError: git cannot tell.
        """
        if self._revision is None:
            yield
            return
        paths = [i.path for i in found.items if i.path is not None]
        if len(paths) < len(found.items):
            raise SettingsError("--diff compare des fichiers : l’entrée standard n’en est pas un.")
        self._earlier = Earlier(found.items, changes_since(self._revision, paths))
        found.items, self.before = self._earlier.items, self._earlier.before()
        try:
            if not found.items:
                typer.echo(f"Aucun article n’a changé depuis {self._revision}.", err=True)
            yield
        finally:
            self._earlier.close()

    def views(self, spool: Spool, count: int) -> Reports:
        """Return the reports of a run as they are to be shown.

        Args:
            spool: the reports of the run's items, then of `before`.
            count: how many items the run has.
        """
        reports = spool.first(count)
        if self._earlier is not None:
            earlier = self._earlier
            numbers = {item.name: count + n for n, item in enumerate(self.before)}
            reports = reports.seen(lambda r: earlier.narrow(r, _at(spool, numbers.get(r.source))))
        if self._known is not None:
            self._comparison = Comparison(self._known, spool.first(count), whole=self._revision is None)
            reports = reports.seen(self._comparison.narrow)
        return reports

    def write(self, reports: Iterable[Report], *, force: bool) -> None:
        """Write the baseline anew, or what is left of it."""
        if self._write is not None:
            written = baseline_of(reports)
            write_output(self._write, written.to_json(), force=force or is_baseline(self._write))
            typer.echo(f"Écrit : {self._write}", err=True)
        if self._prune and self._comparison is not None and self._path is not None:
            write_output(self._path, self._comparison.pruned().to_json(), force=True)

    def say(self) -> None:
        """Tell on standard error how much the baseline knows, and what of it is resolved."""
        if self._comparison is None:
            return
        typer.echo(f"Référence : endroits connus laissés de côté : {self._comparison.known}.", err=True)
        if self._revision is not None:
            return
        resolved = self._comparison.resolved
        total = sum(s.count for settled in resolved.values() for s in settled)
        if not total:
            return
        for name, settled in list(resolved.items())[:MOST_NAMED]:
            shown = ", ".join(f"{s.rule} ({s.count})" for s in settled)
            typer.echo(f"Résolu depuis la référence : {name} : {shown}.", err=True)
        how = "retirés de la référence" if self._prune else "--prune-baseline les retire de la référence"
        typer.echo(f"Constats résolus : {total} ; {how}.", err=True)


def _at(spool: Spool, number: int | None) -> Report | None:
    return None if number is None else spool.get(number)
