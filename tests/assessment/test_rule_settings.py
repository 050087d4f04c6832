"""The settings that a rule names are those that it reads: nobody has to guess which one it waits for."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from seoaudit.assessment.context import Context
from seoaudit.assessment.judge import judge_by
from seoaudit.assessment.measures import all_measures
from seoaudit.assessment.rule_model import Rule
from seoaudit.assessment.rules import load_rules
from seoaudit.assessment.setting_rules import named, rules_on
from seoaudit.assessment.settings import Settings
from seoaudit.report.rule_words import sections_of
from seoaudit.rule_testing import context_of, examples_of

RULES = load_rules()
# What says whether a rule is judged at all is asked of every rule.
OF_ALL = {"select", "disable"}


class Recorded(Context):
    """A context that keeps which settings are asked for; its title and the site's table come from settings too."""

    asked: set[str]

    def __getattribute__(self, name: str) -> Any:
        if name in {"title", "corpus"}:
            object.__getattribute__(self, "__dict__")["asked"].add(name)
        return super().__getattribute__(name)


class Asked:
    """Settings that keep which of them are asked for."""

    def __init__(self, settings: Settings, asked: set[str]) -> None:
        self._settings, self._asked = settings, asked

    def __getattr__(self, name: str) -> Any:
        if name in Settings.model_fields:
            self._asked.add(name)
        return getattr(self._settings, name)


def asked_by(rule: Rule) -> set[str]:
    """Return the settings that a rule asks for on its own examples."""
    asked: set[str] = set()
    for example in examples_of([rule]):
        context = context_of(example)
        own = {f.name: getattr(context, f.name) for f in fields(Context) if f.init}
        recorded = object.__new__(Recorded)
        recorded.__dict__.update(own, asked=asked, settings=Asked(context.settings, asked))
        judge_by(recorded, rule)
    return asked - OF_ALL


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_a_rule_names_each_setting_that_it_reads(rule: Rule) -> None:
    asked = asked_by(rule)
    assert asked <= set(rule.settings)
    # Typography asks for its three conventions at once, and only some of its rules depend on each.
    assert set(rule.settings) <= asked | {"locale", "house", "accented_capitals"} | named_in_texts(rule)


def named_in_texts(rule: Rule) -> set[str]:
    return {n for n in Settings.model_fields if f"{{{n}}}" in f"{rule.message}{rule.advice}"}


@pytest.mark.parametrize("rule", [r for r in RULES if r.needs], ids=lambda r: r.id)
def test_a_rule_does_not_apply_without_what_it_needs(rule: Rule) -> None:
    context = context_of(next(examples_of([rule])))
    for name in rule.needs:
        bare = {f.name: getattr(context, f.name) for f in fields(Context) if f.init}
        if name == "corpus":
            bare["corpus"] = None
        else:
            bare["settings"] = context.settings.model_copy(update={name: None})
        points, finding = judge_by(Context(**bare), rule)
        assert not points.applies
        assert points.reason
        assert finding is None


def test_every_setting_of_a_measure_is_one() -> None:
    for measure in all_measures().values():
        assert set(measure.needs) | set(measure.reads) <= set(Settings.model_fields), measure.name
        assert not set(measure.needs) & set(measure.reads)


def test_the_page_of_a_rule_names_the_table_it_waits_for() -> None:
    rule = next(r for r in RULES if r.id == "MOT021")
    lines = next(s.lines for s in sections_of(rule, "fr") if s.head == "Réglages")
    assert "ne vaut que si «\u00a0corpus\u00a0» est donné" in lines
    assert any(line.startswith("corpus — ") for line in lines)


@pytest.mark.parametrize(
    ("setting", "needing", "reading"),
    [
        ("corpus", ("MOT021",), ()),
        ("min_words", ("LON001",), ("INT001",)),
        ("accented_capitals", (), ("TYP008",)),
        ("max_chars", (), ()),
    ],
)
def test_a_setting_knows_its_rules(setting: str, needing: tuple[str, ...], reading: tuple[str, ...]) -> None:
    assert rules_on(setting, RULES) == (needing, reading)


def test_many_rules_are_named_by_their_families() -> None:
    assert named(("LIE001", "LIE002")) == "LIE001, LIE002"
    assert named((*(f"LIE00{n}" for n in range(3)), *(f"MOT00{n}" for n in range(4)))) == "LIE (3), MOT (4)"
