"""What a page's head says about the article."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from seoaudit.article.html_scan import Token, attributes, unescape
from seoaudit.article.model import Meta, composed

_PAGE_TAGS = frozenset({"html", "head", "body"})
# How the name of what made a page begins, where that is no site.
_WORD_PROCESSORS = ("microsoft word", "libreoffice", "openoffice")


def is_whole_page(tokens: list[Token]) -> bool:
    """Whether the source is a page, against the fragment that a CMS stores."""
    return any(token.name in _PAGE_TAGS and token.kind == "start" for token in tokens)


def is_document(meta: Meta) -> bool:
    """Whether a word processor has saved a page: its head is that of a file, and what a site adds is not there yet."""
    return meta.named.get("generator", "").lower().startswith(_WORD_PROCESSORS)


def read_head(source: str, tokens: list[Token]) -> Meta:
    """Return the title, description, canonical address, author, language and named metadata of a page.

    Names are in lower case ("og:title", "robots"); of equals the first counts. A drawing's title is no page's.
    """
    title: str | None = None
    language: str | None = None
    canonical: str | None = None
    named: dict[str, str] = {}
    drawings = 0
    for i, token in enumerate(tokens):
        if token.name == "svg":
            drawings = max(0, drawings + (1 if token.kind == "start" else -1))
        if token.kind != "start" or drawings:
            continue
        if token.name == "title" and title is None:
            title = _content(source, tokens[i + 1 : i + 2])
        elif token.name == "html" and language is None:
            attrs = attributes(source, token)
            language = attrs.get("lang") or attrs.get("xml:lang") or None
        elif token.name == "meta":
            attrs = attributes(source, token)
            name = (attrs.get("name") or attrs.get("property") or "").strip().lower()
            if name and "content" in attrs:
                named.setdefault(name, composed(" ".join(attrs["content"].split())))
        elif token.name == "link" and canonical is None:
            attrs = attributes(source, token)
            if "canonical" in attrs.get("rel", "").lower().split():
                canonical = attrs.get("href", "").strip() or None
    description, author = named.pop("description", None), named.pop("author", None)
    meta = Meta(
        title=title,
        description=description,
        language=language,
        canonical=canonical,
        author=author,
        named=MappingProxyType(named),
    )
    # A word processor writes the element whether the document has a title or none.
    return replace(meta, title=meta.title or None) if is_document(meta) else meta


def _content(source: str, tokens: list[Token]) -> str:
    return composed(" ".join(" ".join(unescape(source[t.start : t.end]) for t in tokens if t.kind == "text").split()))
