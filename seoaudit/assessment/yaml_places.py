"""YAML with the place of everything in it, for files that other people write.

Only plain data is read: no aliases (a few lines of them unfold to gigabytes), no tags of a language, no key given
twice, no nesting deeper than rules ever need. The file is read from the parser's events: each refusal knows its line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from seoaudit.assessment.wording import show
from seoaudit.errors import RuleError, reason_of

# The largest file of the built-in rules has 25 kB.
LARGEST = 1_000_000
DEEPEST = 20
# libyaml is ten times faster; a PyYAML built without it gives the same events.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Dates stay text.
_SCALARS = {f"tag:yaml.org,2002:{t}" for t in ("null", "bool", "int", "float")}
_TEXT = "tag:yaml.org,2002:str"

Path_ = tuple[str | int, ...]


class Mark(NamedTuple):
    """A place in a file; line and column from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Located:
    """What a YAML file holds.

    Attributes:
        name: the file as messages name it.
        data: dictionaries, lists, texts, numbers, booleans and None.
        places: where each value stands, by the keys and indices that lead to it; a value under a key has the
            key's place.
    """

    name: str
    data: Any
    places: Mapping[Path_, Mark]

    def at(self, path: Path_) -> Mark:
        """Return the place of a value, or of the nearest one around it that is in the file."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Mark(1, 1))

    def error(self, path: Path_, what: str) -> RuleError:
        """Return an error at the place of a value."""
        return error_at(self.name, self.at(path), what)


def error_at(name: str, mark: Mark, what: str) -> RuleError:
    """Return an error at a place of a file, written as editors and terminals know to open it."""
    return RuleError(f"{name}:{mark.line}:{mark.column} : {what}")


def read_yaml(path: Path, name: str = "") -> Located:
    """Return a YAML file's content with its places.

    Args:
        path: the file.
        name: what messages call it; its own name where empty.

    Raises:
        RuleError: it cannot be read, is too large, not UTF-8, not YAML, or uses what is not read here.
    """
    name = name or path.name
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise RuleError(
                f"{name} : {show(size / 1e6, 'fr')} Mo, trop pour un fichier de règles (1 Mo au plus) ; répartissez-le."
            )
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise RuleError(f"{name} : fichier illisible ({reason_of(error)}).") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise RuleError(f"{name}:{line} : ce n’est pas de l’UTF-8 ; enregistrez-le dans cet encodage.") from None
    return parse_yaml(text, name)


def parse_yaml(text: str, name: str) -> Located:
    """Return the content of a YAML text with its places; errors are those of `read_yaml`."""
    reader = _Reader(name)
    try:
        data = reader.document(yaml.parse(text, Loader=_LOADER))
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1
        raise RuleError(f"{name}:{line} : un caractère de contrôle n’a pas sa place dans un fichier YAML.") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        shown = text.splitlines()[mark.line].strip()[:80] if mark and mark.line < len(text.splitlines()) else ""
        what = f"YAML non valide près de « {shown} »" if shown else "YAML non valide, la fin manque"
        hint = "vérifiez les guillemets, l’alignement et l’espace après « : »"
        place = Mark(mark.line + 1, mark.column + 1) if mark else Mark(1, 1)
        raise error_at(name, place, f"{what} ; {hint}.") from None
    return Located(name, data, reader.places)


class _Reader:
    """Builds plain data from the events of one document."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.places: dict[Path_, Mark] = {}
        # Neither is fully typed by types-PyYAML.
        self._resolver: Any = yaml.resolver.Resolver()
        self._constructor: Any = yaml.constructor.SafeConstructor()

    def document(self, events: Iterator[Any]) -> Any:
        """Return the data of the only document; None of an empty file."""
        documents = 0
        data = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise error_at(self.name, _mark(event), "un seul document YAML par fichier (retirez « --- »).")
            elif isinstance(event, (yaml.NodeEvent)):
                data = self._value(event, events, ())
        return data

    def _value(self, event: Any, events: Iterator[Any], path: Path_) -> Any:
        self.places.setdefault(path, _mark(event))
        if isinstance(event, yaml.AliasEvent):
            raise error_at(
                self.name, _mark(event), f"alias « *{event.anchor} » : ils ne sont pas admis ici, écrivez la valeur."
            )
        if len(path) > DEEPEST:
            raise error_at(self.name, _mark(event), f"plus de {DEEPEST} niveaux : aucune règle n’en a besoin.")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if event.tag and not event.implicit:
            raise self._tagged(event)
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Any] = []
            while not isinstance(event := next(events), yaml.SequenceEndEvent):
                items.append(self._value(event, events, (*path, len(items))))
            return items
        return self._mapping(events, path)

    def _mapping(self, events: Iterator[Any], path: Path_) -> dict[str, Any]:
        data: dict[str, Any] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            # A key is its text, whatever YAML 1.1 takes "no", "on" or "1" for.
            key = event.value if isinstance(event, yaml.ScalarEvent) else ""
            if not key:
                raise error_at(self.name, _mark(event), "une clé est un mot simple, suivi de « : ».")
            if key in data:
                first = self.places[(*path, key)].line
                raise error_at(self.name, _mark(event), f"la clé « {key} » est donnée deux fois (déjà ligne {first}).")
            self.places[(*path, key)] = _mark(event)
            data[key] = self._value(next(events), events, (*path, key))
        return data

    def _scalar(self, event: Any) -> Any:
        tag = event.tag
        if not tag or tag == "!":
            tag = self._resolver.resolve(yaml.ScalarNode, event.value, event.implicit)
        if tag in _SCALARS:
            try:
                node = yaml.ScalarNode(tag, event.value)
                return self._constructor.construct_object(node)
            except ValueError:
                raise error_at(self.name, _mark(event), f"« {event.value} » n’a pas la valeur annoncée.") from None
        if event.tag and tag != _TEXT and not event.implicit[0]:
            raise self._tagged(event)
        return event.value

    def _tagged(self, event: Any) -> RuleError:
        return error_at(self.name, _mark(event), f"étiquette « {event.tag} » : seules des données simples sont lues.")


def _mark(event: Any) -> Mark:
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1)
