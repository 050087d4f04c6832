"""The outline: the author's headings kept, proposals where they are missing, nothing cut that belongs together."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

import seoaudit
from seoaudit.french.parse import parse_paragraphs
from seoaudit.report.model import OutlineEntry
from seoaudit.structure.outline_words import own_words
from tests.filler import filler


def outline(text: str, **settings: object) -> list[OutlineEntry]:
    return list(seoaudit.audit(text, settings=settings).outline)


def test_the_reference_article_gets_three_to_five_sections(optus: str) -> None:
    sections = [e for e in outline(optus, min_words=700) if e.level]
    assert 3 <= len(sections) <= 5
    headings = [e.heading for e in sections]
    assert "Michael Venter" not in headings
    assert "Tous les clients" not in headings
    assert len(set(headings)) == len(headings)


def test_no_section_begins_inside_the_running_quotation(optus: str) -> None:
    paragraphs = optus.split("\n")
    inside = [optus.index(p) for p in paragraphs[6:8]]
    assert not {e.start for e in outline(optus, min_words=700)} & set(inside)


def test_a_brief_needs_no_sections(samples: Path) -> None:
    report = seoaudit.audit(samples / "breve.txt")
    assert not [e for e in report.outline if e.level and not e.existing]
    assert report.outline_reason


INTERVIEW = (
    ("Comment avez-vous repris l'atelier ?", "Par hasard. Un voisin cherchait un successeur, et j'ai visité la forge."),
    ("Qu'avez-vous changé d'abord ?", "Le téléphone. Les commandes arrivaient par courrier, une fois la semaine."),
    ("Qui achète vos couteaux ?", "Des cuisiniers, surtout. Les touristes regardent la lame et repartent sans rien."),
    (
        "Le recrutement est-il difficile ?",
        "Oui. Le lycée a fermé sa section, alors nous formons nos ouvriers nous-mêmes.",
    ),
)


def test_an_interview_is_divided_by_its_questions() -> None:
    text = "La forge de Thiers\n\n" + "\n\n".join(
        f"{question}\n\n{' '.join([answer] * 6)}" for question, answer in INTERVIEW
    )
    report = seoaudit.audit(text)
    assert not [e for e in report.outline if e.level]
    assert "questions" in report.outline_reason
    assert "questions" in seoaudit.draft(text).to_markdown(), "the checklist says what to do with them"
    assert [e for e in outline(text, sections=3) if e.level], "the editor's number is final"


def test_a_section_without_heading_is_told_by_its_own_words(samples: Path) -> None:
    for path in sorted(samples.glob("*.txt")):
        draft = seoaudit.draft(path, settings={"min_words": 900})
        for section in draft.outline.sections:
            assert bool(section.own_words) <= (section.heading is None)
            text = " ".join(p.text for p in section.parses).lower()
            assert all(word.lower() in text for word in section.own_words)


def test_own_words_tell_a_section_from_the_others() -> None:
    parts = [
        ["Le marché vend des pommes. Les pommes viennent du verger de Lucie."],
        ["Le marché vend aussi du fromage. Le fromage mûrit dans une cave du village."],
    ]
    first, second = own_words([parse_paragraphs(p) for p in parts], "Le marché du village")
    assert "pommes" in first
    assert "fromage" in second
    assert not {"marché", "village"} & {*first, *second}, "words of both, and of the title"


def test_a_long_first_paragraph_that_is_a_section_stands_without_a_heading(samples: Path) -> None:
    paragraphs = (samples / "texte-brut.txt").read_text(encoding="utf-8").split("\n")
    about = " ".join(
        f"Le premier vélo de la ville date de 18{n}, et le pédalier change le cadre." for n in range(50, 64)
    )
    first = outline("\n\n".join([about, *paragraphs]))[0]
    assert first.level == 0
    assert first.words > 120


def test_the_lead_of_a_letter_is_more_than_its_greeting(samples: Path) -> None:
    text = (samples / "texte-brut.txt").read_text(encoding="utf-8")
    first = outline(f"Madame, Monsieur,\n\n{text}")[0]
    assert first.level == 0
    assert first.words > 10


@pytest.mark.parametrize("wanted", [2, 4, 5])
def test_the_number_of_sections_is_the_editors_to_set(samples: Path, wanted: int) -> None:
    text = (samples / "texte-brut.txt").read_text(encoding="utf-8")
    assert len([e for e in outline(text, sections=wanted) if e.level and not e.existing]) in {wanted, wanted - 1}


def test_an_overlong_section_gets_proposals_one_level_down(samples: Path) -> None:
    raw = (samples / "texte-brut.txt").read_text(encoding="utf-8")
    entries = outline(f"# Le café\n\n## Histoire et culture\n\n{raw}\n\n## Fin\n\nVoilà.\n")
    assert [e.heading for e in entries if e.level == 2] == ["Histoire et culture", "Fin"]
    assert all(e.existing for e in entries if e.level == 2)
    assert [e for e in entries if e.level == 3 and not e.existing]


def test_a_giant_paragraph_is_cut_between_sentences(samples: Path) -> None:
    lines = (samples / "texte-brut.txt").read_text(encoding="utf-8").split("\n")
    giant = " ".join(line for line in lines if len(line) > 80)
    entries = [e for e in outline(giant) if e.level]
    assert len(entries) >= 2
    assert all(e.start == 0 or giant[: e.start].rstrip()[-1] in ".!?…»" for e in entries)


def test_a_giant_paragraph_has_a_lead_of_some_sentences(samples: Path) -> None:
    lines = (samples / "texte-brut.txt").read_text(encoding="utf-8").split("\n")
    first = outline("Oui. " + " ".join(line for line in lines if len(line) > 80))[0]
    assert first.level == 0
    assert 25 <= first.words <= 150


def test_no_subsection_of_a_few_words_or_without_heading(samples: Path) -> None:
    raw = (samples / "texte-brut.txt").read_text(encoding="utf-8")
    for text in (f"## Le café\n\n{raw}", f"## Le café\n\n{raw}\n\nFin.\n", f"{raw}\n\n{filler(900)}"):
        entries = outline(text)
        for before, entry in pairwise(entries):
            if entry.level == 3 and not entry.existing:
                assert entry.words >= 60
                assert entry.heading or before.words + entry.words > 300


@pytest.mark.parametrize(
    "text",
    [
        "Une seule phrase.",
        "mot\n\n" * 500,
        "- un\n- deux\n- trois\n",
        "## Un\n\n#### Deux\n\nTexte.\n\n# Trois\n",
        filler(3000),
    ],
)
def test_odd_articles_get_an_outline_or_a_reason(text: str) -> None:
    report = seoaudit.audit(text)
    assert report.outline_reason or any(e.level for e in report.outline)
