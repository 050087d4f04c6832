"""Pieces of a Word document that drafts add: headings, writing prompts, tables of contents, links, placeholders."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from seoaudit.article.docx_reader import PROMPT_DASH
from seoaudit.article.docx_styles import PROMPT_STYLE
from seoaudit.structure.draft_pieces import Entry, Insertion
from seoaudit.structure.prompt_text import BOX

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_PROMPT_INK, _PROMPT_SHADE, _LINK_INK = "7A5900", "FFF6D6", "0563C1"
_GREY = 200  # of the picture that holds an image's place
_XML_UNFIT = {c: "" for c in range(32) if c not in (9, 10, 13)}


class Pieces:
    """Makes pieces at the end of a document; the caller moves them to their places."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._bookmarks = sum(1 for _ in document.element.body.iter(_w("bookmarkStart")))

    def insertion(self, insertion: Insertion) -> list[Paragraph]:
        """Return the paragraphs of an insertion."""
        if insertion.kind == "heading":
            return [self.heading(insertion.level, insertion.lines[0], insertion.anchor)]
        if insertion.kind == "contents":
            return self.contents(insertion.entries)
        return self.prompt(insertion.lines)

    def paragraph(self, style: str = "", text: str = "") -> Paragraph:
        """Return a new paragraph in a style, which is made where the document has none of this name."""
        paragraph = self.document.add_paragraph()
        if style:
            paragraph.style = self._style(style)
        add_text(paragraph, text)
        return paragraph

    def heading(self, level: int, text: str, anchor: str = "") -> Paragraph:
        """Return a heading; links lead to it by its anchor."""
        paragraph = self.paragraph(f"Heading {level}", text)
        if anchor:
            self.bookmark(paragraph._p, anchor)
        return paragraph

    def prompt(self, lines: Sequence[str]) -> list[Paragraph]:
        """Return a writing prompt."""
        head, *questions = lines
        shown = ["☐ " + q.removeprefix(BOX) if q.startswith(BOX) else q for q in questions]
        return [self.paragraph(PROMPT_STYLE, t) for t in (head, *(PROMPT_DASH + q for q in shown))]

    def contents(self, entries: Sequence[Entry]) -> list[Paragraph]:
        """Return a table of contents: a field that Word can renew, its lines linked to the headings."""
        top = min(e.level for e in entries)
        out = []
        for n, entry in enumerate(entries):
            paragraph = self.paragraph(f"toc {entry.level - top + 1}")
            if n == 0:
                _field(paragraph, "begin")
                instruction = _add(paragraph.add_run()._r, "instrText")
                instruction.text = f' TOC \\o "{top}-{max(e.level for e in entries)}" \\h \\z '
                _field(paragraph, "separate")
            self.link(paragraph, f"#{entry.anchor}", entry.text)
            out.append(paragraph)
        _field(out[-1], "end")
        return out

    def link(self, paragraph: Paragraph, target: str, text: str, **marks: bool) -> None:
        """Add a link to a paragraph."""
        element = _add(paragraph._p, "hyperlink")
        if target.startswith("#"):
            element.set(_w("anchor"), target[1:])
        else:
            key = self.document.part.relate_to(target, _RELATION, is_external=True)
            element.set(_r("id"), key)
        run = add_text(paragraph, text, **marks)
        run.font.underline = True
        run.font.color.rgb = _colour(_LINK_INK)
        element.append(run._r)

    def bookmark(self, element: Any, name: str) -> None:
        """Name a paragraph, so that links can lead there."""
        self._bookmarks += 1
        start, end = _add(element, "bookmarkStart"), _add(element, "bookmarkEnd")
        for mark in (start, end):
            mark.set(_w("id"), str(self._bookmarks))
        start.set(_w("name"), name[:40])  # Word's limit
        properties = element.find(_w("pPr"))
        element.remove(start)
        element.insert(0 if properties is None else 1, start)

    def image(self, paragraph: Paragraph, target: str, alt: str | None) -> None:
        """Add a grey picture that holds an image's place, with its text alternative and its address as a title."""
        from docx.shared import Cm

        run = paragraph.add_run()
        run.add_picture(BytesIO(_grey_picture()), width=Cm(8))
        about = next(e for e in run._r.iter() if str(e.tag).endswith("}docPr"))
        if alt is not None:
            about.set("descr", _fit(alt))
        about.set("title", _fit(target))

    def _style(self, name: str) -> Any:
        from docx.enum.style import WD_STYLE_TYPE

        styles = self.document.styles
        for known in (name, name.lower(), name.title()):
            if known in styles and styles[known].type == WD_STYLE_TYPE.PARAGRAPH:
                return styles[known]
        made: Any = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.lower().startswith(("heading", "toc")))
        if "Normal" in styles:
            made.base_style = styles["Normal"]
        if name == PROMPT_STYLE:
            _dress_prompt(made, styles)
        elif name.startswith("Heading"):
            made.font.bold = True
            outline = _add(made.element.get_or_add_pPr(), "outlineLvl")
            outline.set(_w("val"), str(int(name[-1]) - 1))
        return made


def add_text(paragraph: Paragraph, text: str, **marks: bool) -> Any:
    """Add a run of text; `marks` are attributes of its font: bold, italic, strike, superscript, subscript."""
    run = paragraph.add_run(_fit(text))
    for name, on in marks.items():
        if on:
            setattr(run.font, name, True)
    return run


def _fit(text: str) -> str:
    """Return a text without the characters that XML cannot hold."""
    return text.translate(_XML_UNFIT).replace("\ufffe", "").replace("\uffff", "")


def _dress_prompt(style: Any, styles: Any) -> None:
    """Make prompts plain to see as no part of the text; what is typed after one is ordinary text again."""
    from docx.shared import Cm, Pt

    style.font.italic = True
    style.font.color.rgb = _colour(_PROMPT_INK)
    style.paragraph_format.left_indent = Cm(0.5)
    style.paragraph_format.space_after = Pt(2)
    if "Normal" in styles:
        style.next_paragraph_style = styles["Normal"]
    properties = style.element.get_or_add_pPr()
    borders = _add(properties, "pBdr", first=True)
    left = _add(borders, "left")
    for name, value in (("val", "single"), ("sz", "18"), ("space", "6"), ("color", "E0A800")):
        left.set(_w(name), value)
    shade = _add(properties, "shd")
    properties.remove(shade)
    borders.addnext(shade)
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", _PROMPT_SHADE)):
        shade.set(_w(name), value)


def _grey_picture() -> bytes:
    """Return a small grey PNG, twice as wide as high."""
    width, height = 16, 8
    rows = b"".join(b"\0" + bytes([_GREY]) * width for _ in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def move(paragraphs: Iterable[Paragraph], beside: Any, *, after: bool) -> None:
    """Put paragraphs before or after an element of the body, in order."""
    for paragraph in paragraphs:
        element = paragraph._p
        if after:
            beside.addnext(element)
            beside = element
        else:
            beside.addprevious(element)


def _field(paragraph: Paragraph, kind: str) -> None:
    _add(paragraph.add_run()._r, "fldChar").set(_w("fldCharType"), kind)


def _add(parent: Any, tag: str, *, first: bool = False) -> Any:
    from docx.oxml import OxmlElement

    element = OxmlElement(f"w:{tag}")
    if first:
        parent.insert(0, element)
    else:
        parent.append(element)
    return element


def _w(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(f"w:{name}")


def _r(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(f"r:{name}")


def _colour(value: str) -> Any:
    from docx.shared import RGBColor

    return RGBColor.from_string(value)
