"""The article judged again under the headings that its draft puts in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from seoaudit.assessment.context import Context
from seoaudit.assessment.judge import judge
from seoaudit.assessment.result import Judgement
from seoaudit.assessment.rule_model import Rule
from seoaudit.french.analysis import analyse
from seoaudit.structure.draft import make_draft


def judge_draft(context: Context, rules: Sequence[Rule], *, lang: str = "fr") -> Judgement | None:
    """Return the judgement of an article's draft, read again; None where the draft adds no heading.

    The sentences are those of the article: their parse is at hand, and so is what the judgement of the article found in
    them where that came first. Measures that no rule asks for are left out.

    Args:
        context: the article as it is.
        rules: the rules to judge by.
        lang: language of messages, "fr" or "en".
    """
    if not any(s.heading and not s.existing for s in context.outline.sections):
        return None
    article = make_draft(context.article, context.outline).to_article()
    return judge(replace(context, analysis=analyse(article)), rules, lang=lang, measures=False)
