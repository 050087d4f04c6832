"""Words the reasons of the outline: why a section begins where it does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from seoaudit.assessment.wording import fill
from seoaudit.structure.outline import Section
from seoaudit.structure.outline_review import Remark

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
    "interview": (
        "Entretien : ses questions le divisent déjà ; faites-en des intertitres, ou mettez-les en gras.",
        "Interview: its questions divide it already; make them headings, or set them in bold.",
    ),
    "kept": (
        "Vos intertitres sont gardés ; rien à y changer.",
        "Your headings are kept; nothing to change in them.",
    ),
    "reviewed": (
        "Vos intertitres sont gardés ; ce qui est à revoir est dit sous chacun.",
        "Your headings are kept; what to look at again is said below each.",
    ),
    "not_french": (
        "Le plan n’est proposé que pour un texte en français.",
        "An outline is proposed only for a French text.",
    ),
}


_REMARKS: dict[str, tuple[str, str]] = {
    "level_jump": (
        "niveau sauté : un H{level} là où un H{due} est attendu",
        "level skipped: an H{level} where an H{due} is due",
    ),
    "empty": (
        "rien dessous : écrivez cette partie, ou retirez l’intertitre",
        "nothing below it: write this part, or drop the heading",
    ),
    "long_section": (
        "{words:mot|mots} sans sous-titre, repère de {limit} dépassé",
        "{words:word|words} without a subheading, above the mark of {limit}",
    ),
    "duplicate": (
        "même intitulé qu’un autre de la même partie : dites ce que celle-ci a de propre",
        "same words as another heading of this part: say what is particular here",
    ),
    "long_heading": (
        "{words:mot|mots} : au-delà de {limit}, c’est une phrase",
        "{words:word|words}: beyond {limit} it is a sentence",
    ),
    "alike": (
        "{bearing} des {headings} intertitres répètent « {shared} » : dites ce qui les distingue",
        "{bearing} of {headings} headings repeat “{shared}”: say what tells them apart",
    ),
    "unrelated": (
        "aucun de ses mots n’est dans cette partie ; il conviendrait mieux à ce qui suit « {other} »",
        "none of its words is in this part; it would suit what follows “{other}” better",
    ),
}


def remark_text(remark: Remark, lang: Lang) -> str:
    """Return what is to be said of a heading in words."""
    return fill(_REMARKS[remark.kind][lang == "en"], remark.facts, lang)


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
