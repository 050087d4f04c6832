"""Rules as data: their model, and the reading of `rules/*.yaml`.

A rule judges one measure by bands; its texts stand beside it in French and English. A faulty file is answered with its
name, the rule and the entry at fault.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from seoaudit.errors import RuleError

Severity = Literal["error", "warning", "suggestion"]
Evidence = Literal["google", "accessibility", "typography", "readability-research", "editorial"]
# Files of the rules' folder that hold texts, not rules.
TEXT_FILES = frozenset({"raisons.yaml", "mesures.yaml", "motifs.yaml"})
RuleId = Annotated[str, Field(pattern=r"^[A-Z]{3}\d{3}$")]


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(_Data):
    """A text in both languages of the reports."""

    fr: Annotated[str, Field(min_length=1)]
    en: Annotated[str, Field(min_length=1)]

    def in_language(self, lang: str) -> str:
        """Return the text in "fr" or "en"."""
        return self.en if lang == "en" else self.fr


class Band(_Data):
    """What a range of the measure is worth; the first band that holds decides.

    Attributes:
        min: lowest value of the band.
        max: highest value of the band.
        points: points earned, at most the rule's maximum; below 0, a penalty for what spoils the whole page.
        severity: of the finding; None where nothing is said.
    """

    min: float | None = None
    max: float | None = None
    points: float
    severity: Severity | None = None

    def holds(self, value: float) -> bool:
        """Whether the value lies in the band, both ends included."""
        return (self.min is None or value >= self.min) and (self.max is None or value <= self.max)


class Case(_Data):
    """An article that passes or fails the rule: a source, or a number of filler words, and settings."""

    text: str | None = None
    words: Annotated[int, Field(ge=1)] | None = None
    format: Literal["text", "markdown", "html"] = "text"
    settings: dict[str, Any] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _one_source(self) -> Case:
        if (self.text is None) == (self.words is None):
            raise ValueError("a case has either text or words")
        return self


class Examples(_Data):
    """Cases on both sides; a rule without both is refused."""

    passing: Annotated[tuple[Case, ...], Field(min_length=1, alias="pass")]
    failing: Annotated[tuple[Case, ...], Field(min_length=1, alias="fail")]


class Rule(_Data):
    """A rule.

    Attributes:
        id: family (three letters) and number.
        name: short name in French, words joined by hyphens.
        measure: name of the registered measure that it judges.
        applies_when: settings that must be set for it to apply.
        bands: from best to worst; the last one holds for every value.
        evidence: on what kind of ground it stands.
        source: where that is said.
        url: where to read it, "" for none.
        why: why an editor should care.
        message: what is wrong here, with the measure's facts filled in.
        advice: what to do.
        examples: articles that pass, and that fail.
    """

    id: RuleId
    name: Annotated[str, Field(pattern=r"^[a-z0-9àâçéèêëîïôûùœ-]+$")]
    measure: str
    applies_when: tuple[str, ...] = ()
    bands: Annotated[tuple[Band, ...], Field(min_length=2)]
    evidence: Evidence
    source: Text
    url: str = ""
    why: Text
    message: Text
    advice: Text
    examples: Examples

    @property
    def max_points(self) -> float:
        """The most points the rule can earn."""
        return max(b.points for b in self.bands)

    @property
    def family(self) -> str:
        """The three letters of its family."""
        return self.id[:3]

    def band(self, value: float) -> Band:
        """Return the band a value falls in."""
        return next(b for b in self.bands if b.holds(value))

    @model_validator(mode="after")
    def _sound(self) -> Rule:
        last = self.bands[-1]
        if last.min is not None or last.max is not None:
            raise ValueError("the last band must hold for every value (no min, no max)")
        if self.max_points < 0:
            raise ValueError("no band earns 0 points or more")
        if all(b.severity is None for b in self.bands):
            raise ValueError("no band says anything: give one a severity")
        if any(b.severity is None and b.points < self.max_points for b in self.bands):
            raise ValueError("a band that costs points must say why: give it a severity")
        return self


def rules_folder() -> Path:
    """Return the folder of the rules: in the package when installed from a wheel, beside it in a source tree."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_rules"
    return installed if installed.is_dir() else package.parent / "rules"


@cache
def load_rules() -> tuple[Rule, ...]:
    """Return the rules of the package, by id.

    Raises:
        RuleError: a rule file is missing or faulty.
    """
    return read_rules(rules_folder())


@cache
def load_reasons() -> dict[str, Text]:
    """Return the reasons why a measure makes no sense, by their key."""
    raw = _yaml(rules_folder() / "raisons.yaml")
    return {key: Text.model_validate(value) for key, value in raw.items()}


@cache
def load_motives() -> dict[str, Text]:
    """Return the texts that say what makes a sentence long, by their key."""
    raw = _yaml(rules_folder() / "motifs.yaml")
    return {key: Text.model_validate(value) for key, value in raw.items()}


@cache
def load_measure_names() -> dict[str, Text]:
    """Return what the measures are called in reports, by their name."""
    raw = _yaml(rules_folder() / "mesures.yaml")
    return {key: Text.model_validate(value) for key, value in raw.items()}


def read_rules(folder: Path) -> tuple[Rule, ...]:
    """Return the rules of a folder, by id; all of them or none.

    Raises:
        RuleError: no rule there, a file that is not valid, or an id or name used twice.
    """
    rules: dict[str, Rule] = {}
    for path in sorted(folder.glob("*.yaml")):
        if path.name in TEXT_FILES:
            continue
        for raw in _entries(path):
            rule = _rule(path, raw)
            if rule.id in rules:
                raise RuleError(f"{path.name} : l’identifiant {rule.id} est déjà pris ; donnez-en un autre.")
            rules[rule.id] = rule
    if not rules:
        raise RuleError(f"Aucune règle dans le dossier « {folder.name} » : réinstallez seoaudit.")
    return tuple(rules[k] for k in sorted(rules))


def _yaml(path: Path) -> Any:
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise RuleError(f"{path.name} : fichier de règles illisible ({error.strerror}).") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", ligne {mark.line + 1}" if mark else ""
        raise RuleError(f"{path.name}{where} : YAML non valide ({getattr(error, 'problem', 'syntaxe')}).") from None


def _entries(path: Path) -> list[Any]:
    raw = _yaml(path)
    if not isinstance(raw, list):
        raise RuleError(f"{path.name} : un fichier de règles est une liste de règles (« - id: ... »).")
    return raw


def _rule(path: Path, raw: Any) -> Rule:
    """Return one rule, or say where it is at fault."""
    try:
        return Rule.model_validate(raw)
    except ValidationError as error:
        fault = error.errors()[0]
        rule_id = str(raw.get("id", "?")) if isinstance(raw, dict) else "?"
        where = ".".join(str(p) for p in fault["loc"])
        raise RuleError(
            f"{path.name}{_line(path, rule_id)} : règle {rule_id}, « {where or 'règle'} » : {fault['msg']}."
        ) from None


def _line(path: Path, rule_id: str) -> str:
    """Return the line where a rule begins, for a message."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if re.match(rf"-\s+id:\s*{re.escape(rule_id)}\b", line):
            return f", ligne {number}"
    return ""
