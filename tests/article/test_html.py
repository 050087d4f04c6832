from __future__ import annotations

import pytest

from seoaudit.article.model import Article, BlockKind
from seoaudit.article.read import read_string
from tests.article.places import assert_places_hold, outline, source_of


def read(source: str) -> Article:
    article = read_string(source, source_format="html")
    assert_places_hold(article)
    return article


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("Bonjour", [("paragraph", "Bonjour")]),
        ("<p>Un\n  <b> mot</b> <i>et </i>deux</p>", [("paragraph", "Un mot et deux")]),
        ("<p>L&rsquo;&eacute;t&#233;&nbsp;! AT&T &amp;lt; &bidon; &#0;</p>", [("paragraph", "L’été\u00a0! AT&T &lt; &bidon; \ufffd")]),
        ("<p>Un<p>Deux<h2>Titre</h2>Trois", [("paragraph", "Un"), ("paragraph", "Deux"), ("heading", "Titre"), ("paragraph", "Trois")]),
        ("<div>Un<div>Deux</div>Trois</div>", [("paragraph", "Un"), ("paragraph", "Deux"), ("paragraph", "Trois")]),
        ("Un<br><br>Deux<br>trois<br> <br/>\n<br>Quatre", [("paragraph", "Un"), ("paragraph", "Deux\ntrois"), ("paragraph", "Quatre")]),
        ("<p>Un<br>&nbsp;<br>Deux</p>", [("paragraph", "Un"), ("paragraph", "Deux")]),
        ("<h2>Un<br>titre</h2><h3><p>Autre</p></h3>", [("heading", "Un titre"), ("heading", "Autre")]),
        ("<h2>Ouvert<p>Texte</p>", [("heading", "Ouvert"), ("paragraph", "Texte")]),
        ("<p>&nbsp;</p><p> </p><h2></h2><p>Un</p>", [("paragraph", "Un")]),
        ("<table><tr><th>a<th>b<tr><td>1 <p>x</p><td></table>", [("table", "a | b\n1 x |")]),
        ("<table><tr><td><h2>Titre</h2><p>Texte</p></td></tr></table>", [("heading", "Titre"), ("paragraph", "Texte")]),
        ("<pre>\n  x &lt; 1\n    y</pre>", [("code", "x < 1\n    y")]),
        ("<dl><dt>Mot<dd>Sens</dl>", [("list_item", "Mot"), ("list_item", "Sens")]),
        ("<details><summary>Plus</summary>Texte</details>", [("paragraph", "Plus"), ("paragraph", "Texte")]),
        ("Un <!-- caché <p> --> mot <![CDATA[ et <b>deux</b>]]>.", [("paragraph", "Un mot et deux.")]),
        ("<p>si a < b et c > d</p>", [("paragraph", "si a < b et c > d")]),
        ("<p title='a > b'>Un</p><p title=l'autre>Deux l'été</p>", [("paragraph", "Un"), ("paragraph", "Deux l'été")]),
        ("<h2>Titre</h2>\nUn mot\nsuivi.\n\nDeux <b>mots</b>.\n", [("heading", "Titre"), ("paragraph", "Un mot suivi."), ("paragraph", "Deux mots.")]),
        ("<b><p>Un</p></b><p><span><span>Deux</span></span><o:p></o:p></p>", [("paragraph", "Un"), ("paragraph", "Deux")]),
    ],
)  # fmt: skip
def test_blocks_are_what_a_reader_sees(source: str, blocks: list[tuple[str, str]]) -> None:
    assert outline(read(source)) == blocks


@pytest.mark.parametrize(
    "left_out",
    [
        "<nav><p>Menu</p></nav>",
        "<aside>À lire aussi</aside>",
        "<script>if (a<b) document.write('<p>Non</p>')</script>",
        "<style>p > a {}</style>",
        "<form><p>Votre adresse</p><input><button>Envoyer</button></form>",
        "<noscript><img src=x></noscript>",
        "<template><p>Modèle</p></template>",
        "<iframe src=x><p>Cadre</p></iframe>",
        "<svg><title>Dessin</title><text>Texte</text></svg>",
        "<p hidden>Caché</p>",
        "<div aria-hidden='true'><p>Caché</p></div>",
        "<p style='color:red; display: none'>Caché</p>",
        "<div role=navigation>Menu</div>",
        "<header>Le journal</header>",
        "<footer>Mentions</footer>",
        "<select><option>Choix</select>",
    ],
)
def test_what_is_no_article_is_left_out(left_out: str) -> None:
    page = f"<html><body>{left_out}<p>Avant.</p>{left_out}<p>Après.</p></body></html>"
    assert outline(read(page)) == [("paragraph", "Avant."), ("paragraph", "Après.")]


