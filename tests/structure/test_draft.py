"""A draft is the source and additions: every sentence once, in order, verbatim, whatever the format."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import seoaudit
from seoaudit.api import read
from seoaudit.article.model import Article, BlockKind
from seoaudit.structure.draft import Draft, apply
from seoaudit.structure.strip import strip_prompts

MARKDOWN = """---
title: Essai
---

# Le marché de Lille

Le marché ouvre à huit heures. [Les horaires](/horaires) changent en été.

![Les chalets](chalets.jpg)

| jour | heure |
|---|---|
| samedi | 8 h |

```python
print("## pas un titre")
```

- des fruits ;
- des fleurs.

> « Venez tôt », dit le maire.
"""
HTML = """<!DOCTYPE html><html><head><title>Essai</title></head><body><nav><a href="/">Accueil</a></nav><main>
<h1>Le marché</h1><p>Le marché ouvre &agrave; <b>huit</b> heures.<p>Il ferme à midi. <a href="/h">Horaires</a>
<ul><li>des fruits<li>des fleurs</ul><table><tr><td>samedi</td><td>8&nbsp;h</td></tr></table><pre>a = 1</pre>
<p><img src="x.jpg" alt="Chalets"> Venez tôt.</p></main><script>var x = "<p>non</p>";</script></body></html>"""

SUBJECTS = ("Le marché", "La rivière", "Un jardinier", "Notre équipe", "Le vieux pont", "La cathédrale", "Ce boulanger")
VERBS = ("attire", "longe", "transforme", "raconte", "nourrit", "surprend")
OBJECTS = (
    "les visiteurs du quartier",
    "la place de la gare",
    "l’histoire d’une ville",
    "2 700 foyers",
    "« tout le monde »",
)
sentence = st.tuples(
    st.sampled_from(SUBJECTS), st.sampled_from(VERBS), st.sampled_from(OBJECTS), st.sampled_from([".", " !", "…"])
).map(lambda t: f"{t[0]} {t[1]} {t[2]}{t[3]}")
odd = st.sampled_from(
    ["# rien", "* étoile *", "1. Un", "a_b_c", "<br>", "[lien](x)", "- tiret", "&amp; co", "> cité", "`code`", "==="]
)
paragraph = st.lists(st.one_of(sentence, sentence, sentence, odd), min_size=1, max_size=6).map(" ".join)
plain_article = st.lists(paragraph, min_size=1, max_size=9).map("\n\n".join)


def words_of(article: Article) -> list[str]:
    """Return the words of an article's text; separator lines ("===") are kept in a draft but are no text."""
    blocks = [b for b in article.blocks if b.kind not in {BlockKind.PROMPT, BlockKind.IMAGE}]
    return [w for w in re.findall(r"\S+", " ".join(b.text for b in blocks)) if re.search(r"\w", w)]


def without_additions(draft: Draft, text: str) -> str:
    """Take the additions out again, from the last to the first."""
    at = 0
    pieces = []
    source_at = 0
    for addition in draft.additions:
        kept = addition.offset - source_at
        pieces.append(text[at : at + kept])
        assert text[at + kept :].startswith(addition.text)
        at += kept + len(addition.text)
        source_at = addition.offset
    return "".join(pieces) + text[at:]


@pytest.mark.parametrize("source_format", ["text", "markdown", "html"])
@pytest.mark.parametrize("source", [MARKDOWN, HTML])
def test_without_its_additions_the_draft_is_the_source(source: str, source_format: str) -> None:
    draft = seoaudit.draft(source, settings={"min_words": 400}, source_format=source_format)  # type: ignore[arg-type]
    assert without_additions(draft, draft.to_source_format()) == source
    assert apply(source, []) == source


@settings(max_examples=25, deadline=None)
@given(plain_article)
def test_the_draft_of_a_text_reads_as_the_text(text: str) -> None:
    assume(re.search(r"[^\W\d_]", text))  # signs alone are no article and are refused
    draft = seoaudit.draft(text, settings={"min_words": 300}, source_format="text")
    assert without_additions(draft, draft.to_source_format()) == text
    again = read(draft.to_markdown(), "markdown")
    proposed = {s.heading for s in draft.outline.sections if s.heading and not s.existing}
    kept = tuple(b for b in again.blocks if not (b.kind is BlockKind.HEADING and b.text in proposed))
    words = words_of(replace(again, blocks=kept))
    assert words == words_of(read(text, "text"))


@settings(max_examples=25, deadline=None)
@given(plain_article)
def test_proposed_headings_use_words_of_their_section_only(text: str) -> None:
    assume(re.search(r"[^\W\d_]", text))  # signs alone are no article and are refused
    form_words = set(
        re.findall(r"\w+", "face à auprès de des du d après sans avant vers contre pour le la les l et en au aux")
    )
    for section in seoaudit.draft(text, settings={"min_words": 400}, source_format="text").outline.sections:
        if section.heading and not section.existing:
            own = set(re.findall(r"\w+", " ".join(p.text for p in section.parses).lower()))
            assert set(re.findall(r"\w+", section.heading.lower())) <= own | form_words


