"""The table of contents of a draft, and the anchors that its lines lead to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from seoaudit.article.model import Article, Block, BlockKind
from seoaudit.structure.draft_pieces import Entry, Insertion
from seoaudit.structure.outline import Section

DEEPEST = 3  # level of the headings listed
FEWEST = 2  # a list of one line leads nowhere
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
_ID = re.compile(r"<h[1-6]\b[^<>]*?\sid\s*=\s*[\"']?([^\s\"'>]+)", re.IGNORECASE)


def anchored(article: Article, sections: Sequence[Section]) -> dict[int, str]:
    """Return the anchors of the sections to list, by index; none where there are too few for a table of contents.

    A heading of an HTML page keeps the `id` it has; others are named after their words.
    """
    listed = [n for n, s in enumerate(sections) if 1 < s.level <= DEEPEST and s.heading]
    if len(listed) < FEWEST:
        return {}
    taken = set(re.findall(r"\bid\s*=\s*[\"']?([^\s\"'>]+)", article.source)) if article.format == "html" else set()
    out = {}
    for n in listed:
        section = sections[n]
        own = _ID.match(article.source, section.start) if section.existing and article.format == "html" else None
        out[n] = own[1] if own else _unique(anchor_of(section.heading or ""), taken)
    return out


def contents(article: Article, sections: Sequence[Section], anchors: Mapping[int, str]) -> Iterator[Insertion]:
    """Yield the table of contents, before the first heading it lists, and anchors for the author's headings."""
    first = min(anchors)
    entries = tuple(Entry(sections[n].level, sections[n].heading or "", a) for n, a in anchors.items())
    yield Insertion(sections[first].start, False, "contents", entries=entries)
    for n, anchor in anchors.items():
        own = sections[n]
        if own.existing and not (article.format == "html" and _ID.match(article.source, own.start)):
            block = _heading_at(article, own.start)
            if block is not None:
                yield Insertion(block.start, False, "anchor", anchor=anchor)


def _heading_at(article: Article, offset: int) -> Block | None:
    return next((b for b in article.blocks if b.kind is BlockKind.HEADING and b.start == offset), None)


def anchor_of(heading: str) -> str:
    """Return the name of an anchor: the words of a heading in plain letters, joined by hyphens."""
    folded = unicodedata.normalize("NFKD", heading.lower().translate(_LIGATURES))
    return "-".join(re.findall(r"[a-z0-9]+", "".join(c for c in folded if not unicodedata.combining(c)))) or "section"


def _unique(name: str, taken: set[str]) -> str:
    n, unique = 1, name
    while unique in taken:
        n += 1
        unique = f"{name}-{n}"
    taken.add(unique)
    return unique
