"""Takes the writing prompts out of an expanded draft, and nothing else."""

from __future__ import annotations

import re

from seoaudit.article.model import Article, BlockKind


def strip_prompts(article: Article) -> str:
    """Return the source without its prompt blocks; all other characters stay as they are.

    Args:
        article: a draft, or what an editor made of one, in Markdown or HTML.
    """
    source = article.source
    prompts = [b for b in article.blocks if b.kind is BlockKind.PROMPT]
    groups: dict[int, list[tuple[int, int]]] = {}
    for block in prompts:
        groups.setdefault(block.group, []).append((block.start, block.end))
    cut = _cut_html if article.format == "html" else _cut_markdown
    for spans in sorted(groups.values(), reverse=True):
        source = cut(source, min(a for a, _ in spans), max(b for _, b in spans))
    return source


def _cut_markdown(source: str, start: int, end: int) -> str:
    """Cut whole lines, with the blank lines before them (those after them when they open the text)."""
    line = max(source.rfind("\n", 0, start), source.rfind("\r", 0, start)) + 1
    stop = re.compile(r"[^\r\n]*").match(source, end)
    last = stop.end() if stop else end
    before = source[:line].rstrip(" \t\r\n")
    after = source[last:]
    return before + after if before else after.lstrip("\r\n")


def _cut_html(source: str, start: int, end: int) -> str:
    """Cut the block quote that holds the prompt, with the line break that came with it."""
    opening = source.rfind("<blockquote", 0, start + len("<blockquote"))
    begin = opening if opening >= 0 else start
    closing = re.compile(r"</blockquote\s*>", re.IGNORECASE).search(source, max(begin, end - len("</blockquote>")))
    last = closing.end() if closing else end
    if source[begin - 1 : begin] == "\n":
        begin -= 1
    elif source[last : last + 1] == "\n":
        last += 1
    return source[:begin] + source[last:]
