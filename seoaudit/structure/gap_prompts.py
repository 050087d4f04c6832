"""Questions for the human who expands a draft: their templates, and how words of the article are set into them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from seoaudit.structure.claim_base import Place, load_yaml

NBSP, NNBSP = "\u00a0", "\u202f"
# Kinds of questions whose answer makes the text longer.
EXTENDING = frozenset({"consequence", "context", "next-steps", "testimony", "why"})
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question to the human who expands a section.

    Attributes:
        kind: what is asked for: "acronym", "comparison", "consequence", "context", "example", "how-many", "next-steps",
            "quote-author", "relative-date", "source", "testimony", "when", "who" or "why".
        fr: the question in French, with French typography.
        en: the question in English; words of the article stay in French.
        evidence: where the section holds what is asked about: index of its paragraph, start and end in that
            paragraph's normalised text, in code points; None when the question is about the whole section.
    """

    kind: str
    fr: str
    en: str
    evidence: tuple[int, int, int] | None

    @property
    def extends(self) -> bool:
        """Whether the answer takes sentences of its own; a date, a name or a source takes a few words."""
        return self.kind in EXTENDING


class Candidate(NamedTuple):
    """A question that could be asked.

    Attributes:
        weight: how much it is worth, 0 to 1.
        place: what it is about.
        kind: see `Prompt.kind`.
        target: the thing asked about, so that one thing is not asked about again and again.
        form: the question in French with its slots open, so that one turn of phrase is not used again and again.
        en: the same in English.
        slots: the words of the article that fill the slots.
    """

    weight: float
    place: Place
    kind: str
    target: str
    form: str
    en: str
    slots: Mapping[str, str | None]

    @property
    def words(self) -> str:
        """The words of the article that the question repeats, or the section it is about."""
        return self.slots.get("x") or self.slots.get("np") or self.slots.get("section") or ""

    @property
    def fr(self) -> str:
        """The question in French, with its typography set."""
        text = fill(self.form, self.slots) or ""
        return text[:1].upper() + text[1:]


@cache
def templates() -> Mapping[str, Mapping[str, Any]]:
    """Return the templates of questions about claims, by name (`data/gap_prompts.yaml`)."""
    data: Mapping[str, Mapping[str, Any]] = load_yaml("gap_prompts.yaml")
    return data


def ask(name: str, place: Place, words: str, *, target: str, bonus: float = 0.0) -> Candidate:
    """Return the question of a template about words of the article.

    Args:
        name: name of the template.
        place: where the words stand.
        words: the words to quote.
        target: the thing asked about.
        bonus: added to the template's weight.
    """
    t = templates()[name]
    return Candidate(t["weight"] + bonus, place, t["kind"], target, t["fr"], t["en"], {"x": words})


def fits(template: str, slots: Mapping[str, str | None]) -> bool:
    """Whether there is something to fill each slot of a template with."""
    return all(slots.get(name) is not None for name in _SLOT.findall(template))


def fill(template: str, slots: Mapping[str, str | None]) -> str | None:
    """Return a template with its slots filled and its typography set, or None when a slot has nothing to hold."""
    if not fits(template, slots):
        return None
    return typeset(_SLOT.sub(lambda m: slots[m[1]] or "", template))


def typeset(text: str) -> str:
    """Return a French text with curly apostrophes, and no-break spaces where French sets a space before a mark."""
    text = text.replace("'", "’").replace("« ", "«" + NBSP).replace(" »", NBSP + "»")
    text = re.sub(r"(?<=\d) (?=\d{3}\b|%)", NNBSP, text)
    return re.sub(r" ([?!;])", NNBSP + r"\1", text).replace(" :", NBSP + ":")
