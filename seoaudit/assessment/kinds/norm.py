"""Norm: a measure compared with what is usual on the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field

from seoaudit.assessment.context import Context
from seoaudit.assessment.kinds.threshold import measure_fault
from seoaudit.assessment.measures import all_measures
from seoaudit.assessment.registry import Value, absent
from seoaudit.assessment.rule_model import Fault, Rule

# Fewer articles say nothing of a site.
FEWEST = 20


class NormRule(Rule):
    """A rule on how far a measure lies from the site's own articles.

    The value is 0 within the middle half of them, else the distance from it in its own width, below 0 under it.

    Attributes:
        measure: name of the registered measure that it compares.
        articles: how many articles the site must have for that.
    """

    kind: Literal["norm"]
    measure: str
    articles: Annotated[int, Field(ge=4)] = FEWEST

    @property
    def judges(self) -> str:
        """The measure's name."""
        return self.measure

    @property
    def kind_needs(self) -> tuple[str, ...]:
        """The table of the site, and what the measure needs."""
        return ("corpus", *all_measures()[self.measure].needs)

    @property
    def kind_reads(self) -> tuple[str, ...]:
        """The further settings that the measure reads."""
        return all_measures()[self.measure].reads

    def look(self, context: Context, values: Mapping[str, Value]) -> Value:
        """Return the distance from the site's usage; absent without statistics of enough articles."""
        norm, value = context.norms.get(self.measure), values[self.measure]
        if norm is None:
            return absent("no_corpus")
        if norm.articles < self.articles:
            return absent("small_corpus")
        if value.value is None:
            return value
        site = {"low": norm.low, "median": norm.median, "high": norm.high, "articles": norm.articles}
        return Value(norm.distance(value.value), value.places, {**value.facts, **site, "measured": value.value})

    def facts(self) -> frozenset[str]:
        """Return the facts of the measure and of the site."""
        return frozenset(all_measures()[self.measure].facts) | {"low", "median", "high", "articles", "measured"}

    def faults(self) -> Iterator[Fault]:
        """Yield an unknown measure, or what is wrong with the texts."""
        if what := measure_fault(self.measure):
            yield ("measure",), what
        else:
            yield from super().faults()
