"""Puts the article's text together for a report: every finding's places carried from the source into the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from seoaudit.article.model import Article, Block
from seoaudit.assessment.context import Context
from seoaudit.assessment.judge import Lines
from seoaudit.assessment.registry import Place
from seoaudit.assessment.result import Finding
from seoaudit.assessment.rule_model import Rule
from seoaudit.assessment.rules import load_rules
from seoaudit.report.body import Body, Mark, Picture, SentencePlace, TextBlock
from seoaudit.report.rule_texts import rule_text


def assemble_body(context: Context, findings: Sequence[Finding], lang: str) -> Body:
    """Return the article's text with the places of the findings in it, and the rules that only this report knows.

    Args:
        context: what was judged.
        findings: of the report.
        lang: language of the report, "fr" or "en".
    """
    settings = context.settings
    marks = _marks(context.article, findings)
    sentences = _sentences(context)
    keyphrase = {b.index: [(o.start, o.end) for o in found] for b, found in context.occurrences}
    words = {b.index: len(b.words) for b in context.analysis.prose}
    lines = Lines(context.article.source)
    return Body(
        heading=context.title or context.page_title or "",
        title=settings.title,
        description=settings.description,
        slug=settings.slug,
        long_sentence=settings.long_sentence,
        keyphrase_at=_shares(context),
        blocks=[
            TextBlock(
                kind=b.kind.value,
                text=b.text,
                level=b.level,
                group=b.group,
                line=lines.span(Place(b.start, b.start)).line,
                words=words.get(i, 0),
                sentences=sentences.get(i, []),
                keyphrase=keyphrase.get(i, []),
                marks=[m for m, picture in marks.get(i, ()) if picture is None],
                pictures=[
                    Picture(alt=p.alt, target=p.target, marks=[m for m, at in marks.get(i, ()) if at == n])
                    for n, p in enumerate(b.images)
                ],
            )
            for i, b in enumerate(context.article.blocks)
        ],
        own_rules=[rule_text(r, lang) for r in _own_rules(context)],
    )


def _own_rules(context: Context) -> list[Rule]:
    if not context.settings.rules:
        return []
    known = {r.id: r for r in load_rules()}
    return [r for r in load_rules(context.settings.rules) if known.get(r.id) != r]


def _sentences(context: Context) -> dict[int, list[SentencePlace]]:
    """Return the sentences of each block of prose; one of punctuation alone counts no word and is left out."""
    found: dict[int, list[SentencePlace]] = {}
    for block, _, sentence, words in context.sentence_lengths:
        if words:
            start, end = block.parsed.normalised.to_source(sentence.start, sentence.end)
            found.setdefault(block.index, []).append(SentencePlace(start=start, end=end, words=words))
    return found


def _shares(context: Context) -> list[float]:
    """Return where each occurrence of the keyphrase begins, in shares of the words of the prose."""
    found = {b.index: occurrences for b, occurrences in context.occurrences}
    before, at = 0, []
    for block in context.analysis.prose:
        starts = [block.parsed.normalised.origin[w.start] for w in block.words]
        at += [before + max(0, bisect_right(starts, o.start) - 1) for o in found.get(block.index, ())]
        before += len(block.words)
    return sorted(round(word / before, 4) for word in at)


def _marks(article: Article, findings: Sequence[Finding]) -> dict[int, list[tuple[Mark, int | None]]]:
    """Return the marks of each block by its index, each with the number of the image it is about, if any."""
    marks: dict[int, list[tuple[Mark, int | None]]] = {}
    for finding in findings:
        for number, span in enumerate(finding.spans):
            place = Place(span.start, span.end)
            for i in _blocks_at(article, place):
                block = article.blocks[i]
                start, end = _within(block, place)
                mark = Mark(rule=finding.rule, number=number, start=start, end=end)
                picture = next((n for n, p in enumerate(block.images) if p.start <= place.start < p.end), None)
                if picture is not None or end > start:
                    marks.setdefault(i, []).append((mark, picture))
    return marks


def _blocks_at(article: Article, place: Place) -> list[int]:
    """Return the blocks that a place touches; an empty place touches the one it stands in."""
    first = max(0, bisect_right(article.blocks, place.start, key=lambda b: b.start) - 1)
    touched = []
    for i in range(first, len(article.blocks)):
        block = article.blocks[i]
        if block.start > place.start and block.start >= place.end:
            break
        if block.end > place.start:
            touched.append(i)
    return touched


def _within(block: Block, place: Place) -> tuple[int, int]:
    """Return the part of a block's text that a place covers; at least one character where there is any."""
    start = block.source_map.from_source(max(place.start, block.start))
    end = min(max(start, block.source_map.from_source(min(place.end, block.end))), len(block.text))
    if end > start or not block.text or place.start < block.start:
        return min(start, end), end
    start = min(start, len(block.text) - 1)
    return start, start + 1
