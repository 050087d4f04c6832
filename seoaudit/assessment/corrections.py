"""What rules have to say about the source itself: the corrections of substitutions, as changes of it."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator

from seoaudit.article.model import Article
from seoaudit.assessment.context import Context
from seoaudit.assessment.directives import block_of, read_directives, silence_of
from seoaudit.assessment.kinds.substitution import SubstitutionRule
from seoaudit.assessment.registry import Correction
from seoaudit.assessment.rule_model import Rule
from seoaudit.french.normalise import normalise
from seoaudit.structure.fix import Edit


def written(article: Article, correction: Correction) -> str | None:
    """Return what a correction writes into the source.

    None where markup stands in between, so that the source does not read as the text does there.
    """
    if correction.place is None:
        return None
    marked = article.format in ("html", "markdown")
    shown = article.source[correction.place.start : correction.place.end]
    read = html.unescape(shown) if marked else shown
    if normalise(read).text != normalise(correction.old).text:
        return None
    return html.escape(correction.new, quote=False) if marked else correction.new


def edits_of(context: Context, rules: Iterable[Rule], *, safe_only: bool = True) -> list[Edit]:
    """Return the corrections of some rules as changes of the source, in order; of overlapping ones the first.

    Args:
        context: the article and its analysis.
        rules: the rules; those without corrections or that do not apply have none.
        safe_only: whether only rules that say so of themselves may change the source.
    """
    edits = sorted(
        Edit(c.place.start, c.place.end, text)
        for rule in rules
        if isinstance(rule, SubstitutionRule) and (rule.safe or not safe_only) and not rule.applies_when.unmet(context)
        for c in _corrections(rule, context)
        if c.place and (text := written(context.article, c)) is not None
    )
    apart: list[Edit] = []
    for edit in edits:
        if not apart or edit.start >= apart[-1].end:
            apart.append(edit)
    return apart


def _corrections(rule: Rule, context: Context) -> Iterator[Correction]:
    """Yield the corrections of a rule, those aside in blocks where comments silence it."""
    article = context.article
    silent = silence_of(rule.id, read_directives(article)[0], article).blocks
    for correction in rule.look(context, {}).corrections:
        if correction.place is None or block_of(article, correction.place) not in silent:
            yield correction
