"""What a settings file says of one article: its own values, then those of its overrides for the article's path."""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from seoaudit.assessment.faults import unknown_name
from seoaudit.assessment.layers import Layer, Origin, OriginKind, check_rules, checked, merge, refuse
from seoaudit.assessment.rules import is_path, load_rules
from seoaudit.assessment.settings import FileSettings, Settings, names_files, of_a_walk
from seoaudit.configuration.files import SettingsFile, find_file, read_file, shown
from seoaudit.configuration.globs import fault_of, matches
from seoaudit.errors import SettingsError

OVERRIDES, OVERRIDE_PATHS = "overrides", "paths"


def file_layers(article: Path | None, *, config: Path | None = None, isolated: bool = False) -> tuple[Layer, ...]:
    """Return what settings files say of an article, weakest first.

    Args:
        article: its path; None for standard input, which lies in the working folder and which no override names.
        config: the file to read in the place of the nearest one.
        isolated: whether to read none.

    Raises:
        SettingsError: a file is faulty, or both a file and none are asked for.
    """
    file = file_of(article, config=config, isolated=isolated)
    return () if file is None else layers_of(file, article)


def file_of(place: Path | None, *, config: Path | None = None, isolated: bool = False) -> SettingsFile | None:
    """Return the settings file of an article or folder; arguments and errors are those of `file_layers`."""
    if isolated and config is not None:
        raise SettingsError("--isolated ne lit aucun fichier de réglages : il va sans --config.")
    if isolated:
        return None
    return read_file(config) if config is not None else find_file(place or Path())


def layers_of(file: SettingsFile, article: Path | None) -> tuple[Layer, ...]:
    """Return the layers of a settings file for an article; those of other articles are checked all the same.

    Raises:
        SettingsError: it holds an unknown setting, a wrong value or a faulty override.
    """
    base = _layer(file, {k: v for k, v in file.table.items() if k != OVERRIDES}, "file", ())
    layers: list[Layer] = [base]
    elsewhere: list[Layer] = []
    for number, override in enumerate(_overrides(file)):
        path: tuple[str | int, ...] = (OVERRIDES, number)
        layer = _layer(file, {k: v for k, v in override.items() if k != OVERRIDE_PATHS}, "override", path)
        patterns = _patterns(file, override, path)
        named = article is not None and _names(patterns, file.path, article)
        (layers if named else elsewhere).append(layer)
    known = {tuple(checked(layer).get("rules", ())) for layer in (*layers, *elsewhere)}
    check_rules((*layers, *elsewhere), sorted({r.id for folders in known for r in load_rules(folders)}))
    return tuple(layers)


def load_settings(article: str | Path, *, config: str | Path | None = None) -> FileSettings:
    """Return the settings that files give to an article, for `seoaudit.audit(..., settings=...)`.

    The library reads no settings file by itself: the same call gives the same report wherever it is made. What the
    article says of itself wins over these settings, arguments of the call over both.

    Args:
        article: the article's path, or the folder where it would be: overrides go by the path.
        config: the file to read in the place of the nearest one.

    Raises:
        SettingsError: a settings file is faulty; the sentence names the file and the line.
    """
    layers = file_layers(Path(article), config=None if config is None else Path(config))
    settings = merge(*layers).settings
    return FileSettings.model_construct(
        _fields_set=settings.model_fields_set, **{n: getattr(settings, n) for n in Settings.model_fields}
    )


def _layer(file: SettingsFile, table: Mapping[str, Any], kind: OriginKind, at: tuple[str | int, ...]) -> Layer:
    lines = {k: line for k in table if (line := file.line_of(*at, k) or file.line_of(*at, k, 0)) is not None}
    for name in table:
        if name not in Settings.model_fields:
            raise refuse(Origin(kind, file.name, lines.get(name)), _unknown(name, at))
        if kind == "override" and of_a_walk(name):
            sentence = f"Réglage « {name} » : il vaut pour tout le dossier, donnez-le hors de [[overrides]]."
            raise refuse(Origin(kind, file.name, lines.get(name)), sentence)
    values = {k: _from_folder(k, v, file.path.parent) for k, v in table.items()}
    return Layer(values, kind, file.name, lines)


def _unknown(name: str, at: tuple[str | int, ...]) -> str:
    own = OVERRIDE_PATHS if at else OVERRIDES
    if difflib.get_close_matches(name.lower(), [own], cutoff=0.7) or name == "override":
        return f"Réglage inconnu « {name} » ; vouliez-vous dire « {own} » ?"
    return unknown_name(name, Settings.model_fields)


def _from_folder(name: str, value: Any, folder: Path) -> Any:
    """Return a value whose paths are told from the file's folder; a name that is no path stays (a package of rules)."""
    if not names_files(name):
        return value
    if isinstance(value, list):
        return [_from_folder(name, v, folder) for v in value]
    if not isinstance(value, str) or (name == "rules" and not is_path(value)):
        return value
    # Told from the working folder, as its user would; the "./" keeps a folder from being taken for a package.
    return os.path.join(".", shown(folder / Path(value).expanduser()))  # noqa: PTH118  # a Path drops the "./"


def _overrides(file: SettingsFile) -> list[dict[str, Any]]:
    given = file.table.get(OVERRIDES, [])
    if not isinstance(given, list) or not all(isinstance(o, dict) for o in given):
        raise refuse(
            Origin("file", file.name, file.line_of(OVERRIDES, 0) or file.line_of(OVERRIDES)),
            "« overrides » est une suite de sections [[overrides]], chacune avec ses « paths » et ses réglages.",
        )
    return given


def _patterns(file: SettingsFile, override: Mapping[str, Any], at: tuple[str | int, ...]) -> Sequence[str]:
    given = override.get(OVERRIDE_PATHS)
    origin = Origin("override", file.name, file.line_of(*at, OVERRIDE_PATHS))
    if not isinstance(given, list) or not given or not all(isinstance(p, str) for p in given):
        raise refuse(origin, 'Chaque [[overrides]] dit à quels articles il s’applique : paths = ["actus/**"].')
    for pattern in given:
        fault = fault_of(pattern)
        if fault:
            raise refuse(origin, f"Le motif « {pattern} » {fault}.")
    return given


def _names(patterns: Sequence[str], file: Path, article: Path) -> bool:
    """Whether one of the patterns names the article; none does outside the file's folder."""
    folder = os.path.abspath(file.parent)  # noqa: PTH100  # links stay as typed; resolve() would follow them
    path = os.path.abspath(article)  # noqa: PTH100
    try:
        told = Path(path).relative_to(folder).as_posix()
    except ValueError:
        return False
    return any(matches(p, told) for p in patterns)
