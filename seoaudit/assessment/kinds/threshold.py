"""Threshold: a registered measure, judged by bands. Where something stands is a measure too (placement)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from seoaudit.assessment.context import Context
from seoaudit.assessment.measures import all_measures
from seoaudit.assessment.registry import Value
from seoaudit.assessment.rule_model import Fault, Rule, nearest


def measure_fault(name: str) -> str:
    """Return what is wrong with a measure's name, "" where it is registered."""
    known = all_measures()
    if name in known:
        return ""
    hint = nearest(name, known, list_all=False) or " ; « seoaudit measures » les montre toutes"
    return f"mesure inconnue « {name} »{hint}"


class ThresholdRule(Rule):
    """A rule on a measure.

    Attributes:
        measure: name of the registered measure that it judges.
    """

    kind: Literal["threshold"] = "threshold"
    measure: str

    @property
    def judges(self) -> str:
        """The measure's name."""
        return self.measure

    @property
    def kind_needs(self) -> tuple[str, ...]:
        """The settings that the measure needs."""
        return all_measures()[self.measure].needs

    @property
    def kind_reads(self) -> tuple[str, ...]:
        """The further settings that the measure reads."""
        return all_measures()[self.measure].reads

    def look(self, context: Context, values: Mapping[str, Value]) -> Value:  # noqa: ARG002 # the kinds' common call
        """Return the measure's value."""
        return values[self.measure]

    def facts(self) -> frozenset[str]:
        """Return the facts the measure gives with its value."""
        return frozenset(all_measures()[self.measure].facts)

    def faults(self) -> Iterator[Fault]:
        """Yield an unknown measure, or what is wrong with the texts."""
        if what := measure_fault(self.measure):
            yield ("measure",), what
        else:
            yield from super().faults()
