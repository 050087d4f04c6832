#!/usr/bin/env python3
"""Time from a save to the new report of `seoaudit watch`, for the reference article of about 350 words.

    python benchmarks/watch.py [saves]

Goal, on a quiet machine: each save <= 300 ms. The first report, for which the model is loaded, is not counted; each
save adds another sentence in the middle of the article.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "samples" / "optus.txt"
GOAL = 0.3


def main() -> None:
    saves = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    text = SAMPLE.read_text(encoding="utf-8")
    middle = text.index(".", len(text) // 2) + 1
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "seoaudit", "watch", path.name, "--min-words", "700"]
        with subprocess.Popen(
            command, cwd=folder, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        ) as process:
            if process.stderr is None:
                raise SystemExit("no notes to wait for")
            process.stderr.readline()
            times = []
            for n in range(saves):
                time.sleep(0.5)
                changed = f"{text[:middle]} La note {n} du dossier en dit plus.{text[middle:]}"
                start = time.perf_counter()
                path.write_text(changed, encoding="utf-8")
                process.stderr.readline()
                times.append(time.perf_counter() - start)
            process.kill()
    late = sum(t > GOAL for t in times)
    print(
        f"{saves} saves: median {1000 * statistics.median(times):.0f} ms, slowest {1000 * max(times):.0f} ms   "
        f"goal <= {1000 * GOAL:.0f} ms   {'met' if not late else f'SHORT {late} times'}"
    )


if __name__ == "__main__":
    main()
