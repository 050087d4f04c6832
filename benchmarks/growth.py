"""Growth of the time of what reads raw text, on input made to be hard: each unit repeated, then eight times as often.

    python benchmarks/growth.py

Prints for each the exponent of the time over the length, in processor time: 1 is linear, 2 quadratic.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from seoaudit.french import count_syllables, split_sentences

SHORT, TIMES = 10_000, 8
SENTENCES = (
    "mot ",
    "a",
    ". ",
    "…",
    "A. B. ",
    'x! " y ',
    "\n a",
    "«",
    ".]",
    "Il. («",
    "a.\u200b",
    "🎉. ",
    "(x. ",
    "l'a. ",
)
WORDS = ("a", "1", "é-", "iou", "SNCF")


def seconds(work: Callable[[str], object], unit: str, length: int) -> float:
    """The shortest of three runs, each on a text of its own: what is remembered of one must not spare the next."""
    runs = []
    for more in range(3):
        text = unit * (length // len(unit) + more)
        start = time.process_time()
        work(text)
        runs.append(time.process_time() - start)
    return min(runs)


def exponent(work: Callable[[str], object], unit: str) -> float:
    work(unit * 9)
    return math.log(seconds(work, unit, SHORT * TIMES) / max(1e-6, seconds(work, unit, SHORT)), TIMES)


def main() -> None:
    for name, work, units in (("sentences", split_sentences, SENTENCES), ("syllables", count_syllables, WORDS)):
        for unit in units:
            print(f"{name}  {unit!r:14} {exponent(work, unit):.2f}")


if __name__ == "__main__":
    main()
