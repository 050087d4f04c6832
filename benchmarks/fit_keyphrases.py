"""Fits the weights of key phrase extraction and measures them on articles they were not fitted on.

    python benchmarks/fit_keyphrases.py --data keyphrases.jsonl [--other abstracts.jsonl] [--out weights.json]

Each line of the data is an article: {"title", "text", "keyphrases": [...]}, the phrases given by people. A logistic
model tells phrases that people gave from other candidates. Printed are F1@5 and F1@10 by ten-fold cross-validation over
articles (mean of three divisions), with all features, without YAKE, without the title, and with neither. Phrases are
equal when their words have the same stems. Texts of another kind (--other, in the same form) are never fitted on: their
figures, with a bootstrap error over texts, are those of the weights just fitted, beside YAKE's. Needs scikit-learn and
snowballstemmer; the package needs only the numbers.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import snowballstemmer
from sklearn.linear_model import LogisticRegression

from seoaudit.french.parse import parse_paragraphs
from seoaudit.french.words import find_words, without_elision
from seoaudit.keyphrases.display import shown_form
from seoaudit.keyphrases.document import read_document
from seoaudit.keyphrases.extraction import choose
from seoaudit.keyphrases.features import FEATURES, describe_all
from seoaudit.keyphrases.statistics import plain_yake, yake_scores

OUT = Path(__file__).resolve().parent.parent / "seoaudit" / "keyphrases" / "weights.json"
# Weights that are set, not fitted: no phrase stands on most of the articles. At -4 what is on every page of a site
# falls below phrases that only occur once. The logarithm of the share over these articles themselves was tried as a
# feature: its weight was .1, and F1 stayed the same.
CHOSEN = {"site_wide": -4.0}
STRENGTH = 0.03  # inverse of the regularisation
FOLDS, DIVISIONS = 10, 3
SAMPLES = 2000
_stemmer = snowballstemmer.stemmer("french")


@cache
def key(phrase: str) -> str:
    """What two spellings of a phrase share: the stems of its words."""
    words = (without_elision(w.text) for w in find_words(phrase.replace("’", "'")))
    return " ".join(_stemmer.stemWord(w.lower()) for w in words)


class Article:
    """The candidates of an article with their features, and which of them people gave."""

    def __init__(self, text: str, title: str, given: Sequence[str]) -> None:
        parses = parse_paragraphs([line for line in text.splitlines() if line.strip()])
        head = parse_paragraphs([title])[0] if title else None
        document = read_document(parses, head)
        self.candidates = document.candidates
        rows = describe_all(document, yake_scores(document.text)).values()
        self.x = np.array([[row[name] for name in FEATURES] for row in rows])
        self.gold = {key(p) for p in given}
        self.keys = {k: key(shown_form(c, document)) for k, c in self.candidates.items()}
        self.y = np.array([self.keys[k] in self.gold for k in self.candidates])

    def f1(self, scores: Any, top: int) -> float:
        """F1 of the phrases chosen by their scores."""
        ranked = dict(zip(self.candidates, scores.tolist(), strict=True))
        return f1([self.keys[k] for k in choose(self.candidates, ranked, 10)], self.gold, top)


def f1(found: Sequence[str], gold: set[str], top: int) -> float:
    """F1 of the first keys found, each counted once."""
    first = list(dict.fromkeys(found))[:top]
    return 2 * len(gold & set(first)) / (len(first) + len(gold))


def fit(articles: Sequence[Article], used: Any) -> tuple[Any, float]:
    """Return weights of the features (0 for those not used) and the intercept."""
    x, y = np.concatenate([a.x for a in articles]), np.concatenate([a.y for a in articles])
    mean, scale = x.mean(0), x.std(0) + 1e-9
    model = LogisticRegression(C=STRENGTH, max_iter=500).fit(((x - mean) / scale)[:, used], y)
    weights = np.zeros(len(FEATURES))
    weights[used] = model.coef_[0] / scale[used]
    return weights, float(model.intercept_[0] - weights @ mean)


def cross_validated(articles: Sequence[Article], without: Sequence[str] = ()) -> tuple[float, float]:
    """Return mean F1@5 and F1@10 on articles left out."""
    used = np.array([name not in without for name in FEATURES])
    scores: list[tuple[float, float]] = []
    for division in range(DIVISIONS):
        order = list(range(len(articles)))
        random.Random(division).shuffle(order)  # noqa: S311 -- the same division each time is what is wanted
        for fold in range(FOLDS):
            test = set(order[fold::FOLDS])
            weights, _ = fit([a for i, a in enumerate(articles) if i not in test], used)
            scores += [(articles[i].f1(articles[i].x @ weights, 5), articles[i].f1(articles[i].x @ weights, 10))
                       for i in sorted(test)]  # fmt: skip
    five, ten = np.mean(scores, axis=0)
    return round(float(five), 3), round(float(ten), 3)


def on_other(lines: Sequence[dict[str, Any]], weights: Any) -> dict[str, list[str]]:
    """Return F1@5 and F1@10 on texts not fitted on, with their errors, by title and method."""
    out = {}
    for name, titled in (("with_title", True), ("without_title", False)):
        articles = [Article(d["text"], d["title"] if titled else "", d["keyphrases"]) for d in lines]
        texts = [f"{d['title']}\n\n{d['text']}" if titled else d["text"] for d in lines]
        yake = [[key(k.text) for k in plain_yake(text, 10)] for text in texts]
        out[name] = [with_error([a.f1(a.x @ weights, top) for a in articles]) for top in (5, 10)]
        out[f"{name}_yake"] = [
            with_error([f1(y, a.gold, top) for a, y in zip(articles, yake, strict=True)]) for top in (5, 10)
        ]
    return out


def with_error(values: Sequence[float]) -> str:
    """Return a mean with its bootstrap error."""
    drawn = np.random.default_rng(0).choice(values, (SAMPLES, len(values))).mean(1)
    return f"{np.mean(values):.3f} ± {drawn.std():.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--other", type=Path, help="texts of another kind, to measure only")
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    lines = [json.loads(line) for line in args.data.read_text(encoding="utf-8").splitlines()]
    articles = [Article(d["text"], d["title"], d["keyphrases"]) for d in lines]
    untitled = [Article(d["text"], "", d["keyphrases"]) for d in lines]
    figures = {
        "all": cross_validated(articles),
        "without_yake": cross_validated(articles, ["yake"]),
        "without_title": cross_validated(untitled),
        "without_both": cross_validated(untitled, ["yake"]),
    }
    weights, intercept = fit(articles, np.full(len(FEATURES), True))
    named = {name: round(float(w), 2) for name, w in zip(FEATURES, weights, strict=True)}
    about = {
        "made_by": "benchmarks/fit_keyphrases.py",
        "data_sha256": hashlib.sha256(args.data.read_bytes()).hexdigest(),
        "articles": len(articles),
        "cross_validated_f1_at_5_and_10": figures,
    }
    out = {"about": about, "intercept": round(intercept, 2), **named, **CHOSEN}
    args.out.write_text(json.dumps(out, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(figures))
    if args.other:
        other = [json.loads(line) for line in args.other.read_text(encoding="utf-8").splitlines()]
        print(json.dumps(on_other(other, weights), ensure_ascii=False))


if __name__ == "__main__":
    main()
