"""Pieces that generated sources are put together from."""

from __future__ import annotations

# fmt: off

# What French authors type.
WORDS = [
    "Le marché", "l’été", "aujourd'hui", "« oui »", "M. Dupont", "2 700 élèves", "déjà\u00a0!", "e\u0301cole",
    "œuf", "— Bon", "...", "a-t-il", "🙂", "co\u00adton", "5 %",
]

# Line ends and white space.
LINES = [
    "\n", "\n\n", "\r\n", "    ", "\t", "  \n", " ",
]

# Markup of CommonMark.
MARKDOWN = [
    "#", "##", "-", "*", "1.", ">", "`", "``", "**", "_", "[", "]", "](http://a.fr)", "![", "![a](b)", "&amp;",
    "&eacute;", "&nbsp;", "\\", "\\*", "|", "~~", "<http://é.fr/%C3%A9>", "- ", "1. ", "> ", "# ", "---\n",
    "===\n", "```\n", "\\\n", "[r]: /u\n", "| a | b |\n", "|-|-|\n", *LINES,
]

# Elements whose text a page shows.
HTML = [
    "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<ul>", "<li>", "</li>", "</ul>", "<h2>", "</h2>", "<h1>",
    "<blockquote>", "</blockquote>", "<table>", "<tr>", "<td>", "</td>", "</tr>", "</table>", "<br>", "<hr>",
    "<a/href='y'>", "</a>", "<pre>", "</pre>", "<figure>", "<figcaption>", "</figure>", "<span>", "</span>",
    "&amp;", "&eacute;", "&nbsp;", "<", "<dl>", "<dt>", "<dd>", "<details>", "<summary>", "<section>",
    "<img/src=a/alt='x'>", *LINES,
]

# Elements and markup that hide text, or end where nobody expects.
CROOKED = [
    "<nav>", "</nav>", "<main>", "</main>", "<article>", "</article>", "<header>", "</header>", "<form>",
    "<script>", "</script>", "<title>", "<!--", "-->", "<![CDATA[", "]]>", "<body>", "<html>", "<span/hidden>",
    "<p/style='display:none'>", "<svg>", "</svg>", "<o:p>", "<p/title='", "\"", "=", "<textarea>", "<select>",
    "<div/role=main>", "<template>", "</h3>", "[^1]", "[^1]:", "~~~", "&#233", "&#x80;", "---\n", "title: x\n",
    "<!-- c -->", "[À développer]",
]
