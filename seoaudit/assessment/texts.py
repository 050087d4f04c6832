"""Texts in both languages of the reports that belong to no single rule, from files of the rules' folder."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from seoaudit.assessment.yaml_places import read_yaml

# Files of the rules' folder that hold texts, not rules.
TEXT_FILES = frozenset({"raisons.yaml", "mesures.yaml", "motifs.yaml"})


class Data(BaseModel):
    """Data of a rule file: no key that is not known, and nothing changes once read."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(Data):
    """A text in both languages of the reports."""

    fr: Annotated[str, Field(min_length=1)]
    en: Annotated[str, Field(min_length=1)]

    def in_language(self, lang: str) -> str:
        """Return the text in "fr" or "en"."""
        return self.en if lang == "en" else self.fr


def rules_folder() -> Path:
    """Return the folder of the rules: in the package when installed from a wheel, beside it in a source tree."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_rules"
    return installed if installed.is_dir() else package.parent / "rules"


@cache
def load_reasons() -> dict[str, Text]:
    """Return the reasons why a measure makes no sense or a rule does not apply, by their key."""
    return _texts("raisons.yaml")


@cache
def load_motives() -> dict[str, Text]:
    """Return the texts that say what makes a sentence long, by their key."""
    return _texts("motifs.yaml")


@cache
def load_measure_names() -> dict[str, Text]:
    """Return what the measures are called in reports, by their name."""
    return _texts("mesures.yaml")


def _texts(file: str) -> dict[str, Text]:
    located = read_yaml(rules_folder() / file)
    texts: dict[str, Text] = {}
    for key, value in located.data.items():
        try:
            texts[key] = Text.model_validate(value)
        except ValidationError:
            raise located.error((key,), f"« {key} » n’a pas ses deux textes, fr et en.") from None
    return texts
