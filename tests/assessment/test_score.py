"""The score: a sum that can be redone, that each fault lowers, and that length does not buy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import seoaudit
from seoaudit.article.read import read_string
from seoaudit.assessment.measures.typography import KINDS
from seoaudit.assessment.rules import load_rules
from seoaudit.report.model import Report

Change = tuple[str, Callable[[str], str]]

HEAD = (
    '<!DOCTYPE html>\n<html lang="fr"><head><title>Composter au jardin\u00a0: le guide pas à pas</title>'
    '<meta name="description" content="Comment réussir un compost au jardin\u00a0: où placer le bac, quoi y mettre, quand '
    'le retourner et que faire des odeurs.">'
    '<link rel="canonical" href="https://jardin.example/composter">'
    '<meta property="og:title" content="Composter au jardin"><meta property="og:type" content="article">'
    '<meta property="og:image" content="https://jardin.example/compost.jpg"><meta name="author" content="Jeanne Roux">'
    '<meta property="article:published_time" content="2024-03-02">'
    '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Article","headline":"Composter",'
    '"image":"https://jardin.example/compost.jpg","datePublished":"2024-03-02","author":"Jeanne Roux"}</script>'
    "</head><body><article><h1>Composter au jardin</h1>"
)
BODY = (
    "<p>Un bac de bois suffit pour commencer. Posez-le à même la terre, à mi-ombre, car les vers doivent pouvoir "
    "monter. Le tas y reste humide sans se noyer. En été, un vieux drap le protège du soleil.</p>"
    '<p><img src="/media/bac-en-bois.jpg" alt="Un bac en bois sous un noisetier"></p>'
    "<h2>Ce qui nourrit le tas</h2>"
    "<p>Alternez le brun et le vert. Les feuilles mortes apportent le carbone, tandis que les épluchures donnent "
    "l’azote. Trop de tonte colle, mais un peu de carton l’aère. Cassez les branches, sinon elles dureront des années. "
    'Voyez <a href="/paillage">ce que devient la paille</a> et <a href="https://sols.example/vers">la vie des '
    "vers</a>.</p>"
    "<table><tr><th>Matière</th><th>Famille</th></tr><tr><td>feuilles</td><td>brun</td></tr></table>"
    '<h2 id="odeurs">Quand cela sent mauvais</h2>'
    "<p>Une odeur d’œuf signale un manque d’air. Retournez le tas, puis ajoutez du sec. Si rien ne change au bout d’une "
    "semaine, videz le bac et recommencez couche par couche. Ce travail prend une heure, et il se fait au printemps.</p>"
    "</article></body></html>\n"
)
PAGE = HEAD + BODY


def swapped(old: str, new: str) -> Callable[[str], str]:
    def change(page: str) -> str:
        assert old in page, old
        return page.replace(old, new, 1)

    return change


FAULTS: list[Change] = [
    ("PAG001", swapped('<html lang="fr">', "<html>")),
    ("PAG004", swapped('href="https://jardin.example/composter"', 'href="/composter"')),
    ("PAG005", swapped("<link rel", '<meta name="robots" content="noindex"><link rel')),
    ("PAG006", swapped("<link rel", '<meta name="robots" content="nosnippet"><link rel')),
    ("PAG007", swapped("<link rel", '<meta name="description" content="Un site de jardin."><link rel')),
    (
        "PAG008",
        swapped("<link rel", '<link rel="alternate" hreflang="en-UK" href="https://jardin.example/en"><link rel'),
    ),
    ("PAG011", swapped('"@context":"https://schema.org",', '"@context":"https://schema.org",,')),
    ("PAG012", swapped(',"author":"Jeanne Roux"}', "}")),
    ("PAG013", swapped('<meta property="og:type" content="article">', "")),
    ("PAG014", swapped('og:image" content="https://jardin.example/', 'og:image" content="/')),
    ("PAG016", swapped("2024-03-02", "2 mars 2024")),
    ("MET001", swapped("Composter au jardin\u00a0: le guide pas à pas", "Compost")),
    ("MET005", swapped("Composter au jardin\u00a0: le guide pas à pas", "Bienvenue sur notre site de conseils")),
    ("MET009", swapped("le guide pas à pas", "composter au jardin pas à pas")),
    ("INT003", swapped("<h2>Ce qui nourrit le tas</h2>", "<h4>Ce qui nourrit le tas</h4>")),
    ("INT009", swapped("Ce qui nourrit le tas", "Ce qui nourrit le tas.")),
    ("INT010", swapped("Ce qui nourrit le tas", "CE QUI NOURRIT LE TAS")),
    ("INT013", swapped("Ce qui nourrit le tas", "Composter au jardin")),
    ("INT014", swapped("<h1>Composter au jardin</h1>", "")),
    ("IMG001", swapped(' alt="Un bac en bois sous un noisetier"', "")),
    ("IMG002", swapped("Un bac en bois sous un noisetier", "bac-en-bois.jpg")),
    ("IMG006", swapped("Un bac en bois", "Image d’un bac en bois")),
    ("IMG008", swapped("bac-en-bois.jpg", "IMG_2034.jpg")),
    ("LIE001", swapped("ce que devient la paille", "cliquez ici")),
    ("LIE005", swapped('<a href="/paillage">', '<a rel="nofollow" href="/paillage">')),
    ("LIE006", swapped("la vie des vers</a>", "https://sols.example/vers</a>")),
    ("LIE010", swapped("https://sols.example/vers", "www.sols.example/vers")),
    ("LIE011", swapped("https://sols.example/vers", "http://localhost:8000/vers")),
    ("LIE012", swapped('"/paillage"', '"/paillage?utm_source=guide"')),
    ("LIE013", swapped('"/paillage"', '"#paillage"')),
    ("STR002", swapped("<th>Matière</th><th>Famille</th>", "<td>Matière</td><td>Famille</td>")),
    ("RES001", swapped("Un bac de bois", "Lorem ipsum. Un bac de bois")),
    ("RES002", swapped("Un bac de bois", "En tant que modèle de langage, je propose ceci. Un bac de bois")),
    ("RES003", swapped("le brun et le vert", "le brun and le vert")),
    ("RES004", swapped("Ce travail", "Il dit que il tient. Ce travail")),
    ("SUB005", swapped("Ce travail", "Selon des experts, le tas chauffe. Ce travail")),
    ("TYP003", swapped("En été, un", "En été , un")),
    ("TYP007", swapped("sans se noyer.", "sans se noyer...")),
]


def audited(page: str) -> Report:
    return seoaudit.audit(page, source_format="html")


def exact(report: Report) -> float:
    """The score before it is rounded."""
    applied = [p for p in report.points if p.applies]
    return 100 * sum(p.earned for p in applied) / sum(p.max for p in applied)


@pytest.fixture(scope="module")
def clean() -> Report:
    return audited(PAGE)


def test_the_page_to_spoil_is_clean(clean: Report) -> None:
    assert [(f.rule, f.message) for f in clean.findings] == []
    assert clean.score == 100


@pytest.mark.parametrize(("rule", "fault"), FAULTS, ids=[rule for rule, _ in FAULTS])
def test_one_fault_lowers_the_score_by_what_it_says(clean: Report, rule: str, fault: Callable[[str], str]) -> None:
    report = audited(fault(PAGE))
    finding = next((f for f in report.findings if f.rule == rule), None)
    assert finding is not None
    assert exact(report) < exact(clean)
    # The points lost of all findings are the way from 100 to the score.
    assert exact(report) == pytest.approx(100 - sum(f.points_lost for f in report.findings), abs=0.1)


def test_faults_added_one_by_one_never_raise_the_score_nor_does_mending_lower_it() -> None:
    # Of the faults that touch the same words only one can be there at a time.
    taken = [
        f for f in FAULTS if f[0] in {"PAG001", "MET001", "INT003", "IMG001", "LIE001", "RES003", "TYP003", "SUB005"}
    ]
    pages = [PAGE]
    for _, change in taken:
        pages.append(change(pages[-1]))
    scores = [exact(audited(page)) for page in pages]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


def test_what_one_command_mends_weighs_lightly(samples: Path) -> None:
    by_hand = {"typography_unbalanced", "typography_debris"}
    mended = [r for r in load_rules() if r.judges in KINDS.keys() - by_hand]
    worst = sum(r.max_points - min(b.earned for b in r.bands) for r in mended)
    # Title and subheadings, and nothing that rules on links, images or the snippet could judge.
    body = (samples / "guide-composteur.md").read_text(encoding="utf-8").rpartition("---\n")[2]
    points = seoaudit.audit(replace(read_string(body, source_format="markdown"), format="text")).points
    assert worst <= sum(p.max for p in points if p.applies) / 8
    assert max(r.max_points for r in mended) <= 3


def test_the_sum_can_be_redone_by_hand(samples: Path) -> None:
    for name in ("optus.txt", "page-cms.html", "page-bourree.html"):
        report = seoaudit.audit(samples / name)
        assert report.score == max(0, round(exact(report)))


def test_length_alone_buys_nothing(samples: Path) -> None:
    text = (samples / "optus.txt").read_text(encoding="utf-8")
    once, thrice = (seoaudit.audit("\n\n".join([text] * n), source_format="text").score for n in (1, 3))
    assert once is not None
    assert thrice is not None
    # More sentences let two more rules apply; that is all.
    assert thrice <= once + 3


def test_more_stuffing_never_scores_better(samples: Path) -> None:
    text = (samples / "guide-composteur.md").read_text(encoding="utf-8")
    head, _, tail = text.partition("\n\n## ")
    scores = [
        seoaudit.audit(
            f"{head}{' Notre plombier pas cher répare tout.' * n}\n\n## {tail}", keyphrase="plombier pas cher"
        ).score
        for n in (0, 30, 120, 240)
    ]
    assert all(s is not None for s in scores)
    assert scores[1:] == sorted(scores[1:], reverse=True)  # type: ignore[type-var]
    assert scores[-1] <= 40  # type: ignore[operator]


def test_reference_pages_lie_where_a_reader_puts_them(samples: Path) -> None:
    def of(name: str) -> int:
        score = seoaudit.audit(samples / name).score
        assert score is not None
        return score

    assert min(of("guide-composteur.md"), of("breve.txt")) >= 90
    assert 40 < of("optus.txt") < 90
    assert of("page-bourree.html") <= 40
