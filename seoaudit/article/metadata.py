"""What an author says about an article in YAML: read safely, faults named by their line.

Front matter and sidecars share this. Aliases are refused (a few lines of them expand to gigabytes) and no tag builds
anything but plain values.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

import yaml

from seoaudit.article.model import Meta, composed
from seoaudit.errors import InputError

MAX_YAML_CHARS = 50_000

# The fields of Meta by the keys that authors write. Their values are taken as typed: `title: No` is no boolean.
_FIELDS = {
    "title": "title",
    "description": "description",
    "slug": "slug",
    "keyphrase": "keyphrase",
    "lang": "language",
    "language": "language",
    "canonical": "canonical",
    "author": "author",
}
# The one setting that authors expect beside these; all others stand under SETTINGS_KEY, out of the way of other tools.
_PLAIN_SETTINGS = ("min_words",)
SETTINGS_KEY = "seoaudit"


class YamlSource(NamedTuple):
    """A piece of YAML and how a message names it.

    Attributes:
        text: the YAML.
        what: what it is, to begin a French sentence with ("L’en-tête YAML de « a.md »").
        first_line: number of its first line in the file.
    """

    text: str
    what: str
    first_line: int = 1


class Said(dict[str, Any]):
    """What YAML says by key.

    Attributes:
        lines: the line of each key in its file, by field or setting; keys under SETTINGS_KEY have theirs as well.
        said_in: the name of the file, where that is not the article's.
    """

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, int] = {}
        self.said_in = ""


class _SafeLoader(yaml.SafeLoader):
    """Plain values only, no aliases."""

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            event = self.peek_event()  # type: ignore[no-untyped-call]  # untyped in the stubs
            raise yaml.MarkedYAMLError(problem="alias", problem_mark=event.start_mark)
        return super().compose_node(parent, index)


def load_mapping(yaml_source: YamlSource) -> Said:
    """Return the mapping that YAML spells; {} where it holds nothing.

    Raises:
        InputError: it is not valid YAML, no mapping, uses aliases, is over 50,000 characters long, or a field that
            must be a text is none; the message names the line.
    """
    if len(yaml_source.text) > MAX_YAML_CHARS:
        raise _fault(yaml_source, 0, f"dépasse {MAX_YAML_CHARS} caractères : raccourcissez-le")
    try:
        loader = _SafeLoader(yaml_source.text)
        try:
            root = loader.get_single_node()
            return Said() if root is None else _mapping(loader, root, yaml_source)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as fault:
        # A quotation or bracket that is never closed is at fault where it begins.
        unclosed = any(what in (fault.context or "") for what in ("quoted scalar", "flow sequence", "flow mapping"))
        mark = fault.context_mark if unclosed else fault.problem_mark or fault.context_mark
        raise _fault(yaml_source, mark.line if mark else 0, _explain(fault)) from None
    except yaml.reader.ReaderError as fault:
        line = yaml_source.text.count("\n", 0, int(fault.position))
        raise _fault(yaml_source, line, "contient un caractère que YAML interdit : retirez-le") from None
    except (yaml.YAMLError, RecursionError):
        raise _fault(yaml_source, 0, "n’est pas du YAML valide : corrigez-le ou retirez-le") from None


def meta_from(mapping: Mapping[str, Any], *, rest_is_settings: bool = False, said_in: str = "") -> Meta:
    """Return what a mapping read by `load_mapping` says about the article.

    Args:
        mapping: keys and values.
        rest_is_settings: whether keys that are no field of `Meta` are settings (a sidecar) or belong to other tools
            (front matter), in which case only those under "seoaudit" and "min_words" are settings.
        said_in: the file it stands in, where that is not the article's.
    """
    fields = {_FIELDS[key]: value for key, value in mapping.items() if key in _FIELDS}
    settings: dict[str, Any] = {}
    named: dict[str, str] = {}
    for key, value in mapping.items():
        if key == SETTINGS_KEY or key in _FIELDS:
            continue
        if rest_is_settings or key in _PLAIN_SETTINGS:
            settings[key] = value
        elif isinstance(value, date):
            named[key] = value.isoformat()
        elif isinstance(value, str | int | float):
            named[key] = str(value)
    settings.update(mapping.get(SETTINGS_KEY) or {})
    lines = mapping.lines if isinstance(mapping, Said) else {}
    return Meta(
        **fields,
        settings=MappingProxyType(settings),
        named=MappingProxyType(named),
        lines=MappingProxyType(lines),
        said_in=said_in,
    )


def _mapping(loader: _SafeLoader, root: yaml.Node, yaml_source: YamlSource) -> Said:
    if not isinstance(root, yaml.MappingNode):
        line = root.start_mark.line if root.start_mark else 0
        raise _fault(yaml_source, line, "n’est pas une suite de lignes « clé: valeur » : corrigez-le ou retirez-le")
    loader.flatten_mapping(root)
    out = Said()
    for key_node, value_node in root.value:
        if not isinstance(key_node, yaml.ScalarNode):
            raise _fault(yaml_source, key_node.start_mark.line, "a une clé qui n’est pas un mot : corrigez-la")
        key, line = str(key_node.value), key_node.start_mark.line
        if key in _FIELDS:
            value: Any = _text_field(loader, key, value_node)
            if value is None and value_node.tag != "tag:yaml.org,2002:null":
                raise _fault(yaml_source, line, f"donne à « {key} » autre chose qu’un texte : corrigez cette ligne")
        else:
            try:
                value = loader.construct_object(value_node, deep=True)
            except ValueError:
                raise _fault(yaml_source, line, "donne une date ou un nombre impossible : corrigez-le") from None
            if key == SETTINGS_KEY and not isinstance(value, dict | None):
                raise _fault(yaml_source, line, f"donne à « {key} » autre chose que des réglages : corrigez-le")
        out[key] = value
        name = _FIELDS.get(key, key)
        out.lines[name] = yaml_source.first_line + line
        if key == SETTINGS_KEY and isinstance(value_node, yaml.MappingNode):
            out.lines.update((str(k.value), yaml_source.first_line + k.start_mark.line) for k, _ in value_node.value)
    return out


def _text_field(loader: _SafeLoader, key: str, node: yaml.Node) -> str | None:
    """Return a text as its author typed it, on one line; an author may be a list of names or a mapping with a name."""
    if isinstance(node, yaml.ScalarNode):
        return None if node.tag == "tag:yaml.org,2002:null" else composed(" ".join(str(node.value).split()))
    if key != "author":
        return None
    value = loader.construct_object(node, deep=True)
    names = value if isinstance(value, list) else [value]
    return composed(
        ", ".join(str(name["name"] if isinstance(name, dict) and "name" in name else name) for name in names)
    )


def _explain(fault: yaml.MarkedYAMLError) -> str:
    if fault.problem == "alias":
        return "emploie un alias (*), ce qui n’est pas permis : écrivez la valeur en toutes lettres"
    if "quoted scalar" in (fault.context or ""):
        return "ouvre des guillemets qui ne se ferment pas : fermez-les"
    if "flow " in (fault.context or ""):
        return "ouvre un crochet ou une accolade qui ne se ferme pas : fermez-les, ou mettez la valeur entre guillemets"
    if fault.problem and "mapping values are not allowed" in fault.problem:
        return "n’est pas du YAML valide : mettez entre guillemets la valeur qui contient « : »"
    return "n’est pas du YAML valide : corrigez cette ligne, au besoin en mettant sa valeur entre guillemets"


def _fault(yaml_source: YamlSource, line: int, says: str) -> InputError:
    return InputError(f"{yaml_source.what}, ligne {yaml_source.first_line + line}, {says}.")
