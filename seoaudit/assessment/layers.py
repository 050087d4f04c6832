"""Settings from several places, the strongest last, with where each value comes from.

From weakest to strongest: defaults, the profile, the settings file, its overrides for the article's path in their
order, what the article says of itself, the caller. A profile is another set of defaults: whatever is written anywhere
wins over it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import ValidationError

from seoaudit.article.model import Article
from seoaudit.assessment.faults import sentence_of
from seoaudit.assessment.profiles import profile_values, unknown_profile
from seoaudit.assessment.selection import unknown_selector, without
from seoaudit.assessment.settings import FileSettings, Settings, names_files, of_a_walk
from seoaudit.errors import SettingsError

OriginKind = Literal["default", "profile", "file", "override", "article", "caller"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value was written.

    Attributes:
        kind: what kind of place.
        name: the file as shown to its user, the profile, the option; "" where there is nothing to name.
        line: its line, from 1; None where there is none.
    """

    kind: OriginKind
    name: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Layer:
    """The settings written in one place.

    Attributes:
        values: settings by name; None is no value.
        kind: what kind of place.
        name: as `Origin.name`; the option's own where it is empty and `names` has one.
        lines: the line of each setting, where the place is a file.
        names: how each setting was named, where that differs (options of the command line).
    """

    values: Mapping[str, Any]
    kind: OriginKind = "caller"
    name: str = ""
    lines: Mapping[str, int] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def origin(self, setting: str) -> Origin:
        """Return where a setting was written."""
        return Origin(self.kind, self.names.get(setting, self.name), self.lines.get(setting))


@dataclass(frozen=True, slots=True)
class Merged:
    """What several layers come to.

    Attributes:
        settings: the settings in force; those that no layer writes count as unset, so that merging again changes
            nothing.
        origins: where each of them comes from; rules switched off in several places have several.
    """

    settings: Settings
    origins: Mapping[str, tuple[Origin, ...]]


def merge(*layers: Layer) -> Merged:
    """Return the settings of several layers, later ones winning.

    Each layer is checked by itself: a faulty value is refused also where a stronger place hides it. Rules are chosen
    layer by layer: `select` starts anew with the rules it names, `disable` takes away from what the weaker layers
    left.

    Args:
        layers: weakest first.

    Raises:
        SettingsError: an unknown name (with the nearest known one), a value of the wrong type or out of range; the
            sentence begins with the place where one is known.
    """
    values: dict[str, Any] = {}
    origins: dict[str, tuple[Origin, ...]] = {}
    for layer in layers:
        said = checked(layer)
        _choose_rules(values, origins, said, layer)
        for name, value in said.items():
            if name not in {"select", "disable"}:
                values[name], origins[name] = value, (layer.origin(name),)
    settings = _with_profile(values, origins)
    _check_densities(settings, origins)
    return Merged(settings, {n: origins.get(n, (Origin("default"),)) for n in Settings.model_fields})


def make_settings(*layers: Settings | Mapping[str, Any] | Layer | None) -> Settings:
    """Return the settings of several layers, later ones winning; a None value never hides an earlier one.

    Args:
        layers: settings or mappings of their names, weakest first.

    Raises:
        SettingsError: as `merge`.
    """
    return merge(*(layer_of(x) for x in layers if x is not None)).settings


def layer_of(given: Settings | Mapping[str, Any] | Layer) -> Layer:
    """Return settings or a mapping as a layer of the caller's."""
    if isinstance(given, Layer):
        return given
    return Layer(given.model_dump(exclude_unset=True) if isinstance(given, Settings) else given)


