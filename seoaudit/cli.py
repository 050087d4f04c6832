"""The command line: options in, one call of the library, one renderer out."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from seoaudit.errors import SeoAuditError

EXIT_BELOW, EXIT_BAD = 1, 2


class Lang(StrEnum):
    """Language of the messages."""

    fr = "fr"
    en = "en"


class Format(StrEnum):
    """Form of a report."""

    terminal = "terminal"
    json = "json"


class SourceFormat(StrEnum):
    """How to read the article."""

    auto = "auto"
    text = "text"
    markdown = "markdown"
    html = "html"


class DraftFormat(StrEnum):
    """Form of a draft."""

    markdown = "markdown"
    html = "html"


class Method(StrEnum):
    """How key phrases are extracted."""

    seoaudit = "seoaudit"
    yake = "yake"


app = typer.Typer(
    name="seoaudit",
    help="Audite et structure un article français : score expliqué, sections, intertitres, brouillon, hors ligne.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

FileArgument = Annotated[
    str, typer.Argument(metavar="FICHIER", help="Article .txt, .md ou .html ; « - » lit l’entrée standard.")
]
KeyphraseOption = Annotated[str | None, typer.Option("--keyphrase", "-k", help="Mot-clé visé.")]
MinWordsOption = Annotated[int | None, typer.Option("--min-words", help="Nombre de mots visé, au moins.")]
TitleOption = Annotated[str | None, typer.Option("--title", help="Titre de la page.")]
DescriptionOption = Annotated[str | None, typer.Option("--description", help="Méta-description de la page.")]
SlugOption = Annotated[str | None, typer.Option("--slug", help="Dernier segment de l’adresse de la page.")]
SectionsOption = Annotated[int | None, typer.Option("--sections", help="Nombre de sections voulu.")]
SectionWordsOption = Annotated[
    str | None, typer.Option("--section-words", help="Longueur voulue d’une section, par exemple 150..300.")
]
LangOption = Annotated[Lang, typer.Option("--lang", help="Langue des messages.")]
SourceOption = Annotated[SourceFormat, typer.Option("--source-format", help="Format de l’article.")]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", help="Fichier à écrire ; sinon la sortie standard.")
]
ForceOption = Annotated[bool, typer.Option("--force", help="Remplacer le fichier de sortie s’il existe.")]
SetOption = Annotated[
    list[str] | None, typer.Option("--set", metavar="NOM=VALEUR", help="Autre réglage, par exemple long_sentence=35.")
]


@app.command()
def audit(
    file: FileArgument,
    keyphrase: KeyphraseOption = None,
    min_words: MinWordsOption = None,
    title: TitleOption = None,
    description: DescriptionOption = None,
    slug: SlugOption = None,
    sections: SectionsOption = None,
    section_words: SectionWordsOption = None,
    setting: SetOption = None,
    report_format: Annotated[Format, typer.Option("--format", "-f", help="Forme du rapport.")] = Format.terminal,
    fail_under: Annotated[
        int | None, typer.Option("--fail-under", min=0, max=100, help="Sortie 1 si le score est inférieur.")
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Sortie 0 même sous --fail-under.")] = False,
    source_format: SourceOption = SourceFormat.auto,
    lang: LangOption = Lang.fr,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Auditer un article : score, défauts localisés, plan et extrait proposés."""
    import seoaudit

    settings = _settings(setting, min_words=min_words, sections=sections, section_words=section_words)
    article = _read(file, source_format, settings)
    report = seoaudit.audit(
        article,
        settings=settings,
        keyphrase=keyphrase,
        title=title,
        description=description,
        slug=slug,
        lang=lang.value,
    )
    _emit(_rendered(report, report_format, to_file=output is not None), output, file, force)
    below = fail_under is not None and (report.score is None or report.score < fail_under)
    if below:
        score = "aucun score" if report.score is None else f"score {report.score}"
        typer.echo(f"{article.name or file} : {score}, inférieur à {fail_under}.", err=True)
    if below and not exit_zero:
        raise typer.Exit(EXIT_BELOW)


