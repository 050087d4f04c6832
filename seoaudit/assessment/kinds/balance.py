"""Balance: the share of one thing in another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field

from seoaudit.assessment.context import Context
from seoaudit.assessment.kinds.pattern_rule import Search
from seoaudit.assessment.kinds.threshold import measure_fault
from seoaudit.assessment.measures import all_measures
from seoaudit.assessment.passages import Scope, passages_of, read_by
from seoaudit.assessment.registry import Place, Value, absent
from seoaudit.assessment.rule_model import Fault, Rule


class Side(Search):
    """One side: a measure, instances of words or patterns, or the passages of a scope.

    Attributes:
        measure: name of a registered measure.
        scope: where to look; without words and patterns its passages are counted.
    """

    measure: str = ""
    scope: Scope = "article"

    def amount(self, context: Context, values: Mapping[str, Value]) -> tuple[float | None, tuple[Place, ...], str]:
        """Return how much there is, where, and the key of the reason where that cannot be told."""
        if self.measure:
            value = values[self.measure]
            return value.value, value.places, value.reason
        passages = passages_of(context, self.scope, as_typed=self.as_typed)
        if not self.words and not self.patterns:
            return passages.units, (), ""
        found = self.find(passages)
        return len(found), tuple(m.place for m in found if m.place), ""

    @property
    def needs(self) -> tuple[str, ...]:
        """The settings that its measure needs."""
        return all_measures()[self.measure].needs if self.measure else ()

    @property
    def reads(self) -> tuple[str, ...]:
        """The further settings that its measure or its scope depends on."""
        return all_measures()[self.measure].reads if self.measure else read_by(self.scope)

    def faults(self) -> Iterator[Fault]:
        """Yield an unknown measure, or what cannot be looked for."""
        if self.measure:
            if what := measure_fault(self.measure):
                yield ("measure",), what
            if self.words or self.patterns:
                yield (), "une mesure, ou des mots et des motifs, pas les deux"
        elif self.words or self.patterns:
            yield from self.search_faults()


class BalanceRule(Rule):
    """The part in % of the whole is judged by bands.

    Attributes:
        part: what is compared.
        whole: what it is compared with.
        at_least: how much of the whole there must be for a share to say anything.
    """

    kind: Literal["balance"]
    part: Side
    whole: Side
    at_least: Annotated[float, Field(gt=0)] = 1

    @property
    def kind_needs(self) -> tuple[str, ...]:
        """The settings that either side needs."""
        return (*self.part.needs, *self.whole.needs)

    @property
    def kind_reads(self) -> tuple[str, ...]:
        """The further settings that either side reads."""
        return (*self.part.reads, *self.whole.reads)

    def look(self, context: Context, values: Mapping[str, Value]) -> Value:
        """Return the share in %; absent where one side cannot be told or the whole is too small."""
        part, places, reason = self.part.amount(context, values)
        whole, _, whole_reason = self.whole.amount(context, values)
        if part is None or whole is None:
            return absent(reason or whole_reason)
        if whole < self.at_least:
            return absent("too_small_whole")
        return Value(100 * part / whole, places, {"part": part, "whole": whole})

    def facts(self) -> frozenset[str]:
        """Return the names of its facts."""
        return frozenset({"part", "whole"})

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong with either side, and with the texts."""
        for name, side in (("part", self.part), ("whole", self.whole)):
            yield from (((name, *path), what) for path, what in side.faults())
        yield from super().faults()
