"""The snippet alone as terminal text: every proposal with its size, then what the page's head can say."""

from __future__ import annotations

from urllib.parse import urlsplit

from seoaudit.report.labels import label
from seoaudit.report.model import Report
from seoaudit.report.page import Page
from seoaudit.structure.snippet_width import TITLE_LIMIT

PARTS = ("title", "description", "slug")


def sizes(report: Report) -> dict[str, list[tuple[str, str]]]:
    """Return the proposals for title, description and slug, best first, each with its size in words."""
    snippet, lang = report.snippet, report.lang
    widths = [snippet.title_pixels, *snippet.alternative_pixels]
    out: dict[str, list[tuple[str, str]]] = {}
    for part in PARTS:
        first = getattr(snippet, part)
        texts = [*([first] if first else []), *snippet.alternatives[part]]
        out[part] = [(t, label("characters", lang, n=len(t))) for t in texts]
    own = widths if snippet.title else widths[1:]
    out["title"] = [
        (t, f"{label('pixels_of', lang, px=px, limit=TITLE_LIMIT)}, {size}")
        for (t, size), px in zip(out["title"], own, strict=True)
    ]
    return out


def site_of(report: Report) -> tuple[str, str]:
    """Return the page's host and the site's name, placeholders where the article says neither."""
    graph, lang = report.snippet.open_graph, report.lang
    host = urlsplit(graph.get("og:url", "")).netloc or label("preview_host", lang)
    return host, graph.get("og:site_name") or (host if "og:url" in graph else label("preview_site", lang))


def missing(report: Report) -> str:
    """Return what the article lacks for its tags, in words; "" for nothing."""
    return ", ".join(label(f"missing_{name}", report.lang) for name in report.snippet.markup_missing)


def render_snippet(report: Report, *, colour: bool = False, width: int = 100) -> str:
    """Return the proposals and the tags as terminal text."""
    page, lang, snippet = Page(colour=colour, width=width), report.lang, report.snippet
    colon = "\u00a0: " if lang == "fr" else ": "
    for part, found in sizes(report).items():
        chosen = getattr(snippet, part)
        page.head(label(f"snippet_{part}", lang), found[0][1] if chosen else label("snippet_none", lang))
        if chosen:
            page.line((chosen, "good"))
        page.line((snippet.reasons[part], "dim"))
        for text, size in found[1 if chosen else 0 :]:
            page.line((f"{label('snippet_or', lang)}{colon}", "dim"), text, (f"  {size}", "dim"), indent=4)
    page.head("Open Graph")
    for name, value in snippet.open_graph.items():
        page.line((f"{name}  ", "dim"), value)
    page.head("JSON-LD", ", ".join(k for k in snippet.json_ld if not k.startswith("@")))
    if snippet.markup_missing:
        page.line((f"{label('snippet_missing', lang)}{colon}", "warning"), missing(report))
    page.line((label("snippet_more", lang), "dim"))
    return page.text
