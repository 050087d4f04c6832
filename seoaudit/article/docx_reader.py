"""Read Word documents: headings, paragraphs, lists, quotations, tables, links and images, each with its place.

The source of a Word document is its text as Word shows it, one paragraph or table row a line: line 3 of a report is the
third paragraph. Deleted and hidden text, headers, footers and footnotes are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from seoaudit.article.bold import with_bold_headings
from seoaudit.article.builder import TextBuilder
from seoaudit.article.collect import Collector, is_prompt
from seoaudit.article.docx_runs import RunReader, tag_of
from seoaudit.article.docx_styles import Role, Styles
from seoaudit.article.model import Block, BlockKind

if TYPE_CHECKING:
    from docx.document import Document

# What a prompt's questions begin with in a Word document.
PROMPT_DASH = "– "


class Element(NamedTuple):
    """A paragraph or table of the document and its place in the source."""

    start: int
    end: int
    xml: Any


@dataclass(frozen=True, slots=True)
class DocxText:
    """A Word document as read.

    Attributes:
        source: its text, one paragraph or table row a line.
        blocks: its blocks, with their places in `source`.
        elements: its paragraphs and tables in order, with their places; empty paragraphs included.
    """

    source: str
    blocks: tuple[Block, ...]
    elements: tuple[Element, ...]


def read_docx(document: Document) -> DocxText:
    """Return the text and the blocks of a Word document."""
    reader = _DocxReader(document)
    for element in content_of(document.element.body):
        reader.read(element)
    reader.close_group()
    return DocxText("".join(reader.pieces), with_bold_headings(reader.collector.blocks), tuple(reader.elements))


def content_of(parent: Any) -> Iterator[Any]:
    """Yield the paragraphs and tables of a body in order, those inside content controls included."""
    for child in parent:
        tag = tag_of(child)
        if tag in {"p", "tbl"}:
            yield child
        elif tag in {"sdt", "sdtContent", "ins", "customXml", "smartTag"}:
            yield from content_of(child)


_Group = Literal["list", "quote", "prompt", "figure", "contents"]
_GROUPED: dict[Role, _Group] = {"item": "list", "quote": "quote", "prompt": "prompt", "contents": "contents"}
_KINDS: dict[Role, BlockKind] = {
    "heading": BlockKind.HEADING,
    "item": BlockKind.LIST_ITEM,
    "quote": BlockKind.QUOTE,
    "prompt": BlockKind.QUOTE,
    "code": BlockKind.CODE,
    "contents": BlockKind.CONTENTS,
}


class _DocxReader:
    """Writes the source and makes blocks, one element after the other."""

    def __init__(self, document: Document) -> None:
        self.styles = Styles(document)
        self.runs = RunReader(document.part)
        self.pieces: list[str] = []
        self.length = 0
        self.collector = Collector()
        self.elements: list[Element] = []
        self.group: _Group | None = None

    def read(self, element: Any) -> None:
        start = self.length
        if tag_of(element) == "tbl":
            self._table(element, start)
        else:
            self._paragraph(element, start)
        self.elements.append(Element(start, self.length, element))
        self._write("\n")

    def close_group(self) -> None:
        if self.group is not None:
            self.collector.close(self.elements[-1].end)
        self.group = None

    def _write(self, text: str) -> int:
        at = self.length
        self.pieces.append(text)
        self.length += len(text)
        return at

    def _paragraph(self, element: Any, start: int) -> None:
        builder = TextBuilder()
        self.runs.read(element, builder, self._write)
        role, level = self.styles.role(element)
        if builder.is_empty:
            return  # an empty paragraph is spacing: it ends no list
        text = self._text(start)
        if is_prompt(text) or (self.group == "prompt" and text.startswith(PROMPT_DASH)):
            role = "prompt"
        self._enter(self._wanted(role, builder), start, new=role == "prompt" and is_prompt(text))
        self.collector.add(builder.build(_KINDS.get(role, BlockKind.PARAGRAPH), start, self.length, level))

    def _wanted(self, role: Role, builder: TextBuilder) -> _Group | None:
        """Return the group that a paragraph belongs to: an image that stands alone takes its caption along."""
        if not builder.has_text and role in {"paragraph", "caption"}:
            return "figure"
        return "figure" if role == "caption" and self.group == "figure" else _GROUPED.get(role)

    def _text(self, start: int) -> str:
        out: list[str] = []
        at = self.length
        for piece in reversed(self.pieces):
            if at <= start:
                break
            out.append(piece)
            at -= len(piece)
        return "".join(reversed(out))

    def _enter(self, group: _Group | None, start: int, *, new: bool) -> None:
        if group == self.group and not new:
            return
        self.close_group()
        if group is not None:
            self.collector.open({"prompt": "quote", "contents": "note"}.get(group, group), start)  # type: ignore[arg-type]
            self.group = group

    def _table(self, element: Any, start: int) -> None:
        self.close_group()
        builder = TextBuilder()
        rows = [r for r in element.iter() if tag_of(r) == "tr"]
        for n, row in enumerate(rows):
            if n:
                builder.separate("\n", self._write("\n"))
            for m, cell in enumerate(c for c in row if tag_of(c) == "tc"):
                if m:
                    at = self._write("\t")
                    if not builder.ends_with("\n"):
                        builder.separate(" | ", at)
                for k, paragraph in enumerate(p for p in cell.iter() if tag_of(p) == "p"):
                    if k:
                        builder.add_space(self._write(" "), 1)
                    self.runs.read(paragraph, builder, self._write)
        self.collector.add(builder.build(BlockKind.TABLE, start, self.length))
