"""How a keyphrase is used over the whole of an article, in the report that editors read."""

from __future__ import annotations

from pathlib import Path

import pytest

import seoaudit
from seoaudit.errors import SettingsError
from seoaudit.report.terminal import render_report
from seoaudit.report.terminal_keyphrases import sparkline
from tests.filler import filler

TEXT = f"La panne dure. {filler(150)} Une coupure de plus. {filler(150)}"


def test_the_report_tells_frequency_place_and_distribution() -> None:
    report = seoaudit.audit(TEXT, keyphrase="panne", settings={"synonyms": ["coupure"], "density_min": 1})
    use = report.keyphrase
    assert use is not None
    assert (use.occurrences, use.by_synonym, use.grades) == (2, 1, {"exact": 2})
    assert len(use.distribution) == 10
    assert sum(use.distribution) == use.occurrences
    assert use.longest_gap == report.measures["keyphrase_longest_gap"].value
    shown = render_report(report)
    assert "dont 1 par un synonyme" in shown
    assert "votre plage\u00a0: 1 à 3\u00a0%, au-dessous" in shown
    assert sparkline(use.distribution) in shown
    assert not [f for f in report.findings if f.rule in {"MOT007", "MOT009"}]


def test_a_keyphrase_typed_without_accents_is_matched_and_said_to_be() -> None:
    report = seoaudit.audit("Le marché de Noël ouvre. Les marchés de Noël ferment.", keyphrase="marche de noel")
    assert report.keyphrase is not None
    assert report.keyphrase.unaccented == 2
    assert "tapé sans accents" in render_report(report)
    accented = seoaudit.audit("Le marché de Noël ouvre.", keyphrase="marché de Noël").keyphrase
    assert accented is not None
    assert accented.unaccented == 0


@pytest.mark.parametrize(("counts", "bars"), [([], ""), ([0, 0], "··"), ([1, 0, 8, 4], "▁·█▄"), ([3, 3], "██")])
def test_sparkline(counts: list[int], bars: str) -> None:
    assert sparkline(counts) == bars


def test_below_a_hundred_words_there_are_counts_and_no_rates() -> None:
    report = seoaudit.audit("La panne dure. La panne finit.", keyphrase="panne")
    assert report.keyphrase is not None
    assert (report.keyphrase.occurrences, report.keyphrase.density, report.keyphrase.distribution) == (2, None, [])
    assert all(k.density is None for k in report.keyphrases)


@pytest.mark.parametrize("bad", ["", "  ", "de la", "🍕", ".*", "mot " * 30])
def test_a_keyphrase_that_cannot_be_looked_for_is_refused(bad: str) -> None:
    with pytest.raises(SettingsError):
        seoaudit.audit("Un texte.", keyphrase=bad)
    with pytest.raises(SettingsError):
        seoaudit.audit("Un texte.", keyphrase="texte", settings={"synonyms": [bad]})


def test_an_empty_keyphrase_in_front_matter_is_none() -> None:
    assert seoaudit.audit("---\nkeyphrase: ''\n---\n\nUn texte.\n", source_format="markdown").keyphrase is None


def test_a_range_upside_down_is_refused() -> None:
    with pytest.raises(SettingsError, match="density_min"):
        seoaudit.audit("Un texte.", settings={"density_min": 4, "density_max": 2})


@pytest.mark.parametrize("keyphrase", [None, "plombier pas cher Lyon"])
def test_a_stuffed_page_scores_forty_at_most(samples: Path, keyphrase: str | None) -> None:
    report = seoaudit.audit(samples / "page-bourree.html", keyphrase=keyphrase)
    assert report.score is not None
    assert report.score <= 40
    assert {"MOT013", "MOT015"} <= {f.rule for f in report.findings}


def test_the_score_never_falls_below_zero() -> None:
    report = seoaudit.audit("Plombier Lyon. " * 60, keyphrase="plombier Lyon")
    assert report.score == max(
        0, round(100 * sum(p.earned for p in report.points) / sum(p.max for p in report.points if p.applies))
    )


def test_the_text_s_own_phrases_say_where_the_front_leaves_them_out(samples: Path) -> None:
    report = seoaudit.audit(samples / "guide-composteur.md")
    by_text = {k.text: k for k in report.keyphrases}
    assert by_text["composteur de jardin"].in_title
    missing = report.measures["missing_key_phrases"]
    assert missing.value == len(missing.examples)
    assert all(not by_text[p].in_title and not by_text[p].in_headings for p in missing.examples)
