"""Find the article in a page: which element holds it, and what of a page is no part of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from bs4.element import NavigableString, Tag

from seoaudit.article.html_scan import Token, attributes
from seoaudit.article.html_tree import LEFT_OUT, is_hidden

MARK = re.compile(r"([a-z])(\d+);")

_LEFT_OUT_ROLES = frozenset({"navigation", "search", "complementary", "dialog", "alertdialog", "menu", "menubar"})
_ROLE_OF = {"banner": "header", "contentinfo": "footer", "main": "main", "article": "article"}
# A form with this many paragraphs and headings is a page wrapped in a form, not a form in a page.
_WRAPPING_BLOCKS = 3
# An <article> with less of the page's text than this is a teaser, and the article stands elsewhere.
_TEASER_SHARE = 0.25
# More main headings than this are not the title of anything.
_MANY = 5
# What a cell of data does not hold, and the characters it holds at most on average.
_LAYOUT_CONTENT = ["table", "h1", "h2", "h3", "h4", "h5", "h6"]
_DATA_CELL = 300
_SAYS_MORE = re.compile("hidden|display|mso-list|role|MsoTitle|MsoList", re.IGNORECASE)
# What Word writes as a paragraph of this class, or of a style that numbers it, is more than a paragraph.
_WORD_CLASSES = (("msotitle", "h1"), ("msolist", "li"))


class Page:
    """A scanned source and its tree.

    Attributes:
        source: the HTML.
        tokens: its tags and texts.
        body: the tree.
        whole: a page, against a fragment.
    """

    def __init__(self, source: str, tokens: list[Token], body: Tag, *, whole: bool) -> None:
        self.source = source
        self.tokens = tokens
        self.body = body
        self.whole = whole
        self._facts: dict[Token, tuple[str, bool]] = {}

    def token_of(self, node: Tag) -> Token | None:
        """Return the start tag of an element; None for one that the tree builder supplied."""
        i = node.attrs.get("i")
        return self.tokens[int(i)] if isinstance(i, str) else None

    def name_of(self, node: Tag) -> str:
        """Return the name of an element in the source, or what its role makes of it; "" if it was supplied."""
        return self._look_up(node)[0]

    def is_left_out(self, node: Tag, *, in_article: bool) -> bool:
        """Whether an element is no part of an article."""
        name, never = self._look_up(node)
        if never or (name == "header" and not in_article):
            return True
        if name == "footer":
            # Themes put what is said of an article there: date, author, tags, sharing, the next one. That of a
            # quotation says whose it is.
            return all(self.name_of(parent) != "blockquote" for parent in node.parents if parent is not self.body)
        # A page may be wrapped in one form.
        return name == "form" and len(node.find_all(["p", "h1", "h2"], limit=_WRAPPING_BLOCKS)) < _WRAPPING_BLOCKS

    def _look_up(self, node: Tag) -> tuple[str, bool]:
        """Return an element's name and whether it is left out wherever it stands."""
        token = self.token_of(node)
        if token is None:
            return "", False
        facts = self._facts.get(token)
        if facts is None:
            name, never = token.name, token.name in LEFT_OUT
            if _SAYS_MORE.search(self.source, token.start, token.end):
                attrs = attributes(self.source, token)
                role = attrs.get("role", "").strip().lower()
                name = _ROLE_OF.get(role, word_name(attrs) if name == "p" else name)
                never = never or role in _LEFT_OUT_ROLES or is_hidden(attrs)
            facts = self._facts[token] = (name, never)
        return facts


def word_name(attrs: dict[str, str]) -> str:
    """Return what a paragraph that Word has written is: its title, an item of a list, or a paragraph."""
    own = attrs.get("class", "").lower()
    found = next((name for opening, name in _WORD_CLASSES if own.startswith(opening)), "p")
    return "li" if found == "p" and "mso-list:" in attrs.get("style", "").replace(" ", "").lower() else found


class Root(NamedTuple):
    """Where the article is.

    Attributes:
        node: the element that holds it.
        in_article: whether headers and footers in it are the article's own.
        title: its main heading, when that stands outside the element and before it.
    """

    node: Tag
    in_article: bool
    title: Tag | None


@dataclass(slots=True)
class _Candidate:
    node: Tag
    parent: int
    is_main: bool
    length: int = 0


def find_root(page: Page) -> Root:
    """Return the `<main>` or `<article>` with the most text; the body where there is none or it holds a mere teaser."""
    candidates = _candidates(page)
    total = candidates[0]
    fits = [c for c in candidates[1:] if c.length and (c.is_main or c.length >= _TEASER_SHARE * total.length)]
    best = max(fits, key=lambda c: c.length, default=total)  # the first of equals: the outermost
    in_article = best is not total or not page.whole
    return Root(best.node, in_article, _outside_title(page, best.node, in_article=in_article))


def _outside_title(page: Page, root: Tag, *, in_article: bool) -> Tag | None:
    """Return the page's one main heading if it stands before an article that has none, be it in the page's header."""
    shown = [h for h in page.body.find_all("h1", limit=_MANY) if _is_shown(page, h)]
    if len(shown) != 1 or any(parent is shown[0] for parent in root.parents):
        return None
    inside = any(parent is root for parent in shown[0].parents)
    in_header = any(page.name_of(parent) == "header" for parent in shown[0].parents)
    if inside and (in_article or not in_header):
        return None
    title, start = page.token_of(shown[0]), page.token_of(root)
    return shown[0] if title and (start is None or title.start < start.start) else None


def _is_shown(page: Page, heading: Tag) -> bool:
    around = [heading, *(parent for parent in heading.parents if parent is not page.body)]
    return not any(page.name_of(node) == "footer" or page.is_left_out(node, in_article=True) for node in around)


def _length(page: Page, text: NavigableString) -> int:
    """Return how many characters that show a run of marks stands for."""
    tokens = [page.tokens[int(i)] for mark, i in MARK.findall(text) if mark == "t"]
    return sum(len(page.source[token.start : token.end].strip()) for token in tokens)


def _candidates(page: Page) -> list[_Candidate]:
    """Return the body and every main and article in it, outer before inner, with the length of their texts."""
    found = [_Candidate(page.body, 0, is_main=False)]
    todo: list[tuple[Tag, int]] = [(page.body, 0)]
    while todo:
        node, owner = todo.pop()
        for child in node.children:
            if isinstance(child, NavigableString):
                found[owner].length += _length(page, child)
            elif isinstance(child, Tag):
                name = page.name_of(child)
                if page.is_left_out(child, in_article=owner > 0 or not page.whole):
                    continue
                within = owner
                if name in {"main", "article"}:
                    within = len(found)
                    found.append(_Candidate(child, owner, is_main=name == "main"))
                todo.append((child, within))
    for candidate in reversed(found[1:]):
        found[candidate.parent].length += candidate.length
    return found


def is_data_table(page: Page, table: Tag) -> bool:
    """Whether a table shows data, against one that a newsletter or an old page is laid out with."""
    token = page.token_of(table)
    if token is None or attributes(page.source, token).get("role", "") in {"presentation", "none"}:
        return False
    if table.find(_LAYOUT_CONTENT) is not None:
        return False
    cells = table.find_all(["td", "th"])
    length = sum(_length(page, text) for cell in cells for text in cell.find_all(string=True))
    return len(cells) > 1 and length <= _DATA_CELL * len(cells)
