"""Finds and reads settings files: `seoaudit.toml`, or `[tool.seoaudit]` in `pyproject.toml`."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from seoaudit.configuration.toml_lines import KeyPath, key_lines
from seoaudit.errors import SettingsError, reason_of

OWN_NAME, SHARED_NAME = "seoaudit.toml", "pyproject.toml"
_TABLE = ("tool", "seoaudit")
# A settings file is written by hand.
MAX_BYTES = 1_000_000
# The parser's commonest complaints, by how they begin.
_COMPLAINTS = {
    "Expected '=' after a key": "il manque « = » après un nom",
    "Invalid value": "cette valeur n’est pas lisible : mettez les textes entre guillemets",
    "Unclosed array": "un crochet ne se ferme pas",
    "Unterminated string": "des guillemets ne se ferment pas",
    "Illegal character": "des guillemets ne se ferment pas sur la ligne",
    "Cannot overwrite a value": "ce nom est donné deux fois",
    "Cannot declare": "cette section est ouverte deux fois",
    "Expected newline": "il y a autre chose après la valeur",
    "Duplicate inline table key": "ce nom est donné deux fois",
    "Unescaped '\\'": "une barre oblique inverse est à doubler",
    "Invalid statement": "cette ligne n’est ni « nom = valeur » ni une section",
}


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """A settings file as read.

    Attributes:
        path: where it is.
        name: as it is shown: from the working folder.
        table: what it says for seoaudit.
        lines: the line of each key of the table, by its path in the table.
    """

    path: Path
    name: str
    table: Mapping[str, Any]
    lines: Mapping[KeyPath, int]

    def line_of(self, *path: str | int) -> int | None:
        """Return the line of a key, or of the nearest key or table around it that has one."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)


class _Toml(NamedTuple):
    text: str
    values: dict[str, Any]


def find_file(start: Path) -> SettingsFile | None:
    """Return the settings file that is nearest to a place, None where there is none.

    The folder of the article is looked at first, then those above it, up to the one that holds `.git` or else the
    root of the file system. In a folder, `seoaudit.toml` comes before `pyproject.toml`; a `pyproject.toml` without
    `[tool.seoaudit]` is passed over. Files further up are not read: nothing is inherited.

    Args:
        start: an article, or a folder.

    Raises:
        SettingsError: the nearest file is faulty; the sentence names the file and the line.
    """
    for place in places(start):
        if place.name == OWN_NAME:
            if os.path.lexists(place):
                return read_file(place)
        elif place.is_file():
            found = shared_file(place)
            if found is not None:
                return found
    return None


def places(start: Path) -> Iterator[Path]:
    """Yield where the settings file of an article or folder may be, the nearest first."""
    for folder in _upwards(start):
        yield folder / OWN_NAME
        yield folder / SHARED_NAME


def read_file(path: Path) -> SettingsFile:
    """Return a settings file named by its user: a `pyproject.toml`, or any other name as a `seoaudit.toml`.

    Raises:
        SettingsError: it cannot be read, is no TOML, or is a `pyproject.toml` without `[tool.seoaudit]`.
    """
    if path.name == SHARED_NAME:
        found = shared_file(path)
        if found is None:
            raise SettingsError(
                f"« {shown(path)} » n’a pas de section [tool.seoaudit] : ajoutez-la, ou donnez un autre fichier."
            )
        return found
    toml = _parsed(path, _text(path))
    return SettingsFile(path, shown(path), toml.values, key_lines(toml.text))


def shown(path: Path) -> str:
    """Return a path as its user would type it: from the working folder."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive of Windows
        return path.name


def _upwards(start: Path) -> Iterator[Path]:
    place = Path(os.path.abspath(start))  # noqa: PTH100  # links stay as typed; resolve() would follow them
    for folder in (place, *place.parents) if place.is_dir() else place.parents:
        yield folder
        if os.path.lexists(folder / ".git"):
            return


def shared_file(path: Path) -> SettingsFile | None:
    """Return what a `pyproject.toml` says for seoaudit, None where it does not speak of it.

    Raises:
        SettingsError: it cannot be read, or is no TOML.
    """
    text = _text(path)
    # A file that is faulty in the hands of other tools is theirs to complain of.
    if "seoaudit" not in text:
        return None
    toml = _parsed(path, text)
    tool = toml.values.get("tool")
    table = tool.get("seoaudit") if isinstance(tool, dict) else None
    if table is None:
        return None
    lines = {p[2:]: line for p, line in key_lines(toml.text).items() if p[:2] == _TABLE}
    if not isinstance(table, dict):
        raise SettingsError(f"{shown(path)} : « tool.seoaudit » est une section, [tool.seoaudit], pas une valeur.")
    return SettingsFile(path, shown(path), table, lines)


def _text(path: Path) -> str:
    name = shown(path)
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except IsADirectoryError:
        raise SettingsError(
            f"« {name} » est un dossier, pas un fichier de réglages : renommez-le, ou donnez --isolated."
        ) from None
    except FileNotFoundError:
        raise SettingsError(f"Le fichier de réglages « {name} » n’existe pas : vérifiez son nom.") from None
    except (OSError, ValueError) as fault:
        reason = reason_of(fault) if isinstance(fault, OSError) else "nom invalide"
        raise SettingsError(f"Le fichier de réglages « {name} » ne peut pas être lu : {reason}.") from None
    if len(data) > MAX_BYTES:
        raise SettingsError(f"Le fichier de réglages « {name} » dépasse 1 Mo : ce n’est pas un fichier de réglages.")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise SettingsError(f"{name}, ligne {line} : le fichier n’est pas en UTF-8 ; enregistrez-le ainsi.") from None


def _parsed(path: Path, text: str) -> _Toml:
    try:
        return _Toml(text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as fault:
        said = str(fault)
        found = re.search(r"at line (\d+)", said)
        line = int(found[1]) if found else len(text.rstrip().splitlines()) or 1
        why = next((f" : {w}" for k, w in _COMPLAINTS.items() if said.startswith(k)), "")
        raise SettingsError(f"{shown(path)}, ligne {line} : ce n’est pas du TOML valide{why}.") from None
    except RecursionError:
        raise SettingsError(f"{shown(path)} : des listes y sont trop imbriquées.") from None
