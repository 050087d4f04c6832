"""Repetition: the same thing comes back too often within one passage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from seoaudit.assessment.context import Context
from seoaudit.assessment.kinds.pattern_rule import PatternRule, listed
from seoaudit.assessment.passages import Match
from seoaudit.assessment.registry import Fact, Value, absent


class RepetitionRule(PatternRule):
    """Instances with the same text, capitals aside, may come a number of times in each passage of the scope.

    Attributes:
        at_most: how many times the same text may come within one passage.
    """

    kind: Literal["repetition"]
    at_most: Annotated[int, Field(ge=1)] = 1

    def look(self, context: Context, values: Mapping[str, Value]) -> Value:  # noqa: ARG002 # the kinds' common call
        """Return how many instances are too many, with the places of all that repeat each other."""
        if not self.passages(context, as_typed=self.as_typed).passages:
            return absent("nothing_in_scope")
        groups: dict[tuple[int, str], list[Match]] = defaultdict(list)
        for match in self.found(context):
            groups[match.unit, match.text.casefold()].append(match)
        repeated = [g for g in groups.values() if len(g) > self.at_most]
        places = tuple(sorted(m.place for g in repeated for m in g if m.place))
        most = max((len(g) for g in repeated), default=0)
        facts: dict[str, Fact] = {**listed([g[0].text for g in repeated]), "most": most}
        return Value(sum(len(g) - self.at_most for g in repeated), places, facts)

    def facts(self) -> frozenset[str]:
        """Return the names of its facts."""
        return frozenset({"first", "listed", "most"})
