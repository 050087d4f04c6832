"""The registry of formats: one renderer each, loaded when it is asked for.

A renderer is a module with a function `render` that takes a batch and a look and yields the text piece by piece, so
that thousands of reports never stand in memory at once. It computes nothing: what it shows is in the reports.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from seoaudit.report.batch import Batch, Look

Render = Callable[[Batch, Look], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Form:
    """A format of the report.

    Attributes:
        name: what the user asks for.
        module: where its renderer is.
        mark: what the beginning of every output of it holds, so that an earlier report may be replaced by a newer one;
            "" where nothing tells it from a file of the user's.
        what: what it is for, in French.
        shows_text: whether it shows the article's text as well.
    """

    name: str
    module: str
    mark: str
    what: str
    shows_text: bool = False

    @property
    def render(self) -> Render:
        """The renderer."""
        return cast(Render, import_module(self.module).render)


_FORMS = (
    Form("text", "seoaudit.report.text", "", "pour un terminal"),
    Form("concise", "seoaudit.report.concise", "", "une ligne par endroit : chemin:ligne:colonne RÈGLE message"),
    Form("json", "seoaudit.report.json_report", '"schema_version"', "le rapport entier"),
    Form("jsonl", "seoaudit.report.jsonl", '{"schema_version"', "un rapport par ligne"),
    Form("sarif", "seoaudit.report.sarif", '"name": "seoaudit"', "SARIF 2.1.0, pour l’analyse de code de GitHub"),
    Form("github", "seoaudit.report.github", "", "annotations de GitHub Actions"),
    Form("gitlab", "seoaudit.report.gitlab", '"check_name": "seoaudit/', "qualité du code de GitLab"),
    Form("junit", "seoaudit.report.junit", '<testsuites name="seoaudit"', "JUnit XML"),
    Form("markdown", "seoaudit.report.markdown", "<!-- seoaudit -->", "pour un commentaire ou $GITHUB_STEP_SUMMARY"),
    Form(
        "html",
        "seoaudit.report.html",
        '<meta name="generator" content="seoaudit"',
        "une page à ouvrir dans un navigateur",
        shows_text=True,
    ),
)
FORMS = {f.name: f for f in _FORMS}
# Bytes of an output's beginning in which its mark stands.
MARKED = 1000
