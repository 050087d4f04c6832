"""What a section is about: the chance of each of its words to be in the heading an editor would write.

A logistic model over where, how often and in which role the words of one family occur in the section and in the rest
of the article. No word has a weight of its own, so that nothing of the articles it was fitted on is remembered.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from seoaudit.structure.heading_tree import Tree

FEATURES = (
    "log_count", "count_of_most", "share", "contrast", "sections", "log_sections", "paragraphs", "sentences",
    "log_first",
    "first", "first_three", "first_sentence", "second_sentence", "first_paragraph", "last_paragraph", "topic_sentences",
    "noun", "name", "verb", "adjective", "subject", "object", "complement", "oblique", "root", "entity", "capital",
    "acronym", "infinitive", "subject_first", "log_document", "document_of_most", "lead", "new", "before", "log_length",
    "deverbal", "quoted", "count_share", "log_section", "log_article", "opening", "closing", "heads", "deviation",
)  # fmt: skip


@dataclass(slots=True)
class _Record:
    """What is counted of one family in one section."""

    first: int
    length: int
    deverbal: bool
    paragraphs: set[int] = field(default_factory=set)
    sentences: set[tuple[int, int]] = field(default_factory=set)
    pos: Counter[str] = field(default_factory=Counter)
    dep: Counter[str] = field(default_factory=Counter)
    flags: Counter[str] = field(default_factory=Counter)


def _mentions(tree: Tree) -> list[tuple[str, int]]:
    """The content words of a paragraph: family and token."""
    return [(key, i) for i, key in enumerate(tree.keys) if key]


def _records(section: Sequence[Tree], mentions: Sequence[list[tuple[str, int]]]) -> dict[str, _Record]:
    found: dict[str, _Record] = {}
    place = 0
    for p, (tree, own) in enumerate(zip(section, mentions, strict=True)):
        for key, i in own:
            t = tree.tokens[i]
            record = found.get(key)
            if record is None:
                low = tree.low[i]
                record = found[key] = _Record(
                    place, len(low), low.rstrip("s").endswith(("tion", "sion", "age", "ment", "ure", "ance", "ence"))
                )
            place += 1
            record.paragraphs.add(p)
            record.sentences.add((p, t.sentence))
            record.pos[t.pos] += 1
            record.dep[t.dep.partition(":")[0]] += 1
            flags = record.flags
            flags["entity"] += bool(t.entity)
            flags["capital"] += t.text[0].isupper() and not tree.opens(i)
            flags["acronym"] += len(t.text) > 1 and t.text.isupper()
            flags["quoted"] += tree.quoted[i]
            flags["infinitive"] += t.pos == "VERB" and "Inf" in t.morph
            flags["heads"] += t.pos == "NOUN" and not t.dep.startswith(("nmod", "amod", "flat"))
            if t.sentence == 0:
                flags["topic"] += 1
                if p == 0:
                    flags["subject_first"] += t.dep.startswith("nsubj")
    return found


def features(sections: Sequence[Sequence[Tree]]) -> list[tuple[list[str], NDArray[np.float64]]]:
    """Return for each section its families of words, in order of first mention, and a row of FEATURES for each."""
    mentions = [[_mentions(t) for t in section] for section in sections]
    counts = [Counter(key for own in section for key, _ in own) for section in mentions]
    spread = Counter(key for c in counts for key in c)
    total: Counter[str] = Counter()
    for c in counts:
        total.update(c)
    every = sum(total.values()) + 1
    most = max(total.values(), default=1)
    lead = {key for section in mentions[:1] for own in section[:1] for key, _ in own}
    seen: set[str] = set()
    out = []
    for s, (section, own) in enumerate(zip(sections, mentions, strict=True)):
        records = _records(section, own)
        size = sum(counts[s].values()) or 1
        peak = max(counts[s].values(), default=1)
        values = list(counts[s].values())
        mean = sum(values) / len(values) if values else 0.0
        spreading = math.sqrt(sum((v - mean) ** 2 for v in values) / len(values)) + 0.3 if values else 1.0
        n_sentences = sum((t.tokens[-1].sentence + 1) if t.tokens else 0 for t in section) or 1
        before = {key for o in mentions[s - 1] for key, _ in o} if s else set()
        last = {key for key, _ in own[-1]} if own else set()
        rows = []
        for key, r in records.items():
            n = counts[s][key]
            share = n / total[key]
            rows.append((
                math.log1p(n), n / peak, share,
                math.log((n + 0.5) / (size * (total[key] + 0.5) / every + 0.5)),
                spread[key] / len(sections), math.log1p(spread[key]),
                len(r.paragraphs) / len(section), len(r.sentences) / n_sentences, math.log1p(r.first),
                1 / (1 + r.first), r.first < 3, (0, 0) in r.sentences, (0, 1) in r.sentences, 0 in r.paragraphs,
                key in last,
                r.flags["topic"] / len(section),
                r.pos["NOUN"] / n, r.pos["PROPN"] / n, r.pos["VERB"] / n, r.pos["ADJ"] / n,
                r.dep["nsubj"] / n, r.dep["obj"] / n, r.dep["nmod"] / n, r.dep["obl"] / n, r.dep["ROOT"] / n,
                r.flags["entity"] / n, r.flags["capital"] / n, r.flags["acronym"] / n, r.flags["infinitive"] / n,
                r.flags["subject_first"] > 0, math.log1p(total[key]), total[key] / most, key in lead, key not in seen,
                key in before, math.log(r.length), r.deverbal, r.flags["quoted"] / n, n / peak * share,
                math.log(size), math.log(len(sections)), s == 0, s == len(sections) - 1, r.flags["heads"] / n,
                (n - mean) / spreading,
            ))  # fmt: skip
        seen.update(records)
        out.append((list(records), np.array(rows, dtype=np.float64).reshape(len(rows), len(FEATURES))))
    return out


@cache
def load_weights() -> dict[str, Any]:
    """Return the fitted weights of the subject model and of the choice."""
    path = files("seoaudit.structure").joinpath("heading_weights.json")
    weights: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return weights


def chances(sections: Sequence[Sequence[Tree]], weights: Mapping[str, Any] | None = None) -> list[dict[str, float]]:
    """Return for each section the chance (0 to 1) of each family of words to be in its heading."""
    subject = (weights or load_weights())["subject"]
    mean, scale, coefficients = (np.array(subject[k]) for k in ("mean", "scale", "coefficients"))
    out = []
    for keys, rows in features(sections):
        p = 1 / (1 + np.exp(-(((rows - mean) / scale) @ coefficients + subject["intercept"])))
        out.append(dict(zip(keys, p.tolist(), strict=True)))
    return out
