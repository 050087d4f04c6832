"""JSON of the lists that are not whole reports; always UTF-8, indented, in a fixed order."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from seoaudit.keyphrases import Keyphrase


def to_json(value: Any) -> str:
    """Return plain values as JSON text."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def indented(text: str, by: int) -> str:
    """Return JSON text moved to the right; only the line feeds of its layout begin a line, not those in its strings."""
    return " " * by + text.replace("\n", "\n" + " " * by)


def keyphrases_to_json(found: Sequence[Keyphrase]) -> str:
    """Return key phrases as JSON text."""
    return to_json(
        [
            {
                "text": k.text,
                "score": round(k.score, 4),
                "count": k.count,
                "density": round(k.density, 2),
                "aliases": list(k.aliases),
                "features": {n: round(float(v), 4) for n, v in k.features.items()},
            }
            for k in found
        ]
    )
