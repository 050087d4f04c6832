"""The snippet: extractive, within its measures, never cut in the middle of something."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoaudit.french import split_sentences
from seoaudit.french.parse import parse_paragraphs
from seoaudit.structure.snippet import Snippet, make_slug, pixel_width, propose_snippet

SAMPLES = Path(__file__).parents[2] / "samples"
NEWS = [
    (
        "La mairie de Brévanne a fermé mardi le pont du canal après la découverte d'une fissure de 3 mètres. "
        "Ce pont ne rouvrira pas avant le printemps."
    ),
    "La fissure a été repérée par un pêcheur. La mairie promet une réparation du pont avant l'hiver.",
]


def propose(texts: list[str], title: str | None = None, keyphrase: str | None = None, **named: list[str]) -> Snippet:
    return propose_snippet(parse_paragraphs(texts), title=title, keyphrase=keyphrase, **named)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'").lower()


@pytest.mark.parametrize(
    "texts", [[], [""], ["…"], ["Oui."], ["🎉 😀"], ["a" * 5000], ["mot " * 3000], ["«" * 200], ["שלום \u200f עולם."]]
)
def test_nothing_is_made_up_for_odd_texts(texts: list[str]) -> None:
    snippet = propose(texts)
    assert snippet.title is None
    assert snippet.title_px is None
    assert snippet.description is None
    assert snippet.slug is None
    assert set(snippet.reasons) == {"title", "description", "slug"}


def test_a_given_title_is_kept_and_measured() -> None:
    snippet = propose(NEWS, title="Pont fermé")
    assert (snippet.title, snippet.title_px) == ("Pont fermé", pixel_width("Pont fermé"))
    assert snippet.alternatives["title"]


def test_a_title_is_built_from_the_text_and_fits() -> None:
    snippet = propose(NEWS, keyphrase="pont du canal")
    assert snippet.title is not None
    assert snippet.title_px == pixel_width(snippet.title) <= 600
    assert snippet.title[0].isupper()
    text = plain(" ".join(NEWS))
    for title in (snippet.title, *snippet.alternatives["title"]):
        for part in plain(title).split(" : "):
            assert re.sub(r"^(?:la|le|les|l') ?", "", part) in text
    assert "pont du canal" in plain(snippet.title)


def test_a_topic_is_joined_to_what_a_sentence_says_of_it() -> None:
    texts = [p for p in (SAMPLES / "optus.txt").read_text(encoding="utf-8").split("\n") if p.strip()]
    title = propose(texts, keyphrase="appels triple zéro", keyphrases=["Optus", "triple zéro", "panne"]).title
    assert title is not None
    topic, said = plain(title).split(" : ")
    assert topic == "appels triple zéro"
    noun = said.split()[-1]
    sentences = (plain(s) for t in texts for s in split_sentences(t))
    assert any("triple zéro" in s and noun in s for s in sentences)


def test_a_description_is_a_stretch_of_the_text_that_ends_well() -> None:
    snippet = propose(NEWS)
    text = plain(" ".join(NEWS))
    found = [d for d in (snippet.description, *snippet.alternatives["description"]) if d]
    assert found
    for description in found:
        assert 120 <= len(description) <= 156
        assert plain(description).rstrip("….") in text
        assert re.search(r"[.!?…]$", description)
        assert not re.search(r"\b(?:de|du|des|à|au|aux|le|la|les|un|une|et|que|qui|en|dans|pour)…$", description)


def test_a_description_never_leaves_a_quotation_open() -> None:
    quoted = "« la route est sûre et que les riverains peuvent la prendre dès ce soir sans crainte »"
    rest = "mais les pompiers attendent encore les résultats de la visite des ingénieurs envoyés hier sur place."
    texts = [f"Le préfet juge que {quoted}, {rest}"]
    snippet = propose(texts)
    for description in filter(None, (snippet.description, *snippet.alternatives["description"])):
        assert description.count("«") == description.count("»")


def test_at_most_two_alternatives_each_unlike_the_choice() -> None:
    snippet = propose(NEWS, keyphrase="pont du canal", keyphrases=["fissure du pont", "mairie de Brévanne"])
    for name, value in (("title", snippet.title), ("description", snippet.description), ("slug", snippet.slug)):
        assert len(snippet.alternatives[name]) <= 2
        assert value not in snippet.alternatives[name]


def test_the_reference_article(optus: str) -> None:
    paragraphs = [p for p in optus.split("\n") if p.strip()]
    snippet = propose(paragraphs, keyphrase="appels triple zéro")
    assert snippet.title is not None
    assert plain(snippet.title).startswith("appels triple zéro :")
    assert snippet.description is not None
    assert plain(snippet.description).startswith("optus a admis aujourd'hui que près de 2 700 appels")
    assert snippet.slug == "appels-triple-zero"


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("", ""),
        ("!!!", ""),
        ("L'œuvre d'un élève", "oeuvre-eleve"),
        ("Près de 2 700 appels vers le triple zéro", "2700-appels-triple-zero"),
        ("Où est-ce ?", "ou-est-ce"),
        ("Aujourd’hui, l’été à Noël", "ete-noel"),
        ("Un deux trois quatre cinq six sept huit", "deux-trois-quatre-cinq-six-sept"),
        ("emploi à temps plein " * 3, "emploi-temps-plein"),
        ("Notre-Dame de Paris a rouvert", "notre-dame-paris-rouvert"),
        ("Un plombier pas cher à Lyon", "plombier-lyon"),
        ("Conduire une voiture sans permis", "conduire-voiture-sans-permis"),
        ("Prendre rendez-vous chez vous", "prendre-rendez-vous"),
    ],
)
def test_slugs(text: str, slug: str) -> None:
    assert make_slug(text) == slug


@given(st.text(max_size=200))
def test_a_slug_is_plain_and_short(text: str) -> None:
    slug = make_slug(text)
    assert len(slug) <= 60
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)
    assert len(slug.split("-")) <= 6


def test_a_slug_takes_three_words_where_there_are_three() -> None:
    assert propose(NEWS, title="Le pont du canal ferme", keyphrase="pont").slug == "pont-canal-ferme"


@pytest.mark.parametrize(("text", "px"), [("", 0), ("a", 12), ("W", 19), ("il", 9), ("\u200d", 0), ("é", 12)])
def test_pixel_width_of_known_glyphs(text: str, px: int) -> None:
    assert pixel_width(text) == px


def test_accents_typed_apart_are_as_wide_as_together() -> None:
    assert pixel_width("e\u0301te\u0301") == pixel_width("été")


@given(st.text(alphabet=string.ascii_letters + " éàç’«»", max_size=60), st.text(max_size=5))
def test_more_text_is_never_narrower(text: str, more: str) -> None:
    assert pixel_width(text + more) >= pixel_width(text)


def test_a_font_has_a_size() -> None:
    with pytest.raises(ValueError, match="size"):
        pixel_width("a", 0)


def test_what_the_page_says_of_itself_is_kept_where_it_will_do() -> None:
    own = "Le pont de Brévanne ferme pour trois mois de travaux : itinéraires de remplacement et calendrier."
    snippet = propose_snippet(
        parse_paragraphs(NEWS), title=None, keyphrase=None, description=own, slug="/actualites/pont-de-brevanne/"
    )
    assert (snippet.description, snippet.slug) == (own, "pont-de-brevanne")
    assert "page" in snippet.reasons["description"].fr
    short = propose_snippet(parse_paragraphs(NEWS), title=None, keyphrase=None, description="Le pont.", slug="Le pont")
    assert short.description != "Le pont."
    assert short.slug != "Le pont"


def test_a_text_whose_lead_names_no_subject_gets_no_title() -> None:
    side = ["L'arbuste vient des hauts plateaux d'Éthiopie.", *["Le grain se récolte mûr et se garde au sec."] * 20]
    snippet = propose_snippet(parse_paragraphs(side), title=None, keyphrase=None, headings=["La récolte du grain mûr"])
    assert snippet.title is None
    assert snippet.alternatives["title"] == ("La récolte du grain mûr",)


def test_a_slug_keeps_the_order_of_the_title() -> None:
    snippet = propose_snippet(parse_paragraphs(NEWS), title="Bien choisir son vélo cargo", keyphrase="vélo cargo")
    assert snippet.slug == "choisir-velo-cargo"


@pytest.mark.parametrize(
    ("title", "beginning"),
    [
        (
            "Notre-Dame de Paris a rouvert ses portes après cinq ans de travaux",
            "Notre-Dame de Paris a rouvert ses portes",
        ),
        (
            "Isoler ses combles en 2026 : le guide complet pour choisir son isolant et ses aides",
            "Isoler ses combles en 2026",
        ),
        (
            "Le pont ferme mardi. Les riverains demandent des navettes, la mairie réfléchit encore",
            "Le pont ferme mardi.",
        ),
    ],
)
def test_a_title_that_is_too_wide_is_proposed_shorter(title: str, beginning: str) -> None:
    snippet = propose(NEWS, title=title)
    assert snippet.title == beginning
    assert snippet.title_px == pixel_width(beginning) <= 600
    assert f"{pixel_width(title)} px" in snippet.reasons["title"].fr


def test_a_title_that_cannot_be_shortened_is_replaced_or_left_to_the_editor() -> None:
    wide = "Réparation" * 10
    assert propose(["Oui."], title=wide).title is None
    replaced = propose(NEWS, title=wide, keyphrase="pont du canal")
    assert replaced.title is not None
    assert pixel_width(replaced.title) <= 600


def test_short_paragraphs_make_one_description() -> None:
    texts = [
        "Le pont du canal ferme mardi pour trois mois.",
        "Les riverains gardent l'accès à leurs garages pendant les travaux.",
        "Une navette les mène en ville.",
    ]
    description = propose(texts).description
    assert description is not None
    assert plain(description) == plain(" ".join(texts))


def test_the_alternatives_say_something_else() -> None:
    snippet = propose(NEWS, keyphrase="pont du canal", keyphrases=["mairie de Brévanne", "fissure"])
    said = [t.rpartition("\u00a0: ")[2].casefold() for t in (snippet.title or "", *snippet.alternatives["title"])]
    assert len(said) == len(set(said))
