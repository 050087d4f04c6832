"""What stands around a phrase: the words before and after it, its governor, its sentence, the weight of its words."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

from seoaudit.french.frequency import rarity
from seoaudit.structure.heading_cues import cues
from seoaudit.structure.heading_phrase import DOUBTS, Form
from seoaudit.structure.heading_section import Section
from seoaudit.structure.heading_tree import Tree

_BEFORE = {
    "de": {"de", "d'", "du", "des"}, "a": {"à", "au", "aux"}, "in": {"en", "dans"},
    "is": {"est", "sont", "voici", "voilà"}, "and": {"et", "ou"}, "comma": {","},
}  # fmt: skip
_AFTER = {
    "stop": {".", "!", "?"}, "colon": {":", ";"}, "is": {"est", "sont"},
    "de": {"de", "d'", "du", "des"}, "a": {"à", "au", "aux"}, "who": {"qui", "que", "qu'", "dont"},
}  # fmt: skip
_ROLES = ("nsubj", "obl:mod", "nmod", "conj")
_FOLLOWS = ("relative", "pp")
# Also given less the mean of the section's phrases: they tell one phrase from the others there.
COMPARED = ("weight_held", "in_title", "in_first", "in_last", "rarest_in_article", "along_sentence", "sentence_central")


def surroundings(
    form: Form, tree: Tree, paragraph: int, section: Section, sentences: Sequence[Mapping[str, float]]
) -> dict[str, float]:
    """Return what stands around a phrase, each feature by name; `sentences` is of `sentence_features`."""
    number = section.numbers.get((paragraph, tree.tokens[form.head].sentence), 0)
    sentence = section.sentences[number]
    along = (form.first - sentence.first) / max(1, sentence.end - sentence.first)
    return {
        **_beside(form, tree),
        **sentences[number],
        "along_sentence": along,
        **_weights(form, tree, section),
        **_wording(form, tree),
        **cues(tree, form.first, form.head),
    }


def _beside(form: Form, tree: Tree) -> dict[str, float]:
    head = tree.tokens[form.head]
    start = tree.starts[head.sentence] if head.sentence < len(tree.starts) else 0
    end = tree.starts[head.sentence + 1] if head.sentence + 1 < len(tree.starts) else len(tree.tokens)
    before = tree.low[form.first - 1] if form.first > start else ""
    after = tree.low[form.end] if form.end < end else ""
    governor = tree.tokens[head.head]
    return {
        **_between(before, after),
        **_role(head.dep),
        "opens_sentence": float(not before),
        "governed_by_noun": float(governor.pos == "NOUN" and head.head != form.head),
        "governed_by_root": float(governor.dep == "ROOT"),
        "governed_by_infinitive": float("VerbForm=Inf" in governor.morph),
    }


# Few words stand before and after phrases, few phrases have more than one doubt: what they make is computed once.
@lru_cache(maxsize=4096)
def _between(before: str, after: str) -> Mapping[str, float]:
    out = {f"before_{name}": float(before in words) for name, words in _BEFORE.items()}
    return out | {f"after_{name}": float(after in words) for name, words in _AFTER.items()}


@lru_cache(maxsize=256)
def _role(dep: str) -> Mapping[str, float]:
    return {f"role_{name}": float(dep == name) for name in _ROLES}


@lru_cache(maxsize=4096)
def _marked(follows: str, doubts: tuple[str, ...]) -> Mapping[str, float]:
    out = {f"then_{name}": float(follows == name) for name in _FOLLOWS}
    return out | {f"doubt_{name}": float(name in doubts) for name in DOUBTS}


def sentence_features(section: Section) -> list[dict[str, float]]:
    """Return what each sentence of a section tells of the phrases in it."""
    count = len(section.sentences)
    whole = {
        "sentences": math.log(max(1, count)),
        "paragraphs": math.log(max(1, len(section.parts))),
        "section_place": section.place / section.sections,
    }
    return [
        {
            **whole,
            "sentence_place": i / count,
            "sentence_length": math.log1p(s.end - s.first),
            "sentence_central": section.central[i],
        }
        for i, s in enumerate(section.sentences)
    ]


def _weights(form: Form, tree: Tree, section: Section) -> dict[str, float]:
    """How much of what the section repeats, and the rest of the article does not, the phrase holds."""
    head, keys = tree.keys[form.head], form.families
    counts, article = section.counts, section.article
    first, last = section.sentences[0].counts, section.sentences[-1].counts
    greatest, four = section.heaviest
    n = len(keys)
    own = [section.weights[k] for k in keys]
    counted = [counts[k] for k in keys]
    head_count, head_article = counts[head], article.get(head, 0)
    return {
        "weight_held": sum(own) / four,
        "greatest_held": max(own) / greatest,
        "head_count": math.log1p(head_count),
        "head_in_article": math.log1p(head_article),
        "head_own": head_count / max(1, head_article),
        "head_sentences": section.spread[head] / len(section.sentences),
        "head_rarity": section.rarity.get(head, 0.0),
        "commonest_word": max(counted) / section.most,
        "rarest_word": float(min(counted)),
        "rarest_in_article": min([c / article[k] for c, k in zip(counted, keys, strict=True)]),
        "in_title": len([k for k in keys if k in section.title]) / n,
        "in_first": len([k for k in keys if k in first]) / n,
        "in_last": len([k for k in keys if k in last]) / n,
    }


def _wording(form: Form, tree: Tree) -> dict[str, float]:
    tokens = tree.tokens[form.first : form.end]
    words = [t.text for key, t in zip(tree.keys[form.first : form.end], tokens, strict=True) if key]
    rare = [rarity(w) for w in words] or [0.0]
    return {
        "characters": float(len(form.text)),
        "content_words": float(len(words)),
        "rarest": max(rare),
        "mean_rarity": sum(rare) / len(rare),
        "commonest": min(rare),
        "head_rare": rarity(tree.tokens[form.head].text),
        "plural": float("Plur" in tree.tokens[form.head].morph),
        "names": float(sum(t.pos == "PROPN" for t in tokens)),
        **_marked(form.follows, form.doubts),
    }


def gist_held(
    keys: tuple[str, ...], gist: Mapping[str, float], heaviest: Sequence[float], expected: float
) -> dict[str, float]:
    """Return how much of what readers find a section to be about a phrase of these families holds.

    Args:
        keys: the families of the phrase.
        gist: the chance of each family of the section to be in a heading that readers would print.
        heaviest: the three greatest of them, in descending order.
        expected: families that such a heading has on average.
    """
    own = [gist.get(k, 0.0) for k in keys]
    total, most = sum(own), max(own)
    return {
        "gist_overlap": math.log(2 * total / (len(own) + expected) + 0.01),
        "gist_share": total / sum(heaviest),
        "gist_any": 1 - math.prod(1 - p for p in own),
        "gist_most": most / heaviest[0],
        "gist_log_most": math.log(most + 0.005),
        "gist_least": min(own),
        "gist_mean": total / len(own),
        "gist_sure": heaviest[0],
    }
