"""What words and phrases mean beside their section, by the model's word vectors (see `french.word_vectors`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from seoaudit.french.frequency import rarity
from seoaudit.french.products import on_one_thread
from seoaudit.french.word_vectors import word_vectors
from seoaudit.structure.heading_section import Section

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

# A common word says less of what a phrase is about; one that every text has still says something.
_LEAST_WEIGHT = 0.3
# Words of the other sections, and of a long section the heaviest of its own, that a word is compared with; more cost
# time and tell no more.
_OTHERS, _OWN = 400, 200
# Cosines at which two words count as alike, near and related, and how sharply.
_LIKE, _WIDTH = (0.75, 0.5, 0.3), 0.1
# Decimals kept: the last bits of a product are not the same on every processor.
_DECIMALS = 4
_TINY = 1e-3


@dataclass(frozen=True)
class Meanings:
    """The unit vectors of an article's words.

    Attributes:
        rows: the row of each written form.
        table: a vector of length 1 a row; zeros for unknown words.
    """

    rows: Mapping[str, int]
    table: Vectors

    def of(self, words: Iterable[str]) -> Vectors:
        """Return the vectors of words, a row each."""
        found: Vectors = self.table[[self.rows[w] for w in words]]
        return found

    def vector(self, word: str) -> Vectors:
        """Return the vector of one word; zeros for one that is not of the article."""
        import numpy as np

        row = self.rows.get(word)
        found: Vectors = np.zeros(self.table.shape[1], dtype=np.float32) if row is None else self.table[row]
        return found

    def direction(self, words: Sequence[str]) -> Vectors:
        """Return the unit vector of several words together, the rarer the heavier."""
        import numpy as np

        weights = np.array([_LEAST_WEIGHT + rarity(w) for w in words], dtype=np.float32)
        total: Vectors = unit(np.einsum("ij,i->j", self.of(words), weights)[None, :])[0]
        return total

    def directions(self, phrases: Sequence[Sequence[str]]) -> Vectors:
        """Return the unit vector of each of several phrases, none of them empty, a row each."""
        import numpy as np

        words = [w for phrase in phrases for w in phrase]
        weights = np.array([_LEAST_WEIGHT + rarity(w) for w in words], dtype=np.float32)
        starts = np.cumsum([0, *(len(phrase) for phrase in phrases[:-1])])
        total: Vectors = np.add.reduceat(self.of(words) * weights[:, None], starts, axis=0)
        return unit(total)


def read_meanings(sections: Sequence[Section], title: Sequence[str] = ()) -> Meanings:
    """Return the vectors of all words of an article and of its title."""
    words = dict.fromkeys(title)
    for section in sections:
        for tree, _ in section.parts:
            words.update((t.text, None) for key, t in zip(tree.keys, tree.tokens, strict=True) if key)
    return Meanings({w: i for i, w in enumerate(words)}, unit(word_vectors(tuple(words) or ("de",))))


def unit(vectors: Vectors) -> Vectors:
    """Return vectors of length 1; of length 0 where they have none."""
    import numpy as np

    lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))[:, None]
    out: Vectors = np.where(lengths > 0, vectors / np.where(lengths > 0, lengths, 1), 0).astype(np.float32)
    return out


def likeness(section: Section, others: Sequence[Section], meanings: Meanings) -> NDArray[Any]:
    """Return for each family of a section how much of the section, and of the others, is about the same.

    Columns: the share of the section's words alike, near and related; their mean likeness weighed; the shares among
    the words of the other sections; the logarithms of the ratios.
    """
    import numpy as np

    keys, elsewhere = tuple(section.counts), _sample(others)
    if len(keys) > _OWN:
        keys = tuple(sorted(keys, key=lambda k: (-section.weights[k], k))[:_OWN])
    own = meanings.of(section.words)
    counts = np.array([section.counts[k] for k in keys], dtype=np.float32)
    weights = np.array([section.weights[k] for k in keys], dtype=np.float32)
    with on_one_thread():
        inside = own @ meanings.of(section.forms_of[k] for k in keys).T
        outside = own @ meanings.of(elsewhere).T
    near = np.stack([_bell(inside, like) @ counts / counts.sum() for like in _LIKE], axis=1)
    weighed = np.clip(inside, 0, 1) ** 2 @ weights / weights.sum()
    far = np.stack([_bell(outside, like).mean(axis=1) if elsewhere else np.zeros(len(own)) for like in _LIKE], axis=1)
    ratios = np.log(near + _TINY) - np.log(far + _TINY)
    columns = np.concatenate([near, weighed[:, None], far, ratios], axis=1).astype(np.float64)
    return np.round(columns, _DECIMALS)


def _sample(sections: Sequence[Section]) -> list[str]:
    """Return at most _OTHERS of the words of sections, evenly spaced."""
    stride = max(1, -(-sum(len(s.words) for s in sections) // _OTHERS))
    out: list[str] = []
    before = 0
    for section in sections:
        out += section.words[-before % stride :: stride]
        before += len(section.words)
    return out


def _bell(cosines: NDArray[Any], middle: float) -> NDArray[Any]:
    import numpy as np

    bell: NDArray[Any] = np.exp(-((cosines - middle) ** 2) / (2 * _WIDTH**2))
    return bell


def project(vectors: Vectors, axes: NDArray[Any]) -> NDArray[Any]:
    """Return vectors on a few axes, rounded so that every machine reads the same."""
    import numpy as np

    with on_one_thread():
        out: NDArray[Any] = np.round((vectors @ axes.T).astype(np.float64), _DECIMALS)
    return out
