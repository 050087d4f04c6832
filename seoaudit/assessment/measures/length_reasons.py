"""Says why a sentence is long and what to do about it; the texts are in `rules/motifs.yaml`."""

from __future__ import annotations

from seoaudit.assessment.texts import load_motives
from seoaudit.assessment.wording import fill
from seoaudit.french.long_sentences import LongSentence

# From so many subordinate clauses on they are the reason.
_MANY = 2


def length_advice(why: LongSentence, lang: str) -> str:
    """Return what to do about a long sentence, in "fr" or "en"; "" where nothing is certain.

    A place to cut comes first, then what can be taken out whole, then what there is too much of.
    """
    key = _key(why)
    facts = {**why._asdict(), "cut": why.cut.replace("'", "’")}
    return fill(load_motives()[key].in_language(lang), facts, lang) if key else ""


def _key(why: LongSentence) -> str:
    many = why.subordinates >= _MANY
    if why.cut_kind == "semicolon":
        return "cut_semicolon"
    if why.cut_kind == "clause":
        return "cut_clause_many" if many else "cut_clause"
    if why.items:
        return "items"
    if why.quoted:
        return "quoted"
    if why.aside:
        return "aside"
    return "subordinates" if many else ""
