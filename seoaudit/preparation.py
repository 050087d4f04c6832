"""An article on its way to the rules: read, laid under its settings, analysed, divided into sections."""

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

Lang = Literal["fr", "en"]
SourceFormatOption = Literal["auto", "text", "markdown", "html", "docx"]
# Key phrases of the text that a report shows.
KEYPHRASES = 10
# Those that suggestions for a target keyphrase are taken from: few of them are of several words.
CANDIDATES = 40


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


def prepare(
    source: str | Path | Article,
    settings: Settings | Mapping[str, Any] | None = None,
    *,
    source_format: SourceFormatOption = "auto",
    lang: Lang = "fr",
) -> Context:
    """Return what rules judge of an article; arguments and errors are those of `audit`."""
    return prepare_for(source, settings, {}, source_format, lang)[0]


def prepare_for(
    source: str | Path | Article,
    settings: Settings | Mapping[str, Any] | None,
    given: Mapping[str, str | None],
    source_format: SourceFormatOption,
    lang: Lang,
) -> tuple[Context, list[str]]:
    """Return what rules judge of an article, and what the reader of its report should know first.

    Args:
        source: as for `seoaudit.audit`.
        settings: the caller's settings.
        given: keyphrase, title, description and slug that win over the settings and the article's own; None for none.
        source_format: how to read a string or file.
        lang: language of the warnings.

    Raises:
        SeoAuditError: those of `seoaudit.audit`.
    """
    from seoaudit.assessment.rules import load_rules

    own = make_settings(settings)
    article = read(source, source_format, own.max_chars)
    layers = in_order(article, settings, given)
    merged = make_settings(*layers)
    check_rules(layers, [r.id for r in load_rules(merged.rules)])
    _check_keyphrases(merged)
    context = context_of(article, merged)
    return context, _warnings(context.language, context.is_french, lang)


def _check_keyphrases(settings: Settings) -> None:
    """Refuse a keyphrase or synonym that cannot be looked for, before any work is done."""
    from seoaudit.keyphrases.phrase import prepare_keyphrase

    if settings.keyphrase is not None:
        prepare_keyphrase(settings.keyphrase)
    for synonym in settings.synonyms:
        prepare_keyphrase(synonym, name="Synonyme")


def context_of(article: Article, settings: Settings) -> Context:
    """Analyse an article, find its key phrases and its sections; return what rules judge of it.

    Args:
        article: as read.
        settings: all that holds for it, its own included.

    Raises:
        InputError: it has no paragraph to read.
        CorpusError: the table that the setting `corpus` names cannot be read.
        ModelError: the French model is missing.
    """
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
    spare = CANDIDATES - KEYPHRASES
    phrases = extract(parses, title, top=KEYPHRASES, spare=spare, curly=curly, corpus=corpus)
    found = tuple(k for k in phrases if k.count)
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
    return Context(
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


def _warnings(language: str, is_french: bool, lang: Lang) -> list[str]:
    if is_french:
        return []
    if lang == "en":
        return [f"This text does not look French (language found: {language}): the rules for French were skipped."]
    skipped = "les règles propres au français n’ont pas été appliquées"
    return [f"Ce texte ne semble pas être en français (langue trouvée : {language}) : {skipped}."]
