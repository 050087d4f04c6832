"""One article of a run: what its report depends on, and the report."""

from __future__ import annotations

import logging
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from seoaudit.article.read import read_bytes, read_path
from seoaudit.article.sidecar import sidecar_path
from seoaudit.assessment.rules import rule_files
from seoaudit.assessment.settings import make_settings
from seoaudit.batch.cache import digest_of, key_of
from seoaudit.batch.files import Item
from seoaudit.batch.spool import pack
from seoaudit.errors import SeoAuditError
from seoaudit.report.batch import Failure
from seoaudit.report.model import Report

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Order:
    """What a run asks of every article.

    Attributes:
        settings: the editor's, by name.
        given: keyphrase, title, description and slug of the command line.
        source_format: how to read the articles.
        lang: language of the messages.
    """

    settings: Mapping[str, Any] = field(default_factory=dict)
    given: Mapping[str, str | None] = field(default_factory=dict)
    source_format: Literal["auto", "text", "markdown", "html", "docx"] = "auto"
    lang: Literal["fr", "en"] = "fr"

    def settings_for(self, path: Path | None) -> Mapping[str, Any]:
        """Return the settings for the article at a path; None for standard input."""
        del path
        return self.settings


def audit_item(item: Item, order: Order) -> Report:
    """Return the report of an input.

    Raises:
        SeoAuditError: it cannot be read, or a setting does not suit.
    """
    import seoaudit

    settings = order.settings_for(item.path)
    limit = make_settings(settings).max_chars
    if item.path is None:
        data = sys.stdin.buffer.read()
        article = read_bytes(data, name="-", source_format=order.source_format, max_chars=limit)
    else:
        article = read_path(item.path, source_format=order.source_format, max_chars=limit, name=item.name)
    return seoaudit.audit(article, settings=settings, lang=order.lang, **order.given)  # type: ignore[arg-type] # the four names of `given`


def pack_item(item: Item, order: Order) -> bytes | Failure:
    """Return the packed report of an input, or why it has none; nothing that one article does stops a run."""
    try:
        return pack(audit_item(item, order))
    except SeoAuditError as error:
        return Failure(source=item.name, message=str(error))
    except MemoryError:
        return Failure(
            source=item.name, message=f"« {item.name} » demande plus de mémoire qu’il n’y en a : découpez-le."
        )
    except Exception as error:  # a fault of this program's; the other articles are not to suffer from it
        log.exception("audit of %s failed", item.name)
        return Failure(source=item.name, message=fault_of(item.name, f"{type(error).__name__} : {error}"))


def fault_of(name: str, what: str) -> str:
    """Return the sentence on a fault of this program's own."""
    return f"« {name} » n’a pu être audité, par une erreur de seoaudit ({' '.join(what.split())}) : signalez-la."


def key_for(item: Item, order: Order) -> str | None:
    """Return the key of an input's report in the cache; None for standard input, and for what cannot be read."""
    if item.path is None:
        return None
    settings = order.settings_for(item.path)
    beside = sidecar_path(item.path)
    try:
        # Only its own bytes, those beside it and its ending; another name does not change a report.
        data, sidecar = item.path.read_bytes(), beside.read_bytes() if beside else None
        named = [
            *rule_files(settings.get("rules") or ()),
            *([Path(settings["corpus"])] if settings.get("corpus") else []),
        ]
        files = [digest_of(path) for path in named]
    except (OSError, SeoAuditError):
        return None
    about = {
        "settings": dict(settings),
        "files": files,
        "given": dict(order.given),
        "ending": item.path.suffix.lower(),
        "format": order.source_format,
        "lang": order.lang,
    }
    return key_of(data, sidecar, about)
