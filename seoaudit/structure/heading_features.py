"""What the choice of a heading looks at in a phrase: its place, its form, and how much of the section it stands for."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from seoaudit.structure.heading_lexicon import actors, word_class
from seoaudit.structure.heading_phrase import Form
from seoaudit.structure.heading_tree import Tree

# Stems an editor's heading has on average: the denominator of the overlap a phrase can expect.
EXPECTED_STEMS = 2.6
_PURPOSE = frozenset({"pour", "afin", "de", "d'", "à", "comment"})
_NOMINAL = frozenset({"noun_group", "coordination"})
_VERBAL = frozenset({"infinitive", "imperative", "indirect_question"})


@dataclass(frozen=True, slots=True)
class View:
    """A section as its phrases are seen against it.

    Attributes:
        chances: chance of each family to be in the heading.
        best: the highest overlap any of its phrases can expect.
        sentences: the sentences, as (paragraph, sentence), each family occurs in.
        recurring: the families that occur more than once.
        resumed: the families taken up again with a demonstrative.
        elsewhere: share (0 to 1) of the article's sections each family occurs in.
        size: number of sentences.
    """

    chances: Mapping[str, float]
    best: float
    sentences: Mapping[str, set[tuple[int, int]]]
    recurring: frozenset[str]
    resumed: frozenset[str]
    elsewhere: Mapping[str, float]
    size: int


def expected_overlap(families: Sequence[str], chances: Mapping[str, float]) -> float:
    """Return the F1 of word overlap a heading of these families can expect."""
    return 2 * sum(chances.get(k, 0.0) for k in families) / (len(families) + EXPECTED_STEMS)


def view(
    section: Sequence[tuple[Tree, Sequence[Form]]], chances: Mapping[str, float], elsewhere: Mapping[str, float]
) -> View:
    """Return the view of a section given as trees with their phrases."""
    sentences: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    once: set[str] = set()
    recurring: set[str] = set()
    resumed: set[str] = set()
    demonstratives = word_class("demonstrative")
    for p, (tree, _) in enumerate(section):
        for i, key in enumerate(tree.keys):
            if key:
                (recurring if key in once else once).add(key)
                sentences[key].add((p, tree.tokens[i].sentence))
                if i and tree.low[i - 1] in demonstratives:
                    resumed.add(key)
    best = max((expected_overlap(f.families, chances) for _, forms in section for f in forms), default=0.0)
    size = sum(len(tree.starts) for tree, _ in section)
    return View(chances, best, sentences, frozenset(recurring), frozenset(resumed), elsewhere, max(1, size))


def describe(form: Form, tree: Tree, paragraph: int, seen: View) -> dict[str, float]:
    """Return what the phrase is, where it stands and how much of the section it stands for, each feature by name."""
    out = {**_subject(form, tree, seen), **_place(form, tree, paragraph), **_shape(form, tree)}
    adjective = any(t.pos == "ADJ" for t in tree.tokens[form.head : min(form.end, form.head + 3)])
    whole = form.follows == "end" and (form.complements > 0 or adjective)
    out["likely_whole"] = out["relative"] * whole
    return out


def _subject(form: Form, tree: Tree, seen: View) -> dict[str, float]:
    """How much of the section the phrase stands for."""
    keys, n = form.families, len(form.families)
    head = tree.keys[form.head]
    overlap = expected_overlap(keys, seen.chances)
    where = [seen.sentences[k] for k in keys]
    return {
        "log_overlap": math.log(overlap + 0.01),
        "relative": overlap / (seen.best + 1e-6),
        "least_chance": min([seen.chances.get(k, 0.0) for k in keys]),
        "log_head_chance": math.log(seen.chances.get(head, 0.0) + 0.005),
        "recurring": len([k for k in keys if k in seen.recurring]) / n,
        "reach": len(set().union(*where)) / seen.size,
        "together": len(set.intersection(*where)) / seen.size,
        "resumed": float(head in seen.resumed),
        "elsewhere": sum([seen.elsewhere[k] for k in keys]) / n,
    }


def _place(form: Form, tree: Tree, paragraph: int) -> dict[str, float]:
    """Where the phrase stands in the section and in its sentence."""
    tokens = tree.tokens
    head = tokens[form.head]
    start = tree.starts[head.sentence]
    end = tree.starts[head.sentence + 1] if head.sentence + 1 < len(tree.starts) else len(tokens)
    before = form.first - 1
    return {
        "late": math.log1p(paragraph),
        "place": math.log1p(form.first - start),
        "topic_sentence": float(head.sentence == 0),
        "share_of_sentence": (form.end - form.first) / max(1, end - start),
        "after_preposition": float(before >= 0 and tokens[before].pos == "ADP"),
        "nmod": float(head.dep.startswith("nmod")),
        "under": float(tree.under(form.head)),
        "aside": float(tree.aside[form.head]),
        "purpose": float(form.construction in _VERBAL and before >= 0 and tree.low[before] in _PURPOSE),
    }


def _shape(form: Form, tree: Tree) -> dict[str, float]:
    """What kind of phrase it is."""
    return {
        "one_family": float(len(form.families) == 1),
        "entity": float(bool(tree.tokens[form.head].entity)),
        "infinitive": float(form.construction == "infinitive"),
        "coordination": float(form.construction == "coordination"),
        "statement": float(form.construction == "statement"),
        "role": float(form.construction == "role"),
        "actor": float(form.construction in _NOMINAL and tree.tokens[form.head].lemma.lower() in actors()),
        "bare": float(form.determiner == "none" and form.construction == "noun_group"),
        "words": float(len(form.text.split())),
    }
