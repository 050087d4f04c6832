"""What the choice of a heading looks at in a phrase: its place, its form, and how much of the section it stands for."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from seoaudit.structure.heading_forms import Form
from seoaudit.structure.heading_lexicon import word_list
from seoaudit.structure.heading_tree import Tree

# Stems an editor's heading has on average: the denominator of the overlap a candidate can expect.
EXPECTED_STEMS = 2.6
_DEMONSTRATIVES = frozenset({"ce", "cet", "cette", "ces"})
_ANNOUNCERS = frozenset({"voici", "voilà", "existe", "existent", "découvrir", "découvrez"})
_PURPOSE = frozenset({"pour", "afin", "de", "d'", "à", "comment"})
_ONE_HOT = (
    (
        "c_",
        "construction",
        ("noun_group", "coordination", "infinitive", "imperative", "indirect_question", "question", "role"),
    ),
    ("f_", "follows", ("end", "de", "pp", "relative", "participle", "infinitive", "list")),
    (
        "d_",
        "determiner",
        ("definite", "fused", "indefinite", "demonstrative", "possessive", "author", "number", "none"),
    ),
)


def expected_overlap(families: Sequence[str], chances: Mapping[str, float]) -> float:
    """Return the F1 of word overlap a heading of these families can expect."""
    return 2 * sum(chances.get(k, 0.0) for k in families) / (len(families) + EXPECTED_STEMS)


@dataclass(frozen=True, slots=True)
class View:
    """A section as its candidates are seen against it.

    Attributes:
        chances: chance of each family to be in the heading.
        best: the highest overlap any of its phrases can expect.
        words: how often each family occurs.
        phrases: how often each phrase occurs.
        sentences: the sentences, as (paragraph, sentence), each family occurs in.
        resumed: how often each family is taken up again with a demonstrative.
        size: number of sentences.
        paragraphs: number of paragraphs.
        spread: share of the article's sections each family occurs in.
    """

    chances: Mapping[str, float]
    best: float
    words: Mapping[str, int]
    phrases: Mapping[tuple[str, ...], int]
    sentences: Mapping[str, set[tuple[int, int]]]
    resumed: Mapping[str, int]
    size: int
    paragraphs: int
    spread: Mapping[str, float]


def view(
    section: Sequence[tuple[Tree, Sequence[Form]]], chances: Mapping[str, float], spread: Mapping[str, float]
) -> View:
    """Return the view of a section given as trees with their phrases."""
    words: Counter[str] = Counter()
    sentences: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    resumed: Counter[str] = Counter()
    size = 0
    for p, (tree, _) in enumerate(section):
        size += tree.tokens[-1].sentence + 1 if tree.tokens else 0
        for i, t in enumerate(tree.tokens):
            key = tree.keys[i]
            if key:
                words[key] += 1
                sentences[key].add((p, t.sentence))
                if i and tree.low[i - 1] in _DEMONSTRATIVES:
                    resumed[key] += 1
    phrases = Counter(f.families for _, forms in section for f in forms)
    best = max((expected_overlap(k, chances) for k in phrases), default=0.0)
    return View(chances, best, words, phrases, sentences, resumed, max(1, size), len(section), spread)


def describe(form: Form, tree: Tree, paragraph: int, seen: View) -> dict[str, float]:
    """Return the features of a phrase, each by name."""
    out: dict[str, float] = {}
    out.update(_subject(form, tree, seen))
    out.update(_place(form, tree, paragraph, seen))
    out.update(_shape(form, tree))
    whole = out["f_end"] * max(out["adjective"], 1 - out["no_complement"])
    out["likely_first"] = out["relative"] * out["first_sentence"]
    out["likely_whole"] = out["relative"] * whole
    out["first_whole"] = out["first_early"] * whole
    out["bare_likely"] = out["one_family"] * out["relative"]
    return out


def _subject(form: Form, tree: Tree, seen: View) -> dict[str, float]:
    """How much of the section the phrase stands for."""
    keys, n = form.families, len(form.families)
    chances = [seen.chances.get(k, 0.0) for k in keys]
    overlap = expected_overlap(keys, seen.chances)
    head = tree.keys[form.head]
    head_chance = seen.chances.get(head, 0.0)
    counts = [seen.words.get(k, 1) for k in keys]
    where = [seen.sentences.get(k, set()) for k in keys]
    reach = len(set().union(*where)) / seen.size
    together = len(set.intersection(*where)) / seen.size if where else 0.0
    return {
        "overlap": overlap,
        "log_overlap": math.log(overlap + 0.01),
        "relative": overlap / (seen.best + 1e-6),
        "mean_chance": sum(chances) / n,
        "least_chance": min(chances),
        "head_chance": head_chance,
        "log_head_chance": math.log(head_chance + 0.005),
        "recurring": sum(c > 1 for c in counts) / n,
        "head_count": math.log1p(seen.words.get(head, 1)),
        "least_count": math.log1p(min(counts)),
        "phrase_count": math.log1p(seen.phrases.get(keys, 1)),
        "reach": reach,
        "together": together,
        "resumed": float(seen.resumed.get(head, 0) > 0),
        "spread": sum(seen.spread.get(k, 0.0) for k in keys) / n,
        "head_spread": seen.spread.get(head, 0.0),
    }


def _place(form: Form, tree: Tree, paragraph: int, seen: View) -> dict[str, float]:
    """Where the phrase stands in the section and in its sentence."""
    tokens, low = tree.tokens, tree.low
    head = tokens[form.head]
    sentence, dep = head.sentence, head.dep.partition(":")[0]
    start = tree.starts[sentence]
    length = (tree.starts[sentence + 1] if sentence + 1 < len(tree.starts) else len(tokens)) - start
    first = paragraph == 0 and sentence == 0
    before = low[form.first - 1] if form.first else ""
    governor = tokens[head.head]
    inside = form.first - start
    verbal = form.construction in {"infinitive", "imperative", "indirect_question"}
    return {
        "first_sentence": float(first),
        "first_paragraph": float(paragraph == 0),
        "topic_sentence": float(sentence == 0),
        "late": math.log1p(paragraph),
        "place": math.log1p(inside),
        "first_early": float(first and inside < 12),
        "only_paragraph": float(seen.paragraphs == 1),
        "opening_subject": float(first and dep == "nsubj" and inside < 4),
        "first_object": float(first and dep == "obj" and governor.dep == "ROOT"),
        "topic_subject": float(sentence == 0 and dep == "nsubj"),
        "announced": float(before in _ANNOUNCERS or (form.first > 1 and low[form.first - 2] in _ANNOUNCERS)),
        "verbal_first": float(verbal and first),
        "verbal_topic": float(verbal and sentence == 0),
        "verbal_purpose": float(verbal and before in _PURPOSE),
        "subject": float(dep == "nsubj"),
        "object": float(dep == "obj"),
        "oblique": float(dep == "obl"),
        "nmod": float(dep == "nmod"),
        "root": float(dep == "ROOT"),
        "conj": float(dep == "conj"),
        "appos": float(dep == "appos"),
        "after_de": float(before in {"de", "d'", "du", "des"}),
        "after_preposition": float(form.first > 0 and tokens[form.first - 1].pos == "ADP"),
        "after_coordinator": float(form.first > 0 and tokens[form.first - 1].pos == "CCONJ"),
        "in_list": float(before == "," or form.follows == "list"),
        "quoted": float(tree.quoted[form.head]),
        "label": float(inside == 0 and form.end < len(tokens) and low[form.end] == ":"),
        "short_sentence": float(length < 12),
        "share_of_sentence": (form.end - form.first) / max(1, length),
    }


def _shape(form: Form, tree: Tree) -> dict[str, float]:
    """What kind of phrase it is."""
    tokens = tree.tokens
    head = tokens[form.head]
    words = len(form.text.split())
    generic = head.lemma in word_list("generic_nouns")
    out = {
        **{f"words_{n}": float(words == n) for n in (2, 3, 4, 5, 6)},
        "words_7": float(words >= 7),
        "families": float(len(form.families)),
        "one_family": float(len(form.families) == 1),
        "complements": float(form.complements),
        "no_complement": float(form.complements == 0),
        "generic": float(generic),
        "generic_cut": float(generic and form.follows != "end"),
        "name": float(tree.name(form.head)),
        "entity": float(bool(head.entity)),
        "digits": float(any(c.isdigit() for c in form.text)),
        "adjective": float(any(t.pos == "ADJ" for t in tokens[form.head : min(form.end, form.head + 3)])),
        "deverbal": float(tree.low[form.head].rstrip("s").endswith(("tion", "sion", "age", "ment", "ance"))),
    }
    for prefix, attribute, values in _ONE_HOT:
        value = getattr(form, attribute)
        out.update((prefix + v, float(value == v)) for v in values)
    return out
