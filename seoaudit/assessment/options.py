"""Options of the command line as settings, and usage errors as one French sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import yaml

from seoaudit.errors import SettingsError

_RANGE = re.compile(r"(\d+)\s*(?:\.\.|-|:)\s*(\d+)")


def parse_range(text: str, option: str) -> tuple[int, int]:
    """Return a range written "150..300" as its two ends.

    Raises:
        SettingsError: another form, or the first end above the second.
    """
    found = _RANGE.fullmatch(text.strip())
    if found is None or int(found[1]) > int(found[2]):
        raise SettingsError(f"{option} : « {text} » n’est pas un intervalle ; écrivez par exemple 150..300.")
    return int(found[1]), int(found[2])


def parse_settings(pairs: Sequence[str]) -> dict[str, Any]:
    """Return settings written "name=value"; values are read as YAML scalars or lists ("[a, b]").

    Raises:
        SettingsError: a pair without "=", or a value that is not YAML.
    """
    out: dict[str, Any] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise SettingsError(f"--set : « {pair} » n’a pas la forme NOM=VALEUR, par exemple long_sentence=35.")
        try:
            out[name.strip()] = yaml.safe_load(value)
        except yaml.YAMLError:
            raise SettingsError(f"--set : la valeur de « {name.strip()} » n’est pas lisible ({value}).") from None
    return out


def parse_list(values: Sequence[str], option: str) -> list[str]:
    """Return what an option gave once or several times, "TYP,LON001", as a list.

    Raises:
        SettingsError: it names nothing.
    """
    found = [part.strip() for value in values for part in value.split(",") if part.strip()]
    if not found:
        raise SettingsError(f"{option} : donnez une règle ou une famille, par exemple TYP003 ou TYP.")
    return found


def usage_sentence(error: Exception) -> str:
    """Return what was wrong with a command line in one French sentence.

    Args:
        error: what the option parser raised; it is told apart by name, since typer brings its own copy of click.
    """
    kind, message = type(error).__name__, getattr(error, "message", "") or str(error)
    context, param = getattr(error, "ctx", None), getattr(error, "param", None)
    command = context.command_path if context is not None else "seoaudit"
    help_ = f" ; voyez « {command} --help »."
    names = list(getattr(param, "opts", []) or [])
    name = names[0] if names and names[0].startswith("-") else getattr(param, "metavar", None) or "un argument"
    if kind == "NoSuchOption":
        near = ", ".join(sorted(getattr(error, "possibilities", None) or []))
        hint = f" (vouliez-vous dire {near} ?)" if near else ""
        return f"option inconnue {getattr(error, 'option_name', '')}{hint}{help_}"
    if kind == "MissingParameter":
        return f"il manque {name}{help_}"
    if kind == "BadParameter":
        return f"valeur refusée pour {name} : {_plain(message)}{help_}"
    if "No such command" in message:
        return f"commande inconnue{message.removeprefix('No such command').split('.')[0]}{help_}"
    return f"{_plain(message)}{help_}"


def _plain(message: str) -> str:
    """Return a message of the option parser on one line, without its final stop, its commonest words in French."""
    text = " ".join(message.split()).rstrip(".").removeprefix("Value error, ")
    for english, french in (
        ("Input should be a valid integer, unable to parse string as an integer", "il faut un nombre entier"),
        ("Input should be less than or equal to", "il faut au plus"),
        ("Input should be greater than or equal to", "il faut au moins"),
        ("is not one of", "n’est pas l’un de"),
        ("is not a valid integer", "n’est pas un nombre entier"),
        ("is not a valid int", "n’est pas un nombre entier"),
        ("is not in the range", "n’est pas dans l’intervalle"),
        ("Got unexpected extra arguments", "arguments en trop"),
        ("Got unexpected extra argument(s)", "argument en trop"),
        ("Got unexpected extra argument", "argument en trop"),
        ("requires an argument", "demande une valeur"),
    ):
        text = text.replace(english, french)
    return text
