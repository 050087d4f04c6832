"""Existence: what should not be there is found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from seoaudit.assessment.context import Context
from seoaudit.assessment.kinds.pattern_rule import PatternRule, listed
from seoaudit.assessment.registry import Value, absent


class ExistenceRule(PatternRule):
    """Each instance of the words or patterns counts; the bands say how many are one too many."""

    kind: Literal["existence"]

    def look(self, context: Context, values: Mapping[str, Value]) -> Value:  # noqa: ARG002 # the kinds' common call
        """Return the number of instances, with the first and a list of them; absent without any passage to read."""
        if not self.passages(context, as_typed=self.as_typed).passages:
            return absent("nothing_in_scope")
        found = self.found(context)
        return Value(len(found), tuple(m.place for m in found if m.place), listed([m.text for m in found]))
