"""The report: what every renderer reads, and what leaves the package as JSON."""

from __future__ import annotations

import json
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from seoaudit.assessment.result import Finding, MeasureValue, Points, Suppressed
from seoaudit.report.body import Body

SCHEMA_VERSION = "1.0"


class Out(BaseModel):
    """What leaves the package as JSON."""

    model_config = ConfigDict(frozen=True)

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain values, in a fixed order."""
        return self.model_dump(mode="json")

    def to_json(self) -> str:
        """Return it as JSON: UTF-8, indented, in a fixed order, without times or absolute paths."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2) + "\n"


class Target(Out):
    """The article's length against the editor's target."""

    words: int = Field(description="Words of the prose")
    min_words: int | None = Field(description="The editor's target; null: none set")
    missing: int = Field(description="Words still to write, 0 without a target")


class Gain(Out):
    """A change that would bring points."""

    rule: str
    points: float = Field(description="Points of 100 that it brings")
    advice: str


class Change(Out):
    """How the points of a rule change."""

    rule: str
    points: float = Field(description="Points of 100 won; negative: lost")


class KeyphraseUse(Out):
    """How the article uses the editor's keyphrase, or would use one that is suggested."""

    text: str
    placement: int | None = Field(
        default=None,
        ge=0,
        le=100,
        description="What the rules that need a keyphrase give it, of 100, by the same sum as the score; "
        "null where none of them applies",
    )
    occurrences: int
    grades: dict[str, int] = Field(description="Occurrences by grade: exact, inflected, near, scattered")
    by_synonym: int = Field(description="How many of them are synonyms")
    unaccented: int = Field(description="How many count only because the keyphrase was typed without accents")
    density: float | None = Field(description="Occurrences per 100 words, scattered ones aside; null below 100 words")
    density_min: float | None = Field(description="The editor's wish; null: none set")
    density_max: float = Field(description="The editor's limit; above it repetition costs")
    in_title: bool | None
    title_offset: int | None = Field(description="Words of the title before it; null where it is not in the title")
    in_first_paragraph: bool | None
    in_first_words: bool | None = Field(description="Whether it begins within the first 100 words")
    in_headings: int
    in_description: bool | None
    in_slug: bool | None
    in_alternatives: int | None = Field(description="Text alternatives of images that hold it; null: no image has one")
    distribution: list[int] = Field(description="Occurrences in each tenth of the text; empty below 100 words")
    longest_gap: int = Field(ge=0, description="Words of the longest stretch without it")
    longest_gap_line: int | None = Field(description="Line where that stretch begins; null below 100 words")


class FoundKeyphrase(Out):
    """A key phrase of the article itself."""

    text: str
    score: float = Field(ge=0, le=1)
    count: int
    density: float | None = Field(description="Occurrences per 100 words; null below 100 words")
    in_title: bool | None = Field(default=None, description="Null: no title")
    in_headings: int = Field(default=0, description="Subheadings that hold it")
    in_description: bool | None = Field(default=None, description="Null: no description")
    features: dict[str, float]


class OutlineRemark(Out):
    """Something to be said of a heading of the author's, or of its section."""

    kind: str = Field(
        description="level_jump, empty, long_section, duplicate, long_heading, alike or unrelated (to its section)"
    )
    text: str


class OutlineEntry(Out):
    """A section, existing or proposed."""

    level: int = Field(ge=0, le=6, description="2 to 6; 0: the part above the first heading")
    heading: str | None
    existing: bool
    start: int = Field(ge=0, description="Offset in the source where the heading stands or would be inserted")
    line: int = Field(ge=1)
    words: int
    missing_words: int
    alternatives: list[str]
    keyphrases: list[str]
    confidence: float | None = Field(description="Of the cut before it, 0 to 1; null where the author made it")
    reason: str = Field(description="Why the section begins here")
    prompts: list[str]
    remarks: list[OutlineRemark] = Field(description="What is to be said of the author's heading; it is kept")


