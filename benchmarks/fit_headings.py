"""Fits the weights of the heading proposals: what a section is about, and which phrase a reader would keep.

    python benchmarks/fit_headings.py --data sections.jsonl [--out FILE]

The subject model learns from the headings human editors gave (one article a line: id, source, title, paragraphs,
boundaries, headings), the gist from the best headings that readers could write with a section's own words, the choice
from readers' grades of phrases; the last two are kept beside this file, without the words. All are judged on sources
they were not fitted on, and the choice is fitted on what the others say of sources left out. Half of the articles are
seen without their title. Needs scikit-learn and snowballstemmer; the package itself needs only the numbers written.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from heading_data import Article, Grades, digest, gist_rows, read, read_grades, rows_of, subject_rows
from sklearn.decomposition import PCA
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from seoaudit.structure.heading_choice import WEIGHT_OF_OVERLAP
from seoaudit.structure.heading_description import Phrases, describe_article
from seoaudit.structure.heading_features import expected_overlap
from seoaudit.structure.heading_forms import forms
from seoaudit.structure.heading_lexicon import content_words, families_of, fold
from seoaudit.structure.heading_meaning import read_meanings
from seoaudit.structure.heading_section import read_sections
from seoaudit.structure.heading_trees import DECIMALS

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "seoaudit" / "structure" / "heading_weights.json"
STRENGTH = 0.03  # inverse of the regularisation of the subject and the gist
BOOSTING = {
    "max_iter": 500, "max_depth": 8, "learning_rate": 0.04, "max_leaf_nodes": 31, "min_samples_leaf": 40,
    "l2_regularization": 10.0, "max_features": 0.3, "random_state": 0,
}  # fmt: skip
AXES = {"head": 24, "phrase": 12}  # axes of meaning kept
# Share of the sections that keep a proposal. Of those at the margin readers would print two in five after a small
# change, and call no more of them wrong than of the others.
COVERAGE = 0.95


def leave_source_out(sources: Any, fit: Callable[[Any], Callable[[Any], Any]]) -> Any:
    """Predictions for each source from the others."""
    out = np.zeros(len(sources))
    for source in sorted(set(sources)):
        test = sources == source
        out[test] = fit(~test)(test)
    return out


def fit_words(x: Any, y: Any, sources: Any) -> tuple[dict[str, Any], dict[str, Any], dict[str, dict[str, Any]]]:
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


def axes_of_meaning(parts: Sequence[Any]) -> dict[str, list[list[float]]]:
    """The axes along which the heads and the phrases of the data differ most."""
    heads, phrases = [], []
    for own in parts:
        sections = read_sections(own)
        meanings = read_meanings(sections)
        for section in sections:
            for tree, found in section.parts:
                for f in found:
                    heads.append(meanings.vector(tree.tokens[f.head].text))
                    phrases.append(
                        meanings.direction([tree.tokens[i].text for i in range(f.first, f.end) if tree.keys[i]])
                    )
    fitted = {"head": np.array(heads), "phrase": np.array(phrases)}
    return {
        name: PCA(n, svd_solver="full").fit(fitted[name]).components_.round(DECIMALS).tolist()
        for name, n in AXES.items()
    }


def boosted(x: Any, y: Any) -> Any:
    return HistGradientBoostingRegressor(**BOOSTING).fit(x.round(DECIMALS), y)


def laid_out(model: Any) -> dict[str, Any]:
    """The trees of a fitted model end to end, as `heading_trees` reads them; grades 0 to 3 become scores 0 to 1."""
    columns: dict[str, list[Any]] = {k: [] for k in ("feature", "threshold", "left", "value")}
    roots, depth = [], 0
    for (tree,) in model._predictors:
        depth = max(depth, int(tree.nodes["depth"].max()))
        roots.append(len(columns["left"]))
        order = [0]  # the two children of a node side by side
        for n in order:
            node, place = tree.nodes[n], roots[-1] + len(order)
            leaf = bool(node["is_leaf"])
            if not leaf:
                order += [int(node["left"]), int(node["right"])]
            columns["feature"].append(0 if leaf else int(node["feature_idx"]))
            # Between two rounded values: either side of it is a whole step away.
            columns["threshold"].append(0 if leaf else round(float(node["num_threshold"]), DECIMALS + 1))
            columns["left"].append(len(columns["left"]) if leaf else place)
            columns["value"].append(round(float(node["value"]) / 3, 6) if leaf else 0)
    return {"base": round(float(model._baseline_prediction.item()) / 3, 6), "depth": depth, "roots": roots, **columns}


@dataclass(frozen=True, slots=True)
class Table:
    """The phrases of all sections, a row each: features, section, source, grade (nan where none), whether vague.

    `overlap` is what each can expect to share with an editor's heading.
    """

    rows: Any
    section: Any
    source: Any
    grade: Any
    vague: Any
    overlap: Any
    names: tuple[str, ...]


def tabulate(articles: Sequence[Article], described: Sequence[list[Phrases]], grades: Grades) -> Table:
    rows, section, source, grade, vague, overlap = [], [], [], [], [], []
    number = 0
    for article, own in zip(articles, described, strict=True):
        for s, phrases in enumerate(own):
            seen = grades.get((article.id, s), {})
            if phrases.forms:
                rows.append(phrases.rows)
            for form in phrases.forms:
                section.append(number)
                source.append(article.source)
                grade.append(seen.get(digest(fold(form.text)), np.nan))
                vague.append(form.vague)
                overlap.append(expected_overlap(form.families, phrases.subject))
            number += 1
    names = next(phrases.names for own in described for phrases in own if phrases.forms)
    columns = (np.array(column) for column in (section, source, grade, vague, overlap))
    return Table(np.concatenate(rows), *columns, names)


def fit_choice(table: Table) -> tuple[dict[str, Any], dict[str, Any]]:
    seen = ~np.isnan(table.grade)
    predicted = np.zeros(len(table.grade))
    for source in sorted(set(table.source)):
        train, test = seen & (table.source != source), table.source == source
        predicted[test] = boosted(table.rows[train], table.grade[train]).predict(table.rows[test].round(DECIMALS)) / 3
    predicted += WEIGHT_OF_OVERLAP * table.overlap
    best: dict[int, float] = {}
    for section, p, vague in zip(table.section, predicted, table.vague, strict=True):
        best[section] = max(best.get(section, -1.0), -1.0 if vague else p)
    least = round(float(np.quantile(sorted(best.values()), 1 - COVERAGE)), 3)
    model = boosted(table.rows[seen], table.grade[seen])
    return {"least": least, "features": table.names, **laid_out(model)}, {
        "phrases_graded": int(seen.sum()),
        **reading(table, predicted),
    }


def reading(table: Table, predicted: Any) -> dict[str, Any]:
    """Grades of the phrase put first among those graded in a section, by a model that has not seen its source."""
    first: dict[int, tuple[float, float]] = {}
    for s, p, g, vague in zip(table.section, predicted, table.grade, table.vague, strict=True):
        if not np.isnan(g) and not vague:
            first[s] = max(first.get(s, (-9.0, 0.0)), (float(p), float(g)))
    kept = sorted(first.values(), reverse=True)[: round(len(first) * COVERAGE)]
    top = np.array([g for _, g in kept])
    shares = {"3": top >= 2.5, "2_or_3": top >= 1.5, "0": top < 0.5}
    seen = ~np.isnan(table.grade)
    return {
        "sections_graded": len(first),
        "correlation": round(float(np.corrcoef(predicted[seen], table.grade[seen])[0, 1]), 3),
        "first_of_graded": {k: round(float(v.mean()), 3) for k, v in shares.items()},
    }


def stacked(articles: Sequence[Article], pairs: Iterable[tuple[Any, Any]]) -> tuple[Any, Any, Any]:
    kept = [(article.source, x, y) for article, (x, y) in zip(articles, pairs, strict=True) if len(y)]
    sources = np.concatenate([np.full(len(y), s) for s, _, y in kept])
    return np.concatenate([x for _, x, _ in kept]), np.concatenate([y for _, _, y in kept]), sources


def write(path: Path, weights: dict[str, Any]) -> None:
    """One line for each list, so that a change can be read."""
    lines = [
        f'"{name}": '
        + (
            "{\n " + ",\n ".join(f'"{k}": {json.dumps(v)}' for k, v in value.items()) + "}"
            if isinstance(value, dict)
            else json.dumps(value)
        )
        for name, value in weights.items()
    ]
    path.write_text("{" + ",\n".join(lines) + "}\n", encoding="utf-8")


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", type=Path, required=True)
    ap.add_argument("--grades", type=Path, default=HERE / "heading_grades.tsv")
    ap.add_argument("--gist", type=Path, default=HERE / "heading_gist.tsv")
    ap.add_argument("--out", type=Path, default=OUT)
    a = ap.parse_args()
    articles = read(a.data)
    parts = [[[forms(p) for p in section] for section in article.sections] for article in articles]
    trees = [[[t for t, _ in part] for part in own] for own in parts]
    grades, named = read_grades(a.grades), {place: set(found) for place, found in rows_of(a.gist)}
    both = zip(articles, trees, strict=True)
    subject, subject_figures, without = fit_words(*stacked(articles, (subject_rows(x, own) for x, own in both)))
    pairs = (gist_rows(x, own, named, grades) for x, own in zip(articles, parts, strict=True))
    gist, gist_figures, gist_without = fit_words(*stacked(articles, pairs))
    axes = axes_of_meaning(parts)
    described = [
        describe_article(
            own,
            {"subject": without.get(x.source, subject), "gist": gist_without.get(x.source, gist), "axes": axes},
            title=families_of(x.title),
            title_words=content_words(x.title),
        )
        for x, own in zip(articles, parts, strict=True)
    ]
    choice, choice_figures = fit_choice(tabulate(articles, described, grades))
    figures = {"subject": subject_figures, "gist": gist_figures, "choice": choice_figures}
    weights = {
        "made_by": "benchmarks/fit_headings.py",
        "data_sha256": hashlib.sha256(a.data.read_bytes()).hexdigest(),
        "cross_validated_by_source": figures,
        "subject": subject,
        "gist": gist,
        "axes": axes,
        "choice": choice,
    }
    write(a.out, weights)
    print(json.dumps(figures, indent=1), "least score", choice["least"])


if __name__ == "__main__":
    main()
