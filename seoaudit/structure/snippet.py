"""What a search result shows of a page: proposals for title, description and slug from the text's own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from seoaudit.french.normalise import normalise
from seoaudit.french.parse import Parsed
from seoaudit.structure.gap_prompts import typeset
from seoaudit.structure.snippet_description import propose_descriptions
from seoaudit.structure.snippet_slug import make_slug, propose_slugs
from seoaudit.structure.snippet_title import propose_titles
from seoaudit.structure.snippet_width import TITLE_LIMIT, pixel_width

__all__ = ["Reason", "Snippet", "make_slug", "pixel_width", "propose_snippet"]

ALTERNATIVES = 2


class Reason(NamedTuple):
    """Why a proposal was made, or none could be."""

    fr: str
    en: str


@dataclass(frozen=True, slots=True)
class Snippet:
    """Proposals for a page's search result; None where the text holds nothing that would do.

    Attributes:
        title: the given title, or one built from the text's own words, at most 600 px wide.
        title_px: its width in pixels (Arial 20 px); None without a title.
        description: 120 to 156 characters of the text that end at a clause boundary; "…" marks a cut sentence.
        slug: three to six content words where the article gives as many, at most 60 characters.
        alternatives: up to two others each, under "title", "description" and "slug".
        reasons: why each was proposed, or not, under the same names.
    """

    title: str | None
    title_px: int | None
    description: str | None
    slug: str | None
    alternatives: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    reasons: Mapping[str, Reason] = field(default_factory=lambda: MappingProxyType({}))


_TITLE_REASONS = {
    "given": Reason("Titre de la page.", "The page's own title."),
    "wide": Reason(
        "Titre de la page, plus large que 600 px : il sera coupé.",
        "The page's own title, wider than 600 px: it will be cut.",
    ),
    "joined": Reason(
        "Deux groupes de mots du chapeau, joints par un deux-points.", "Two phrases of the lead, joined by a colon."
    ),
    "group": Reason("Groupe de mots du chapeau qui nomme le sujet.", "A phrase of the lead that names the subject."),
    "none": Reason(
        "Aucun groupe de mots du chapeau ne nomme assez bien le sujet.",
        "No phrase of the lead names the subject well enough.",
    ),
}
_DESCRIPTION_REASONS = {
    "whole": Reason("Phrases du début de l’article.", "Sentences from the article's beginning."),
    "cut": Reason(
        "Début d’une phrase de l’article, coupée entre deux propositions.",
        "Beginning of a sentence, cut between two clauses.",
    ),
    "none": Reason(
        "Aucun passage du début ne tient en 120 à 156 caractères sans couper une proposition.",
        "No passage of the beginning fits 120 to 156 characters without cutting a clause.",
    ),
}
_SLUG_REASONS = {
    "keyphrase": Reason("Mots pleins de l’expression clé.", "Content words of the keyphrase."),
    "title": Reason("Mots pleins du titre.", "Content words of the title."),
    "text": Reason(
        "Mots pleins de la première expression clé du texte.", "Content words of the text's first key phrase."
    ),
    "none": Reason(
        "Ni titre ni expression clé : rien dont tirer une adresse.",
        "Neither title nor keyphrase to make an address of.",
    ),
}


def propose_snippet(
    paragraphs: Sequence[Parsed],
    *,
    title: str | None,
    keyphrase: str | None,
    keyphrases: Sequence[str] = (),
    headings: Sequence[str] = (),
) -> Snippet:
    """Return proposals for title, description and slug, taken from the text.

    Args:
        paragraphs: the parsed paragraphs of the article, in order.
        title: the page's title, which is kept; None or "" to have one proposed.
        keyphrase: what the page is to be found by, or None.
        keyphrases: the article's key phrases, best first.
        headings: its headings, which may serve as an alternative title.
    """
    given = " ".join((title or "").split())
    proposed = propose_titles(paragraphs, keyphrase, keyphrases)
    titles = [t.text for t in proposed]
    form = (
        ("given" if pixel_width(given) <= TITLE_LIMIT else "wide")
        if given
        else proposed[0].form
        if proposed
        else "none"
    )
    ranked = [given, *titles] if given else titles
    ranked += [h for h in map(_heading, headings) if h and pixel_width(h) <= TITLE_LIMIT]
    ranked = list(dict.fromkeys(ranked))
    described = propose_descriptions(paragraphs, keyphrase)
    descriptions = [typeset(d.text) for d in described]
    slugs = propose_slugs(given or (ranked[0] if ranked else None), keyphrase, keyphrases)
    chosen = ranked[0] if given or titles else None
    return Snippet(
        chosen,
        None if chosen is None else pixel_width(chosen),
        descriptions[0] if descriptions else None,
        slugs[0] if slugs else None,
        MappingProxyType(
            {
                "title": _others(ranked, chosen),
                "description": tuple(descriptions[1 : 1 + ALTERNATIVES]),
                "slug": tuple(slugs[1 : 1 + ALTERNATIVES]),
            }
        ),
        MappingProxyType(
            {
                "title": _TITLE_REASONS[form],
                "description": _DESCRIPTION_REASONS[
                    ("whole" if described[0].whole else "cut") if described else "none"
                ],
                "slug": _SLUG_REASONS[_slug_source(slugs, keyphrase, given or chosen)],
            }
        ),
    )


def _heading(text: str) -> str:
    return " ".join(normalise(text).text.replace("'", "’").split())


def _others(ranked: Sequence[str], chosen: str | None) -> tuple[str, ...]:
    """Return the next titles that begin otherwise than those before them."""
    out: list[str] = []
    for text in ranked:
        if text == chosen or any(text[:12] == o[:12] and text[-12:] == o[-12:] for o in (chosen or "", *out)):
            continue
        out.append(text)
    return tuple(out[:ALTERNATIVES])


def _slug_source(slugs: Sequence[str], keyphrase: str | None, title: str | None) -> str:
    if not slugs:
        return "none"
    return "keyphrase" if keyphrase else "title" if title else "text"
