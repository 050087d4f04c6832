"""The registry of measures: named numbers with their unit, range and places, which the rules judge."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from seoaudit.assessment.context import Context


class Place(NamedTuple):
    """A place in the source: offsets in code points."""

    start: int
    end: int


Fact = int | float | str


@dataclass(frozen=True, slots=True)
class Value:
    """What a measure found.

    Attributes:
        value: the number, or None where it makes no sense.
        places: what it counts or blames, in order.
        facts: further values that a rule's texts may name.
        reason: when `value` is None, the key of the reason in `rules/raisons.yaml`.
        examples: words or passages that show what is counted, for the report; few, in order.
    """

    value: int | float | None
    places: tuple[Place, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)
    reason: str = ""
    examples: tuple[str, ...] = ()


def absent(reason: str) -> Value:
    """Return the value of a measure that makes no sense here, with the key of the reason."""
    return Value(None, reason=reason)


Compute = Callable[[Context], Value]


@dataclass(frozen=True, slots=True)
class Measure:
    """A registered measure.

    Attributes:
        name: the name rules and reports use.
        unit: what it counts, in French ("mots", "%", "" for a plain count or score).
        low: lowest possible value.
        high: highest possible value, None for none.
        french_only: it means nothing on a text in another language.
        compute: the function; its docstring documents the measure.
    """

    name: str
    unit: str
    low: float
    high: float | None
    french_only: bool
    compute: Compute

    @property
    def documentation(self) -> str:
        """The first paragraph of the function's docstring."""
        return " ".join((self.compute.__doc__ or "").partition("\n\n")[0].split())


_registry: dict[str, Measure] = {}


def measure(
    name: str, *, unit: str = "", low: float = 0, high: float | None = None, french_only: bool = False
) -> Callable[[Compute], Compute]:
    """Register a pure function of the context under a unique name."""

    def register(function: Compute) -> Compute:
        if name in _registry:
            raise ValueError(f"two measures named {name}")
        _registry[name] = Measure(name, unit, low, high, french_only, function)
        return function

    return register


def registered() -> dict[str, Measure]:
    """Return the measures registered so far, by name, in order of registration."""
    return dict(_registry)
