"""What the audit says: points and findings, as they leave the house."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from seoaudit.assessment.rule_model import Evidence, Severity


class _Result(BaseModel):
    model_config = ConfigDict(frozen=True)


class Span(_Result):
    """A place in the source: offsets in code points, lines and columns from 1; what ends lies just after the place."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    line: int = Field(ge=1)
    column: int = Field(ge=1)
    end_line: int = Field(ge=1)
    end_column: int = Field(ge=1)
    fingerprint: str = Field(default="", description="Of the rule and the sentence: the same after the text has moved")


class Replacement(_Result):
    """What to write instead of what stands at a place."""

    span: Span
    text: str


class Finding(_Result):
    """A fault: one for each rule, with all its places."""

    rule: str
    severity: Severity
    message: str
    advice: str
    points_lost: float = Field(ge=0, description="Points of the score, out of 100, that mending it brings back")
    spans: list[Span]
    excerpt: str = Field(description="The first place with its surroundings, or an empty string")
    evidence: Evidence
    fingerprint: str = Field(default="", description="Of the rule and how the article begins")
    left_out: int = Field(default=0, ge=0, description="Places not shown: in the baseline, or on lines not changed")
    fixes: list[Replacement] = Field(default_factory=list, description="Corrections of the source, where known")


class Points(_Result):
    """What a rule earned; the score is 100 * sum(earned) / sum(max) over the rules that apply, and not below 0."""

    rule: str
    name: str = Field("", description="The rule’s short name")
    earned: float = Field(description="Below 0: a penalty")
    max: float = Field(ge=0)
    applies: bool
    reason: str = Field(description="Why it does not apply; empty where it does")
    missing: list[str] = Field(default_factory=list, description="Settings that it waits for; empty where it applies")


def score_of(points: Iterable[Points]) -> int | None:
    """Return 100 × points earned / points of the rules that apply, not below 0; None where none applies."""
    applied = [p for p in points if p.applies]
    total = sum(p.max for p in applied)
    return max(0, round(100 * sum(p.earned for p in applied) / total)) if total else None


class MeasureValue(_Result):
    """A measure's value; null with its reason where it makes no sense."""

    value: int | float | None
    unit: str
    reason: str = ""
    examples: list[str] = Field(default_factory=list, description="Some of what it counts, where that can be shown")


class Suppressed(Finding):
    """A finding, or a part of one, that comments in the article silence; it costs no points."""

    whole_article: bool = Field(description="Whether the rule is silent for the whole article")


NoteKind = Literal["unknown_directive", "unknown_rule", "unused", "unused_enable", "whole_article"]


class Note(_Result):
    """What a comment to seoaudit gets wrong, or that it silences nothing."""

    line: int
    kind: NoteKind
    said: str
    near: str


class Judgement(_Result):
    """The outcome of all rules on one article."""

    score: int | None = Field(ge=0, le=100)
    score_reason: str = Field(default="", description="Why there is no score; empty where there is one")
    points: list[Points]
    findings: list[Finding]
    measures: dict[str, MeasureValue]
    suppressed: list[Suppressed] = Field(default_factory=list)
    score_unsuppressed: int | None = Field(
        None, ge=0, le=100, description="The score without any comment, where one silences something"
    )
    notes: list[Note] = Field(default_factory=list)
