"""JSON lines: each report, then each error, on a line of its own; for jq, databases and other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from seoaudit.report.batch import Batch, Look
from seoaudit.report.model import SCHEMA_VERSION

# What else than a line feed some readers take for the end of a line; JSON leaves it bare in a string.
_BREAKS = {ord(c): f"\\u{ord(c):04x}" for c in "\x85\u2028\u2029"}


def render(batch: Batch, look: Look) -> Iterator[str]:
    """Yield a line a report, in the form of JSON, and one an error: {"schema_version", "error": {source, message}}."""
    del look
    for report in batch:
        yield _line(report.to_dict())
    for failure in batch.failures:
        yield _line({"schema_version": SCHEMA_VERSION, "error": failure.model_dump(mode="json")})


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False).translate(_BREAKS) + "\n"