@app.command()
def draft(
    file: FileArgument,
    keyphrase: KeyphraseOption = None,
    min_words: MinWordsOption = None,
    title: TitleOption = None,
    sections: SectionsOption = None,
    section_words: SectionWordsOption = None,
    setting: SetOption = None,
    draft_format: Annotated[
        DraftFormat | None, typer.Option("--format", "-f", help="Forme du brouillon ; sinon celle de l’article.")
    ] = None,
    strip: Annotated[
        bool, typer.Option("--strip", help="Retirer les invites [À développer…] d’un brouillon, rien d’autre.")
    ] = False,
    source_format: SourceOption = SourceFormat.auto,
    lang: LangOption = Lang.fr,
    output: OutputOption = None,
    force: ForceOption = False,
) -> None:
    """Restructurer un article : les mêmes phrases sous des intertitres, et ce qui reste à écrire."""
    import seoaudit

    settings = _settings(setting, min_words=min_words, sections=sections, section_words=section_words)
    article = _read(file, source_format, settings)
    if strip:
        from seoaudit.structure.strip import strip_prompts

        _emit(strip_prompts(article), output, file, force)
        return
    made = seoaudit.draft(article, settings=settings, keyphrase=keyphrase, title=title, lang=lang.value)
    wanted = draft_format or _format_of(output)
    text = {"markdown": made.to_markdown, "html": made.to_html}.get(wanted or "", made.to_source_format)()
    _emit(text, output, file, force)


@app.command()
def outline(
    file: FileArgument,
    keyphrase: KeyphraseOption = None,
    min_words: MinWordsOption = None,
    title: TitleOption = None,
    sections: SectionsOption = None,
    section_words: SectionWordsOption = None,
    setting: SetOption = None,
    report_format: Annotated[Format, typer.Option("--format", "-f", help="Forme du plan.")] = Format.terminal,
    source_format: SourceOption = SourceFormat.auto,
    lang: LangOption = Lang.fr,
) -> None:
    """Montrer le plan de l’article : sections, intertitres proposés, et pourquoi."""
    import seoaudit
    from seoaudit.report.terminal import render_outline
    from seoaudit.report.to_json import to_json

    settings = _settings(setting, min_words=min_words, sections=sections, section_words=section_words)
    report = seoaudit.audit(
        _read(file, source_format, settings), settings=settings, keyphrase=keyphrase, title=title, lang=lang.value
    )
    if report_format is Format.json:
        _emit(to_json([e.model_dump(mode="json") for e in report.outline]))
    else:
        _emit(render_outline(report, colour=_colour(), width=_width()))


@app.command()
def keyphrases(
    file: FileArgument,
    method: Annotated[
        Method, typer.Option("--method", help="« yake » montre YAKE seul, élisions séparées.")
    ] = Method.seoaudit,
    top: Annotated[int, typer.Option("--top", min=1, max=100, help="Combien en montrer.")] = 10,
    explain: Annotated[bool, typer.Option("--explain", help="Montrer les valeurs derrière chaque score.")] = False,
    report_format: Annotated[Format, typer.Option("--format", "-f", help="Forme de la liste.")] = Format.terminal,
    source_format: SourceOption = SourceFormat.auto,
    lang: LangOption = Lang.fr,
) -> None:
    """Extraire les expressions clés de l’article."""
    from seoaudit.keyphrases import extract_keyphrases, plain_yake
    from seoaudit.report.terminal import render_keyphrases
    from seoaudit.report.to_json import keyphrases_to_json

    article = _read(file, source_format, {})
    text = "\n".join(b.text for b in article.prose)
    title = article.meta.title or next((b.text for b in article.headings if b.level == 1), "")
    found = plain_yake(text, top=top) if method is Method.yake else extract_keyphrases(text, title=title, top=top)
    if report_format is Format.json:
        _emit(keyphrases_to_json(found))
    else:
        _emit(render_keyphrases(found, explain=explain, lang=lang.value, colour=_colour(), width=_width()))


@app.command()
def rules(
    measures: Annotated[bool, typer.Option("--measures", help="Montrer plutôt les mesures.")] = False,
    report_format: Annotated[Format, typer.Option("--format", "-f", help="Forme de la liste.")] = Format.terminal,
    lang: LangOption = Lang.fr,
) -> None:
    """Lister les règles, ou les mesures qu’elles jugent."""
    from seoaudit.report.catalogue import render_measures, render_rules, rules_to_json

    if measures:
        _emit(render_measures(colour=_colour(), width=_width()))
    elif report_format is Format.json:
        _emit(rules_to_json())
    else:
        _emit(render_rules(lang=lang.value, colour=_colour(), width=_width()))


