"""What the kinds that look for words and patterns have in common."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Any

from pydantic import Field, model_validator

from seoaudit.assessment.context import Context
from seoaudit.assessment.passages import Match, Passages, Scope, passages_of, read_by
from seoaudit.assessment.patterns import Finder, PatternError, pattern_finder, word_finder
from seoaudit.assessment.rule_model import Fault, Rule
from seoaudit.assessment.texts import Data
from seoaudit.french.normalise import normalise

# Instances that a text names.
SHOWN = 5


class Search(Data):
    """What to look for, and how.

    Attributes:
        words: words and phrases, whole.
        patterns: regular expressions (`seoaudit.assessment.patterns` says which).
        except_: words and phrases that are no instance although a pattern finds them.
        ignore_case: whether capitals do not matter.
        as_typed: whether the kind of apostrophe and space matters.
        quotations: whether to look between quotation marks too.
    """

    words: tuple[Annotated[str, Field(min_length=1)], ...] = ()
    patterns: tuple[Annotated[str, Field(min_length=1)], ...] = ()
    except_: Annotated[tuple[Annotated[str, Field(min_length=1)], ...], Field(alias="except")] = ()
    ignore_case: bool = True
    as_typed: bool = False
    quotations: bool = True

    @cached_property
    def _finder(self) -> Finder:
        how = {"ignore_case": self.ignore_case, "as_typed": self.as_typed}
        kinds = ((word_finder, self.words), (pattern_finder, self.patterns))
        return Finder(tuple(p for make, given in kinds if given for p in make(given, **how).searched))

    @cached_property
    def _excepted(self) -> Finder | None:
        if not self.except_:
            return None
        return word_finder(self.except_, ignore_case=self.ignore_case, as_typed=self.as_typed)

    def find(self, passages: Passages) -> list[Match]:
        """Return the instances in order, one found by words and by a pattern once."""
        found = passages.find(self._finder, quotations=self.quotations)
        return [m for m in found if self._excepted is None or not self._excepted.fits(m.text)]

    def finds(self, text: str) -> bool:
        """Whether there is an instance in a text, exceptions aside."""
        return bool(self._finder.spans((text if self.as_typed else normalise(text).text).encode()))

    def search_faults(self) -> Iterator[Fault]:
        """Yield what cannot be looked for."""
        if not self.words and not self.patterns:
            yield (), "il faut quelque chose à chercher : des mots (words) ou des motifs (patterns)"
        for field, given, make in (
            ("words", self.words, word_finder),
            ("except", self.except_, word_finder),
            ("patterns", self.patterns, pattern_finder),
        ):
            for n, text in enumerate(given):
                try:
                    make([text], ignore_case=self.ignore_case, as_typed=self.as_typed)
                except PatternError as error:
                    yield (field, n), f"« {text[:60]} » : {error}"


class ScopedRule(Rule):
    """A rule that reads passages; its bands may be written as the points at stake and a severity.

    Attributes:
        scope: the passages it reads.
    """

    scope: Scope = "article"

    @model_validator(mode="before")
    @classmethod
    def _bands_from_points(cls, given: Any) -> Any:
        if not isinstance(given, dict) or "bands" in given:
            return given
        out = dict(given)
        points = out.pop("points", 1)
        severity = out.pop("severity", "suggestion")
        out["bands"] = [{"max": 0, "points": points}, {"points": 0, "severity": severity}]
        return out

    @property
    def kind_reads(self) -> tuple[str, ...]:
        """The settings that its scope reads."""
        return read_by(self.scope)

    def passages(self, context: Context, *, as_typed: bool) -> Passages:
        """Return the passages of its scope."""
        return passages_of(context, self.scope, as_typed=as_typed)


class PatternRule(ScopedRule, Search):
    """A rule on words and patterns in the passages of a scope."""

    def found(self, context: Context) -> list[Match]:
        """Return the instances in the passages of its scope."""
        return self.find(self.passages(context, as_typed=self.as_typed))

    def facts(self) -> frozenset[str]:
        """Return the names of its facts."""
        return frozenset({"first", "listed"})

    def faults(self) -> Iterator[Fault]:
        """Yield what cannot be looked for, and what is wrong with the texts."""
        yield from self.search_faults()
        yield from super().faults()


def listed(texts: list[str]) -> dict[str, str]:
    """Return the facts about some instances: the first, and the different ones as a list."""
    different = list(dict.fromkeys(texts))
    more = "…" if len(different) > SHOWN else ""
    shown = ", ".join(f"«\u00a0{t}\u00a0»" for t in different[:SHOWN])
    return {"first": different[0] if different else "", "listed": shown + more}
