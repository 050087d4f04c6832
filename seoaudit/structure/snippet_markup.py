"""What a page's head says to other machines: Open Graph and JSON-LD, filled only with what the article holds.

Sources: ogp.me for the properties of Open Graph; schema.org/Article and Google's "Article structured data" for the
properties that results use (headline, image, datePublished, dateModified, author).
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from seoaudit.article.model import Article, Image

# Where pages and front matter say when an article appeared and changed, by usage; names are compared in lower case.
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "date_published",
    "publishdate",
    "published",
    "pubdate",
    "date",
)
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "date_modified", "lastmod", "updated")
_TEAM = re.compile(r"(?i)\b(?:r[ée]daction|[ée]quipe|service|agence|collectif|association|mairie|minist[èe]re)\b")
_SEVERAL = re.compile(r"\s*(?:,|;|\bet\b|&)\s*")


@dataclass(frozen=True, slots=True)
class Markup:
    """The two stubs.

    Attributes:
        open_graph: properties and values, in the order they are written.
        json_ld: the Article, as schema.org has it.
        missing: what both would gain by and the article does not hold: "url", "image", "author", "published".
    """

    open_graph: tuple[tuple[str, str], ...]
    json_ld: Mapping[str, Any]
    missing: tuple[str, ...]


def describe(
    article: Article,
    *,
    title: str | None,
    description: str | None,
    keyphrase: str | None = None,
    language: str = "",
    locale: str = "",
    words: int = 0,
) -> Markup:
    """Return the stubs of an article; a property is left out where its value is unknown.

    Args:
        article: the article as read.
        title: what it is called, without the site's name.
        description: its description, the page's own or proposed.
        keyphrase: what it is to be found by, as given by the editor.
        language: language of the text, ISO 639-1; "" where it is unknown.
        locale: language and country ("fr-CA"), used where its language is that of the text.
        words: words of its prose.
    """
    named = {k.lower(): v for k, v in article.meta.named.items()}
    url = _address(article.meta.canonical or named.get("og:url"))
    picture = _picture(article, named, url)
    published, modified = _day(named, _PUBLISHED), _day(named, _MODIFIED)
    authors = _authors(article.meta.author)
    site = named.get("og:site_name", "")
    territory = (article.meta.language or locale).replace("-", "_") or language
    graph = [
        ("og:type", "article"),
        ("og:title", title or ""),
        ("og:description", description or ""),
        ("og:url", url),
        ("og:image", picture[0]),
        ("og:image:alt", picture[1]),
        ("og:locale", territory if "_" in territory and territory.startswith(language or "?") else ""),
        ("og:site_name", site),
        ("article:published_time", published),
        ("article:modified_time", modified),
    ]
    linked = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": title or "",
        "description": description or "",
        "inLanguage": article.meta.language or language,
        "mainEntityOfPage": url,
        "image": [picture[0]] if picture[0] else [],
        "datePublished": published,
        "dateModified": modified,
        "author": authors,
        "publisher": {"@type": "Organization", "name": site} if site else {},
        "keywords": keyphrase or "",
        "wordCount": words,
    }
    known = {"url": url, "image": picture[0], "author": authors, "published": published}
    return Markup(
        tuple((k, v) for k, v in graph if v),
        {k: v for k, v in linked.items() if v},
        tuple(k for k, v in known.items() if not v),
    )


def head_html(markup: Markup, *, title: str | None, description: str | None) -> str:
    """Return the lines to paste into a page's head: title, description, Open Graph and JSON-LD, escaped."""
    lines = [f"<title>{html.escape(title, quote=False)}</title>"] if title else []
    if description:
        lines.append(f'<meta name="description" content="{html.escape(description)}">')
    lines += [f'<meta property="{k}" content="{html.escape(v)}">' for k, v in markup.open_graph]
    # Within a script, "<" could end the element or open a comment; JSON has another way to write it.
    data = json.dumps(markup.json_ld, ensure_ascii=False, indent=2).replace("<", "\\u003c")
    return "\n".join([*lines, '<script type="application/ld+json">', data, "</script>"]) + "\n"


def _address(written: str | None, base: str = "") -> str:
    """Return an absolute web address, that of `base` where it is relative; "" for what is none."""
    try:
        address = urljoin(base, (written or "").strip()) if base else (written or "").strip()
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if written and parts.scheme in {"http", "https"} and parts.netloc else ""


def _picture(article: Article, named: Mapping[str, str], url: str) -> tuple[str, str]:
    """Return the address and the text alternative of the page's picture: its own choice, else its first image."""
    own = _address(named.get("og:image"))
    if own:
        return own, named.get("og:image:alt", "")
    for image in _images(article):
        address = _address(image.target, url)
        if address:
            return address, (image.alt or "").strip()
    return "", ""


def _images(article: Article) -> list[Image]:
    """Return the images that show something, described ones first: an empty alternative marks a decoration."""
    images = [i for b in article.blocks for i in b.images if i.alt is None or i.alt.strip()]
    return sorted(images, key=lambda i: i.alt is None)


def _day(named: Mapping[str, str], names: tuple[str, ...]) -> str:
    """Return the first value that is a date or a time of ISO 8601, as written; "" where none is."""
    for name in names:
        value = named.get(name, "").strip()
        try:
            datetime.fromisoformat(value) if len(value) > len("2026-01-31") else date.fromisoformat(value)
        except ValueError:
            continue
        return value
    return ""


def _authors(author: str | None) -> list[dict[str, str]]:
    """Return authors as schema.org has them; a newsroom or a team is an organization, not a person."""
    names = [n for n in _SEVERAL.split(" ".join((author or "").split())) if n]
    return [{"@type": "Organization" if _team(n) else "Person", "name": n} for n in names]


def _team(name: str) -> bool:
    return bool(_TEAM.search(name)) or (name.isupper() and " " not in name)
