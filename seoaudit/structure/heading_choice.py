"""Chooses among the phrases that can stand: how good each is for its section, then one for each section."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from seoaudit.french.parse import Parsed
from seoaudit.structure.heading_features import describe, view
from seoaudit.structure.heading_forms import Form, forms
from seoaudit.structure.heading_lexicon import fold
from seoaudit.structure.heading_subject import chances, load_weights
from seoaudit.structure.heading_tree import Tree

# Candidates kept for each section: enough for three that differ after duplicates are taken away.
KEPT = 24


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase with its place in the section and its score (0 to 1)."""

    form: Form
    text: str
    paragraph: int
    score: float
    stems: tuple[tuple[str, float], ...]


def choose(
    sections: Sequence[Sequence[Parsed]],
    top: int,
    *,
    weights: Mapping[str, Any] | None = None,
) -> list[list[Candidate]]:
    """Return the candidates chosen for each section, best first."""
    weights = weights or load_weights()
    pools = rank(sections, weights)
    if not top:
        return [[] for _ in sections]
    first = _assign(pools, float(weights["choice"]["threshold"]))
    taken = {_key(c.text) for c in first if c}
    return [
        [best, *_alternatives(best, pool, taken, top - 1)] if best else []
        for best, pool in zip(first, pools, strict=True)
    ]


def rank(sections: Sequence[Sequence[Parsed]], weights: Mapping[str, Any]) -> list[list[Candidate]]:
    """Return each section's candidates, best first."""
    parts = [[forms(p) for p in section] for section in sections]
    likely = chances([[t for t, _ in part] for part in parts], weights)
    occurrences = Counter(k for own in likely for k in own)
    spread = {k: n / len(sections) for k, n in occurrences.items()}
    return [_ranked(part, own, spread, weights["choice"]) for part, own in zip(parts, likely, strict=True)]


def _ranked(
    part: Sequence[tuple[Tree, Sequence[Form]]],
    likely: Mapping[str, float],
    spread: Mapping[str, float],
    weights: Mapping[str, Any],
) -> list[Candidate]:
    seen = view(part, likely, spread)
    best: dict[str, Candidate] = {}
    for p, (tree, found) in enumerate(part):
        for form in found:
            key = _key(form.text)
            if key in best:
                continue
            score = _score(describe(form, tree, p, seen), weights)
            stems = tuple((k, likely.get(k, 0.0)) for k in form.families)
            best[key] = Candidate(form, form.text, p, score, stems)
    return sorted(best.values(), key=lambda c: (-c.score, c.paragraph, c.form.first))[:KEPT]


def _score(features: Mapping[str, float], weights: Mapping[str, Any]) -> float:
    raw: float = weights["intercept"] + sum(w * features[k] for k, w in weights["coefficients"].items())
    return min(1.0, max(0.0, raw))


def _key(text: str) -> str:
    return fold(text)


def _assign(pools: Sequence[Sequence[Candidate]], threshold: float) -> list[Candidate | None]:
    """Return one candidate for each section, the surest first, no text twice."""
    out: list[Candidate | None] = [None] * len(pools)
    used: set[str] = set()
    order = sorted(range(len(pools)), key=lambda i: (-pools[i][0].score if pools[i] else 0.0, i))
    for i in order:
        best = next((c for c in pools[i] if _key(c.text) not in used), None)
        if best is not None and best.score >= threshold:
            out[i] = best
            used.add(_key(best.text))
    return out


def _alternatives(best: Candidate, pool: Sequence[Candidate], taken: set[str], wanted: int) -> list[Candidate]:
    """Return further candidates, each adding to what the others say."""
    out = [best]
    while len(out) <= wanted:
        covered = {k for c in out for k, _ in c.stems}
        gains = []
        for c in pool:
            if _key(c.text) in taken or any({k for k, _ in c.stems} <= {k for k, _ in o.stems} for o in out):
                continue
            missed = 1.0
            for k, p in c.stems:
                if k not in covered:
                    missed *= 1 - p
            gains.append((c.score + (1 - missed), c))
        if not gains:
            break
        out.append(max(gains, key=lambda g: (g[0], -g[1].paragraph, -g[1].form.first))[1])
    return [replace(c) for c in out[1:]]
