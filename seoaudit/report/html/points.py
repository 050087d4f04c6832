"""The points by family, every rule with what it earned, so that a reader can redo the sum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from seoaudit.assessment.result import Points


@dataclass(frozen=True, slots=True)
class Family:
    """The rules of a family: those that count here, those that could only take points and take none, and all others."""

    code: str
    earned: float
    max: float
    applied: tuple[Points, ...]
    silent: tuple[Points, ...]
    others: tuple[Points, ...]

    @property
    def share(self) -> float:
        """Points earned in shares of the most, 0 to 1; penalties count as none."""
        return max(0.0, self.earned / self.max) if self.max else 0.0


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum behind the score, by family; families where points are lost come first."""

    families: tuple[Family, ...]
    earned: float
    max: float


def family_of(rule_id: str) -> str:
    """Return the family of a rule: its id without the number."""
    return rule_id.rstrip("0123456789")


def sum_points(points: Sequence[Points]) -> Sum:
    """Return the points by family; the family is the letters of a rule's id."""
    codes = sorted({family_of(p.rule) for p in points})
    families = [_family(code, [p for p in points if family_of(p.rule) == code]) for code in codes]
    families.sort(key=lambda f: (f.earned - f.max, f.code))
    return Sum(tuple(families), sum(f.earned for f in families), sum(f.max for f in families))


def _family(code: str, points: Sequence[Points]) -> Family:
    applied = tuple(p for p in points if p.applies and (p.max or p.earned))
    silent = tuple(p for p in points if p.applies and not (p.max or p.earned))
    others = tuple(p for p in points if not p.applies)
    return Family(code, sum(p.earned for p in applied), sum(p.max for p in applied), applied, silent, others)
