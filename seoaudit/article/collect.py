"""Collect blocks in reading order; blocks of one list, quotation, table or figure become one group.

A group is closed to sections: its first block begins where the markup of the whole begins ("<ul>", ">"), its last ends
where that markup ends, so that whatever is put between two blocks stands outside the group.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from typing import Literal

from seoaudit.article.model import Block, BlockKind, Link, Run, SourceMap

ContainerKind = Literal["list", "item", "quote", "figure", "note"]

# How a writing prompt begins; `draft` inserts them as block quotes.
_PROMPT = re.compile(
    r"\[\s*(?:à développer|à préciser, (?:longueur suffisante|en quelques mots)"
    r"|to expand|to clarify, (?:long enough|in a few words)"
    r"|intertitre à trouver|heading to find|à vérifier avant|to check before)\b",
    re.IGNORECASE,
)


def is_prompt(text: str) -> bool:
    """Whether a quotation is a writing prompt of a draft, not part of the text."""
    return _PROMPT.match(unicodedata.normalize("NFC", text)) is not None


@dataclass(slots=True)
class _Container:
    kind: ContainerKind
    start: int
    first: int  # index of its first block


@dataclass(slots=True)
class Collector:
    """Receives blocks and the containers around them, in order.

    Attributes:
        blocks: the blocks so far.
    """

    blocks: list[Block] = field(default_factory=list)
    _open: list[_Container] = field(default_factory=list)
    _lists: int = 0
    _group: int = -1

    def open(self, kind: ContainerKind, start: int) -> None:
        """Enter a container whose markup begins at `start`."""
        if not self._open and not (kind == "item" and self.blocks and self.blocks[-1].kind is BlockKind.LIST_ITEM):
            self._group += 1  # items without a list around them, as Word writes them, follow on each other
        self._lists += kind == "list"
        self._open.append(_Container(kind, start, len(self.blocks)))

    def close(self, end: int) -> None:
        """Leave the innermost container; its markup ends at `end`."""
        container = self._open.pop()
        self._lists -= container.kind == "list"
        if container.first == len(self.blocks):
            return
        last = self.blocks[-1]
        if end > last.end:
            self.blocks[-1] = _set(last, last.start, end, last.group)
        if container.kind == "quote" and is_prompt(self.blocks[container.first].text):
            self.blocks[container.first :] = [_joined(self.blocks[container.first :], BlockKind.PROMPT)]
        elif container.kind == "figure":
            self._caption(container.first)
        elif container.kind == "list" and not self._lists and _leads_into_page(self.blocks[container.first :]):
            self.blocks[container.first :] = [_joined(self.blocks[container.first :], BlockKind.CONTENTS)]

    def add(self, block: Block | None) -> None:
        """Add a block; None is passed over, so that what a builder returns can be handed on."""
        if block is None:
            return
        if not self._open:
            self._group += 1
        start = block.start
        for container in self._open:
            if container.first == len(self.blocks):
                start = min(start, container.start)
        self.blocks.append(_set(block, start, block.end, self._group))

    @property
    def level(self) -> int:
        """How many lists are open."""
        return self._lists

    @property
    def prose_kind(self) -> BlockKind:
        """What a paragraph is here: the innermost list item or quotation decides."""
        for container in reversed(self._open):
            if container.kind == "item":
                return BlockKind.LIST_ITEM
            if container.kind == "quote":
                return BlockKind.QUOTE
        return BlockKind.PARAGRAPH

    def _caption(self, first: int) -> None:
        """Make images and the one text of a figure one block."""
        blocks = self.blocks[first:]
        images = [b for b in blocks if b.kind is BlockKind.IMAGE]
        captions = [b for b in blocks if b.kind is BlockKind.PARAGRAPH]
        if images and len(images) + len(captions) == len(blocks) and len(captions) <= 1:
            self.blocks[first:] = [_joined(blocks, BlockKind.IMAGE)]


def _leads_into_page(items: list[Block]) -> bool:
    """Whether a list is a table of contents: two items at least, each but a link into the page."""
    return len(items) > 1 and all(
        b.kind is BlockKind.LIST_ITEM
        and len(b.links) == 1
        and b.links[0].target.startswith("#")
        and b.links[0].text == b.text
        for b in items
    )


def _set(block: Block, start: int, end: int, group: int) -> Block:
    # Called for every block; dataclasses.replace takes five times as long.
    rest = (block.level, group, block.links, block.images, block.code, block.bold, block.headed)
    return Block(block.kind, block.text, block.source_map, start, end, *rest)


def _joined(blocks: list[Block], kind: BlockKind) -> Block:
    """Join blocks into one, their texts on lines of their own."""
    texts: list[str] = []
    runs: list[Run] = []
    links: list[Link] = []
    code: list[tuple[int, int]] = []
    length = 0
    for block in blocks:
        if block.text and texts:
            here = runs[-1].source + runs[-1].width
            there = block.source_map.runs[0].source
            runs.append(Run(length, here, 1, max(0, there - here)))
            length += 1
        links += (replace(link, start=link.start + length, end=link.end + length) for link in block.links)
        code += ((a + length, b + length) for a, b in block.code)
        if block.text:
            runs += (run._replace(text=run.text + length) for run in block.source_map.runs)
            texts.append(block.text)
            length += len(block.text)
    first, end = blocks[0], max(block.end for block in blocks)
    source_map = SourceMap(tuple(runs)) if runs else first.source_map
    images = tuple(image for block in blocks for image in block.images)
    return Block(
        kind, "\n".join(texts), source_map, first.start, end, 0, first.group, tuple(links), images, tuple(code)
    )
