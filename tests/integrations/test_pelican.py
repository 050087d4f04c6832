"""The Pelican plugin on a site that `pelican` builds."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.integrations.conftest import BAD, BIN, GOOD

# Lines of its own, whatever the version of Pelican's theme.
TEMPLATE = """<!DOCTYPE html>
<html lang="fr"><head><title>{{ article.title }}</title><meta name="description" content="{{ article.summary|striptags }}"></head>
<body><main><article><h1>{{ article.title }}</h1>
{{ article.content }}</article></main></body></html>
"""


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    content = tmp_path / "blog" / "content"
    content.mkdir(parents=True)
    head = "Date: 2026-11-27\nCategory: Villes\nSummary: Le marché de Noël de Lille, ses chalets et sa grande roue.\n"
    for name, text, more in (("bon", GOOD, ""), ("mauvais", BAD, ""), ("brouillon", BAD, "Status: draft\n")):
        article = f"Title: Le marché de Noël de Lille, {name}\n{head}{more}\n{text}"
        (content / f"{name}.md").write_text(article, encoding="utf-8")
    (content.parent / "templates").mkdir()
    (content.parent / "templates" / "article.html").write_text(TEMPLATE, encoding="utf-8")
    return content.parent


def _build(blog: Path, options: str) -> subprocess.CompletedProcess[str]:
    settings = f"PLUGINS = ['seoaudit.contrib.pelican']\nPATH = 'content'\nSITENAME = 'Lille'\nSEOAUDIT = {options}\n"
    settings += "THEME_TEMPLATES_OVERRIDES = ['templates']\n"
    (blog / "pelicanconf.py").write_text(settings, encoding="utf-8")
    command = [BIN / "pelican", "-s", "pelicanconf.py", "--log-handler", "plain"]
    return subprocess.run(command, cwd=blog, capture_output=True, text=True, check=False)


def _said(got: subprocess.CompletedProcess[str]) -> str:
    """Return all that was said, on one line: Pelican wraps it."""
    return " ".join((got.stdout + got.stderr).split())


def test_drafts_and_lists_are_not_audited(blog: Path) -> None:
    got = _build(blog, "{'jobs': 1, 'max_findings': 0, 'fail_on': ['suggestion']}")
    assert got.returncode == 1, _said(got)
    assert "mauvais.html:4:65 TYP001" in _said(got)
    assert "brouillon.html" not in _said(got)
    assert "index.html:" not in _said(got)


def test_what_the_default_theme_says_of_an_article_is_no_finding(blog: Path) -> None:
    (blog / "templates" / "article.html").unlink()
    (blog / "content" / "mauvais.md").unlink()
    got = _build(blog, "{'jobs': 1, 'fail_on': ['TYP']}")
    page = (blog / "output" / "le-marche-de-noel-de-lille-bon.html").read_text(encoding="utf-8")
    assert "Published:" in page  # no space before the colon, as English has it
    assert got.returncode == 0, _said(got)


def test_a_gate_fails_the_build(blog: Path) -> None:
    got = _build(blog, "{'jobs': 1, 'fail_on': ['TYP']}")
    assert got.returncode == 1
    assert "mauvais.html : TYP" in _said(got)
    assert "mauvais.html:4:65 TYP001" in _said(got)
    assert "Traceback" not in _said(got)
    assert _build(blog, "{'jobs': 1, 'fail_on': ['TYP'], 'exclude': ['mauvais.md']}").returncode == 0


def test_what_a_baseline_holds_neither_shows_nor_counts(blog: Path) -> None:
    gates = "'jobs': 1, 'fail_on': ['suggestion'], 'fail_under': 100"
    assert _build(blog, f"{{'write_baseline': 'connu.json', {gates}}}").returncode == 1
    known = _build(blog, f"{{'baseline': 'connu.json', {gates}}}")
    assert known.returncode == 0, _said(known)
    assert "TYP001" not in _said(known)
    with (blog / "content" / "mauvais.md").open("a", encoding="utf-8") as file:
        file.write("\nLes chalets ferment: c’est dommage.\n")
    new = _build(blog, f"{{'baseline': 'connu.json', {gates}}}")
    assert new.returncode == 1
    assert "mauvais.html:5:" in _said(new)
    assert "mauvais.html:4:" not in _said(new)


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ("{'fail_over': 3}", "fail_over"),
        ("{'fail_on': ['TIP001']}", "TIP001"),
        ("3", "SEOAUDIT"),
        ("{'fail_under': 'soixante'}", "fail_under"),
        ("{'baseline': 3}", "baseline"),
        ("{'baseline': 'absent.json'}", "absent.json"),
    ],
)
def test_options_that_make_no_sense_are_refused(blog: Path, options: str, named: str) -> None:
    got = _build(blog, options)
    assert got.returncode == 1
    assert named in _said(got)
    assert "Traceback" not in _said(got)
