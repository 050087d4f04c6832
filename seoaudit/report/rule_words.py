"""A rule in words, section by section: what the terminal and the pages of the documentation show alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from seoaudit.assessment.kinds.balance import BalanceRule, Side
from seoaudit.assessment.kinds.pattern_rule import PatternRule, ScopedRule, Search
from seoaudit.assessment.kinds.repetition import RepetitionRule
from seoaudit.assessment.kinds.substitution import SubstitutionRule
from seoaudit.assessment.measures import all_measures
from seoaudit.assessment.rule_model import Band, Case, Conditions, FixCase, Rule
from seoaudit.assessment.settings import Settings
from seoaudit.assessment.texts import load_measure_names
from seoaudit.assessment.wording import UNKNOWN, show, sketch
from seoaudit.report.labels import label

# Words and patterns of a rule that are listed.
SHOWN = 12
# Characters of an example that are shown.
LONGEST = 200


class Section(NamedTuple):
    """A part of what there is to say: its head, a note beside it, and its lines; examples are told apart by a word."""

    head: str
    note: str
    lines: tuple[str, ...]
    examples: tuple[tuple[str, str], ...] = ()


def measure_name(name: str, lang: str) -> str:
    """Return what a measure is called in a report."""
    names = load_measure_names()
    return names[name].in_language(lang) if name in names else name


def evidence_of(rule: Rule, lang: str) -> str:
    """Return on what kind of ground a rule stands."""
    return label(f"evidence_{rule.evidence}", lang)


def sections_of(rule: Rule, lang: str) -> list[Section]:
    """Return all there is to say about a rule, in "fr" or "en"."""
    examples = rule.examples
    sides = (("passes", examples.passing), ("fails", examples.failing), ("fixed", examples.fixing))
    shown = tuple((label(f"example_{w}", lang), _case(c, lang)) for w, cases in sides for c in cases)
    # An advice that is one of the facts says nothing before it is known.
    message, advice = (sketch(t.in_language(lang)) for t in (rule.message, rule.advice))
    said = (message, *([f"→ {advice}"] if advice != UNKNOWN else []))
    source = (rule.source.in_language(lang), *([rule.url] if rule.url else []))
    return [
        Section(label("rule_said", lang), "", said),
        Section(label("rule_looked", lang), "", tuple(_looked(rule, lang))),
        Section(label("rule_bands", lang), "", tuple(_band(b, rule, lang) for b in rule.bands)),
        Section(label("rule_examples", lang), "", (), shown),
        Section(label("rule_settings", lang), "", tuple(_settings(rule, lang))),
        Section(label("rule_evidence", lang), evidence_of(rule, lang), source),
    ]


def _looked(rule: Rule, lang: str) -> Iterator[str]:
    """Say what the rule judges: a measure, or what its kind looks for and where."""
    if rule.judges:
        yield f"{measure_name(rule.judges, lang)} ({rule.judges})"
    if rule.kind != "threshold":
        yield label(f"kind_{rule.kind}", lang)
    if isinstance(rule, ScopedRule):
        yield label(f"scope_{rule.scope}", lang)
    if isinstance(rule, PatternRule):
        yield from _searched(rule, lang)
    if isinstance(rule, RepetitionRule):
        yield label("at_most", lang, n=rule.at_most)
    if isinstance(rule, SubstitutionRule):
        pairs = [f"{s} → {swap.by.replace('|', ' / ')}" for swap in rule.swaps for s in (*swap.words, *swap.patterns)]
        yield _list(pairs)
    if isinstance(rule, BalanceRule):
        for word, side in (("part", rule.part), ("whole", rule.whole)):
            yield f"{label(f'balance_{word}', lang)} {_side(side, lang)}"


def _searched(search: Search, lang: str) -> Iterator[str]:
    for word, given in (("words", search.words), ("patterns", search.patterns), ("except", search.except_)):
        if given:
            yield f"{label(f'search_{word}', lang)} {_list(given)}"


def _side(side: Side, lang: str) -> str:
    if side.measure:
        return f"{measure_name(side.measure, lang)} ({side.measure})"
    searched = " ; ".join(_searched(side, lang))
    return f"{searched} ; {label(f'scope_{side.scope}', lang)}" if searched else label(f"scope_{side.scope}", lang)


def _list(texts: Sequence[str]) -> str:
    return ", ".join(texts[:SHOWN]) + (f", … ({len(texts)})" if len(texts) > SHOWN else "")


def _settings(rule: Rule, lang: str) -> Iterator[str]:
    """Say on what conditions the rule applies, which settings change it, and how it is switched off."""
    for name in rule.needs:
        yield label("when_set", lang, setting=name)
    yield from _conditions(rule.applies_when, lang)
    for name in rule.settings:
        field = Settings.model_fields[name]
        default = label("no_default", lang) if field.default in (None, ()) else show(field.default, lang)
        about = f" — {field.description}" if lang == "fr" else ""
        yield f"{name}{about} ({label('default', lang)} {default})"
    yield label("rule_off", lang, id=rule.id)


def _conditions(when: Conditions, lang: str) -> Iterator[str]:
    for name, allowed in when.settings.items():
        if allowed:
            yield label("when_setting", lang, setting=name, values=", ".join(map(str, allowed)))
    if when.formats:
        yield label("when_format", lang, formats=", ".join(when.formats))
    if when.whole_page is not None:
        yield label("when_page" if when.whole_page else "when_no_page", lang)
    if when.min_words:
        yield label("when_words", lang, n=when.min_words)


def _band(band: Band, rule: Rule, lang: str) -> str:
    """Say what a band is worth."""
    unit = label(f"unit_{all_measures()[rule.judges].unit}", lang) if rule.kind == "threshold" else ""
    unit = " %" if rule.kind == "balance" and lang == "fr" else "%" if rule.kind == "balance" else unit and f" {unit}"
    ends = [show(x, lang) for x in (band.min, band.max) if x is not None]
    if band.min is not None and band.max is not None:
        when = f"de {ends[0]} à {ends[1]}{unit}" if lang == "fr" else f"{ends[0]} to {ends[1]}{unit}"
    elif band.max is not None:
        when = f"jusqu’à {ends[0]}{unit}" if lang == "fr" else f"up to {ends[0]}{unit}"
    elif band.min is not None:
        when = f"à partir de {ends[0]}{unit}" if lang == "fr" else f"from {ends[0]}{unit}"
    else:
        when = "sinon" if lang == "fr" else "otherwise"
    amount = f"{show(abs(band.earned), lang)} {label('point', lang).split('|')[abs(band.earned) >= 2]}"
    points = label("penalty", lang, amount=amount) if band.penalty else amount
    said = f", {label(band.severity, lang)}" if band.severity else ""
    return f"{when} : {points}{said}" if lang == "fr" else f"{when}: {points}{said}"


# What the examples write for text of which only the length matters, and for a sentence that comes again.
_FILLER = re.compile(r"\{filler (\d+)\}")
_REPEAT = re.compile(r"\{repeat (\d+) ([^}]*)\}")


def _case(case: Case, lang: str) -> str:
    given = [f"{k}: {v}" for k, v in case.settings.items()]
    given += [f"{label('site_article', lang, name=a.name)} {a.keyphrase}" for a in case.site]
    settings = ", ".join(given)
    words = "mots" if lang == "fr" else "words"
    times = "fois" if lang == "fr" else "times"
    text = f"{case.words} {words}" if case.words else " ".join((case.text or "").split("\n")).strip()
    text = _FILLER.sub(rf"[… \1 {words}]", _REPEAT.sub(rf"[\1 {times} : \2]", text))
    shown = f"{text[:LONGEST]}{'…' if len(text) > LONGEST else ''}" + (f"  [{settings}]" if settings else "")
    return f"{shown} → {case.fixed}" if isinstance(case, FixCase) else shown
