"""The texts of a search result: title and description against each other, the main heading and plain reading."""

from __future__ import annotations

import unicodedata
from collections import Counter
from itertools import pairwise

from seoaudit.assessment.context import Context
from seoaudit.assessment.measures.overuse import content_keys
from seoaudit.assessment.registry import Value, absent, measure
from seoaudit.french.normalise import normalise
from seoaudit.structure.snippet import pixel_width

# Google's desktop results set the description in Arial of 14 px.
DESCRIPTION_SIZE = 14
_FEWEST_CAPITALS = 12
_MOST_SAME = 2


def _plain(text: str) -> str:
    """Return a text for comparison: lower case, letters and digits only."""
    return "".join(c for c in normalise(text).text.casefold() if c.isalnum())


@measure("title_apart", high=1, facts=("heading", "title_text"), reads=("title",))
def title_apart(context: Context) -> Value:
    """Whether the page's title has no content word in common with its main heading: 0 or 1."""
    title = context.settings.title
    main = next((b.text for b in context.article.headings if b.level == 1), None)
    if not title or not main:
        return absent("no_title_and_heading")
    mine, other = set(content_keys(title)), set(content_keys(main))
    apart = bool(mine and other) and not mine & other
    return Value(int(apart), facts={"title_text": title, "heading": main})


@measure("description_as_title", high=1, facts=("text",), reads=("title", "description"))
def description_as_title(context: Context) -> Value:
    """Whether the description says no more than the title: 0 or 1."""
    title, description = context.settings.title, context.settings.description
    if not title or not description:
        return absent("no_title_and_description")
    same = _plain(description) in {_plain(title), _plain(context.title)}
    return Value(int(same), facts={"text": description})


@measure("description_pixels", unit="px", facts=("length",), needs=("description",))
def description_pixels(context: Context) -> Value:
    """Width of the description in a search result, in pixels (Arial 14 px, as desktop results set it)."""
    description = context.settings.description or ""
    # Which apostrophe was typed makes a pixel of difference, and no difference to a reader.
    text = " ".join(unicodedata.normalize("NFC", description).replace("'", "’").split())
    return Value(pixel_width(text, DESCRIPTION_SIZE), facts={"length": len(text)})


@measure("shouted_title", high=1, facts=("text",), needs=("title",))
def shouted_title(context: Context) -> Value:
    """Whether the page's title is in capitals throughout: 0 or 1."""
    title = context.settings.title or ""
    letters = sum(map(str.isalpha, title))
    return Value(int(title.isupper() and letters >= _FEWEST_CAPITALS), facts={"text": title})


@measure("stuffed_title", high=1, facts=("text",), needs=("title",))
def stuffed_title(context: Context) -> Value:
    """Whether the page's title repeats two content words in a row, or one of them three times: 0 or 1."""
    title = context.settings.title or ""
    return Value(int(_repeats(content_keys(title), 1)), facts={"text": title})


@measure("stuffed_description", high=1, facts=("text",), needs=("description",))
def stuffed_description(context: Context) -> Value:
    """Whether the description has two content words in a row three times, or one of them four times: 0 or 1."""
    description = context.settings.description or ""
    return Value(int(_repeats(content_keys(description), _MOST_SAME)), facts={"text": description})


def _repeats(keys: list[str], pairs: int) -> bool:
    """Whether a pair of neighbours comes back more than `pairs` times, or a word more than once more than that."""
    most = max(Counter(pairwise(keys)).values(), default=0)
    return most > pairs or max(Counter(keys).values(), default=0) > pairs + 1
