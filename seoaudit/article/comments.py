"""The comments of an article that speak to seoaudit: `<!-- seoaudit: disable=TYP001 -->`, in Markdown and HTML.

Comments are source and no text: no reader shows them, and a draft keeps them where they are. Plain text and Word
documents have none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from seoaudit.article.frontmatter import read_front_matter
from seoaudit.article.html_scan import comments
from seoaudit.article.model import Article, Block

_COMMENT = re.compile(r"<!--\s*seoaudit\s*:\s*(?P<says>[^<>]*?)\s*-->", re.IGNORECASE)


class Comment(NamedTuple):
    """A comment: its place in the source, and what it says after "seoaudit:"."""

    start: int
    end: int
    says: str


def comments_of(article: Article) -> tuple[Comment, ...]:
    """Return the comments that speak to seoaudit, in order; one that is shown as text, such as code, is none."""
    if article.format not in {"markdown", "html"}:
        return ()
    source = article.source
    found = [Comment(m.start(), m.end(), m["says"]) for m in _COMMENT.finditer(source)]
    if not found:
        return ()
    if article.format == "html":
        real = {start for start, _ in comments(source)}
        return tuple(c for c in found if c.start in real)
    begin = read_front_matter(source).end
    return tuple(c for c in found if c.start >= begin and not _is_shown(article.blocks, c.start))


def _is_shown(blocks: tuple[Block, ...], offset: int) -> bool:
    """Whether what stands at an offset of the source is text of a block, letter for letter."""
    i = bisect_right(blocks, offset, key=lambda b: b.start) - 1
    if i < 0:
        return False
    runs = blocks[i].source_map.runs
    return any(r.source <= offset < r.source + r.width for r in runs if r.length == r.width)
