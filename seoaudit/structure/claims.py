"""What an article claims, and on what authority: the detectors that gap prompts and audit rules share.

Each detector takes the parsed paragraphs of an article in order and returns located values; `Place` gives the index of
the paragraph and offsets into its normalised text. None of them judges: what a fault is depends on who asks.
"""

from __future__ import annotations

from seoaudit.structure.claim_acronyms import Acronym, find_acronyms
from seoaudit.structure.claim_base import Place
from seoaudit.structure.claim_dates import RelativeDate, find_dates, find_relative_dates
from seoaudit.structure.claim_figures import Figure, find_figures, find_percentages
from seoaudit.structure.claim_quotations import Quotation, find_quotations
from seoaudit.structure.claim_sources import Attribution, find_attributions
from seoaudit.structure.claim_vague import VagueClaim, find_vague_claims, find_vague_studies

__all__ = [
    "Acronym",
    "Attribution",
    "Figure",
    "Place",
    "Quotation",
    "RelativeDate",
    "VagueClaim",
    "find_acronyms",
    "find_attributions",
    "find_dates",
    "find_figures",
    "find_percentages",
    "find_quotations",
    "find_relative_dates",
    "find_vague_claims",
    "find_vague_studies",
]
