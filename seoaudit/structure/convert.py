"""Drafts in the other format: HTML sources as Markdown, Markdown as HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seoaudit.structure.draft import Draft

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n.*?\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)


def markdown_to_html(markdown: str) -> str:
    """Return Markdown (CommonMark with tables) as an HTML fragment; front matter is left out."""
    from markdown_it import MarkdownIt

    return str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(_FRONT_MATTER.sub("", markdown)))


def html_to_markdown(draft: Draft) -> str:
    """Return the draft of an HTML source as Markdown, with its links, images, tables and code.

    What the reader leaves out of the article (navigation, scripts, forms) is left out here too.
    """
    from bs4 import BeautifulSoup, Comment
    from markdownify import MarkdownConverter

    from seoaudit.article.html import article_element

    soup = BeautifulSoup(draft.to_source_format(), "lxml")
    body = article_element(soup)
    for comment in body.find_all(string=lambda s: isinstance(s, Comment)):
        comment.extract()
    converter = MarkdownConverter(heading_style="ATX", bullets="-", escape_misc=True, wrap=False)
    text = str(converter.convert_soup(body))
    return re.sub(r"[ \t]+\n", "\n", re.sub(r"\n{3,}", "\n\n", text)).strip() + "\n"
