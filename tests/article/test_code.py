"""Inline code is told apart in every markup, so that its typography is nobody's fault."""

from __future__ import annotations

import pytest

import seoaudit
from seoaudit.article.read import read_string

MARKUP = [
    ("Réglez `max-age: 60; public` puis relancez : `a` et `b` suffisent.", "markdown"),
    ("<p>Réglez <code>max-age: 60; public</code> puis relancez : <kbd>a</kbd> et <tt>b</tt> suffisent.</p>", "html"),
    ("Réglez <code>max-age: 60; public</code> puis relancez : <code>a</code> et `b` suffisent.", "markdown"),
]


@pytest.mark.parametrize(("source", "form"), MARKUP)
def test_the_spans_of_code_are_those_marked(source, form):
    (block,) = read_string(source, source_format=form).blocks
    assert [block.text[a:b] for a, b in block.code] == ["max-age: 60; public", "a", "b"]


def test_code_left_open_ends_with_its_block():
    one, two = read_string("<p>  <code>x:y</p><p>Après</p>", source_format="html").blocks
    assert [one.text[a:b] for a, b in one.code] == ["x:y"]
    assert two.code == ()


def test_code_raises_no_alarm_of_typography_and_text_beside_it_does():
    body = "La commande lit le fichier, vérifie chaque ligne et affiche le résultat. " * 8
    # A no-break space stands where French wants one.
    clean = f"# La commande\n\n{body}Ajoutez `clé:valeur;autre!` puis relancez."
    faulty = f"# La commande\n\n{body}Ajoutez clé: la valeur; puis relancez."
    ids = [[f.rule for f in seoaudit.audit(s, source_format="markdown").findings] for s in (clean, faulty)]
    assert "TYP001" not in ids[0]
    assert "TYP001" in ids[1]
