"""Reports that were stored as JSON: read back, or refused in one sentence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from seoaudit.errors import InputError, reason_of
from seoaudit.report.model import SCHEMA_VERSION, Report

ENDINGS = (".json", ".jsonl")
# Tens of thousands of reports in one file.
MAX_BYTES = 500_000_000


def is_stored(path: Path) -> bool:
    """Whether a file is taken for stored reports, by its ending."""
    return path.suffix.lower() in ENDINGS


def read_reports(path: Path) -> list[Report]:
    """Return the reports in a file: one alone, those of a run over several articles, or one a line (`.jsonl`).

    Raises:
        InputError: the file cannot be read, holds no report, or holds one of another version of the schema.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(f"Le rapport « {path} » ne peut pas être lu : {reason_of(error)}.") from None
    if len(data) > MAX_BYTES:
        raise InputError(f"Le rapport « {path} » dépasse {MAX_BYTES // 1_000_000} Mo : partagez-le.")
    try:
        values = list(_values(data.decode("utf-8-sig"), lines=path.suffix.lower() == ".jsonl"))
        for value in values:
            _check_version(value, path)
        return [Report.model_validate(report) for value in values for report in _reports(value)]
    except (ValidationError, ValueError, TypeError, RecursionError):
        raise InputError(
            f"« {path} » n’est pas un rapport : donnez un fichier écrit par « seoaudit audit … -f json »."
        ) from None


def _values(text: str, *, lines: bool) -> Iterator[dict[str, Any]]:
    for part in [p for p in text.split("\n") if p.strip()] if lines else [text]:
        value = json.loads(part)
        if not isinstance(value, dict):
            raise TypeError("no object")
        yield value


def _check_version(value: dict[str, Any], path: Path) -> None:
    """Refuse a report of another version; what names no version is no report."""
    found = value.get("schema_version")
    if not isinstance(found, str):
        raise TypeError("no version")
    if found != SCHEMA_VERSION:
        raise InputError(
            f"Le rapport « {path} » est de la version {found} du schéma, or seoaudit lit la {SCHEMA_VERSION} : "
            "refaites-le par « seoaudit audit … -f json »."
        )


def _reports(value: dict[str, Any]) -> list[Any]:
    """Return the reports of a JSON value: its own, those of a run, or none for the line of an error."""
    if "error" in value and "score" not in value:
        return []
    if "reports" in value:
        return list(value["reports"])
    return [value]
