"""Whether a paragraph can be cut in two at a place without cutting its markup."""

from __future__ import annotations

from collections import Counter

from seoaudit.article.html_scan import scan
from seoaudit.article.model import Article, Block

_VOID = frozenset({"br", "img", "wbr", "input", "hr"})
_PAIRED = "*_`~"


def can_cut(article: Article, block: Block, offset: int) -> bool:
    """Whether no emphasis, link or other element of a paragraph is open at an offset of the source."""
    before = article.source[block.start : offset]
    if article.format == "html":
        tags = Counter[str]()
        for token in scan(before):
            if token.kind in {"start", "end"} and token.name not in _VOID | {"p"}:
                tags[token.name] += 1 if token.kind == "start" else -1
        return not any(tags.values())
    if article.format == "markdown":
        odd = any(before.count(sign) % 2 for sign in _PAIRED)
        return not odd and before.count("[") == before.count("]") and before.count("(") == before.count(")")
    return True
