"""Word documents as files: opened with care, written so that the same content gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import TYPE_CHECKING

from seoaudit.article.limits import MAX_CHARS, refusal, too_long
from seoaudit.errors import MissingExtraError

if TYPE_CHECKING:
    from docx.document import Document

SIGNATURE = b"PK\x03\x04"
# XML takes many times the characters it carries: a document over this share of the limit is no article.
_BYTES_PER_CHAR = 100
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date of the ZIP format


def is_docx(data: bytes) -> bool:
    """Whether bytes are a Word document (Office Open XML), as far as the names of its parts tell."""
    if not data.startswith(SIGNATURE):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return "word/document.xml" in package.namelist()
    except zipfile.BadZipFile:
        return False


def new_document() -> Document:
    """Return an empty document with the usual styles.

    Raises:
        MissingExtraError: python-docx is not installed.
    """
    document = _library()()
    document._body.clear_content()
    return document


def open_document(data: bytes, *, name: str = "", max_chars: int = MAX_CHARS) -> Document:
    """Return a Word document.

    Args:
        data: the bytes of its file.
        name: how the user named the file.
        max_chars: longest article accepted, in characters; bounds what is unpacked.

    Raises:
        InputError: the file is damaged, no Word document, or unpacks to far more than an article.
        MissingExtraError: python-docx is not installed.
    """
    make = _library()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            texts = sum(i.file_size for i in package.infolist() if i.filename.endswith((".xml", ".rels")))
        if texts > max_chars * _BYTES_PER_CHAR:
            raise too_long(name, max_chars)
        return make(io.BytesIO(data))
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, SyntaxError, NotImplementedError, EOFError):
        # SyntaxError is the ancestor of lxml's parse errors
        raise refusal(
            name, "n’est pas un document Word lisible : ouvrez-le dans Word et enregistrez-le de nouveau en .docx."
        ) from None


def save_document(document: Document) -> bytes:
    """Return a document as the bytes of its file: the same content gives the same bytes, whatever the time."""
    written = io.BytesIO()
    document.save(written)
    out = io.BytesIO()
    with zipfile.ZipFile(written) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as again:
        for part in package.infolist():
            again.writestr(zipfile.ZipInfo(part.filename, _EPOCH), package.read(part), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _library() -> Callable[..., Document]:
    try:
        import docx
    except ImportError:
        raise MissingExtraError(
            "Les fichiers .docx demandent python-docx, qui n’est pas installé : "
            "tapez « pip install 'seoaudit[docx]' », ou donnez l’article en texte, Markdown ou HTML."
        ) from None
    make: Callable[..., Document] = docx.Document
    return make
