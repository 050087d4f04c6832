"""What is usual on a site: for each measure, how it is spread over the site's own articles."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import quantiles
from typing import NamedTuple


class Norm(NamedTuple):
    """The spread of a measure over the articles of a site.

    Attributes:
        articles: how many articles it was measured on.
        low: first quartile.
        median: median.
        high: third quartile.
    """

    articles: int
    low: float
    median: float
    high: float

    def distance(self, value: float) -> float:
        """Return how far a value lies outside the middle half of the site's articles, in widths of that half.

        0 within it, below 0 under it. Tukey (1977) takes what lies beyond 1.5 widths for an outlier.
        """
        # On a site whose articles are all alike, a tenth of the median stands for the width.
        width = max(self.high - self.low, abs(self.median) / 10) or 1
        return (min(value - self.low, 0) or max(value - self.high, 0)) / width


def norm_of(values: Sequence[float]) -> Norm | None:
    """Return the spread of a measure's values, one an article; None of fewer than four, which have no quartiles."""
    if len(values) < 4:
        return None
    low, median, high = (round(q, 4) for q in quantiles(values, n=4, method="inclusive"))
    return Norm(len(values), low, median, high)
