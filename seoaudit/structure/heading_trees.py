"""Regression trees added up (gradient boosting, Friedman 2001): from the features of a phrase to its grade.

Fitted by `benchmarks/fit_headings.py` on readers' grades; the package needs the numbers alone. A tree goes left where
a feature is at most its threshold. Thresholds and features are rounded, so that every machine takes the same turns.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

DECIMALS = 4
# Rows graded at once: a section of thousands of phrases needs no more memory than one of hundreds.
_AT_ONCE = 512


@dataclass(frozen=True)
class Trees:
    """Trees laid end to end, a node an entry; the two children of a node stand side by side, a leaf is its own child.

    Attributes:
        roots: the root of each tree.
        depth: the most turns from a root to a leaf.
        feature: the column each node looks at.
        threshold: what it is compared with; infinite at a leaf.
        left: the node for values up to the threshold; the one after it is for greater ones.
        value: what a leaf adds.
        base: what is added to all.
    """

    roots: NDArray[Any]
    depth: int
    feature: NDArray[Any]
    threshold: NDArray[Any]
    left: NDArray[Any]
    value: NDArray[Any]
    base: float

    def predict(self, rows: NDArray[Any]) -> NDArray[Any]:
        """Return the sum of the trees for each row of features."""
        import numpy as np

        return np.concatenate([self._sum(rows[i : i + _AT_ONCE]) for i in range(0, max(1, len(rows)), _AT_ONCE)])

    def _sum(self, rows: NDArray[Any]) -> NDArray[Any]:
        import numpy as np

        flat = np.round(rows, DECIMALS).ravel()
        node = np.repeat(self.roots[None, :], len(rows), axis=0)
        start = (np.arange(len(rows)) * rows.shape[1])[:, None]
        for _ in range(self.depth):
            node = self.left.take(node) + (flat.take(start + self.feature.take(node)) > self.threshold.take(node))
        total: NDArray[Any] = self.base + np.einsum("ij->i", self.value.take(node))
        return total


def read_trees(weights: Mapping[str, Any]) -> Trees:
    """Return trees as the weights file keeps them: a list for each column of nodes."""
    import numpy as np

    whole = {k: np.array(weights[k], dtype=np.intp) for k in ("roots", "feature", "left")}
    real = {k: np.array(weights[k], dtype=np.float64) for k in ("threshold", "value")}
    leaves = whole["left"] == np.arange(len(whole["left"]))
    real["threshold"][leaves] = np.inf
    return Trees(**whole, **real, depth=int(weights["depth"]), base=float(weights["base"]))
