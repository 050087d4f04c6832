"""What a search result shows of a page: proposals for title, description and slug from the text's own words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from seoaudit.french.normalise import normalise
from seoaudit.french.parse import Parsed
from seoaudit.structure.gap_prompts import typeset
from seoaudit.structure.snippet_description import propose_descriptions
from seoaudit.structure.snippet_slug import make_slug, propose_slugs
from seoaudit.structure.snippet_title import TitleProposal, propose_titles, shorten_title
from seoaudit.structure.snippet_width import TITLE_LIMIT, pixel_width

__all__ = ["Reason", "Snippet", "make_slug", "pixel_width", "propose_snippet"]

ALTERNATIVES = 2
# Lengths between which an author's own description is left alone: the bands of the rule on descriptions.
GIVEN_SHORTEST, GIVEN_LONGEST = 70, 165
SHORTEST_HEADING = 20  # characters of a heading that may stand as a title
_WELL_FORMED = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Reason(NamedTuple):
    """Why a proposal was made, or none could be."""

    fr: str
    en: str


@dataclass(frozen=True, slots=True)
class Snippet:
    """Proposals for a page's search result; None where the text holds nothing that would do.

    Attributes:
        title: the page's own, a shorter one where it is too wide, or one from the text's own words; at most 600 px.
        title_px: its width in pixels (Arial 20 px); None without a title.
        description: the page's own, or 120 to 156 characters of the text that end at a clause boundary; "…" marks a cut
            sentence.
        slug: the page's own, or three to six content words where the article gives as many, at most 60 characters.
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
    "given": Reason("Le titre de la page.", "The page's own title."),
    "wide": Reason(
        "Le titre de la page fait {px} px, plus que 600, et rien dans le texte n’en donne un plus court.",
        "The page's own title takes {px} px, more than 600, and nothing in the text makes a shorter one.",
    ),
    "shortened": Reason(
        "Début du titre de la page, qui fait {px} px : au-delà de 600, il serait coupé.",
        "Beginning of the page's own title, which takes {px} px: beyond 600 it would be cut.",
    ),
    "replaced": Reason(
        "Tiré du texte : le titre de la page fait {px} px ; au-delà de 600, il serait coupé.",
        "From the text: the page's own title takes {px} px; beyond 600 it would be cut.",
    ),
    "joined": Reason(
        "Deux groupes de mots du texte, joints par un deux-points.", "Two phrases of the text, joined by a colon."
    ),
    "group": Reason("Mots du texte qui nomment le sujet.", "Words of the text that name the subject."),
    "none": Reason(
        "Aucun groupe de mots du texte ne nomme assez bien le sujet.",
        "No phrase of the text names the subject well enough.",
    ),
}
_DESCRIPTION_REASONS = {
    "given": Reason("La description de la page, de bonne longueur.", "The page's own description, of good length."),
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
    "given": Reason(
        "L’adresse de la page : en changer demanderait une redirection.",
        "The page's own address: changing it would call for a redirect.",
    ),
    "keyphrase": Reason("Mots pleins de l’expression clé.", "Content words of the keyphrase."),
    "title": Reason("Mots pleins du titre.", "Content words of the title."),
    "text": Reason(
        "Mots pleins de la première expression clé du texte.", "Content words of the text's first key phrase."
    ),
    "none": Reason(
        "Ni titre ni expression clé : rien dont tirer une adresse.",
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
    description: str | None = None,
    slug: str | None = None,
    subject: str = "",
) -> Snippet:
    """Return proposals for title, description and slug, taken from the text.

    Args:
        paragraphs: the parsed paragraphs of the article, in order.
        title: the page's title or the article's main heading, which is kept; None or "" to have one proposed.
        keyphrase: what the page is to be found by, or None.
        keyphrases: the article's key phrases, best first.
        headings: its headings, which may serve as an alternative title.
        description: the page's own description, kept where its length will do.
        slug: the page's own slug, kept where it is well formed: links lead there.
        subject: the title without the site's name, from which a slug is made; the title by default.
    """
    given = " ".join((title or "").split())
    proposed = propose_titles(paragraphs, keyphrase, keyphrases, given)
    ranked = [t.text for t in proposed]
    ranked += [h for h in map(_heading, headings) if len(h) >= SHORTEST_HEADING and pixel_width(h) <= TITLE_LIMIT]
    chosen, reason = _title(given, proposed, ranked)
    descriptions, described = _descriptions(paragraphs, keyphrase, description)
    slugs, source = _slugs(subject or given or chosen, keyphrase, keyphrases, slug)
    return Snippet(
        chosen,
        None if chosen is None else pixel_width(chosen),
        descriptions[0] if descriptions else None,
        slugs[0] if slugs else None,
        MappingProxyType(
            {
                "title": _others(list(dict.fromkeys(ranked)), chosen),
                "description": tuple(descriptions[1 : 1 + ALTERNATIVES]),
                "slug": tuple(slugs[1 : 1 + ALTERNATIVES]),
            }
        ),
        MappingProxyType(
            {
                "title": reason,
                "description": _DESCRIPTION_REASONS[described],
                "slug": _SLUG_REASONS[source],
            }
        ),
    )


def _title(given: str, proposed: Sequence[TitleProposal], ranked: Sequence[str]) -> tuple[str | None, Reason]:
    """Return the title: the page's own if it fits, else its beginning, else one from the text; and why."""
    px = pixel_width(given)
    if given and px <= TITLE_LIMIT:
        return given, _TITLE_REASONS["given"]
    if not given:
        form = proposed[0].form if proposed else "none"
        return (proposed[0].text if proposed else None), _TITLE_REASONS[form]
    short = shorten_title(given)
    text = short or next(iter(ranked), None)
    reason = _TITLE_REASONS["shortened" if short else "replaced" if text else "wide"]
    return text, Reason(reason.fr.format(px=px), reason.en.format(px=px))


def _descriptions(paragraphs: Sequence[Parsed], keyphrase: str | None, given: str | None) -> tuple[list[str], str]:
    """Return descriptions, best first, and where the first comes from."""
    found = propose_descriptions(paragraphs, keyphrase)
    texts = [typeset(d.text) for d in found]
    own = " ".join((given or "").split())
    if GIVEN_SHORTEST <= len(own) <= GIVEN_LONGEST:
        return [own, *(t for t in texts if t != own)], "given"
    return texts, ("whole" if found[0].whole else "cut") if found else "none"


def _slugs(
    title: str | None, keyphrase: str | None, keyphrases: Sequence[str], given: str | None
) -> tuple[list[str], str]:
    """Return slugs, best first, and where the first comes from."""
    found = propose_slugs(title, keyphrase, keyphrases)
    own = (given or "").strip("/").rpartition("/")[2]
    if own and _WELL_FORMED.fullmatch(own):
        return [own, *(s for s in found if s != own)], "given"
    return found, "none" if not found else "keyphrase" if keyphrase else "title" if title else "text"


def _heading(text: str) -> str:
    return " ".join(normalise(text).text.replace("'", "’").split())


def _others(ranked: Sequence[str], chosen: str | None) -> tuple[str, ...]:
    """Return the next titles that say something else than those before them, not the same of another topic."""
    out = [chosen] if chosen else []
    said = {_said(t) for t in out}
    for text in ranked:
        if _said(text) in said or any(text[:12] == o[:12] and text[-12:] == o[-12:] for o in out):
            continue
        out.append(text)
        said.add(_said(text))
    return tuple(out[bool(chosen) :][:ALTERNATIVES])


def _said(title: str) -> str:
    """Return what a title says of its topic: what stands after the colon."""
    return title.rpartition("\u00a0: ")[2].strip().casefold()
