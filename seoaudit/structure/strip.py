"""Takes the writing prompts out of an expanded draft, and nothing else.

Whatever a human wrote into a prompt stays, as a paragraph in the prompt's place.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from seoaudit.article.model import Article, Block, BlockKind
from seoaudit.structure.prompt_text import written_into

_QUOTE_MARK = re.compile(r"[ \t]*>[ \t]?")
_BULLET = re.compile(r"[-*+][ \t]+")
_QUOTE_END = re.compile(r"</blockquote\s*>", re.IGNORECASE)


def strip_prompts(article: Article) -> str | bytes:
    """Return the source without its prompts; all other characters stay as they are.

    Args:
        article: a draft, or what an editor made of one.

    Returns:
        The text of a Markdown or HTML draft; the bytes of a Word document.

    Raises:
        MissingExtraError: the draft is a Word document and python-docx is not installed.
    """
    if article.format == "docx":
        from seoaudit.structure.draft_docx import strip_docx

        return strip_docx(article)
    source = article.source
    cut = _cut_html if article.format == "html" else _cut_markdown
    for block in reversed([b for b in article.blocks if b.kind is BlockKind.PROMPT]):
        source = cut(source, block)
    return source


def _cut_markdown(source: str, block: Block) -> str:
    """Cut whole lines, with the blank lines before them (those after them when they open the text)."""
    start = max(source.rfind("\n", 0, block.start), source.rfind("\r", 0, block.start)) + 1
    newline = "\r\n" if "\r\n" in source else "\n"
    items: list[str] = []
    beside: list[str] = []  # lines without the mark, which a quotation swallows
    last = start
    for line in _lines(source, start, block.end):
        last = line.end()
        quoted = _QUOTE_MARK.match(line.group())
        if quoted is None:
            beside.append(line.group())
            continue
        text = line.group()[quoted.end() :]
        bullet = _BULLET.match(text)
        if bullet or not items:
            items.append(text[bullet.end() :] if bullet else text)
        elif text.strip():
            items[-1] += " " + text.strip()
    kept = [*written_into([_unescaped(i.strip()) for i in items]), *([newline.join(beside)] if beside else [])]
    before, after = source[:start].rstrip(" \t\r\n"), source[last:]
    blank = newline * 2
    pieces = [p for p in (before, *kept) if p]
    return blank.join(pieces) + (after if pieces else after.lstrip("\r\n"))


def _lines(source: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the lines of a prompt: those that begin before its end, and quoted lines that follow it."""
    for line in re.compile(r"[^\r\n]*(?=\r?\n|\r|\Z)").finditer(source, start):
        if line.start() >= end and not re.match(r"[ \t]*>[ \t]*$", line.group()):
            return
        if line.group():
            yield line


def _unescaped(text: str) -> str:
    return re.sub(r"\\([\\`*_<>\[\]&])", r"\1", text)


def _cut_html(source: str, block: Block) -> str:
    """Cut the block quote that holds the prompt, with the line break that came with it."""
    opening = source.rfind("<blockquote", 0, block.start + len("<blockquote"))
    begin = opening if opening >= 0 else block.start
    closing = _QUOTE_END.search(source, max(begin, block.end - len("</blockquote>")))
    last = closing.end() if closing else block.end
    kept = "\n".join(f"<p>{html.escape(t, quote=False)}</p>" for t in written_into(block.text.split("\n")))
    if kept:
        return source[:begin] + kept + source[last:]
    if source[begin - 1 : begin] == "\n":
        begin -= 1
    elif source[last : last + 1] == "\n":
        last += 1
    return source[:begin] + source[last:]
