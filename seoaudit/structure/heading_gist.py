"""What a section is about as readers say: the chance of each of its words to be in a heading they would print.

`heading_subject` learns from headings that editors wrote, two fifths of which have no word of their section. This model
learns from readers who wrote, of many sections, the best heading that the section's own words allow: it knows what the
section holds, the other what editors like to name.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from seoaudit.structure.heading_lexicon import word_class
from seoaudit.structure.heading_meaning import Meanings, likeness
from seoaudit.structure.heading_section import Section
from seoaudit.structure.heading_tree import Tree

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Of its places: the role in the sentence, the class, whether under its root, plural, presented, in the background.
_ROLES = ("nsubj", "obj", "nmod", "obl", "NOUN", "PROPN", "VERB", "root", "plural", "presented", "background")
_COLUMN = {name: i for i, name in enumerate(_ROLES[:-4])}
# Words before a word that are looked at for what presents it, or puts it in the background.
_BEFORE = 4


def features(
    sections: Sequence[Section], meanings: Meanings, rows: Sequence[tuple[list[str], NDArray[Any]]]
) -> list[tuple[list[str], NDArray[Any]]]:
    """Return for each section its families of words and a row of numbers for each.

    The columns are those of the subject model (`rows`), of `heading_meaning.likeness`, and of `_places` and `_roles`.
    """
    import numpy as np

    out = []
    for i, (section, (keys, subject)) in enumerate(zip(sections, rows, strict=True)):
        if not keys:
            out.append((keys, np.zeros((0, 0))))
            continue
        like = likeness(section, [*sections[:i], *sections[i + 1 :]], meanings)
        order = {k: n for n, k in enumerate(section.counts)}
        own = np.array(
            [[*place, *role] for place, role in zip(_places(section, keys), _roles(section, keys), strict=True)]
        )
        out.append((keys, np.concatenate([subject, like[[order[k] for k in keys]], own], axis=1)))
    return out


def _places(section: Section, keys: Sequence[str]) -> list[tuple[float, ...]]:
    """Where a family stands, how often and how heavily beside the others, and in how many phrases that can stand."""
    size = max(1, len(section.sentences))
    first, last = section.sentences[0].counts, section.sentences[-1].counts
    held: Counter[str] = Counter(k for _, forms in section.parts for f in forms for k in f.families)
    heads: Counter[str] = Counter(tree.keys[f.head] for tree, forms in section.parts for f in forms)
    by_weight = _ranks({k: section.weights[k] for k in keys})
    by_count = _ranks({k: float(section.counts[k]) for k in keys})
    return [
        (
            float(k in section.title), section.rarity[k], section.weights[k] / section.heaviest[0],
            math.log1p(section.weights[k]), section.spread[k] / size, float(k in first), float(k in last),
            math.log(size), held[k] / section.counts[k], heads[k] / section.counts[k], math.log1p(held[k]),
            by_weight[k], by_count[k],
        )
        for k in keys
    ]  # fmt: skip


def _ranks(values: Mapping[str, float]) -> dict[str, float]:
    """Return the share of the families with a greater value."""
    greater, before = Counter(values.values()), 0
    share: dict[float, float] = {}
    for value in sorted(greater, reverse=True):
        share[value] = before / len(values)
        before += greater[value]
    return {k: share[v] for k, v in values.items()}


def _roles(section: Section, keys: Sequence[str]) -> list[tuple[float, ...]]:
    """In what share of its places a family has each role in its sentence, and each class."""
    found = {key: [0] * len(_ROLES) for key in keys}
    presenting, background = word_class("presenting"), word_class("background")
    for tree, _ in section.parts:
        tokens = tree.tokens
        presented, behind = _after(tree, presenting), _after(tree, background)
        for i, (key, t) in enumerate(zip(tree.keys, tokens, strict=True)):
            if key:
                own = found[key]
                for name in (t.dep.partition(":")[0], t.pos):
                    if name in _COLUMN:
                        own[_COLUMN[name]] += 1
                own[-4] += tokens[t.head].dep == "ROOT"
                own[-3] += "Plur" in t.morph
                own[-2] += i in presented or tokens[t.head].lemma in presenting
                own[-1] += i in behind
    return [tuple(n / section.counts[k] for n in found[k]) for k in keys]


def _after(tree: Tree, words: frozenset[str]) -> set[int]:
    """Return the tokens that stand shortly after one of these words, in its sentence."""
    tokens = tree.tokens
    return {
        j
        for i, word in enumerate(tree.low)
        if word in words
        for j in range(i + 1, min(i + 1 + _BEFORE, len(tokens)))
        if tokens[j].sentence == tokens[i].sentence
    }