def test_a_title_is_never_invented(optus: str) -> None:
    draft = seoaudit.draft(optus, settings={"min_words": 700})
    assert not re.search(r"(?m)^# ", draft.to_markdown())


def test_words_asked_for_add_up_to_the_words_missing(optus: str) -> None:
    draft = seoaudit.draft(optus, settings={"min_words": 700})
    assert sum(s.missing_words for s in draft.outline.sections) == 700 - 345
    asked = [int(n) for n in re.findall(r"\[À développer, environ (\d+) mots\]", draft.to_markdown())]
    assert sum(asked) == 355
    assert all(2 <= len(s.prompts) <= 4 for s in draft.outline.sections)
    assert draft.to_markdown().count("\n> [") == len(draft.outline.sections)


def test_prompts_are_stripped_from_an_expanded_draft(optus: str) -> None:
    made = seoaudit.draft(optus, settings={"min_words": 700}).to_markdown()
    expanded = made.replace("de plus de dix. pli.", "de plus de dix. Un paragraphe de plus.")
    stripped = strip_prompts(read(expanded, "markdown"))
    assert "[À développer" not in stripped
    assert "Un paragraphe de plus." in stripped
    for line in optus.replace("dix. pli.", "dix. Un paragraphe de plus.").split("\n"):
        assert line in stripped


@pytest.mark.parametrize(
    "mark",
    [
        "[À développer, environ 90 mots]",
        "[À préciser, longueur suffisante]",
        "[To clarify, long enough]",
        "[Intertitre à trouver] Sur « la gare ».",
        "[Heading to find]",
    ],
)
def test_every_kind_of_prompt_is_none_of_the_text(mark: str) -> None:
    source = f"Le marché ouvre.\n\n> {mark}\n\nIl ferme à midi.\n"
    assert words_of(read(source, "markdown")) == ["Le", "marché", "ouvre.", "Il", "ferme", "à", "midi."]
    assert strip_prompts(read(source, "markdown")) == "Le marché ouvre.\n\nIl ferme à midi.\n"


def test_an_audit_of_a_draft_ignores_its_prompts(optus: str) -> None:
    made = seoaudit.draft(optus, settings={"min_words": 700}).to_markdown()
    assert seoaudit.audit(made, source_format="markdown").target.words == 345


def test_the_authors_headings_stay(samples: object) -> None:
    text = (samples / "guide-composteur.md").read_text(encoding="utf-8")  # type: ignore[operator]
    draft = seoaudit.draft(text, source_format="markdown")
    assert draft.to_markdown() == text


def test_line_ends_of_the_source_are_kept(optus: str) -> None:
    made = seoaudit.draft(optus.replace("\n", "\r\n"), settings={"min_words": 700}).to_markdown()
    assert "\n" not in made.replace("\r\n", "")


def test_html_becomes_markdown_with_all_it_holds() -> None:
    made = seoaudit.draft(HTML, settings={"min_words": 300}).to_markdown()
    assert "[Horaires](/h)" in made
    assert "![Chalets](x.jpg)" in made
    assert "samedi" in made
    assert "a = 1" in made
    assert "Accueil" not in made


def test_html_of_a_word_processor_becomes_clean_markdown() -> None:
    source = (
        "<p class=MsoTitle>La médiathèque rouvre</p><p class=MsoNormal>Elle rouvre samedi et propose désormais&nbsp;:</p>"
        "<p class=MsoListParagraph><![if !supportLists]><span>·<span>&nbsp;&nbsp; </span></span><![endif]>des livres ;</p>"
        "<p class=MsoListParagraph>·&nbsp;&nbsp; des disques.</p><p class=MsoNormal><o:p>&nbsp;</o:p></p>"
        "<p class=MsoListParagraph>1.&nbsp;&nbsp; Venez.</p>"
        "<table><tr><td>Jour</td><td>Heures</td></tr><tr><td>Mardi</td><td>10 h</td></tr></table><p>Fin.</p>"
    )
    made = seoaudit.draft(source, settings={"min_words": 90}, source_format="html").to_markdown()
    assert made.startswith("# La médiathèque rouvre\n\nElle rouvre samedi et propose désormais\u00a0:\n\n")
    assert "- des livres ;\n- des disques.\n\n1. Venez.\n\n| Jour | Heures |\n" in made
    assert "\n> [À développer, environ " in made
    assert words_of(read(made, "markdown")) == words_of(read(source.replace("1.&nbsp;", "&nbsp;"), "html"))
    assert "[À" not in strip_prompts(read(made, "markdown"))


def test_markdown_becomes_html() -> None:
    made = seoaudit.draft(MARKDOWN, source_format="markdown").to_html()
    assert "<h1>Le marché de Lille</h1>" in made
    assert "<table>" in made
    assert "title: Essai" not in made
