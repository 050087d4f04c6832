"""What is to be said of the author's own headings: they are kept, and judged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from seoaudit.article.model import Article, Block, BlockKind
from seoaudit.french.words import count_words
from seoaudit.structure import heading_checks as checks
from seoaudit.structure.heading_fit import misplaced

# Share of the subheadings with the same words from which they are all alike: that of the rule on them.
ALIKE = 0.75

RemarkKind = Literal["level_jump", "empty", "long_section", "duplicate", "long_heading", "alike", "unrelated"]
# What another heading would mend. Those that are all alike have texts that are, too: nothing there tells them apart.
REPLACEABLE: frozenset[RemarkKind] = frozenset({"duplicate", "long_heading", "unrelated"})


class Remark(NamedTuple):
    """Something to be said of a heading or its section.

    Attributes:
        kind: what.
        facts: what its sentence needs: words, limits, levels, another heading.
    """

    kind: RemarkKind
    facts: Mapping[str, str | int]


def review(article: Article, words: Mapping[int, int], long_section: int) -> dict[int, tuple[Remark, ...]]:
    """Return the remarks on the author's headings, by the offset at which each heading (or part) begins.

    Args:
        article: the article as read.
        words: words of prose between each heading and the next one, by its offset; that above the first one included.
        long_section: words from which a section without subheading is long.
    """
    headings = article.headings
    below = [b for b in headings if b.level > 1]
    found: dict[int, list[Remark]] = defaultdict(list)
    for block, due in checks.level_jumps(headings):
        found[block.start].append(Remark("level_jump", {"level": block.level, "due": due}))
    for block in checks.empty_sections(article.blocks):
        found[block.start].append(Remark("empty", {}))
    for start, n in words.items():
        if n > long_section:
            found[start].append(Remark("long_section", {"words": n, "limit": long_section}))
    for block in checks.duplicates(below):
        found[block.start].append(Remark("duplicate", {}))
    for block in checks.long_headings(below):
        facts = {"words": count_words(block.text), "limit": checks.LONG_HEADING}
        found[block.start].append(Remark("long_heading", facts))
    same = checks.alike(below)
    if same and len(same.headings) > ALIKE * len(below):
        pattern = Remark("alike", {"shared": same.shared, "bearing": len(same.headings), "headings": len(below)})
        for block in same.headings:
            found[block.start].append(pattern)
    for block, other in _unrelated(article.blocks):
        found[block.start].append(Remark("unrelated", {"other": other.text}))
    return {start: tuple(own) for start, own in found.items()}


def _unrelated(blocks: Sequence[Block]) -> list[tuple[Block, Block]]:
    """Return the headings whose words are those of another section of their rank, with the heading of that one."""
    groups: dict[tuple[int, int], list[int]] = defaultdict(list)
    path: list[tuple[int, int]] = []
    for i, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING and block.level > 1:
            path = [p for p in path if p[0] < block.level]
            groups[path[-1][1] if path else -1, block.level].append(i)
            path.append((block.level, i))
    out = []
    for own in groups.values():
        sections = [_under(blocks, i) for i in own]
        for i, j in misplaced([blocks[i].text for i in own], sections).items():
            out.append((blocks[own[i]], blocks[own[j]]))
    return out


def _under(blocks: Sequence[Block], i: int) -> list[str]:
    """Return the texts under a heading, those of its subsections and their headings included."""
    out = []
    for block in blocks[i + 1 :]:
        if block.kind is BlockKind.HEADING and block.level <= blocks[i].level:
            break
        if block.kind not in {BlockKind.PROMPT, BlockKind.CONTENTS}:
            out.append(block.text)
    return out
