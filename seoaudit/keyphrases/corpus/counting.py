"""Counts more strings than memory should hold: sorted runs on disk, merged at the end (external merge sort)."""

from __future__ import annotations

import heapq
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Self

# Different strings in memory before they go to disk: some 15 MB.
HELD = 100_000


class SpillingCounter:
    """Counts strings without line ends or tabs in bounded memory; its files go when it is left.

    Args:
        held: different strings in memory at most, but for those of one call of `add`.
    """

    def __init__(self, held: int = HELD) -> None:
        self._held = held
        self._counts: Counter[str] = Counter()
        self._runs: list[Path] = []
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        self._folder = Path(self._stack.enter_context(tempfile.TemporaryDirectory(prefix="seoaudit-")))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def add(self, strings: Iterable[str]) -> None:
        """Count each string once more."""
        self._counts.update(strings)
        if len(self._counts) >= self._held:
            self._spill()

    def totals(self) -> Iterator[tuple[str, int]]:
        """Yield each string with its count, in the order of code points whatever the order of adding."""
        runs = [*(self._read(path) for path in self._runs), iter(sorted(self._counts.items()))]
        for string, group in groupby(heapq.merge(*runs), key=lambda pair: pair[0]):
            yield string, sum(n for _, n in group)

    def _spill(self) -> None:
        path = self._folder / str(len(self._runs))
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{string}\t{n}\n" for string, n in sorted(self._counts.items()))
        self._runs.append(path)
        self._counts.clear()

    def _read(self, path: Path) -> Iterator[tuple[str, int]]:
        with path.open(encoding="utf-8", newline="\n") as file:
            for line in file:
                string, _, n = line.rstrip("\n").rpartition("\t")
                yield string, int(n)
