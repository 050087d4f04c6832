"""The editor's settings, validated once; nothing else in the package reads options."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Annotated, Any, TypedDict

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from seoaudit.article.model import composed
from seoaudit.errors import SettingsError
from seoaudit.french.typography_model import House, Locale

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

    An article's own front matter or sidecar may set any of them; what the caller sets wins over it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    keyphrase: Text | None = Field(None, description="Mot-clé visé")
    synonyms: tuple[Text, ...] = Field((), description="Synonymes du mot-clé, comptés comme lui")
    title: Text | None = Field(None, description="Titre de la page (balise title)")
    description: Text | None = Field(None, description="Méta-description")
    slug: Text | None = Field(None, description="Dernier segment de l’adresse")
    min_words: Annotated[int, Field(ge=1, le=100_000)] | None = Field(None, description="Nombre de mots visé, au moins")
    sections: Annotated[int, Field(ge=1, le=200)] | None = Field(None, description="Nombre de sections voulu")
    section_words: tuple[Annotated[int, Field(ge=10)], Annotated[int, Field(ge=10)]] | None = Field(
        None, description="Longueur voulue d’une section, en mots : minimum, maximum"
    )
    density_max: Annotated[float, Field(gt=0, le=100)] = Field(
        3.0, description="Densité du mot-clé au-delà de laquelle la répétition est signalée, en %"
    )
    density_min: Annotated[float, Field(ge=0, le=100)] | None = Field(
        None, description="Densité du mot-clé que vous souhaitez au moins, en % : un repère, jamais une pénalité"
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
        description="Espaces insécables admises : toutes, U+00A0 partout, ou U+202F devant ; ! ? et dans les nombres",
    )
    accented_capitals: bool = Field(False, description="Signaler les capitales sans accent (« Etat »)")
    corpus: str | None = Field(None, description="Table de corpus du site, faite par « seoaudit corpus stats »")
    disable: tuple[str, ...] = Field((), description="Règles à taire : identifiants ou familles (TYP003, TYP)")
    rules: tuple[Annotated[str, Field(min_length=1)], ...] = Field(
        (), description="Vos règles : dossiers (« ./mes-regles ») ou paquets, dans l’ordre"
    )
    max_chars: Annotated[int, Field(ge=1)] = Field(MAX_CHARS, description="Longueur acceptée, en caractères")

    @property
    def typography(self) -> TypographyOptions:
        """The conventions of typography, as `check_typography` takes them."""
        return {"locale": self.locale, "house": self.house, "accented_capitals": self.accented_capitals}


def make_settings(*layers: Settings | Mapping[str, Any] | None) -> Settings:
    """Return the settings made of several layers, later ones winning; a None value never hides an earlier one.

    Args:
        layers: settings or mappings of their names, weakest first.

    Raises:
        SettingsError: an unknown name (with the nearest known one), a value of the wrong type or out of range.
    """
    merged: dict[str, Any] = {}
    for layer in layers:
        if layer is None:
            continue
        given = layer.model_dump(exclude_unset=True) if isinstance(layer, Settings) else dict(layer)
        merged.update({k: v for k, v in given.items() if v is not None})
    try:
        settings = Settings.model_validate(merged)
    except ValidationError as error:
        raise SettingsError(_sentence(error)) from None
    if settings.density_min is not None and settings.density_min > settings.density_max:
        raise SettingsError(
            f"Réglage « density_min » ({settings.density_min:g}) : "
            f"il dépasse « density_max » ({settings.density_max:g})."
        )
    return settings


def _sentence(error: ValidationError) -> str:
    """Say the first fault of a validation in one sentence."""
    fault = error.errors()[0]
    name = ".".join(str(p) for p in fault["loc"][:1])
    if fault["type"] == "extra_forbidden":
        near = difflib.get_close_matches(name, Settings.model_fields, n=1, cutoff=0.5)
        hint = (
            f" ; vouliez-vous dire « {near[0]} » ?"
            if near
            else f" ; réglages connus : {', '.join(Settings.model_fields)}."
        )
        return f"Réglage inconnu « {name} »{hint}"
    what = Settings.model_fields[name].description if name in Settings.model_fields else ""
    value = fault.get("input")
    shown = f"« {value} »" if isinstance(value, str | int | float) else "cette valeur"
    return f"Réglage « {name} » ({what}) : {shown} ne convient pas, {_expected(fault)}."


def _expected(fault: Any) -> str:
    """Say what a value had to be."""
    context = fault.get("ctx") or {}
    kind = fault["type"]
    bounds = {
        "greater_than_equal": ("au moins", "ge"),
        "less_than_equal": ("au plus", "le"),
        "greater_than": ("plus de", "gt"),
    }
    if kind in bounds:
        words, key = bounds[kind]
        return f"il faut {words} {context.get(key)}"
    if kind.startswith("int"):
        return "il faut un nombre entier"
    if kind.startswith("float"):
        return "il faut un nombre"
    if kind == "literal_error":
        return f"il faut {context.get('expected')}".replace(" or ", " ou ")
    if kind.startswith("string"):
        return "il faut un texte"
    return "il faut une valeur d’une autre forme"
