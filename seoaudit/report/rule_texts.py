"""Rules in words, for the reports that explain them in place."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from seoaudit.assessment.rule_model import Rule
from seoaudit.assessment.rules import load_rules
from seoaudit.report.body import RuleSection, RuleText
from seoaudit.report.rule_words import sections_of


def rule_text(rule: Rule, lang: str) -> RuleText:
    """Return a rule in words, its examples aside: `seoaudit explain` shows them."""
    return RuleText(
        id=rule.id,
        name=rule.name,
        why=rule.why.in_language(lang),
        sections=[
            RuleSection(head=s.head, note=s.note, lines=list(s.lines)) for s in sections_of(rule, lang) if s.lines
        ],
    )


def rule_texts(ids: Collection[str], lang: str, own: Iterable[RuleText] = ()) -> list[RuleText]:
    """Return the named rules in words, by id; a name that no rule has gives none.

    Args:
        ids: of the rules.
        lang: "fr" or "en".
        own: the editor's own rules, which win over built-in ones.
    """
    known = {r.id: r for r in own}
    texts = {r.id: known.get(r.id) or rule_text(r, lang) for r in load_rules() if r.id in ids}
    texts.update({i: r for i, r in known.items() if i in ids})
    return [texts[i] for i in sorted(texts)]
