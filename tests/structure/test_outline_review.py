"""The author's headings: kept, judged where there is something to say, and left in peace where there is not."""

from __future__ import annotations

from pathlib import Path

import pytest

import seoaudit
from seoaudit.report.model import OutlineEntry
from seoaudit.report.terminal import render_outline
from seoaudit.structure.heading_fit import misplaced
from tests.filler import filler

COMPOST = "Le compost se fait avec des épluchures et des feuilles. Le tas de compost chauffe, puis refroidit."
ROSES = "Les rosiers se taillent en mars, avec un sécateur propre. On coupe le rosier au-dessus d’un œil."
LAWN = "La tondeuse passe une fois par semaine. La tonte haute garde l’eau, et la tonte reste sur place."


def outline(text: str, **settings: object) -> list[OutlineEntry]:
    return list(seoaudit.audit(text, settings=settings, source_format="markdown").outline)


def kinds(text: str, **settings: object) -> dict[str, list[str]]:
    return {e.heading or "": [r.kind for r in e.remarks] for e in outline(text, **settings) if e.remarks}


def article(*parts: tuple[str, str]) -> str:
    return "# Le jardin\n\n" + "".join(f"{heading}\n\n{text}\n\n" for heading, text in parts)


def test_good_headings_get_no_remark_and_a_reason() -> None:
    text = article(("## Le compost", COMPOST), ("## La taille des rosiers", ROSES), ("## La tonte", LAWN))
    report = seoaudit.audit(text, source_format="markdown")
    assert not [r for e in report.outline for r in e.remarks]
    assert "gardés" in report.outline_reason
    assert [e.heading for e in report.outline] == ["Le compost", "La taille des rosiers", "La tonte"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (article(("## Le compost", COMPOST), ("#### Le bac", ROSES)), {"Le bac": ["level_jump"]}),
        (article(("### Le compost", COMPOST)), {"Le compost": ["level_jump"]}),
        (article(("## Le compost", COMPOST), ("## Vide", "")), {"Vide": ["empty"]}),
        (article(("## Partie", COMPOST), ("## Partie", ROSES)), {"Partie": ["duplicate"]}),
        (
            article(("## Le compost", COMPOST), (f"## {'Tout savoir sur la terre ' * 3}au jardin", ROSES)),
            {"Tout savoir sur la terre Tout savoir sur la terre Tout savoir sur la terre au jardin": ["long_heading"]},
        ),
    ],
)
def test_each_fault_is_said_under_its_heading(text: str, found: dict[str, list[str]]) -> None:
    assert kinds(text) == found


def test_headings_on_one_pattern_are_all_alike() -> None:
    names = ("Le compost du jardin bio", "La taille du jardin bio", "La tonte du jardin bio", "Le jardin bio en hiver")
    texts = (COMPOST, ROSES, LAWN, "On couvre la terre de feuilles.")
    found = kinds(article(*((f"## {n}", t) for n, t in zip(names, texts, strict=True))))
    assert set(found) == set(names)
    assert all("alike" in k for k in found.values())
    steps = article(*((f"## Étape pratique {n}", t) for n, t in enumerate(texts)))
    assert not kinds(steps)


def test_a_long_section_is_said_to_be_and_divided_only_where_its_subject_turns(samples: Path) -> None:
    raw = (samples / "texte-brut.txt").read_text(encoding="utf-8")
    entries = outline(f"# Le café\n\n## Histoire\n\n{raw}\n\n## Fin\n\nVoilà.\n")
    history = next(e for e in entries if e.heading == "Histoire")
    assert [r.kind for r in history.remarks] == ["long_section"]
    assert "300" in history.remarks[0].text
    assert [e for e in entries if e.level == 3 and not e.existing]
    assert "long_section" in kinds(f"## Un\n\n{filler(120)}\n", long_section=100)["Un"]


def test_swapped_headings_are_found_and_others_proposed() -> None:
    text = article(("## Le compost", COMPOST), ("## La tonte", ROSES * 2), ("## La taille des rosiers", LAWN * 2))
    entries = {e.heading: e for e in outline(text)}
    assert [r.kind for r in entries["La tonte"].remarks] == ["unrelated"]
    assert [r.kind for r in entries["La taille des rosiers"].remarks] == ["unrelated"]
    assert not entries["Le compost"].remarks
    assert (
        "« La taille des rosiers »".replace("« ", "«\u00a0").replace(" »", "\u00a0»")
        in entries["La tonte"].remarks[0].text
    )
    assert all(a not in entries for e in entries.values() for a in e.alternatives)


@pytest.mark.parametrize(
    "heading", ["Introduction", "Pour aller plus loin", "Un vent nouveau", "2026", "🙂", "Et après ?"]
)
def test_a_heading_without_common_words_is_not_doubted_for_that(heading: str) -> None:
    assert not misplaced([heading, "Le compost", "La tonte"], [[ROSES], [COMPOST], [LAWN]])


@pytest.mark.parametrize("headings", [[], ["Seul"]])
def test_one_heading_cannot_be_in_the_wrong_place(headings: list[str]) -> None:
    assert misplaced(headings, [[COMPOST]] * len(headings)) == {}


@pytest.mark.parametrize("name", ["guide-composteur.md", "page-cms.html"])
def test_the_clean_samples_have_nothing_to_change(samples: Path, name: str) -> None:
    assert not [r for e in seoaudit.audit(samples / name).outline for r in e.remarks]


def test_remarks_are_shown_in_both_languages() -> None:
    text = article(("## Le compost", COMPOST), ("## Vide", ""))
    assert "▲ rien dessous" in render_outline(seoaudit.audit(text, source_format="markdown"))
    assert "▲ nothing below" in render_outline(seoaudit.audit(text, source_format="markdown", lang="en"))


def test_the_draft_keeps_the_headings_it_would_reword() -> None:
    text = article(("## Partie", COMPOST), ("## Partie", ROSES))
    assert seoaudit.draft(text, source_format="markdown", checklist=False).to_markdown().count("## Partie") == 2
