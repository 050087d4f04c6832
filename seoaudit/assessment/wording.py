"""Fills a rule's text with facts, the way a French or an English editor writes them.

A text names facts in braces. A number can bring its noun: "{missing_words:mot|mots}" gives "355 mots" or "1 mot", and
"{value:~il mène|ils mènent}" gives the words alone, without the number.
Decimals have at most one digit; French ones a comma and no-break thousands.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import Any

NBSP = "\u00a0"
# What stands for a fact that is not known.
UNKNOWN = "…"


class _Shown:
    """A fact as it is written in a language."""

    def __init__(self, value: Any, lang: str) -> None:
        self.value, self.lang = value, lang

    def __str__(self) -> str:
        return show(self.value, self.lang)

    def __format__(self, spec: str) -> str:
        if not spec or not isinstance(self.value, (int, float)):
            return str(self)
        alone = spec.startswith("~")
        one, _, many = spec.removeprefix("~").partition("|")
        # In French everything below two is singular (0 mot, 1,5 mot), in English only one.
        single = abs(self.value) < 2 if self.lang == "fr" else self.value == 1
        space = NBSP if self.lang == "fr" else " "
        words = one if single else many or one
        return words if alone else f"{self}{space}{words}"


class _Facts:
    """Facts that are made to be shown when a text names them."""

    def __init__(self, facts: Mapping[str, Any], lang: str) -> None:
        self._facts, self._lang = facts, lang

    def __getitem__(self, name: str) -> _Shown:
        return _Shown(self._facts[name], self._lang)


class _Unknown(dict[str, "_Unknown"]):
    """Facts that are not known: numbers are N, all else is left open."""

    def __missing__(self, name: str) -> _Unknown:
        return self

    def __str__(self) -> str:
        return UNKNOWN

    def __format__(self, spec: str) -> str:
        many = spec.removeprefix("~").partition("|")[2] or spec.removeprefix("~")
        return UNKNOWN if not spec else many if spec.startswith("~") else f"N{NBSP}{many}"


def sketch(text: str) -> str:
    """Return a text as it reads before its facts are known: "N espaces insécables manquent"."""
    return text.format_map(_Unknown()).strip()


def show(value: Any, lang: str) -> str:
    """Return a value as written in French or English; other values than numbers as they are."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return str(value)
    text = f"{round(value, 1):,.1f}".removesuffix(".0")
    return text.replace(",", NBSP).replace(".", ",") if lang == "fr" else text


def named_facts(text: str) -> list[str]:
    """Return the facts that a text names, in order; one written with an index, an attribute or a conversion as it is.

    Raises:
        ValueError: its braces do not match.
    """
    names = []
    for _, name, spec, conversion in Formatter().parse(text):
        if name is not None:
            names.append(f"{name}!{conversion}" if conversion else name)
        if spec:
            names += named_facts(spec)
    return names


def fill(text: str, facts: Mapping[str, Any], lang: str) -> str:
    """Return a text with its facts filled in; a fact it names that is missing raises KeyError."""
    return text.format_map(_Facts(facts, lang)).strip()
