"""The HTML report: whole, escaped, self-contained, with the sums and places that the report holds."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

import seoaudit
from seoaudit.assessment.rules import load_rules
from seoaudit.french.typography import check_typography
from seoaudit.report.batch import Batch, Failure
from seoaudit.report.html import render_html, render_index
from seoaudit.report.labels import _labels, family_name
from seoaudit.report.model import json_schema
from tests.report.pages import HOSTILE, NAMES, hostile, index_page, page, report, soup

FRENCH_ONLY = re.compile("[\u00a0 ][:;?!»]|« ")


def pages() -> dict[str, str]:
    made = {name: page(name) for name in NAMES}
    return {**made, "english": page("optus.txt", "en"), "hostile": render_html(hostile()), "index": index_page()}


PAGES = ("english", "hostile", "index", *NAMES)


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return pages()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_stands_alone_and_runs_only_its_own_script(made: dict[str, str], name: str) -> None:
    html = made[name]
    tree = soup(html)
    policy = tree.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]  # type: ignore[index]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for element, directive in (("style", "style-src"), ("script", "script-src")):
        (found,) = tree.find_all(element)
        digest = b64encode(sha256(found.string.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
        assert f"</{element}" not in found.string
    assert not tree.find_all(["img", "iframe", "object", "embed", "base", "video", "audio"])
    assert not [e for e in tree.find_all(True) if any(a == "style" or a.startswith("on") for a in e.attrs)]
    assert [link["href"][:5] for link in tree.find_all("link")] == ["data:"]
    assert not [e for e in tree.find_all(True) if e.has_attr("src") or e.has_attr("srcset") or e.has_attr("xlink:href")]
    html.encode("utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_no_link_is_dead_and_no_id_is_used_twice(made: dict[str, str], name: str) -> None:
    tree = soup(made[name])
    ids = [e["id"] for e in tree.find_all(id=True)]
    assert len(ids) == len(set(ids))
    for link in tree.find_all("a", href=True):
        target = link["href"]
        if target.startswith("#"):
            assert target[1:] in ids, target
        else:
            assert target.startswith("https://"), target
            assert "noopener" in link["rel"]
    for e in tree.find_all(True, attrs={"aria-labelledby": True}):
        assert e["aria-labelledby"] in ids


@pytest.mark.parametrize("name", PAGES)
def test_headings_descend_step_by_step(made: dict[str, str], name: str) -> None:
    tree = soup(made[name])
    levels = [int(h.name[1]) for h in tree.find_all(re.compile("^h[1-6]$"))]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))
    assert tree.html["lang"] == ("en" if name == "english" else "fr")  # type: ignore[index]


def test_hostile_text_is_shown_as_text(made: dict[str, str]) -> None:
    tree = soup(made["hostile"])
    shown = tree.find("main").get_text()  # type: ignore[union-attr]
    for text in HOSTILE:
        # The last one reaches the reader of the article's page as "<b> &lt;" would be typed.
        assert text.replace("&lt;b&gt; &amp;lt;", "&lt;b&gt; &amp;lt;") in shown
    assert "alert(6)" in tree.find("dd", class_="file").get_text()  # type: ignore[union-attr]
    assert "\ufffd" in tree.find("dd", class_="file").get_text()  # type: ignore[union-attr]
    assert not [a for a in tree.find_all("a", href=True) if a["href"].lower().startswith("javascript")]


@pytest.mark.parametrize("name", NAMES)
def test_the_points_shown_give_the_score(made: dict[str, str], name: str) -> None:
    points = soup(made[name]).find("section", attrs={"aria-labelledby": "points"})
    assert isinstance(points, Tag)

    def numbers(e: Tag) -> tuple[float, float]:
        earned, _, most = e.get_text().replace(",", ".").replace("−", "-").partition("/")
        return float(earned), float(most)

    rows = [numbers(e) for e in points.select(".family li .num")]
    heads = [numbers(e) for e in points.select(".family > h3 .num")]
    assert [sum(x) for x in zip(*rows, strict=True)] == [sum(x) for x in zip(*heads, strict=True)]
    earned, most = (sum(x) for x in zip(*rows, strict=True))
    assert max(0, round(100 * earned / most)) == report(name).score
    applied = [p for p in report(name).points if p.applies and (p.max or p.earned)]
    assert len(rows) == len(applied)


@pytest.mark.parametrize("name", NAMES)
def test_the_text_is_the_article_s_and_every_place_in_it_is_marked(made: dict[str, str], name: str) -> None:
    body = report(name).body
    assert body is not None
    prose = soup(made[name]).find(attrs={"data-prose": True})
    assert isinstance(prose, Tag)
    for extra in prose.select("sup.ref, .tag, .picture"):
        extra.decompose()
    for cell in prose.select("td"):
        cell.append(" ")
    shown = [squeezed(e.get_text()) for e in prose.select("p, li, pre, div.t-table")]
    assert [t for t in shown if t] == [
        squeezed(b.text.replace(" | ", " ")) if b.kind == "table" else squeezed(b.text) for b in body.blocks if b.text
    ]
    source_places = {(m.rule, m.number) for b in body.blocks for m in b.marks}
    ids = {e["id"] for e in soup(made[name]).select(".prose .at")}
    assert {f"lieu-{rule}-{number}" for rule, number in source_places} <= ids


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", NAMES)
def test_a_finding_s_places_in_the_text_hold_what_stands_in_the_source(name: str) -> None:
    """The mark's characters are those of the source, wherever the source is not markup or an entity."""
    from tests.conftest import SAMPLES

    source = (SAMPLES / name).read_text(encoding="utf-8")
    made = report(name)
    assert made.body is not None
    spans = {(f.rule, n): s for f in made.findings for n, s in enumerate(f.spans)}
    compared = 0
    for block in made.body.blocks:
        for m in block.marks:
            span = spans[m.rule, m.number]
            there, here = source[span.start : span.end], block.text[m.start : m.end]
            if "<" not in there and "&" not in there and "\n" not in there and there.strip("# "):
                assert here in there
                compared += 1
    assert compared or not made.findings


