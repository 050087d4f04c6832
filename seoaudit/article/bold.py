"""Paragraphs in bold that stand where a heading would: what word processors and many CMS give for a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from seoaudit.article.lines import ends_sentence
from seoaudit.article.model import PROSE, Block, BlockKind
from seoaudit.article.plain import is_byline

# As for the headings of a plain text.
LONGEST = 12
DEEPEST = 6
_OPENS = re.compile(r"[«“\"\s]*[^\W_]")
# "Bon à savoir :" leads in, "Attention !" calls out.
_ENDS_OTHERWISE = re.compile(r"[.…,;:!][\s»”\")]*\Z")
_UNDER = PROSE | {BlockKind.TABLE}


def with_bold_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks with the paragraphs that stand for a heading made headings; they stay marked as bold.

    Such a paragraph is short, bold as a whole, no sentence, and text follows it. The first of an article without a main
    heading is its title; the others rank below the author's own heading before them.
    """
    titled = any(b.kind is BlockKind.HEADING and b.level == 1 for b in blocks)
    out: list[Block] = []
    above = 1
    for i, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            above = block.level
            block = replace(block, bold=False)  # noqa: PLW2901 -- a heading proper, however it is set
        elif _stands_for_heading(blocks, i):
            level = 1 if not titled and i == 0 else min(above + 1, DEEPEST)
            out.append(replace(block, kind=BlockKind.HEADING, level=level))
            continue
        out.append(block)
    return tuple(out)


def _stands_for_heading(blocks: Sequence[Block], i: int) -> bool:
    following = next((b for b in blocks[i + 1 :] if b.kind is not BlockKind.IMAGE), None)
    if following is None or following.kind not in _UNDER or not _looks_like_one(blocks[i]):
        return False
    return following.kind is not BlockKind.PARAGRAPH or ends_sentence(following.text)


def _looks_like_one(block: Block) -> bool:
    if not (block.bold and block.kind is BlockKind.PARAGRAPH) or len(block.text.split()) > LONGEST:
        return False
    opening = _OPENS.match(block.text)
    high = opening is not None and not block.text[opening.end() - 1].islower()
    return high and "\n" not in block.text and not _ENDS_OTHERWISE.search(block.text) and not is_byline(block.text)
