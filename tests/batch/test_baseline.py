"""With a baseline only what is new counts; moved text is known again, what is mended is told and can be taken out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

import seoaudit
from seoaudit.batch.baseline import Baseline, Comparison, baseline_of, read_baseline
from seoaudit.batch.gates import Verdict, make_gates
from seoaudit.errors import InputError
from seoaudit.report.batch import Batch, Look
from seoaudit.report.formats import FORMS
from seoaudit.report.model import Report

LEAD = "Le marché de Noël ouvre samedi à Lille, sur la place Rihour. Les chalets attendent les visiteurs."
FIRST = "Qui paiera la note cette année? La ville n’a pas encore répondu à cette question."
SECOND = "Voici ce que demandent les commerçants: une place gratuite pour chacun."
THIRD = "Et qui nettoiera la place? Les services de la ville, sans doute."


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def audited(name: str, *paragraphs: str) -> Report:
    report = seoaudit.audit("\n\n".join(paragraphs) + "\n", settings={"min_words": 700})
    return report.model_copy(update={"source": name})


def against(baseline: Baseline, *reports: Report) -> tuple[list[Report], Comparison]:
    compared = Comparison(baseline, reports)
    return [compared.narrow(r) for r in reports], compared


def found(reports: Iterable[Report]) -> list[tuple[str, str, int]]:
    return [(r.source, f.rule, len(f.spans)) for r in reports for f in r.findings]


def resolved(comparison: Comparison) -> dict[str, list[tuple[str, int]]]:
    return {name: [(s.rule, s.count) for s in settled] for name, settled in comparison.resolved.items()}


def test_what_is_known_is_left_out_and_no_gate_trips() -> None:
    report = audited("a.txt", LEAD, FIRST)
    known = baseline_of([report])
    (shown,), comparison = against(known, report)
    assert found([shown]) == []
    assert shown.score == report.score
    assert shown.baseline is not None
    assert shown.baseline.known == sum(len(f.spans) or 1 for f in report.findings) > 1
    assert shown.best_changes == []
    assert resolved(comparison) == {}
    assert comparison.pruned() == known
    verdict = Verdict(make_gates(100, ["suggestion"], 0))
    verdict.add(shown)
    assert verdict.tripped == []


def test_only_the_new_place_of_a_finding_is_shown() -> None:
    known = baseline_of([audited("a.txt", LEAD, FIRST)])
    (shown,), _ = against(known, audited("a.txt", SECOND, LEAD, FIRST))
    assert found([shown]) == [("a.txt", "TYP001", 1)]
    finding = shown.findings[0]
    assert finding.left_out == 1
    assert "commerçants" in finding.excerpt
    (shown,), _ = against(known, audited("a.txt", LEAD, FIRST, SECOND))
    assert "commerçants" in shown.findings[0].excerpt
    for form in FORMS.values():  # every renderer takes what is left of a report
        assert "".join(form.render(Batch.of(shown, single=True), Look()))


def test_moved_text_keeps_its_match_in_its_article_and_in_another() -> None:
    known = baseline_of([audited("a.txt", LEAD, FIRST, THIRD), audited("b.txt", LEAD, SECOND)])
    moved = [audited("a.txt", FIRST, LEAD), audited("b.txt", THIRD, LEAD, SECOND)]
    shown, comparison = against(known, *moved)
    assert found(shown) == []
    assert resolved(comparison) == {}


def test_a_renamed_article_is_known_again() -> None:
    known = baseline_of([audited("a.txt", LEAD, FIRST)])
    shown, comparison = against(known, audited("nouveau/nom.txt", LEAD, FIRST, SECOND))
    assert found(shown) == [("nouveau/nom.txt", "TYP001", 1)]
    assert resolved(comparison) == {}


def test_an_article_that_is_there_but_not_of_the_run_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(SECOND, encoding="utf-8")
    known = baseline_of([audited("a.txt", LEAD, FIRST), audited("b.txt", SECOND)])
    shown, comparison = against(known, audited("a.txt", LEAD, FIRST, SECOND))
    assert found(shown) == [("a.txt", "TYP001", 1)]
    assert resolved(comparison) == {}
    assert comparison.pruned() == known


def test_what_is_mended_is_told_and_can_be_taken_out() -> None:
    known = baseline_of([audited("a.txt", LEAD, FIRST, SECOND, THIRD), audited("parti.txt", SECOND)])
    now = audited("a.txt", LEAD, FIRST.replace("?", "\u00a0?"), SECOND)
    shown, comparison = against(known, now)
    assert found(shown) == []
    assert ("TYP001", 2) in resolved(comparison)["a.txt"]
    assert "parti.txt" in resolved(comparison)
    pruned = comparison.pruned()
    assert list(pruned.articles) == ["a.txt"]
    assert len(pruned.articles["a.txt"].findings["TYP001"]) == 1
    again, after = against(pruned, now)
    assert found(again) == []
    assert resolved(after) == {}
    # What comes back is new.
    assert found(against(pruned, audited("a.txt", LEAD, FIRST, SECOND))[0]) == [("a.txt", "TYP001", 1)]


def test_a_score_that_falls_trips_its_gate() -> None:
    report = audited("a.txt", LEAD, FIRST)
    assert report.score is not None
    known = baseline_of([report.model_copy(update={"score": report.score + 1})])
    verdict = Verdict(make_gates(100, [], None))
    verdict.add(against(known, report)[0][0])
    assert len(verdict.tripped) == 1


def test_a_baseline_comes_back_from_its_file(tmp_path: Path) -> None:
    known = baseline_of([audited("é.txt", LEAD, FIRST, SECOND)])
    path = tmp_path / "base.json"
    path.write_text(known.to_json(), encoding="utf-8")
    assert read_baseline(path).to_json() == known.to_json()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "pas une référence"),
        (b"[]", "pas une"),
        (b"{", "pas une"),
        (b"\xff\xfe", "pas une"),
        (b'{"seoaudit_baseline": 2, "articles": []}', "autre version"),
        (b'{"seoaudit_baseline": 1, "articles": {"a": {"findings": {"TYP001": [3]}}}}', "pas une"),
        (b"[" * 100_000, "pas une"),
        (None, "ne peut pas"),
    ],
)
def test_what_is_no_baseline_is_refused(tmp_path: Path, content: bytes | None, said: str) -> None:
    path = tmp_path / "base.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError, match=said):
        read_baseline(path)
