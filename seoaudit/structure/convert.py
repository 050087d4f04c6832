"""Drafts in the other format: HTML sources as Markdown, Markdown as HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from seoaudit.article.collect import is_prompt
from seoaudit.article.html_root import word_name

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

    from seoaudit.structure.draft import Draft

LEFT_OUT = ["nav", "script", "style", "form", "aside", "noscript", "template", "iframe", "svg"]
# The first line of a prompt, whose brackets are no link of the author's that would have to be escaped.
_PROMPT_LINE = re.compile(r"^> \\\[([^\]\n]*?)\\\]", re.MULTILINE)
# As text of its own ("·", then spaces), or at the head of the text with two spaces at least after it.
_BULLET = re.compile(r"\s*(?:[·•▪§–o-]|\d{1,3}[.)])?(?:\s*$|\s{2,})")
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
    _tidy(soup)
    converter = MarkdownConverter(
        heading_style="ATX", bullets="-", escape_misc=True, wrap=False, table_infer_header=True
    )
    text = _PROMPT_LINE.sub(
        lambda m: f"> [{m[1]}]" if is_prompt(f"[{m[1]}]") else m[0], str(converter.convert_soup(soup))
    )
    return re.sub(r"[ \t]+\n", "\n", re.sub(r"\n{3,}", "\n\n", text)).strip() + "\n"


def _tidy(soup: BeautifulSoup) -> None:
    """Drop empty paragraphs, and give the titles and list items that Word writes as paragraphs their own elements."""
    items: Tag | None = None
    for p in soup.find_all("p"):
        if not p.get_text().strip() and p.find("img") is None:
            p.decompose()
            continue
        p.name = word_name({k: v if isinstance(v, str) else " ".join(v) for k, v in p.attrs.items()})
        if p.name != "li":
            continue
        kind = "ol" if _take_bullet(p) else "ul"
        before = p.find_previous_sibling()
        if items is None or before is not items or items.name != kind:
            items = soup.new_tag(kind)
            p.insert_before(items)
        items.append(p)


def _take_bullet(item: Tag) -> bool:
    """Take away the bullet or number that stands as text at the head of an item; return whether it was a number."""
    number = False
    for text in item.find_all(string=True):
        found = _BULLET.match(text)
        if found is None:
            break
        number = number or any(c.isdigit() for c in found.group())
        rest = text[found.end() :]
        text.replace_with(rest)
        if rest:
            break
    return number
