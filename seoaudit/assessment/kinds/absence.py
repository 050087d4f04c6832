"""Absence: what has to be there is missing from the article, or from some of its passages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from seoaudit.assessment.context import Context
from seoaudit.assessment.kinds.pattern_rule import PatternRule
from seoaudit.assessment.registry import Value, absent


class AbsenceRule(PatternRule):
    """Each passage of the scope holds an instance of the words or patterns; those that do not are at fault."""

    kind: Literal["absence"]

    def look(self, context: Context, values: Mapping[str, Value]) -> Value:  # noqa: ARG002 # the kinds' common call
        """Return the number of passages without an instance, and of all; absent without any passage to read."""
        passages = self.passages(context, as_typed=self.as_typed)
        if not passages.passages:
            return absent("nothing_in_scope")
        bearing = {m.unit for m in self.found(context)}
        lacking = [n for n in range(passages.units) if n not in bearing]
        # What is missing from the article as a whole is missing at no place of it.
        places = () if self.scope == "article" else tuple(p for n in lacking if (p := passages.place(n)))
        return Value(len(lacking), places, {"passages": passages.units})

    def facts(self) -> frozenset[str]:
        """Return the names of its facts."""
        return frozenset({"passages"})