@app.command()
def explain(
    rule: Annotated[str, typer.Argument(metavar="REGLE", help="Identifiant, par exemple LON001.")],
    lang: LangOption = Lang.fr,
) -> None:
    """Expliquer une règle : quoi, pourquoi, barème, exemples, source."""
    from seoaudit.report.catalogue import render_rule

    _emit(render_rule(rule, lang=lang.value, colour=_colour(), width=_width()))


@app.command()
def schema() -> None:
    """Écrire le schéma JSON du rapport."""
    from seoaudit.report.model import json_schema
    from seoaudit.report.to_json import to_json

    _emit(to_json(json_schema()))


@app.command()
def doctor(lang: LangOption = Lang.fr) -> None:
    """Vérifier l’installation : versions, modèle, chargement rapide, locale ; dit quoi faire."""
    from seoaudit.doctor import check
    from seoaudit.report.doctor import render_checks

    checks = check()
    _emit(render_checks(checks, lang=lang.value, colour=_colour(), width=_width()))
    if any(not c.ok for c in checks):
        raise typer.Exit(EXIT_BELOW)


def _settings(extra: list[str] | None, **given: Any) -> dict[str, Any]:
    """Return the settings given as options; --set adds any other by name."""
    from seoaudit.assessment.options import parse_range, parse_settings

    settings = {k: v for k, v in given.items() if v is not None}
    if "section_words" in settings:
        settings["section_words"] = parse_range(settings["section_words"], "--section-words")
    return {**parse_settings(extra or []), **settings}


def _read(file: str, source_format: SourceFormat, settings: dict[str, Any]) -> Any:
    """Read the article behind the argument: a file, or standard input for "-"."""
    from seoaudit.article.read import read_bytes, read_path
    from seoaudit.assessment.settings import make_settings

    limit = make_settings(settings).max_chars
    if file == "-":
        return read_bytes(sys.stdin.buffer.read(), name="-", source_format=source_format.value, max_chars=limit)
    return read_path(Path(file), source_format=source_format.value, max_chars=limit, name=file)


def _rendered(report: Any, form: Format, *, to_file: bool) -> str:
    if form is Format.json:
        return str(report.to_json())
    from seoaudit.report.terminal import render_report

    return render_report(report, colour=_colour() and not to_file, width=_width())


def _format_of(output: Path | None) -> str | None:
    """Return the draft's form by the ending of its file, None where that says nothing."""
    endings = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}
    return endings.get(output.suffix.lower()) if output else None


def _emit(text: str, output: Path | None = None, file: str = "-", force: bool = False) -> None:
    """Write a result to its file, or to standard output as UTF-8 whatever the locale."""
    if output is not None:
        from seoaudit.output import write_text

        write_text(output, text, source=None if file == "-" else Path(file), force=force)
        typer.echo(f"Écrit : {output}", err=True)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def _colour() -> bool:
    """Whether to colour: only on a terminal, never when NO_COLOR is set."""
    import os

    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def _width() -> int:
    import shutil

    return min(shutil.get_terminal_size((100, 40)).columns, 120) if sys.stdout.isatty() else 100


def main() -> None:
    """Run the command line; every refusal is one sentence on stderr and exit status 2."""
    try:
        code = app(standalone_mode=False)
    except SeoAuditError as error:
        _refuse(str(error))
    except BrokenPipeError:
        # The reader of a pipe (head, less) has gone: nothing is wrong.
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        # typer brings its own copy of click, whose classes no public name leads to.
        kinds = {c.__name__ for c in type(error).__mro__}
        if "Abort" in kinds:
            sys.exit(130)
        if "ClickException" not in kinds:
            raise
        if "NoArgsIsHelpError" in kinds:
            sys.stderr.write(f"{error.ctx.get_help()}\n")  # type: ignore[attr-defined] # click's, without a public name
            sys.exit(EXIT_BAD)
        from seoaudit.assessment.options import usage_sentence

        _refuse(usage_sentence(error))
    sys.exit(code if isinstance(code, int) else 0)


def _refuse(sentence: str) -> None:
    sys.stderr.write(f"seoaudit : {sentence}\n")
    sys.exit(EXIT_BAD)
