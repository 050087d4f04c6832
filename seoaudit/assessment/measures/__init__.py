"""The measures, by subject; importing this package registers them all."""

from seoaudit.assessment.measures import (
    connectives,
    headings,
    keyphrase,
    length,
    media,
    metadata,
    paragraph_shape,
    reading,
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
    metadata,
    media,
    substance,
    typography,
)


def all_measures() -> dict[str, Measure]:
    """Return every measure by name."""
    return registered()
