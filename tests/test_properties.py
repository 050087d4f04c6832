"""What holds of every article, on generated French in each format: the draft's text, its headings, equal outputs."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import seoaudit
from seoaudit.article.model import Article, BlockKind
from seoaudit.french import split_sentences
from seoaudit.preparation import read
from seoaudit.structure.draft import Draft
from tests.comparable import comparable

few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])

SUBJECTS = (
    "Le marché de Lille",
    "L’équipe municipale",
    "Un jardinier",
    "Mme Roy, la maire,",
    "La SNCF",
    "Le vieux pont",
)
VERBS = ("attire", "n’a pas convaincu", "a été rénové par", "raconte", "coûtera cher à", "surprend aujourd’hui")
OBJECTS = (
    "les visiteurs du quartier",
    "2\u00a0700 foyers",
    "l’histoire d’une ville",
    "le conseil d’administration",
    "l’ANFR",
)
ENDS = (".", "\u00a0!", "\u00a0?", "…", ", car l’été fut long.", " le 8 novembre 2023.", "\u00a0: c’est l’essentiel.")
statement = st.tuples(
    st.sampled_from(SUBJECTS), st.sampled_from(VERBS), st.sampled_from(OBJECTS), st.sampled_from(ENDS)
).map(lambda t: f"{t[0]} {t[1]} {t[2]}{t[3]}")
quotation = st.tuples(
    st.sampled_from(VERBS), st.sampled_from(OBJECTS), st.sampled_from(("dit le maire", "a-t-elle poursuivi"))
).map(lambda t: f"«\u00a0Ce projet {t[0]} {t[1]}\u00a0», {t[2]}.")
paragraph = st.lists(st.one_of(statement, statement, statement, quotation), min_size=1, max_size=5).map(" ".join)
# A piece of an article: a subheading (None but now and then), then paragraphs.
part = st.tuples(
    st.sampled_from((None, None, "Les travaux", "Qui paiera\u00a0?")), st.lists(paragraph, min_size=1, max_size=5)
)
article = st.lists(part, min_size=1, max_size=4)


def written(parts: list[tuple[str | None, list[str]]], form: str) -> str:
    """Return generated parts as an article in a format."""
    if form == "html":
        return "".join(
            (f"<h2>{html.escape(h)}</h2>" if h else "") + "".join(f"<p>{html.escape(p)}</p>\n" for p in ps)
            for h, ps in parts
        )
    head = "## " if form == "markdown" else ""
    return "\n\n".join(p for h, ps in parts for p in ([f"{head}{h}"] if h else []) + ps) + "\n"


def sentences_of(of: Article) -> list[str]:
    return [s for b in of.prose for s in split_sentences(b.text)]


def proposed_in(draft: Draft) -> list[str]:
    return [s.heading for s in draft.outline.sections if s.heading and not s.existing]


@few
@given(article, st.sampled_from(["text", "markdown", "html"]), st.sampled_from([None, 400]))
def test_a_draft_holds_every_sentence_once_in_order_whatever_it_is_written_as(
    parts, form: str, min_words: int | None
) -> None:
    source = written(parts, form)
    draft = seoaudit.draft(source, settings={"min_words": min_words}, source_format=form)  # type: ignore[arg-type]
    before = read(source, form)  # type: ignore[arg-type]
    for made, as_form in ((draft.to_markdown(), "markdown"), (draft.to_html(), "html")):
        after = read(made, as_form)  # type: ignore[arg-type]
        assert sentences_of(after) == sentences_of(before)
        added = [b.text for b in after.headings]
        for heading in proposed_in(draft):
            added.remove(heading)
        assert added == [b.text for b in before.headings]
        assert sum(b.kind is BlockKind.PROMPT for b in after.blocks) >= len(
            [s for s in draft.outline.sections if s.prompts]
        )


@few
@given(article, st.integers(1, 900))
def test_the_words_asked_for_are_the_words_missing(parts, min_words: int) -> None:
    source = written(parts, "markdown")
    draft = seoaudit.draft(source, settings={"min_words": min_words}, source_format="markdown")
    missing = max(0, min_words - seoaudit.audit(source, source_format="markdown").target.words)
    sections = draft.outline.sections
    assert sum(s.missing_words for s in sections) == missing
    asked = re.findall(r"\[À développer, environ (\d+) mots\]", draft.to_markdown())
    assert sum(map(int, asked)) <= missing
    assert all(len(s.prompts) <= 4 if missing else not s.prompts for s in sections)


@few
@given(article)
def test_proposed_headings_are_made_of_their_sections_words(parts) -> None:
    function_words = {
        *[
            "le",
            "la",
            "les",
            "l",
            "un",
            "une",
            "des",
            "de",
            "d",
            "du",
            "à",
            "au",
            "aux",
            "et",
            "en",
            "sur",
            "par",
            "pour",
            "avec",
            "sans",
            "face",
            "auprès",
            "après",
            "avant",
            "contre",
            "vers",
        ]
    }
    draft = seoaudit.draft(written(parts, "text"), settings={"min_words": 500}, source_format="text")
    for section in draft.outline.sections:
        own = set(re.findall(r"\w+", " ".join(p.text for p in section.parses).lower()))
        for heading in () if section.existing else (section.heading or "", *section.alternatives):
            assert set(re.findall(r"\w+", heading.lower())) <= own | function_words


VARIANTS = {
    "straight": lambda t: t.replace("’", "'"),
    "plain": lambda t: t.replace("\u00a0", " "),
    "narrow": lambda t: t.replace("\u00a0", "\u202f"),
    "decomposed": lambda t: unicodedata.normalize("NFD", t),
    "all": lambda t: unicodedata.normalize("NFD", t.replace("’", "'").replace("\u00a0", " ")),
}


@few
@given(article, st.sampled_from(sorted(VARIANTS)))
def test_how_a_text_is_typed_changes_no_measure_but_typography(parts, variant: str) -> None:
    source = written(parts, "markdown")
    options = {"settings": {"min_words": 300}, "keyphrase": "équipe municipale", "source_format": "markdown"}
    typed = VARIANTS[variant](source)
    assert comparable(seoaudit.audit(typed, **options)) == comparable(seoaudit.audit(source, **options))  # type: ignore[arg-type]


@pytest.mark.parametrize("variant", sorted(VARIANTS))
@pytest.mark.parametrize("name", ["optus.txt", "guide-long.md", "page-cms.html"])
def test_how_a_sample_is_typed_changes_no_measure_but_typography(samples: Path, name: str, variant: str) -> None:
    source = (samples / name).read_text(encoding="utf-8")
    form = {".txt": "text", ".md": "markdown", ".html": "html"}[Path(name).suffix]

    def audited(typed: Callable[[str], str]) -> dict[str, object]:
        given = {"keyphrase": typed("appels d’urgence"), "source_format": form, "settings": {"min_words": 700}}
        return comparable(seoaudit.audit(typed(source), **given))  # type: ignore[arg-type]

    assert audited(VARIANTS[variant]) == audited(str)


@few
@given(article)
def test_the_same_article_gives_the_same_bytes(parts) -> None:
    source = written(parts, "markdown")
    one, other = (seoaudit.audit(source, settings={"min_words": 300}).to_json() for _ in range(2))
    assert one == other


def test_samples_give_the_same_bytes_in_another_process(samples: Path) -> None:
    code = (
        "import hashlib, pathlib, seoaudit\n"
        "for name in ('optus.txt', 'guide-composteur.md', 'page-cms.html'):\n"
        "    path = pathlib.Path('samples') / name\n"
        "    out = seoaudit.audit(path).to_json() + seoaudit.draft(path, settings={'min_words': 2000}).to_markdown()\n"
        "    print(name, hashlib.sha256(out.encode()).hexdigest())"
    )

    def begin(seed: str) -> subprocess.Popen[str]:
        env = {**os.environ, "PYTHONHASHSEED": seed}
        return subprocess.Popen(
            [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=env, cwd=samples.parent
        )

    outputs = [run.communicate()[0] for run in [begin("1"), begin("2")]]
    assert outputs[0].count("\n") == 3
    assert outputs[0] == outputs[1]
