"""How close in meaning a candidate is to the title and to the text as a whole, by word vectors.

A phrase may be rare in an article and yet name its subject: "chômage" beside "emploi" and "licenciements". The
direction of a phrase is that of the sum of its words' vectors; the one of the text is the sum of its words' by the root
of how often they occur and by how rare they are in French. The idea is EmbedRank's (Bennani-Smires et al. 2018), which
ranks by it alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from seoaudit.french.frequency import rarity
from seoaudit.french.word_vectors import word_vectors
from seoaudit.keyphrases.document import Document
from seoaudit.keyphrases.terms import CONTENT

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

Keys = tuple[str, ...]

# Shortest sum of vectors that has a direction.
_LEAST_LENGTH = 1e-6
# Phrases whose vectors are held at a time: five megabytes of them.
_CHUNK = 1024


def describe_closeness(document: Document) -> dict[Keys, dict[str, float]]:
    """Return two features of each candidate.

    near_title is the cosine with the title, with the text where there is no title; a phrase of unknown words has the
    mean of the others. near_text is how much closer than the average candidate it is to the text; 0 for those of the
    title, which are part of what they would be measured by, and for unknown words.
    """
    terms = document.terms
    counts = Counter(t.text for t in terms if t.tag in CONTENT)
    titled = Counter(t.text for t in terms if t.paragraph < 0 and t.tag in CONTENT)
    vectors = word_vectors(tuple(counts))
    text = _direction(vectors, [n**0.5 * rarity(form) for form, n in counts.items()])
    title = _direction(vectors, [titled[form] * rarity(form) for form in counts]) if titled else text
    cosines = _cosines(_words(document, {form: i for i, form in enumerate(counts)}), vectors, title, text)
    known = [c for c in cosines.values() if c is not None]
    means = [sum(values) / len(known) for values in zip(*known, strict=True)] or [0.0, 0.0]
    out = {}
    for keys, candidate in document.candidates.items():
        near_title, near_text = cosines[keys] or means
        in_title = terms[candidate.spans[0][0]].paragraph < 0
        out[keys] = {"near_title": near_title, "near_text": 0.0 if in_title else near_text - means[1]}
    return out


def _words(document: Document, rows: dict[str, int]) -> dict[Keys, list[int]]:
    """Return the rows of each candidate's content words."""
    terms = document.terms
    first = ((keys, candidate.spans[0]) for keys, candidate in document.candidates.items())
    return {keys: [rows[t.text] for t in terms[a:b] if t.tag in CONTENT] for keys, (a, b) in first}


def _direction(vectors: Vectors, weights: Sequence[float]) -> Vectors:
    """Return the weighted sum of vectors, of length 1; of length 0 where it has no direction."""
    import numpy as np

    total: Vectors = np.einsum("ij,i->j", vectors, np.array(weights, dtype=np.float32))
    length = float(np.sqrt(np.einsum("j,j->", total, total)))
    return total / length if length > _LEAST_LENGTH else total * 0


def _cosines(
    words: dict[Keys, list[int]], vectors: Vectors, title: Vectors, text: Vectors
) -> dict[Keys, tuple[float, float] | None]:
    """Return the cosines of each phrase with title and text; None for one of unknown words."""
    import numpy as np

    by_length: defaultdict[int, list[Keys]] = defaultdict(list)
    for keys, own in words.items():
        by_length[len(own)].append(keys)
    out: dict[Keys, tuple[float, float] | None] = {}
    for group in by_length.values():
        for at in range(0, len(group), _CHUNK):
            chunk = group[at : at + _CHUNK]
            sums = vectors[np.array([words[k] for k in chunk])].sum(axis=1)
            lengths = np.sqrt(np.einsum("ij,ij->i", sums, sums))
            scales = 1 / np.maximum(lengths, _LEAST_LENGTH)
            pairs = zip(
                (np.einsum("ij,j->i", sums, title) * scales).tolist(),
                (np.einsum("ij,j->i", sums, text) * scales).tolist(),
                strict=True,
            )
            known = (lengths > _LEAST_LENGTH).tolist()
            out |= {k: pair if is_known else None for k, pair, is_known in zip(chunk, pairs, known, strict=True)}
    return out
