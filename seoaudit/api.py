"""The library calls: an article in, a report or a draft out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from seoaudit.article.model import Article
from seoaudit.assessment.layers import check_rules, in_order, make_settings
from seoaudit.assessment.settings import MAX_CHARS, Settings
from seoaudit.errors import InputError

if TYPE_CHECKING:
    from seoaudit.assessment.context import Context
    from seoaudit.assessment.result import Judgement
    from seoaudit.report.model import Report
    from seoaudit.structure.draft import Draft
    from seoaudit.structure.fix import Fixed

Lang = Literal["fr", "en"]
# Key phrases of the text that a report shows.
KEYPHRASES = 10
# Those that suggestions for a target keyphrase are taken from: few of them are of several words.
CANDIDATES = 40
SourceFormatOption = Literal["auto", "text", "markdown", "html", "docx"]


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
    context, warnings = _prepare(source, settings, given, source_format, lang)
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
    context, _ = _prepare(article, settings, {"keyphrase": keyphrase, "title": title}, source_format, lang)
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


def read(
    source: str | Path | Article, source_format: SourceFormatOption = "auto", max_chars: int = MAX_CHARS
) -> Article:
    """Return the article behind a source.

    Raises:
        InputError: it cannot be read.
    """
    from seoaudit.article.read import read_path, read_string

    if isinstance(source, Article):
        return source
    if isinstance(source, Path):
        return read_path(source, source_format=source_format, max_chars=max_chars)
    return read_string(source, source_format=source_format, max_chars=max_chars)


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


def prepare(
    source: str | Path | Article,
    settings: Settings | Mapping[str, Any] | None = None,
    *,
    source_format: SourceFormatOption = "auto",
    lang: Lang = "fr",
) -> Context:
    """Return what rules judge of an article; arguments and errors are those of `audit`."""
    return _prepare(source, settings, {}, source_format, lang)[0]


def _prepare(
    source: str | Path | Article,
    settings: Settings | Mapping[str, Any] | None,
    given: Mapping[str, str | None],
    source_format: SourceFormatOption,
    lang: Lang,
) -> tuple[Context, list[str]]:
    """Read, analyse and outline an article; return what the measures need, and the warnings."""
    from seoaudit.assessment.rules import load_rules

    own = make_settings(settings)
    article = read(source, source_format, own.max_chars)
    layers = in_order(article, settings, given)
    merged = make_settings(*layers)
    check_rules(layers, [r.id for r in load_rules(merged.rules)])
    _check_keyphrases(merged)
    return _context(article, merged, lang)


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


def _check_keyphrases(settings: Settings) -> None:
    """Refuse a keyphrase or synonym that cannot be looked for, before any work is done."""
    from seoaudit.keyphrases.phrase import prepare_keyphrase

    if settings.keyphrase is not None:
        prepare_keyphrase(settings.keyphrase)
    for synonym in settings.synonyms:
        prepare_keyphrase(synonym, name="Synonyme")


def _context(article: Article, settings: Settings, lang: Lang) -> tuple[Context, list[str]]:
    from seoaudit.assessment.context import Context
    from seoaudit.french.analysis import analyse
    from seoaudit.french.language import guess_language
    from seoaudit.french.normalise import normalise
    from seoaudit.keyphrases import extract, load_corpus
    from seoaudit.structure.outline import Outline, Plan, build_outline
    from seoaudit.structure.site_name import without_site_name

    analysis = analyse(article)
    # Marks and pictograms alone hold no word: every measure would pass for want of anything to judge.
    if not any(c.isalnum() for b in analysis.prose for c in b.block.text):
        raise InputError(
            f"{article.name or 'Le texte'} : aucun paragraphe à lire (des titres, du code ou des tableaux seuls "
            "ne suffisent pas) ; donnez un article."
        )
    body = "\n".join(b.parsed.text for b in analysis.prose)
    guess = guess_language(body)
    main = next((b.text for b in article.headings if b.level == 1), "")
    title = without_site_name(settings.title, f"{main}\n{body}") if settings.title else main
    parses = [b.parsed for b in analysis.prose]
    curly = article.source.count("’") > article.source.count("'")
    # What only the title says is no phrase of the text.
    corpus = load_corpus(settings.corpus) if settings.corpus is not None else None
    found = tuple(k for k in extract(parses, title, top=CANDIDATES, curly=curly, corpus=corpus) if k.count)
    keyphrases = found[:KEYPHRASES]
    # The plan is made from parsed text, which is normalised: so is what it is compared with.
    plan = Plan(
        min_words=settings.min_words,
        sections=settings.sections,
        section_words=settings.section_words,
        long_section=settings.long_section,
        title=normalise(title).text,
        keyphrase=None if settings.keyphrase is None else normalise(settings.keyphrase).text,
    )
    outline = build_outline(analysis, plan, keyphrases) if guess.is_french else Outline((), "not_french")
    page_known = article.whole_page or article.meta.title is not None or bool(article.meta.description)
    context = Context(
        analysis,
        settings,
        keyphrases,
        found,
        outline,
        guess.language,
        guess.is_french,
        title,
        page_known,
        corpus=corpus,
    )
    return context, _warnings(guess.language, guess.is_french, lang)


def _warnings(language: str, is_french: bool, lang: Lang) -> list[str]:
    if is_french:
        return []
    if lang == "en":
        return [f"This text does not look French (language found: {language}): the rules for French were skipped."]
    skipped = "les règles propres au français n’ont pas été appliquées"
    return [f"Ce texte ne semble pas être en français (langue trouvée : {language}) : {skipped}."]
