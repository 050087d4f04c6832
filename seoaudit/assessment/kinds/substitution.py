"""Substitution: what has a better form is found, and the better form is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field

from seoaudit.assessment.context import Context
from seoaudit.assessment.kinds.pattern_rule import SHOWN, ScopedRule, Search
from seoaudit.assessment.registry import Correction, Value, absent
from seoaudit.assessment.rule_model import Fault
from seoaudit.assessment.texts import Data


class Swap(Search, Data):
    """What is found, and what to write instead.

    Attributes:
        by: the better form; several to choose from are joined by "|", and then nothing is corrected.
    """

    by: str


class SubstitutionRule(ScopedRule):
    """Each instance of something that has a better form counts.

    Attributes:
        swaps: what has a better form, and which.
        safe: whether `seoaudit fix` may write the better form without asking.
    """

    kind: Literal["substitution"]
    swaps: Annotated[tuple[Swap, ...], Field(min_length=1)]
    safe: bool = False

    def look(self, context: Context, values: Mapping[str, Value]) -> Value:  # noqa: ARG002 # the kinds' common call
        """Return the number of instances, with their corrections; absent without any passage to read."""
        if not self.passages(context, as_typed=False).passages:
            return absent("nothing_in_scope")
        found = sorted(self._corrections(context), key=lambda c: c.place or (0, 0))
        pairs = list(dict.fromkeys((c.old, c.new.replace("|", " / ")) for c in found))
        shown = ", ".join(f"«\u00a0{old}\u00a0» → «\u00a0{new}\u00a0»" for old, new in pairs[:SHOWN])
        first = pairs[0] if pairs else ("", "")
        return Value(
            len(found),
            tuple(c.place for c in found if c.place),
            {"first": first[0], "better": first[1], "listed": shown + ("…" if len(pairs) > SHOWN else "")},
            corrections=tuple(c for c in found if c.place and "|" not in c.new),
        )

    def _corrections(self, context: Context) -> Iterator[Correction]:
        for swap in self.swaps:
            for match in swap.find(self.passages(context, as_typed=swap.as_typed)):
                yield Correction(match.place, match.text, _like(match.text, swap.by))

    def facts(self) -> frozenset[str]:
        """Return the names of its facts."""
        return frozenset({"first", "better", "listed"})

    def faults(self) -> Iterator[Fault]:
        """Yield what cannot be looked for, what would be found again once corrected, and faults of the texts."""
        faults = [(("swaps", n, *p), what) for n, swap in enumerate(self.swaps) for p, what in swap.search_faults()]
        yield from faults
        if not faults:
            yield from self._endless()
        if not self.examples.fixing and any("|" not in s.by for s in self.swaps):
            yield ("examples",), "il manque un exemple corrigé (fix), avec « text » et « fixed »"
        yield from super().faults()

    def _endless(self) -> Iterator[Fault]:
        for n, swap in enumerate(self.swaps):
            if any(s.finds(by) for by in swap.by.split("|") for s in self.swaps):
                yield ("swaps", n, "by"), f"« {swap.by} » serait trouvé à son tour : la correction ne finirait pas"


def _like(old: str, new: str) -> str:
    """Return the better form with the capital of what it stands for."""
    return new[:1].upper() + new[1:] if old[:1].isupper() and not old[1:2].isupper() else new