def test_hidden_text_within_a_paragraph_does_not_cut_it() -> None:
    assert outline(read("<p>Un <span hidden>autre <b>mot</b></span>seul mot</p>")) == [("paragraph", "Un seul mot")]
    word = "<p class=MsoListParagraph><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>Un point</p>"
    assert outline(read(word)) == [("list_item", "Un point")]


def test_the_article_is_the_main_element() -> None:
    page = """<html lang="fr"><head><title>T</title></head><body>
    <header><h1>Le marché rouvre</h1></header><nav>Menu</nav>
    <main><header>Par Anne</header><p>Un mot.</p><footer>Mis à jour</footer></main>
    <article>Une brève.</article><footer>Mentions</footer></body></html>"""
    article = read(page)
    assert article.whole_page
    assert outline(article) == [
        ("heading", "Le marché rouvre"),
        ("paragraph", "Par Anne"),
        ("paragraph", "Un mot."),
    ]


# What themes write below an article, and Drupal above it.
FOOTERS = {
    "wordpress": "<footer class='entry-footer'><span class='cat-links'>Publié dans <a href='/cat/'>Marchés</a></span>"
    "<span class='tags-links'>Étiqueté <a href='/tag/'>Lille</a>, <a href='/tag/'>halles</a></span>"
    "<span class='edit-link'><a href='/wp-admin/'>Modifier</a></span></footer>",
    "drupal": "<footer class='node__meta'><article class='profile'><img src='a.png' alt='Portrait de anne'></article>"
    "<div class='node__submitted'>Soumis par anne le 12/03/2026 - 10:24</div></footer>",
    "hugo": "<footer class='post-footer'><ul class='post-tags'><li><a href='/tags/lille/'>Lille</a></li></ul>"
    "<nav class='paginav'><a href='/p/'>« Précédent</a></nav><ul class='share-buttons'><li><a href='x'>X</a></li></ul></footer>",
    "author box": "<footer class='article-footer'><h3>À propos de l’auteure</h3><p>Anne Morel est journaliste à Lille depuis "
    "dix ans. Elle écrit sur les villes.</p></footer>",
    "medium": "<footer><p>Par <a href='/anne' rel='author'>Anne</a> le <time>12 mars 2026</time>.</p></footer>",
    "role": "<div role='contentinfo'><p>Partager sur X</p></div>",
}


@pytest.mark.parametrize("footer", FOOTERS.values(), ids=FOOTERS)
@pytest.mark.parametrize(
    "page",
    [
        "<html><body><article>{}<h2>Titre</h2><p>Un mot.</p>{}</article></body></html>",
        "{}<h2>Titre</h2><p>Un mot.</p>{}",
    ],
    ids=["page", "fragment"],
)
def test_what_a_footer_says_of_an_article_is_no_part_of_it(footer: str, page: str) -> None:
    article = read(page.format(footer, footer))
    assert outline(article) == [("heading", "Titre"), ("paragraph", "Un mot.")]
    assert not any(b.images or b.links for b in article.blocks)


def test_the_footer_of_a_quotation_names_its_author() -> None:
    quotation = "<blockquote><p>Les halles rouvrent.</p><footer>— <cite>Anne Morel</cite>, maire</footer></blockquote>"
    assert outline(read(f"<body><article><p>Un mot.</p>{quotation}</article></body>")) == [
        ("paragraph", "Un mot."),
        ("quote", "Les halles rouvrent."),
        ("quote", "— Anne Morel, maire"),
    ]


def test_the_longest_article_wins_and_teasers_do_not() -> None:
    teaser = "<article><h2>Brève</h2><p>Un mot.</p></article>"
    long = "<p>Le marché couvert a rouvert samedi, après deux ans de travaux et bien des retards.</p>"
    kept = ("paragraph", "Le marché couvert a rouvert samedi, après deux ans de travaux et bien des retards.")
    assert outline(read(f"<body>{teaser}<article>{long}</article>{teaser}</body>")) == [kept]
    around = outline(read(f"<body><div>{long * 4}</div>{teaser}</body>"))
    assert around[:4] == [kept] * 4
    empty = outline(read(f"<body><main></main><div>{long}</div></body>"))
    assert empty == [kept]


