"""Every rule is tried on its own examples: it fires on those that fail, is silent on those that pass, and corrects."""

from __future__ import annotations

import re

import pytest

from seoaudit.assessment.measures import all_measures
from seoaudit.assessment.rule_model import Rule
from seoaudit.assessment.rules import load_rules
from seoaudit.assessment.wording import sketch
from seoaudit.french.typography import check_typography
from seoaudit.french.typography_model import TypographyKind
from seoaudit.rule_testing import Example, examples_of, try_example

RULES = load_rules()
EXAMPLES = [pytest.param(e, id=e.id) for e in examples_of(RULES)]


@pytest.mark.parametrize("example", EXAMPLES)
def test_example(example: Example) -> None:
    assert not try_example(example).what


def test_examples_have_names_of_their_own() -> None:
    ids = [str(p.id) for p in EXAMPLES]
    assert len(ids) == len(set(ids)) >= 400
    assert not [i for i in ids if re.search(r"_\d+$", i)]


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_a_rule_stands_on_both_sides(rule: Rule) -> None:
    # Sources, translations and an example of each kind are asked for when rules are read; two of each show a limit.
    assert len(rule.examples.passing) >= 2
    assert len(rule.examples.failing) >= 2
    assert rule.url or rule.evidence not in {"google", "accessibility"}, "who says so, and where?"


# Signs and no-break spaces; a rule on words shows the faulty ones.
SPACING = {k for k in TypographyKind if "space" in k.value}


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_what_an_editor_reads_is_set_as_french_is(rule: Rule) -> None:
    for text in (rule.source, rule.why, rule.message, rule.advice):
        faults = [i for i in check_typography(sketch(text.fr)) if i.kind in SPACING]
        assert not faults, text.fr


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_french_and_english_texts_differ(rule: Rule) -> None:
    for text in (rule.source, rule.why, rule.message, rule.advice):
        assert text.fr != text.en


def test_measures_say_what_they_are() -> None:
    for measure in all_measures().values():
        assert len(measure.documentation) > 10, measure.name
        assert measure.high is None or measure.low is None or measure.low < measure.high
