"""The model's matrix products, the largest part of a parse, by numpy's library instead of the BLIS that spaCy brings.

On current processors numpy's OpenBLAS is about three times as fast on the sizes met here, which takes two fifths off
the parse. The last bits of a product differ, the annotations do not: none of 172,878 tokens of French articles.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
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


class _OneThread:
    """Products on one thread as long as somebody is inside.

    The number is the process's: were each caller to set and restore it alone, two that overlap would leave it at one.
    """

    def __init__(self) -> None:
        self._lock, self._inside, self._limit = threading.Lock(), 0, ExitStack()

    def enter(self) -> None:
        """Set one thread, for the first that comes."""
        with self._lock:
            if not self._inside:
                self._limit.enter_context(_controller().limit(limits=1, user_api="blas"))
            self._inside += 1

    def leave(self) -> None:
        """Give the others back, when the last one goes."""
        with self._lock:
            self._inside -= 1
            if not self._inside:
                self._limit.close()


_one_thread = _OneThread()


@contextmanager
def on_one_thread() -> Iterator[None]:
    """While open, products use one thread.

    Their last bits depend on how many threads share the work, and with it whether two machines agree. Products of this
    size gain nothing by a second thread, and workers that run side by side would take the cores from each other.
    """
    _one_thread.enter()
    try:
        yield
    finally:
        _one_thread.leave()


@cache
def _controller() -> Any:
    """Return what sets the number of threads of the libraries loaded, sought once."""
    import numpy  # noqa: F401 -- its library is found only once it is loaded
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
