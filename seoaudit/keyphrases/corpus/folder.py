"""The articles of a folder: every file below it that is named as one, hidden ones aside."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from seoaudit.article.detect import format_of_name
from seoaudit.errors import CorpusError, SeoAuditError, reason_of

# Word keeps such a file beside a document that is open.
_LOCK = "~$"


def find_articles(folder: Path, failed: Callable[[SeoAuditError], None]) -> list[Path]:
    """Return the Markdown, HTML, text and Word files of a folder and those below it, in the order of their names.

    Args:
        folder: where to look; links to other folders are not followed, since they may lead in circles.
        failed: told of each folder below it that cannot be read.

    Raises:
        CorpusError: there is no such folder, it cannot be read, or holds no article.
    """
    if not folder.exists():
        raise CorpusError(f"Le dossier « {folder} » n’existe pas : vérifiez son nom.")
    if not folder.is_dir():
        raise CorpusError(f"« {folder} » n’est pas un dossier : donnez celui qui contient les articles du site.")

    def unreadable(fault: OSError) -> None:
        error = CorpusError(f"Le dossier « {fault.filename} » ne peut pas être lu : {reason_of(fault)}.")
        if Path(fault.filename) == folder:
            raise error from None
        failed(error)

    found = []
    for parent, names, files in os.walk(folder, onerror=unreadable):
        names[:] = [n for n in names if not n.startswith(".")]
        found += [Path(parent, f) for f in files if _is_article(f)]
    if not found:
        raise CorpusError(
            f"Le dossier « {folder} » ne contient aucun article : il en faut au moins un en .md, .html, .txt ou .docx."
        )
    return sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def _is_article(name: str) -> bool:
    return not name.startswith((".", _LOCK)) and format_of_name(name) is not None
