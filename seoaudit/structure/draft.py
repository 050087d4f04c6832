"""The draft: the source itself with additions, and nothing else.

A draft is the source plus pieces of text inserted at given offsets: headings, writing prompts, and what Markdown needs
to read a plain text as its author meant it (a blank line between paragraphs, a backslash before a sign it would take
for markup). Taking the additions away gives back the source to the byte; every sentence is therefore there once, in
order, verbatim, with its links, images, tables and code.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from seoaudit.article.model import Article, Block, BlockKind
from seoaudit.structure.outline import Outline, Section

AdditionKind = Literal["heading", "prompt", "break", "escape"]
PROMPT_MARK = {"fr": "À développer", "en": "To expand"}
PRECISE_MARK = {"fr": "À préciser, longueur suffisante", "en": "To clarify, long enough"}
UNTITLED_MARK = {"fr": "Intertitre à trouver", "en": "Heading to find"}


class Addition(NamedTuple):
    """A piece of text added to the source at an offset."""

    offset: int
    text: str
    kind: AdditionKind


@dataclass(frozen=True, slots=True)
class Draft:
    """A restructured draft for a human to expand.

    Attributes:
        article: the article as read.
        outline: its sections, with the headings inserted and those kept.
        additions: what was added to the source, by offset.
        lang: language of the prompts.
    """

    article: Article
    outline: Outline
    additions: tuple[Addition, ...]
    lang: Literal["fr", "en"] = "fr"

    @property
    def gaps(self) -> tuple[Section, ...]:
        """The sections in which words are still missing."""
        return tuple(s for s in self.outline.sections if s.missing_words)

    def to_source_format(self) -> str:
        """Return the draft in the format of its source; plain text becomes Markdown."""
        return apply(self.article.source, self.additions)

    def to_markdown(self) -> str:
        """Return the draft as Markdown; an HTML source is converted block by block."""
        if self.article.format != "html":
            return self.to_source_format()
        from seoaudit.structure.convert import html_to_markdown

        return html_to_markdown(self)

    def to_html(self) -> str:
        """Return the draft as HTML; Markdown and text are rendered by CommonMark's rules."""
        if self.article.format == "html":
            return self.to_source_format()
        from seoaudit.structure.convert import markdown_to_html

        return markdown_to_html(self.to_markdown())


def make_draft(article: Article, outline: Outline, *, lang: Literal["fr", "en"] = "fr") -> Draft:
    """Return the draft of an article under the headings of its outline.

    Args:
        article: the article as read.
        outline: its outline (`seoaudit.structure.outline.build_outline`).
        lang: language of the prompts; the article's text is never translated.
    """
    additions = [*_plain_text_additions(article), *_outline_additions(article, outline, lang)]
    return Draft(article, outline, tuple(sorted(additions, key=_order)), lang)


def _order(addition: Addition) -> tuple[int, int]:
    """At one offset a blank line comes first, then a heading or prompt; a sign that belongs to the text comes last."""
    return addition.offset, {"break": 0, "escape": 2}.get(addition.kind, 1)


def apply(source: str, additions: Iterable[Addition]) -> str:
    """Return the source with the additions in their places; those at one offset keep their order."""
    pieces, at = [], 0
    for addition in additions:
        pieces += [source[at : addition.offset], addition.text]
        at = addition.offset
    return "".join([*pieces, source[at:]])


def prompt_lines(section: Section, lang: Literal["fr", "en"]) -> list[str]:
    """Return the lines of a section's prompt: a head line, then one line a question; none where nothing is asked."""
    words = section.missing_words
    if not words and not section.prompts:
        return []
    about = f"environ {words} mots" if lang == "fr" else f"about {words} words"
    head = f"{PROMPT_MARK[lang]}, {about}" if words else PRECISE_MARK[lang]
    return [f"[{head}]", *(f"- {p.fr if lang == 'fr' else p.en}" for p in section.prompts)]


def _untitled_lines(section: Section, lang: Literal["fr", "en"]) -> list[str]:
    """Return the prompt that stands where no heading was good enough."""
    phrases = [f"« {k} »" if lang == "fr" else f"“{k}”" for k in section.keyphrases[:3]]
    about = ", ".join(phrases)
    if lang == "fr":
        return [f"[{UNTITLED_MARK['fr']}]" + (f" Cette partie parle de {about}." if about else "")]
    return [f"[{UNTITLED_MARK['en']}]" + (f" This part is about {about}." if about else "")]


