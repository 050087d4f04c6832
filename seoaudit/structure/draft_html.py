"""Drafts in HTML: insertions stand around whole lists, quotations and tables, never inside them."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from seoaudit.article.model import Article
from seoaudit.structure.draft_pieces import Addition, Entry, Insertion, inside_paragraph
from seoaudit.structure.prompt_text import BOX

PROMPT_CLASS = "seoaudit-prompt"
CONTENTS_CLASS = "seoaudit-contents"
_OPENING = re.compile(r"(?:<(?:ul|ol|dl|blockquote|table|thead|tbody|tr|figure|li|dd|dt)\b[^<>]*>\s*)+$", re.IGNORECASE)
_CLOSING = re.compile(
    r"(?:\s*</(?:ul|ol|dl|blockquote|table|thead|tbody|tr|td|th|figure|li|dd|dt|p)\s*>)+", re.IGNORECASE
)
_PARAGRAPH = re.compile(r"<p\b", re.IGNORECASE)
_LOOKED_BACK = 2000


def html_additions(article: Article, insertions: Sequence[Insertion]) -> tuple[Addition, ...]:
    """Return insertions as HTML."""
    source = article.source
    out = [_written(source, i) for i in insertions]
    for offset in {a.offset for a in out if inside_paragraph(article, a.offset)}:
        block = next(b for b in article.blocks if b.start < offset < b.end)
        if not _PARAGRAPH.match(source, block.start):
            continue  # text that stands in no element of its own
        here = [n for n, a in enumerate(out) if a.offset == offset]
        first, last = here[0], here[-1]
        out[first] = out[first]._replace(text="</p>\n" + out[first].text)
        out[last] = out[last]._replace(text=out[last].text + "<p>")
    return tuple(sorted(out, key=lambda a: a.offset))


def _written(source: str, insertion: Insertion) -> Addition:
    if insertion.kind == "anchor":
        name = re.compile(r"<h[1-6]", re.IGNORECASE).match(source, insertion.offset)
        at = name.end() if name else insertion.offset
        return Addition(at, f' id="{insertion.anchor}"' if name else f'<a id="{insertion.anchor}"></a>', "anchor")
    if insertion.after:
        found = _CLOSING.match(source, insertion.offset)
        return Addition(found.end() if found else insertion.offset, "\n" + _element(insertion), insertion.kind)
    opened = _OPENING.search(source[max(0, insertion.offset - _LOOKED_BACK) : insertion.offset])
    at = insertion.offset - (len(opened.group()) if opened else 0)
    return Addition(at, _element(insertion) + "\n", insertion.kind)


def _element(insertion: Insertion) -> str:
    if insertion.kind == "heading":
        level, name = insertion.level, f' id="{insertion.anchor}"' if insertion.anchor else ""
        return f"<h{level}{name}>{_text(insertion.lines[0])}</h{level}>"
    if insertion.kind == "contents":
        return contents_element(insertion.entries)
    head, *questions = insertion.lines
    body = "".join(f"<li>{_text(q).replace(BOX, '☐ ', 1) if q.startswith(BOX) else _text(q)}</li>" for q in questions)
    return f'<blockquote class="{PROMPT_CLASS}"><p>{_text(head)}</p>{f"<ul>{body}</ul>" if body else ""}</blockquote>'


def contents_element(entries: Sequence[Entry]) -> str:
    """Return a table of contents as nested lists of links."""
    out, levels = [], [min(e.level for e in entries)]
    for n, e in enumerate(entries):
        if e.level > levels[-1]:
            levels.append(e.level)
            out.append("<ul>")
        elif n:
            out.append("</li>")
            while e.level < levels[-1]:
                levels.pop()
                out.append("</ul></li>")
        out.append(f'<li><a href="#{e.anchor}">{_text(e.text)}</a>')
    closing = "</li>" + "</ul></li>" * (len(levels) - 1)
    return f'<nav class="{CONTENTS_CLASS}" aria-label="Sommaire"><ul>{"".join(out)}{closing}</ul></nav>'


def _text(text: str) -> str:
    return html.escape(text, quote=False)
