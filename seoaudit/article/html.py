"""Read HTML, a whole page or the fragment that a CMS stores, into blocks that know their place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from bs4.element import NavigableString, PageElement, Tag

from seoaudit.article.builder import TextBuilder, is_blank
from seoaudit.article.collect import Collector
from seoaudit.article.html_head import is_whole_page, read_head
from seoaudit.article.html_root import MARK, Page, Root, find_root
from seoaudit.article.html_scan import Token, attributes, scan, unescape
from seoaudit.article.html_tree import CELLS, HEADINGS, LISTS, build_tree
from seoaudit.article.model import Block, BlockKind, Image, Meta

_REFERENCE = re.compile(r"&(?:#\d{1,7}(?!\d)|#[xX][0-9a-fA-F]{1,6}(?![0-9a-fA-F])|[A-Za-z][A-Za-z0-9]{1,31});?")
_BLANK_LINE = re.compile(r"\r?\n[ \t\r]*\n[ \t\r\n]*")


class HtmlPage(NamedTuple):
    """What `read_html` returns; `whole_page` tells a page with html, head or body from a fragment."""

    blocks: tuple[Block, ...]
    meta: Meta
    whole_page: bool


def read_html(source: str) -> HtmlPage:
    """Return the blocks of the article in a page or fragment and what its head says."""
    tokens = scan(source)
    whole = is_whole_page(tokens)
    collector = Collector()
    page = Page(source, tokens, build_tree(source, tokens), whole)
    root = find_root(page)
    walker = _walker(page, collector, 0)
    if root.title is not None:
        walker.walk(root.title, in_article=True)
    walker.walk(root.node, in_article=root.in_article)
    return HtmlPage(tuple(collector.blocks), read_head(source, tokens), whole)


def add_html(fragment: str, collector: Collector, offset: int) -> None:
    """Add the blocks of a fragment that stands at `offset` in the source, as HTML does in Markdown."""
    tokens = scan(fragment)
    if any(t.name == "img" or (t.kind == "text" and not fragment[t.start : t.end].isspace()) for t in tokens):
        page = Page(fragment, tokens, build_tree(fragment, tokens), whole=False)
        _walker(page, collector, offset).walk(page.body, in_article=True)