class Restructured(Out):
    """The article judged again under the headings that its draft puts in place."""

    score: int | None = Field(ge=0, le=100, description="100 × earned / total")
    earned: float = Field(description="Points earned by the rules that apply to the draft")
    total: float = Field(description="Points that those rules can give")
    headings: int = Field(description="Headings that the draft adds")
    changes: list[Change] = Field(description="Rules that earn more or fewer points than before")
    joining: list[Points] = Field(description="Rules with points to give that had nothing to judge before")
    remaining: list[Gain] = Field(description="What is left to the human, worth most first")


class SnippetEntry(Out):
    """Proposals for the search result, from the text's own words; null where nothing honest can be proposed."""

    title: str | None
    title_pixels: int | None = Field(description="Width as results draw it (Arial 20 px); beyond 600 px it is cut")
    description: str | None
    description_characters: int | None
    slug: str | None
    alternatives: dict[str, list[str]] = Field(description="Other proposals, by title, description, slug")
    alternative_pixels: list[int] = Field(description="Widths of the alternative titles, in their order")
    reasons: dict[str, str] = Field(description="Why each is proposed, or why nothing is; by title, description, slug")
    open_graph: dict[str, str] = Field(description="Open Graph properties that the article gives a value")
    json_ld: dict[str, Any] = Field(description="Article of schema.org, with what the article holds")
    markup_missing: list[str] = Field(description="What both lack for want of it in the article: url, image, ...")
    head: str = Field(description="Lines to paste into the page's head, escaped")


class Settled(Out):
    """Findings of the baseline that are there no more."""

    rule: str
    count: int = Field(ge=1, description="Places, or 1 for a finding on the whole article")


class AgainstBaseline(Out):
    """What the baseline holds of an article; the findings are those that it does not hold."""

    score: int | None = Field(description="The score then; null: none, or the article was not there")
    known: int = Field(ge=0, description="Places left out because they are known")
    resolved: list[Settled]


class MeasureChange(Out):
    """A measure before and after."""

    before: int | float | None
    after: int | float | None
    unit: str


class SinceRevision(Out):
    """The article against its state in a git revision; the findings are those on lines changed since."""

    revision: str
    score: int | None = Field(description="The score then; null: none, or the article was not there")
    measures: dict[str, MeasureChange] = Field(description="Measures that differ; none for a new article")


class Report(Out):
    """The audit of one article."""

    schema_version: str = SCHEMA_VERSION
    source: str = Field(description="Name of the file as given, - for standard input, empty for a string")
    format: Literal["text", "markdown", "html", "docx"]
    encoding: str = Field(description="How the bytes were decoded; empty when a string was given")
    language: str = Field(description="Language the text is taken for, ISO 639-1; empty where it is too short to tell")
    warnings: list[str] = Field(description="What the reader should know before trusting the report")
    lang: Literal["fr", "en"] = Field(description="Language of the messages")
    score: int | None = Field(ge=0, le=100)
    score_reason: str = Field(description="Why there is no score; empty where there is one")
    score_after: int | None = Field(description="The score once the best changes are made")
    best_changes: list[Gain] = Field(description="The three changes worth most points")
    points: list[Points]
    target: Target
    measures: dict[str, MeasureValue]
    findings: list[Finding]
    suppressed: list[Suppressed] = Field(description="What comments in the article silence")
    score_unsuppressed: int | None = Field(
        ge=0, le=100, description="The score without any such comment; null where they silence nothing"
    )
    keyphrase: KeyphraseUse | None
    suggestions: list[KeyphraseUse] = Field(
        description="Phrases of several words that could be the target, with their placement; none where one is given"
    )
    keyphrases: list[FoundKeyphrase]
    outline: list[OutlineEntry]
    outline_reason: str = Field(description="Why no section is proposed; empty where some are")
    restructured: Restructured | None = Field(description="The draft judged; null where it adds no heading")
    snippet: SnippetEntry
    baseline: AgainstBaseline | None = Field(default=None, description="Null: no baseline was given")
    since: SinceRevision | None = Field(default=None, description="Null: no revision was given")
    # The text itself, for the renderers that show it; no part of the JSON.
    body: Body | None = Field(default=None, exclude=True, repr=False)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a report."""
    schema = Report.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
