"""Puts the report together from the judgement, the outline and the key phrases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from seoaudit.assessment.context import FEWEST_FOR_RATE, Context
from seoaudit.assessment.identity import identified
from seoaudit.assessment.judge import Lines
from seoaudit.assessment.placement import aiming_at, on_keyphrase, placement
from seoaudit.assessment.registry import Place
from seoaudit.assessment.result import Judgement, Note, score_of
from seoaudit.assessment.rule_model import Rule
from seoaudit.assessment.rules import load_rules
from seoaudit.assessment.spread import in_first_words, words_before
from seoaudit.french.words import count_words
from seoaudit.keyphrases import Keyphrase, in_slug
from seoaudit.report.assemble_body import assemble_body
from seoaudit.report.labels import label
from seoaudit.report.model import (
    Change,
    FoundKeyphrase,
    Gain,
    KeyphraseUse,
    OutlineEntry,
    OutlineRemark,
    Report,
    Restructured,
    SnippetEntry,
    Target,
)
from seoaudit.report.reasons import cut_reason, outline_reason, remark_text
from seoaudit.structure.outline import Section
from seoaudit.structure.snippet import pixel_width, propose_snippet
from seoaudit.structure.snippet_markup import describe, head_html

Lang = Literal["fr", "en"]
BEST = 3
# Target keyphrases suggested where the editor gave none.
SUGGESTIONS = 5


def assemble(
    context: Context, judgement: Judgement, after: Judgement | None, *, lang: Lang, warnings: Sequence[str]
) -> Report:
    """Return the report of an article.

    Args:
        context: what was judged.
        judgement: points, findings and measures.
        after: those of the draft; None where it adds no heading.
        lang: language of the report, "fr" or "en".
        warnings: what the reader should know first.
    """
    article, settings = context.article, context.settings
    words = context.analysis.word_count
    best = [Gain(rule=f.rule, points=f.points_lost, advice=f.advice) for f in judgement.findings if f.points_lost > 0][
        :BEST
    ]
    return Report(
        source=article.name,
        format=article.format,
        encoding=article.encoding,
        language=context.language,
        warnings=[*warnings, *(_note(n, lang) for n in judgement.notes)],
        lang=lang,
        score=judgement.score,
        score_reason=judgement.score_reason,
        score_after=_after(judgement, {g.rule for g in best}),
        best_changes=best,
        points=judgement.points,
        target=Target(
            words=words, min_words=settings.min_words or None, missing=max(0, (settings.min_words or 0) - words)
        ),
        measures=judgement.measures,
        findings=identified(judgement.findings, context.analysis),
        suppressed=identified(judgement.suppressed, context.analysis),
        score_unsuppressed=judgement.score_unsuppressed,
        keyphrase=_given(context),
        suggestions=_suggested(context),
        keyphrases=[_found(k, context) for k in context.keyphrases],
        outline=_outline(context, lang),
        outline_reason=outline_reason(context.outline.reason, lang),
        restructured=None if after is None else _restructured(context, judgement, after),
        snippet=_snippet(context, lang),
        body=assemble_body(context, judgement.findings, lang),
    )


def _note(note: Note, lang: Lang) -> str:
    """Return what there is to say on a comment to seoaudit; `near` is the nearest rule, or what may be written."""
    said = label(f"note_{note.kind}", lang, line=note.line, said=note.said, known=note.near)
    if note.kind != "unknown_rule":
        return said
    mark = " ; " if lang == "fr" else "; "
    return said + (mark + label("note_near", lang, near=note.near) if note.near else ".")


def _restructured(context: Context, before: Judgement, after: Judgement) -> Restructured:
    """Return what the draft changes and what it leaves to the human."""
    won = {p.rule: p for p in after.points}
    applied = [p for p in after.points if p.applies]
    total = sum(p.max for p in applied)
    changes = [
        Change(rule=p.rule, points=round(100 * (won[p.rule].earned - p.earned) / total, 2))
        for p in before.points
        if p.applies and won[p.rule].applies and won[p.rule].earned != p.earned
    ]
    applied_before = {p.rule for p in before.points if p.applies}
    return Restructured(
        score=after.score,
        earned=sum(p.earned for p in applied),
        total=total,
        headings=sum(1 for s in context.outline.sections if s.heading and not s.existing),
        changes=changes,
        joining=[p for p in applied if p.rule not in applied_before and (p.earned or p.max)],
        remaining=[
            Gain(rule=f.rule, points=f.points_lost, advice=f.message) for f in after.findings if f.points_lost > 0
        ],
    )


def _after(judgement: Judgement, mended: set[str]) -> int | None:
    """Return the score with the named rules at their maximum."""
    if judgement.score is None:
        return None
    return score_of(p.model_copy(update={"earned": p.max}) if p.rule in mended else p for p in judgement.points)


def _given(context: Context) -> KeyphraseUse | None:
    """Return how the editor's keyphrase is used, None when there is none."""
    keyphrase = context.settings.keyphrase
    return _use(context, keyphrase, on_keyphrase(load_rules(context.settings.rules))) if keyphrase else None


