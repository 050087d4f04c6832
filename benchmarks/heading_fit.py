#!/usr/bin/env python3
"""How often a published heading is doubted, and how often a heading put over another section is.

    python benchmarks/heading_fit.py sections.jsonl

One JSON object a line: paragraphs, and headings with level, text and first_paragraph. Swapped: two headings of an
article, drawn at random, change places; moved: all headings move on by a number of sections drawn at random.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from seoaudit.structure.heading_fit import misplaced


def articles(path: Path) -> Iterator[tuple[list[str], list[list[str]]]]:
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        heads = [h for h in row["headings"] if h["level"] == 2]
        if len(heads) < 2:
            continue
        starts = [h["first_paragraph"] for h in heads]
        bounds = list(zip(starts, [*starts[1:], len(row["paragraphs"])], strict=True))
        under = [
            [h["text"] for h in row["headings"] if h["level"] == 3 and a <= h["first_paragraph"] < b] for a, b in bounds
        ]
        sections = [[*row["paragraphs"][a:b], *u] for (a, b), u in zip(bounds, under, strict=True)]
        yield [h["text"] for h in heads], sections


def main() -> None:
    draw = random.Random(5)  # noqa: S311 # no secret is made
    total = doubted = swapped = found = moved = caught = 0
    shown = []
    for heads, sections in articles(Path(sys.argv[1])):
        total += len(heads)
        own = misplaced(heads, sections)
        doubted += len(own)
        shown += [f"{heads[i]} -> {heads[j]}" for i, j in own.items()]
        i, j = draw.sample(range(len(heads)), 2)
        other = list(heads)
        other[i], other[j] = other[j], other[i]
        swapped += 2
        found += len({i, j} & misplaced(other, sections).keys())
        k = draw.randrange(1, len(heads))
        moved += len(heads)
        caught += len(misplaced(heads[k:] + heads[:k], sections))
    rates = (
        ("published headings doubted", doubted, total),
        ("swapped ones found", found, swapped),
        ("moved ones found", caught, moved),
    )
    for name, n, of in rates:
        print(f"{name:28} {n:4} of {of:,} ({n / of:.2%})")
    print("\n".join(shown))


if __name__ == "__main__":
    main()
