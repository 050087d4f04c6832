"""Articles and pages that the tests of the HTML report share; each is made once."""

from __future__ import annotations

from functools import cache
from typing import Literal

from bs4 import BeautifulSoup

import seoaudit
from seoaudit.report.batch import Batch
from seoaudit.report.html import render_html, render_index
from seoaudit.report.model import Report
from tests.conftest import SAMPLES

NAMES = ("optus.txt", "page-bourree.html", "guide-composteur.md", "guide-long.md", "page-cms.html", "colle-word.html")

# What would run, fetch or break out of its place if anything of it came through unescaped.
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    '" onmouseover="alert(3)" x=\'',
    "</title></style><style>*{display:none}</style>",
    "<!-- --><svg/onload=alert(4)>",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;b&gt; &amp;lt;",
)


@cache
def report(name: str, lang: Literal["fr", "en"] = "fr") -> Report:
    keyphrase = "plombier pas cher Lyon" if name == "page-bourree.html" else None
    return seoaudit.audit(SAMPLES / name, keyphrase=keyphrase, lang=lang)


@cache
def hostile() -> Report:
    """An article whose title, headings, text, image, link, slug and keyphrase all try to break out of the page."""

    def safe(text: str) -> str:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")

    filler = "Le conseil municipal a adopté le budget, et les habitants ont posé leurs questions au maire. "
    parts = [
        f'<h2>{safe(h)} budget</h2><p>{filler * 3}{safe(h)} {filler * 3}Il a dit "oui" : {safe(h)}!</p>'
        for h in HOSTILE
    ]
    everything = safe(" ".join(HOSTILE))
    source = (
        f"<html lang='fr'><head><title>{everything}</title><meta name='description' content=\"{everything}\"></head>"
        f'<body><h1>{everything}</h1><img src="{everything}" alt="{everything}">{"".join(parts)}'
        f'<p><a href="javascript:alert(5)">cliquez ici</a> {filler}</p></body></html>'
    )
    made = seoaudit.audit(source, source_format="html", slug="</script><b>", keyphrase='budget "<script>')
    return made.model_copy(update={"source": f"<script>alert(6)</script>\udcff{HOSTILE[1]}.html"})


def soup(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "lxml")


@cache
def page(name: str, lang: Literal["fr", "en"] = "fr") -> str:
    return render_html(report(name, lang))


@cache
def index_page(lang: Literal["fr", "en"] = "fr") -> str:
    reports = [report(name, lang) for name in NAMES]
    return "".join(render_index(Batch.of(*reports), lang=lang))
