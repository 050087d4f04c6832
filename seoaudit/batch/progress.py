"""A progress line on a terminal's standard error: how many, how fast, how long still."""

from __future__ import annotations

import sys
import time
from typing import TextIO

from seoaudit.batch.run import Watcher

BAR = 24
# Seconds between two drawings.
PAUSE = 0.1


class Progress(Watcher):
    """Draws a line that is wiped at the end; where standard error is no terminal, nothing at all.

    Args:
        total: articles to be done.
        stream: where to draw.
    """

    def __init__(self, total: int, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._total = total
        self._done = self._known = 0
        self._drawn = 0.0
        self._start = time.monotonic()
        self._on = total > 1 and self._stream.isatty()

    def begin(self, done: int = 0) -> None:
        """Start the clock at what has to be computed; `done` articles are at hand already."""
        self._done = self._known = done
        self._start = time.monotonic()
        self._draw()

    def step(self) -> None:
        """Count an article."""
        self._done += 1
        if time.monotonic() - self._drawn >= PAUSE or self._done == self._total:
            self._draw()

    def close(self) -> None:
        """Wipe the line."""
        if self._on:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def _draw(self) -> None:
        if not self._on:
            return
        self._drawn = time.monotonic()
        self._stream.write(
            "\r\x1b[K" + progress_line(self._done, self._total, self._done - self._known, self._drawn - self._start)
        )
        self._stream.flush()


def progress_line(done: int, total: int, computed: int, seconds: float) -> str:
    """Return the line: a bar, the count, and, once it can be told, the rate and the time left.

    Args:
        done: articles done, those at hand from the start included.
        total: all articles.
        computed: articles done since the clock started.
        seconds: since then.
    """
    filled = BAR * done // total if total else BAR
    line = f"{'█' * filled}{'░' * (BAR - filled)} {done}/{total}"
    if not computed or seconds <= 0:
        return line
    rate = computed / seconds
    left = round((total - done) / rate)
    shown = f"{rate:.1f}".replace(".", ",")
    return f"{line} · {shown} articles/s · reste {left // 60}:{left % 60:02d}"
