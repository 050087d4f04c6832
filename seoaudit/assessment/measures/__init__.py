"""The measures, by subject; importing this package registers them all."""

from seoaudit.assessment.measures import (
    connectives,
    headings,
    keyphrase,
    length,
    media,
    metadata,
    reading,
    substance,
    typography,
)
from seoaudit.assessment.registry import Measure, registered

__all__ = ["all_measures"]

_MODULES = (length, reading, connectives, headings, keyphrase, metadata, media, substance, typography)


def all_measures() -> dict[str, Measure]:
    """Return every measure by name."""
    return registered()