def _suggested(context: Context) -> list[KeyphraseUse]:
    """Return how each phrase that could be the article's target is used, where the editor gave none."""
    if context.settings.keyphrase or not context.is_french:
        return []
    phrases: list[str] = []
    for text in (k.text for k in context.candidates if count_words(k.text) > 1):
        # "Cathédrale Notre-Dame de Paris" after "Notre-Dame de Paris" is no other choice.
        if not any(text in other or other in text for other in phrases):
            phrases.append(text)
    rules = on_keyphrase(load_rules(context.settings.rules))
    return [_use(aiming_at(context, p), p, rules) for p in phrases[:SUGGESTIONS]]


def _use(context: Context, keyphrase: str, rules: Sequence[Rule]) -> KeyphraseUse:
    """Return how the keyphrase that an article is aimed at is used in it, and what its rules give that."""
    settings, prose, title, places = context.settings, context.analysis.prose, context.page_title, context.in_text
    by_block = {b.index: occurrences for b, occurrences in context.occurrences}
    found = [o for occurrences in by_block.values() for o in occurrences]
    density = context.keyphrase_density
    rated = density is not None
    spread = context.spread
    in_title = context.in_title
    phrases = (keyphrase, *settings.synonyms)
    return KeyphraseUse(
        text=keyphrase,
        placement=placement(context, rules),
        occurrences=len(found),
        grades=dict(sorted(Counter(o.grade for o in found).items())),
        by_synonym=sum(o.synonym for o in found),
        unaccented=sum(o.unaccented for o in found),
        density=None if density is None else round(density, 2),
        density_min=settings.density_min,
        density_max=settings.density_max,
        in_title=bool(in_title) if title else None,
        title_offset=words_before(title or "", in_title[0].start) if in_title else None,
        in_first_paragraph=prose[0].index in by_block if prose else None,
        in_first_words=in_first_words(prose, by_block) if prose else None,
        in_headings=sum(1 for b in context.subheadings if places(b.text)),
        in_description=bool(places(settings.description)) if settings.description else None,
        in_slug=any(in_slug(p, settings.slug) for p in phrases) if settings.slug else None,
        in_alternatives=sum(1 for i in context.alternatives if places(i.alt)) if context.alternatives else None,
        distribution=list(spread.parts) if rated else [],
        longest_gap=spread.longest,
        longest_gap_line=Lines(context.article.source).span(Place(spread.start, spread.end)).line if rated else None,
    )


def _found(keyphrase: Keyphrase, context: Context) -> FoundKeyphrase:
    title, description = context.page_title, context.settings.description
    return FoundKeyphrase(
        text=keyphrase.text,
        score=round(keyphrase.score, 4),
        count=keyphrase.count,
        density=round(keyphrase.density, 2) if context.analysis.word_count >= FEWEST_FOR_RATE else None,
        in_title=context.holds(keyphrase.text, title) if title else None,
        in_headings=sum(1 for b in context.subheadings if context.holds(keyphrase.text, b.text)),
        in_description=context.holds(keyphrase.text, description) if description else None,
        features={k: round(float(v), 4) for k, v in keyphrase.features.items()},
    )


def _outline(context: Context, lang: Lang) -> list[OutlineEntry]:
    lines = Lines(context.article.source)
    return [_entry(s, lines, lang) for s in context.outline.sections]


def _entry(section: Section, lines: Lines, lang: Lang) -> OutlineEntry:
    return OutlineEntry(
        level=section.level,
        heading=section.heading,
        existing=section.existing,
        start=section.start,
        line=lines.span(Place(section.start, section.start)).line,
        words=section.words,
        missing_words=section.missing_words,
        alternatives=list(section.alternatives),
        keyphrases=list(section.keyphrases),
        confidence=None if section.confidence is None else round(section.confidence, 3),
        reason=cut_reason(section, lang),
        prompts=[p.fr if lang == "fr" else p.en for p in section.prompts],
        remarks=[OutlineRemark(kind=r.kind, text=remark_text(r, lang)) for r in section.remarks],
    )


def _snippet(context: Context, lang: Lang) -> SnippetEntry:
    snippet = propose_snippet(
        [b.parsed for b in context.analysis.prose],
        title=context.settings.title or context.title,
        description=context.settings.description,
        slug=context.settings.slug,
        subject=context.title,
        keyphrase=context.settings.keyphrase,
        keyphrases=[k.text for k in context.keyphrases],
        headings=[s.heading for s in context.outline.sections if s.heading],
    )
    markup = describe(
        context.article,
        title=context.title or snippet.title,
        description=snippet.description,
        keyphrase=context.settings.keyphrase,
        language=context.language,
        locale=context.settings.locale,
        words=context.analysis.word_count,
    )
    return SnippetEntry(
        title=snippet.title,
        title_pixels=snippet.title_px,
        description=snippet.description,
        description_characters=None if snippet.description is None else len(snippet.description),
        slug=snippet.slug,
        alternatives={k: list(v) for k, v in snippet.alternatives.items()},
        alternative_pixels=[pixel_width(t) for t in snippet.alternatives["title"]],
        reasons={k: v.fr if lang == "fr" else v.en for k, v in snippet.reasons.items()},
        open_graph=dict(markup.open_graph),
        json_ld=dict(markup.json_ld),
        markup_missing=list(markup.missing),
        head=head_html(markup, title=snippet.title, description=snippet.description),
    )
