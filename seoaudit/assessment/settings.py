"""The editor's settings, validated once; nothing else in the package reads options."""

from __future__ import annotations

from typing import Annotated, Any, TypedDict

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo, field_validator
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from seoaudit.article.model import composed
from seoaudit.french.typography_model import House, Locale

# Marks a setting that names files: no article sets it, and a settings file names them from its own folder.
FILES: JsonDict = {"files": True}
# Marks a setting on which files of a folder are read: no article sets it, nor an override, which is for some articles.
WALK: JsonDict = {"walk": True}
# Whole articles of the web stay far below; a book does not belong in one audit.
MAX_CHARS = 2_000_000


# A title or keyphrase from the caller, in the one spelling that those of an article are read in.
Text = Annotated[str, AfterValidator(composed)]


class TypographyOptions(TypedDict):
    """The conventions of typography that settings name."""

    locale: Locale
    house: House
    accented_capitals: bool


class Settings(BaseModel):
    """What the editor asks for. Every value has a default; none of them is a rule of Google's.

    `seoaudit.assessment.layers` says which place wins where several set the same. A field that names files says so
    with `json_schema_extra=FILES`, one on the files of a folder with `json_schema_extra=WALK`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    profile: str | None = Field(None, description="Profil dont les valeurs remplacent celles par défaut")
    keyphrase: Text | None = Field(None, description="Mot-clé visé")
    synonyms: tuple[Text, ...] = Field((), description="Synonymes du mot-clé, comptés comme lui")
    title: Text | None = Field(None, description="Titre de la page (balise title)")
    description: Text | None = Field(None, description="Méta-description")
    slug: Text | None = Field(None, description="Dernier segment de l’adresse")
    min_words: Annotated[int, Field(ge=0, le=100_000)] | None = Field(
        None, description="Nombre de mots visé, au moins ; 0 : aucun"
    )
    sections: Annotated[int, Field(ge=0, le=200)] | None = Field(
        None, description="Nombre de sections voulu ; 0 : laissé au texte"
    )
    section_words: tuple[Annotated[int, Field(ge=10)], Annotated[int, Field(ge=10)]] | None = Field(
        None, description="Longueur voulue d’une section, en mots : minimum, maximum"
    )
    density_max: Annotated[float, Field(gt=0, le=100)] = Field(
        3.0, description="Densité du mot-clé au-delà de laquelle la répétition est signalée, en %"
    )
    density_min: Annotated[float, Field(ge=0, le=100)] | None = Field(
        None, description="Densité du mot-clé que vous souhaitez au moins, en % : un repère, jamais une pénalité"
    )
    long_sentence: Annotated[int, Field(ge=10, le=200)] = Field(
        30, description="Une phrase est longue au-delà, en mots"
    )
    long_paragraph: Annotated[int, Field(ge=30, le=2000)] = Field(
        150, description="Un paragraphe est long au-delà, en mots"
    )
    long_section: Annotated[int, Field(ge=50, le=5000)] = Field(
        300, description="Une section sans sous-titre est longue au-delà, en mots"
    )
    locale: Locale = Field("fr-FR", description="Usages typographiques")
    house: House = Field(
        "any",
        description="Espaces insécables admises : toutes, U+00A0 partout, ou U+202F devant ; ! ? et dans les nombres",
    )
    accented_capitals: bool = Field(False, description="Signaler les capitales sans accent (« Etat »)")
    select: tuple[str, ...] | None = Field(
        None, description="Seules règles à appliquer : identifiants ou familles (TYP003, TYP)"
    )
    corpus: str | None = Field(
        None, json_schema_extra=FILES, description="Table de corpus du site, faite par « seoaudit corpus stats »"
    )
    disable: tuple[str, ...] = Field((), description="Règles à taire : identifiants ou familles (TYP003, TYP)")
    rules: tuple[Annotated[str, Field(min_length=1)], ...] = Field(
        (), json_schema_extra=FILES, description="Vos règles : dossiers (« ./mes-regles ») ou paquets, dans l’ordre"
    )
    include: tuple[str, ...] = Field(
        (),
        json_schema_extra=WALK,
        description="Dans les dossiers, fichiers à lire aussi, par motifs à la manière de .gitignore",
    )
    exclude: tuple[str, ...] = Field(
        (),
        json_schema_extra=WALK,
        description="Dans les dossiers, fichiers et dossiers à laisser, par motifs à la manière de .gitignore",
    )
    max_chars: Annotated[int, Field(ge=1)] = Field(MAX_CHARS, description="Longueur acceptée, en caractères")

    @property
    def typography(self) -> TypographyOptions:
        """The conventions of typography, as `check_typography` takes them."""
        return {"locale": self.locale, "house": self.house, "accented_capitals": self.accented_capitals}

    @field_validator("*", mode="before")
    @classmethod
    def _no_switch_for_a_number(cls, value: Any, info: ValidationInfo) -> Any:
        """Refuse `min_words = true`, which Python takes for 1."""
        if isinstance(value, bool) and info.field_name != "accented_capitals":
            raise PydanticCustomError("switch", "a switch is no value here")
        return value

    @field_validator("section_words")
    @classmethod
    def _in_order(cls, value: tuple[int, int] | None) -> tuple[int, int] | None:
        if value is not None and value[0] > value[1]:
            raise PydanticCustomError("range_order", "minimum above maximum")
        return value

    @field_validator("include", "exclude")
    @classmethod
    def _are_patterns(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        from pathspec import GitIgnoreSpec

        try:
            GitIgnoreSpec.from_lines(value)
        except ValueError:
            raise PydanticCustomError("pattern", "no pattern") from None
        return value

    @field_validator("select", "disable")
    @classmethod
    def _in_capitals(cls, value: tuple[str, ...] | None) -> tuple[str, ...] | None:
        return value and tuple(dict.fromkeys(v.strip().upper() for v in value))


class FileSettings(Settings):
    """Settings read from a file: those that an article gives itself win over them, which they do over no others."""


def names_files(setting: str) -> bool:
    """Whether the values of a setting are paths."""
    return _has(setting, "files")


def of_a_walk(setting: str) -> bool:
    """Whether a setting says which files of a folder are read, not how an article is judged."""
    return _has(setting, "walk")


def _has(setting: str, mark: str) -> bool:
    field = Settings.model_fields.get(setting)
    return bool(field and isinstance(field.json_schema_extra, dict) and field.json_schema_extra.get(mark))
