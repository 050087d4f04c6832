"""Each kind of rule finds what it is told to find, at its place, and nothing on the other side."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

import seoaudit
from seoaudit.cli import app
from seoaudit.keyphrases.corpus.norms import Norm
from tests.filler import filler

TEXTS = {
    "name": "essai",
    "evidence": "editorial",
    "source": {"fr": "Charte.", "en": "Style guide."},
    "why": {"fr": "Pour voir.", "en": "To see."},
    "message": {"fr": "{value:fois|fois}.", "en": "{value:time|times}."},
    "advice": {"fr": "Corrigez.", "en": "Mend it."},
    "examples": {"pass": [{"text": "Rien."}], "fail": [{"text": "Tout."}]},
}


def write(folder: Path, *rules: dict[str, Any]) -> str:
    entries = [{"id": f"ESS{n:03}", **TEXTS, **rule} for n, rule in enumerate(rules, 1)]
    (folder / "essai.yaml").write_text(yaml.safe_dump(entries, allow_unicode=True), encoding="utf-8")
    return str(folder)


def audit(folder: Path, rule: dict[str, Any], text: str, **settings: Any) -> tuple[Any, list[str]]:
    """Return the rule's points, and what stands at each place of its finding."""
    rules = write(folder, rule)
    report = seoaudit.audit(text, settings={"rules": [rules], **settings}, source_format="markdown")
    points = next(p for p in report.points if p.rule == "ESS001")
    spans = [s for f in report.findings if f.rule == "ESS001" for s in f.spans]
    return points, [text[s.start : s.end] for s in spans]


@pytest.mark.parametrize(
    ("rule", "text", "found"),
    [
        ({"words": ["au niveau de"]}, "Au niveau\u00a0de la région, rien au niveau des prix.", ["Au niveau\u00a0de"]),
        ({"words": ["l'été"]}, "L’été revient ; l’étés non.", ["L’été"]),
        ({"words": ["État"], "ignore_case": False}, "Un état, l’État.", ["État"]),
        ({"patterns": [r"\bimpact\w*\b"]}, "Il impacte, impacté ; un pimpact.", ["impacte", "impacté"]),
        ({"patterns": [r"!{2,}"]}, "Venez !! Vite !", ["!!"]),
        ({"patterns": [r"\bimpact\w*"], "except": ["impacts"]}, "Les impacts, il impacte.", ["impacte"]),
        ({"words": ["vite"], "quotations": False}, "« Vite », dit-il, puis vite il part.", ["vite"]),
        ({"words": ["vite"]}, "Il tape `vite` et part vite.", ["vite"]),
        ({"words": ["vite"], "scope": "heading"}, "# Partir vite\n\nIl part vite.", ["vite"]),
        ({"words": ["vite"], "scope": "paragraph"}, "# Partir vite\n\nIl part vite.", ["vite"]),
        ({"patterns": ["^Il"], "scope": "sentence"}, "Il part. Dit-il. Il vient.", ["Il", "Il"]),
        ({"patterns": ["'"], "as_typed": True}, "L’été, l'hiver.", ["'"]),
    ],
)
def test_existence(tmp_path: Path, rule: dict[str, Any], text: str, found: list[str]) -> None:
    points, places = audit(tmp_path, {"kind": "existence", "scope": "article", **rule}, text)
    assert places == found
    assert points.applies
    assert points.earned == 0


def test_a_snippet_is_judged_without_a_place(tmp_path: Path) -> None:
    rule = {"kind": "existence", "words": ["gratuit"], "scope": "snippet"}
    points, places = audit(tmp_path, rule, "Un texte gratuit.", title="Tout est gratuit")
    assert (points.earned, places) == (0, [])
    points, _ = audit(tmp_path, rule, "Un texte gratuit.")
    assert not points.applies
    assert points.reason


@pytest.mark.parametrize(
    ("scope", "text", "found"),
    [
        ("article", "Sans rien.", []),
        ("paragraph", "Une date en 2024.\n\nSans rien.", ["Sans rien."]),
        ("section", "Début 2024.\n\n## Un titre\n\nSans rien.\n\n## Un autre\n\nEn 2024.", ["Un titre"]),
    ],
)
def test_absence(tmp_path: Path, scope: str, text: str, found: list[str]) -> None:
    points, places = audit(tmp_path, {"kind": "absence", "patterns": [r"\b\d{4}\b"], "scope": scope}, text)
    assert points.earned == 0
    assert places == found


