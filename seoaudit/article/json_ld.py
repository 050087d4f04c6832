"""Structured data of a page in JSON-LD: read, and told where it is broken."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from seoaudit.article.head import Mark

# What old templates put around a script for parsers of XHTML.
_WRAPPED = re.compile(r"^\s*(?:<!--|/[/*]\s*<!\[CDATA\[(?:\s*\*/)?)|(?:-->|(?:/[/*]\s*)?\]\]>(?:\s*\*/)?)\s*$")
_DEEPEST = 20


class StructuredData(NamedTuple):
    """One script of structured data.

    Attributes:
        items: its objects, those of a list or of "@graph" one by one; empty where it cannot be read.
        fault: offset in the source where it stops being JSON; None where all of it is.
    """

    items: tuple[dict[str, Any], ...]
    fault: int | None


def read_json_ld(script: Mark) -> StructuredData:
    """Return the objects of a script, or where it is broken."""
    text = _WRAPPED.sub(lambda m: " " * len(m[0]), script.text)
    try:
        return StructuredData(tuple(_items(json.loads(text), 0)), None)
    except json.JSONDecodeError as error:
        return StructuredData((), script.start + min(error.pos, max(0, len(text) - 1)))
    except (RecursionError, ValueError):  # nested beyond reason, or a number of a million digits
        return StructuredData((), script.start)


def _items(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for entry in value:
            yield from _items(entry, depth + 1)
    elif isinstance(value, dict):
        graph = value.get("@graph")
        if isinstance(graph, list):
            context = value.get("@context")
            yield from ({"@context": context, **item} for item in _items(graph, depth + 1))
        else:
            yield value


def types_of(item: dict[str, Any]) -> frozenset[str]:
    """Return the types of an object, without the address of their vocabulary ("NewsArticle")."""
    said = item.get("@type")
    values: Iterable[Any] = said if isinstance(said, list) else [said]
    return frozenset(v.rsplit("/", 1)[-1] for v in values if isinstance(v, str))
