"""Whether enough was judged to stand behind a score: a line is no article, and a few points are no verdict."""

from __future__ import annotations

from seoaudit.assessment.context import Context
from seoaudit.assessment.result import Judgement
from seoaudit.assessment.texts import load_reasons

FEWEST_POINTS = 25
"""Points of the rules that apply below which a text in another language gets no score; a French page has over 100."""


def scored(judgement: Judgement, context: Context, *, lang: str = "fr") -> Judgement:
    """Return a judgement without its score, and with the reason, where too little was judged.

    Points, findings and measures stay: what was found is true of any text.

    Args:
        judgement: of the article or of its draft.
        context: what was judged.
        lang: language of the reason, "fr" or "en".
    """
    reason = _why_not(judgement, context)
    if not reason:
        return judgement
    why = load_reasons()[reason].in_language(lang)
    return judgement.model_copy(update={"score": None, "score_unsuppressed": None, "score_reason": why})


def _why_not(judgement: Judgement, context: Context) -> str:
    """Return the key of the reason why there is no score, "" where there is one."""
    total = sum(p.max for p in judgement.points if p.applies)
    if not total:
        return "no_rule_applies"
    if context.is_too_short:
        return "too_short"
    return "not_french_to_score" if not context.is_french and total < FEWEST_POINTS else ""
