"""The measures, by subject; importing this package registers them all."""

from seoaudit.assessment.measures import (
    connectives,
    headings,
    keyphrase,
    keyphrase_density,
    length,
    media,
    metadata,
    overuse,
    paragraph_shape,
    place_lists,
    reading,
    semantic_field,
    sentence_shape,
    style,
    substance,
    typography,
)
from seoaudit.assessment.registry import Measure, registered

__all__ = ["all_measures"]

_MODULES = (
    length,
    paragraph_shape,
    reading,
    sentence_shape,
    connectives,
    style,
    headings,
    keyphrase,
    keyphrase_density,
    overuse,
    place_lists,
    semantic_field,
    metadata,
    media,
    substance,
    typography,
)


def all_measures() -> dict[str, Measure]:
    """Return every measure by name."""
    return registered()
