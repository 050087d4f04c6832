"""The HTML report: one self-contained file for an article, or for many with an index."""

from __future__ import annotations

from collections.abc import Iterator

from seoaudit.report.batch import Batch, Look
from seoaudit.report.html.index import MOST_PAGES, Index, page_prefix, paged
from seoaudit.report.html.page import pieces
from seoaudit.report.html.view import view_article
from seoaudit.report.model import Report

__all__ = ["render", "render_html", "render_index"]


def render_html(report: Report) -> str:
    """Return a report as an HTML page.

    Args:
        report: of an article; its messages' language is the page's.
    """
    return "".join(pieces("article.html.j2", report.lang, view=view_article(report)))


def render_index(batch: Batch, *, lang: str = "fr", most_pages: int = MOST_PAGES) -> Iterator[str]:
    """Yield a page over many articles piece by piece: an index, then each article's own report.

    Args:
        batch: the reports, which are read three times and never kept, and what gave none.
        lang: language of the index.
        most_pages: how many articles get their own report; where there are more, those with the lowest scores do.
    """
    with_page = paged(((101 if r.score is None else r.score, n) for n, r in enumerate(batch, 1)), most_pages)
    index = Index()
    for number, report in enumerate(batch, 1):
        index.add(report, paged=number in with_page)
    views = (
        view_article(report, prefix=page_prefix(number), all_rules=False)
        for number, report in enumerate(batch, 1)
        if number in with_page
    )
    yield from pieces(
        "index.html.j2",
        lang,
        index=index,
        views=views,
        failures=batch.failures,
        pages_left_out=len(index.rows) > len(with_page),
        most_pages=most_pages,
    )


def render(batch: Batch, look: Look) -> Iterator[str]:
    """Yield the page: that of one article, or the index and its articles."""
    if batch.single and not batch.failures:
        for report in batch:
            yield render_html(report)
        return
    yield from render_index(batch, lang=look.lang)
