"""The settings in force, and where each comes from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from seoaudit.assessment.layers import Merged, Origin
from seoaudit.assessment.settings import Settings
from seoaudit.report.labels import label
from seoaudit.report.page import Page
from seoaudit.report.to_json import to_json

Lang = Literal["fr", "en"]


def render_settings(source: str, merged: Merged, *, lang: Lang, colour: bool = False, width: int = 100) -> str:
    """Return the settings of an article as terminal text: the ones that were set first."""
    page = Page(colour=colour, width=width)
    page.head(label("settings", lang), source)
    columns = [
        (label("setting_column", lang), False),
        (label("value_column", lang), False),
        (label("origin", lang), False),
    ]
    page.table(
        columns, [(n, _written(_value(merged, n), lang), _places(merged.origins[n], lang)) for n in _ordered(merged)]
    )
    return page.text


def settings_to_json(source: str, merged: Merged) -> str:
    """Return the settings of an article as JSON text: value and origins by name, in the order of the documentation."""
    return to_json(
        {
            "source": source,
            "settings": {
                name: {"value": _value(merged, name), "origins": [_origin(o) for o in merged.origins[name]]}
                for name in Settings.model_fields
            },
        }
    )


def _ordered(merged: Merged) -> Iterable[str]:
    return sorted(Settings.model_fields, key=lambda n: merged.origins[n][0].kind == "default")


def _value(merged: Merged, name: str) -> Any:
    return merged.settings.model_dump(mode="json")[name]


def _origin(origin: Origin) -> dict[str, Any]:
    return {"kind": origin.kind, "name": origin.name, "line": origin.line}


def _written(value: Any, lang: Lang) -> str:
    if value is None or value == []:
        return label("none", lang)
    if isinstance(value, bool):
        return label("yes" if value else "no", lang)
    if isinstance(value, list):
        return ", ".join(str(v) for v in value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def _places(origins: Iterable[Origin], lang: Lang) -> str:
    return " ; ".join(_place(o, lang) for o in origins) if lang == "fr" else "; ".join(_place(o, lang) for o in origins)


def _place(origin: Origin, lang: Lang) -> str:
    what = label(f"origin_{origin.kind}", lang)
    if origin.kind in {"default", "profile"}:
        return f"{what} {origin.name}".strip()
    line = f", {label('line', lang, n=origin.line)}" if origin.line else ""
    where = f"{origin.name}{line}"
    return f"{where} ({what})" if where and origin.kind != "caller" else where or what
