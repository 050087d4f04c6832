"""Fits the weights of the heading proposals: what a section is about, and which phrase a reader would keep.

    python benchmarks/fit_headings.py --data sections.jsonl [--grades benchmarks/heading_grades.tsv] [--out FILE]

The subject model learns from the headings human editors gave (one article a line: id, source, paragraphs, boundaries,
headings). The choice learns from a reader’s grades of phrases, kept without the phrases. Both are judged on sources
they were not fitted on. Needs scikit-learn and snowballstemmer; the package itself needs only the numbers written.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import snowballstemmer
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import roc_auc_score

from seoaudit.french.parse import Parsed, parse_paragraphs
from seoaudit.french.words import find_words, without_elision
from seoaudit.structure import heading_features, heading_subject
from seoaudit.structure.heading_features import describe, spread, view
from seoaudit.structure.heading_forms import forms
from seoaudit.structure.heading_lexicon import fold, word_list
from seoaudit.structure.heading_tree import Tree

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "seoaudit" / "structure" / "heading_weights.json"
STRENGTH = 0.03  # inverse of the subject model's regularisation
RIDGE = 600.0
# Share of the sections that keep a proposal: the least sure tenth is left to the editor.
COVERAGE = 0.90
_stemmer = snowballstemmer.stemmer("french")


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the data: its parsed sections and the human heading of each ("" where there is none)."""

    id: str
    source: str
    sections: list[list[Parsed]]
    headings: list[str]


def read(path: Path) -> list[Article]:
    out = []
    for line in path.open(encoding="utf-8"):
        d = json.loads(line)
        starts = sorted({0, *d["boundaries"]})
        parsed = parse_paragraphs(d["paragraphs"])
        human = {h["first_paragraph"]: h["text"] for h in d["headings"] if h["level"] == 2}
        sections = [parsed[a:b] for a, b in zip(starts, [*starts[1:], len(parsed)], strict=True)]
        out.append(Article(str(d["id"]), d["source"], sections, [human.get(s, "") for s in starts]))
    return out


@cache
def stem(word: str) -> str:
    return fold(_stemmer.stemWord(word.lower()))


def stems(text: str) -> set[str]:
    hosts = (without_elision(w.text.replace("’", "'")) for w in find_words(text) if w.kind == "form")
    return {stem(w) for w in hosts if len(w) > 1 and w.lower() not in word_list("function_words")}


def subject_rows(article: Article, trees: list[list[Tree]]) -> tuple[Any, Any]:
    """Features of every family in a titled section, and whether the human heading has it."""
    rows, hits = [], []
    for section, (keys, matrix), heading in zip(trees, heading_subject.features(trees), article.headings, strict=True):
        gold = stems(heading)
        if not gold:
            continue
        named = {k for t in section for k, x in zip(t.keys, t.tokens, strict=True) if k and stems(x.text) & gold}
        rows.append(matrix)
        hits.append(np.array([k in named for k in keys]))
    return (np.concatenate(rows), np.concatenate(hits)) if rows else (np.zeros((0, 0)), np.zeros(0))


def leave_source_out(sources: Any, fit: Callable[[Any], Callable[[Any], Any]]) -> Any:
    """Predictions for each source from the others."""
    out = np.zeros(len(sources))
    for source in sorted(set(sources)):
        test = sources == source
        out[test] = fit(~test)(test)
    return out


def fit_subject(x: Any, y: Any, sources: Any) -> tuple[dict[str, Any], dict[str, Any], dict[str, dict[str, Any]]]:
    """Weights on all sources, their figures, and weights without each source."""
    mean, scale = x.mean(0), x.std(0) + 1e-9
    z = (x - mean) / scale
    # No source counts for more than the root of its size: houses differ.
    size = {s: float((sources == s).sum()) ** -0.5 for s in set(sources)}
    weight = np.array([size[s] for s in sources])
    weight /= weight.mean()

    def model(train: Any) -> Any:
        return LogisticRegression(C=STRENGTH, max_iter=400).fit(z[train], y[train], sample_weight=weight[train])

    def numbers(m: Any) -> dict[str, Any]:
        return {
            "features": list(heading_subject.FEATURES),
            "mean": mean.round(4).tolist(),
            "scale": scale.round(4).tolist(),
            "coefficients": m.coef_[0].round(4).tolist(),
            "intercept": round(float(m.intercept_[0]), 4),
        }

    without = {s: model(sources != s) for s in sorted(set(sources))}
    p = leave_source_out(sources, lambda _: lambda test: without_of(without, sources[test])(z[test]))
    figures = {"families": len(y), "in_heading": round(float(y.mean()), 4), "auc": round(float(roc_auc_score(y, p)), 3)}
    return numbers(model(np.ones(len(y), bool))), figures, {s: numbers(m) for s, m in without.items()}


def without_of(models: dict[str, Any], sources: Any) -> Callable[[Any], Any]:
    return lambda rows: models[sources[0]].predict_proba(rows)[:, 1]


@dataclass(frozen=True, slots=True)
class Described:
    """A phrase: its features, whether it may come first, its section and its grade if a reader gave one."""

    features: list[float]
    vague: bool
    section: tuple[str, int]
    source: str
    grade: float | None


