"""Saves of an article: looks at its file, and those its report depends on, until one of them has changed.

Looking a few times a second costs next to nothing for one article, works on network folders and in containers, where
systems send no events, and cannot lose a file that an editor replaces by renaming another.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from enum import Enum, auto
from pathlib import Path

from seoaudit.article.sidecar import sidecars
from seoaudit.batch.audit import Order
from seoaudit.configuration.files import places

# Seconds between two looks; a save is told once two looks in a row agree, so that no half-written file is read.
PAUSE = 0.04
# Looks for which an article may be missing before that is told: editors that save by renaming leave it out for one.
MISSING = 25

Stamp = tuple[int, int, int] | None


class Event(Enum):
    """What has become of the article."""

    SAVED = auto()
    GONE = auto()


def saves(path: Path, order: Order, *, pause: Callable[[float], None] = time.sleep) -> Iterator[Event]:
    """Yield the article as it is, then each save of it, of its sidecar or of its settings; once each time it is gone.

    Args:
        path: the article's file; it may vanish and come back.
        order: what is asked of it.
        pause: waits so many seconds.
    """
    told = _stamps(path, order)
    yield Event.SAVED
    missing = 0
    while True:
        now = _stamps(path, order)
        if now[path] is None:
            missing += 1
            if missing == MISSING:
                yield Event.GONE
        elif now != told or missing >= MISSING:
            pause(PAUSE)
            if now != _stamps(path, order):
                continue
            told, missing = now, 0
            yield Event.SAVED
        else:
            missing = 0
        pause(PAUSE)


def _stamps(path: Path, order: Order) -> dict[Path, Stamp]:
    """Return what tells one state of the files from another."""
    return {file: _stamp(file) for file in (path, *_beside(path, order))}


def _stamp(path: Path) -> Stamp:
    """Return a file's number, size and time of change in nanoseconds; None where it is missing."""
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_ino, about.st_size, about.st_mtime_ns


def _beside(path: Path, order: Order) -> Iterator[Path]:
    """Yield the files beside an article that its report depends on, also where they are not there yet."""
    yield from sidecars(path)
    if order.config is not None:
        yield order.config
    elif not order.isolated:
        yield from places(path)
