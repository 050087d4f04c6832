"""Title, description and slug of the page."""

from __future__ import annotations

import re

from seoaudit.assessment.context import Context
from seoaudit.assessment.registry import Value, absent, measure
from seoaudit.structure.snippet import make_slug, pixel_width

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _length(text: str | None, context: Context) -> Value:
    """Return a text's length in characters; 0 when the page lacks it, absent when no page is known."""
    if text:
        return Value(len(" ".join(text.split())), facts={"text": " ".join(text.split())})
    return Value(0, facts={"text": ""}) if context.page_known else absent("no_page")


@measure("title_length", unit="caractères", facts=("text",), reads=("title",))
def title_length(context: Context) -> Value:
    """Length of the page's title in characters; 0 when a whole page or front matter has none."""
    return _length(context.settings.title, context)


@measure("title_pixels", unit="px", facts=("length", "text"), needs=("title",))
def title_pixels(context: Context) -> Value:
    """Width of the title in a search result, in pixels (Arial 20 px, the face and size result pages use)."""
    text = " ".join((context.settings.title or "").split())
    return Value(pixel_width(text), facts={"text": text, "length": len(text)})


@measure("description_length", unit="caractères", facts=("text",), reads=("description",))
def description_length(context: Context) -> Value:
    """Length of the meta description in characters; 0 when a whole page or front matter has none."""
    return _length(context.settings.description, context)


@measure("slug_faults", facts=("better",), needs=("slug",))
def slug_faults(context: Context) -> Value:
    """Whether the slug has other signs than lower-case letters, digits and single hyphens, or over 75 characters: 1."""
    slug = context.settings.slug or ""
    bad = _SLUG.fullmatch(slug) is None or len(slug) > 75
    return Value(int(bad), facts={"better": make_slug(slug.replace("-", " ").replace("_", " "))})
