"""Worker processes, forked once the model is loaded: each takes one task at a time and gives plain bytes back.

Forking shares the model's 300 MB among the processes. A worker that dies (killed for want of memory, say) costs the
task it held and is replaced; workers end when the parent does, whatever ended it.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

# Tasks after which a worker is replaced: what a process learns of words and lemmas grows with what it has read.
RENEWED = 150

Task = TypeVar("Task")
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Died:
    """What comes back for a task whose process ended before it had answered."""

    exit_code: int | None


def processors() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS, Windows
        return os.cpu_count() or 1


def can_fork() -> bool:
    """Whether this system forks; where it does not, everything is done in this process."""
    return "fork" in multiprocessing.get_all_start_methods()


@dataclass(eq=False)
class _Worker(Generic[Task]):
    process: BaseProcess
    pipe: Connection
    number: int | None = None
    served: int = 0


class Pool(Generic[Task, Answer]):
    """A fixed number of forked processes that do the same work.

    Args:
        work: what each task is given to, in a worker; it must not raise.
        size: number of processes.
        renewed: tasks after which a process is replaced by a fresh one.
    """

    def __init__(self, work: Callable[[Task], Answer], size: int, renewed: int = RENEWED) -> None:
        self._context: Any = multiprocessing.get_context("fork")
        self._work = work
        self._renewed = renewed
        self._workers: list[_Worker[Task]] = []
        for _ in range(size):
            self._workers.append(self._start())

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[int, Answer | Died]]:
        """Yield the number of each task with its answer, as they come; tasks are taken as workers get free."""
        left = enumerate(tasks)
        for worker in self._workers:
            self._give(worker, left)
        while busy := [w for w in self._workers if w.number is not None]:
            ready = wait([w.pipe for w in busy])
            for worker in [w for w in busy if w.pipe in ready]:
                number = worker.number
                answer = self._take(worker)
                self._give(worker, left)
                if number is not None:
                    yield number, answer

    def stop(self) -> None:
        """End the workers, at once."""
        for worker in self._workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()
        self._workers.clear()

    def _start(self) -> _Worker[Task]:
        ours, theirs = self._context.Pipe()
        # A worker must not hold the parent's ends: it learns by their closing that the parent is gone.
        inherited = [w.pipe for w in self._workers] + [ours]
        process = self._context.Process(target=_serve, args=(self._work, theirs, inherited), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _give(self, worker: _Worker[Task], left: Iterator[tuple[int, Task]]) -> None:
        number, task = next(left, (None, None))
        worker.number = number
        if number is not None:
            # One that died while idle cannot be written to; its pipe says so when it is read.
            with contextlib.suppress(OSError):
                worker.pipe.send(task)

    def _take(self, worker: _Worker[Task]) -> Answer | Died:
        try:
            answer: Answer = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join()
            died = Died(worker.process.exitcode)
            self._replace(worker)
            return died
        worker.served += 1
        if worker.served >= self._renewed:
            self._replace(worker)
        return answer

    def _replace(self, worker: _Worker[Task]) -> None:
        """Put a fresh process in the place of one that is dead, or that ends as its pipe is closed."""
        worker.pipe.close()
        worker.process.join()
        self._workers.remove(worker)
        fresh = self._start()
        worker.process, worker.pipe, worker.served = fresh.process, fresh.pipe, 0
        self._workers.append(worker)


def _serve(work: Callable[[Any], Any], pipe: Connection, inherited: list[Connection]) -> None:
    """Answer tasks until the parent closes the pipe; Ctrl-C is the parent's matter."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for other in inherited:
        other.close()
    try:
        while True:
            pipe.send(work(pipe.recv()))
    except (EOFError, OSError):
        return
