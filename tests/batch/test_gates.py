"""Gates trip on what they name, say so, and are refused where they never could."""

from __future__ import annotations

import pytest

import seoaudit
from seoaudit.assessment.layers import make_settings
from seoaudit.batch.gates import MOST_NAMED, Gates, Verdict, make_gates
from seoaudit.errors import SettingsError
from tests.conftest import SAMPLES

REPORT = seoaudit.audit(SAMPLES / "optus.txt")


def tripped(fail_under: int | None = None, *fail_on: str, most: int | None = None, times: int = 1) -> list[str]:
    verdict = Verdict(make_gates(fail_under, fail_on, most))
    for _ in range(times):
        verdict.add(REPORT)
    return verdict.tripped


@pytest.mark.parametrize(
    ("args", "named"),
    [
        ((None,), []),
        ((0,), []),
        ((100,), ["--fail-under"]),
        ((None, "error"), []),
        ((None, "warning"), ["--fail-on warning"]),
        ((None, "Suggestion"), ["--fail-on suggestion"]),
        ((None, "INT001"), ["INT001 (--fail-on INT001)"]),
        ((None, "typ"), ["TYP001, TYP009, TYP002 (--fail-on TYP)"]),
        ((None, "IMG001"), []),
        ((100, "error", "TYP009", "IMG"), ["--fail-under", "--fail-on TYP009"]),
    ],
)
def test_a_gate_trips_on_what_it_names(args: tuple[int | None, ...], named: list[str]) -> None:
    got = tripped(*args)  # type: ignore[arg-type]
    assert len(got) == len(named)
    assert all(n in sentence for n, sentence in zip(named, got, strict=True))


@pytest.mark.parametrize("family", ["TYP", "MAI", "MAISON"])
def test_a_family_may_have_more_than_three_letters(family: str) -> None:
    assert Gates(rules=(family,)).stops("MAISON001", "suggestion") == ("MAISON" if family == "MAISON" else "")


def test_findings_are_counted_over_the_run() -> None:
    n = len(REPORT.findings)
    assert tripped(most=n) == []
    assert f"{n} constats" in tripped(most=n - 1)[0]
    assert tripped(most=n, times=2)


def test_an_article_without_a_score_is_below_any() -> None:
    verdict = Verdict(make_gates(0, [], None))
    verdict.add(REPORT.model_copy(update={"score": None}))
    assert "aucun score" in verdict.tripped[0]


def test_the_sentences_stay_few() -> None:
    got = tripped(100, times=500)
    assert len(got) == MOST_NAMED + 1
    assert "490 autres articles" in got[-1]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((101, [], None), "0 à 100"),
        ((-1, [], None), "0 à 100"),
        ((None, [], -1), "max-findings"),
        ((None, ["TYP01"], None), "TYP001"),
        ((None, ["warnings"], None), "warning"),
        ((None, ["TPY"], None), "TYP"),
        ((None, ["zzz"], None), "seoaudit rules"),
        ((None, [""], None), "seoaudit rules"),
    ],
)
def test_a_gate_that_can_never_trip_is_refused(args: tuple[int | None, list[str], int | None], said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        make_gates(*args)


def test_a_gate_on_silenced_rules_is_refused() -> None:
    silent = make_settings({"disable": ["TYP"]})
    with pytest.raises(SettingsError, match="TYP001"):
        make_gates(None, ["TYP001"], None, silent)
    assert make_gates(None, ["TYP001", "INT"], None, make_settings({"disable": ["INT001"]}))
