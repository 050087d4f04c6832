"""The browser that the HTML report is tried in: the system's Chromium, headless, without any network.

`make test` leaves these tests out, and says so, where there is no Chromium; with SEOAUDIT_REQUIRE_BROWSER set, as `.ci/run`
sets it, that is a failure.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from seoaudit.report.html import render_html
from tests.report.pages import hostile, index_page, page

HERE = Path(__file__).parent
NAMES = ("chromium", "chromium-browser")
Open = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        why = "no Chromium here: `apt-get install chromium` lets the HTML report be tried in a browser"
        if os.environ.get("SEOAUDIT_REQUIRE_BROWSER"):
            pytest.fail(f"{why} (SEOAUDIT_REQUIRE_BROWSER is set)")
        pytest.skip(why)
    # Chromium's sandbox cannot be used by root, which containers run as.
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=sandbox)
        yield started
        started.close()


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("rapports")
    made = {
        "optus": page("optus.txt"),
        "stuffed": page("page-bourree.html"),
        "clean": page("guide-composteur.md"),
        "long": page("guide-long.md"),
        "english": page("optus.txt", "en"),
        "hostile": render_html(hostile()),
        "index": index_page(),
    }
    for name, html in made.items():
        (folder / f"{name}.html").write_text(html, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in made}


@pytest.fixture
def visit(browser: Browser, files: dict[str, Path]) -> Iterator[Open]:
    """Open a page; at the end, nothing may have been fetched, logged, asked or thrown."""
    trouble: list[str] = []
    contexts = []

    def opened(name: str, *, width: int = 1280, fragment: str = "", **options: object) -> Page:
        context = browser.new_context(viewport=ViewportSize(width=width, height=900), **options)  # type: ignore[arg-type]
        contexts.append(context)
        shown = context.new_page()
        address = files[name].as_uri()
        shown.on("console", lambda m: trouble.append(f"console: {m.text}"))
        shown.on("pageerror", lambda e: trouble.append(f"error: {e}"))
        shown.on("dialog", lambda d: (trouble.append(f"dialog: {d.message}"), d.dismiss()))
        shown.on("request", lambda r: trouble.append(f"request: {r.url}") if not _own(r.url, address) else None)
        shown.goto(f"{address}#{fragment}" if fragment else address)
        return shown

    yield opened
    for context in contexts:
        context.close()
    assert trouble == []


def _own(url: str, address: str) -> bool:
    return url.partition("#")[0] == address or url.startswith("data:")
