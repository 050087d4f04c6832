"""A section as the phrases in it are seen against it: its sentences, how often its words occur there and elsewhere."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from seoaudit.structure.heading_phrase import Form
from seoaudit.structure.heading_tree import Tree

Part = tuple[Tree, Sequence[Form]]

# Added to the rarity of a family among the sections: one that is in all of them still counts.
_LEAST_RARITY = 0.3
# The words of a section that weigh most: what a phrase can hold of them tells how much of it the phrase names.
_HEAVIEST = 4


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its paragraph, its tokens from `first` to `end`, how often each family occurs in it."""

    paragraph: int
    first: int
    end: int
    counts: Counter[str]


@dataclass(frozen=True)
class Section:
    """A section of an article.

    Attributes:
        parts: the tree of each paragraph with the phrases in it that can stand.
        place: which section of the article it is, the first 0.
        sections: how many there are.
        sentences: its sentences, in order.
        counts: how often each family occurs in it.
        article: how often each family occurs in the article.
        rarity: of each family of the article, higher the fewer sections it is in.
        shares: the share (0 to 1) of the sections that each family of the article is in.
        title: the families of the article's title.
    """

    parts: Sequence[Part]
    place: int
    sections: int
    sentences: tuple[Sentence, ...]
    counts: Counter[str]
    article: Mapping[str, int]
    rarity: Mapping[str, float]
    shares: Mapping[str, float]
    title: frozenset[str]

    @cached_property
    def numbers(self) -> dict[tuple[int, int], int]:
        """The number of each sentence in the section, by its paragraph and its number there."""
        out: dict[tuple[int, int], int] = {}
        for i, s in enumerate(self.sentences):
            tokens = self.parts[s.paragraph][0].tokens
            out[s.paragraph, tokens[s.first].sentence] = i
        return out

    @cached_property
    def weights(self) -> dict[str, float]:
        """What each family weighs in the section: its count by its rarity among the sections."""
        return {k: n * self.rarity[k] for k, n in self.counts.items()}

    @cached_property
    def heaviest(self) -> tuple[float, float]:
        """The greatest weight, and the sum of the greatest four."""
        top = sorted(self.weights.values(), reverse=True)[:_HEAVIEST]
        return (top[0], sum(top)) if top else (1.0, 1.0)

    @cached_property
    def most(self) -> int:
        """How often its commonest family occurs."""
        return max(self.counts.values(), default=1)

    @cached_property
    def spread(self) -> Counter[str]:
        """In how many sentences each family occurs."""
        return Counter(k for s in self.sentences for k in s.counts)

    @cached_property
    def central(self) -> tuple[float, ...]:
        """How much each sentence shares with the rest of the section, 1 for the one that shares most."""
        shared = [self._shared(s.counts) for s in self.sentences]
        most = max(shared, default=0.0) or 1.0
        return tuple(x / most for x in shared)

    def _shared(self, counts: Counter[str]) -> float:
        common = sum(self.rarity[k] * (self.counts[k] - n) * n for k, n in counts.items())
        length = math.sqrt(sum((self.rarity[k] * n) ** 2 for k, n in counts.items()))
        return common / length if length else 0.0

    @cached_property
    def forms_of(self) -> dict[str, str]:
        """The first written form of each family."""
        out: dict[str, str] = {}
        for tree, _ in self.parts:
            for key, token in zip(tree.keys, tree.tokens, strict=True):
                if key:
                    out.setdefault(key, token.text)
        return out

    @cached_property
    def words(self) -> list[str]:
        """The first written form of each family, in the order of `counts`."""
        return [self.forms_of[k] for k in self.counts]


def read_sections(parts: Sequence[Sequence[Part]], title: frozenset[str] = frozenset()) -> list[Section]:
    """Return the sections of an article, from the trees and phrases of each one's paragraphs."""
    split = [_sentences(part) for part in parts]
    counts = [_added(s.counts for s in sentences) for sentences in split]
    article = _added(counts)
    within = Counter(k for own in counts for k in own)
    rarity = {k: math.log(1 + len(parts) / n) + _LEAST_RARITY for k, n in within.items()}
    shares = {k: n / len(parts) for k, n in within.items()}
    return [
        Section(part, i, len(parts), sentences, own, article, rarity, shares, title)
        for i, (part, sentences, own) in enumerate(zip(parts, split, counts, strict=True))
    ]


def _added(counts: Iterable[Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for own in counts:
        total.update(own)
    return total


def _sentences(part: Sequence[Part]) -> tuple[Sentence, ...]:
    out = []
    for p, (tree, _) in enumerate(part):
        ends = [*tree.starts[1:], len(tree.tokens)][: len(tree.starts)]
        for first, end in zip(tree.starts, ends, strict=True):
            out.append(Sentence(p, first, end, Counter(k for k in tree.keys[first:end] if k)))
    return tuple(s for s in out if s.end > s.first)
