"""Time and memory of `seoaudit corpus stats` on generated articles of some 400 words.

    python benchmarks/corpus.py [--articles 1000 10000]

Paragraphs are those of the samples in random order; one word in twelve gives way to one of 200,000 invented words,
drawn as Zipf's law has it, so that new words keep coming as on a real site. Printed are the wall time, the peak of
resident memory and the size of the table for each number of articles.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
WORDS, INVENTED, EVERY = 400, 200_000, 12
# Runs the command and writes its peak of resident memory, in kilobytes, after it.
RUN = """
import resource, sys, time
from seoaudit.cli import app
start = time.perf_counter()
app(["corpus", "stats", sys.argv[1], "-o", sys.argv[2], "--force"], standalone_mode=False)
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def generate(folder: Path, articles: int) -> None:
    paragraphs = [
        p
        for name in ("texte-brut.txt", "optus.txt", "guide-composteur.md", "guide-long.md")
        for p in (SAMPLES / name).read_text("utf-8").splitlines()
        if len(p) > 80
    ]
    chance = random.Random(1)  # noqa: S311 -- the same articles each time are what is wanted
    for n in range(articles):
        words: list[str] = []
        while len(words) < WORDS:
            words += [*chance.choice(paragraphs).split(), "\n\n"]
        for i in range(0, len(words), EVERY):
            if words[i].isalpha():
                words[i] = f"m{'aeiou'[n % 5]}t{round(INVENTED ** chance.random()):x}"
        parent = folder / f"{n // 500:03}"
        parent.mkdir(exist_ok=True)
        head = f"---\ntitle: Article {n} | Le Site\nkeyphrase: sujet {n % 900}\n---\n\n"
        (parent / f"{n:05}.md").write_text(head + " ".join(words), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 10_000])
    for articles in parser.parse_args().articles:
        with tempfile.TemporaryDirectory() as work:
            folder, table = Path(work, "site"), Path(work, "df.json")
            folder.mkdir()
            generate(folder, articles)
            out = subprocess.run(
                [sys.executable, "-c", RUN, str(folder), str(table)], capture_output=True, text=True, check=True
            )
            seconds, peak = out.stdout.split()
            kept = len(json.loads(table.read_text("utf-8"))["terms"])
            size = table.stat().st_size
        print(
            f"{articles} articles: {float(seconds):.1f} s, peak {int(peak) / 1024:.0f} MB, "
            f"{kept} phrases kept, {size / 1e6:.1f} MB"
        )


if __name__ == "__main__":
    main()
