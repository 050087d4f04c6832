"""A run gives every input its report or its reason, in the order named, from the cache where nothing has changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import seoaudit
from seoaudit.batch import audit as auditing
from seoaudit.batch.audit import Order
from seoaudit.batch.cache import Cache
from seoaudit.batch.files import Item
from seoaudit.batch.progress import progress_line
from seoaudit.batch.run import Run, Watcher, run

TEXT = "Le marché de Noël ouvre {n} jours à Lille. Qui paiera la note cette année? Les chalets attendent les visiteurs."


@pytest.fixture
def items(tmp_path: Path) -> list[Item]:
    out = []
    for n in range(6):
        path = tmp_path / f"{n}.txt"
        path.write_text(TEXT.format(n=n) + "\n", encoding="utf-8")
        out.append(Item(path, path.name))
    (tmp_path / "2.txt").write_text(" ", encoding="utf-8")
    return [*out, Item(tmp_path / "absent.md", "absent.md")]


def outcome(done: Run) -> tuple[list[str], list[int]]:
    return [r.to_json() for r in done.reports], sorted(done.failures)


def test_processes_give_what_one_gives(items: list[Item]) -> None:
    alone, together = run(items, Order(), Cache(None), jobs=1), run(items, Order(), Cache(None), jobs=3)
    assert outcome(alone) == outcome(together)
    assert sorted(alone.failures) == [2, 6]
    assert "vide" in alone.failures[2].message
    assert [r.source for r in alone.reports] == ["0.txt", "1.txt", "3.txt", "4.txt", "5.txt"]
    path = items[0].path
    assert path is not None
    assert next(iter(alone.reports)) == seoaudit.audit(path)


def test_a_second_run_computes_nothing_and_gives_the_same(items: list[Item], tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    first, second = (run(items, Order(), cache, jobs=2) for _ in range(2))
    assert (first.cached, second.cached) == (0, 5)
    assert outcome(first) == outcome(second)
    assert run(items, Order({"min_words": 9}), cache, jobs=1).cached == 0
    path = items[0].path
    assert path is not None
    path.write_text("Tout autre chose, pour une fois.\n", encoding="utf-8")
    third = run(items, Order(), cache, jobs=1)
    assert third.cached == 4
    assert next(iter(third.reports)).target.words == 6


def test_a_file_under_another_name_is_known_and_told_by_its_own(items: list[Item], tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    run(items[:1], Order(), cache)
    again = run([Item(items[0].path, "ailleurs/0.txt")], Order(), cache)
    assert again.cached == 1
    assert [r.source for r in again.reports] == ["ailleurs/0.txt"]


def test_damaged_entries_are_computed_again(items: list[Item], tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    first = run(items, Order(), cache)
    for path in (tmp_path / "cache").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    second = run(items, Order(), cache)
    assert second.cached == 0
    assert outcome(first) == outcome(second)


def test_a_file_that_vanishes_meanwhile_stops_nothing(items: list[Item]) -> None:
    path = items[3].path
    assert path is not None

    class Thief(Watcher):
        def begin(self, done: int) -> None:
            assert done == 0
            path.unlink()

    done = run(items, Order(), Cache(None), jobs=1, watcher=Thief())
    assert sorted(done.failures) == [2, 3, 6]
    assert "n’existe pas" in done.failures[3].message


def test_a_fault_of_the_program_is_one_articles_matter(items: list[Item], monkeypatch: pytest.MonkeyPatch) -> None:
    whole = auditing.audit_item

    def faulty(item: Item, order: Order) -> object:
        if item.name == "1.txt":
            raise ZeroDivisionError("oups")
        return whole(item, order)

    monkeypatch.setattr(auditing, "audit_item", faulty)
    done = run(items, Order(), Cache(None), jobs=2)
    assert sorted(done.failures) == [1, 2, 6]
    assert "ZeroDivisionError" in done.failures[1].message


def test_an_interrupted_run_keeps_what_is_done(items: list[Item]) -> None:
    class Impatient(Watcher):
        def __init__(self) -> None:
            self.seen = 0

        def step(self) -> None:
            self.seen += 1
            if self.seen == 3:
                raise KeyboardInterrupt

    for jobs in (1, 2):
        done = run(items, Order(), Cache(None), jobs=jobs, watcher=Impatient())
        assert done.interrupted
        assert done.done == 3


@pytest.mark.parametrize(
    ("args", "shown"),
    [
        ((0, 500, 0, 0.0), "░" * 24 + " 0/500"),
        ((250, 500, 250, 100.0), "█" * 12 + "░" * 12 + " 250/500 · 2,5 articles/s · reste 1:40"),
        ((500, 500, 100, 4.0), "█" * 24 + " 500/500 · 25,0 articles/s · reste 0:00"),
        ((0, 0, 0, 0.0), "█" * 24 + " 0/0"),
    ],
)
def test_the_progress_line(args: tuple[int, int, int, float], shown: str) -> None:
    assert progress_line(*args) == shown


def test_reports_may_be_read_several_times(items: list[Item]) -> None:
    done = run(items[:2], Order(), Cache(None), jobs=1)

    def sources() -> Iterator[str]:
        return (r.source for r in done.reports)

    assert list(sources()) == list(sources()) == ["0.txt", "1.txt"]
