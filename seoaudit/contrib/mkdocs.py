"""The MkDocs plugin `seoaudit`: audits the Markdown of each page when a site is built; its gates fail the build.

A warning fails a build only with `--strict`, and there only while it is shown (`--quiet` hides and forgives it): a
gate that trips ends the build itself, with exit status 1.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Literal

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files

from seoaudit.contrib.pages import Page, Wanted, audit_pages
from seoaudit.errors import SeoAuditError

log = get_plugin_logger("seoaudit")
_LEVELS = {"error": logging.WARNING, "warning": logging.WARNING, "suggestion": logging.INFO}


class Options(Config):  # type: ignore[no-untyped-call] # how MkDocs registers options has no types
    """The plugin's options in `mkdocs.yml`; they are those of `seoaudit audit`."""

    enabled = c.Type(bool, default=True)
    fail_under = c.Optional(c.Type(int))
    fail_on = c.ListOfItems(c.Type(str), default=[])
    max_findings = c.Optional(c.Type(int))
    baseline = c.Optional(c.File(exists=True))
    write_baseline = c.Optional(c.File())
    exclude = c.ListOfItems(c.Type(str), default=[])
    settings = c.Type(dict, default={})
    config = c.Optional(c.File(exists=True))
    lang = c.Choice(("fr", "en"), default="fr")
    jobs = c.Type(int, default=0)
    cache = c.Type(bool, default=True)


class SeoAuditPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call] # likewise
    """Audits the pages of a site once all of it is built."""

    def __init__(self) -> None:
        self._pages: list[Page] = []
        self._serving = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether pages are served: gates are for what is published."""
        del dirty
        self._serving = command == "serve"

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Take the pages that the site has; what other plugins generate has no file to read."""
        docs = Path(config.docs_dir)
        self._pages = [
            Page(path, f"{docs.name}/{file.src_uri}", file.src_uri, path)
            for file in files.documentation_pages()
            if file.abs_src_path and (path := Path(file.abs_src_path)).is_file()
        ]

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Audit the pages, tell of their findings and hold them against the gates."""
        del config
        if not self.config.enabled:
            return
        try:
            reasons = audit_pages(self._pages, self._wanted(), lambda severity, line: log.log(_LEVELS[severity], line))
        except SeoAuditError as error:
            raise PluginError(f"seoaudit : {error}") from None
        for reason in reasons:
            log.error(reason)
        if reasons and not self._serving:
            raise Abort("seoaudit : la construction du site échoue, voir ci-dessus.")

    def _wanted(self) -> Wanted:
        """Return the options; a server has threads, so it audits in its own process."""
        own = self.config
        return Wanted(
            fail_under=own.fail_under,
            fail_on=own.fail_on,
            max_findings=own.max_findings,
            baseline=own.baseline,
            write_baseline=None if self._serving else own.write_baseline,
            exclude=own.exclude,
            settings=own.settings,
            config=own.config,
            lang="en" if own.lang == "en" else "fr",
            jobs=1 if self._serving else own.jobs,
            cache=own.cache,
        )
