"""The two states of an article that are compared: articles or stored reports, judged alike."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from seoaudit.api import audit
from seoaudit.article.model import Article
from seoaudit.assessment.settings import Settings
from seoaudit.batch.audit import Order, open_item
from seoaudit.batch.files import Item, shown
from seoaudit.batch.stored import is_stored, read_reports
from seoaudit.errors import InputError
from seoaudit.report.model import Report


def read_states(before: str, after: str, order: Order) -> tuple[Report, Report]:
    """Return the reports on two states of an article.

    The settings files around the later article hold for both, and so do a keyphrase or a target that only one has: a
    draft, say, does not say what its article was to be found by.

    Args:
        before: an article, a stored report by its ending, or "-" for an article on standard input.
        after: likewise.
        order: how articles are judged.

    Raises:
        SeoAuditError: one of them cannot be read, or holds several reports.
    """
    if before == after == "-":
        raise InputError("« - » (l’entrée standard) ne se lit qu’une fois : donnez un fichier pour l’autre état.")
    place = _place(after) or _place(before)
    first, second = _opened(before, order, place), _opened(after, order, place)
    aims = _aims(first), _aims(second)
    return _report(first, aims[1], order), _report(second, aims[0], order)


def _place(argument: str) -> Path | None:
    """Return where an article lies; None for other arguments."""
    path = Path(argument)
    return None if argument == "-" or is_stored(path) else path


def _opened(argument: str, order: Order, place: Path | None) -> Report | tuple[Article, Settings]:
    """Return a stored report, or an article with its settings."""
    if not argument.strip():
        raise InputError("Le nom du fichier est vide : donnez un article ou un rapport.")
    path = Path(argument)
    if argument == "-" or not is_stored(path):
        item = Item(None, "-", place) if argument == "-" else Item(path, shown(argument), place)
        article, merged = open_item(item, order)
        return article, merged.settings
    found = read_reports(path)
    if len(found) != 1:
        raise InputError(f"« {argument} » tient {len(found)} rapports : pour comparer, donnez-en un seul par fichier.")
    return found[0]


def _aims(opened: Report | tuple[Article, Settings]) -> dict[str, Any]:
    """Return what an article is to be found by, and how long it is to be, where that is said."""
    if isinstance(opened, Report):
        aims = {
            "keyphrase": opened.keyphrase.text if opened.keyphrase else None,
            "min_words": opened.target.min_words,
        }
    else:
        aims = {"keyphrase": opened[1].keyphrase, "min_words": opened[1].min_words}
    return {name: value for name, value in aims.items() if value}


def _report(opened: Report | tuple[Article, Settings], aims: dict[str, Any], order: Order) -> Report:
    if isinstance(opened, Report):
        return opened
    article, settings = opened
    return audit(article, settings=settings.model_copy(update={**aims, **_aims(opened)}), lang=order.lang)
