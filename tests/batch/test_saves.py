"""Saves as editors make them: in place, by renaming another file, with the file missing for a while."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from seoaudit.batch.audit import Order
from seoaudit.batch.saves import MISSING, Event, saves

Step = Callable[[], object]


def _told(path: Path, steps: list[Step | None], order: Order | None = None) -> list[Event]:
    """Return what is told while things happen to the files, one between two looks, with no waiting."""
    told: list[Event] = []

    class End(BaseException):
        pass

    left = iter(steps)

    def pause(seconds: float) -> None:
        del seconds
        try:
            step = next(left)
        except StopIteration:
            raise End from None
        if step is not None:
            step()

    try:
        for event in saves(path, order or Order(), pause=pause):
            told.append(event)  # noqa: PERF402 -- what came before the end is wanted
    except End:
        return told
    raise AssertionError("a watch has no end of its own")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    path = tmp_path / "article.md"
    path.write_text("Un.", encoding="utf-8")
    return path


def _write(path: Path, text: str) -> Step:
    return lambda: path.write_text(text, encoding="utf-8")


def _renamed(path: Path, text: str) -> Step:
    def step() -> None:
        other = path.with_name("article.md~")
        other.write_text(text, encoding="utf-8")
        other.replace(path)

    return step


def test_nothing_happens_without_a_save(article: Path) -> None:
    assert _told(article, [None] * 50) == [Event.SAVED]


@pytest.mark.parametrize("way", [_write, _renamed])
def test_each_save_is_told_once(article: Path, way: Callable[[Path, str], Step]) -> None:
    steps = [None, way(article, "Un, deux."), None, None, None, way(article, "Un, deux, trois."), None, None, None]
    assert _told(article, steps) == [Event.SAVED] * 3


def test_a_save_in_pieces_is_told_when_it_is_whole(article: Path) -> None:
    pieces = [_write(article, t) for t in ("", "Un", "Un, deux", "Un, deux, trois.")]
    assert _told(article, [*pieces, None, None, None]) == [Event.SAVED] * 2


def test_a_file_that_vanishes_for_a_moment_is_a_save(article: Path) -> None:
    steps = [article.unlink, None, _write(article, "Deux mots."), None, None, None]
    assert _told(article, steps) == [Event.SAVED] * 2


def test_a_file_that_is_gone_is_told_once_and_may_come_back(article: Path) -> None:
    gone = [article.unlink, *[None] * (3 * MISSING)]
    steps = [*gone, _write(article, "Le retour."), None, None, None]
    assert _told(article, steps) == [Event.SAVED, Event.GONE, Event.SAVED]


@pytest.mark.parametrize(
    ("name", "order", "told"),
    [
        ("article.yaml", Order(), 2),
        ("seoaudit.toml", Order(), 2),
        ("seoaudit.toml", Order(isolated=True), 1),
        ("autre.md", Order(), 1),
    ],
)
def test_what_the_report_depends_on_counts_as_the_article(article: Path, name: str, order: Order, told: int) -> None:
    steps = [_write(article.with_name(name), "min_words = 300"), None, None, None]
    assert _told(article, steps, order) == [Event.SAVED] * told
