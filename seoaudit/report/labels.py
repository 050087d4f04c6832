"""Labels of the reports in both languages."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from seoaudit.assessment.wording import fill

# The library's own parser in C where it is there: these files are a tenth of a second in Python.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
FILES = ("labels.yaml", "labels_html.yaml")


@cache
def _labels() -> dict[str, dict[str, str]]:
    loaded: dict[str, dict[str, str]] = {}
    for name in FILES:
        text = files("seoaudit.report").joinpath(name).read_text(encoding="utf-8")
        loaded.update(yaml.load(text, Loader=_LOADER))  # noqa: S506 -- a safe loader, and our own file
    return loaded


def label(key: str, lang: str, **facts: Any) -> str:
    """Return a label in "fr" or "en", its facts filled in."""
    text = _labels()[key][lang]
    return fill(text, facts, lang) if facts else text


def family_name(code: str, lang: str) -> str:
    """Return what a family of rules is called, its letters where it has no name."""
    return _labels().get(f"family_{code}", {}).get(lang, code)
