"""One article of a run: what its report depends on, and the report."""

from __future__ import annotations

import logging
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from seoaudit.article.model import Article
from seoaudit.article.read import read_bytes, read_path
from seoaudit.article.sidecar import sidecar_path
from seoaudit.assessment.layers import Layer, Merged, article_layer, check_rules, make_settings, merge
from seoaudit.assessment.rules import load_rules, rule_files
from seoaudit.assessment.settings import of_a_walk
from seoaudit.batch.cache import digest_of, key_of
from seoaudit.batch.files import Item
from seoaudit.batch.spool import pack
from seoaudit.configuration.files import SettingsFile
from seoaudit.configuration.layering import file_of, layers_of
from seoaudit.errors import SeoAuditError
from seoaudit.report.batch import Failure
from seoaudit.report.model import Report

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Order:
    """What a run asks of every article.

    Attributes:
        settings: the caller's, by name.
        given: keyphrase, title, description and slug of the command line.
        source_format: how to read the articles.
        lang: language of the messages.
        names: how the caller named his settings, where that differs from theirs ("--ignore").
        config: the settings file to read in the place of the one nearest to each article.
        isolated: whether to read none.
    """

    settings: Mapping[str, Any] = field(default_factory=dict)
    given: Mapping[str, str | None] = field(default_factory=dict)
    source_format: Literal["auto", "text", "markdown", "html", "docx"] = "auto"
    lang: Literal["fr", "en"] = "fr"
    names: Mapping[str, str] = field(default_factory=dict)
    config: Path | None = None
    isolated: bool = False
    _nearest: dict[Path, SettingsFile | None] = field(default_factory=dict, compare=False, repr=False)

    @property
    def caller(self) -> Layer:
        """The settings of the command line, which win over all others."""
        names = {**{k: f"--{k}" for k in self.given}, **self.names}
        return Layer({**self.settings, **{k: v for k, v in self.given.items() if v is not None}}, names=names)

    def file_for(self, path: Path | None) -> SettingsFile | None:
        """Return the settings file of an article, or of a folder and what lies in it; None for standard input.

        Raises:
            SettingsError: it cannot be read.
        """
        folder = Path() if path is None else path if path.is_dir() else path.parent
        key = self.config or folder
        if key not in self._nearest:
            self._nearest[key] = file_of(folder, config=self.config, isolated=self.isolated)
        return self._nearest[key]

    def files_for(self, path: Path | None) -> tuple[Layer, ...]:
        """Return what settings files say of the article or folder at a path; None for standard input.

        Raises:
            SettingsError: one of them is faulty.
        """
        file = self.file_for(path)
        return () if file is None else layers_of(file, path)


def open_item(item: Item, order: Order) -> tuple[Article, Merged]:
    """Return the article of an input, and the settings in force for it.

    Raises:
        SeoAuditError: it cannot be read, or a setting does not suit.
    """
    files = order.files_for(item.place or item.path)
    limit = make_settings(*files, order.caller).max_chars
    if item.path is None:
        article = read_bytes(sys.stdin.buffer.read(), name="-", source_format=order.source_format, max_chars=limit)
    else:
        article = read_path(item.path, source_format=order.source_format, max_chars=limit, name=item.name)
    own = (article_layer(article), order.caller)
    merged = merge(*files, *own)
    check_rules(own, [r.id for r in load_rules(merged.settings.rules)])
    return article, merged


def audit_item(item: Item, order: Order) -> Report:
    """Return the report of an input.

    Raises:
        SeoAuditError: it cannot be read, or a setting does not suit.
    """
    import seoaudit

    article, merged = open_item(item, order)
    return seoaudit.audit(article, settings=merged.settings, lang=order.lang)


def pack_item(item: Item, order: Order) -> bytes | Failure:
    """Return the packed report of an input, or why it has none; nothing that one article does stops a run."""
    try:
        return pack(audit_item(item, order))
    except SeoAuditError as error:
        return Failure(source=item.name, message=str(error))
    except MemoryError:
        return Failure(
            source=item.name, message=f"« {item.name} » demande plus de mémoire qu’il n’y en a : découpez-le."
        )
    except Exception as error:  # a fault of this program's; the other articles are not to suffer from it
        log.exception("audit of %s failed", item.name)
        return Failure(source=item.name, message=fault_of(item.name, f"{type(error).__name__} : {error}"))


def fault_of(name: str, what: str) -> str:
    """Return the sentence on a fault of this program's own."""
    return f"« {name} » n’a pu être audité, par une erreur de seoaudit ({' '.join(what.split())}) : signalez-la."


def key_for(item: Item, order: Order) -> str | None:
    """Return the key of an input's report in the cache; None for standard input, and for what cannot be read."""
    if item.path is None:
        return None
    beside = sidecar_path(item.path)
    try:
        layers = (*order.files_for(item.place or item.path), order.caller)
        settings = make_settings(*layers)
        # Only its own bytes, those beside it and its ending; another name does not change a report.
        data, sidecar = item.path.read_bytes(), beside.read_bytes() if beside else None
        named = [
            *rule_files(settings.rules),
            *([Path(settings.corpus)] if settings.corpus else []),
        ]
        files = [digest_of(path) for path in named]
    except (OSError, SeoAuditError):
        return None
    about = {
        # Not what they come to: an article's own settings go between them.
        "settings": [{k: v for k, v in layer.values.items() if not of_a_walk(k)} for layer in layers],
        "files": files,
        "ending": item.path.suffix.lower(),
        "format": order.source_format,
        "lang": order.lang,
    }
    return key_of(data, sidecar, about)
