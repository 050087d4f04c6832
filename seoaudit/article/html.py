"""Read HTML, a whole page or the fragment that a CMS stores, into blocks that know their place."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from seoaudit.article.bold import with_bold_headings
from seoaudit.article.collect import Collector
from seoaudit.article.head import read_statements
from seoaudit.article.html_head import is_document, is_whole_page, read_head
from seoaudit.article.html_root import Page, find_root
from seoaudit.article.html_scan import scan
from seoaudit.article.html_tree import build_tree
from seoaudit.article.html_walk import Walker
from seoaudit.article.model import Block, Meta


class HtmlPage(NamedTuple):
    """What `read_html` returns.

    Attributes:
        blocks: the article's, in reading order.
        meta: what the head says.
        whole_page: whether there was a page with html, head or body, against a fragment or a document saved as HTML.
    """

    blocks: tuple[Block, ...]
    meta: Meta
    whole_page: bool


def read_html(source: str) -> HtmlPage:
    """Return the blocks of the article in a page or fragment and what its head says.

    The article is the `<main>` or `<article>` with the most text, else the body. Navigation, forms, scripts, asides,
    what is hidden, footers and headers outside the article are left out (a quotation keeps its footer, the name of its
    author); a main heading in the page's header is
    kept when the article has none.
    """
    tokens = scan(source)
    page = Page(source, tokens, build_tree(source, tokens), whole=is_whole_page(tokens))
    root = find_root(page)
    collector = Collector()
    walker = Walker(page, collector)
    if root.title is not None and root.node is not page.body:
        walker.walk(root.title, in_article=True)
    walker.walk(root.node, in_article=root.in_article, title=root.title)
    meta = read_head(source, tokens)
    published = page.whole and not is_document(meta)
    if published:
        meta = replace(meta, head=read_statements(source, tokens))
    return HtmlPage(with_bold_headings(collector.blocks), meta, published)


def add_html(fragment: str, collector: Collector, offset: int) -> None:
    """Add the blocks of a fragment that stands at `offset` in the source, as HTML does in Markdown."""
    tokens = scan(fragment)
    if any(t.name == "img" or (t.kind == "text" and not fragment[t.start : t.end].isspace()) for t in tokens):
        page = Page(fragment, tokens, build_tree(fragment, tokens), whole=False)
        Walker(page, collector, offset).walk(page.body, in_article=True)
