"""JSON: one input is its report, several are a list with the errors; both have a schema."""

from __future__ import annotations

import json
from collections.abc import Iterator

from seoaudit.report.batch import Batch, Look
from seoaudit.report.model import SCHEMA_VERSION
from seoaudit.report.to_json import indented, to_json


def render(batch: Batch, look: Look) -> Iterator[str]:
    """Yield the reports as JSON, indented, report by report."""
    del look
    if batch.single:
        yield from (report.to_json() for report in batch)
        return
    yield f'{{\n  "schema_version": {json.dumps(SCHEMA_VERSION)},\n  "reports": ['
    between = "\n"
    for report in batch:
        yield between + indented(report.to_json().rstrip("\n"), 4)
        between = ",\n"
    yield ("]" if between == "\n" else "\n  ]") + ',\n  "errors": '
    yield indented(to_json([f.model_dump(mode="json") for f in batch.failures]).rstrip("\n"), 2).lstrip() + "\n}\n"
