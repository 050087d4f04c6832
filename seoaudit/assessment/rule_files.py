"""The reading of rule files: every rule of a folder, or one sentence that says what is at fault and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from seoaudit.assessment.kinds import KINDS
from seoaudit.assessment.rule_faults import dotted, sentence
from seoaudit.assessment.rule_model import Rule, nearest
from seoaudit.assessment.texts import TEXT_FILES
from seoaudit.assessment.yaml_places import Located, read_yaml
from seoaudit.errors import RuleError

# Files of one folder, and rules in all of them: far beyond what anyone maintains.
MOST_FILES, MOST_RULES = 500, 5000


class Entry(NamedTuple):
    """A rule as it stands in a file: its data, the file with its places, and its number in the file's list."""

    data: dict[str, Any]
    file: Located
    number: int

    @property
    def id(self) -> str:
        """The rule's id."""
        return str(self.data["id"])

    def error(self, path: tuple[str | int, ...], what: str) -> RuleError:
        """Return an error at a value of the rule."""
        return self.file.error(
            (self.number, *path), f"règle {self.id}, {what}{'' if what.endswith(('.', '?')) else '.'}"
        )


def read_entries(folder: Path, name: str = "") -> list[Entry]:
    """Return the rules of a folder's files as they stand there.

    Args:
        folder: a folder with `.yaml` or `.yml` files, or one such file.
        name: what messages call the folder; "" for file names alone.

    Raises:
        RuleError: nothing there to read, a file that is not valid, or an id used twice.
    """
    files = _files(folder, name)
    entries: dict[str, Entry] = {}
    for path in files:
        shown = path.name if not name or path == folder else f"{name.rstrip('/')}/{path.name}"
        for entry in _entries(read_yaml(path, shown if path != folder else name)):
            if entry.id in entries:
                other = entries[entry.id]
                first = other.file.at((other.number,))
                raise entry.error(
                    ("id",), f"l’identifiant est déjà pris, {other.file.name}:{first.line} ; donnez-en un autre"
                )
            entries[entry.id] = entry
    if not entries:
        raise RuleError(f"Aucune règle dans « {name or folder.name} » : il y faut un fichier .yaml avec une liste.")
    if len(entries) > MOST_RULES:
        raise RuleError(f"« {name or folder.name} » a {len(entries)} règles ; {MOST_RULES} au plus.")
    return list(entries.values())


def _files(folder: Path, name: str) -> list[Path]:
    if folder.is_file():
        return [folder]
    if not folder.is_dir():
        raise RuleError(f"Dossier de règles introuvable : « {name or folder.name} ».")
    files = sorted(p for p in folder.iterdir() if p.suffix in {".yaml", ".yml"} and p.name not in TEXT_FILES)
    if len(files) > MOST_FILES:
        raise RuleError(f"« {name or folder.name} » a {len(files)} fichiers de règles ; {MOST_FILES} au plus.")
    return files


def _entries(file: Located) -> Iterator[Entry]:
    if not isinstance(file.data, list):
        raise file.error((), "un fichier de règles est une liste de règles (« - id: ABC001 »).")
    for number, data in enumerate(file.data):
        if not isinstance(data, dict):
            raise file.error((number,), "une règle est faite de clés et de valeurs (« - id: ABC001 »).")
        if not isinstance(data.get("id"), str) or not data["id"].strip():
            raise file.error((number,), "il manque l’identifiant de la règle (« - id: ABC001 »).")
        yield Entry(data, file, number)


def make_rule(data: dict[str, Any], entry: Entry) -> Rule:
    """Return the rule that data make.

    Args:
        data: all of the rule, what it has from another included.
        entry: where it stands, for messages.

    Raises:
        RuleError: something in it is missing, unknown or makes no sense.
    """
    kind = data.get("kind", "threshold")
    if kind not in KINDS:
        raise entry.error(("kind",), f"genre inconnu « {kind} »{nearest(str(kind), KINDS)}")
    model = KINDS[kind]
    try:
        rule = model.model_validate(data)
    except ValidationError as error:
        # A key that nobody knows first: it is often the one that another fault misses.
        faults = sorted(error.errors(include_url=False), key=lambda f: f["type"] != "extra_forbidden")
        path = _as_written(faults[0]["loc"], data)
        raise entry.error(path, sentence(model, {**faults[0], "loc": path})) from None
    for path, what in rule.faults():
        raise entry.error(path, f"« {dotted(path)} » : {what}" if path else what)
    return rule


def _as_written(path: tuple[str | int, ...], data: Mapping[str, Any]) -> tuple[str | int, ...]:
    """Return the path to a value as the file has it: bands may stand there as points and a severity."""
    return path[-1:] if path[:1] == ("bands",) and "bands" not in data else path
