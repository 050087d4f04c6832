"""What a whole page says to machines beside its text: language, canonical address, robots, dates, structured data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from seoaudit.article.html_scan import Token, attributes, unescape


class Mark(NamedTuple):
    """What one tag of a page says, and where the tag stands in the source."""

    text: str
    start: int
    end: int


class Alternate(NamedTuple):
    """The page in another language: the code as written, and its address."""

    language: str
    target: Mark


@dataclass(frozen=True, slots=True)
class Head:
    """A page's statements for machines, each with its place, in the order of the source.

    Attributes:
        language: what `<html lang>` says; None without the attribute.
        titles: texts of the `<title>` elements; one is right.
        descriptions: contents of the descriptions; one is right.
        canonicals: canonical addresses as written; one is right.
        robots: contents of `robots` and `googlebot`.
        alternates: `hreflang` versions.
        json_ld: contents of the JSON-LD scripts, undecoded; a place is that of the content.
        authors: who signs: `meta author`, `rel="author"`, `itemprop="author"`; the last two without a text.
        times: values of `<time datetime>`.
        named: places of the other named metadata, by their name in lower case.
        ids: what a link into the page can lead to.
    """

    language: Mark | None = None
    titles: tuple[Mark, ...] = ()
    descriptions: tuple[Mark, ...] = ()
    canonicals: tuple[Mark, ...] = ()
    robots: tuple[Mark, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    json_ld: tuple[Mark, ...] = ()
    authors: tuple[Mark, ...] = ()
    times: tuple[Mark, ...] = ()
    named: tuple[tuple[str, Mark], ...] = ()
    ids: frozenset[str] = frozenset()

    def first(self, name: str) -> Mark | None:
        """Return the first named metadatum of a name ("og:image") that says something; None for none."""
        return next((m for n, m in self.named if n == name and m.text), None)


class _Reader:
    """Collects the statements of a page, tag by tag."""

    def __init__(self, source: str, tokens: list[Token]) -> None:
        self.source, self.tokens = source, tokens
        self.language: Mark | None = None
        self.lists: dict[str, list[Mark]] = {
            k: [] for k in ("titles", "descriptions", "canonicals", "robots", "json_ld", "authors", "times")
        }
        self.alternates: list[Alternate] = []
        self.named: list[tuple[str, Mark]] = []
        self.ids: set[str] = set()
        self.drawings = 0

    def read(self) -> Head:
        for i, token in enumerate(self.tokens):
            if token.name == "svg":
                self.drawings = max(0, self.drawings + (1 if token.kind == "start" else -1))
            if token.kind == "start":
                self._tag(i, token)
        lists = {k: tuple(v) for k, v in self.lists.items()}
        return Head(
            self.language,
            alternates=tuple(self.alternates),
            named=tuple(self.named),
            ids=frozenset(self.ids),
            **lists,
        )

    def _tag(self, i: int, token: Token) -> None:
        attrs = attributes(self.source, token)
        self.ids |= {v for k in ("id", "name") if (v := attrs.get(k)) and (k == "id" or token.name == "a")}
        if self.drawings:
            return
        if token.name == "html" and self.language is None:
            said = attrs.get("lang") or attrs.get("xml:lang")
            self.language = Mark(said.strip(), token.start, token.end) if said else None
        elif token.name == "title":
            self._add("titles", self._content(i), token)
        elif token.name == "meta":
            self._meta(attrs, token)
        elif token.name == "link":
            self._link(attrs, token)
        elif token.name == "time" and attrs.get("datetime"):
            self._add("times", attrs["datetime"], token)
        elif token.name == "script" and attrs.get("type", "").split(";")[0].strip().lower() == "application/ld+json":
            self._script(i, token)
        if attrs.get("itemprop") == "author" or "author" in attrs.get("rel", "").lower().split():
            self._add("authors", attrs.get("content", ""), token)

    def _meta(self, attrs: dict[str, str], token: Token) -> None:
        name = (attrs.get("name") or attrs.get("property") or "").strip().lower()
        if not name or "content" not in attrs:
            return
        special = {"description": "descriptions", "author": "authors", "robots": "robots", "googlebot": "robots"}
        if name in special:
            self._add(special[name], attrs["content"], token)
        else:
            self.named.append((name, Mark(" ".join(attrs["content"].split()), token.start, token.end)))

    def _link(self, attrs: dict[str, str], token: Token) -> None:
        relations = attrs.get("rel", "").lower().split()
        target = Mark(attrs.get("href", "").strip(), token.start, token.end)
        if "canonical" in relations:
            self.lists["canonicals"].append(target)
        if "alternate" in relations and "hreflang" in attrs:
            self.alternates.append(Alternate(attrs["hreflang"].strip(), target))

    def _script(self, i: int, token: Token) -> None:
        """Keep the content of a script: the scanner passes over it, so that the next tag is its end tag."""
        after = self.tokens[i + 1 : i + 2]
        if after and after[0].name == "script":
            self.lists["json_ld"].append(Mark(self.source[token.end : after[0].start], token.end, after[0].start))

    def _content(self, i: int) -> str:
        return " ".join(unescape(self.source[t.start : t.end]) for t in self.tokens[i + 1 : i + 2] if t.kind == "text")

    def _add(self, name: str, text: str, token: Token) -> None:
        self.lists[name].append(Mark(" ".join(text.split()), token.start, token.end))


def read_statements(source: str, tokens: list[Token]) -> Head:
    """Return what a page says to machines; a drawing's title is no page's.

    Args:
        source: the page.
        tokens: its tags and texts, as `html_scan.scan` returns them.
    """
    return _Reader(source, tokens).read()
