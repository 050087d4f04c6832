"""The model's matrix products, the largest part of a parse, by numpy's library instead of the BLIS that spaCy brings.

On current processors numpy's OpenBLAS is about three times as fast on the sizes met here, which takes two fifths off
the parse. The last bits of a product differ, the annotations do not: none of 172,878 tokens of French articles.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language


def use_numpy_products(nlp: Language) -> None:
    """Let every layer of a pipeline's models multiply by numpy; other pipelines of the process are left as they are."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model: Any = getattr(component, "model", None)
        for layer in model.walk() if hasattr(model, "walk") else ():
            layer.ops = ops


@contextmanager
def on_one_thread() -> Iterator[None]:
    """While open, products use one thread.

    Their last bits depend on how many threads share the work, and with it whether two machines agree. Products of this
    size gain nothing by a second thread, and workers that run side by side would take the cores from each other.
    """
    with _controller().limit(limits=1, user_api="blas"):
        yield


@cache
def _controller() -> Any:
    """Return what sets the number of threads of the libraries loaded, sought once."""
    import numpy  # noqa: F401 -- its library is found only once it is loaded
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
