"""Tell what a source is written in: by the name of its file, else by what it holds."""

from __future__ import annotations

import re
from pathlib import PurePath

from seoaudit.article.frontmatter import has_front_matter
from seoaudit.article.html_scan import Token, scan
from seoaudit.article.lines import split_lines, wrap_width
from seoaudit.article.model import SourceFormat

_ENDINGS: dict[str, SourceFormat] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
}
# The beginning of a source says enough.
_LOOKED_AT = 50_000

_PAGE_TAGS = frozenset({"html", "head", "body"})
_BLOCK_TAGS = frozenset(
    {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "tr", "td", "blockquote", "pre"}
    | {"article", "section", "main", "header", "footer", "nav", "aside", "figure", "dl", "details", "center"}
)
_INLINE_TAGS = frozenset(
    {"a", "b", "i", "u", "em", "strong", "span", "small", "sup", "sub", "code", "cite", "font", "q"}
)
_VOID_TAGS = frozenset({"br", "hr", "img"})

_MARKDOWN = re.compile(
    r"^[ ]{0,3}\#{1,6}[ \t]+\S"  # a heading
    r"|^[^\s\-=\#>*+|][^\r\n]{0,100}\r?\n(?:=+|-{3,})[ \t]*\r?$"  # an underlined heading
    r"|!?\[[^\[\]\r\n]*\]\((?:[^()\s]|\([^()\s]*\))+(?:[ \t]+[\"'(][^\r\n()]*)?\)"  # a link or image
    r"|^[ ]{0,3}\[[^\[\]\r\n]+\]:[ \t]*(?:<?https?:|/|mailto:)"  # the address of a link
    r"|^[ ]{0,3}\[\^[^\[\]\s]+\]:"  # a footnote
    r"|^[ ]{0,3}(?:```|~~~)"  # code
    r"|^[ ]{0,3}>[ \t]+\S"  # a quotation
    r"|^[ ]{0,3}\|?[ \t]*:?-{3,}:?[ \t]*\|"  # the rule of a table
    r"|(?<![\w*])\*\*[^\s*](?:[^*\r\n]*[^\s*])?\*\*(?![\w*])",  # strong emphasis
    re.MULTILINE,
)
_ITEM = re.compile(r"(?:[-*+]|\d{1,2}[.)])[ \t]+\S")


def format_of_name(name: str) -> SourceFormat | None:
    """Return the format that a file's name tells by its ending; None if it tells none."""
    return _ENDINGS.get(PurePath(name).suffix.lower())


def detect_format(source: str) -> SourceFormat:
    """Return the format that a source of unknown origin is most likely in.

    Front matter makes Markdown; a page or real tags make HTML, unless Markdown's own marks outnumber them; headings,
    links, lists and the like make Markdown; a text that merely holds a "<" or "*" is a text.
    """
    head = source[:_LOOKED_AT]
    if has_front_matter(head):
        return "markdown"
    tags = [token for token in scan(head) if token.kind != "text"]
    marks = len(_MARKDOWN.findall(head))
    if tags and _is_html(head, tags, marks):
        return "html"
    if marks or _inline_pairs(tags) or _is_list(head):
        return "markdown"
    return "text"


def _is_html(head: str, tags: list[Token], marks: int) -> bool:
    begins = tags[0].start == len(head) - len(head.lstrip())
    if tags[0].name in _PAGE_TAGS:
        return True
    ended = {tag.name for tag in tags if tag.kind == "end"}
    blocks = sum(tag.kind == "start" and tag.name in _BLOCK_TAGS and tag.name in ended for tag in tags)
    if blocks:
        return marks == 0 or (begins and blocks >= marks)
    unclosed = sum(tag.kind == "start" and tag.name in _BLOCK_TAGS for tag in tags)
    if unclosed and begins and not marks:
        return True
    # Inline tags between paragraphs that blank lines separate: Markdown reads both.
    return not marks and _inline_pairs(tags) > 0 and not re.search(r"\n[ \t\r]*\n\s*\S", head)


def _inline_pairs(tags: list[Token]) -> int:
    """Return how many inline elements are closed or need no closing."""
    ended = {tag.name for tag in tags if tag.kind == "end"}
    starts = [tag.name for tag in tags if tag.kind == "start"]
    return sum((name in _INLINE_TAGS and name in ended) or name in _VOID_TAGS for name in starts)


def _is_list(head: str) -> bool:
    """Whether list items stand as Markdown sets them: Markdown would join paragraphs that stand on a line each."""
    lines = split_lines(head)
    items = [bool(_ITEM.match(line.text)) for line in lines]
    if sum(items) < 2:
        return False
    wrapped = wrap_width(lines) > 0
    return wrapped or not any(
        above.text and line.text and not item and line.indent < 2
        for above, line, item in zip(lines, lines[1:], items[1:], strict=False)
    )
