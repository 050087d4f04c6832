#!/usr/bin/env python3
"""Time of segmentation and headings beside the parse of the same text, in one run, from 1,000 to 20,000 words.

    python benchmarks/structure_speed.py [runs]

Goals: together <= 30 % of the stock pipeline's parse (`yardstick.py`) at 1,000 words; time grows with an exponent of at
most 1.1 up to 20,000 words. The share of the package's own, faster parse is printed beside it. Nothing that an earlier
run kept is used: the forms of headings, too, are made anew each time.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from yardstick import seconds, stock_parse

from seoaudit.french import parse
from seoaudit.french.parse import Parsed, parse_paragraphs
from seoaudit.structure.cohesion import content_words
from seoaudit.structure.heading_forms import forms
from seoaudit.structure.headings import propose
from seoaudit.structure.segmentation import segment

SAMPLES = Path(__file__).parent.parent / "samples"
SIZES = (1_000, 5_000, 20_000)
T = TypeVar("T")


def paragraphs(words: int) -> list[str]:
    """Return different paragraphs of so many words, made of those of the samples."""
    body = [
        p
        for name in ("texte-brut.txt", "guide-long.md", "guide-composteur.md", "optus.txt")
        for p in (SAMPLES / name).read_text(encoding="utf-8").split("\n")
        if len(p) > 200
    ]
    out: list[str] = []
    while sum(len(p.split()) for p in out) < words:
        n = len(out)
        out.append(f"{body[n % len(body)]} La note {n} du dossier {n * 7 % 1000} en dit plus.")
    return out


def least(work: Callable[[T], object], given: Callable[[], T], runs: int) -> float:
    """Return the least processor time of some work on what is prepared anew each time."""
    return min(seconds(partial(work, given())) for _ in range(runs))


def parse_anew(texts: Sequence[str]) -> list[Parsed]:
    parse._kept.clear()
    forms.cache_clear()
    content_words.cache_clear()
    return parse_paragraphs(texts)


def sections(parses: Sequence[Parsed]) -> list[list[Parsed]]:
    starts = segment(parses).starts
    return [list(parses[a:b]) for a, b in zip(starts, [*starts[1:], len(parses)], strict=True)]


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    parse_anew(paragraphs(300))
    propose(sections(parse_paragraphs(paragraphs(300))))
    shares, spent = [], []
    for size in SIZES:
        texts = paragraphs(size)
        stock = least(lambda t: stock_parse(t)(), lambda texts=texts: texts, runs)
        own = least(parse_anew, lambda texts=texts: texts, runs)
        cut = least(sections, lambda texts=texts: parse_anew(texts), runs)
        named = least(propose, lambda texts=texts: sections(parse_anew(texts)), runs)
        shares.append((cut + named) / stock)
        spent.append(cut + named)
        print(
            f"{size:6,} words   stock parse {stock:6.3f} s   segmentation {cut:6.3f} s ({cut / stock:5.1%})   "
            f"headings {named:6.3f} s ({named / stock:5.1%})   together {shares[-1]:5.1%}   "
            f"of the package's own parse {(cut + named) / own:5.1%}"
        )
    slope = math.log(spent[-1] / spent[0]) / math.log(SIZES[-1] / SIZES[0])
    print(f"together at 1,000 words {shares[0]:.1%}   goal <= 30%   {'met' if shares[0] <= 0.3 else 'SHORT'}")
    print(f"exponent from 1,000 to 20,000 words {slope:.2f}   goal <= 1.10   {'met' if slope <= 1.1 else 'SHORT'}")


if __name__ == "__main__":
    main()
