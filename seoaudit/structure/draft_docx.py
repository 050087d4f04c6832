"""Drafts and stripped drafts of Word documents: the document itself, its styles, images and notes untouched."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from seoaudit.article.docx_package import open_document, save_document
from seoaudit.article.docx_reader import PROMPT_DASH, DocxText, Element, read_docx
from seoaudit.article.docx_runs import tag_of
from seoaudit.article.model import Article, BlockKind
from seoaudit.structure.docx_parts import Pieces, move
from seoaudit.structure.draft_pieces import Insertion
from seoaudit.structure.prompt_text import written_into

if TYPE_CHECKING:
    from docx.document import Document


def insert_into_docx(article: Article, insertions: Sequence[Insertion]) -> bytes:
    """Return a Word document with insertions in their places.

    Args:
        article: a Word document as read.
        insertions: what to put into it, in order.
    """
    document = open_document(article.package, name=article.name)
    text = read_docx(document)
    pieces = Pieces(document)
    offsets = sorted({i.offset for i in insertions}, reverse=True)
    for offset in offsets:  # from the last to the first: what stands before an offset keeps its place
        _insert(document, text, pieces, offset, [i for i in insertions if i.offset == offset])
    return save_document(document)


def _insert(document: Document, text: DocxText, pieces: Pieces, offset: int, here: Sequence[Insertion]) -> None:
    closing = [i for i in here if i.after]
    opening = [i for i in here if not i.after and i.kind != "anchor"]
    for anchor in (i for i in here if i.kind == "anchor"):
        pieces.bookmark(_element_at(text, offset).xml, anchor.anchor)
    if opening:
        element = _element_at(text, offset)
        target = _split(document, element, offset) if offset > element.start else element.xml
        move([p for i in opening for p in pieces.insertion(i)], target, after=False)
    if closing:
        element = _element_before(text, offset)
        move([p for i in closing for p in pieces.insertion(i)], element.xml, after=True)


def _element_at(text: DocxText, offset: int) -> Element:
    found: Element = next(e for e in reversed(text.elements) if e.start <= offset)
    return found


def _element_before(text: DocxText, offset: int) -> Element:
    found: Element = next(e for e in reversed(text.elements) if e.start < offset or e.start == 0)
    return found


def _split(document: Document, element: Element, offset: int) -> Any:
    """Cut a paragraph in two at an offset of the source; return the second half."""
    second = copy.deepcopy(element.xml)
    element.xml.addnext(second)
    _cut(document, element.xml, offset - element.start, keep_first=True)
    _cut(document, second, offset - element.start, keep_first=False)
    return second


def _cut(document: Document, paragraph: Any, at: int, *, keep_first: bool) -> None:
    """Empty the part of a paragraph's runs before or after a place, counted as the reader counts."""
    from seoaudit.article.builder import TextBuilder
    from seoaudit.article.docx_runs import RunReader

    length = 0

    def count(text: str) -> int:
        nonlocal length
        length += len(text)
        return length - len(text)

    reader = RunReader(document.part)
    for run in [r for r in paragraph.iter() if tag_of(r) == "r"]:
        for piece in list(run):
            start = length
            alone = _alone(run, piece)
            reader.read(alone, TextBuilder(), count)
            if tag_of(piece) == "t":
                inside = max(0, min(length, at) - start)
                shown = piece.text or ""
                kept = shown[:inside] if keep_first else shown[inside:]
                piece.text = kept
                piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            elif length > start and (start >= at) == keep_first:
                run.remove(piece)


def _alone(run: Any, piece: Any) -> Any:
    """Return a paragraph that holds one piece of a run, with the run's own properties, to be read by itself."""
    paragraph, own = run.makeelement(run.tag[: run.tag.index("}") + 1] + "p"), copy.copy(run)
    for child in list(own):
        own.remove(child)
    properties = next((c for c in run if tag_of(c) == "rPr"), None)
    if properties is not None and piece is not properties:
        own.append(copy.deepcopy(properties))
    own.append(copy.deepcopy(piece))
    paragraph.append(own)
    return paragraph


def strip_docx(article: Article) -> bytes:
    """Return a Word document without its writing prompts; what a human wrote into one stays as ordinary text."""
    document = open_document(article.package, name=article.name)
    text = read_docx(document)
    for block in (b for b in text.blocks if b.kind is BlockKind.PROMPT):
        own = [e for e in text.elements if block.start <= e.start < block.end and e.end > e.start]
        lines = [text.source[e.start : e.end].removeprefix(PROMPT_DASH) for e in own]
        for line in written_into(lines):
            added = document.add_paragraph(line)
            move([added], own[0].xml, after=False)
        for element in own:
            element.xml.getparent().remove(element.xml)
    return save_document(document)
