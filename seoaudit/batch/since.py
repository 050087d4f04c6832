"""Reports held against the articles as they were in a git revision."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from seoaudit.article.sidecar import sidecar_path
from seoaudit.batch.changes import Changes
from seoaudit.batch.compare import changed_measures
from seoaudit.batch.files import Item
from seoaudit.report.model import Report, SinceRevision
from seoaudit.report.narrow import Narrowing, narrowed


class Earlier:
    """The articles of a run that have changed, and what they were.

    Args:
        items: the inputs of the run.
        changes: what has changed.
    """

    def __init__(self, items: Iterable[Item], changes: Changes) -> None:
        self._changes = changes
        self._folder = tempfile.TemporaryDirectory(prefix="seoaudit-")
        self._changed = {i.name: c for i in items if i.path is not None and (c := changes.of(i.path)) is not None}
        self.items = [i for i in items if i.name in self._changed]

    def before(self) -> list[Item]:
        """Return the articles as they were, under their names of now; those that are new are not among them."""
        out = []
        for number, item in enumerate(self.items):
            name = self._changed[item.name].before
            content = self._changes.content(name) if name is not None else None
            if name is None or content is None or item.path is None:
                continue
            path = Path(self._folder.name) / str(number) / Path(name).name
            path.parent.mkdir()
            path.write_bytes(content)
            self._put_sidecar(item.path, name, path)
            out.append(Item(path, item.name, place=item.path))
        return out

    def _put_sidecar(self, now: Path, name: str, path: Path) -> None:
        """Put what stood beside an article beside it."""
        sidecar = sidecar_path(now)
        suffix = sidecar.suffix if sidecar else ".yaml"
        content = self._changes.content(str(Path(name).with_suffix(suffix).as_posix()))
        if content is not None and path.suffix != suffix:
            path.with_suffix(suffix).write_bytes(content)

    def narrow(self, report: Report, before: Report | None) -> Report:
        """Return a report with what stands on changed lines, and its measures before and after.

        A finding on the whole article is shown where the article did not have it before.
        """
        change = self._changed[report.source]
        had = {f.rule for f in before.findings} if before else set()
        shown = narrowed(
            report, Narrowing(lambda _, s: change.touches(s.line, s.end_line), lambda f: f.rule not in had)
        )
        return shown.model_copy(update={"since": _since(self._changes.revision, before, report)})

    def close(self) -> None:
        """Take away the articles as they were."""
        self._folder.cleanup()


def _since(revision: str, before: Report | None, after: Report) -> SinceRevision:
    changed = changed_measures(before, after) if before else {}
    return SinceRevision(revision=revision, score=before.score if before else None, measures=changed)
