"""A Word document from the HTML of a draft: headings, paragraphs, lists, quotations, tables, code, links, images."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from seoaudit.article.docx_package import new_document, save_document
from seoaudit.structure.docx_parts import Pieces, add_text
from seoaudit.structure.draft_html import CONTENTS_CLASS, PROMPT_CLASS
from seoaudit.structure.draft_pieces import Entry

if TYPE_CHECKING:
    from bs4 import Tag
    from docx.text.paragraph import Paragraph

_SPACE = re.compile(r"[ \t\n\r\f]+")
_HEADING = re.compile(r"h[1-6]$")
_TEXT = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "address", "table", "hr"])
_HOLDERS = frozenset(["ul", "ol", "dl", "li", "dd", "dt", "blockquote", "figure", "div", "section", "article", "main"])
_BLOCKS = _TEXT | _HOLDERS | {"header", "footer", "details", "nav", "center", "body"}
_MARKS = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em", "cite", "var"), "italic"),
    **dict.fromkeys(("del", "s", "strike"), "strike"),
    "sup": "superscript",
    "sub": "subscript",
}
_CODE_FONT = "Consolas"
DEEPEST_LIST = 3


def html_to_docx(soup: Tag) -> bytes:
    """Return the bytes of a Word document with what an element holds.

    Args:
        soup: a parsed element, without navigation, scripts and forms.
    """
    document = new_document()
    _set_language(document)
    _Writer(Pieces(document)).blocks(soup)
    return save_document(document)


class _Writer:
    """Writes elements one after the other; inline content goes to the paragraph that is open."""

    def __init__(self, pieces: Pieces) -> None:
        self.pieces = pieces
        self.open: Paragraph | None = None
        self.style = ""
        self.lists: list[tuple[str, Any]] = []  # kind and numbering of the open lists
        self.cell: Any = None

    # Blocks

    def blocks(self, parent: Tag, style: str = "") -> None:
        """Write the children of an element that holds blocks, or text without an element of its own."""
        before, self.style = self.style, style or self.style
        for child in parent.children:
            if getattr(child, "name", None) in _BLOCKS:
                self.close()
                self.block(child)  # type: ignore[arg-type] # it has a name: an element
            else:
                self.inline(child)
        self.close()
        self.style = before

    def block(self, element: Tag) -> None:
        name = element.name
        classes = element.get_attribute_list("class")
        if CONTENTS_CLASS in classes:
            self.pieces.contents(_entries(element))
        elif PROMPT_CLASS in classes:
            self.pieces.prompt([_flat(e) for e in element.find_all(["p", "li"])])
        elif name in {"ul", "ol"}:
            self.lists.append((name, self._numbering() if name == "ol" else None))
            self.blocks(element)
            self.lists.pop()
        elif name == "li":
            self.blocks(element, self._item_style())
        elif name == "blockquote":
            self.blocks(element, "Quote")
        elif name == "table":
            self.table(element)
        elif name == "pre":
            self.code(element)
        elif _HEADING.match(name):
            self.heading(element)
        elif name != "hr":
            self.blocks(element)

    def heading(self, element: Tag) -> None:
        anchor = element.get("id") or next((a["id"] for a in element.find_all("a", id=True)), "")
        self.style = f"Heading {element.name[1]}"
        for child in element.children:
            self.inline(child)
        if self.open is not None and anchor:
            self.pieces.bookmark(self.open._p, str(anchor))
        self.close()
        self.style = ""

    def code(self, element: Tag) -> None:
        paragraph = self.pieces.paragraph("macro")
        add_text(paragraph, element.get_text().rstrip("\n")).font.name = _CODE_FONT
        self.close()

    def table(self, element: Tag) -> None:
        rows = [list(row.find_all(["td", "th"])) for row in element.find_all("tr")]
        rows = [r for r in rows if r]
        if not rows:
            return
        made = self.pieces.document.add_table(len(rows), max(map(len, rows)))
        if "Table Grid" in self.pieces.document.styles:
            made.style = "Table Grid"
        for row, line in zip(rows, made.rows, strict=True):
            for cell, place in zip(row, line.cells, strict=False):
                self.open = place.paragraphs[0]
                for child in cell.children:
                    self.inline(child, bold=cell.name == "th")
                self.close()

    def _item_style(self) -> str:
        kind = self.lists[-1][0] if self.lists else "ul"
        depth = min(max(1, len(self.lists)), DEEPEST_LIST)
        return ("List Number" if kind == "ol" else "List Bullet") + (f" {depth}" if depth > 1 else "")

    def _numbering(self) -> Any:
        """Return a numbering of its own for a list, so that it begins at 1."""
        depth = min(len(self.lists) + 1, DEEPEST_LIST)
        style = self.pieces.document.styles["List Number" + (f" {depth}" if depth > 1 else "")]
        numbering = self.pieces.document.part.numbering_part.element
        shared = style.element.pPr.numPr.numId.val
        known = numbering.num_having_numId(shared).abstractNumId.val
        own = numbering.add_num(known)
        own.add_lvlOverride(ilvl=0).add_startOverride(1)
        return own.numId

    # Inline

    def close(self) -> None:
        """End the open paragraph; white space at its ends goes."""
        if self.open is not None:
            _trim(self.open)
        self.open = None

    def inline(self, node: Any, **marks: bool) -> None:
        name = getattr(node, "name", None)
        if name is None:
            self.text(_SPACE.sub(" ", str(node)), **marks)
        elif name == "br":
            self._paragraph().add_run().add_break()
        elif name == "img":
            self.pieces.image(self._paragraph(), str(node.get("src") or ""), node.get("alt"))
        elif name == "a" and node.get("href"):
            if node.find("img") is not None:
                self._children(node, marks)
            elif _flat(node):
                self.pieces.link(self._paragraph(), str(node["href"]), _SPACE.sub(" ", node.get_text()), **marks)
        elif name in _BLOCKS:
            self._children(node, marks)
            self.text(" ")
        else:
            self._children(node, {**marks, _MARKS[name]: True} if name in _MARKS else marks)

    def _children(self, node: Tag, marks: dict[str, bool]) -> None:
        for child in node.children:
            self.inline(child, **marks)

    def text(self, text: str, **marks: bool) -> None:
        """Add text whose white space has been made single spaces."""
        if self.open is None and not text.strip(" "):
            return
        paragraph = self._paragraph()
        if text.startswith(" ") and _ends_with_space(paragraph):
            text = text[1:]
        if text:
            add_text(paragraph, text, **marks)

    def _paragraph(self) -> Paragraph:
        if self.open is None:
            self.open = self.pieces.paragraph(self.style)
            if self.style.startswith("List Number") and self.lists and self.lists[-1][1] is not None:
                properties: Any = self.open._p.get_or_add_pPr()
                numbering = properties.get_or_add_numPr()
                numbering.get_or_add_ilvl().val = 0
                numbering.get_or_add_numId().val = self.lists[-1][1]
        return self.open


def _entries(element: Tag) -> list[Entry]:
    return [Entry(1 + len(a.find_parents("ul")), _flat(a), str(a["href"])[1:]) for a in element.find_all("a")]


def _flat(element: Tag) -> str:
    return _SPACE.sub(" ", element.get_text()).strip(" ")


def _ends_with_space(paragraph: Paragraph) -> bool:
    """Whether white space added here would not show: at the beginning, or after other white space."""
    content = list(paragraph.iter_inner_content())
    if not content or content[-1]._element.xpath(".//w:drawing"):
        return not content
    return content[-1].text[-1:] in {" ", "\n"}


def _trim(paragraph: Paragraph) -> None:
    """Take away white space at the ends of a paragraph; links and images are no white space."""
    from docx.text.run import Run

    content = list(paragraph.iter_inner_content())
    for pieces, strip in ((content, str.lstrip), (content[::-1], str.rstrip)):
        for piece in pieces:
            if not isinstance(piece, Run) or piece._r.xpath(".//w:drawing"):
                break
            stripped = strip(piece.text, " \n")
            if stripped != piece.text:
                piece.text = stripped
            if stripped:
                break


def _set_language(document: Any) -> None:
    """Have Word check the spelling as French."""
    from docx.oxml.ns import qn

    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "fr-FR")
