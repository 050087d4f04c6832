"""The run: reports from the cache first, then those to be computed, in as many processes as are free."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from seoaudit.batch.audit import Order, fault_of, key_for, pack_item
from seoaudit.batch.cache import Cache
from seoaudit.batch.files import Item
from seoaudit.batch.pool import Died, Pool, can_fork, processors
from seoaudit.batch.spool import Spool, renamed
from seoaudit.report.batch import Failure

Outcome = bytes | Failure


class Watcher:
    """What is told how a run goes; does nothing by itself."""

    def begin(self, done: int) -> None:
        """Computing begins; so many articles came from the cache."""

    def step(self) -> None:
        """An article is done."""


@dataclass
class Run:
    """What a run has given so far; whole unless it was interrupted.

    Attributes:
        reports: packed, by the number of their input.
        failures: inputs without a report, by their number.
        cached: how many reports came from the cache.
        interrupted: whether it was stopped before its end.
    """

    reports: Spool = field(default_factory=Spool)
    failures: dict[int, Failure] = field(default_factory=dict)
    cached: int = 0
    interrupted: bool = False

    @property
    def done(self) -> int:
        """Inputs that are done."""
        return len(self.reports) + len(self.failures)

    def take(self, number: int, outcome: Outcome) -> None:
        """Keep the outcome of an input."""
        if isinstance(outcome, Failure):
            self.failures[number] = outcome
        else:
            self.reports.put(number, outcome)


def run(items: Sequence[Item], order: Order, cache: Cache, *, jobs: int = 0, watcher: Watcher | None = None) -> Run:
    """Audit articles; Ctrl-C ends it with what is done.

    Args:
        items: the inputs.
        order: what is asked of each.
        cache: where reports are looked for, and kept.
        jobs: processes; 0: as many as there are processors for it.
        watcher: told how it goes.
    """
    result, watcher = Run(), watcher or Watcher()
    try:
        _spare_what_is_loaded()
        missing = _from_cache(items, order, cache, result)
        result.cached = result.done
        watcher.begin(result.done)
        for number, outcome in _computed(items, order, missing, jobs):
            result.take(number, outcome)
            _keep(items[number], order, cache, missing[number], outcome)
            watcher.step()
    except KeyboardInterrupt:
        result.interrupted = True
    if result.done > result.cached:
        cache.trim()
    return result


def _from_cache(items: Sequence[Item], order: Order, cache: Cache, result: Run) -> dict[int, str | None]:
    """Take the reports at hand; return the numbers of the others, with their keys."""
    missing: dict[int, str | None] = {}
    for number, item in enumerate(items):
        key = key_for(item, order) if cache.is_on else None
        packed = cache.get(key) if key else None
        report = renamed(packed, item.name) if packed else None
        if report is None:
            missing[number] = key
        else:
            result.reports.put(number, report)
    return missing


def _keep(item: Item, order: Order, cache: Cache, key: str | None, outcome: Outcome) -> None:
    """Keep a report, unless the article has changed since its key was made."""
    if key is not None and isinstance(outcome, bytes) and key_for(item, order) == key:
        cache.put(key, outcome)


def _computed(
    items: Sequence[Item], order: Order, missing: dict[int, str | None], jobs: int
) -> Iterator[tuple[int, Outcome]]:
    """Yield the outcomes of inputs by their number, as they come."""
    unread = [n for n in missing if not _can_be_read(items[n])]
    for number in unread:  # refused before the model is loaded for them
        yield number, pack_item(items[number], order)
    numbers = [n for n in missing if n not in unread]
    size = min(jobs or processors(), len(numbers))
    if size < 2 or not can_fork():
        for done, number in enumerate(numbers):
            if done == 1:
                _spare_what_is_loaded()
            yield number, pack_item(items[number], order)
        return
    from seoaudit.french.pipeline import load_pipeline

    load_pipeline()  # once, before the processes part
    _spare_what_is_loaded()
    work: Callable[[Item], Outcome] = lambda item: pack_item(item, order)  # noqa: E731 -- forked, so never pickled
    pool: Pool[Item, Outcome] = Pool(work, size)
    try:
        for at, answer in pool.run(items[n] for n in numbers):
            number = numbers[at]
            yield number, _died(items[number], answer) if isinstance(answer, Died) else answer
    finally:
        pool.stop()


def _spare_what_is_loaded() -> None:
    """Leave what is imported, or the model, out of the garbage collector's rounds, a twelfth of the time else.

    Forked processes do not copy the model's pages for them either.
    """
    gc.freeze()


def _can_be_read(item: Item) -> bool:
    if item.path is None:
        return True
    try:
        item.path.open("rb").close()
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return False
    return True


def _died(item: Item, died: Died) -> Failure:
    ended = f"le processus s’est arrêté, code {died.exit_code}"
    return Failure(source=item.name, message=fault_of(item.name, ended))
