"""Words the reasons of the outline: why a section begins where it does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from seoaudit.structure.outline import Section

Lang = Literal["fr", "en"]

_OUTLINE = {
    "short": (
        "Texte court : sous 250 mots, un article se lit bien sans intertitre.",
        "Short text: below 250 words an article reads well without subheadings.",
    ),
    "undivided": (
        "Le texte ne change pas assez de sujet pour être découpé.",
        "The text does not change its subject enough to be divided.",
    ),
    "not_french": (
        "Le plan n’est proposé que pour un texte en français.",
        "An outline is proposed only for a French text.",
    ),
}


def outline_reason(key: str, lang: Lang) -> str:
    """Return why no section is proposed, "" where some are."""
    return _OUTLINE[key][lang == "en"] if key else ""


def cut_reason(section: Section, lang: Lang) -> str:
    """Return why a section begins where it does; "" for the author's own sections and the lead."""
    cut = section.cut
    if cut is None:
        return ""
    parts = []
    if cut.cue:
        parts.append(f"s’ouvre sur « {cut.cue} »" if lang == "fr" else f"opens with “{cut.cue}”")
    if cut.begins:
        words = _list(cut.begins, lang)
        parts.append(f"de nouveaux mots arrivent : {words}" if lang == "fr" else f"new words come in: {words}")
    if cut.ends:
        words = _list(cut.ends, lang)
        parts.append(f"d’autres ne reviennent plus : {words}" if lang == "fr" else f"others end: {words}")
    if not parts:
        return "longueur voulue des sections" if lang == "fr" else "wanted length of sections"
    return " ; ".join(parts) if lang == "fr" else "; ".join(parts)


def _list(words: Sequence[str], lang: Lang, most: int = 3) -> str:
    marks = "« {} »" if lang == "fr" else "“{}”"
    return ", ".join(marks.format(w) for w in words[:most])
