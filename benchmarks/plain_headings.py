"""How well the reader of plain text tells titles, headings and paragraphs: articles with known headings, set as text.

    python benchmarks/plain_headings.py sections.jsonl

Each line of the file is an article: {"title", "paragraphs": [...], "headings": [{"text", "first_paragraph"}]}. Every
article is set in four ways (blank lines between paragraphs or none, wrapped at 78 characters or not) and read back. The
thresholds of seoaudit/article/plain.py were chosen with the first two.
"""

from __future__ import annotations

import json
import sys
import textwrap
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from seoaudit.article.model import BlockKind
from seoaudit.article.read import read_string

LAYOUTS = {
    "blank lines": ("\n\n", 0),
    "a line each": ("\n", 0),
    "wrapped": ("\n\n", 78),
    "wrapped, no blank": ("\n", 78),
}


def parts_of(article: dict) -> Iterator[tuple[str, str]]:
    """The title, headings and paragraphs of an article in order, each with its kind."""
    headings = {h["first_paragraph"]: h["text"] for h in article["headings"]}
    if article["title"]:
        yield "title", article["title"]
    for i, paragraph in enumerate(article["paragraphs"]):
        if i in headings:
            yield "heading", headings[i]
        yield "paragraph", " ".join(paragraph.split())


def measure(articles: list[dict], newline: str, width: int) -> Counter[str]:
    counts: Counter[str] = Counter()
    for article in articles:
        parts = [(kind, " ".join(text.split())) for kind, text in parts_of(article) if text.strip()]
        shown = [textwrap.fill(text, width) if width and kind == "paragraph" else text for kind, text in parts]
        blocks = read_string(newline.join(shown), source_format="text").blocks
        read = [(b.kind, b.level, " ".join(b.text.split())) for b in blocks]
        for kind, level in (("title", 1), ("heading", 2)):
            true = {text for k, text in parts if k == kind}
            found = {text for k, depth, text in read if k is BlockKind.HEADING and depth == level}
            counts.update({f"{kind} true": len(true), f"{kind} found": len(found), f"{kind} hit": len(true & found)})
        texts, found_texts = Counter(text for _, text in parts), Counter(text for *_, text in read)
        counts.update({"parts": texts.total(), "parts kept": (texts & found_texts).total()})
    return counts


def main() -> None:
    articles = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    print(f"{len(articles)} articles; precision and recall of headings and titles, parts kept whole")
    for name, (newline, width) in LAYOUTS.items():
        c = measure(articles, newline, width)
        figures = [c["heading hit"] / c["heading found"], c["heading hit"] / c["heading true"]]
        figures += [c["title hit"] / c["title found"], c["title hit"] / c["title true"], c["parts kept"] / c["parts"]]
        print(f"{name:18}" + "".join(f"{x:8.3f}" for x in figures))


if __name__ == "__main__":
    main()
