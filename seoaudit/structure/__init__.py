"""Sections, subheadings, draft, gap plan and snippet, all from the text's own words."""

from seoaudit.structure.headings import propose_headings
from seoaudit.structure.segmentation import segment_paragraphs

__all__ = ["propose_headings", "segment_paragraphs"]
