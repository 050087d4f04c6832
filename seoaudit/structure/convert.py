"""Drafts in another format than their source's: HTML as Markdown, Markdown as HTML, both as a Word document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from seoaudit.article.html_root import word_name
from seoaudit.structure.draft_html import CONTENTS_CLASS, PROMPT_CLASS
from seoaudit.structure.draft_markdown import named_anchor, prompt_quote
from seoaudit.structure.prompt_text import BOX

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

LEFT_OUT = ["nav", "script", "style", "form", "aside", "noscript", "template", "iframe", "svg"]
# As text of its own ("·", then spaces), or at the head of the text with two spaces at least after it.
_BULLET = re.compile(r"\s*(?:[·•▪§–o-]|\d{1,3}[.)])?(?:\s*$|\s{2,})")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n.*?\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
# Signs of the private use area hold the places of prompts and anchors while Markdown is written.
_PROMPT, _ANCHOR = re.compile("\ue000(\\d+)\ue001"), re.compile("\ue002([^\ue003]+)\ue003")


def markdown_to_html(markdown: str) -> str:
    """Return Markdown (CommonMark with tables) as an HTML fragment; front matter is left out."""
    from markdown_it import MarkdownIt

    from seoaudit.article.collect import is_prompt

    text = str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(_FRONT_MATTER.sub("", markdown)))

    def dressed(quote: re.Match[str]) -> str:
        if not is_prompt(quote["head"]):
            return quote.group()
        return f'<blockquote class="{PROMPT_CLASS}">' + quote["rest"].replace(f"<li>{BOX}", "<li>☐ ")

    return re.sub(r"<blockquote>(?P<rest>\s*<p>(?P<head>[^<]*).*?</blockquote>)", dressed, text, flags=re.DOTALL)


def body_of(markup: str) -> BeautifulSoup:
    """Return what a draft's HTML holds of the article: without navigation, scripts, forms and comments."""
    from bs4 import BeautifulSoup, Comment

    soup = BeautifulSoup(markup, "lxml")
    for contents in soup.find_all("nav", class_=CONTENTS_CLASS):
        contents.name = "div"
    for element in soup.find_all(LEFT_OUT):
        element.decompose()
    for comment in soup.find_all(string=lambda s: isinstance(s, Comment)):
        comment.extract()
    _tidy(soup)
    return soup


def html_to_markdown(markup: str) -> str:
    """Return the HTML of a draft as Markdown, with its links, images, tables and code."""
    from markdownify import MarkdownConverter

    soup = body_of(markup)
    prompts = []
    for quote in soup.find_all("blockquote", class_=PROMPT_CLASS):
        prompts.append([_line(e) for e in quote.find_all(["p", "li"])])
        _replace(soup, quote, f"\ue000{len(prompts) - 1}\ue001")
    listed = {str(a["href"])[1:] for c in soup.find_all(class_=CONTENTS_CLASS) for a in c.find_all("a", href=True)}
    for heading in soup.find_all(re.compile("^h[1-6]$"), id=True):
        if heading["id"] in listed:
            heading.insert(0, f"\ue002{heading['id']}\ue003")
    converter = MarkdownConverter(
        heading_style="ATX", bullets="-", escape_misc=True, wrap=False, table_infer_header=True
    )
    text = str(converter.convert_soup(soup))
    text = re.sub(r"[ \t]+\n", "\n", re.sub(r"\n{3,}", "\n\n", text)).strip() + "\n"
    text = _ANCHOR.sub(lambda m: named_anchor(m[1]), text)
    return _PROMPT.sub(lambda m: "\n".join(prompt_quote(prompts[int(m[1])])), text)


def _line(element: Tag) -> str:
    text = " ".join(element.get_text().split(" "))
    return BOX + text[2:] if text.startswith("☐ ") else text


def _replace(soup: BeautifulSoup, element: Tag, text: str) -> None:
    paragraph = soup.new_tag("p")
    paragraph.string = text
    element.replace_with(paragraph)


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
