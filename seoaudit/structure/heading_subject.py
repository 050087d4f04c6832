"""What a section is about: the chance of each of its words to be in the heading an editor would write.

A logistic model over where, how often and in which role the words of one family occur in the section and in the rest
of the article. No word has a weight of its own, so that nothing of the articles it was fitted on is remembered.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from seoaudit.french.frequency import rarity
from seoaudit.structure.heading_tree import Tree

FEATURES = (
    "log_first", "log_count", "count_share", "share", "sections", "log_document", "new", "paragraphs",
    "first_paragraph", "topic_sentences", "subject", "object", "heads", "verb", "infinitive", "adjective", "entity",
    "acronym", "log_length", "log_section", "opening", "closing", "rarity", "finite", "opens_paragraph", "aside",
    "announced",
)  # fmt: skip

# Content words that open a paragraph.
_OPENING_WORDS = 4


class _Record:
    """What is counted of one family in one section."""

    __slots__ = (
        "acronym", "adjective", "announced", "aside", "count", "entity", "finite", "first", "heads", "infinitive",
        "length", "object", "opens", "opens_paragraph", "paragraph", "paragraphs", "rarity", "subject", "topic", "verb",
    )  # fmt: skip

    def __init__(self, first: int, form: str, paragraph: int) -> None:
        self.first, self.length, self.opens, self.rarity = first, len(form), paragraph == 0, rarity(form)
        self.paragraph, self.paragraphs = -1, 0
        self.count = self.subject = self.object = self.heads = self.verb = self.infinitive = 0
        self.adjective = self.entity = self.acronym = self.topic = 0
        self.finite = self.opens_paragraph = self.aside = self.announced = 0


def _records(section: Sequence[Tree]) -> dict[str, _Record]:
    """Count the families of a section, in order of first mention."""
    found: dict[str, _Record] = {}
    place = 0
    for p, tree in enumerate(section):
        opening = _OPENING_WORDS
        announced = tree.low[-1:] == (":",)
        for key, t, aside in zip(tree.keys, tree.tokens, tree.aside, strict=True):
            if not key:
                continue
            r = found.get(key)
            if r is None:
                r = found[key] = _Record(place, t.text, p)
            place += 1
            r.opens_paragraph += opening > 0
            opening -= 1
            r.aside += aside
            r.announced += announced
            r.count += 1
            if r.paragraph != p:
                r.paragraph = p
                r.paragraphs += 1
            r.topic += t.sentence == 0
            if t.pos == "VERB":
                r.verb += 1
                r.infinitive += "Inf" in t.morph
                r.finite += "VerbForm=Fin" in t.morph
            elif t.pos == "ADJ":
                r.adjective += 1
            elif t.pos == "NOUN":
                r.heads += not t.dep.startswith(("nmod", "amod", "flat"))
            if t.dep.startswith("nsubj"):
                r.subject += 1
            elif t.dep == "obj":
                r.object += 1
            r.entity += bool(t.entity)
            r.acronym += len(t.text) > 1 and t.text.isupper()
    return found


def features(sections: Sequence[Sequence[Tree]]) -> list[tuple[list[str], NDArray[np.float64]]]:
    """Return for each section its families of words, in order of first mention, and a row of FEATURES for each."""
    counted = [_records(section) for section in sections]
    spread = Counter(key for records in counted for key in records)
    total: Counter[str] = Counter()
    for records in counted:
        for key, r in records.items():
            total[key] += r.count
    seen: set[str] = set()
    out = []
    last = len(sections) - 1
    for s, (section, records) in enumerate(zip(sections, counted, strict=True)):
        peak = max((r.count for r in records.values()), default=1)
        log_section = math.log(sum(r.count for r in records.values()) or 1)
        rows = []
        for key, r in records.items():
            n, share = r.count, r.count / total[key]
            rows.append((
                math.log1p(r.first), math.log1p(n), n / peak * share, share, spread[key] / len(sections),
                math.log1p(total[key]), key not in seen, r.paragraphs / len(section), r.opens,
                r.topic / len(section), r.subject / n, r.object / n, r.heads / n, r.verb / n, r.infinitive / n,
                r.adjective / n, r.entity / n, r.acronym / n, math.log(r.length), log_section, s == 0, s == last,
                r.rarity, r.finite / n, r.opens_paragraph / n, r.aside / n, r.announced / n,
            ))  # fmt: skip
        seen.update(records)
        out.append((list(records), np.array(rows, dtype=np.float64).reshape(len(rows), len(FEATURES))))
    return out


@cache
def load_weights() -> dict[str, Any]:
    """Return the fitted weights of the subject model and of the choice."""
    path = files("seoaudit.structure").joinpath("heading_weights.json")
    weights: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    weights["axes"] = {name: np.array(rows) for name, rows in weights["axes"].items()}
    return weights


def chances(
    rows: Sequence[tuple[list[str], NDArray[np.float64]]], weights: Mapping[str, Any]
) -> list[dict[str, float]]:
    """Return for each section the chance (0 to 1) of each family of words to be in its heading.

    Args:
        rows: the families of each section with their features.
        weights: means, scales and coefficients of the features, and the intercept.
    """
    mean, scale, coefficients = (np.array(weights[k]) for k in ("mean", "scale", "coefficients"))
    out: list[dict[str, float]] = []
    for keys, values in rows:
        if not keys:
            out.append({})
            continue
        raw = np.einsum("ij,j->i", (values - mean) / scale, coefficients) + weights["intercept"]
        out.append(dict(zip(keys, (1 / (1 + np.exp(-raw))).tolist(), strict=True)))
    return out
