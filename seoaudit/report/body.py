"""The article's text as a report shows it: what a reader of the page sees, with the places of the findings in it.

It travels with a report for the renderers that show the text, and is no part of its JSON: whoever reads that has the
source, and every place as an offset into it.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True)


class Mark(_Part):
    """A place of a finding within a block, or the part of it that lies there."""

    rule: str
    number: int = Field(ge=0, description="Which of the finding's places it is")
    start: int = Field(ge=0, description="Offset in code points into the block's text")
    end: int = Field(ge=0)


class SentencePlace(_Part):
    """A sentence of the prose: its place in the block's text, and its words."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    words: int = Field(ge=0)


class Picture(_Part):
    """An image of a block."""

    alt: str | None = Field(description="Its text alternative; null: none at all")
    target: str
    marks: list[Mark] = Field(description="Findings about the image itself; their offsets say nothing")


class TextBlock(_Part):
    """A block of the article, as a reader of the page sees it."""

    kind: str
    text: str
    level: int
    group: int
    line: int = Field(ge=1)
    words: int = Field(ge=0, description="Words of prose; 0 for what is counted apart")
    sentences: list[SentencePlace]
    keyphrase: list[tuple[int, int]] = Field(description="Occurrences of the editor's keyphrase")
    marks: list[Mark]
    pictures: list[Picture]


class RuleSection(_Part):
    """A part of what there is to say about a rule."""

    head: str
    note: str
    lines: list[str]


class RuleText(_Part):
    """A rule in words: why it is there, what it says and judges, what each band is worth, on what ground."""

    id: str
    name: str
    why: str
    sections: list[RuleSection]


class Body(_Part):
    """An article's text and what its page says of itself, for the renderers that show them."""

    heading: str = Field(description="What the article is called; empty where nothing says it")
    title: str | None = Field(description="Title of the page as given")
    description: str | None
    slug: str | None
    long_sentence: int = Field(description="Words above which the editor calls a sentence long")
    keyphrase_at: list[float] = Field(
        description="Where each occurrence of the keyphrase begins, in shares of the words"
    )
    blocks: list[TextBlock]
    own_rules: list[RuleText] = Field(description="The editor's own rules, and built-in ones that these changed")
