"""Comments that silence rules: where, which, what is left of the score, and what is said of comments that do nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import seoaudit
from seoaudit.article.comments import comments_of
from seoaudit.article.read import read_string
from seoaudit.report.model import Report
from seoaudit.report.terminal import render_report
from tests.filler import filler

ONE = "Le marché ouvre samedi ! Il fait beau."  # a plain space where a no-break one belongs
TWO = "La mairie ferme lundi ! Il fait froid."


def audit(source: str, form: str = "markdown", **settings: object) -> Report:
    return seoaudit.audit(source, source_format=form, settings=settings)  # type: ignore[arg-type]


def places(report: Report, rule: str) -> list[int]:
    """Return the lines at which a rule finds fault."""
    return [s.line for f in report.findings if f.rule == rule for s in f.spans]


def silent(report: Report, rule: str) -> list[int]:
    return [s.line for f in report.suppressed if f.rule == rule for s in f.spans]


@pytest.mark.parametrize(
    ("source", "found", "hidden"),
    [
        (f"{ONE}\n\n{TWO}\n", [1, 3], []),
        (f"{ONE}\n\n<!-- seoaudit: disable=TYP001 -->\n\n{TWO}\n", [1], [5]),
        (f"{ONE}\n\n<!-- seoaudit: disable=TYP -->\n{TWO}\n", [1], [4]),
        (f"{ONE}\n\n<!--seoaudit:disable-->\n{TWO}\n", [1], [4]),
        (f"{ONE}\n\n<!-- SEOAUDIT: Disable = typ001, MOT (citation d’époque) -->\n{TWO}\n", [1], [4]),
        (f"{ONE}\n\n<!-- seoaudit: disable=MOT -->\n{TWO}\n", [1, 4], []),
        (f"{ONE}\n\n<!-- seoaudit: disable-next=TYP001 -->\n{TWO}\n\n{ONE}\n", [1, 6], [4]),
        (f"<!-- seoaudit: disable-next -->\n{ONE}\n\n{TWO}\n", [4], [2]),
        (f"<!-- seoaudit: disable -->\n{ONE}\n\n<!-- seoaudit: enable -->\n{TWO}\n", [5], [2]),
        (f"<!-- seoaudit: disable -->\n{ONE}\n\n<!-- seoaudit: enable=TYP001 -->\n{TWO}\n", [5], [2]),
        (f"<!-- seoaudit: disable -->\n{ONE}\n\n<!-- seoaudit: enable=LON -->\n{TWO}\n", [], [2, 5]),
        (f"<!-- seoaudit: disable=TYP001 -->\n{ONE}\n\n{TWO}\n", [], [2, 4]),
        (f"{ONE} <!-- seoaudit: disable=TYP001 --> Bien !\n\n{TWO}\n", [1, 1], [3]),
        (f"- {ONE}\n- <!-- seoaudit: disable-next -->\n- {TWO}\n", [1], [3]),
        (f"```\n<!-- seoaudit: disable -->\n```\n\n{ONE}\n", [5], []),
        (f"`<!-- seoaudit: disable -->` {ONE}\n\n{TWO}\n", [1, 3], []),
        (f'---\nx: "<!-- seoaudit: disable -->"\n---\n{ONE}\n', [4], []),
    ],
)
def test_a_comment_silences_the_blocks_after_it(source: str, found: list[int], hidden: list[int]) -> None:
    report = audit(source, select=["TYP"])
    assert places(report, "TYP001") == found
    assert silent(report, "TYP001") == hidden


@pytest.mark.parametrize(
    ("source", "found", "hidden"),
    [
        (f"<p>{ONE}</p>\n<!-- seoaudit: disable=TYP001 -->\n<p>{TWO}</p>", [1], [3]),
        (f"<p>{ONE}</p>\n<!-- seoaudit: disable-next -->\n<p>{TWO}</p>\n<p>{ONE}</p>", [1, 4], [3]),
        (f"<ul><li>{ONE}</li>\n<!-- seoaudit: disable -->\n<li>{TWO}</li></ul>", [1], [3]),
        (f"<html><head><!-- seoaudit: disable=TYP --></head><body><p>{ONE}</p></body></html>", [], [1]),
        (f"<script>'<!-- seoaudit: disable -->'</script><p>{ONE}</p>", [1], []),
        (f"<p>&lt;!-- seoaudit: disable --&gt;</p><p>{ONE}</p>", [1, 1], []),
    ],
)
def test_html_has_the_same_comments(source: str, found: list[int], hidden: list[int]) -> None:
    report = audit(source, "html", select=["TYP"])
    assert places(report, "TYP001") == found
    assert silent(report, "TYP001") == hidden


def test_plain_text_has_no_comments() -> None:
    report = audit(f"<!-- seoaudit: disable -->\n{ONE}\n", "text", select=["TYP"])
    assert places(report, "TYP001")
    assert not report.suppressed


def test_what_is_left_and_what_is_silent_are_both_told_in_their_own_numbers() -> None:
    source = f"{ONE}\n\n<!-- seoaudit: disable -->\n{TWO} Et la suite ! Puis la fin ?\n"
    report = audit(source)
    (finding,) = [f for f in report.findings if f.rule == "TYP001"]
    assert finding.message.startswith("1\u00a0espace insécable manque")
    (hidden,) = [f for f in report.suppressed if f.rule == "TYP001"]
    assert hidden.message.startswith("3\u00a0espaces insécables manquent")
    assert not hidden.whole_article


def test_what_is_left_of_the_links_is_read_in_that_part_alone() -> None:
    kept, hushed = (f"Voyez [la page](htp://{name}.example/a) du marché." for name in ("un", "deux"))
    report = audit(f"{hushed}\n\n{kept}\n\n{hushed}\n".replace(hushed, f"<!-- seoaudit: disable-next -->\n{hushed}"))
    (finding,) = [f for f in report.findings if f.rule == "LIE010"]
    assert ("un.example" in finding.message, "deux.example" in finding.message) == (True, False)
    (hidden,) = [f for f in report.suppressed if f.rule == "LIE010"]
    assert ("un.example" in hidden.message, "deux.example" in hidden.message) == (False, True)


def test_the_score_without_comments_is_told() -> None:
    body = f"{ONE}\n\n{filler(150)}\n\n{TWO}\n"
    plain, hushed = audit(body), audit(f"<!-- seoaudit: disable=TYP001 -->\n\n{body}")
    assert plain.score == hushed.score_unsuppressed
    assert plain.score_unsuppressed is None
    assert hushed.score is not None
    assert plain.score is not None
    assert hushed.score > plain.score
    (points,) = [p for p in hushed.points if p.rule == "TYP001"]
    assert not points.applies
    assert points.reason == "règle tue par un commentaire dans l’article"
    assert hushed.suppressed[0].whole_article
    assert f"Sans eux, score {plain.score}." in render_report(hushed)


def test_a_rule_on_the_whole_article_is_silent_only_from_its_top() -> None:
    long = "Ces travaux, " + "très attendus, " * 20 + "commencent lundi dans tout le quartier. "
    body = f"# Titre\n\n{long * 4}\n\n<!-- seoaudit: disable=LIS002 -->\n\n{long * 4}\n"
    report = audit(body)
    assert places(report, "LIS002")
    assert not silent(report, "LIS002")
    assert any("cette règle juge l’article entier" in w for w in report.warnings)
    report = audit(f"<!-- seoaudit: disable=LIS002 -->\n{long * 8}\n")
    assert not places(report, "LIS002")
    assert silent(report, "LIS002")
    assert not report.warnings


@pytest.mark.parametrize(
    ("comment", "says"),
    [
        (
            "disable=TYP01",
            "commentaire de la ligne 1, règle ou famille inconnue « TYP01 » ; vouliez-vous dire « TYP001 » ?",
        ),
        ("disable=ZZZZZZ9", "commentaire de la ligne 1, règle ou famille inconnue « ZZZZZZ9 »."),
        (
            "disabel=TYP001",
            "ligne 1, « disabel=TYP001 » n’est pas une instruction ; écrivez disable, disable-next, enable",
        ),
        ("disable=", "n’est pas une instruction"),
        ("", "n’est pas une instruction"),
        ("disable=TYP003", "ligne 1, « disable=TYP003 » ne tait rien : retirez-le."),
        ("disable-next", "ne tait rien"),
        ("enable", "« enable » ne rétablit rien"),
    ],
)
def test_a_comment_that_does_nothing_is_told(comment: str, says: str) -> None:
    clean = "Le marché ouvre samedi. Il fait beau."
    report = audit(f"<!-- seoaudit: {comment} -->\n{clean}\n", select=["TYP"])
    assert len(report.warnings) == 1
    assert says in report.warnings[0].replace("\u00a0", " ")
    english = seoaudit.audit(f"<!-- seoaudit: {comment} -->\n{clean}\n", source_format="markdown", lang="en")
    assert "comment on line 1: " in english.warnings[0]


def test_each_name_of_a_comment_is_judged_by_itself() -> None:
    report = audit(f"<!-- seoaudit: disable-next=TYP001,TYP003 -->\n{ONE}\n", select=["TYP"])
    assert [w.replace("\u00a0", " ") for w in report.warnings] == [
        "commentaire de la ligne 1, « disable-next=TYP003 » ne tait rien : retirez-le."
    ]


def test_sarif_has_what_is_silent_as_suppressed() -> None:
    from seoaudit.report.batch import Batch, Look
    from seoaudit.report.sarif import render

    report = audit(f"{ONE}\n\n<!-- seoaudit: disable -->\n{TWO}\n", select=["TYP001"])
    log = json.loads("".join(render(Batch.of(report, single=True), Look(lang="fr"))))
    results = log["runs"][0]["results"]
    assert [r.get("suppressions") for r in results] == [None, [{"kind": "inSource"}]]
    assert results[1]["partialFingerprints"]["seoaudit/v1"]


def test_comments_are_no_text_and_survive_a_draft(samples: Path) -> None:
    source = (samples / "optus.txt").read_text(encoding="utf-8")
    first, _, rest = source.partition("\n")
    hushed = f"{first}\n\n<!-- seoaudit: disable-next=TYP001 -->\n\n" + rest.replace("\n", "\n\n")
    plain = f"{first}\n\n" + rest.replace("\n", "\n\n")
    with_comments, without = audit(hushed), audit(plain)
    assert with_comments.target.words == without.target.words
    assert with_comments.measures == without.measures
    draft = seoaudit.draft(hushed, source_format="markdown").to_markdown()
    assert draft.count("<!-- seoaudit: disable-next=TYP001 -->") == 1
    again = read_string(draft, source_format="markdown")
    assert [c.says for c in comments_of(again)] == ["disable-next=TYP001"]


def test_thousands_of_comments_do_not_slow_an_audit_down() -> None:
    source = "".join(f"{ONE}\n\n<!-- seoaudit: disable-next=TYP001 -->\n\n" for _ in range(300))
    report = audit(source, select=["TYP"])
    assert len(places(report, "TYP001")) == 1
    assert len(silent(report, "TYP001")) == 299


def test_no_correction_touches_what_is_silent() -> None:
    source = f"{ONE}\n\n<!-- seoaudit: disable-next=TYP001 -->\nVenez tous ! L'oeuvre...\n\n{TWO}\n"
    fixed = seoaudit.fix(source, source_format="markdown")
    assert "ouvre samedi\u00a0!" in fixed.text or "ouvre samedi\u202f!" in fixed.text
    assert "Venez tous ! L'œuvre…" in fixed.text, "other rules than the one that is silent are heeded"
    again = seoaudit.fix(fixed.text, source_format="markdown")
    assert (again.text, again.total) == (fixed.text, 0)
    assert seoaudit.fix(source, source_format="markdown", settings={"disable": ["TYP"]}).text == source
    assert seoaudit.fix(f"<!-- seoaudit: disable -->\n{source}", source_format="markdown").total == 0
