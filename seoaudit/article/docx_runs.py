"""The runs of a Word paragraph: text, breaks, links, images, bold; deleted and hidden text left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from seoaudit.article.builder import TextBuilder
from seoaudit.article.model import Image

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_VML = "{urn:schemas-microsoft-com:vml}"
_SIGNS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_INSIDE = frozenset({"ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo"})
_FIELD_LINK = re.compile(r'\s*HYPERLINK\s+(?P<local>\\l\s+)?"(?P<target>[^"]*)"', re.IGNORECASE)
_OFF = frozenset({"0", "false", "off", "none"})


def tag_of(element: Any) -> str:
    """Return the local name of a WordprocessingML element, "" for any other."""
    tag = element.tag
    return tag[len(_W) :] if isinstance(tag, str) and tag.startswith(_W) else ""


class RunReader:
    """Reads paragraphs into a builder, writing what they show to the source."""

    def __init__(self, part: DocumentPart) -> None:
        self.italic = False  # whether what is being read is
        self._targets = {key: rel.target_ref for key, rel in part.rels.items()}
        self._field: list[str] = []  # instructions of the open fields, outermost first

    def read(self, paragraph: Any, builder: TextBuilder, write: Callable[[str], int]) -> None:
        """Read a paragraph.

        Args:
            paragraph: its XML element.
            builder: receives its text, links and images.
            write: appends a text to the source and returns where it stands there.
        """
        self._builder, self._write = builder, write
        self._children(paragraph)
        builder.close_link()
        self._field.clear()

    def _children(self, parent: Any) -> None:
        for child in parent:
            tag = tag_of(child)
            if tag == "r":
                self._run(child)
            elif tag == "hyperlink":
                self._hyperlink(child)
            elif tag in _INSIDE:
                self._children(child)

    def _hyperlink(self, element: Any) -> None:
        target = self._targets.get(element.get(f"{_R}id", ""), "")
        local = element.get(f"{_W}anchor")
        self._builder.open_link(target + (f"#{local}" if local else ""))
        self._children(element)
        self._builder.close_link()

    def _run(self, run: Any) -> None:
        style = run.find(f"{_W}rPr")
        if _has(style, "vanish"):
            return
        strong = style is not None and (_has(style, "b") or _named(style) in {"Strong", "lev"})
        self._builder.bold += strong
        self.italic = _has(style, "i")
        for child in run:
            self._piece(child)
        self._builder.bold -= strong

    def _piece(self, child: Any) -> None:
        tag = tag_of(child)
        if tag == "t":
            self._text(child.text or "")
        elif tag in _SIGNS:
            self._text(_SIGNS[tag])
        elif tag == "br" and child.get(f"{_W}type", "textWrapping") == "textWrapping":
            self._text("\n")
        elif tag == "fldChar":
            self._field_mark(child.get(f"{_W}fldCharType"))
        elif tag == "instrText" and self._field:
            self._field[-1] += child.text or ""
        elif tag in {"drawing", "pict", "object"} or str(child.tag).endswith("}AlternateContent"):
            self._image(child)

    def _text(self, text: str) -> None:
        if text:
            self._builder.add(text, self._write(text))

    def _field_mark(self, kind: str | None) -> None:
        """Open and close the links that fields make: begin, instruction, separate, what is shown, end."""
        if kind == "begin":
            self._field.append("")
        elif kind == "separate" and self._field:
            link = _FIELD_LINK.match(self._field[-1])
            if link:
                self._builder.open_link(("#" if link["local"] else "") + link["target"])
        elif kind == "end" and self._field and _FIELD_LINK.match(self._field.pop()):
            self._builder.close_link()

    def _image(self, element: Any) -> None:
        shown = next((e for e in element.iter(f"{_A}blip", f"{_VML}imagedata")), None)
        if shown is None:
            return  # a text box or a shape
        key = shown.get(f"{_R}embed") or shown.get(f"{_R}link") or shown.get(f"{_R}id") or ""
        target = self._targets.get(key, "")
        about = next(iter(element.iter(f"{_WP}docPr")), None)
        shape = next(iter(element.iter(f"{_VML}shape")), None)
        alt = about.get("descr") if about is not None else shape.get("alt") if shape is not None else None
        place = f"[{target.rpartition('/')[2]}]"
        start = self._write(place)
        self._builder.images.append(Image(target, alt, start, start + len(place)))


def _has(style: Any, name: str) -> bool:
    """Whether a run's properties switch something on."""
    found = None if style is None else style.find(f"{_W}{name}")
    return found is not None and found.get(f"{_W}val", "1") not in _OFF


def _named(style: Any) -> str:
    found = style.find(f"{_W}rStyle")
    return "" if found is None else found.get(f"{_W}val", "")
