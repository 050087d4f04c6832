"""The registry of measures: named numbers with their unit, range and places, which the rules judge."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import NamedTuple

from seoaudit.assessment.context import Context


class Place(NamedTuple):
    """A place in the source: offsets in code points."""

    start: int
    end: int


Fact = int | float | str


class Correction(NamedTuple):
    """What stands at a place of the source, and what to write instead; without a place it is only shown."""

    place: Place | None
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Value:
    """What a measure found.

    Attributes:
        value: the number, or None where it makes no sense.
        places: what it counts or blames, in order.
        facts: further values that a rule's texts may name.
        reason: when `value` is None, the key of the reason in `rules/raisons.yaml`.
        examples: words or passages that show what is counted, for the report; few, in order.
        corrections: what to write instead of what it blames, where that is known.
    """

    value: int | float | None
    places: tuple[Place, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)
    reason: str = ""
    examples: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()


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
        low: lowest possible value, None for none.
        high: highest possible value, None for none.
        french_only: it means nothing on a text in another language.
        facts: names of the facts it always gives with its value, which the texts of rules may use.
        needs: settings without which it makes no sense; the reason is then "no_" and the first one that is missing.
        reads: further settings that change its value; those that only change what is proposed are none of them.
        compute: the function; its docstring documents the measure.
    """

    name: str
    unit: str
    low: float | None
    high: float | None
    french_only: bool
    facts: tuple[str, ...]
    needs: tuple[str, ...]
    reads: tuple[str, ...]
    compute: Compute

    @property
    def documentation(self) -> str:
        """The first paragraph of the function's docstring."""
        return " ".join((self.compute.__doc__ or "").partition("\n\n")[0].split())


_registry: dict[str, Measure] = {}


def measure(
    name: str,
    *,
    unit: str = "",
    low: float | None = 0,
    high: float | None = None,
    french_only: bool = False,
    facts: tuple[str, ...] = (),
    needs: tuple[str, ...] = (),
    reads: tuple[str, ...] = (),
) -> Callable[[Compute], Compute]:
    """Register a pure function of the context under a unique name; the attributes are those of `Measure`.

    What is registered and returned is the function behind a check of what it needs.
    """

    def register(function: Compute) -> Compute:
        if name in _registry:
            raise ValueError(f"two measures named {name}")
        guarded = _given(needs, function) if needs else function
        _registry[name] = Measure(name, unit, low, high, french_only, facts, needs, reads, guarded)
        return guarded

    return register


def _given(needs: tuple[str, ...], compute: Compute) -> Compute:
    """Make a measure absent where the editor has not given what it needs."""

    @wraps(compute)
    def guarded(context: Context) -> Value:
        missing = next((n for n in needs if not context.given(n)), None)
        return compute(context) if missing is None else absent(f"no_{missing}")

    return guarded


def registered() -> dict[str, Measure]:
    """Return the measures registered so far, by name, in order of registration."""
    return dict(_registry)
