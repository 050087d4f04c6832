"""The library calls, as a plugin makes them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import seoaudit
from seoaudit.errors import InputError, SeoAuditError, SettingsError
from tests.comparable import comparable
from tests.filler import filler

TEXT = (
    "L’opérateur a admis hier que près de 2 700 appels d’urgence n’ont pas abouti pendant la panne. « Nous le "
    "regrettons », a-t-il poursuivi, sans donner d’autre explication.\n\nLe réseau national est tombé le 8 novembre. "
    "L’État enquête sur l’appel des clients et sur les normes que l’entreprise aurait dû suivre."
)


def test_a_string_is_content_and_a_path_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert seoaudit.audit(path).target.words == seoaudit.audit(TEXT).target.words > 0
    with pytest.raises(InputError):
        seoaudit.audit(tmp_path / "absent.txt")


def test_the_arguments_win_over_settings_and_front_matter() -> None:
    source = f"---\nkeyphrase: réseau\nseoaudit:\n  min_words: 300\n---\n\n{TEXT}\n"
    assert seoaudit.audit(source).keyphrase.text == "réseau"  # type: ignore[union-attr]
    assert seoaudit.audit(source).target.min_words == 300
    assert seoaudit.audit(source, settings={"keyphrase": "panne", "min_words": 200}).target.min_words == 200
    report = seoaudit.audit(source, settings={"keyphrase": "panne"}, keyphrase="appel d’urgence")
    assert report.keyphrase is not None
    assert report.keyphrase.text == "appel d’urgence"
    assert report.keyphrase.occurrences == 1


def test_auditing_twice_gives_the_same_bytes() -> None:
    assert seoaudit.audit(TEXT).to_json() == seoaudit.audit(TEXT).to_json()


@pytest.mark.parametrize(
    "variant",
    [
        TEXT.replace("’", "'"),
        TEXT.replace(" ", " "),
        TEXT.replace("« ", "«\u202f").replace(" »", "\u202f»"),
        TEXT.replace("é", "e\u0301").replace("É", "E\u0301"),
        TEXT.replace("opérateur", "opé\u00adrateur"),
        TEXT.replace("\n", "\r\n"),
    ],
    ids=["straight", "plain", "narrow", "decomposed", "soft-hyphen", "crlf"],
)
def test_typographic_variants_change_no_measure_but_typography(variant: str) -> None:
    options = {"settings": {"min_words": 300}, "keyphrase": "appel d'urgence"}
    assert comparable(seoaudit.audit(variant, **options)) == comparable(seoaudit.audit(TEXT, **options))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "  \n", "\x00", "# Titre seul\n", "```\ncode\n```\n"])
def test_what_holds_no_text_is_refused_with_a_typed_error(text: str) -> None:
    with pytest.raises(InputError):
        seoaudit.audit(text)


@pytest.mark.parametrize("bad", [{"min_word": 3}, {"min_words": "beaucoup"}, {"density_max": -1}, {"locale": "en-GB"}])
def test_a_bad_setting_is_refused_with_its_name(bad: dict[str, object]) -> None:
    with pytest.raises(SettingsError, match=next(iter(bad))):
        seoaudit.audit(TEXT, settings=bad)


@pytest.mark.parametrize("setting", ["min_words: beaucoup", "mots: 3"])
def test_a_bad_setting_of_an_article_is_refused_with_its_place(tmp_path: Path, setting: str) -> None:
    page, text = tmp_path / "page.md", tmp_path / "texte.txt"
    page.write_text(f"---\ntitle: Un titre\nseoaudit:\n  {setting}\n---\n\n{TEXT}", encoding="utf-8")
    text.write_text(TEXT, encoding="utf-8")
    text.with_suffix(".yaml").write_text(setting, encoding="utf-8")
    for path, where in ((page, "page.md, ligne 4"), (text, "texte.yaml, ligne 1")):
        with pytest.raises(SettingsError) as fault:
            seoaudit.audit(path)
        assert str(fault.value).replace("\u00a0", " ").startswith(f"{where} : réglage")


@pytest.mark.parametrize(
    "text", ["Bonjour", "123 456", "- un\n- deux\n", "Le maire a voté le budget hier soir.", "日本語の文章。" * 9]
)
def test_too_little_to_judge_has_no_score_but_a_reason(text: str) -> None:
    report = seoaudit.audit(text, settings={"min_words": 700})
    assert (report.score, report.score_after) == (None, None)
    assert report.score_reason
    # A line neither reads hard nor wants subheadings.
    assert {"LIS001", "INT001"}.isdisjoint(f.rule for f in report.findings)
    assert seoaudit.draft(text).score is None


def test_a_short_news_item_has_a_score() -> None:
    report = seoaudit.audit(" ".join(["Le marché de Lille ouvre samedi matin sur la place du théâtre."] * 3))
    assert report.score is not None
    assert report.score_reason == ""


def test_all_errors_have_one_root() -> None:
    assert issubclass(InputError, SeoAuditError)
    assert issubclass(SettingsError, SeoAuditError)


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["text", "markdown", "html", "auto"]))
def test_any_text_gives_a_report_or_a_typed_refusal(text: str, source_format: str) -> None:
    try:
        report = seoaudit.audit(text, source_format=source_format)  # type: ignore[arg-type]
    except InputError:
        return
    assert report.score is None or 0 <= report.score <= 100
    assert "NaN" not in report.to_json()


@pytest.mark.parametrize("name", ["guide-composteur.md", "breve.txt"])
def test_clean_articles_stay_clean(samples: Path, name: str) -> None:
    report = seoaudit.audit(samples / name)
    assert [f.rule for f in report.findings] == []
    assert report.score == 100


def test_the_stuffed_page_scores_low(samples: Path) -> None:
    report = seoaudit.audit(samples / "page-bourree.html")
    assert report.score is not None
    assert report.score <= 80
    assert "MOT009" in {f.rule for f in report.findings}


def test_what_to_expand_first_is_named_also_without_sections() -> None:
    for text, lang, named in (
        ("Le marché de Lille ouvre samedi matin. Les visiteurs sont attendus.", "fr", "d’abord le corps du texte"),
        (
            "The market opens on Saturday and everybody is invited to come with their children.",
            "en",
            "the body of the text",
        ),
    ):
        report = seoaudit.audit(text, settings={"min_words": 200}, lang=lang)  # type: ignore[arg-type]
        (advice,) = [f.advice for f in report.findings if f.rule == "LON001"]
        assert named in advice
        assert str(report.target.missing) in advice


def test_a_target_that_reads_well_in_one_piece_asks_for_no_sections() -> None:
    text = f"{filler(70)}\n\n{filler(60)}\n"
    assert [e.level for e in seoaudit.audit(text, settings={"min_words": 180}).outline] == [0]
    assert len(seoaudit.audit(text, settings={"min_words": 400}).outline) > 1


def test_the_reference_article(optus: str, samples: Path) -> None:
    report = seoaudit.audit(samples / "optus.txt")
    assert report.measures["sentences"].value == 9
    assert report.target.words == 345
    assert report.target.missing == 355
    found = {f.rule: f for f in report.findings}
    assert {"LON001", "INT001", "TYP001", "TYP002", "TYP009"} <= set(found)
    assert "pli." in found["TYP009"].message
    blamed = [optus[s.start : s.end] for f in report.findings for s in f.spans if s.end - s.start < 40]
    assert not any("a-t-il" in b for b in blamed)


def test_importing_the_package_is_light() -> None:
    code = "import sys, seoaudit; assert not {'spacy', 'yake', 'textstat', 'bs4', 'lxml'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
