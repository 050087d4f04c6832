"""Two states of an article side by side: what every renderer of a comparison reads, and what leaves as JSON."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from seoaudit.assessment.result import Finding
from seoaudit.report.model import SCHEMA_VERSION, MeasureChange, Out

Verdict = Literal["better", "worse", "same"]


class State(Out):
    """One of the two states."""

    source: str = Field(description="Name of the article or of the stored report's article")
    score: int | None
    lost: float = Field(description="Points of 100 that its rules lose in all")
    total: float = Field(description="Points that the rules that apply can give; the score is out of them")


class RuleChange(Out):
    """A rule that wins or loses points of the score, out of 100; what is lost adds up to 100 minus the score."""

    rule: str
    name: str
    before: float = Field(description="Points of 100 lost before; 0 where it did not apply")
    after: float = Field(description="Points of 100 lost after")
    won: float = Field(description="Points of 100 won; negative: lost")
    applied: bool = Field(description="Whether it applied before")
    applies: bool = Field(description="Whether it applies after")


class MeasureMove(MeasureChange):
    """A measure before and after, and whether that is for the better where the rules that judge it say so."""

    verdict: Verdict | None = Field(description="By the points of the rules that judge it; null: none is won or lost")


class Compared(Out):
    """What got better or worse from one state of an article to another."""

    schema_version: str = SCHEMA_VERSION
    lang: Literal["fr", "en"]
    before: State
    after: State
    verdict: Verdict = Field(description="worse: a lower score, none where there was one, or a new error")
    rules: list[RuleChange] = Field(description="Best won first, most lost last")
    rescaled: float = Field(
        description="Points of 100 that all other rules win because more or fewer rules apply, and the total with them"
    )
    gone: list[Finding] = Field(description="Findings of before with the places that are there no more")
    new: list[Finding] = Field(description="Findings of after with the places that were not there")
    kept: int = Field(ge=0, description="Places that stay")
    measures: dict[str, MeasureMove]
    warnings: list[str] = Field(description="Why the two may not be judged alike")
