"""What is wrong with settings, in one French sentence: the name, the value, what was expected."""

from __future__ import annotations

import difflib
from typing import Any

from pydantic import ValidationError

from seoaudit.assessment.settings import Settings

# Names that other tools use for settings of ours.
_ELSEWHERE = {
    "ignore": "disable",
    "extend-ignore": "disable",
    "rules": "select",
    "extends": "profile",
    "keyword": "keyphrase",
    "focus_keyphrase": "keyphrase",
    "target_words": "min_words",
}


def sentence_of(error: ValidationError) -> tuple[str, str]:
    """Return the name of the first faulty setting and the sentence that says what is wrong."""
    fault = error.errors()[0]
    name = str(fault["loc"][0]) if fault["loc"] else ""
    if fault["type"] == "extra_forbidden":
        return name, unknown_name(name, Settings.model_fields)
    return name, f"Réglage « {name} »{_what(name)} : {_shown(fault.get('input'))} ne convient pas, {_expected(fault)}."


def unknown_name(name: str, known: Any) -> str:
    """Return the sentence on a name that is no setting, with the nearest of the known ones."""
    near = difflib.get_close_matches(name.replace("-", "_").lower(), known, n=1, cutoff=0.6)
    meant = near[0] if near else _ELSEWHERE.get(name)
    hint = f" ; vouliez-vous dire « {meant} » ?" if meant in known else f" ; réglages connus : {', '.join(known)}."
    return f"Réglage inconnu « {name} »{hint}"


def _what(name: str) -> str:
    field = Settings.model_fields.get(name)
    return f" ({field.description})" if field else ""


def _shown(value: Any) -> str:
    """Return a value as its author wrote it, or nearly: short, in French where Python has its own words."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list | tuple):
        return "cette valeur"
    if isinstance(value, str):
        return f"« {value[:60]}{'…' if len(value) > 60 else ''} »"
    return str(value)


def _expected(fault: Any) -> str:
    """Say what a value had to be."""
    context = fault.get("ctx") or {}
    kind = fault["type"]
    bounds = {
        "greater_than_equal": ("au moins", "ge"),
        "less_than_equal": ("au plus", "le"),
        "greater_than": ("plus de", "gt"),
    }
    if kind in bounds:
        words, key = bounds[kind]
        return f"il faut {words} {context.get(key):g}"
    if kind == "literal_error":
        return f"il faut {context.get('expected')}".replace(" or ", " ou ")
    if kind == "range_order":
        return "il faut le minimum avant le maximum"
    words_of = {
        "int": "il faut un nombre entier",
        "float": "il faut un nombre",
        "string": "il faut un texte",
        "bool": "il faut true ou false",
        "tuple": 'il faut une liste, par exemple ["a", "b"]',
        "switch": "il faut une valeur, pas un oui ou non",
        "pattern": 'il faut des motifs, par exemple ["brouillons/"]',
    }
    if kind in {"too_short", "too_long", "missing"}:
        return "il faut deux nombres, par exemple [150, 300]"
    return next((w for k, w in words_of.items() if kind.startswith(k)), "il faut une valeur d’une autre forme")
