"""Stored reports in order: names tell the order, a bad file does not stop the others, and the JSON has it all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import seoaudit
from seoaudit.batch.history import read_history
from seoaudit.report.history_text import MOST_BARS, bars
from tests.test_cli import SHORT, run  # noqa: F401 -- a fixture


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Reports with a made course of scores, in files whose names sort otherwise as plain text."""
    report = seoaudit.audit(SHORT).model_copy(update={"source": "a.md"})
    other = report.model_copy(update={"source": "b.md", "score": None})
    for number, score in ((10, 80), (2, 60), (1, 50)):
        mine = report.model_copy(update={"score": score})
        value = {"schema_version": "1.0", "reports": [mine.to_dict(), other.to_dict()], "errors": []}
        (tmp_path / f"v{number}.json").write_text(json.dumps(value), encoding="utf-8")
    return tmp_path


def test_reports_follow_the_numbers_in_their_names(folder: Path) -> None:
    found = read_history([str(folder)])
    assert [(a.source, a.scores) for a in found.articles] == [("a.md", [50, 60, 80]), ("b.md", [None] * 3)]


def test_or_the_order_in_which_they_are_given(folder: Path) -> None:
    files = [str(folder / f"v{n}.json") for n in (10, 1, 2)]
    assert read_history(files, by_name=False).articles[0].scores == [80, 50, 60]
    assert read_history([*files, *files]).articles[0].scores == [50, 60, 80]


def test_a_file_of_another_version_is_refused_and_the_others_go_on(run, folder: Path) -> None:  # noqa: F811
    (folder / "vieux.json").write_text('{"schema_version": "0.9"}', encoding="utf-8")
    got = run("history", str(folder))
    assert got.code == 2
    assert got.err.count("\n") == 1
    assert "version 0.9" in got.err
    assert "a.md" in got.out
    assert "▅▅▇" in got.out
    got = run("history", str(folder), "--format", "json")
    assert [a["source"] for a in json.loads(got.out)["articles"]] == ["a.md", "b.md"]
    assert len(json.loads(got.out)["errors"]) == 1


def test_one_article_is_shown_report_by_report(run, folder: Path) -> None:  # noqa: F811
    got = run("history", str(folder), "--article", "a.md", "--lang", "en")
    assert got.code == 0
    assert "50 → 80 (+30)" in got.out
    assert [line.split()[1] for line in got.out.splitlines()[3:]] == ["50", "60", "80"]
    assert run("history", str(folder), "--article", "c.md").code == 2


def test_a_folder_without_reports_is_refused(run, tmp_path: Path) -> None:  # noqa: F811
    got = run("history", str(tmp_path))
    assert (got.code, got.out) == (2, "")
    assert "aucun rapport" in got.err


@pytest.mark.parametrize(
    ("scores", "drawn"), [([], ""), ([0], "▁"), ([100, 99], "██"), ([None, 50], "·▅"), ([0] * 99, "▁" * MOST_BARS)]
)
def test_bars_stand_for_scores_from_0_to_100(scores: list[int | None], drawn: str) -> None:
    assert bars(scores) == drawn
