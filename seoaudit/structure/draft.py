"""The draft: the source itself with insertions, and nothing else.

A draft is the source plus headings, writing prompts and, where asked for, a table of contents, inserted at given
places. Taking them away gives back the source to the byte; every sentence is therefore there once, in order, verbatim,
with its links, images, tables and code. How an insertion is written is the matter of each format's module.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from seoaudit.article.limits import MAX_CHARS
from seoaudit.article.model import Article
from seoaudit.structure.draft_pieces import Addition, Insertion, apply, inside_paragraph
from seoaudit.structure.outline import Outline, Section
from seoaudit.structure.prompt_text import Lang, checklist_lines, section_lines, untitled_lines
from seoaudit.structure.table_of_contents import anchored, contents

__all__ = ["Addition", "Draft", "Insertion", "apply", "make_draft"]


@dataclass(frozen=True)
class Draft:
    """A restructured draft for a human to expand.

    Attributes:
        article: the article as read.
        outline: its sections, with the headings inserted and those kept.
        insertions: what is put into the source, in order.
        lang: language of the prompts.
        score: the article's score as it is; None where it was not judged.
        score_after: its score under the headings of the draft; None where the draft adds none.
    """

    article: Article
    outline: Outline
    insertions: tuple[Insertion, ...]
    lang: Lang = "fr"
    score: int | None = None
    score_after: int | None = None

    @property
    def gaps(self) -> tuple[Section, ...]:
        """The sections in which words are still missing."""
        return tuple(s for s in self.outline.sections if s.missing_words)

    @cached_property
    def additions(self) -> tuple[Addition, ...]:
        """The insertions as pieces of text in the format of the source, by offset; a Word document has none."""
        if self.article.format == "docx":
            return ()
        if self.article.format == "html":
            from seoaudit.structure.draft_html import html_additions

            return html_additions(self.article, self.insertions)
        from seoaudit.structure.draft_markdown import markdown_additions

        return markdown_additions(self.article, self.insertions)

    def to_article(self) -> Article:
        """Return the draft read again, in the format of its source; that of a plain text is Markdown."""
        from seoaudit.article.read import read_bytes, read_string

        kind, name = self.article.format, self.article.name
        if kind == "docx":
            return read_bytes(self.to_docx(), name=name, source_format="docx")
        return read_string(
            self.to_source_format(),
            source_format="html" if kind == "html" else "markdown",
            name=name,
            max_chars=10 * len(self.article.source) + MAX_CHARS,
        )

    def to_source_format(self) -> str:
        """Return the draft in the format of its source; plain text and Word documents become Markdown."""
        return self.to_markdown() if self.article.format == "docx" else apply(self.article.source, self.additions)

    def to_markdown(self) -> str:
        """Return the draft as Markdown; HTML and Word documents are converted block by block."""
        if self.article.format in {"text", "markdown"}:
            return self.to_source_format()
        from seoaudit.structure.convert import html_to_markdown

        return html_to_markdown(self._own_html())

    def to_html(self) -> str:
        """Return the draft as HTML; Markdown, text and Word documents give a fragment."""
        if self.article.format == "html":
            return self.to_source_format()
        if self.article.format == "docx":
            from seoaudit.structure.docx_to_html import docx_to_html

            return docx_to_html(self.to_docx())
        from seoaudit.structure.convert import markdown_to_html

        return markdown_to_html(self.to_markdown())

    def to_docx(self) -> bytes:
        """Return the draft as the bytes of a Word document; a Word document keeps its styles and images.

        Raises:
            MissingExtraError: python-docx is not installed.
        """
        if self.article.format == "docx":
            from seoaudit.structure.draft_docx import insert_into_docx

            return insert_into_docx(self.article, self.insertions)
        from seoaudit.structure.convert import body_of
        from seoaudit.structure.html_to_docx import html_to_docx

        soup = body_of(self._own_html())
        return html_to_docx(soup.body or soup)

    def _own_html(self) -> str:
        """Return the draft as HTML without what stands before the article's first block and after its last one."""
        if self.article.format != "html":
            return self.to_html()
        offsets = [a.offset for a in self.additions]
        first = min([b.start for b in self.article.blocks] + offsets)
        last = max([b.end for b in self.article.blocks] + offsets)
        own = [a._replace(offset=a.offset - first) for a in self.additions]
        return apply(self.article.source[first:last], own)


def make_draft(
    article: Article,
    outline: Outline,
    *,
    lang: Lang = "fr",
    checklist: Sequence[str] = (),
    table_of_contents: bool = False,
) -> Draft:
    """Return the draft of an article under the headings of its outline.

    Args:
        article: the article as read.
        outline: its outline (`seoaudit.structure.outline.build_outline`).
        lang: language of the prompts; the article's text is never translated.
        checklist: what to check before publishing, for the end of the draft.
        table_of_contents: whether links to the headings stand before the first of them.
    """
    sections = outline.sections
    anchors = anchored(article, sections) if table_of_contents else {}
    insertions = [*contents(article, sections, anchors)] if anchors else []
    for n, section in enumerate(sections):
        insertions += _opening(section, lang, anchors.get(n, ""))
        lines = section_lines(section, lang)
        if lines:
            cut = n + 1 < len(sections) and inside_paragraph(article, sections[n + 1].start)
            place = (sections[n + 1].start, False) if cut else (section.end, True)
            insertions.append(Insertion(*place, "prompt", tuple(lines)))
    lines = checklist_lines(checklist, lang)
    if lines:
        insertions.append(Insertion(max(b.end for b in article.blocks), True, "prompt", tuple(lines)))
    return Draft(article, outline, _ordered(insertions), lang)


def _opening(section: Section, lang: Lang, anchor: str) -> Iterable[Insertion]:
    """Yield what opens a proposed section: its heading, or a prompt for one."""
    if section.existing or not section.level:
        return
    if section.heading:
        yield Insertion(section.start, False, "heading", (section.heading,), section.level, anchor)
    else:
        yield Insertion(section.start, False, "prompt", tuple(untitled_lines(section, lang)))


def _ordered(insertions: Iterable[Insertion]) -> tuple[Insertion, ...]:
    """Sort by place: what closes a section comes before what opens the next one at the same offset."""
    return tuple(sorted(insertions, key=lambda i: (i.offset, not i.after)))
