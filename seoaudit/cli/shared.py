"""What commands share: the options on settings, handed to a command as one order."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, get_type_hints

from seoaudit.cli import options as o

if TYPE_CHECKING:
    from seoaudit.article.model import Article
    from seoaudit.assessment.layers import Layer, Merged
    from seoaudit.batch.audit import Order


class _Shared(NamedTuple):
    """An option: its declaration for typer, and its value where it is not given."""

    declared: Any
    default: Any = None


# In the order of the help, by the name of the setting or of what else they say.
_SHARED = {
    "keyphrase": _Shared(o.KeyphraseOption),
    "min_words": _Shared(o.MinWordsOption),
    "title": _Shared(o.TitleOption),
    "description": _Shared(o.DescriptionOption),
    "slug": _Shared(o.SlugOption),
    "sections": _Shared(o.SectionsOption),
    "section_words": _Shared(o.SectionWordsOption),
    "corpus": _Shared(o.CorpusOption),
    "extra": _Shared(o.SetOption),
    "rules": _Shared(o.RulesOption),
    "profile": _Shared(o.ProfileOption),
    "select": _Shared(o.SelectOption),
    "ignore": _Shared(o.IgnoreOption),
    "include": _Shared(o.IncludeOption),
    "exclude": _Shared(o.ExcludeOption),
    "config": _Shared(o.ConfigOption),
    "isolated": _Shared(o.IsolatedOption, default=False),
    "source_format": _Shared(o.SourceOption, o.SourceFormat.auto),
    "lang": _Shared(o.LangOption, o.Lang.fr),
}
# What is said of one page, and not of how it is judged.
_OF_THE_PAGE = ("keyphrase", "title", "description", "slug")
# Options that are named otherwise than what they give.
_NAMES = {"disable": "--ignore"}

# The options of commands on one article, and of those that judge it as a page of a site.
READING = ("config", "isolated", "source_format")
JUDGING = ("keyphrase", "min_words", "corpus", "extra", "rules", "profile", "select", "ignore", *READING, "lang")
PLANNING = (*JUDGING, "title", "sections", "section_words")
WHOLE_PAGE = (*PLANNING, "description", "slug")


def takes_order(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command some of the shared options; it gets what they say as its parameter `order`.

    The options stand in the command's signature, which typer reads, where `order` stands in the function's.

    Args:
        names: those of the options, in any order (see `WHOLE_PAGE`).
    """

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        def command(**given: Any) -> None:
            order = _order({n: given.pop(n) for n in names})
            function(**given, order=order)

        # The order's own type is not imported before a command runs.
        hints = get_type_hints(function, localns={"Order": object}, include_extras=True)
        parameters: list[inspect.Parameter] = []
        for own in inspect.signature(function).parameters.values():
            if own.name == "order":
                parameters += [_parameter(n) for n in _SHARED if n in names]
            else:
                parameters.append(own.replace(annotation=hints[own.name]))
        command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined] # inspect's own protocol
        command.__annotations__ = {p.name: p.annotation for p in parameters}
        command.__name__, command.__doc__ = function.__name__, function.__doc__
        return command

    return decorate


def _parameter(name: str) -> inspect.Parameter:
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    return inspect.Parameter(name, kind, default=_SHARED[name].default, annotation=_SHARED[name].declared)


def _order(given: Mapping[str, Any]) -> Order:
    """Return what the shared options ask of each article; options that a command does not have are not given."""
    from seoaudit.batch.audit import Order

    rest = dict(given)
    source_format, lang = rest.pop("source_format", o.SourceFormat.auto), rest.pop("lang", o.Lang.fr)
    config, isolated = rest.pop("config", None), rest.pop("isolated", False)
    page = {name: rest.pop(name) for name in _OF_THE_PAGE if name in rest}
    layer = _layer(rest.pop("extra", None) or [], rest)
    return Order(layer.values, page, source_format.value, lang.value, layer.names, config, isolated)


def _layer(extra: list[str], options: Mapping[str, Any]) -> Layer:
    """Return the settings given as options, each with its option's name; --set adds any other by name."""
    from seoaudit.assessment.layers import Layer
    from seoaudit.assessment.options import parse_list, parse_range, parse_settings

    given = {k: v for k, v in options.items() if v is not None}
    if "section_words" in given:
        given["section_words"] = parse_range(given["section_words"], "--section-words")
    if "rules" in given:
        given["rules"] = rule_folders(given["rules"])
    if "select" in given:
        given["select"] = parse_list(given["select"], "--select")
    if "ignore" in given:
        given["disable"] = parse_list(given.pop("ignore"), "--ignore")
    set_ = parse_settings(extra)
    names = {k: _NAMES.get(k, f"--{k.replace('_', '-')}") for k in given}
    return Layer({**set_, **given}, names={**dict.fromkeys(set_, "--set"), **names})


def rule_folders(given: list[str] | None) -> tuple[str, ...]:
    """Return rule folders as the settings name them; one that lies here needs no "./" on a command line."""
    return tuple(f"./{f}" if "/" not in f and Path(f).exists() else f for f in given or ())


def open_article(file: str, order: Order) -> tuple[Article, Merged]:
    """Read an article, a file or standard input for "-", and the settings around it."""
    from seoaudit.batch.audit import open_item
    from seoaudit.batch.files import Item

    return open_item(Item(None if file == "-" else Path(file), file), order)
