"""The width of a text in pixels, as search results draw it."""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from importlib.resources import files

TITLE_SIZE = 20
"""Size in pixels at which Google's desktop results draw titles, in Arial."""
TITLE_LIMIT = 600
"""Width in pixels beyond which such a title is cut (the column's width; a measured usage, Google states none)."""


@cache
def _table() -> tuple[dict[str, int], int, int, int]:
    """Widths by character, units per em, width of an unknown letter and of a wide one (ideograph, emoji)."""
    data = json.loads(files("seoaudit.structure").joinpath("data/glyph_widths.json").read_text("utf-8"))
    widths = {c: int(width) for width, chars in data["widths"].items() for c in chars}
    return widths, data["units_per_em"], data["default"], data["wide"]


def pixel_width(text: str, size: int = TITLE_SIZE) -> int:
    """Return the width of a text set in Arial, rounded up to the pixel.

    Args:
        text: one line; combining and invisible characters take no width.
        size: font size in pixels, at least 1.

    Raises:
        ValueError: the size is below 1.

    Source of the widths: `data/glyph_widths.json`. Kerning, which browsers apply to few pairs, is left out: the
    result is then a little above what is drawn.
    """
    if size < 1:
        raise ValueError(f"a font size is at least 1 px, not {size}")
    widths, em, default, wide = _table()
    units = 0
    for c in unicodedata.normalize("NFC", text):
        known = widths.get(c)
        if known is None:
            if unicodedata.category(c) in {"Mn", "Me", "Cf", "Cc"}:
                continue
            known = wide if unicodedata.east_asian_width(c) in "WF" else default
        units += known
    return -(-units * size // em)
