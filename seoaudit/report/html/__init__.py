"""The HTML report: one self-contained file for an article, or for many with an index."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from seoaudit.report.html.index import MOST_PAGES, Index, page_prefix, paged
from seoaudit.report.html.page import pieces
from seoaudit.report.html.view import view_article
from seoaudit.report.model import Report

__all__ = ["render_html", "render_index"]


class Refused(Protocol):
    """An input that gave no report: its name, and why."""

    @property
    def source(self) -> str:
        """Name of the file as given."""

    @property
    def message(self) -> str:
        """What is wrong and what to do."""


def render_html(report: Report) -> str:
    """Return a report as an HTML page.

    Args:
        report: of an article; its messages' language is the page's.
    """
    return "".join(pieces("article.html.j2", report.lang, view=view_article(report)))


def render_index(
    reports: Callable[[], Iterable[Report]],
    *,
    failures: Sequence[Refused] = (),
    lang: str = "fr",
    most_pages: int = MOST_PAGES,
) -> Iterator[str]:
    """Yield a page over many articles piece by piece: an index, then each article's own report.

    Args:
        reports: gives the reports each time anew; they are read three times and never kept.
        failures: the inputs that gave no report.
        lang: language of the index.
        most_pages: how many articles get their own report; where there are more, those with the lowest scores do.
    """
    with_page = paged(((101 if r.score is None else r.score, n) for n, r in enumerate(reports(), 1)), most_pages)
    index = Index()
    for number, report in enumerate(reports(), 1):
        index.add(report, paged=number in with_page)
    views = (
        view_article(report, prefix=page_prefix(number), all_rules=False)
        for number, report in enumerate(reports(), 1)
        if number in with_page
    )
    yield from pieces(
        "index.html.j2",
        lang,
        index=index,
        views=views,
        failures=failures,
        pages_left_out=len(index.rows) > len(with_page),
        most_pages=most_pages,
    )
