"""The HTML report in a real browser: usable with eyes, keyboard and screen reader, with script and without."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open

PAGES = ("optus", "stuffed", "clean", "long", "english", "hostile", "index")
GRAVE = {"serious", "critical"}


def found_by_axe(page: Page) -> list[str]:
    violations = Axe().run(page).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html']}" for v in violations if v["impact"] in GRAVE]


@pytest.mark.parametrize(
    ("name", "scheme"),
    [
        ("optus", "light"),
        ("stuffed", "dark"),
        ("clean", "light"),
        ("long", "dark"),
        ("index", "light"),
        ("index", "dark"),
    ],
)
def test_axe_finds_nothing_serious(visit: Open, name: str, scheme: str) -> None:
    page = visit(name, color_scheme=scheme)
    # What is folded is read too once it is opened.
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert found_by_axe(page) == []


def test_axe_finds_nothing_serious_on_an_article_of_the_index_and_on_a_narrow_screen(visit: Open) -> None:
    assert found_by_axe(visit("index", fragment="a2-page", width=360)) == []


@pytest.mark.parametrize("name", PAGES)
def test_nothing_has_to_be_scrolled_sideways(visit: Open, name: str) -> None:
    page = visit(name)
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    for width in (320, 360, 768, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_filters_hide_findings_and_their_marks_and_say_so(visit: Open) -> None:
    page = visit("optus")
    findings, marks = page.locator(".finding:visible"), page.locator("mark[class*='n-']")
    before, marked = findings.count(), marks.count()
    assert page.locator(".finding.suggestion").count()
    page.get_by_role("checkbox", name=re.compile("^suggestion")).uncheck(force=True)
    expect(page.locator(".finding.suggestion:visible")).to_have_count(0)
    expect(page.locator(".ref a.suggestion:visible")).to_have_count(0)
    assert 0 < findings.count() < before
    assert 0 < marks.count() < marked
    expect(page.get_by_role("status").first).to_have_text(re.compile(f"{findings.count()} / {before}"))
    page.get_by_role("checkbox", name=re.compile("^Typographie")).uncheck(force=True)
    expect(page.locator(".finding[data-family=TYP]:visible")).to_have_count(0)
    page.get_by_role("button", name="Tout montrer").click()
    expect(findings).to_have_count(before)
    expect(marks).to_have_count(marked)


def test_the_keyphrase_can_be_hidden(visit: Open) -> None:
    page = visit("optus")
    assert page.locator(".kw").count()
    page.get_by_role("checkbox", name=re.compile("^mot-clé")).uncheck(force=True)
    expect(page.locator(".kw:not(.off)")).to_have_count(0)


def test_a_call_leads_to_its_finding_and_a_place_back_into_the_text(visit: Open) -> None:
    page = visit("optus")
    page.locator(".ref a[data-rule=TYP009]").first.click()
    expect(page.locator("#constat-TYP009")).to_be_focused()
    page.locator("#constat-TYP009 .places a").first.click()
    expect(page.locator("#lieu-TYP009-0")).to_be_focused()
    expect(page.locator("mark.lit")).to_have_count(1)


def test_a_link_to_a_finding_that_is_filtered_away_shows_it(visit: Open) -> None:
    page = visit("optus")
    page.get_by_role("checkbox", name=re.compile("^avertissement")).uncheck(force=True)
    expect(page.locator("#constat-INT001")).to_be_hidden()
    page.get_by_role("link", name="Voir le constat 1", exact=True).click()
    expect(page.locator("#constat-INT001")).to_be_visible()


def test_a_link_to_a_rule_opens_it(visit: Open) -> None:
    page = visit("optus")
    page.locator("#constat-LIS002 .rule-link a").click()
    expect(page.locator("#regle-LIS002")).to_have_attribute("open", "")
    expect(page.locator("#regle-LIS002 dl")).to_be_visible()


def test_marked_text_can_be_clicked(visit: Open) -> None:
    page = visit("optus")
    page.locator("mark[data-narrow~=SUB001]").first.click()
    expect(page.locator("#constat-SUB001")).to_be_focused()


def test_all_of_it_works_by_keyboard(visit: Open) -> None:
    page = visit("optus")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    box = page.get_by_role("checkbox", name=re.compile("^avertissement"))
    box.focus()
    page.keyboard.press("Space")
    expect(page.locator(".finding.warning:visible")).to_have_count(0)
    page.keyboard.press("Space")
    call = page.locator(".ref a[data-rule=TYP009]").first
    call.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#constat-TYP009")).to_be_focused()


def background(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def test_the_theme_follows_the_system_until_it_is_chosen(visit: Open) -> None:
    light, dark = visit("optus", color_scheme="light"), visit("optus", color_scheme="dark")
    assert background(light) != background(dark)
    button = light.get_by_role("button", name="Thème sombre")
    button.click()
    assert background(light) == background(dark)
    light.get_by_role("button", name="Thème clair").click()
    assert background(light) != background(dark)
    light.get_by_role("button", name="Thème sombre").click()
    light.reload()
    assert background(light) == background(dark)


def test_motion_is_left_out_for_those_who_ask(visit: Open) -> None:
    for wish, behaviour in (("reduce", "auto"), ("no-preference", "smooth")):
        page = visit("optus", reduced_motion=wish)
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == behaviour


def test_without_script_everything_is_readable(visit: Open) -> None:
    page = visit("optus", java_script_enabled=False)
    expect(page.locator(".filters")).to_be_hidden()
    expect(page.locator(".theme")).to_be_hidden()
    assert page.locator(".finding:visible").count() == page.locator(".finding").count() > 0
    assert page.locator("mark.m").count()
    page.locator("#regle-LIS002 summary").click()
    expect(page.locator("#regle-LIS002 dl")).to_be_visible()


def test_without_script_the_index_leads_to_its_articles(visit: Open) -> None:
    page = visit("index", java_script_enabled=False)
    expect(page.locator("article.page:visible")).to_have_count(0)
    page.locator("table.index a").first.click()
    expect(page.locator("article.page:visible")).to_have_count(1)
    expect(page.locator("table.index")).to_be_hidden()
    page.locator("article.page:visible .ref a").first.click()
    expect(page.locator("article.page:visible")).to_have_count(1)
    page.locator("article.page:visible .back a").click()
    expect(page.locator("table.index")).to_be_visible()


def column(page: Page, number: int) -> list[float]:
    cells = page.locator(f"table.index tbody tr > :nth-child({number})").all()
    return [float(c.get_attribute("data-value") or 0) for c in cells]


def test_the_index_is_sorted_by_any_column(visit: Open) -> None:
    page = visit("index")
    given = column(page, 2)
    page.get_by_role("button", name="Score").click()
    assert column(page, 2) == sorted(given)
    head = page.get_by_role("columnheader", name="Score")
    expect(head).to_have_attribute("aria-sort", "ascending")
    expect(page.get_by_role("status").first).to_have_text(re.compile("Score"))
    page.get_by_role("button", name="Score").click()
    assert column(page, 2) == sorted(given, reverse=True)
    expect(head).to_have_attribute("aria-sort", "descending")
    page.get_by_role("button", name="Mots").press("Enter")
    assert column(page, 4) == sorted(column(page, 4))
    expect(page.locator("[aria-sort]")).to_have_count(1)
    page.get_by_role("button", name="Article").click()
    names = [e.get_attribute("data-value") or "" for e in page.locator("table.index tbody th").all()]
    assert sorted(n[0].lower() for n in names) == [n[0].lower() for n in names]


def test_the_index_can_be_searched_without_accents(visit: Open) -> None:
    page = visit("index")
    page.get_by_label("Chercher un article").fill("GUERANDE")
    expect(page.locator("table.index tbody tr:visible")).to_have_count(1)
    page.get_by_label("Chercher un article").fill("")
    assert page.locator("table.index tbody tr:visible").count() == page.locator("table.index tbody tr").count()


def test_filters_of_an_article_in_the_index_leave_the_others_alone(visit: Open) -> None:
    page = visit("index", fragment="a1-page")
    page.locator("#a1-page").get_by_role("checkbox", name=re.compile("^suggestion")).uncheck(force=True)
    expect(page.locator("#a1-page .finding.suggestion:not([hidden])")).to_have_count(0)
    assert page.locator("#a2-page .finding.suggestion:not([hidden])").count()


def test_print_shows_the_report_and_none_of_its_controls(visit: Open) -> None:
    page = visit("optus", color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".filters")).to_be_hidden()
    expect(page.locator(".theme")).to_be_hidden()
    assert page.locator(".finding:visible").count() == page.locator(".finding").count()
    assert background(page) == "rgb(255, 255, 255)"
    assert len(page.pdf(format="A4")) > 10_000
