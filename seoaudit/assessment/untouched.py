"""What corrections leave alone: faults of rules that settings switch off or that comments in the article silence."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from seoaudit.article.model import Article
from seoaudit.assessment.directives import read_directives, silence_of
from seoaudit.assessment.measures.typography import KINDS
from seoaudit.assessment.rule_model import Rule
from seoaudit.assessment.selection import why_off
from seoaudit.assessment.settings import Settings
from seoaudit.french.typography import TypographyKind


def left_alone(article: Article, settings: Settings, rules: Iterable[Rule]) -> Callable[[int, TypographyKind], bool]:
    """Return whether a kind of fault is left alone in the block of an index.

    Args:
        article: whose comments are heeded.
        settings: which rules are judged.
        rules: all rules; those on measures of typography matter.
    """
    everywhere: set[TypographyKind] = set()
    here: set[tuple[int, TypographyKind]] = set()
    directives, _ = read_directives(article)
    for rule in rules:
        kinds = KINDS.get(rule.judges, ())
        if kinds and why_off(rule.id, settings.select, settings.disable):
            everywhere.update(kinds)
        elif kinds and directives:
            here.update((n, k) for n in silence_of(rule.id, directives, article).blocks for k in kinds)
    return lambda block, kind: kind in everywhere or (block, kind) in here
