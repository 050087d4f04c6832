"""Writes results to files without ever losing what was there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NoReturn

from seoaudit.errors import OutputError, reason_of


def check_output(path: Path, *, sources: Sequence[Path], force: bool = False) -> None:
    """Refuse at once what `write_output` would refuse after long work.

    Args:
        path: where the result is to go.
        sources: the files it will be made from, which are never written over.
        force: whether another file that is there may be replaced.

    Raises:
        OutputError: the path is a source, exists, or has no folder to stand in.
    """
    if path.exists():
        for source in sources:
            _refuse_source(path, source)
        if not force or not path.is_file():
            _refuse_existing(path)
    elif not path.parent.is_dir():
        raise OutputError(f"Impossible d’écrire « {path} » : le dossier « {path.parent} » n’existe pas.")


def write_output(path: Path, content: str | bytes, *, source: Path | None = None, force: bool = False) -> None:
    """Write a text as UTF-8, or bytes as they are, to a file: whole or not at all.

    Args:
        path: where to write.
        content: what to write; line ends are written as they are.
        source: the file the text was made from, which is never written over.
        force: whether another file that is there may be replaced. The same content is not a replacement.

    Raises:
        OutputError: the path is the source, exists, is a folder or cannot be written; nothing was changed.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    same = path.is_file() and _holds(path, data)
    write_pieces(path, [data], sources=[source] if source is not None else [], force=force or same)


def write_pieces(path: Path, pieces: Iterable[bytes], *, sources: Sequence[Path] = (), force: bool = False) -> None:
    """Write bytes that come piece by piece to a file: whole or not at all.

    Raises:
        OutputError: as for `check_output`, or the path cannot be written; nothing was changed.
    """
    check_output(path, sources=sources, force=force)
    try:
        _replace(path, pieces)
    except OSError as error:
        raise OutputError(f"Impossible d’écrire « {path} » : {reason_of(error)}.") from None


def rewrite(path: Path, text: str, encoding: str) -> None:
    """Write a corrected text in the place of the file it was read from: whole or not at all, in the file's encoding.

    Args:
        path: the file; a symbolic link is followed.
        text: its corrected content, without byte order mark.
        encoding: the encoding it was read in, as `seoaudit.article.decode` names it.

    Raises:
        OutputError: the encoding has no such characters, or the file cannot be written; nothing was changed.
    """
    try:
        data = text.encode(encoding or "utf-8")
    except UnicodeEncodeError as fault:
        raise OutputError(
            f"« {path} » est en {encoding}, qui n’a pas le caractère U+{ord(text[fault.start]):04X} d’une correction : "
            "enregistrez-le en UTF-8."
        ) from None
    try:
        _replace(path.resolve(), [data])
    except OSError as error:
        raise OutputError(f"Impossible d’écrire « {path} » : {reason_of(error)}.") from None


def _refuse_source(path: Path, source: Path) -> None:
    if _same(path, source):
        raise OutputError(f"La sortie « {path} » est un fichier d’entrée : donnez un autre nom, il ne sera pas écrasé.")


def _refuse_existing(path: Path) -> NoReturn:
    """Refuse a path that is taken."""
    if path.is_dir():
        raise OutputError(f"La sortie « {path} » est un dossier : donnez un nom de fichier.")
    if not path.is_file():
        raise OutputError(f"La sortie « {path} » n’est pas un fichier : donnez-en un, ou laissez la sortie standard.")
    raise OutputError(f"La sortie « {path} » existe déjà : donnez un autre nom, ou --force pour la remplacer.")


def _same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return path.absolute() == other.absolute()


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def _replace(path: Path, pieces: Iterable[bytes]) -> None:
    """Write beside the file, then put it in its place in one step."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as f:
            f.writelines(pieces)
            f.flush()
            os.fsync(f.fileno())
        # mkstemp gives 0600; a new file is to be as readable as any other the user makes.
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~mask)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
