"""Lays views out as one HTML file that needs nothing else: no network, no other file, no script to be read.

Everything is escaped by the templates. Style and script are the package's own files, allowed by their hashes alone, so
that whatever an article says can neither run nor fetch anything.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from seoaudit.assessment.wording import NBSP, show
from seoaudit.report.html.view import MOST_LINES
from seoaudit.report.labels import family_name, label

# What no HTML document may hold: control characters, lone surrogates (of a file name that is no text), non-characters.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

# A space that may not end a line: before a high sign and within « ».
_TIE = re.compile(" (?=[:;?!»])|(?<=«) ")


def pieces(template: str, lang: str, **shown: Any) -> Iterator[str]:
    """Yield a page piece by piece.

    Args:
        template: its name in the package.
        lang: language of the page, "fr" or "en".
        shown: what the template shows.
    """
    return _environment().get_template(template).generate(**_words(lang), **_assets(), **shown)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("seoaudit.report", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_fit,
    )
    environment.filters["tied"] = tied
    environment.filters["capitalize_first"] = lambda text: text[:1].upper() + text[1:]
    return environment


def tied(text: str) -> str:
    """Return a title with no-break spaces where French has them: in large letters a lone colon catches the eye."""
    return _TIE.sub(NBSP, text)


def _fit(value: Any) -> Any:
    """Return a value with a replacement character for each that HTML cannot hold."""
    if not isinstance(value, str) or not _UNFIT.search(value):
        return value
    fitted = _UNFIT.sub("\ufffd", value)
    # Templates escape what is no markup yet; what is markup stays it.
    return Markup(fitted) if isinstance(value, Markup) else fitted  # noqa: S704


def _words(lang: str) -> dict[str, Any]:
    """Return what the templates say things with, in a language."""
    french = lang == "fr"
    return {
        "lang": lang,
        "t": lambda key, **facts: label(key, lang, **facts),
        "n": lambda value: show(value, lang).replace("-", "−"),
        "two": lambda value: f"{value:.2f}".replace(".", "," if french else "."),
        "colon": f"{NBSP}: " if french else ": ",
        "percent": f"{NBSP}%" if french else "%",
        "quoted": lambda text: f"«{NBSP}{text}{NBSP}»" if french else f"“{text}”",
        "family": lambda code: family_name(code, lang),
        "most_lines": MOST_LINES,
    }


@cache
def _assets() -> dict[str, Any]:
    """Return style, script and the policy that allows them and nothing else."""
    folder = files("seoaudit.report").joinpath("templates")
    style, script = (folder.joinpath(name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    # Both are files of the package, not the reader's words; neither may hold what would end its element.
    return {"style": Markup(style), "script": Markup(script), "policy": policy}  # noqa: S704


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}"
