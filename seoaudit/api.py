"""The library calls: an article in, a report or a draft out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seoaudit.article.model import Article
from seoaudit.assessment.layers import in_order, make_settings
from seoaudit.assessment.settings import Settings
from seoaudit.errors import InputError
from seoaudit.french.products import on_one_thread
from seoaudit.preparation import Lang, SourceFormatOption, prepare, prepare_for, read

if TYPE_CHECKING:
    from seoaudit.assessment.context import Context
    from seoaudit.assessment.result import Judgement
    from seoaudit.report.model import Report
    from seoaudit.structure.draft import Draft
    from seoaudit.structure.fix import Fixed


def audit(
    source: str | Path | Article,
    *,
    settings: Settings | Mapping[str, Any] | None = None,
    keyphrase: str | None = None,
    title: str | None = None,
    description: str | None = None,
    slug: str | None = None,
    source_format: SourceFormatOption = "auto",
    lang: Lang = "fr",
) -> Report:
    """Audit an article.

    Args:
        source: the article's content as a string, the path of its file, or an article already read.
        settings: the editor's settings, by name (`seoaudit.assessment.settings.Settings`).
        keyphrase: the phrase the article is to be found by; wins over the settings and the article's own.
        title: title of the page; likewise.
        description: meta description; likewise.
        slug: last segment of the page's address; likewise.
        source_format: how to read a string or file; "auto" goes by the file's ending, else by the content.
        lang: language of the messages.

    Raises:
        InputError: the article cannot be read.
        SettingsError: a setting is unknown or out of range.
        RuleError: a rule file that the settings name is faulty.
        CorpusError: the table that the setting `corpus` names cannot be read.
        ModelError: the French model is missing.
    """
    from seoaudit.report.assemble import assemble

    given = {"keyphrase": keyphrase, "title": title, "description": description, "slug": slug}
    with on_one_thread():
        context, warnings = prepare_for(source, settings, given, source_format, lang)
        judgement, after = _judged(context, lang)
        return assemble(context, judgement, after, lang=lang, warnings=warnings)


def draft(
    source: str | Path | Article,
    *,
    settings: Settings | Mapping[str, Any] | None = None,
    keyphrase: str | None = None,
    title: str | None = None,
    source_format: SourceFormatOption = "auto",
    lang: Lang = "fr",
    table_of_contents: bool = False,
    checklist: bool = True,
) -> Draft:
    """Return the article under subheadings from its own words, with prompts where text is missing.

    Arguments and errors are those of `audit`; the prompts are in `lang`, the article's text is never changed.

    Args:
        source: as for `audit`.
        settings: as for `audit`.
        keyphrase: as for `audit`.
        title: as for `audit`.
        source_format: as for `audit`.
        lang: language of the prompts.
        table_of_contents: whether links to the headings stand before the first of them.
        checklist: whether what remains to be done stands at the end, as a prompt.
    """
    from dataclasses import replace

    from seoaudit.report.checklist import checklist_of
    from seoaudit.structure.draft import make_draft

    article = _without_prompts(read(source, source_format, make_settings(settings).max_chars))
    with on_one_thread():
        context, _ = prepare_for(article, settings, {"keyphrase": keyphrase, "title": title}, source_format, lang)
        now, after = _judged(context, lang)
    items = checklist_of(after or now, context.outline, lang) if checklist else ()
    made = make_draft(context.article, context.outline, lang=lang, checklist=items, table_of_contents=table_of_contents)
    return replace(made, score=now.score, score_after=after.score if after else None)


def fix(
    source: str | Path | Article,
    *,
    settings: Settings | Mapping[str, Any] | None = None,
    source_format: SourceFormatOption = "auto",
) -> Fixed:
    """Return an article's source with its typography corrected: spaces, quotation marks, apostrophes, ligatures.

    Rules that have a better form for something and call that safe are applied too. Only what is certain is corrected;
    markup, code and links stay as they are, and correcting again changes nothing.

    Args:
        source: as for `audit`.
        settings: as for `audit`; `locale`, `house` and `accented_capitals` matter here.
        source_format: as for `audit`.

    Raises:
        InputError: the article cannot be read, or is a Word document.
        SettingsError: a setting is unknown or out of range.
        RuleError: a rule file that the settings name is faulty.
    """
    from dataclasses import replace

    from seoaudit.assessment.rules import load_rules
    from seoaudit.assessment.untouched import left_alone
    from seoaudit.structure.fix import fix_typography_of

    own = make_settings(settings)
    article = read(source, source_format, own.max_chars)
    if article.format == "docx":
        raise InputError(
            f"{article.name or 'Le document'} est un document Word, que « fix » ne corrige pas : "
            "« seoaudit audit » montre ses fautes, à corriger dans Word."
        )
    merged = make_settings(*in_order(article, settings, {}))
    article, substituted = _substituted(article, merged)
    leave = left_alone(article, merged, load_rules(merged.rules))
    fixed = fix_typography_of(article, leave=leave, **merged.typography)
    return replace(fixed, substituted=substituted)


def _substituted(article: Article, settings: Settings) -> tuple[Article, int]:
    """Return an article with the better forms of safe substitutions, and how many; parsed only where there are such."""
    from seoaudit.assessment.kinds.substitution import SubstitutionRule
    from seoaudit.assessment.rules import load_rules
    from seoaudit.assessment.selection import why_off

    rules = [
        r
        for r in load_rules(settings.rules)
        if isinstance(r, SubstitutionRule) and r.safe and not why_off(r.id, settings.select, settings.disable)
    ]
    if not rules:
        return article, 0
    from seoaudit.assessment.corrections import edits_of
    from seoaudit.structure.fix import apply_edits

    return apply_edits(article, edits_of(prepare(article, settings), rules))


def _without_prompts(article: Article) -> Article:
    """Return a draft without its prompts, so that a new draft of it asks anew; any other article as it is."""
    from dataclasses import replace

    from seoaudit.article.model import BlockKind
    from seoaudit.article.read import read_bytes, read_string
    from seoaudit.structure.strip import strip_prompts

    if all(b.kind is not BlockKind.PROMPT for b in article.blocks):
        return article
    stripped = strip_prompts(article)
    if isinstance(stripped, bytes):
        again = read_bytes(stripped, name=article.name, source_format="docx")
    else:
        again = read_string(stripped, name=article.name, source_format=article.format)
    return replace(again, meta=article.meta, encoding=article.encoding)


def _judged(context: Context, lang: Lang) -> tuple[Judgement, Judgement | None]:
    """Return the judgement of an article by the caller's rules and, where its draft adds headings, of the draft."""
    from seoaudit.assessment.enough import scored
    from seoaudit.assessment.judge import judge
    from seoaudit.assessment.restructure import judge_draft
    from seoaudit.assessment.rules import load_rules

    rules = load_rules(context.settings.rules)
    now = judge(context, rules, lang=lang)
    after = judge_draft(context, rules, lang=lang)
    return (
        scored(now, context, lang=lang),
        None if after is None else scored(after, context, lang=lang),
    )
