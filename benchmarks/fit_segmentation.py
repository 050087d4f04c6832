"""Fits seoaudit/structure/segmentation_weights.json and prints its figures, in sample and leave-source-out.

    python benchmarks/fit_segmentation.py sections.jsonl [--joined sections_choi.jsonl] [--cache DIR] [--write]

Each line of a file is an article: {"id", "source", "paragraphs": [...], "boundaries": [first paragraph of each
section]}. Texts that join several subjects are made from these articles as in Choi 2000 ("Advances in domain
independent linear text segmentation"): 4 to 9 runs of 1 to 4 paragraphs, each from one section of another article; the
sources are dealt into three lots and no text mixes lots, so that a lot can be left out. Leave-source-out: the sections
of a source are predicted by weights fitted without that source, and without joined texts of its lot.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import random
from itertools import pairwise
from pathlib import Path

import numpy as np
from segmentation_figures import Figures, figures_of, reliability
from semi_markov import Example, fit

from seoaudit.french.parse import Parsed, parse_paragraphs
from seoaudit.structure import seg_model
from seoaudit.structure.seg_decode import cheapest
from seoaudit.structure.seg_features import CONCENTRATION, Evidence, evidence_of
from seoaudit.structure.seg_kind import kind_features
from seoaudit.structure.seg_model import Model, Scored, Weights, score
from seoaudit.structure.seg_posterior import break_chances
from seoaudit.structure.seg_risk import division_costs
from seoaudit.structure.seg_rules import allowed_starts

LOTS, JOINED_A_LOT, SEED = 3, 300, 17
PENALTY = 30.0
KIND_PENALTY = 3.0
# Joined texts that an article stands beside: of the texts divided in earnest, most are on one subject.
JOINED_AN_ARTICLE = 0.3


class Article:
    """An article with its features."""

    def __init__(self, parses: list[Parsed], gold: list[int], source: str, lot: int, *, joined: bool) -> None:
        self.evidence: Evidence = evidence_of(parses)
        self.allowed = np.array(allowed_starts(parses))
        self.gold, self.source, self.lot, self.joined = gold, source, lot, joined
        e = self.evidence
        self.kind = kind_features(e.counts, e.cohesion, CONCENTRATION)
        self.example = Example(
            np.stack(list(e.gaps.values()), axis=-1),
            np.stack(list(e.sections.values()), axis=-1),
            e.possible,
            self.allowed,
            gold,
        )

    def scored(self, model: Model) -> Scored:
        return score(self.evidence, self.allowed, model)


def read(path: Path, cache: Path | None) -> list[tuple[dict, list[Parsed]]]:
    """The articles of a file with their parses, kept in `cache` if given."""
    kept = cache / f"{hashlib.sha256(path.read_bytes()).hexdigest()[:16]}.pickle" if cache else None
    if kept and kept.exists():
        return pickle.loads(kept.read_bytes())  # noqa: S301  written by this script
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    out = [(row, parse_paragraphs(row["paragraphs"])) for row in rows]
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(out))
    return out


def lots_of(sources: list[str]) -> dict[str, int]:
    """Deal the sources into lots of about as many articles, largest source first."""
    lots, loads = {}, [0] * LOTS
    for source in sorted(set(sources), key=lambda s: (-sources.count(s), s)):
        lots[source] = int(np.argmin(loads))
        loads[lots[source]] += sources.count(source)
    return lots


def join(rows: list[tuple[dict, list[Parsed]]], lot: int) -> list[Article]:
    """Joined texts made from the articles of one lot."""
    rng = random.Random(SEED + lot)  # noqa: S311  no secret
    out = []
    for _ in range(JOINED_A_LOT):
        parses: list[Parsed] = []
        starts = []
        for row, own in rng.sample(rows, rng.randint(4, 9)):
            bounds = [0, *(b for b in row["boundaries"] if b), len(own)]
            wanted = rng.randint(1, 4)
            sections = list(pairwise(bounds))
            enough = [s for s in sections if s[1] - s[0] >= wanted] or [max(sections, key=lambda s: s[1] - s[0])]
            a, b = rng.choice(enough)
            length = min(wanted, b - a)
            first = rng.randint(a, b - length)
            starts.append(len(parses))
            parses += own[first : first + length]
        out.append(Article(parses, starts[1:], "joined", lot, joined=True))
    return out


def fit_kind(articles: list[Article]) -> dict[str, float]:
    """Logistic regression of "joined" on the features of the kind of text, by Newton's method.

    However many joined texts were made, they count together for JOINED_AN_ARTICLE of the articles.
    """
    names = list(articles[0].kind)
    x = np.array([[a.kind[n] for n in names] for a in articles])
    y = np.array([float(a.joined) for a in articles])
    counted = np.where(y > 0, JOINED_AN_ARTICLE * (1 - y).sum() / y.sum(), 1.0)
    mean, spread = x.mean(axis=0), x.std(axis=0)
    mean[0], spread[0] = 0, 1
    z = (x - mean) / spread
    weights = np.zeros(len(names))
    for _ in range(40):
        p = 1 / (1 + np.exp(-np.clip(z @ weights, -30, 30)))
        curve = (z.T * (counted * p * (1 - p) + 1e-9)) @ z + KIND_PENALTY * np.eye(len(names))
        weights += np.linalg.solve(curve, z.T @ (counted * (y - p)) - KIND_PENALTY * weights)
    weights /= spread
    weights[0] -= float(mean @ weights)
    return dict(zip(names, weights.tolist(), strict=True))


def fit_model(articles: list[Article], joined: list[Article]) -> Model:
    def weights(examples: list[Article]) -> Weights:
        gaps, sections = fit([a.example for a in examples], PENALTY)
        names = examples[0].evidence
        return Weights(
            {n: rounded(w) for n, w in zip(names.gaps, gaps, strict=True)},
            {n: rounded(w) for n, w in zip(names.sections, sections, strict=True)},
        )

    kind = {n: rounded(w) for n, w in fit_kind(articles + joined).items()}
    return Model(weights(articles), weights(joined), kind)


def rounded(value: float) -> float:
    return float(f"{value:.4g}")


def predict(article: Article, model: Model) -> tuple[list[int], np.ndarray]:
    """The predicted breaks, and the chance of a break before each unit."""
    chances = article.scored(model).chances()
    return cheapest(division_costs(chances, article.allowed))[1:], break_chances(chances)


def show(name: str, articles: list[Article], found: list[tuple[list[int], np.ndarray]]) -> Figures:
    figures = figures_of([(len(a.allowed), a.gold, f[0]) for a, f in zip(articles, found, strict=True)])
    print(f"{name:42}", "  ".join(f"{k} {v:.3f}" for k, v in figures.items()), flush=True)
    return figures


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("data", type=Path)
    ap.add_argument("--joined", type=Path, help="joined texts to measure on; they are not fitted to")
    ap.add_argument("--cache", type=Path, help="folder for the parses")
    ap.add_argument("--write", action="store_true", help="write the weights")
    a = ap.parse_args()
    rows = [(row, parses) for row, parses in read(a.data, a.cache) if len(parses) > 1]
    lots = lots_of([row["source"] for row, _ in rows])
    articles = [
        Article(p, [b for b in r["boundaries"] if 0 < b < len(p)], r["source"], lots[r["source"]], joined=False)
        for r, p in rows
    ]
    joined = [text for lot in range(LOTS) for text in join([x for x in rows if lots[x[0]["source"]] == lot], lot)]

    held: dict[int, tuple[list[int], np.ndarray]] = {}
    for source, lot in sorted(lots.items()):
        model = fit_model([x for x in articles if x.source != source], [x for x in joined if x.lot != lot])
        own = [x for x in articles if x.source == source]
        held |= {id(x): predict(x, model) for x in own}
        show(f"  without {source} ({len(own)})", own, [held[id(x)] for x in own])
    for lot in range(LOTS):
        model = fit_model([x for x in articles if x.lot != lot], [x for x in joined if x.lot != lot])
        held |= {id(x): predict(x, model) for x in joined if x.lot == lot}
    unseen = show("articles, leave-source-out", articles, [held[id(x)] for x in articles])
    unseen_joined = show("joined texts, leave-lot-out", joined, [held[id(x)] for x in joined])
    print("chance of a break: predicted and true, leave-source-out")
    for low, count, mean, true in reliability([(x.gold, held[id(x)][1]) for x in articles]):
        print(f"  from {low:.1f}: {count:5} gaps, predicted {mean:.3f}, true {true:.3f}")

    model = fit_model(articles, joined)
    seen = show("articles, in sample", articles, [predict(x, model) for x in articles])
    show("joined texts, in sample", joined, [predict(x, model) for x in joined])
    if a.joined:
        texts = [
            Article(p, [b for b in r["boundaries"] if 0 < b < len(p)], "choi", 0, joined=True)
            for r, p in read(a.joined, a.cache)
        ]
        show("joined texts of the file", texts, [predict(x, model) for x in texts])
    if a.write:
        about = {
            "about": "Weights of the model of sections, in nats; fitted by benchmarks/fit_segmentation.py.",
            "data_sha256": hashlib.sha256(a.data.read_bytes()).hexdigest(),
            "articles": len(articles),
            "figures": {
                "leave-source-out": {k: round(v, 3) for k, v in unseen.items()},
                "joined texts, leave-lot-out": {k: round(v, 3) for k, v in unseen_joined.items()},
                "in sample": {k: round(v, 3) for k, v in seen.items()},
            },
        }
        weights = {
            "kind": model.kind,
            "article": {"gaps": model.article.gaps, "sections": model.article.sections},
            "joined": {"gaps": model.joined.gaps, "sections": model.joined.sections},
        }
        path = Path(seg_model.__file__).parent / "segmentation_weights.json"
        path.write_text(json.dumps({**about, **weights}, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        print(f"written: {path.name}")


if __name__ == "__main__":
    main()
