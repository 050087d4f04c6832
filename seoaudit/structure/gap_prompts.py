"""Questions for the human who expands a draft: their templates, and how words of the article are set into them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from seoaudit.structure.claim_base import Place

NBSP, NNBSP = "\u00a0", "\u202f"
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question to the human who expands a section.

    Attributes:
        kind: what is asked for: "acronym", "comparison", "consequence", "context", "definition", "example", "how",
            "how-many", "next-steps", "quote-author", "relative-date", "source", "when", "where", "who" or "why".
        fr: the question in French, with French typography.
        en: the question in English; words of the article stay in French.
        evidence: where the section holds what is asked about: index of its paragraph, start and end in that
            paragraph's normalised text, in code points; None when the question is about the whole section.
    """

    kind: str
    fr: str
    en: str
    evidence: tuple[int, int, int] | None


class Candidate(NamedTuple):
    """A question that could be asked.

    Attributes:
        weight: how much it is worth, 0 to 1.
        place: what it is about.
        kind: see `Prompt.kind`.
        target: the thing asked about, so that one thing is not asked about again and again.
        form: the template, so that one turn of phrase is not used again and again.
        fr: the question in French, slots filled, typography set.
        en: the same in English.
    """

    weight: float
    place: Place
    kind: str
    target: str
    form: str
    fr: str
    en: str


@cache
def templates() -> Mapping[str, Mapping[str, Any]]:
    """Return the templates of questions about claims, by name (`data/gap_prompts.yaml`)."""
    data: Mapping[str, Mapping[str, Any]] = load_yaml("gap_prompts.yaml")
    return data


def load_yaml(name: str) -> Any:
    """Return the content of a YAML data file; importing the parser costs little but is only done on demand."""
    import yaml

    return yaml.safe_load(files("seoaudit.structure").joinpath(f"data/{name}").read_text("utf-8"))


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
    slots = {"x": words}
    return Candidate(t["weight"] + bonus, place, t["kind"], target, name, fill(t["fr"], slots) or "", fill(t["en"], slots) or "")


def fill(template: str, slots: Mapping[str, str | None]) -> str | None:
    """Return a template with its slots filled and its typography set, or None when a slot has nothing to hold."""
    if any(slots.get(name) is None for name in _SLOT.findall(template)):
        return None
    return typeset(_SLOT.sub(lambda m: slots[m[1]] or "", template))


def typeset(text: str) -> str:
    """Return a French text with curly apostrophes, and no-break spaces where French sets a space before a mark."""
    text = text.replace("'", "’").replace("« ", "«" + NBSP).replace(" »", NBSP + "»")
    text = re.sub(r"(?<=\d) (?=\d{3}\b|%)", NNBSP, text)
    return re.sub(r" ([?!;])", NNBSP + r"\1", text).replace(" :", NBSP + ":")