def test_the_findings_are_numbered_and_called_in_the_text(made: dict[str, str]) -> None:
    tree = soup(made["optus.txt"])
    cards = tree.select(".finding")
    assert [c.select_one(".number").get_text() for c in cards] == [str(n) for n in range(1, len(cards) + 1)]  # type: ignore[union-attr]
    number = {c["data-rule"]: c.select_one(".number").get_text() for c in cards}  # type: ignore[union-attr]
    calls = tree.select(".ref a")
    assert calls
    assert all(a.get_text() == number[a["data-rule"]] for a in calls)
    first = report("optus.txt").best_changes
    assert [li.select_one(".advice").get_text() for li in tree.select(".first li")] == [g.advice for g in first]  # type: ignore[union-attr]


def test_a_clean_article_says_so(made: dict[str, str]) -> None:
    tree = soup(made["guide-composteur.md"])
    assert not tree.select(".finding, mark, .ref, form")
    assert "Rien à signaler" in tree.get_text()


@pytest.mark.parametrize("name", ["optus.txt", "page-bourree.html", "guide-long.md", "guide-composteur.md"])
def test_french_in_the_page_follows_french_typography(made: dict[str, str], name: str) -> None:
    tree = soup(made[name])
    # The article's own text may hold the very faults it is told of; so may excerpts and examples from it.
    for foreign in tree.select(
        "[lang], .prose, code, style, script, .finding h4, .advice, dd, .rules, title, svg, .result-text"
    ):
        if foreign.name != "html":
            foreign.decompose()
    for text in tree.stripped_strings:
        assert not check_typography(text), text


def test_the_page_s_french_labels_are_sound_and_its_english_ones_are_english() -> None:
    for key, both in _labels().items():
        if key.startswith("html_"):
            assert set(both) == {"fr", "en"}
            issues = check_typography(re.sub(r"\{[^}]*\}", "7", both["fr"]))
            assert not issues, (key, issues)
            assert not FRENCH_ONLY.search(re.sub(r"\{[^}]*\}", "7", both["en"])), key


def test_every_family_of_rules_has_a_name() -> None:
    for family in sorted({r.family for r in load_rules()}):
        for lang in ("fr", "en"):
            assert family_name(family, lang) != family, f"give family_{family} to labels_html.yaml"


def test_an_english_page_keeps_the_article_s_language_marked(made: dict[str, str]) -> None:
    tree = soup(made["english"])
    assert "Do first" in tree.get_text()
    assert tree.find(attrs={"data-prose": True})["lang"] == "fr"  # type: ignore[index]
    assert tree.find("h1")["lang"] == "fr"  # type: ignore[index]
    assert all(e["lang"] == "fr" for e in tree.select(".excerpt"))


def test_the_text_is_no_part_of_the_json() -> None:
    made = report("optus.txt")
    assert made.body is not None
    assert "body" not in made.to_dict()
    assert "body" not in json_schema()["properties"]
    assert "blocks" not in repr(made)


