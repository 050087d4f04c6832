"""The Pelican plugin: audits the pages that a build has written, and fails it by its gates.

Pelican reads several languages of markup, so its pages are audited as written, with the title and description that
search engines see. It is under the AGPL and nothing of it is imported: its signals are blinker's, known by their names.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from blinker import signal
from pydantic import TypeAdapter, ValidationError

from seoaudit.contrib.pages import Page, Wanted, audit_pages
from seoaudit.errors import SeoAuditError, SettingsError

# Below Pelican's own logger, whose levels and handlers hold for it.
log = logging.getLogger("pelican.plugins.seoaudit")
_LEVELS = {"error": logging.WARNING, "warning": logging.WARNING, "suggestion": logging.INFO}
# Kinds of content in the context that a page is written with.
_KINDS = ("article", "page")
_written: dict[str, Page] = {}


class BuildError(SeoAuditError):
    """A gate tripped: the site is written, and not fit to be published."""

    exitcode = 1


def register() -> None:
    """Connect to Pelican, which calls this for each plugin."""
    signal("pelican_initialized").connect(_begin)
    signal("content_written").connect(_take)
    signal("pelican_finalized").connect(_end)


def _begin(site: Any) -> None:
    """Check the options before anything is built."""
    _written.clear()
    _wanted(site.settings)


def _take(path: str, context: Mapping[str, Any]) -> None:
    """Note an article or page that was written; lists, feeds and drafts are none."""
    content = next((context[kind] for kind in _KINDS if context.get(kind) is not None), None)
    output = Path(context["OUTPUT_PATH"])
    if content is None or content.status == "draft" or Path(path).absolute() != output.absolute() / content.save_as:
        return
    source = Path(content.source_path)
    inside = source.relative_to(context["PATH"]).as_posix()
    _written[path] = Page(Path(path), f"{output.name}/{content.save_as}", inside, source)


def _end(site: Any) -> None:
    """Audit what was written, tell of its findings and hold it against the gates.

    Raises:
        BuildError: a gate tripped, or a page could not be audited.
    """
    pages = [_written[path] for path in sorted(_written)]
    _written.clear()
    reasons = audit_pages(pages, _wanted(site.settings), lambda severity, line: log.log(_LEVELS[severity], line))
    for reason in reasons:
        log.error(reason)
    if reasons:
        raise BuildError("la construction du site échoue, voir ci-dessus.")


def _wanted(settings: Mapping[str, Any]) -> Wanted:
    """Return the options of the setting `SEOAUDIT`.

    Raises:
        SettingsError: one of them is unknown, or has a value of another kind.
    """
    given = settings.get("SEOAUDIT", {})
    known = [f.name for f in fields(Wanted)]
    if not isinstance(given, dict) or (unknown := next((k for k in given if k not in known), None)) is not None:
        what = f"« {unknown} » est inconnu" if isinstance(given, dict) else "il faut un dictionnaire"
        raise SettingsError(f"SEOAUDIT : {what} ; réglages connus : {', '.join(known)}.")
    try:
        return TypeAdapter(Wanted).validate_python(given)
    except ValidationError as error:
        raise SettingsError(f"SEOAUDIT : la valeur de « {error.errors()[0]['loc'][0]} » ne convient pas.") from None