def described(
    article: Article, parts: Sequence[Any], subject: dict[str, Any], grades: dict[tuple[str, int, str], float]
) -> list[Described]:
    out = []
    likely = heading_subject.chances([[t for t, _ in part] for part in parts], {"subject": subject})
    elsewhere = spread(parts)
    for s, (part, chances) in enumerate(zip(parts, likely, strict=True)):
        seen, done = view(part, chances, elsewhere), set()
        for p, (tree, found) in enumerate(part):
            for form in found:
                key = fold(form.text)
                if key in done:
                    continue
                done.add(key)
                digest = hashlib.sha256(key.replace("\u00a0", " ").encode()).hexdigest()[:12]
                values = describe(form, tree, p, seen)
                row = [values[name] for name in heading_features.FEATURES]
                out.append(
                    Described(row, form.vague, (article.id, s), article.source, grades.get((article.id, s, digest)))
                )
    return out


def read_grades(path: Path) -> dict[tuple[str, int, str], float]:
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {(a, int(s), h): float(g) for a, s, h, g in rows}


def fit_choice(phrases: list[Described]) -> tuple[dict[str, Any], dict[str, Any]]:
    graded = [d for d in phrases if d.grade is not None]
    x = np.array([d.features for d in graded])
    y = np.array([d.grade for d in graded], dtype=float)
    sources = np.array([d.source for d in graded])
    mean, scale = x.mean(0), x.std(0) + 1e-6
    z = (x - mean) / scale
    p = leave_source_out(
        sources, lambda train: lambda test: Ridge(alpha=RIDGE).fit(z[train], y[train]).predict(z[test])
    )
    model = Ridge(alpha=RIDGE).fit(z, y)
    coefficients = model.coef_ / scale / 3  # grades 0 to 3 become scores 0 to 1
    intercept = float(model.intercept_ - (model.coef_ * mean / scale).sum()) / 3
    best: dict[tuple[str, int], float] = defaultdict(lambda: -1.0)
    for d in phrases:
        score = intercept + float(np.dot(coefficients, d.features))
        best[d.section] = max(best[d.section], -1.0 if d.vague else score)
    named = dict(zip(heading_features.FEATURES, coefficients.round(5).tolist(), strict=True))
    threshold = round(float(np.quantile(sorted(best.values()), 1 - COVERAGE)), 3)
    weights = {"intercept": round(intercept, 5), "threshold": threshold, "coefficients": named}
    return weights, {"phrases_graded": len(y), **reading(graded, p)}


def reading(graded: list[Described], predicted: Any) -> dict[str, Any]:
    """Grades of the phrase put first among those graded in a section, by a model that has not seen its source."""
    first: dict[tuple[str, int], tuple[float, float]] = {}
    for d, p in zip(graded, predicted, strict=True):
        if d.grade is not None:
            first[d.section] = max(first.get(d.section, (-9.0, 0.0)), (float(p), d.grade))
    kept = sorted(first.values(), reverse=True)[: round(len(first) * COVERAGE)]
    top = np.array([g for _, g in kept])
    shares = {"3": top >= 2.5, "2_or_3": top >= 1.5, "0": top < 0.5}
    truth = [d.grade for d in graded]
    return {
        "sections_graded": len(first),
        "correlation": round(float(np.corrcoef(predicted, np.array(truth, dtype=float))[0, 1]), 3),
        "first_of_graded": {k: round(float(v.mean()), 3) for k, v in shares.items()},
    }


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", type=Path, required=True)
    ap.add_argument("--grades", type=Path, default=HERE / "heading_grades.tsv")
    ap.add_argument("--out", type=Path, default=OUT)
    a = ap.parse_args()
    articles = read(a.data)
    parts = [[[forms(p) for p in section] for section in article.sections] for article in articles]
    trees = [[[t for t, _ in part] for part in own] for own in parts]
    rows = [subject_rows(article, own) for article, own in zip(articles, trees, strict=True)]
    kept = [(article.source, x, y) for article, (x, y) in zip(articles, rows, strict=True) if len(y)]
    sources = np.concatenate([np.full(len(y), s) for s, _, y in kept])
    x, y = np.concatenate([x for _, x, _ in kept]), np.concatenate([y for _, _, y in kept])
    subject, subject_figures, without = fit_subject(x, y, sources)
    grades = read_grades(a.grades)
    phrases = [
        d
        for article, own in zip(articles, parts, strict=True)
        for d in described(article, own, without.get(article.source, subject), grades)
    ]
    choice, choice_figures = fit_choice(phrases)
    weights = {
        "made_by": "benchmarks/fit_headings.py",
        "data_sha256": hashlib.sha256(a.data.read_bytes()).hexdigest(),
        "cross_validated_by_source": {"subject": subject_figures, "choice": choice_figures},
        "subject": subject,
        "choice": choice,
    }
    a.out.write_text(json.dumps(weights, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(weights["cross_validated_by_source"], indent=1), "threshold", choice["threshold"])


if __name__ == "__main__":
    main()
