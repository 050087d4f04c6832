#!/usr/bin/env python3
"""Speed of the rules against stock spaCy's parse of the same texts, both measured in one run; prints ratios.

    python benchmarks/rules.py

Goals: all built-in rules on the samples, with the measures that they ask for, <= 10 % of the parse's time; with those
that a report only shows as well, textstat's among them, <= 12 %; 500 regular expressions of an editor on 1,000 words
<= 150 ms. Nothing of a text is kept from one run to the next but its parse.
"""

from __future__ import annotations

import gc
import re
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from yardstick import seconds, stock_parse

from seoaudit.assessment.context import Context
from seoaudit.assessment.judge import Values, judge
from seoaudit.assessment.measures import all_measures
from seoaudit.assessment.registry import Measure
from seoaudit.assessment.rule_model import Rule
from seoaudit.assessment.rules import load_rules
from seoaudit.cli import COLLECTED_AFTER
from seoaudit.french import parse, typography_protected
from seoaudit.french.analysis import analyse
from seoaudit.preparation import prepare, read
from seoaudit.structure import claim_acronyms

SAMPLES = sorted(
    p for p in (Path(__file__).parent.parent / "samples").iterdir() if p.suffix in {".txt", ".md", ".html"}
)
RUNS = 7
# Measures that are listed, the dearest first.
DEAREST = 15
RULE = """\
- id: ESS{n:03}
  name: essai
  kind: existence
  patterns: ['{pattern}']
  evidence: editorial
  source: {{fr: "Charte.", en: "Style guide."}}
  why: {{fr: "Pour voir.", en: "To see."}}
  message: {{fr: "{{listed}}", en: "{{listed}}"}}
  advice: {{fr: "Corrigez.", en: "Mend it."}}
  examples: {{pass: [{{text: "Rien."}}], fail: [{{text: "Tout."}}]}}
"""
# Shapes that house styles have; {word} is another word in each rule.
SHAPES = (
    r"\b{word}\w*\b",
    r"\b(?:de|du|des)\s+{word}s?\b",
    r"{word}.{{0,20}}\Wpar\b",
    r"\b\w+ {word}\b",
    r"^(?:Le|La) {word}",
)


def forget() -> None:
    """Make the next parse a real one."""
    parse._kept.clear()


def fresh(paths: Sequence[Path]) -> list[Context]:
    """Contexts in which nothing is computed yet, of texts of which nothing but the parse is kept."""
    for kept in (typography_protected._masked, claim_acronyms._initials, claim_acronyms._words, *textstat_kept()):
        kept.cache_clear()
    return [prepare(p) for p in paths]


def textstat_kept() -> list[Any]:
    """What textstat keeps of texts; what it keeps of words it keeps elsewhere."""
    made = re.compile(r"textstat\.backend\.(?:counts|metrics|selections|transformations)\.")
    modules = [module for name, module in sys.modules.items() if made.match(name)]
    return [f for module in modules for f in vars(module).values() if hasattr(f, "cache_clear")]


def builtin() -> None:
    rules, articles = load_rules(), [read(p) for p in SAMPLES]
    fresh(SAMPLES)
    stock = stock_parse(["\n\n".join(b.text for b in a.blocks) for a in articles])
    stock()
    parsing, own_parsing, judging, showing, again, best = [], [], [], [], [], {}
    # The collector leaves aside what is loaded and looks as seldom as under the command line, for both sides.
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECTED_AFTER, 20, 20)
    for _ in range(RUNS):
        parsing.append(seconds(stock))
        forget()
        own_parsing.append(seconds(lambda: [analyse(a) for a in articles]))
        judging.append(seconds(partial(judge_all, fresh(SAMPLES), rules, measures=False)))
        contexts = fresh(SAMPLES)
        showing.append(seconds(partial(judge_all, contexts, rules)))
        values = [computed(c) for c in contexts]
        again.append(seconds(partial(look_at, contexts, values, rules)))
        contexts = fresh(SAMPLES)
        for m in all_measures().values():
            # What several measures share (reading level, typography, connectives) is paid by the first that asks.
            spent = seconds(partial(compute_all, m, contexts))
            best[m.name] = min(spent, best.get(m.name, spent))
    report("rules, on measures computed before", min(again), min(parsing), 0.02)
    report("rules and the measures that they ask for", min(judging), min(parsing), 0.10)
    print(f"  {min(judging) / min(own_parsing):.1%} of the package's own parse, of {min(own_parsing) * 1000:.0f} ms")
    report("rules and all measures of a report", min(showing), min(parsing), 0.12)
    print(f"  measures alone {sum(best.values()) / min(parsing):.1%}, the dearest:")
    for name, spent in sorted(best.items(), key=lambda x: -x[1])[:DEAREST]:
        print(f"    {name:32} {spent / min(parsing):6.2%}")


def judge_all(contexts: Sequence[Context], rules: Sequence[Rule], *, measures: bool = True) -> None:
    for context in contexts:
        judge(context, rules, measures=measures)


def computed(context: Context) -> Values:
    """The values of all measures of an article."""
    values = Values(context)
    for name in all_measures():
        values[name]
    return values


def look_at(contexts: Sequence[Context], values: Sequence[Values], rules: Sequence[Rule]) -> None:
    """Let every rule judge every article, whose measures are at hand."""
    for context, own in zip(contexts, values, strict=True):
        judge(context, rules, values=own)


def compute_all(measure: Measure, contexts: Sequence[Context]) -> None:
    for context in contexts:
        measure.compute(context)


def report(name: str, part: float, parsing: float, goal: float) -> None:
    share = part / parsing
    verdict = "met" if share <= goal else "SHORT"
    print(f"{name:46} {part * 1000:7.1f} ms   {share:6.1%} of the stock parse   goal <= {goal:.0%}   {verdict}")


def look_all(rules: Sequence[Rule], context: Context) -> int:
    """Return how many rules found something."""
    return sum((r.look(context, {}).value or 0) > 0 for r in rules)


def own() -> None:
    all_words = " ".join(p.read_text(encoding="utf-8") for p in SAMPLES if p.suffix in {".txt", ".md"}).split()
    text = " ".join(all_words[:1000])
    words = sorted({w.lower() for w in all_words if w.isalpha() and len(w) > 5})
    patterns = [SHAPES[n % len(SHAPES)].format(word=words[n % len(words)]) for n in range(500)]
    with tempfile.TemporaryDirectory() as folder:
        lines = (RULE.format(n=n, pattern=p) for n, p in enumerate(patterns))
        (Path(folder) / "regles.yaml").write_text("".join(lines), encoding="utf-8")
        loading = seconds(lambda: load_rules((folder,)))
        rules = [r for r in load_rules((folder,)) if r.id.startswith("ESS")]
    prepare(text, source_format="text")
    times, parsing = [], []
    for _ in range(RUNS):
        forget()
        parsing.append(seconds(lambda: analyse(read(text, "text"))))
        times.append(seconds(partial(look_all, rules, prepare(text, source_format="text"))))
    found = look_all(rules, prepare(text, source_format="text"))
    print(f"{len(rules)} patterns on 1,000 words, {found} of them found")
    print(f"  read and checked, once   {loading * 1000:5.0f} ms")
    for name, spent in (("compiled and searched", times[0]), ("searched again", min(times))):
        verdict = "met" if spent <= 0.15 else "SHORT"
        share = spent / min(parsing)
        print(f"  {name:24} {spent * 1000:5.0f} ms, {share:4.0%} of the parse   goal <= 150 ms   {verdict}")


if __name__ == "__main__":
    builtin()
    own()
