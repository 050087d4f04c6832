"""Corrects an article in its source: its typography, and what rules have a better form for.

Markup, code, links and line ends stay as they are.

A fault is found in a block's text and mended where that text stands in the source. Where the two differ by more than
entities (a tag or mark of emphasis lies in between), the fault is left to the author, and so is every one whose
correction would change how the source is read.
"""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from seoaudit.article.model import Article, Block, BlockKind, SourceFormat
from seoaudit.article.read import read_string
from seoaudit.errors import InputError
from seoaudit.french.typography import check_apostrophes, check_typography
from seoaudit.french.typography_model import House, Locale, TypographyIssue, TypographyKind

# A correction may uncover another fault beside it; no chain is longer.
_ROUNDS = 8
# What only the author can judge: a word that stands twice may be meant.
UNSAFE = frozenset({TypographyKind.DOUBLED_WORD, TypographyKind.FRAGMENT})
_MENDED = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.PROMPT})


@dataclass(frozen=True, slots=True)
class Fixed:
    """A source with its typography corrected.

    Attributes:
        text: the source, changed only where a fault was mended.
        counts: how many were mended, by kind of fault; empty when nothing was.
        left: how many faults were left to the author.
        substituted: how many words rules had a better form for.
    """

    text: str
    counts: Mapping[TypographyKind, int]
    left: int
    substituted: int = 0

    @property
    def total(self) -> int:
        """How many faults were mended."""
        return sum(self.counts.values()) + self.substituted


def apply_edits(article: Article, edits: Sequence[Edit]) -> tuple[Article, int]:
    """Return an article with changes made in its source, and how many: all that leave its structure as it is.

    Args:
        article: the article as read.
        edits: in order and apart.
    """
    changed, applied = _apply(article, edits)
    return (article, 0) if changed is None else (changed, len(applied))


class Edit(NamedTuple):
    """A change of the source: what is written between two offsets; `kind` is None where it is no typography."""

    start: int
    end: int
    text: str
    kind: TypographyKind | None = None


def fix_typography_of(
    article: Article,
    *,
    locale: Locale = "fr-FR",
    house: House = "any",
    accented_capitals: bool = False,
    leave: Callable[[int, TypographyKind], bool] = lambda _block, _kind: False,
) -> Fixed:
    """Return an article's source with its typography corrected; doing it again changes nothing.

    Args:
        article: the article as read.
        locale: as for `seoaudit.french.typography.check_typography`.
        house: likewise.
        accented_capitals: likewise.
        leave: whether a kind of fault is left alone in the block of an index; such faults count neither as mended nor
            as left.

    Raises:
        SettingsError: the locale or the house style is unknown.
    """
    counts: Counter[TypographyKind] = Counter()
    left = 0
    for _ in range(_ROUNDS):
        edits, left = _edits(article, locale, house, accented_capitals, leave)
        mended, applied = _apply(article, edits)
        left += len(edits) - len(applied)
        if mended is None:
            break
        counts.update(e.kind for e in applied if e.kind)
        article = mended
    return Fixed(article.source, MappingProxyType(dict(sorted(counts.items()))), left)


def _edits(
    article: Article, locale: Locale, house: House, capitals: bool, leave: Callable[[int, TypographyKind], bool]
) -> tuple[list[Edit], int]:
    """Return the corrections to make in the source, in order, and how many faults none could be made for."""
    numbers = [n for n, b in enumerate(article.blocks) if b.kind in _MENDED and b.text]
    blocks = [article.blocks[n] for n in numbers]
    code = [b.code for b in blocks]
    found: list[tuple[int, TypographyIssue]] = [
        (n, issue)
        for n, b in enumerate(blocks)
        for issue in check_typography(b.text, locale=locale, house=house, accented_capitals=capitals, skip=b.code)
    ]
    found += [(p.paragraph, p.issue) for p in check_apostrophes([b.text for b in blocks], skip=code, curly=True)]
    found = [(n, issue) for n, issue in found if not leave(numbers[n], issue.kind)]
    edits = []
    for n, issue in found:
        edit = None if issue.kind in UNSAFE else _edit(article, blocks[n], issue)
        if edit is not None:
            edits.append(edit)
    apart: list[Edit] = []
    for edit in sorted(edits):
        if not apart or edit.start >= apart[-1].end:
            apart.append(edit)
    return apart, len(found) - len(apart)


def _edit(article: Article, block: Block, issue: TypographyIssue) -> Edit | None:
    """Return a correction as one of the source; None where the source does not show the text as it reads."""
    if issue.fix is None:
        return None
    start, end = block.source_map.to_source(issue.start, issue.end)
    shown = article.source[start:end]
    read = shown if article.format == "text" else html.unescape(shown)
    if read != block.text[issue.start : issue.end]:
        return None
    fix = issue.fix if article.format == "text" else html.escape(issue.fix, quote=False)
    return Edit(start, end, fix, issue.kind)


def _apply(article: Article, edits: Sequence[Edit]) -> tuple[Article | None, Sequence[Edit]]:
    """Return the article with those corrections made that leave its structure as it is, and which they are."""
    mended = _edited(article, edits)
    if mended is not None:
        return mended, edits
    # One of them changes the structure: they are tried one by one.
    kept: list[Edit] = []
    best: Article | None = None
    for edit in edits:
        tried = _edited(article, [*kept, edit])
        if tried is not None:
            kept.append(edit)
            best = tried
    return best, kept


def _edited(article: Article, edits: Sequence[Edit]) -> Article | None:
    """Return the article with corrections made; None where there are none or its structure would change."""
    if not edits:
        return None
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (article.source[at : edit.start], edit.text)
        at = edit.end
    source = "".join((*parts, article.source[at:]))
    try:
        again = read_string(source, source_format=article.format, name=article.name, max_chars=2 * len(source) + 1)
    except InputError:
        return None
    return again if _shape(again.blocks, article.format) == _shape(article.blocks, article.format) else None


def _shape(blocks: Sequence[Block], form: SourceFormat) -> list[tuple[object, ...]]:
    """Return what must stay the same of an article's blocks."""
    return [
        (b.kind, b.level, b.group, [k.target for k in b.links], [i.target for i in b.images], len(b.code), b.bold)
        if form != "text"
        else (b.kind, b.level, b.group)
        for b in blocks
    ]
