"""All that the choice of a heading looks at, as one row of numbers for each phrase of a section."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from seoaudit.french.products import on_one_thread
from seoaudit.structure.heading_context import COMPARED, gist_held, sentence_features, surroundings
from seoaudit.structure.heading_features import EXPECTED_STEMS, describe, expected_overlap, view
from seoaudit.structure.heading_gist import features as gist_features
from seoaudit.structure.heading_lexicon import fold
from seoaudit.structure.heading_meaning import Meanings, project, read_meanings
from seoaudit.structure.heading_phrase import Form
from seoaudit.structure.heading_section import Part, Section, read_sections
from seoaudit.structure.heading_subject import chances
from seoaudit.structure.heading_subject import features as subject_features

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Features that are also given less their mean over the phrases of the section, as those of `_NEAR` are.
_COMPARED = (
    *COMPARED,
    "gist_overlap",
    "gist_share",
    "gist_any",
    "gist_least",
    "log_overlap",
    "recurring",
    "reach",
    "resumed",
    "late",
)

_NEAR = ("near_section", "near_title", "head_near_section")
# How likely the words of a phrase must be, beside those of the likeliest phrase of its section, for it to be looked at
# further: two fifths of all phrases are less likely, and of those that readers would print 1.5 in a hundred.
_LEAST_LIKELY = 0.01


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of a section that can stand, each text once.

    Attributes:
        forms: the phrases.
        paragraphs: the paragraph of each.
        subject: the chance of each family to be in an editor's heading.
        names: what the columns are.
        rows: a row for each phrase.
    """

    forms: list[Form]
    paragraphs: list[int]
    subject: Mapping[str, float]
    names: tuple[str, ...]
    rows: NDArray[Any]


def describe_article(
    parts: Sequence[Sequence[Part]],
    weights: Mapping[str, Any],
    *,
    title: frozenset[str] = frozenset(),
    title_words: Sequence[str] = (),
) -> list[Phrases]:
    """Return the phrases of each section with their features.

    Args:
        parts: for each section the tree of each paragraph and the phrases in it.
        weights: of the subject, of the gist, and the axes of meaning.
        title: the families of the article's title.
        title_words: the content words of the title, as written.
    """
    import numpy as np

    axes = {name: np.asarray(rows) for name, rows in weights["axes"].items()}
    # One setting of the threads for all the products below.
    with on_one_thread():
        sections = read_sections(parts, title)
        meanings = read_meanings(sections, title_words)
        rows = subject_features([[tree for tree, _ in part] for part in parts])
        subject = chances(rows, weights["subject"])
        gist = chances(gist_features(sections, meanings, rows), weights["gist"])
        return [
            _describe(section, likely, said, meanings, title_words, axes)
            for section, likely, said in zip(sections, subject, gist, strict=True)
        ]


def _describe(
    section: Section,
    likely: Mapping[str, float],
    gist: Mapping[str, float],
    meanings: Meanings,
    title_words: Sequence[str],
    axes: Mapping[str, NDArray[Any]],
) -> Phrases:
    import numpy as np

    found = _likely(section, likely, gist)
    if not found:
        return Phrases([], [], likely, (), np.zeros((0, 0)))
    seen = view(section.parts, likely, section.shares)
    sentences = sentence_features(section)
    heaviest = sorted(gist.values(), reverse=True)[:3]
    described = []
    for form, p in found:
        tree = section.parts[p][0]
        row = describe(form, tree, p, seen)
        row |= surroundings(form, tree, p, section, sentences)
        row |= gist_held(form.families, gist, heaviest, EXPECTED_STEMS)
        described.append(row)
    forms, places = [f for f, _ in found], [p for _, p in found]
    names = tuple(described[0])
    named = np.array([list(row.values()) for row in described])
    compared = named[:, [names.index(name) for name in _COMPARED]]
    meaning = _meaning(section, forms, places, meanings, title_words, axes)
    compared = np.concatenate([compared, meaning[:, : len(_NEAR)]], axis=1)
    rows = np.concatenate([named, compared - compared.mean(axis=0), meaning], axis=1)
    beside = (f"{name}_beside_others" for name in (*_COMPARED, *_NEAR))
    lying = (f"{of}_axis_{i}" for of, directions in axes.items() for i in range(len(directions)))
    return Phrases(forms, places, likely, (*names, *beside, *_NEAR, *lying), rows)


def _likely(section: Section, likely: Mapping[str, float], gist: Mapping[str, float]) -> list[tuple[Form, int]]:
    """Return the phrases of a section worth a closer look, each text once, with their paragraphs.

    A phrase is as likely as the overlap that it can expect with an editor's heading, times that with a reader's.
    """
    found: dict[str, tuple[Form, int]] = {}
    for p, (_, own) in enumerate(section.parts):
        for form in own:
            found.setdefault(fold(form.text), (form, p))
    chances = [expected_overlap(f.families, likely) * expected_overlap(f.families, gist) for f, _ in found.values()]
    least = _LEAST_LIKELY * max(chances, default=0.0)
    return [one for one, chance in zip(found.values(), chances, strict=True) if chance >= least]


def _meaning(
    section: Section,
    forms: Sequence[Form],
    places: Sequence[int],
    meanings: Meanings,
    title_words: Sequence[str],
    axes: Mapping[str, NDArray[Any]],
) -> NDArray[Any]:
    """How close each phrase and its head are to the section and the title; where both lie on the axes of meaning."""
    import numpy as np

    heads, words = [], []
    for form, p in zip(forms, places, strict=True):
        tree = section.parts[p][0]
        heads.append(meanings.vector(tree.tokens[form.head].text))
        words.append([tree.tokens[i].text for i in range(form.first, form.end) if tree.keys[i]])
    head, phrase = np.array(heads), meanings.directions(words)
    text = meanings.direction(
        [t.text for tree, _ in section.parts for key, t in zip(tree.keys, tree.tokens, strict=True) if key]
    )
    title = meanings.direction(title_words)
    near = project(phrase, np.stack([text, title])), project(head, text[None, :])
    return np.concatenate([*near, project(head, axes["head"]), project(phrase, axes["phrase"])], axis=1)