def test_a_report_without_its_text_still_makes_a_page() -> None:
    tree = soup(render_html(report("optus.txt").model_copy(update={"body": None})))
    assert "n’accompagne pas" in tree.get_text()
    assert len(tree.select(".finding")) == len(report("optus.txt").findings)
    assert not tree.select(".places a")


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render_html(report("optus.txt")) == page("optus.txt")


def test_an_article_in_another_language_gets_its_page() -> None:
    english = "The council met on Monday to discuss the budget, and the mayor answered every question. " * 12
    tree = soup(render_html(seoaudit.audit(english)))
    assert tree.select_one(".notice")
    assert tree.find("h1").get_text() == "Rapport seoaudit"  # type: ignore[union-attr]


def test_a_long_article_keeps_its_sentences_in_rows() -> None:
    text = "\n\n".join("Le vent tourne au nord. La mer monte encore. Les bateaux rentrent au port." for _ in range(60))
    tree = soup(render_html(seoaudit.audit(text)))
    rows = tree.select(".rhythm svg")
    assert len(rows) == 3
    assert sum(len(r.select("rect.fill")) for r in rows) == 180


def test_rules_of_the_editor_s_own_are_named_and_explained(tmp_path: Path) -> None:
    (tmp_path / "regles").mkdir()
    (tmp_path / "regles" / "maison.yaml").write_text(OWN_RULE, encoding="utf-8")
    text = (
        "Au niveau du prix, rien ne change. " + "Le vent tourne, et les bateaux rentrent au port avant la nuit. " * 12
    )
    made = seoaudit.audit(text, settings={"rules": [str(tmp_path / "regles")]})
    assert [f.rule for f in made.findings if f.rule.startswith("MAISON")] == ["MAISON001"]
    tree = soup(render_html(made))
    assert tree.select_one("mark[data-narrow~=MAISON001]").get_text() == "Au niveau du"  # type: ignore[union-attr]
    assert "mots-creux" in tree.select_one("#constat-MAISON001").get_text()  # type: ignore[union-attr]
    card = tree.select_one("#regle-MAISON001").get_text()  # type: ignore[union-attr]
    assert "Ces mots ne disent rien." in card
    assert "Charte de la rédaction" in card
    assert tree.find("input", attrs={"name": "family", "value": "MAISON"})
    assert "body" not in made.to_dict()


OWN_RULE = """
- id: MAISON001
  name: mots-creux
  kind: existence
  scope: article
  words: [au niveau du]
  points: 2
  severity: suggestion
  evidence: editorial
  source: {fr: "Charte de la rédaction, 3.", en: "House style guide, 3."}
  why: {fr: "Ces mots ne disent rien.", en: "These words say nothing."}
  message: {fr: "{value:mot creux|mots creux} : {listed}.", en: "{value:empty phrase|empty phrases}: {listed}."}
  advice: {fr: "Retirez-les.", en: "Take them out."}
  examples:
    pass: [{name: plain, text: "Le prix baisse."}]
    fail: [{name: au_niveau, text: "Au niveau du prix, rien."}]
"""


class TestIndex:
    def test_every_article_has_its_row_and_its_page(self, made: dict[str, str]) -> None:
        tree = soup(made["index"])
        rows = tree.select("table.index tbody tr")
        assert [int(r.find_all("td")[0]["data-value"]) for r in rows] == [report(n).score for n in NAMES]
        assert len(tree.select("article.page")) == len(NAMES)
        bars = [int(e.get_text()) for e in tree.select(".histogram .count")]
        assert sum(bars) == len(NAMES)

    def test_only_the_lowest_scores_get_a_page_where_there_are_too_many(self) -> None:
        low, high = report("optus.txt"), report("guide-composteur.md")
        reports = [high, high, high, low, low]
        tree = soup("".join(render_index(Batch.of(*reports), most_pages=3)))
        assert len(tree.select("table.index tbody tr")) == 5
        assert {e["id"] for e in tree.select("article.page")} == {"a1-page", "a4-page", "a5-page"}
        assert "scores les plus bas" in tree.get_text()

    def test_files_without_a_report_are_named(self) -> None:
        failure = Failure(source="<b>vieux</b>.doc", message="Format inconnu.")
        tree = soup("".join(render_index(Batch.of(report("optus.txt"), failures=[failure]))))
        assert "<b>vieux</b>.doc" in tree.select_one(".failures").get_text()  # type: ignore[union-attr]

    def test_no_article_at_all_is_still_a_page(self) -> None:
        tree = soup("".join(render_index(Batch.of())))
        assert isinstance(tree, BeautifulSoup)
        assert "0 article" in tree.find("h1").get_text().replace("\u00a0", " ")  # type: ignore[union-attr]
