"""Every rule is tried on its own examples: it fires on those that fail, is silent on those that pass, and corrects."""

from __future__ import annotations

import re

import pytest

from seoaudit.assessment.measures import all_measures
from seoaudit.assessment.rule_model import Rule
from seoaudit.assessment.rules import load_rules
from seoaudit.rule_testing import Example, examples_of, try_example

RULES = load_rules()
EXAMPLES = [pytest.param(e, id=e.id) for e in examples_of(RULES)]


@pytest.mark.parametrize("example", EXAMPLES)
def test_example(example: Example) -> None:
    assert not try_example(example).what


def test_examples_have_names_of_their_own() -> None:
    ids = [str(p.id) for p in EXAMPLES]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_french_and_english_texts_differ(rule: Rule) -> None:
    for text in (rule.source, rule.why, rule.message, rule.advice):
        assert text.fr != text.en


def test_measures_say_what_they_are() -> None:
    for measure in all_measures().values():
        assert len(measure.documentation) > 10, measure.name
        assert measure.high is None or measure.low is None or measure.low < measure.high


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_the_spaces_of_french_texts_are_no_break_ones_where_they_have_to_be(rule: Rule) -> None:
    for text in (rule.source, rule.why, rule.message, rule.advice):
        assert not re.search("« | [:;?!»]", text.fr), text.fr