def article_layer(article: Article) -> Layer:
    """Return what an article says of itself, in its front matter, head or sidecar, as settings."""
    meta = article.meta
    # A keyphrase that the page leaves empty is none; one that the caller leaves empty is refused.
    keyphrase = (meta.keyphrase or "").strip() or None
    said = {"title": meta.title, "description": meta.description, "slug": meta.slug, "keyphrase": keyphrase}
    layer = Layer({**said, **meta.settings}, "article", meta.said_in or article.name, meta.lines)
    # An article may come from anyone: it does not say which files are read.
    for name in meta.settings:
        if names_files(name) or of_a_walk(name):
            sentence = f"Réglage « {name} » : il se donne dans vos réglages, pas dans l’article lui-même."
            raise refuse(layer.origin(name), sentence)
    return layer


def in_order(
    article: Article, settings: Settings | Mapping[str, Any] | None, given: Mapping[str, Any]
) -> tuple[Layer, ...]:
    """Return the layers of a library call: an article's own win over those of a file, and yield to all others."""
    own, theirs = article_layer(article), layer_of(settings or {})
    first = (theirs, own) if isinstance(settings, FileSettings) else (own, theirs)
    return (*first, Layer(given))


def check_rules(layers: Iterable[Layer], rules: Sequence[str]) -> None:
    """Refuse to choose or switch off what is no rule.

    Args:
        layers: in any order.
        rules: the ids of all rules.

    Raises:
        SettingsError: an id or family is unknown; the sentence names its place and the nearest known one.
    """
    for layer in layers:
        said = checked(layer)
        for setting in ("select", "disable"):
            sentence = unknown_selector(said.get(setting) or (), rules)
            if sentence:
                raise refuse(layer.origin(setting), sentence)


def place_of(origin: Origin) -> str:
    """Return how a sentence names a place, with a colon to go on after; "" where there is nothing to name."""
    if not origin.name:
        return ""
    line = f", ligne {origin.line}" if origin.line else ""
    return f"{origin.name}{line} : "


def refuse(origin: Origin, sentence: str) -> SettingsError:
    """Return the error that says where a setting is at fault and how."""
    place = place_of(origin)
    return SettingsError(place + (sentence[0].lower() + sentence[1:] if place else sentence))


def checked(layer: Layer) -> dict[str, Any]:
    """Return the values of a layer as they are to be used, in their own types.

    Raises:
        SettingsError: as `merge`.
    """
    given = {k: v for k, v in layer.values.items() if v is not None}
    try:
        said = Settings.model_validate(given).model_dump(exclude_unset=True)
    except ValidationError as error:
        name, sentence = sentence_of(error)
        raise refuse(layer.origin(name), sentence) from None
    fault = unknown_profile(said.get("profile"))
    if fault:
        raise refuse(layer.origin("profile"), fault)
    return said


def _choose_rules(
    values: dict[str, Any], origins: dict[str, tuple[Origin, ...]], said: Mapping[str, Any], layer: Layer
) -> None:
    off = tuple(said.get("disable", ()))
    if "select" in said:
        values["select"], values["disable"] = tuple(said["select"]), off
        origins["select"] = (layer.origin("select"),)
        origins.pop("disable", None)
    elif off:
        if "select" in values:
            values["select"] = without(values["select"], off)
        values["disable"] = tuple(dict.fromkeys((*values.get("disable", ()), *off)))
    if off:
        origins["disable"] = (*origins.get("disable", ()), layer.origin("disable"))


def _check_densities(settings: Settings, origins: Mapping[str, tuple[Origin, ...]]) -> None:
    low, high = settings.density_min, settings.density_max
    if low is not None and low > high:
        raise refuse(
            origins["density_min"][-1],
            f"Réglage « density_min » ({low:g}) : il dépasse « density_max » ({high:g}).",
        )


def _with_profile(values: Mapping[str, Any], origins: dict[str, tuple[Origin, ...]]) -> Settings:
    """Return the settings, the profile's values in the place of defaults."""
    name = values.get("profile")
    beneath = {k: v for k, v in profile_values(name).items() if k not in values} if name else {}
    origins.update({k: (Origin("profile", str(name)),) for k in beneath})
    whole = Settings.model_validate({**beneath, **values})
    return Settings.model_construct(_fields_set=set(values), **{n: getattr(whole, n) for n in Settings.model_fields})
