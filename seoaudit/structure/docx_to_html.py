"""Word documents as HTML fragments: headings, paragraphs, lists, quotations, tables, links, images, prompts."""

from __future__ import annotations

import html
from typing import Any

from seoaudit.article.collect import is_prompt
from seoaudit.article.docx_package import open_document
from seoaudit.article.docx_reader import PROMPT_DASH, content_of
from seoaudit.article.docx_runs import RunReader, tag_of
from seoaudit.article.docx_styles import Styles
from seoaudit.article.model import Image
from seoaudit.structure.draft_html import CONTENTS_CLASS, PROMPT_CLASS

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def docx_to_html(data: bytes) -> str:
    """Return the bytes of a Word document as an HTML fragment."""
    return _Converter(data).convert()


class _Sink:
    """Takes what `RunReader` reads, as HTML."""

    def __init__(self, runs: RunReader) -> None:
        self._runs = runs
        self.bold = 0
        self.images = self
        self.out: list[str] = []
        self._linked = False

    def add(self, text: str, _source: int) -> None:
        shown = html.escape(text, quote=False).replace("\n", "<br>")
        shown = f"<em>{shown}</em>" if self._runs.italic and text.strip() else shown
        self.out.append(f"<strong>{shown}</strong>" if self.bold and text.strip() else shown)

    def append(self, image: Image) -> None:
        alt = "" if image.alt is None else f' alt="{html.escape(image.alt)}"'
        self.out.append(f'<img src="{html.escape(image.target)}"{alt}>')

    def open_link(self, target: str) -> None:
        self.close_link()
        self._linked = True
        self.out.append(f'<a href="{html.escape(target)}">')

    def close_link(self) -> None:
        if self._linked:
            self.out.append("</a>")
        self._linked = False


class _Converter:
    """Writes the elements of a document one after the other."""

    def __init__(self, data: bytes) -> None:
        self.document = open_document(data)
        self.styles = Styles(self.document)
        self.runs = RunReader(self.document.part)
        body = self.document.element.body
        self.targets = {e.get(f"{_W}anchor") for e in body.iter(f"{_W}hyperlink")}
        self.out: list[str] = []
        self.lists: list[str] = []  # the elements of the open lists
        self.closing = ""  # what ends the open quotation, prompt or table of contents
        self.group = ""

    def convert(self) -> str:
        for element in content_of(self.document.element.body):
            if tag_of(element) == "tbl":
                self._leave()
                self.out.append(self._table(element))
            else:
                self._paragraph(element)
        self._leave()
        # The questions of a prompt came one by one.
        return "\n".join(self.out).replace("</li></ul>\n<ul><li>", "</li>\n<li>") + "\n"

    def _inline(self, element: Any) -> str:
        sink = _Sink(self.runs)
        self.runs.read(element, sink, lambda _: 0)  # type: ignore[arg-type] # a sink takes what a builder does
        return "".join(sink.out).replace("</strong><strong>", "").replace("</em><em>", "")

    def _paragraph(self, element: Any) -> None:
        shown = self._inline(element)
        if not shown.strip():
            return
        role, level = self.styles.role(element)
        if is_prompt(shown) or (self.group == "prompt" and shown.startswith(PROMPT_DASH)):
            role = "prompt"
        if role == "item":
            self._item(shown, level, self._ordered(element))
            return
        self._leave(unless=role, again=role == "prompt" and is_prompt(shown))
        if role == "heading":
            self.out.append(f"<h{level}{self._id(element)}>{shown}</h{level}>")
        elif role == "prompt":
            self._enter(role, f'<blockquote class="{PROMPT_CLASS}">', "</blockquote>")
            if is_prompt(shown):
                self.out.append(f"<p>{shown}</p>")
            else:
                self.out.append(f"<ul><li>{shown.removeprefix(PROMPT_DASH)}</li></ul>")
        elif role == "quote":
            self._enter(role, "<blockquote>", "</blockquote>")
            self.out.append(f"<p>{shown}</p>")
        elif role == "contents":
            self._enter(role, f'<nav class="{CONTENTS_CLASS}" aria-label="Sommaire"><ul>', "</ul></nav>")
            self.out.append(f"<li>{shown}</li>")
        elif role == "code":
            self.out.append(f"<pre><code>{shown.replace('<br>', chr(10))}</code></pre>")
        else:
            self.out.append(f"<p>{shown}</p>")

    def _enter(self, group: str, opening: str, closing: str) -> None:
        if self.group != group:
            self.out.append(opening)
            self.group, self.closing = group, closing

    def _leave(self, *, unless: str = "", again: bool = False) -> None:
        """End the open lists, and the open group unless what comes belongs to it."""
        while self.lists:
            self.out.append(f"</li></{self.lists.pop()}>")
        if self.group and (self.group != unless or again):
            self.out.append(self.closing)
            self.group = ""

    def _item(self, shown: str, level: int, ordered: bool) -> None:
        if self.group:
            self._leave()
        name = "ol" if ordered else "ul"
        if not self.lists or level > len(self.lists):
            self.lists.append(name)
            self.out.append(f"<{name}><li>{shown}")
            return
        while len(self.lists) > level:
            self.out.append(f"</li></{self.lists.pop()}>")
        if self.lists[-1] == name:
            self.out.append(f"</li><li>{shown}")
        else:
            self.out.append(f"</li></{self.lists.pop()}>")
            self.lists.append(name)
            self.out.append(f"<{name}><li>{shown}")

    def _ordered(self, element: Any) -> bool:
        """Whether an item is numbered, by the format of its numbering; the style's name tells where there is none."""
        numbering = self.styles.numbering(element)
        if numbering is None:
            return False
        number, depth = numbering
        try:
            root = self.document.part.numbering_part.element
            abstract = root.num_having_numId(int(number)).abstractNumId.val
            level = root.xpath(f'w:abstractNum[@w:abstractNumId="{abstract}"]/w:lvl[@w:ilvl="{depth}"]/w:numFmt/@w:val')
        except (KeyError, NotImplementedError, AttributeError, ValueError):
            return False
        return bool(level) and level[0] not in {"bullet", "none"}

    def _id(self, element: Any) -> str:
        names = [e.get(f"{_W}name") for e in element.iter(f"{_W}bookmarkStart")]
        name = next((n for n in names if n in self.targets), None)
        return f' id="{html.escape(name)}"' if name else ""

    def _table(self, element: Any) -> str:
        rows = []
        for n, row in enumerate(r for r in element if tag_of(r) == "tr"):
            cell = "th" if n == 0 else "td"
            cells = ["<br>".join(self._inline(p) for p in c if tag_of(p) == "p") for c in row if tag_of(c) == "tc"]
            rows.append("<tr>" + "".join(f"<{cell}>{c}</{cell}>" for c in cells) + "</tr>")
        return f"<table>{''.join(rows)}</table>"
