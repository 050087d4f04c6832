"""Key phrases: noun-phrase candidates with a linear score whose weights stand in `weights.json`."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from seoaudit.french.parse import Parsed, parse_paragraphs
from seoaudit.keyphrases.candidates import Candidate, find_candidates
from seoaudit.keyphrases.data import read_set
from seoaudit.keyphrases.model import Keyphrase
from seoaudit.keyphrases.statistics import yake_scores
from seoaudit.keyphrases.terms import CONTENT, Term, read_terms

# YAKE's score of what it does not list, and the span over which its logarithm is brought to 0..1.
_UNLISTED = 1.0
# A phrase inside a better one is shown only when it also occurs often without it.
_OFTEN = 2


def extract_keyphrases(text: str, title: str = "", top: int = 10) -> list[Keyphrase]:
    """Return the key phrases of a text, best first.

    Args:
        text: the text, a paragraph a line.
        title: its title, if it has one; what occurs in it comes first.
        top: how many at most.

    Raises:
        ModelError: the French model is missing or of another version.
    """
    paragraphs = [line for line in text.splitlines() if line.strip()]
    return extract(parse_paragraphs(paragraphs), title, top)


def extract(parses: Sequence[Parsed], title: str | Parsed | None = None, top: int = 10) -> list[Keyphrase]:
    """Return the key phrases of paragraphs that are parsed already; see `extract_keyphrases`."""
    if isinstance(title, str):
        title = parse_paragraphs([title])[0] if title.strip() else None
    terms = read_terms(parses, title)
    candidates = find_candidates(terms)
    if not candidates:
        return []
    yake = yake_scores("\n".join(p.text for p in ([title] if title else []) + list(parses)))
    counts = {keys: len(c.spans) for keys, c in candidates.items()}
    inside = _inside(candidates)
    weights = _weights()
    scored = []
    for keys, candidate in candidates.items():
        features = _features(candidate, terms, inside.get(keys, 0), yake)
        score = sum(weights[name] * value for name, value in features.items())
        scored.append((-score, candidate.spans[0][0], keys, features))
    scored.sort(key=lambda x: x[:3])
    words = max(1, sum(t.tag != "." for t in terms if t.paragraph >= 0))
    chosen: list[tuple[str, ...]] = []
    out: list[Keyphrase] = []
    for cost, _, keys, features in scored:
        if len(out) == top:
            break
        if any((_part(keys, c) and counts[keys] < _OFTEN * counts[c]) or _part(c, keys) for c in chosen):
            continue
        chosen.append(keys)
        out.append(_keyphrase(candidates[keys], terms, parses, -cost, features, words))
    return out


@cache
def _weights() -> dict[str, float]:
    raw = json.loads(files("seoaudit.keyphrases").joinpath("weights.json").read_text(encoding="utf-8"))
    return {k: v for k, v in raw.items() if k != "about"}


def _part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a phrase stands within a longer one."""
    n = len(short)
    return n < len(long) and any(long[i : i + n] == short for i in range(len(long) - n + 1))


def _inside(candidates: dict[tuple[str, ...], Candidate]) -> dict[tuple[str, ...], int]:
    """For each phrase, the occurrences of the most frequent longer one that holds it."""
    out: dict[tuple[str, ...], int] = {}
    for keys, candidate in candidates.items():
        for n in range(1, len(keys)):
            for i in range(len(keys) - n + 1):
                part = keys[i : i + n]
                if part in candidates:
                    out[part] = max(out.get(part, 0), len(candidate.spans))
    return out


def _features(candidate: Candidate, terms: Sequence[Term], inside: int, yake: dict[str, float]) -> dict[str, float]:
    first, last = candidate.spans[0]
    content = [t for t in terms[first:last] if t.tag in CONTENT]
    count = len(candidate.spans)
    empty = read_set("shell_nouns") | read_set("time_words") | read_set("generic_adjectives")
    generic = [t.text.lower() in empty for t in content]
    surface = " ".join(t.text.lower() for t in terms[first:last])
    tags = "".join(t.tag for t in terms[first:last])
    raw = min(_UNLISTED, max(1e-4, yake.get(surface, yake.get(content[0].text.lower(), _UNLISTED))))
    return {
        "log_first": math.log(1 + first) / math.log(1 + max(1, len(terms))),
        "hapax": float(count == 1),
        "partly_generic": float(any(generic)),
        "generic": float(all(generic)),
        "entity": float(any(t.entity for t in content)),
        "standalone": sum(_stands_alone(terms, a, b) for a, b in candidate.spans) / count,
        "adjective": float(tags == "A"),
        "single_noun": float(tags == "N"),
        "other_preposition": float("a" in tags),
        "always_inside": float(inside >= count),
        "length": len(" ".join(candidate.keys)) / 20,
        "inside": inside / count,
        "yake": 1 + math.log10(raw) / 4,
    }


def _stands_alone(terms: Sequence[Term], a: int, b: int) -> bool:
    """Whether a span is no part of a longer noun group."""
    left = a > 0 and terms[a - 1].sentence == terms[a].sentence and terms[a - 1].tag in "NP"
    right = b < len(terms) and terms[b].sentence == terms[a].sentence and terms[b].tag in "NPAd"
    return not left and not right


def _keyphrase(
    candidate: Candidate,
    terms: Sequence[Term],
    parses: Sequence[Parsed],
    score: float,
    features: dict[str, float],
    words: int,
) -> Keyphrase:
    places = [(terms[a].paragraph, terms[a].start, terms[b - 1].end) for a, b in candidate.spans]
    occurrences = tuple(p for p in places if p[0] >= 0)
    a, b = candidate.spans[0]
    forms = Counter(parses[i].text[x:y] for i, x, y in occurrences)
    text = max(forms, key=lambda f: (forms[f], -len(f))) if forms else _spelt(terms[a:b])
    count = len(occurrences)
    return Keyphrase(text, 1 / (1 + math.exp(-score)), count, 100 * count / words, features, occurrences)


def _spelt(terms: Sequence[Term]) -> str:
    """Write terms as a phrase; only the title holds it."""
    return "".join(t.text if t.text.endswith("'") else t.text + " " for t in terms).strip()
