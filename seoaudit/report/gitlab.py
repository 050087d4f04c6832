"""GitLab's code quality report: a subset of Code Climate's, an array of places with a fingerprint each."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from seoaudit.report.batch import Batch, Failure, Look
from seoaudit.report.model import Report
from seoaudit.report.places import Spot, file_of, spots

# GitLab knows info, minor, major, critical and blocker.
_SEVERITIES = {"error": "major", "warning": "minor", "suggestion": "info"}


def render(batch: Batch, look: Look) -> Iterator[str]:
    """Yield the array, an entry a place; a file that could not be read is a blocker."""
    del look
    yield "["
    between = "\n"
    for entry in _entries(batch):
        yield between + json.dumps(entry, ensure_ascii=False)
        between = ",\n"
    yield "\n]\n"


def _entries(batch: Batch) -> Iterator[dict[str, Any]]:
    for report in batch:
        for spot in spots(report):
            yield _entry(report, spot)
    for failure in batch.failures:
        yield _failure(failure)


def _entry(report: Report, spot: Spot) -> dict[str, Any]:
    finding, span = spot.finding, spot.span
    path = file_of(report)
    return {
        "check_name": f"seoaudit/{finding.rule}",
        "description": f"{finding.rule} {spot.said}",
        "content": {"body": finding.advice},
        "categories": ["Style"],
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": _unique(path, spot.fingerprint),
        "location": {"path": path, "lines": {"begin": span.line, "end": span.end_line}},
    }


def _failure(failure: Failure) -> dict[str, Any]:
    return {
        "check_name": "seoaudit/lecture",
        "description": failure.message,
        "categories": ["Bug Risk"],
        "severity": "blocker",
        "fingerprint": _unique(failure.source, failure.message),
        "location": {"path": failure.source, "lines": {"begin": 1}},
    }


def _unique(path: str, fingerprint: str) -> str:
    """Return a fingerprint that no other file has: GitLab shows one entry of those that share it."""
    return hashlib.sha256(f"{path}\0{fingerprint}".encode()).hexdigest()[:32]