def _outline_additions(article: Article, outline: Outline, lang: Literal["fr", "en"]) -> list[Addition]:
    """Return headings before their sections and prompts after them."""
    form = _Html(article) if article.format == "html" else _Markdown(article)
    out: list[Addition] = []
    for section in outline.sections:
        if not section.existing and section.level:
            if section.heading:
                out.append(
                    Addition(form.before(section.start), form.heading(section.level, section.heading), "heading")
                )
            else:
                out.append(Addition(form.before(section.start), form.prompt(_untitled_lines(section, lang)), "prompt"))
        lines = prompt_lines(section, lang)
        if lines:
            out.append(Addition(form.after(section.end), form.closing_prompt(lines), "prompt"))
    # At one offset the prompt that closes a section stands before the heading that opens the next.
    return sorted(out, key=lambda a: a.offset)


class _Markdown:
    """How additions are written into Markdown, or into plain text that becomes Markdown."""

    def __init__(self, article: Article) -> None:
        self.source = article.source
        self.newline = "\r\n" if "\r\n" in article.source else "\n"

    def before(self, offset: int) -> int:
        """Where a block's line begins; within a line (a cut paragraph) the place itself."""
        line = max(self.source.rfind("\n", 0, offset), self.source.rfind("\r", 0, offset)) + 1
        return line if not self.source[line:offset].strip() else offset

    def after(self, offset: int) -> int:
        """Just after a block's last line, its line break not included."""
        return len(self.source[:offset].rstrip())

    def _write(self, lines: Sequence[str]) -> str:
        return self.newline.join(lines)

    def heading(self, level: int, text: str) -> str:
        return self._write(["#" * level + " " + escape_inline(text), "", ""])

    def prompt(self, lines: Sequence[str]) -> str:
        return self._write([*(f"> {escape_prompt(line)}" for line in lines), "", ""])

    def closing_prompt(self, lines: Sequence[str]) -> str:
        return self._write(["", "", *(f"> {escape_prompt(line)}" for line in lines)])


class _Html:
    """How additions are written into HTML: around whole lists, quotations and tables, never inside them."""

    _OPENING = re.compile(
        r"(?:<(?:ul|ol|dl|blockquote|table|thead|tbody|tr|figure|li|dd|dt)\b[^<>]*>\s*)+$", re.IGNORECASE
    )
    _CLOSING = re.compile(
        r"(?:\s*</(?:ul|ol|dl|blockquote|table|thead|tbody|tr|td|th|figure|li|dd|dt|p)\s*>)+", re.IGNORECASE
    )

    def __init__(self, article: Article) -> None:
        self.source = article.source

    def before(self, offset: int) -> int:
        found = self._OPENING.search(self.source[max(0, offset - 2000) : offset])
        return offset - len(found.group()) if found else offset

    def after(self, offset: int) -> int:
        found = self._CLOSING.match(self.source, offset)
        return found.end() if found else offset

    def heading(self, level: int, text: str) -> str:
        return f"<h{level}>{html.escape(text, quote=False)}</h{level}>\n"

    def prompt(self, lines: Sequence[str]) -> str:
        head, *items = (html.escape(line, quote=False) for line in lines)
        body = "".join(f"<li>{i.removeprefix('- ')}</li>" for i in items)
        return f'<blockquote class="seoaudit-prompt"><p>{head}</p>{f"<ul>{body}</ul>" if body else ""}</blockquote>\n'

    def closing_prompt(self, lines: Sequence[str]) -> str:
        return "\n" + self.prompt(lines).rstrip("\n")


def escape_inline(text: str) -> str:
    """Return a text that CommonMark reads as these very characters within a paragraph or heading."""
    return re.sub(r"([\\`*_\[\]<>]|&(?=#?\w+;))", r"\\\1", text)


def escape_prompt(line: str) -> str:
    """Return a prompt line whose brackets and list dash stay as they are and whose other signs are literal."""
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
