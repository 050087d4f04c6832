"""What the rules on the keyphrase give an article, for the editor's keyphrase or for one that could be chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from seoaudit.assessment.context import Context
from seoaudit.assessment.judge import score_by
from seoaudit.assessment.rule_model import Rule


def aiming_at(context: Context, keyphrase: str) -> Context:
    """Return an article as if the editor had chosen a keyphrase, without synonyms."""
    return replace(context, settings=context.settings.model_copy(update={"keyphrase": keyphrase, "synonyms": ()}))


def on_keyphrase(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return the rules that need a keyphrase."""
    return tuple(r for r in rules if "keyphrase" in r.needs)


def placement(context: Context, rules: Sequence[Rule]) -> int | None:
    """Return the score of the article's keyphrase by the rules that need one, 0 to 100; None where none applies.

    They are the rules of the audit, with its settings and the comments that silence some of them, and the score is
    made as that of the audit is: 100 × points earned / points of those that apply.

    Args:
        context: an article whose settings have a keyphrase (see `aiming_at`).
        rules: those of the audit that need a keyphrase (see `on_keyphrase`).
    """
    return score_by(context, rules)
