"""Read an article from a file, bytes or a string, in whichever format it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

from seoaudit.article.decode import decode
from seoaudit.article.detect import detect_format, format_of_name
from seoaudit.article.docx_package import is_docx
from seoaudit.article.limits import MAX_CHARS, check_text, refusal, too_long
from seoaudit.article.metadata import meta_from
from seoaudit.article.model import Article, Block, Meta, SourceFormat
from seoaudit.article.sidecar import sidecar_for
from seoaudit.errors import InputError, reason_of

SourceFormatOption = Literal["auto", "text", "markdown", "html", "docx"]

# Bytes of a Word document, its images included.
MAX_DOCX = 50_000_000
# No encoding read here takes more bytes for a character.
_BYTES_PER_CHAR = 4


def read_path(
    path: str | Path, *, source_format: SourceFormatOption = "auto", max_chars: int = MAX_CHARS, name: str | None = None
) -> Article:
    """Read the article in a file, with the sidecar beside a text file or Word document.

    Args:
        path: the file.
        source_format: "auto" goes by the file's ending and, where that says nothing, by the content.
        max_chars: longest source accepted, in characters.
        name: how the user named the file; `path` if None. An absolute one is cut to its last part in the article.

    Raises:
        InputError: there is no such file, it cannot be read, or what it holds is no article.
    """
    if name is not None and not name.strip():
        raise InputError("Le nom du fichier est vide : donnez un fichier, ou « - » pour l’entrée standard.")
    path = Path(path)
    name = str(path) if name is None else name
    data = _read_file(path, name, max_chars)
    found: SourceFormatOption = source_format
    if source_format == "auto":
        found = format_of_name(path.name) or "auto"
    article = read_bytes(data, name=name, source_format=found, max_chars=max_chars)
    sidecar = sidecar_for(path) if article.format in {"text", "docx"} else None
    shown_name = path.name if Path(name).is_absolute() else name
    if sidecar is None:
        return replace(article, name=shown_name)
    said_in = str(Path(shown_name).with_name(sidecar.said_in))
    return replace(article, meta=meta_from(sidecar, rest_is_settings=True, said_in=said_in), name=shown_name)


def read_bytes(
    data: bytes, *, name: str, source_format: SourceFormatOption = "auto", max_chars: int = MAX_CHARS
) -> Article:
    """Read the article in the bytes of a file or of standard input (named "-").

    Raises:
        InputError: what they hold is no article.
        MissingExtraError: they are a Word document and python-docx is not installed.
    """
    if source_format == "docx" or (source_format == "auto" and is_docx(data)):
        return _read_docx(data, name, max_chars)
    if len(data) > max_chars * _BYTES_PER_CHAR:
        raise too_long(name, max_chars)
    text, encoding = decode(data, name=name)
    return _read(text, name, encoding, source_format, max_chars)


def read_string(
    text: str, *, source_format: SourceFormatOption = "auto", name: str = "", max_chars: int = MAX_CHARS
) -> Article:
    """Read the article in a string.

    Raises:
        InputError: what it holds is no article.
    """
    return _read(text, name, "", source_format, max_chars)


def _read(text: str, name: str, encoding: str, source_format: SourceFormatOption, max_chars: int) -> Article:
    source = check_text(text, name=name, max_chars=max_chars)
    if source_format == "docx":
        raise refusal(name, "n’est pas un document Word : donnez le fichier .docx lui-même.")
    form: SourceFormat = detect_format(source) if source_format == "auto" else source_format
    blocks, meta, whole_page = _parse(source, form, name)
    if not blocks:
        raise refusal(name, "ne contient aucun texte d’article : donnez un article à lire.")
    return Article(source, form, blocks, meta, name, encoding, whole_page)


def _read_docx(data: bytes, name: str, max_chars: int) -> Article:
    from seoaudit.article.docx_package import open_document
    from seoaudit.article.docx_reader import read_docx

    read = read_docx(open_document(data, name=name, max_chars=max_chars))
    source = check_text(read.source, name=name, max_chars=max_chars)
    if not read.blocks:
        raise refusal(name, "ne contient aucun texte d’article : donnez un article à lire.")
    return Article(source, "docx", read.blocks, name=name, package=data)


def _parse(source: str, form: SourceFormat, name: str) -> tuple[tuple[Block, ...], Meta, bool]:
    # Each reader brings its parser; only the one needed is loaded.
    if form == "markdown":
        from seoaudit.article.markdown import read_markdown

        meta, blocks = read_markdown(source, name=name)
        return blocks, meta, False
    if form == "html":
        from seoaudit.article.html import read_html

        page = read_html(source)
        return page.blocks, page.meta, page.whole_page
    from seoaudit.article.plain import read_plain

    return read_plain(source), Meta(), False


def _read_file(path: Path, name: str, max_chars: int) -> bytes:
    # A Word document carries its images along.
    limit = MAX_DOCX if path.suffix.lower() == ".docx" else max_chars * _BYTES_PER_CHAR
    try:
        with path.open("rb") as file:
            # One byte more than is accepted: a device or pipe has no size to ask for.
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise refusal(name, "n’existe pas : vérifiez le nom du fichier et son dossier.") from None
    except IsADirectoryError:
        raise refusal(name, "est un dossier : donnez un fichier à la fois.") from None
    except PermissionError:
        raise refusal(name, "ne peut pas être lu : vérifiez les droits d’accès du fichier.") from None
    except (OSError, ValueError) as fault:  # ValueError: a NUL in the name
        reason = reason_of(fault) if isinstance(fault, OSError) else "nom invalide"
        raise refusal(name, f"ne peut pas être lu ({reason}) : vérifiez le nom du fichier.") from None
    if len(data) > limit:
        raise too_long(name, max_chars)
    return data
