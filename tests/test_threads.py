"""Library callers in threads: from a cold start they share one model, and get what a single one gets."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from seoaudit.structure.cohesion import stem

# A process of its own is a cold one. All threads set out together, most on texts of their own, some on the same.
SCRIPT = """
import sys, threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
import seoaudit
from seoaudit.french import pipeline

samples = Path(sys.argv[1])
names = ("optus.txt", "page-bourree.html", "texte-brut.txt", "optus.txt")
sources = [samples / n for n in names for _ in range(2)]
loads = []
real = pipeline._load_fast
pipeline._load_fast = lambda path: loads.append(path) or real(path)
gate = threading.Barrier(len(sources))

def audited(source):
    gate.wait()
    return seoaudit.audit(source, keyphrase="appels triple zéro").to_json()

with ThreadPoolExecutor(len(sources)) as pool:
    together = list(pool.map(audited, sources))
alone = {s: seoaudit.audit(s, keyphrase="appels triple zéro").to_json() for s in set(sources)}
assert len(loads) == 1, f"the model was loaded {len(loads)} times"
assert together == [alone[s] for s in sources], "threads got other reports"
"""


def test_eight_threads_from_a_cold_start_share_the_model_and_get_the_serial_reports() -> None:
    from tests.conftest import SAMPLES

    done = subprocess.run([sys.executable, "-c", SCRIPT, str(SAMPLES)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_threads_do_not_cut_each_other_s_words() -> None:
    words = [
        f"{a}{b}"
        for a in ("déclar", "vendang", "fromag", "opérat", "national")
        for b in ("ations", "euse", "isait", "ement", "iques")
    ]
    alone = [stem(w) for w in words]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for _ in range(20):
            stem.cache_clear()
            with ThreadPoolExecutor(8) as pool:
                assert list(pool.map(stem, words)) == alone
    finally:
        sys.setswitchinterval(interval)
