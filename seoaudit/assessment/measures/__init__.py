"""The measures, by subject; importing this package registers them all."""

from seoaudit.assessment.measures import (
    anchors,
    connectives,
    evidence,
    heading_form,
    headings,
    images,
    keyphrase,
    keyphrase_density,
    layout,
    leftovers,
    length,
    link_targets,
    media,
    metadata,
    overuse,
    page_head,
    paragraph_shape,
    place_lists,
    reading,
    semantic_field,
    sentence_shape,
    site,
    snippet_texts,
    structured_data,
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
    heading_form,
    keyphrase,
    keyphrase_density,
    site,
    overuse,
    place_lists,
    semantic_field,
    metadata,
    page_head,
    structured_data,
    snippet_texts,
    media,
    link_targets,
    anchors,
    images,
    layout,
    substance,
    evidence,
    typography,
    leftovers,
)


def all_measures() -> dict[str, Measure]:
    """Return every measure by name."""
    return registered()
