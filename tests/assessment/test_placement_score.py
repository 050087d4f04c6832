"""What a keyphrase would score in placement is what the audit gives it once it is chosen, rule by rule."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import seoaudit
from seoaudit.assessment.placement import on_keyphrase
from seoaudit.assessment.rules import load_rules
from seoaudit.report.batch import Batch, Look
from seoaudit.report.formats import FORMS
from seoaudit.report.model import KeyphraseUse, Report
from seoaudit.report.terminal import render_report

ARTICLE = """\
---
title: "Le compost d’appartement : les règles du jeu"
description: "Un compost d’appartement sans odeur, ou presque."
slug: compost-appartement
---

Le compost d’appartement tient dans un seau. Il faut de la matière brune et des épluchures de légumes.

## Quelle matière brune choisir

La matière brune absorbe l’eau. Les épluchures de légumes en apportent. Un seau fermé évite les moucherons, et la
matière brune évite les odeurs.
"""
KEYPHRASE_RULES = {r.id for r in on_keyphrase(load_rules())}


def by_hand(report: Report) -> int | None:
    """Return the placement as a reader of the report's points would sum it up."""
    applied = [p for p in report.points if p.rule in KEYPHRASE_RULES and p.applies]
    total = sum(p.max for p in applied)
    return max(0, round(100 * sum(p.earned for p in applied) / total)) if total else None


@pytest.fixture(params=["here", "texte-brut.txt", "page-cms.html", "breve.txt"])
def source(request: pytest.FixtureRequest, samples: Path) -> str | Path:
    return ARTICLE if request.param == "here" else samples / request.param


def test_it_is_what_the_audit_gives_the_phrase_once_it_is_chosen(source: str | Path) -> None:
    report = seoaudit.audit(source)
    assert report.suggestions
    for use in report.suggestions:
        chosen = seoaudit.audit(source, keyphrase=use.text)
        assert use == chosen.keyphrase
        assert use.placement == by_hand(chosen)


def test_a_phrase_that_is_placed_scores_above_one_that_is_not() -> None:
    scores = {u.text: u.placement or 0 for u in seoaudit.audit(ARTICLE).suggestions}
    assert scores["compost d’appartement"] > scores["épluchures de légumes"]


def test_it_goes_by_the_audit_s_own_rules_settings_and_comments() -> None:
    def score(**settings: object) -> int | None:
        return used(seoaudit.audit(ARTICLE, keyphrase="matière brune", settings=settings)).placement

    whole = score()
    assert whole is not None
    assert score(disable=["MOT002"]) == by_hand(
        seoaudit.audit(ARTICLE, keyphrase="matière brune", settings={"disable": ["MOT002"]})
    )
    assert score(disable=["MOT002"]) != whole
    assert score(disable=sorted(KEYPHRASE_RULES)) is None
    assert score(select=["TYP"]) is None
    silent = ARTICLE.replace("---\n\nLe compost", "---\n\n<!-- seoaudit: disable=MOT002 -->\n\nLe compost")
    assert used(seoaudit.audit(silent, keyphrase="matière brune")).placement == score(disable=["MOT002"])


def used(report: Report) -> KeyphraseUse:
    assert report.keyphrase is not None
    return report.keyphrase


def test_synonyms_of_no_keyphrase_are_not_those_of_a_suggestion() -> None:
    report = seoaudit.audit(ARTICLE, settings={"synonyms": ["seau"]})
    assert all(u.by_synonym == 0 for u in report.suggestions)


def test_every_report_for_people_tells_it() -> None:
    report = seoaudit.audit(ARTICLE)
    best = report.suggestions[0]
    batch = Batch.of(report, single=True)
    assert re.search(rf"\n  {best.text} +{best.placement}  ", render_report(report))
    for form in ("markdown", "html"):
        text = "".join(FORMS[form].render(batch, Look(lang="fr")))
        assert f"placement {best.placement}/100" in text
    chosen = seoaudit.audit(ARTICLE, keyphrase=best.text, lang="en")
    for form in ("text", "markdown", "html"):
        text = "".join(FORMS[form].render(Batch.of(chosen, single=True), Look(lang="en")))
        assert re.search(rf"[Pp]lacement:? {best.placement}/100", text)
