"""Drafts in Markdown: how insertions are written, and what makes a plain text Markdown.

Markdown would take some signs of a plain text for markup: a backslash is added before them, and a blank line between
paragraphs that stand on a line each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from seoaudit.article.model import Article, Block, BlockKind
from seoaudit.structure.draft_pieces import Addition, Entry, Insertion, inside_paragraph


def markdown_additions(article: Article, insertions: Sequence[Insertion]) -> tuple[Addition, ...]:
    """Return insertions as Markdown, with what makes Markdown of a plain text."""
    form = _Markdown(article)
    additions = [*_plain_text_additions(article), *(a for i in insertions for a in form.written(i))]
    return tuple(sorted(additions, key=_order))


def _order(addition: Addition) -> tuple[int, int]:
    """At one offset a blank line comes first, then what is inserted; a sign that belongs to the text comes last."""
    return addition.offset, {"break": 0, "escape": 2}.get(addition.kind, 1)


class _Markdown:
    """Writes insertions into Markdown, or into plain text that becomes Markdown."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.source = article.source
        self.newline = "\r\n" if "\r\n" in article.source else "\n"
        self.cuts: set[int] = set()

    def written(self, insertion: Insertion) -> list[Addition]:
        """Return the additions of an insertion."""
        if insertion.kind == "anchor":
            block = next(b for b in self.article.blocks if b.start == insertion.offset)
            return [Addition(block.source_map.to_source(0, 0)[0], named_anchor(insertion.anchor), "anchor")]
        lines = self._lines(insertion)
        if insertion.after:
            text = self.newline.join(["", "", *lines])
            return [Addition(len(self.source[: insertion.offset].rstrip()), text, insertion.kind)]
        offset = self._before(insertion.offset)
        out = []
        if offset not in self.cuts and inside_paragraph(self.article, offset):
            self.cuts.add(offset)
            out.append(Addition(offset, self.newline * 2, "break"))
            found = _LINE_MARKUP.match(self.source, offset)
            if found is not None and self.article.format == "text" and not (found["sign"] or "").startswith("*"):
                out.append(Addition(found.start("sign" if found["sign"] else "number"), "\\", "escape"))
        return [*out, Addition(offset, self.newline.join([*lines, "", ""]), insertion.kind)]

    def _lines(self, insertion: Insertion) -> list[str]:
        if insertion.kind == "heading":
            name = named_anchor(insertion.anchor) if insertion.anchor else ""
            return ["#" * insertion.level + " " + name + escape_inline(insertion.lines[0])]
        if insertion.kind == "contents":
            return _contents(insertion.entries)
        return prompt_quote(insertion.lines)

    def _before(self, offset: int) -> int:
        """Where a block's line begins; within a line (a cut paragraph) the place itself."""
        line = max(self.source.rfind("\n", 0, offset), self.source.rfind("\r", 0, offset)) + 1
        return line if not self.source[line:offset].strip() else offset


def named_anchor(anchor: str) -> str:
    """Return an empty link that gives a place its name."""
    return f'<a id="{anchor}"></a>'


def _contents(entries: Sequence[Entry]) -> list[str]:
    top = min(e.level for e in entries)
    return [f"{'  ' * (e.level - top)}- [{escape_inline(e.text)}](#{e.anchor})" for e in entries]


def prompt_quote(lines: Sequence[str]) -> list[str]:
    """Return a prompt as a block quote.

    Its last line is empty, so that what is typed right below it is no part of the quotation.
    """
    head, *questions = lines
    return [f"> {escape_prompt(head)}", *(f"> - {escape_prompt(q)}" for q in questions), ">"]


def escape_inline(text: str) -> str:
    """Return a text that CommonMark reads as these very characters within a paragraph or heading."""
    return re.sub(r"([\\`*_\[\]<>]|&(?=#?\w+;))", r"\\\1", text)


def escape_prompt(line: str) -> str:
    """Return a prompt line whose brackets stay as they are and whose other signs are literal."""
    return re.sub(r"([\\`*_<]|&(?=#?\w+;))", r"\\\1", line)


# What CommonMark would take for markup in the author's plain text: at the beginning of a line ...
_LINE_MARKUP = re.compile(
    r"[ \t]*(?:(?P<sign>#{1,6}(?=[ \t]|$)|[-+*](?=[ \t]|$)|>|~~~|=+\s*$|-{2,}\s*$)|\d{1,9}(?P<number>[.)])(?=[ \t]|$))",
    re.MULTILINE,
)
# ... and anywhere in it.
_INLINE_MARKUP = re.compile(r"[\\`*_\[\]<|]|~~|&(?=#?\w+;)")


def _plain_text_additions(article: Article) -> list[Addition]:
    """Return what makes Markdown read a plain text as its author meant it; nothing for other formats."""
    if article.format != "text":
        return []
    source, newline = article.source, "\r\n" if "\r\n" in article.source else "\n"
    bullets = {b.start for b in article.blocks if b.kind is BlockKind.LIST_ITEM}
    signs = (m.start() for m in _INLINE_MARKUP.finditer(source))
    out = [Addition(at, "\\", "escape") for at in signs if at not in bullets]
    for block in article.blocks:
        out += _line_escapes(source, block)
    for before, block in zip(article.blocks, article.blocks[1:], strict=False):
        between = source[before.end : block.start]
        if between.count("\n") < 2 and not (block.kind is BlockKind.LIST_ITEM and block.group == before.group):
            out.append(Addition(block.start - _indent(source, block.start), newline, "break"))
    titles = (Addition(b.start, "#" * b.level + " ", "escape") for b in article.blocks if b.kind is BlockKind.HEADING)
    return sorted([*out, *titles], key=lambda a: a.offset)


def _indent(source: str, offset: int) -> int:
    """Length of the white space between a block's start and the beginning of its line."""
    line = source.rfind("\n", 0, offset) + 1
    return offset - line if not source[line:offset].strip() else 0


def _line_escapes(source: str, block: Block) -> list[Addition]:
    """Return backslashes before signs that begin a line of a paragraph or heading."""
    if block.kind is BlockKind.LIST_ITEM:
        return []
    out = []
    for line in re.finditer(r"^[^\n]+", source[block.start : block.end], re.MULTILINE):
        found = _LINE_MARKUP.match(line.group())
        if found is None or (found["sign"] or "").startswith("*"):
            continue  # a star is escaped wherever it stands
        name = "sign" if found["sign"] else "number"
        out.append(Addition(block.start + line.start() + found.start(name), "\\", "escape"))
    return out