def test_a_main_heading_of_its_own_keeps_the_one_of_the_page_out() -> None:
    page = "<body><h1>Le journal</h1><main><h1>Le marché rouvre</h1><p>Un mot.</p></main></body>"
    assert [h.text for h in read(page).headings] == ["Le marché rouvre"]


def test_a_page_wrapped_in_a_form_is_read() -> None:
    page = "<body><form><h1>Titre</h1><p>Un.</p><p>Deux.</p><select><option>x</select></form></body>"
    assert outline(read(page)) == [("heading", "Titre"), ("paragraph", "Un."), ("paragraph", "Deux.")]


def test_the_head_says_what_the_page_is() -> None:
    page = """<!doctype html><html lang=fr-FR><head><meta charset=utf-8><TITLE>Le marché
      &amp; la ville</TITLE><meta content="Deux ans de&#10;travaux" name="Description">
    <meta property="og:title" content="Le marché"><meta name=robots content=noindex><meta name=author content="Anne Morel">
    <link rel="shortlink canonical" href="https://exemple.fr/marche?a=1&amp;b=2"></head>
    <body><svg><title>Logo</title></svg><p>Un mot.</p></body></html>"""
    meta = read(page).meta
    assert meta.title == "Le marché & la ville"
    assert meta.description == "Deux ans de travaux"
    assert (meta.language, meta.author) == ("fr-FR", "Anne Morel")
    assert meta.canonical == "https://exemple.fr/marche?a=1&b=2"
    assert dict(meta.named) == {"og:title": "Le marché", "robots": "noindex"}


@pytest.mark.parametrize("title", ["", "<title></title>", "<title>Note 3</title>"])
def test_a_document_saved_as_html_is_no_page_of_a_site(title: str) -> None:
    head = f'<meta name=Generator content="Microsoft Word 15 (filtered)">{title}'
    article = read(f"<html><head>{head}</head><body><p class=MsoNormal>Un mot.</p></body></html>")
    assert not article.whole_page
    assert article.meta.head is None
    assert article.meta.title == ("Note 3" if "Note" in title else None)


def test_a_fragment_has_no_head() -> None:
    article = read("<svg><title>Logo</title></svg><p>Un mot.</p>")
    assert not article.whole_page
    assert article.meta.title is None


def test_lists_and_quotations_keep_together() -> None:
    source = "<p>a</p><ul><li>un<li>deux<ol><li>trois</ol> fin</ul><blockquote><p>q</p><p>r</p></blockquote><p>z</p>"
    article = read(source)
    assert [(b.text, b.level) for b in article.blocks] == [
        ("a", 0),
        ("un", 1),
        ("deux", 1),
        ("trois", 2),
        ("fin", 1),
        ("q", 0),
        ("r", 0),
        ("z", 0),
    ]
    groups = [b.group for b in article.blocks]
    assert groups[1:5] == [groups[1]] * 4
    assert groups[5] == groups[6]
    assert len(set(groups)) == 4
    listed = article.blocks[1:5]
    assert source[listed[0].start : listed[-1].end] == "<ul><li>un<li>deux<ol><li>trois</ol> fin</ul>"
    assert source[article.blocks[5].start : article.blocks[6].end].startswith("<blockquote>")


def test_the_markup_of_a_block_lies_within_it() -> None:
    parts = [
        "<h2 class=x>Un</h2>",
        "<p>Deux <b>trois</b></p>",
        "<b>quatre</b> cinq",
        "<table><tr><td>a<td>b</table>",
        "<pre>x</pre>",
    ]
    source = f"{parts[0]}\n{parts[1]}\n<div>{parts[2]}</div>\n{parts[3]}{parts[4]}"
    assert [source[b.start : b.end] for b in read(source).blocks] == parts


