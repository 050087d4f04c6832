"""The model multiplies by numpy, on one thread, whatever the process was started with."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

OPTUS = str(Path(__file__).parents[2] / "samples" / "optus.txt")
THREADS = """
import numpy
from threadpoolctl import threadpool_info
from seoaudit.french.products import on_one_thread
def now(): return [t["num_threads"] for t in threadpool_info() if t["user_api"] == "blas"]
before = now()
with on_one_thread():
    within = now()
print(within, now() == before)
"""
OVERLAPPING = """
import numpy
from threadpoolctl import threadpool_info
from seoaudit.french.products import on_one_thread
def now(): return [t["num_threads"] for t in threadpool_info() if t["user_api"] == "blas"]
before = now()
first, second = on_one_thread(), on_one_thread()
first.__enter__(); second.__enter__(); first.__exit__(None, None, None)
within = now()
second.__exit__(None, None, None)
print(within, now() == before)
"""
LAYERS = """
from seoaudit.french.pipeline import load_pipeline
models = [m for _, c in load_pipeline().pipeline if hasattr(m := getattr(c, "model", None), "walk")]
print(len(models), {layer.ops.use_blis for m in models for layer in m.walk()})
from thinc.api import get_current_ops
print(get_current_ops().use_blis)
"""
REPORT = """
import sys, pathlib, seoaudit
print(seoaudit.audit(pathlib.Path(sys.argv[1])).to_json())
"""


def fresh(code: str, *arguments: str, threads: int) -> str:
    """Return what a process of its own prints, started with so many threads for products."""
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": str(threads)}
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_products_use_one_thread_and_give_the_others_back() -> None:
    assert fresh(THREADS, threads=2) == "[1] True\n"


def test_callers_that_overlap_give_the_threads_back_too() -> None:
    assert fresh(OVERLAPPING, threads=2) == "[1] True\n"


def test_every_layer_multiplies_by_numpy_and_other_models_as_they_did() -> None:
    layers, others = fresh(LAYERS, threads=1).splitlines()
    count, kinds = layers.split(" ", 1)
    assert int(count) > 3
    assert kinds == "{False}"
    assert others == "True"


def test_a_report_does_not_depend_on_the_threads_of_the_process() -> None:
    one, two = (fresh(REPORT, OPTUS, threads=n) for n in (1, 2))
    assert one == two
