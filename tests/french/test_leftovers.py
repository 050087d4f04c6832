"""What a template, an assistant or a translation machine left: certain, or nothing is said."""

from __future__ import annotations

import pytest

from seoaudit.article.read import read_string
from seoaudit.french.analysis import analyse
from seoaudit.french.leftovers import find_assistant_phrases, find_english, find_placeholders, find_uncontracted
from seoaudit.french.parse import Parsed


def parsed(text: str) -> Parsed:
    return analyse(read_string(text, source_format="text")).prose[0].parsed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Le marché ouvre.", []),
        ("Le marché de {{ ville }} ouvre, {% if ete %} dit-on.", ["{{ ville }}", "{% if ete %}"]),
        ("LOREM IPSUM. Le prix est de [à compléter] euros.", ["LOREM IPSUM", "[à compléter"]),
        ("Il a dit [sic] que le {prix} est de 100 %% en [2024].", []),
    ],
)
def test_placeholders(text: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in find_placeholders(text)] == found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("En tant que modèle de langage, je ne sais pas.", 1),
        ("Les prix baissent. :contentReference[oaicite:3]", 2),
        ("Les modèles de langage progressent, et l’assistant répond.", 0),
        ("En tant que maire, je le souhaite-t-il ?", 0),
    ],
)
def test_assistant_phrases(text: str, count: int) -> None:
    assert len(find_assistant_phrases(text)) == count


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Le maire et les élus ont voté.", []),
        ("Il chante « Let it be » avec les enfants.", []),
        ("La trilogie The Lord of the Rings revient au cinéma.", []),
        ("Le machine learning et le cloud avancent.", []),
        ("Il vient avec the conseil.", []),
        ("Le brun and le vert se mêlent.", ["and"]),
        ("Ils ont voté pour with les élus.", ["with"]),
    ],
)
def test_english_words_among_french_ones(text: str, found: list[str]) -> None:
    p = parsed(text)
    assert [p.text[a:b] for a, b in find_english(p)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Il est temps de le dire, de les voir et de les imprimer.", []),
        ("La une de Le Monde parle de les Halles.", []),
        ("Si elle vient, que les autres attendent.", []),
        ("Le maire parle de le marché.", [("de le", "du")]),
        ("On sait que il ouvre, si il fait beau.", [("que il", "qu'il"), ("si il", "s'il")]),
        ("Il ne a rien dit.", [("ne a", "n'a")]),
        ("« Que il vienne », dit-elle.", []),
    ],
)
def test_contractions(text: str, found: list[tuple[str, str]]) -> None:
    p = parsed(text)
    assert [(p.text[a:b], right) for a, b, right in find_uncontracted(p)] == found
