"""What is wrong with the data of a rule, in one French sentence that says what would be right."""

from __future__ import annotations

import typing
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from seoaudit.assessment.rule_model import nearest
from seoaudit.assessment.texts import Text

_WANTED = {
    "string_type": "il faut un texte",
    "float_type": "il faut un nombre",
    "float_parsing": "il faut un nombre",
    "int_type": "il faut un nombre entier",
    "int_parsing": "il faut un nombre entier",
    "int_from_float": "il faut un nombre entier",
    "bool_type": "il faut true ou false",
    "bool_parsing": "il faut true ou false",
    "tuple_type": "il faut une liste",
    "dict_type": "il faut des clés et leurs valeurs",
    "model_type": "il faut des clés et leurs valeurs",
    "model_attributes_type": "il faut des clés et leurs valeurs",
    "string_too_short": "il faut un texte qui dise quelque chose",
    "finite_number": "il faut un nombre fini",
}
_FORMS = {
    "id": "des capitales et trois chiffres, comme LON001",
    "name": "des minuscules jointes par des traits d’union, comme paragraphe-long",
}


def sentence(rule: type[BaseModel], fault: Mapping[str, Any]) -> str:
    """Return what is wrong, beginning with where.

    Args:
        rule: the model the data was read as.
        fault: one of pydantic's errors.
    """
    path: Sequence[str | int] = fault["loc"]
    kind, given = fault["type"], fault.get("input")
    context = fault.get("ctx") or {}
    where = f"« {dotted(path)} » : " if path else ""
    if kind == "missing":
        around = _model_at(rule, path[:-1])
        if around is Text:
            return f"« {dotted(path[:-1])} » : il manque la traduction « {path[-1]} »"
        return f"il manque « {dotted(path)} »"
    if kind == "extra_forbidden":
        return f"clé inconnue « {dotted(path)} »{nearest(str(path[-1]), _keys(_model_at(rule, path[:-1])))}"
    if kind == "value_error":
        return f"{where}{context.get('error')}"
    if kind == "literal_error":
        allowed = [a.strip("'") for a in str(context["expected"]).replace(" or ", ", ").split(", ")]
        near = nearest(str(given), allowed, list_all=False)
        return f"{where}{_shown(given)} n’est pas admis ; il faut l’un de {', '.join(allowed)}{near}"
    if kind == "string_pattern_mismatch":
        return f"{where}{_shown(given)} n’a pas la bonne forme : {_FORMS.get(str(path[-1]), context.get('pattern'))}"
    if kind == "too_short":
        return f"{where}il en faut au moins {context['min_length']}"
    if kind == "greater_than_equal":
        return f"{where}{_shown(given)} est trop petit, il faut au moins {context['ge']:g}"
    if kind == "greater_than":
        return f"{where}{_shown(given)} est trop petit, il faut plus de {context['gt']:g}"
    if kind == "less_than_equal":
        return f"{where}{_shown(given)} est trop grand, il faut au plus {context['le']:g}"
    return f"{where}{_shown(given)} ne convient pas, {_WANTED.get(kind, 'il faut une autre forme de valeur')}"


def dotted(path: Sequence[str | int]) -> str:
    """Return the keys that lead to a value, an index counted from 1: "bands.2.severity"."""
    return ".".join(str(p + 1) if isinstance(p, int) else p for p in path)


def _shown(given: Any) -> str:
    if given is None:
        return "une valeur vide"
    if isinstance(given, (dict, list, tuple)):
        return "une liste" if isinstance(given, (list, tuple)) else "un ensemble de clés"
    text = str(given).lower() if isinstance(given, bool) else str(given)
    return f"« {text[:60]}{'…' if len(text) > 60 else ''} »"


def _keys(model: type[BaseModel] | None) -> list[str]:
    """Return the keys that a model knows, as files write them."""
    fields = model.model_fields if model else {}
    return [f.alias or name for name, f in fields.items()]


def _model_at(model: type[BaseModel] | None, path: Sequence[str | int]) -> type[BaseModel] | None:
    """Return the model of the data at a path of keys and indices, None where there is none."""
    for key in path:
        if isinstance(key, int) or model is None:
            continue
        field = next((f for n, f in model.model_fields.items() if key in (n, f.alias)), None)
        model = _model_in(field.annotation) if field else None
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """Return the model that a type holds: itself, or within a tuple, a union or an annotation."""
    if typing.get_origin(annotation) is None:
        return annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None
    return next((m for a in typing.get_args(annotation) if (m := _model_in(a))), None)
