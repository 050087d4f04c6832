"""The points on a terminal: short where rules have nothing to judge, each with its reason where that is asked for."""

from __future__ import annotations

import re
from functools import cache

import pytest

import seoaudit
from seoaudit.report.batch import Batch, Look
from seoaudit.report.formats import FORMS
from seoaudit.report.model import Report
from seoaudit.report.terminal import render_report
from tests.conftest import SAMPLES


@cache
def report(lang: str = "fr") -> Report:
    return seoaudit.audit(SAMPLES / "optus.txt", lang=lang)  # type: ignore[arg-type]


def below_points(text: str) -> str:
    """Return the end of a report on one line, its no-break spaces as plain ones."""
    return " ".join(text[text.index("\nPoints") :].split())


def test_in_short_it_says_how_many_rules_do_not_apply_and_what_they_wait_for() -> None:
    others = [p for p in report().points if not p.applies]
    shown = below_points(render_report(report()))
    assert f"{len(others)} règles sans objet (--verbose dit pourquoi)" in shown
    assert "attendent de vous : un titre, une adresse" in shown
    assert "aucune image" not in shown
    assert not any(p.rule in shown for p in others)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_in_full_every_rule_has_its_reason_once(lang: str) -> None:
    shown = below_points(render_report(report(lang), verbose=True))
    for p in report(lang).points:
        assert len(re.findall(rf"\b{p.rule}\b", shown)) == 1, p.rule
        assert p.applies or " ".join(p.reason.split()) in shown
    batch = Batch.of(report(lang), single=True)
    assert "".join(FORMS["text"].render(batch, Look(verbose=True))) == render_report(report(lang), verbose=True)


def test_what_a_rule_waits_for_is_in_the_report() -> None:
    missing = {p.rule: p.missing for p in report().points}
    assert missing["MOT021"] == ["corpus"]
    assert missing["MOT005"] == ["description"]
    assert missing["MET004"] == ["slug"]
    assert missing["IMG001"] == missing["MOT001"] == []
    off = seoaudit.audit(SAMPLES / "optus.txt", settings={"disable": ["MOT021", "MET004"]})
    assert not any(p.missing for p in off.points if p.rule in {"MOT021", "MET004"})
    without = seoaudit.audit(SAMPLES / "breve.txt")
    assert {p.rule: p.missing for p in without.points}["MOT021"] == ["keyphrase", "corpus"]
    assert "un mot-clé" in below_points(render_report(without))


def test_nothing_is_said_of_rules_where_all_apply() -> None:
    all_apply = report().model_copy(update={"points": [p for p in report().points if p.applies]})
    assert "sans objet" not in below_points(render_report(all_apply))
    assert "Sans objet" not in below_points(render_report(all_apply, verbose=True))
