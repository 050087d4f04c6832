"""What a whole page says of itself as an article: dates, author, Open Graph, structured data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from seoaudit.article.head import Head
from seoaudit.article.json_ld import StructuredData, read_json_ld, types_of
from seoaudit.assessment.context import Context
from seoaudit.assessment.measures.page_head import on_page, places
from seoaudit.assessment.registry import Place, Value, absent, measure

_ARTICLES = ("Article", "BlogPosting", "Report")
# What Google recommends for an article's structured data; it requires none of it.
_RECOMMENDED = ("headline", "image", "datePublished", "author")
# The properties that the Open Graph protocol requires of every page.
_OPEN_GRAPH = ("og:title", "og:type", "og:image", "og:url")
_PUBLISHED = ("article:published_time", "date", "dc.date", "dcterms.created", "pubdate")
_MODIFIED = ("article:modified_time", "og:updated_time", "last-modified", "dcterms.modified")


def _scripts(head: Head) -> list[StructuredData]:
    return [read_json_ld(script) for script in head.json_ld]


def _items(head: Head) -> Iterator[dict[str, Any]]:
    yield from (item for script in _scripts(head) for item in script.items)


def _articles(head: Head) -> list[dict[str, Any]]:
    return [i for i in _items(head) if any(t.endswith(_ARTICLES) for t in types_of(i))]


def _is_article(head: Head) -> bool:
    """Whether a page says that it is an article."""
    kind = head.first("og:type")
    return (kind is not None and kind.text.lower() == "article") or bool(_articles(head))


@measure("json_ld_faults")
@on_page
def json_ld_faults(_: Context, head: Head) -> Value:
    """Scripts of structured data that cannot be read: no valid JSON, or objects without vocabulary or type."""
    if not head.json_ld:
        return absent("no_json_ld")
    bad = []
    for mark, script in zip(head.json_ld, _scripts(head), strict=True):
        if script.fault is not None:
            bad.append(Place(script.fault, min(script.fault + 1, mark.end)))
        elif not script.items or any(not types_of(i) or not i.get("@context") for i in script.items):
            bad.append(Place(mark.start, mark.end))
    return Value(len(bad), tuple(bad))


@measure("json_ld_article_missing", facts=("listed",))
@on_page
def json_ld_article_missing(_: Context, head: Head) -> Value:
    """Properties that Google recommends and the article's structured data lack: title, image, date, author."""
    articles = _articles(head)
    if not articles:
        return absent("no_json_ld_article")
    missing = [p for p in _RECOMMENDED if not any(a.get(p) for a in articles)]
    return Value(len(missing), facts={"listed": ", ".join(missing)})


@measure("open_graph_missing", facts=("listed",))
@on_page
def open_graph_missing(_: Context, head: Head) -> Value:
    """Properties that Open Graph requires and the page lacks; a canonical address stands for its own."""
    missing = [p for p in _OPEN_GRAPH if head.first(p) is None and not (p == "og:url" and head.canonicals)]
    return Value(len(missing), facts={"listed": ", ".join(missing)})


@measure("open_graph_relative", facts=("first",))
@on_page
def open_graph_relative(_: Context, head: Head) -> Value:
    """Addresses in Open Graph that are not complete: whoever shows the shared page cannot follow them."""
    found = [m for p in ("og:image", "og:url") if (m := head.first(p)) is not None]
    if not found:
        return absent("no_open_graph")
    bad = [m for m in found if not m.text.startswith("//") and urlsplit(m.text).scheme not in {"http", "https"}]
    return Value(len(bad), places(bad), {"first": bad[0].text if bad else ""})


def _dates(head: Head, names: tuple[str, ...], key: str) -> list[str]:
    """Return the dates of one kind that a page states, as written."""
    stated = [m.text for name in names if (m := head.first(name)) is not None]
    return stated + [v for item in _articles(head) if isinstance(v := item.get(key), str)]


@measure("article_undated", high=1)
@on_page
def article_undated(_: Context, head: Head) -> Value:
    """Whether a page that says it is an article gives no date of publication or change: 0 or 1."""
    if not _is_article(head):
        return absent("no_declared_article")
    stated = _dates(head, _PUBLISHED, "datePublished") or _dates(head, _MODIFIED, "dateModified") or head.times
    return Value(int(not stated))


@measure("date_faults", facts=("first",))
@on_page
def date_faults(_: Context, head: Head) -> Value:
    """Dates that machines cannot read (no ISO 8601), and a change before the publication."""
    published, modified = _dates(head, _PUBLISHED, "datePublished"), _dates(head, _MODIFIED, "dateModified")
    if not published and not modified:
        return absent("no_dates")
    read = [[(text, _day(text)) for text in dates] for dates in (published, modified)]
    bad = [text for dates in read for text, day in dates if day is None]
    first = min((day for _, day in read[0] if day), default=None)
    last = max((day for _, day in read[1] if day), default=None)
    if first and last and last < first:
        bad.append(f"{first.isoformat()} > {last.isoformat()}")
    return Value(len(bad), facts={"first": bad[0] if bad else ""})


def _day(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text.strip()).date()
    except ValueError:
        return None


@measure("article_unsigned", high=1)
@on_page
def article_unsigned(_: Context, head: Head) -> Value:
    """Whether a page that says it is an article names no author in any of the usual ways: 0 or 1."""
    if not _is_article(head):
        return absent("no_declared_article")
    signed = head.authors or head.first("article:author") or any(a.get("author") for a in _articles(head))
    return Value(int(not signed))
