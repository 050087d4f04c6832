"""Drafts in the other format: HTML sources as Markdown, Markdown as HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seoaudit.structure.draft import Draft

LEFT_OUT = ["nav", "script", "style", "form", "aside", "noscript", "template", "iframe", "svg"]
_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n.*?\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)


def markdown_to_html(markdown: str) -> str:
    """Return Markdown (CommonMark with tables) as an HTML fragment; front matter is left out."""
    from markdown_it import MarkdownIt

    return str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(_FRONT_MATTER.sub("", markdown)))


def html_to_markdown(draft: Draft) -> str:
    """Return the draft of an HTML source as Markdown, with its links, images, tables and code.

    What stands before the article's first block and after its last one is left out, and so are navigation, scripts and
    forms between them.
    """
    from bs4 import BeautifulSoup, Comment
    from markdownify import MarkdownConverter

    source, blocks = draft.article.source, draft.article.blocks
    rest = len(source) - max(b.end for b in blocks)
    written = draft.to_source_format()
    soup = BeautifulSoup(written[min(b.start for b in blocks) : len(written) - rest], "lxml")
    for element in soup.find_all(LEFT_OUT):
        element.decompose()
    for comment in soup.find_all(string=lambda s: isinstance(s, Comment)):
        comment.extract()
    converter = MarkdownConverter(heading_style="ATX", bullets="-", escape_misc=True, wrap=False)
    text = str(converter.convert_soup(soup))
    return re.sub(r"[ \t]+\n", "\n", re.sub(r"\n{3,}", "\n\n", text)).strip() + "\n"
