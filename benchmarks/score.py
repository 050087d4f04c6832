"""How the score is spread: over published articles, articles picked blind, the samples, and pages ever more stuffed.

    python benchmarks/score.py DATA        # DATA: the folder with sections.jsonl and keyphrases.jsonl

The articles hold neither links nor images any more, so they are judged as plain texts. Their sources leave the no-break
spaces to the publishing tool; they are judged as they stand and again as `seoaudit fix` leaves their typography.
`docs/score.md` shows what this prints.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import seoaudit
from seoaudit.article.read import read_string

ROOT = Path(__file__).parent.parent
SAMPLES = (
    "guide-composteur.md",
    "breve.txt",
    "page-cms.html",
    "guide-long.md",
    "texte-brut.txt",
    "colle-word.html",
    "optus.txt",
    "page-bourree.html",
)
# Lines (from 0) of sections.jsonl: of 59 articles drawn at random, five a source, those that a reader who knows neither
# the rules nor any score would publish as they are, and those that this reader would send back first.
PUBLISHED = (59, 125, 138, 196, 241, 279, 308, 309, 318, 538, 576, 577)
SENT_BACK = (187, 215, 426, 445, 506, 554, 555, 568)
FILES = ("sections.jsonl", "keyphrases.jsonl")
EVERY = 18
STUFFING = "Notre plombier pas cher répare tout."


def markdown(row: dict[str, Any]) -> str:
    """Return an article of the data as Markdown."""
    if "text" in row:
        return f"# {row['title']}\n\n{row['text']}\n"
    parts = [f"# {row['title']}"]
    for n, paragraph in enumerate(row["paragraphs"]):
        parts += [f"{'#' * h['level']} {h['text']}" for h in row["headings"] if h["first_paragraph"] == n]
        parts.append(paragraph)
    return "\n\n".join(parts) + "\n"


def score(text: str) -> int | None:
    """Return the score of an article without its links and images."""
    return seoaudit.audit(replace(read_string(text, source_format="markdown"), format="text")).score


def both(text: str) -> tuple[int | None, int | None]:
    """Return the score of an article as it stands, and with its typography corrected."""
    return score(text), score(seoaudit.fix(text, source_format="markdown").text)


def histogram(scores: list[int]) -> str:
    """Return the distribution in steps of five points, and its quartiles."""
    ordered, counts = sorted(scores), Counter(s // 5 * 5 for s in scores)
    lines = [f"  {low:3}-{min(100, low + 4):<3} {'#' * counts[low]} {counts[low]}" for low in sorted(counts)]
    shares = (0.05, 0.25, 0.5, 0.75, 0.95)
    quantiles = ", ".join(f"{share:.0%} {ordered[int(share * len(ordered))]}" for share in shares)
    return "\n".join([*lines, f"  {len(scores)} articles; at {quantiles}"])


def stuffed(times: int) -> int | None:
    """Return the score of a clean article with a sentence of advertising added so often, spread over its paragraphs."""
    paragraphs = (ROOT / "samples/guide-composteur.md").read_text(encoding="utf-8").split("\n\n")
    body = [n for n, p in enumerate(paragraphs) if p[:1].isalpha()]
    for k in range(times):
        paragraphs[body[k % len(body)]] += f" {STUFFING}"
    return seoaudit.audit("\n\n".join(paragraphs), source_format="markdown", keyphrase="plombier pas cher").score


def main(data: Path) -> None:
    rows = {name: [json.loads(line) for line in (data / name).open(encoding="utf-8")] for name in FILES}
    print("Samples")
    for name in SAMPLES:
        print(f"  {name:22} {seoaudit.audit(ROOT / 'samples' / name).score}")
    for group, lines in (("would publish", PUBLISHED), ("would send back first", SENT_BACK)):
        print(f"\nArticles that a reader {group}: as they stand, and after `seoaudit fix`")
        for n in lines:
            row = rows["sections.jsonl"][n]
            before, after = both(markdown(row))
            print(f"  {before:3} {after:3}  {row['title'][:70]}")
    chosen = [row for name in FILES for row in rows[name][::EVERY]]
    pairs = [both(markdown(row)) for row in chosen]
    for title, k in (("as they stand", 0), ("after `seoaudit fix`", 1)):
        print(f"\nOne published article in {EVERY}, {title}")
        print(histogram([p[k] for p in pairs if p[k] is not None]))  # type: ignore[misc]  # None is left out
    print("\nA clean guide of 905 words, with a sentence that names a keyphrase added n times")
    print("  " + ", ".join(f"{n}: {stuffed(n)}" for n in (0, 5, 10, 20, 30, 40, 60, 80, 120)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
