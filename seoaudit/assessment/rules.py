"""The rules to judge by: those of seoaudit, changed and joined by those of the editor.

Rules come in layers: the built-in ones, then each folder or package that the settings name. A later layer adds rules,
changes earlier ones (`extends` with the same id), derives new ones from them (`extends` with another id), or switches
them off (`disabled: true`). All of a layer is read, or none of it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from seoaudit.assessment.rule_files import Entry, make_rule, read_entries
from seoaudit.assessment.rule_model import Rule, nearest
from seoaudit.assessment.texts import rules_folder
from seoaudit.errors import RuleError

GROUP = "seoaudit.rules"


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Rules by id, and the data of all rules read so far, those that are disabled included."""

    rules: Mapping[str, Rule]
    data: Mapping[str, dict[str, Any]]

    @property
    def ordered(self) -> tuple[Rule, ...]:
        """The rules by id."""
        return tuple(self.rules[k] for k in sorted(self.rules))


_NONE = RuleSet(MappingProxyType({}), MappingProxyType({}))


@cache
def _builtin() -> RuleSet:
    return with_layer(_NONE, read_entries(rules_folder()))


def load_rules(folders: Sequence[str] = ()) -> tuple[Rule, ...]:
    """Return the rules to judge by, by id.

    Args:
        folders: folders or files of further rules, in order, each with "/" or "." in its name; other names are those
            that packages have registered as entry points of the group "seoaudit.rules".

    Raises:
        RuleError: a rule file is missing or faulty.
    """
    if not folders:
        return _builtin().ordered
    return _loaded(tuple((f, _state(_folder(f))) for f in folders)).ordered


def rules_of(folder: str) -> tuple[Rule, ...]:
    """Return the rules of one folder, file or package alone, by id; they may extend the built-in ones.

    Raises:
        RuleError: a rule file is missing or faulty.
    """
    entries = read_entries(_folder(folder), folder)
    rules = with_layer(_builtin(), entries).rules
    return tuple(rules[i] for i in sorted(e.id for e in entries) if i in rules)


@lru_cache(maxsize=8)
def _loaded(folders: tuple[tuple[str, object], ...]) -> RuleSet:
    """Return the rules with some folders; the state of their files makes a change in one a new call."""
    rules = _builtin()
    for name, _ in folders:
        rules = with_layer(rules, read_entries(_folder(name), name))
    return rules


def _state(folder: Path) -> object:
    """Return what changes whenever a file of a folder does."""
    try:
        paths = [folder, *sorted(folder.iterdir())] if folder.is_dir() else [folder]
        return tuple((str(p), s.st_mtime_ns, s.st_size) for p in paths if (s := p.stat()))
    except OSError:
        return None


def rule_files(folders: Sequence[str]) -> list[Path]:
    """Return the files behind names in the setting `rules`, in order; what changes a rule is in one of them.

    Raises:
        RuleError: no package of rules has such a name.
    """
    found = []
    for folder in map(_folder, folders):
        found += sorted(p for p in folder.rglob("*") if p.is_file()) if folder.is_dir() else [folder]
    return found


def is_path(name: str) -> bool:
    """Whether a name in the setting `rules` is that of a folder or file, not of a package: it has a "/" or a "."."""
    return "/" in name or os.sep in name or "." in name


def _folder(name: str) -> Path:
    if is_path(name):
        return Path(name).expanduser()
    from importlib.metadata import entry_points
    from importlib.resources import files

    found = entry_points(group=GROUP)
    if name not in found.names:
        known = ", ".join(sorted(found.names))
        hint = f"paquets installés : {known}" if known else "aucun paquet de règles n’est installé"
        raise RuleError(f"« {name} » n’est pas un paquet de règles ({hint}) ; un dossier s’écrit ./{name}.")
    try:
        return Path(str(files(found[name].module)))
    except ImportError as error:
        raise RuleError(f"Le paquet de règles « {name} » ne se charge pas : {error}.") from None


def with_layer(rules: RuleSet, entries: Sequence[Entry]) -> RuleSet:
    """Return rules with a layer over them.

    Args:
        rules: those before, which stay as they are.
        entries: the rules of the layer, each id once.

    Raises:
        RuleError: an entry is faulty, takes an id that is taken, or extends what is not there or itself in the end.
    """
    layer = {e.id: e for e in entries}
    data: dict[str, dict[str, Any]] = {}
    for entry in entries:
        if entry.id in rules.data and "extends" not in entry.data and not entry.data.get("disabled"):
            hint = f"pour la modifier, ajoutez « extends: {entry.id} », pour la taire, « disabled: true »"
            raise entry.error(("id",), f"cette règle existe déjà ; {hint}")
        _resolve(entry, layer, rules.data, data, ())
    made = dict(rules.rules)
    for id_, whole in data.items():
        if layer[id_].data.get("disabled"):
            made.pop(id_, None)
        else:
            made[id_] = make_rule(whole, layer[id_])
    return RuleSet(MappingProxyType(made), MappingProxyType({**rules.data, **data}))


def _resolve(
    entry: Entry,
    layer: Mapping[str, Entry],
    before: Mapping[str, dict[str, Any]],
    done: dict[str, dict[str, Any]],
    chain: tuple[str, ...],
) -> dict[str, Any]:
    """Return all of an entry's data, what it has from other rules included, and keep it in `done`."""
    if entry.id in done:
        return done[entry.id]
    own = {k: v for k, v in entry.data.items() if k != "extends"}
    base = entry.data.get("extends")
    if entry.data.get("disabled"):
        if entry.id not in before:
            raise entry.error(("id",), f"aucune règle de ce nom à taire{nearest(entry.id, before, list_all=False)}")
        if entry.data.keys() - {"id", "disabled"}:
            raise entry.error(("disabled",), "une règle à taire n’a que « id » et « disabled: true »")
        own, base = {}, entry.id
    if base is not None and not isinstance(base, str):
        raise entry.error(("extends",), "« extends » : il faut l’identifiant d’une règle")
    if base is None:
        done[entry.id] = own
    elif base in layer and base != entry.id:
        if base in (*chain, entry.id):
            circle = " → ".join((*chain, entry.id, base))
            raise entry.error(("extends",), f"des règles s’étendent en rond : {circle}")
        done[entry.id] = _merged(_resolve(layer[base], layer, before, done, (*chain, entry.id)), own)
    elif base in before:
        done[entry.id] = _merged(before[base], own)
    else:
        known = {*before, *layer} - {entry.id}
        hint = nearest(base, known, list_all=False)
        raise entry.error(("extends",), f"« extends » : règle inconnue « {base} »{hint}")
    return done[entry.id]


def _merged(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return a rule's data over that of the rule it extends; its points replace bands, and bands points."""
    short = {"points", "severity"}
    gone = {"bands"} if short & own.keys() else short if "bands" in own else set()
    return {**{k: v for k, v in base.items() if k not in gone}, **own}