def test_images_figures_and_captions() -> None:
    source = (
        "<figure><a href=/g><img src=a.jpg alt=''></a><figcaption>Le <b>marché</b></figcaption></figure>"
        "<p><img data-src=b.jpg src=vide.gif alt='Un &amp; deux'></p><p>Un <img src=c.jpg> mot</p>"
        "<figure><table><tr><td>1<td>2</table><figcaption>Les prix</figcaption></figure>"
    )
    article = read(source)
    assert outline(article) == [
        ("image", "Le marché"),
        ("image", ""),
        ("paragraph", "Un mot"),
        ("table", "1 | 2"),
        ("paragraph", "Les prix"),
    ]
    assert [(i.target, i.alt) for b in article.blocks for i in b.images] == [
        ("a.jpg", ""),
        ("b.jpg", "Un & deux"),
        ("c.jpg", None),
    ]
    assert article.blocks[0].links[0].target == "/g"


def test_links_tell_their_target_text_and_place() -> None:
    source = (
        "<p>Voir <a href=' /plan?a=1&amp;b=2 ' rel='nofollow noopener'> le <b>plan</b> </a>, <a name=x>ancre</a>.</p>"
        "<a href=/bloc><h2>Titre</h2><p>Texte</p></a><p>Fin <a href=/non-ferme>ouvert</p><p>Suite</p>"
    )
    article = read(source)
    assert article.blocks[0].text == "Voir le plan , ancre."
    links = [(b.text, k.target, k.text, k.rel) for b in article.blocks for k in b.links]
    assert links == [
        ("Voir le plan , ancre.", "/plan?a=1&b=2", "le plan", "nofollow noopener"),
        ("Titre", "/bloc", "Titre", ""),
        ("Texte", "/bloc", "Texte", ""),
        ("Fin ouvert", "/non-ferme", "ouvert", ""),
    ]


def test_a_writing_prompt_is_one_block_and_no_prose() -> None:
    source = "<p>Un.</p><blockquote><p>[À développer, environ 80 mots]</p><ul><li>Qui ?<li>Quand ?</ul></blockquote>"
    article = read(source)
    prompt = article.blocks[1]
    assert (prompt.kind, prompt.text) == (BlockKind.PROMPT, "[À développer, environ 80 mots]\nQui ?\nQuand ?")
    assert source[prompt.start : prompt.end] == source[source.index("<blockquote>") :]
    assert [b.text for b in article.prose] == ["Un."]


@pytest.mark.parametrize(
    ("source", "words", "there"),
    [
        ("<p>L&rsquo;&eacute;t&eacute; vient", "été", "&eacute;t&eacute;"),
        ("<p>le <b>marché</b> couvert", "marché couvert", "marché</b> couvert"),
        ("<p>le   marché\n  couvert", "le marché couvert", "le   marché\n  couvert"),
        ("<p>a&#8239;! b", "a\u202f!", "a&#8239;!"),
        ("<table><tr><td>un<td>deux", "deux", "deux"),
        ("<pre>\n a &lt; b", "< b", "&lt; b"),
        ("<main>x<p><!-- c -->mot", "mot", "mot"),
    ],
)
def test_text_leads_back_to_its_place(source: str, words: str, there: str) -> None:
    assert source_of(read(source), words) == there


def test_the_title_of_a_page_is_no_text_of_it() -> None:
    page = "<html><head><title>Le marché | Ville</title></head><body><div><p>Un mot.</p></div></body></html>"
    article = read(page)
    assert [b.text for b in article.blocks] == ["Un mot."]
    assert article.meta.title == "Le marché | Ville"


WORD = """<p class=MsoTitle><span>La médiathèque rouvre</span></p>
<p class=MsoNormal>Elle propose désormais&nbsp;:<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>des livres&nbsp;;</p>
<p class=MsoNormal style='mso-list: l0 level1 lfo1'>des disques.</p>
<p class=MsoNormal>L’entrée est libre.</p>"""


def test_titles_and_lists_of_word_are_read_as_such() -> None:
    blocks = read(WORD).blocks
    assert [(b.kind.name, b.level, b.text) for b in blocks] == [
        ("HEADING", 1, "La médiathèque rouvre"),
        ("PARAGRAPH", 0, "Elle propose désormais\u00a0:"),
        ("LIST_ITEM", 1, "des livres\u00a0;"),
        ("LIST_ITEM", 1, "des disques."),
        ("PARAGRAPH", 0, "L’entrée est libre."),
    ]
    assert blocks[2].group == blocks[3].group
    assert len({b.group for b in blocks}) == 4
    assert all(WORD[b.start : b.end].startswith("<p") and WORD[: b.end].endswith("</p>") for b in blocks)
