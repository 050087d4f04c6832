"""The options that commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Lang(StrEnum):
    """Language of the messages."""

    fr = "fr"
    en = "en"


class Format(StrEnum):
    """Form of a list."""

    text = "text"
    json = "json"


class SourceFormat(StrEnum):
    """How to read the article."""

    auto = "auto"
    text = "text"
    markdown = "markdown"
    html = "html"
    docx = "docx"


class DraftFormat(StrEnum):
    """Form of a draft."""

    markdown = "markdown"
    html = "html"
    docx = "docx"


class Method(StrEnum):
    """How key phrases are extracted."""

    seoaudit = "seoaudit"
    yake = "yake"


FileArgument = Annotated[
    str, typer.Argument(metavar="FICHIER", help="Article .txt, .md, .html ou .docx ; « - » lit l’entrée standard.")
]
FormatsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORME[:FICHIER]",
        help="Forme, plusieurs à la fois : text, concise, json, jsonl, sarif, github, gitlab, junit, markdown, html.",
    ),
]
FailUnderOption = Annotated[
    int | None, typer.Option("--fail-under", min=0, max=100, help="Sortie 1 si un score est inférieur.")
]
FailOnOption = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-on",
        metavar="GRAVITÉ|RÈGLE",
        help="Sortie 1 si error, warning, suggestion, une règle ou une famille est signalée.",
    ),
]
MaxFindingsOption = Annotated[
    int | None, typer.Option("--max-findings", min=0, help="Sortie 1 au-delà de tant de constats, en tout.")
]
FilesArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="FICHIERS",
        help="Articles .txt, .md, .html ou .docx, dossiers, motifs (« actus/*.md ») ; « - » lit l’entrée standard.",
    ),
]
JobsOption = Annotated[
    int, typer.Option("--jobs", "-j", min=0, max=256, help="Processus en parallèle ; 0 : autant que de processeurs.")
]
VerboseOption = Annotated[
    bool, typer.Option("--verbose", "-v", help="Dire aussi pourquoi chaque règle sans objet l’est.")
]
IncludeOption = Annotated[
    list[str] | None,
    typer.Option(
        "--include", metavar="MOTIF", help="Dans les dossiers, lire aussi ces fichiers (motifs de .gitignore)."
    ),
]
ExcludeOption = Annotated[
    list[str] | None,
    typer.Option("--exclude", metavar="MOTIF", help="Dans les dossiers, laisser ces fichiers ou dossiers."),
]
BaselineOption = Annotated[
    Path | None, typer.Option("--baseline", metavar="FICHIER", help="Référence : seuls les constats nouveaux comptent.")
]
WriteBaselineOption = Annotated[
    Path | None,
    typer.Option("--write-baseline", metavar="FICHIER", help="Retenir les constats d’aujourd’hui comme référence."),
]
PruneBaselineOption = Annotated[
    bool, typer.Option("--prune-baseline", help="Retirer de la référence les constats résolus.")
]
DiffOption = Annotated[
    str | None,
    typer.Option("--diff", metavar="REVISION", help="Seuls les constats des lignes changées depuis (avec git)."),
]
NoCacheOption = Annotated[bool, typer.Option("--no-cache", help="Tout recalculer, ne rien garder.")]
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
CorpusOption = Annotated[
    str | None, typer.Option("--corpus", metavar="TABLE", help="Table du site, faite par « seoaudit corpus stats ».")
]
RulesOption = Annotated[
    list[str] | None,
    typer.Option("--rules", metavar="DOSSIER", help="Vos règles : dossier, fichier ou paquet ; l’option se répète."),
]
ConfigOption = Annotated[
    Path | None, typer.Option("--config", metavar="FICHIER", help="Fichier de réglages à lire, au lieu du plus proche.")
]
IsolatedOption = Annotated[bool, typer.Option("--isolated", help="Ne lire aucun fichier de réglages.")]
ProfileOption = Annotated[
    str | None, typer.Option("--profile", help="Genre d’article : actualite, guide, fiche-produit ou page-pilier.")
]
SelectOption = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="REGLES", help="Seules règles à appliquer, par exemple TYP,LON001."),
]
IgnoreOption = Annotated[
    list[str] | None, typer.Option("--ignore", metavar="REGLES", help="Règles à taire, par exemple TYP003,MOT.")
]
SetOption = Annotated[
    list[str] | None, typer.Option("--set", metavar="NOM=VALEUR", help="Autre réglage, par exemple long_sentence=35.")
]