def test_absence_is_silent_where_it_is_there(tmp_path: Path) -> None:
    points, _ = audit(tmp_path, {"kind": "absence", "words": ["source"]}, "Rien.\n\nNotre source est là.")
    assert points.earned == points.max == 1


def test_repetition(tmp_path: Path) -> None:
    rule = {"kind": "repetition", "patterns": [r"\b\w{6,}\b"], "scope": "paragraph"}
    points, places = audit(tmp_path, rule, "Le marché ouvre.\n\nLe marché ferme, ce Marché vit.")
    assert points.earned == 0
    assert places == ["marché", "Marché"]


def test_balance(tmp_path: Path) -> None:
    rule = {
        "kind": "balance",
        "part": {"patterns": [r"\?"]},
        "whole": {"scope": "sentence"},
        "at_least": 2,
        "bands": [{"max": 50, "points": 2}, {"points": 0, "severity": "warning"}],
        "message": {"fr": "{part} sur {whole}.", "en": "{part} of {whole}."},
    }
    points, places = audit(tmp_path, rule, "Pourquoi ? Comment ? Il part.")
    assert (points.earned, places) == (0, ["?", "?"])
    points, _ = audit(tmp_path, rule, "Pourquoi ? Il part.")
    assert points.earned == 2
    points, _ = audit(tmp_path, rule, "Pourquoi ?")
    assert not points.applies


def test_substitution_shows_the_better_form(tmp_path: Path) -> None:
    rule = {
        "kind": "substitution",
        "swaps": [{"words": ["solutionner"], "by": "résoudre"}, {"words": ["booster"], "by": "stimuler|augmenter"}],
        "message": {"fr": "{listed}", "en": "{listed}"},
        "examples": {**TEXTS["examples"], "fix": [{"text": "Solutionner.", "fixed": "Résoudre."}]},
    }
    rules = write(tmp_path, rule)
    report = seoaudit.audit("Solutionner ou booster.", settings={"rules": [rules]})
    finding = next(f for f in report.findings if f.rule == "ESS001")
    message = finding.message.replace("\u00a0", " ")
    assert message == "« Solutionner » → « Résoudre », « booster » → « stimuler / augmenter »"


NORM = {
    "kind": "norm",
    "measure": "words",
    "articles": 5,
    "bands": [{"min": -1.5, "max": 1.5, "points": 2}, {"points": 0, "severity": "suggestion"}],
}


def test_a_norm_needs_statistics(tmp_path: Path) -> None:
    points, _ = audit(tmp_path, NORM, "Un texte court.")
    assert not points.applies


def test_a_norm_compares_with_the_articles_of_the_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    for n in range(5):
        (site / f"{n}.md").write_text(filler(100 + 10 * n), encoding="utf-8")
    table = str(tmp_path / "df.json")
    result = CliRunner().invoke(app, ["corpus", "stats", str(site), "--measures", "-o", table], catch_exceptions=False)
    assert result.exit_code == 0
    for words, earned in ((125, 2), (60, 0), (300, 0)):
        points, _ = audit(tmp_path, NORM, filler(words), corpus=table)
        assert (points.applies, points.earned) == (True, earned)
    points, _ = audit(tmp_path, {**NORM, "articles": 6}, filler(125), corpus=table)
    assert not points.applies


@pytest.mark.parametrize(("value", "distance"), [(400, 0), (600, 0), (300, -0.5), (900, 1.5)])
def test_the_distance_from_a_norm_is_in_widths_of_its_middle_half(value: float, distance: float) -> None:
    assert Norm(articles=30, low=400, median=500, high=600).distance(value) == distance


@pytest.mark.parametrize(
    ("conditions", "applies"),
    [
        (["keyphrase"], False),
        (["long_sentence"], True),
        ({"settings": {"locale": ["fr-CH"]}}, False),
        ({"settings": {"locale": ["fr-FR", "fr-CH"]}}, True),
        ({"formats": ["html"]}, False),
        ({"formats": ["markdown"]}, True),
        ({"whole_page": True}, False),
        ({"whole_page": False}, True),
        ({"min_words": 50}, False),
    ],
)
def test_a_rule_applies_when_its_conditions_hold(tmp_path: Path, conditions: Any, applies: bool) -> None:
    rule = {"kind": "existence", "words": ["vite"], "applies_when": conditions}
    points, _ = audit(tmp_path, rule, "Il part vite.")
    assert points.applies is applies
    assert bool(points.reason) is not applies
