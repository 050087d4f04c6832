"""Two states of an article, held against each other: the differences add up, and what is new is told from what was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import seoaudit
from seoaudit.batch.compare import compare
from seoaudit.batch.stored import read_reports
from seoaudit.errors import InputError
from seoaudit.report.comparison_markdown import render_markdown
from seoaudit.report.comparison_text import render_comparison
from tests.conftest import SAMPLES
from tests.test_cli import run  # noqa: F401 -- a fixture

AIMS = {"keyphrase": "appels triple zéro", "min_words": 700}


@pytest.fixture(scope="module")
def states():
    """The reference article, and its draft."""
    path = SAMPLES / "optus.txt"
    before = seoaudit.audit(path, settings=AIMS)
    after = seoaudit.audit(seoaudit.draft(path, settings=AIMS).to_markdown(), settings=AIMS)
    return before, after


def test_the_points_of_the_rules_add_up_to_the_difference_of_the_scores(states) -> None:
    found = compare(*states)
    won = sum(c.won for c in found.rules) + found.rescaled
    assert found.verdict == "better"
    assert won == pytest.approx(found.before.lost - found.after.lost, abs=0.1)
    assert won == pytest.approx(found.after.score - found.before.score, abs=1.1)


def test_what_is_gone_one_way_is_new_the_other_way(states) -> None:
    there, back = compare(*states), compare(*reversed(states))
    assert [f.rule for f in there.gone] == [f.rule for f in back.new]
    assert "INT001" in {f.rule for f in there.gone}
    assert "INT001" not in {f.rule for f in there.new}
    assert (there.verdict, back.verdict) == ("better", "worse")


def test_an_article_is_the_same_as_itself(states) -> None:
    found = compare(states[0], states[0])
    assert (found.verdict, found.rules, found.gone, found.new, found.measures) == ("same", [], [], [], {})
    assert "Rien n’a changé." in render_comparison(found)
    assert "Nothing has changed." in render_markdown(compare(states[0], states[0], "en"))


def test_measures_go_the_way_of_the_rules_that_judge_them(states) -> None:
    moved = compare(*states).measures
    assert moved["undivided_words"].verdict == "better"
    assert moved["sections"].verdict is None
    assert moved["internal_links"].before is None
    assert moved["internal_links"].verdict is None


def test_a_place_more_is_the_only_one_that_is_new() -> None:
    text = "Le chat dort. Il rêve. " * 20
    before = seoaudit.audit(text + "Où est-il? Nul ne le sait.")
    after = seoaudit.audit(text + "Où est-il? Nul ne le sait. Et pourquoi? Nul ne le dit.")
    new = [f for f in compare(before, after).new if f.rule == "TYP001"]
    assert [(len(f.spans), f.left_out) for f in new] == [(1, 1)]


def test_both_states_are_judged_by_the_keyphrase_that_one_has(run, tmp_path: Path) -> None:  # noqa: F811
    old, new = tmp_path / "vieux.md", tmp_path / "neuf.md"
    text = "La panne d’Optus inquiète. Les clients d’Optus attendent une réponse claire du réseau.\n" * 8
    old.write_text(f"---\nkeyphrase: panne d’Optus\n---\n{text}", encoding="utf-8")
    new.write_text(text, encoding="utf-8")
    got = run("compare", str(old), str(new), "--format", "json")
    assert json.loads(got.out)["warnings"] == []


def test_the_gate_trips_where_the_later_state_is_worse(run, tmp_path: Path, states) -> None:  # noqa: F811
    paths = [tmp_path / "avant.json", tmp_path / "apres.json"]
    for path, report in zip(paths, states, strict=True):
        path.write_text(report.to_json(), encoding="utf-8")
    there = run("compare", *map(str, paths), "--fail-on-worse")
    back = run("compare", *map(str, reversed(paths)), "--fail-on-worse", "--format", "markdown")
    assert (there.code, back.code) == (0, 1)
    assert there.out.startswith("Score ")
    assert "mieux" in there.out
    assert "moins bien" in back.out
    assert run("compare", *map(str, reversed(paths))).code == 0


def test_an_article_on_standard_input_is_held_against_its_file(run) -> None:  # noqa: F811
    path = SAMPLES / "optus.txt"
    got = run("compare", "-", str(path), stdin=path.read_bytes())
    assert got.code == 0
    assert "Rien n’a changé." in got.out


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "n’est pas un rapport"),
        ("[]", "n’est pas un rapport"),
        ('{"name": "paquet"}', "n’est pas un rapport"),
        ('{"schema_version": "1.0"}', "n’est pas un rapport"),
        ("[" * 100_000, "n’est pas un rapport"),
        ('{"schema_version": "0.9", "score": 3}', "version 0.9"),
    ],
)
def test_what_is_no_report_of_this_version_is_refused(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read_reports(path)


@pytest.mark.parametrize("arguments", [("-", "-"), ("", "a.md"), ("nulle-part.json", "a.md")])
def test_states_that_cannot_be_read_are_refused_in_one_sentence(run, arguments: tuple[str, str]) -> None:  # noqa: F811
    got = run("compare", *arguments)
    assert (got.code, got.out, got.err.count("\n")) == (2, "", 1)
