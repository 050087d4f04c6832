"""A draft is the source and additions: every sentence once, in order, verbatim, whatever the format."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import seoaudit
from seoaudit.article.model import Article, BlockKind
from seoaudit.article.read import read_bytes
from seoaudit.preparation import read
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
    blocks = [b for b in article.blocks if b.kind not in {BlockKind.PROMPT, BlockKind.IMAGE, BlockKind.CONTENTS}]
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
    draft = seoaudit.draft(text, settings={"min_words": 300}, source_format="text", table_of_contents=True)
    assert without_additions(draft, draft.to_source_format()) == text
    proposed = {s.heading for s in draft.outline.sections if s.heading and not s.existing}
    for again in (
        read(draft.to_markdown(), "markdown"),
        read(draft.to_html(), "html"),
        read_bytes(draft.to_docx(), name=""),
    ):
        kept = tuple(b for b in again.blocks if not (b.kind is BlockKind.HEADING and b.text in proposed))
        words = words_of(replace(again, blocks=kept))
        assert words == words_of(read(text, "text"))
    article = draft.to_article()
    stripped = read(str(strip_prompts(article)), "markdown")
    assert [b for b in stripped.blocks if b.kind is BlockKind.PROMPT] == []
    assert words_of(stripped) == words_of(article)


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
    assert sum(asked) == sum(s.missing_words for s in draft.outline.sections if any(p.extends for p in s.prompts))
    assert all(len(s.prompts) <= 4 for s in draft.outline.sections)
    assert sum(len(s.prompts) for s in draft.outline.sections) >= 5
    heads = re.findall(r"\n> \[À (développer, environ \d+ mots|préciser, en quelques mots)\]", draft.to_markdown())
    assert len(heads) == sum(bool(s.prompts) for s in draft.outline.sections)
    assert "préciser, en quelques mots" in heads, "a date is no text to expand"


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
        "[À préciser, en quelques mots]",
        "[To clarify, in a few words]",
        "[Intertitre à trouver] Cette partie parle de « la gare ».",
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
    assert strip_prompts(draft.to_article()) == text
    assert seoaudit.draft(text, source_format="markdown", checklist=False).to_markdown() == text


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
    assert "\n> [À vérifier avant de publier]" in made
    assert words_of(read(made, "markdown")) == words_of(read(source.replace("1.&nbsp;", "&nbsp;"), "html"))
    assert "[À" not in str(strip_prompts(read(made, "markdown")))


def test_markdown_becomes_html() -> None:
    made = seoaudit.draft(MARKDOWN, source_format="markdown").to_html()
    assert "<h1>Le marché de Lille</h1>" in made
    assert "<table>" in made
    assert "title: Essai" not in made


def test_a_draft_of_a_draft_asks_anew(optus: str) -> None:
    once = seoaudit.draft(optus, settings={"min_words": 700}).to_markdown()
    twice = seoaudit.draft(once, settings={"min_words": 700}, source_format="markdown").to_markdown()
    assert twice.count("[À vérifier avant de publier]") == 1
    assert twice.count("[À développer") <= once.count("[À développer") + 1
    assert seoaudit.audit(twice, source_format="markdown").target.words == 345


@pytest.mark.parametrize(
    ("added", "kept"),
    [
        (" Une commission l’a entendu le 3 mars.", "Une commission l’a entendu le 3 mars."),
        ("\n> Une commission l’a entendu le 3 mars.", "Une commission l’a entendu le 3 mars."),
        ("\n> - Une commission l’a entendu le 3 mars.", "Une commission l’a entendu le 3 mars."),
        ("\nUne commission l’a entendu le 3 mars.", "Une commission l’a entendu le 3 mars."),
        ("\n> - Et les clients, qu’en disent-ils ?", ""),
    ],
)
def test_what_a_human_wrote_among_the_prompts_stays(optus: str, added: str, kept: str) -> None:
    made = seoaudit.draft(optus, settings={"min_words": 700}).to_markdown()
    question = re.search(r"> - .*à quelle échéance, et sous quelle forme\s\?", made)
    assert question
    stripped = strip_prompts(read(made[: question.end()] + added + made[question.end() :], "markdown"))
    plain = strip_prompts(read(made, "markdown"))
    assert isinstance(stripped, str)
    assert isinstance(plain, str)
    assert "qu’en est-il" not in stripped
    assert [p for p in stripped.split("\n\n") if p not in plain] == ([kept] if kept else [])


def test_text_typed_right_below_a_prompt_counts_and_stays(optus: str) -> None:
    made = seoaudit.draft(optus, settings={"min_words": 700}).to_markdown()
    end = made.index("\n>\n\n") + 3
    expanded = made[:end] + "Un mot de plus.\n" + made[end:]
    assert seoaudit.audit(expanded, source_format="markdown").target.words == 349
    assert "Un mot de plus." in str(strip_prompts(read(expanded, "markdown")))


@pytest.mark.parametrize("kind", ["markdown", "html", "docx"])
def test_a_table_of_contents_leads_to_the_headings_and_is_no_text(optus: str, kind: str) -> None:
    made = seoaudit.draft(optus, settings={"min_words": 700}, table_of_contents=True)
    again = read_bytes(made.to_docx(), name="") if kind == "docx" else read(getattr(made, f"to_{kind}")(), kind)  # type: ignore[arg-type]
    listed = [b for b in again.blocks if b.kind is BlockKind.CONTENTS]
    headings = [b.text for b in again.headings]
    assert [li.text for b in listed for li in b.links] == headings
    assert seoaudit.audit(again).target.words == 345
    anchors = {li.target[1:] for b in listed for li in b.links}
    html = made.to_html()
    assert len(anchors) == len(headings)
    assert all(f'id="{a}"' in html for a in anchors)


def test_the_authors_own_anchors_serve_the_table_of_contents() -> None:
    page = '<h1>A</h1><h2 id="un">Un jour</h2><p>Texte.</p><h2>Un autre</h2><p>Texte.</p>'
    made = seoaudit.draft(page, source_format="html", table_of_contents=True, checklist=False).to_html()
    assert '<a href="#un">Un jour</a>' in made
    assert '<h2 id="un">Un jour</h2>' in made
    assert '<h2 id="un-autre">Un autre</h2>' in made
    markdown = seoaudit.draft(page, source_format="html", table_of_contents=True, checklist=False).to_markdown()
    assert "- [Un jour](#un)\n- [Un autre](#un-autre)\n" in markdown
    assert '## <a id="un-autre"></a>Un autre' in markdown


@pytest.mark.parametrize("kind", ["text", "markdown", "html"])
def test_a_giant_paragraph_is_cut_into_whole_paragraphs(samples: object, kind: str) -> None:
    lines = (samples / "texte-brut.txt").read_text(encoding="utf-8").split("\n")  # type: ignore[operator]
    giant = " ".join(line for line in lines if len(line) > 80)
    source = f"<p>{giant}</p>" if kind == "html" else giant
    made = seoaudit.draft(source, settings={"min_words": 900}, source_format=kind)  # type: ignore[arg-type]
    again = made.to_article()
    assert sum(b.kind is BlockKind.HEADING for b in again.blocks) >= 2
    assert " ".join(b.text.strip() for b in again.prose) == giant
    assert all(b.text.strip().endswith((".", "!", "?", "…", "»")) for b in again.prose)
    if kind == "html":
        assert made.to_html().count("<p>") == made.to_html().count("</p>")


def test_no_paragraph_is_cut_inside_bold() -> None:
    sentences = " ".join(f"Le marché numéro {n} attire les habitants du quartier de la gare." for n in range(60))
    made = seoaudit.draft(f"<p><b>{sentences}</b></p>", settings={"sections": 3}, source_format="html")
    assert "<b>" + sentences + "</b>" in made.to_html()


def test_the_draft_says_the_score_before_and_after(optus: str) -> None:
    made = seoaudit.draft(optus, settings={"min_words": 700})
    report = seoaudit.audit(optus, settings={"min_words": 700})
    again = seoaudit.audit(made.to_markdown(), settings={"min_words": 700}, source_format="markdown")
    assert report.restructured is not None
    assert (made.score, made.score_after) == (report.score, report.restructured.score)
    assert made.score_after == again.score
    assert round(100 * report.restructured.earned / report.restructured.total) == again.score
    # What has something to judge only under headings makes up the rest of the difference.
    today = [p for p in report.points if p.applies]
    assert not {p.rule for p in report.restructured.joining} & {p.rule for p in today}
    assert sum(p.max for p in report.restructured.joining) == report.restructured.total - sum(p.max for p in today)
    assert {g.rule for g in report.restructured.remaining} == {f.rule for f in again.findings if f.points_lost > 0}


def test_a_text_with_its_own_headings_is_not_judged_twice(samples: object) -> None:
    assert seoaudit.audit(samples / "guide-composteur.md").restructured is None  # type: ignore[operator]


def test_strip_knows_the_questions_that_drafts_once_asked() -> None:
    old = (
        "Le marché ouvre à huit heures.\n\n> [À développer, environ 60 mots]\n"
        "> - « il faut réserver » : dites pourquoi, et ce que le lecteur risque sinon.\n"
        "> - Annoncez en une phrase ce que le lecteur va trouver dans la suite.\n> - Le maire l’a dit hier.\n"
        "> - Dans quel cas vaut-il mieux faire autrement ? Quand il pleut, restez chez vous.\n"
    )
    stripped = strip_prompts(read_bytes(old.encode(), name="brouillon.md"))
    assert isinstance(stripped, str)
    assert "risque sinon" not in stripped
    assert "Annoncez" not in stripped
    assert "faire autrement" not in stripped
    assert "Le maire l’a dit hier." in stripped
    assert "Quand il pleut, restez chez vous." in stripped
