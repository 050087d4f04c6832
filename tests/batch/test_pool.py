"""Forked workers answer every task, survive one that dies, and end with the pool."""

from __future__ import annotations

import os
import signal
import time

import pytest

from seoaudit.batch.pool import Died, Pool, can_fork, processors

pytestmark = pytest.mark.skipif(not can_fork(), reason="no fork here")


def twice(n: int) -> int:
    return 2 * n


def own_number(n: int) -> int:
    return os.getpid() + 0 * n


def dies_at_three(n: int) -> int:
    if n == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return n


def test_every_task_is_answered_by_its_number() -> None:
    pool: Pool[int, int] = Pool(twice, 3)
    assert dict(pool.run(range(50))) == {n: 2 * n for n in range(50)}
    assert list(pool.run([])) == []
    assert dict(pool.run([7])) == {0: 14}
    pool.stop()


def test_a_worker_that_dies_costs_its_own_task_only() -> None:
    pool: Pool[int, int] = Pool(dies_at_three, 2)
    got = dict(pool.run(range(20)))
    assert isinstance(got.pop(3), Died)
    assert got == {n: n for n in range(20) if n != 3}
    pool.stop()


def test_workers_are_replaced_before_they_have_grown() -> None:
    pool: Pool[int, int] = Pool(own_number, 2, renewed=3)
    processes = [pid for _, pid in pool.run(range(20))]
    assert all(processes.count(pid) <= 3 for pid in processes)
    assert len(set(processes)) >= 7
    pool.stop()


def test_stopping_ends_the_workers_at_once() -> None:
    pool: Pool[int, None] = Pool(time.sleep, 2)
    running = pool.run([60, 60, 60])
    processes = [w.process for w in pool._workers]
    pool.stop()
    running.close()  # type: ignore[attr-defined] # a generator
    assert not any(p.is_alive() for p in processes)


def test_there_is_a_processor() -> None:
    assert processors() >= 1
