"""What all rules have in common: their texts, bands, conditions and examples.

How a rule comes to its number is its kind's matter (`seoaudit.assessment.kinds`); what the number is worth is said by
bands, whatever the kind.
"""

from __future__ import annotations

import difflib
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, field_validator, model_validator

from seoaudit.assessment.registry import Value
from seoaudit.assessment.settings import Settings
from seoaudit.assessment.texts import Data, Text
from seoaudit.assessment.wording import named_facts
from seoaudit.keyphrases.corpus.norms import Norm
from seoaudit.keyphrases.corpus.table import NamedArticle

if TYPE_CHECKING:
    from seoaudit.assessment.context import Context

Severity = Literal["error", "warning", "suggestion"]
Evidence = Literal["google", "accessibility", "typography", "readability-research", "editorial"]
RuleId = Annotated[str, Field(pattern=r"^[A-Z]{3,8}\d{3}$")]
Points = Annotated[float, Field(ge=0, le=1000)]
# A fault of meaning: the keys that lead to it, and a sentence.
Fault = tuple[tuple[str | int, ...], str]


class Band(Data):
    """What a range of the value is worth; the first band that holds decides.

    Attributes:
        min: lowest value of the band.
        max: highest value of the band.
        points: points earned, at most the rule's maximum.
        penalty: points taken away instead, for what spoils the whole page.
        severity: of the finding; None where nothing is said.
    """

    min: float | None = None
    max: float | None = None
    points: Points = 0
    penalty: Points = 0
    severity: Severity | None = None

    @property
    def earned(self) -> float:
        """The points earned; below 0 for a penalty."""
        return -self.penalty if self.penalty else self.points

    def holds(self, value: float) -> bool:
        """Whether the value lies in the band, both ends included."""
        return (self.min is None or value >= self.min) and (self.max is None or value <= self.max)

    @model_validator(mode="after")
    def _sound(self) -> Band:
        if self.penalty and self.points:
            raise ValueError("un palier donne des points ou une pénalité, pas les deux")
        if "points" not in self.model_fields_set and not self.penalty:
            raise ValueError("il manque les points du palier")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError(f"le palier commence à {self.min:g} et finit plus bas, à {self.max:g}")
        return self


class Case(Data):
    """An article that passes or fails the rule.

    Attributes:
        name: what the case shows, in small letters joined by underscores.
        text: its source, or
        words: its number of words, where only that matters.
        format: how it is read.
        settings: the editor's settings.
        norms: what is usual on the site, by the measure's name.
        site: other articles of the site that name a keyphrase.
    """

    name: Annotated[str, Field(pattern=r"^[a-z0-9_]*$")] = ""
    text: str | None = None
    words: Annotated[int, Field(ge=1, le=20_000)] | None = None
    format: Literal["text", "markdown", "html"] = "text"
    settings: dict[str, Any] = Field(default_factory=dict)
    norms: dict[str, Norm] = Field(default_factory=dict)
    site: tuple[NamedArticle, ...] = ()

    @model_validator(mode="after")
    def _one_source(self) -> Case:
        if (self.text is None) == (self.words is None):
            raise ValueError("un exemple a soit « text », soit « words »")
        return self


class FailCase(Case):
    """An article with a fault; `found` is what stands at the places blamed, where the example is to hold that too."""

    found: tuple[str, ...] = ()


class FixCase(Case):
    """An article with a fault, and its source as the rule's correction leaves it."""

    fixed: str


class Examples(Data):
    """Cases on both sides; a rule without both is refused."""

    passing: Annotated[tuple[Case, ...], Field(min_length=1, alias="pass")]
    failing: Annotated[tuple[FailCase, ...], Field(min_length=1, alias="fail")]
    fixing: Annotated[tuple[FixCase, ...], Field(alias="fix")] = ()


class Conditions(Data):
    """When a rule applies; all that is given must hold. A list of settings is short for `settings`.

    Attributes:
        settings: settings that must be set, or those with the values that they may have.
        formats: forms the article may have.
        whole_page: whether it must be a whole page (an HTML page with its head), or must not.
        min_words: words of prose that it must have.
    """

    settings: dict[str, tuple[Any, ...]] = Field(default_factory=dict)
    formats: tuple[Literal["text", "markdown", "html", "docx"], ...] = ()
    whole_page: bool | None = None
    min_words: Annotated[int, Field(ge=1)] | None = None

    @model_validator(mode="before")
    @classmethod
    def _list_of_settings(cls, given: Any) -> Any:
        return {"settings": given} if isinstance(given, list) else given

    @field_validator("settings", mode="before")
    @classmethod
    def _any_value(cls, given: Any) -> Any:
        if isinstance(given, list):
            return {str(name): () for name in given}
        if isinstance(given, Mapping):
            return {k: tuple(v) if isinstance(v, (list, tuple)) else (v,) for k, v in given.items()}
        return given

    def unmet(self, context: Context) -> tuple[str, dict[str, Any]] | None:
        """Return the key of the reason why they do not hold, with its facts; None where they hold."""
        for name, allowed in self.settings.items():
            value = getattr(context.settings, name, None)
            if not value:
                return f"no_{name}", {"setting": name}
            if allowed and value not in allowed:
                return "other_setting", {"setting": name, "setting_value": str(value)}
        if self.formats and context.article.format not in self.formats:
            return "other_format", {"format": context.article.format}
        if self.whole_page is not None and context.article.whole_page is not self.whole_page:
            return ("no_whole_page" if self.whole_page else "whole_page"), {}
        if self.min_words and context.analysis.word_count < self.min_words:
            return "too_few_words", {"least": self.min_words}
        return None


class Rule(Data, ABC):
    """A rule of any kind.

    Attributes:
        id: family (letters) and number (three digits).
        name: short name in French, words joined by hyphens.
        kind: how it comes to its value.
        applies_when: what must hold for it to apply.
        bands: from best to worst; the last one holds for every value.
        evidence: on what kind of ground it stands.
        source: where that is said.
        url: where to read it, "" for none.
        why: why an editor should care.
        message: what is wrong here, with the facts filled in.
        advice: what to do.
        examples: articles that pass, and that fail.
    """

    id: RuleId
    name: Annotated[str, Field(pattern=r"^[a-z0-9àâçéèêëîïôûùœ-]+$")]
    kind: str
    applies_when: Conditions = Conditions()
    bands: Annotated[tuple[Band, ...], Field(min_length=2)]
    evidence: Evidence
    source: Text
    url: str = ""
    why: Text
    message: Text
    advice: Text
    examples: Examples

    @cached_property
    def max_points(self) -> float:
        """The most points the rule can earn."""
        return max(b.earned for b in self.bands)

    @property
    def family(self) -> str:
        """The letters of its family."""
        return self.id[:-3]

    @property
    def judges(self) -> str:
        """The name of the measure it judges; "" where the kind itself finds the value."""
        return ""

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """The settings without which it does not apply, whatever the article."""
        own = (name for name, allowed in self.applies_when.settings.items() if not allowed)
        return tuple(dict.fromkeys((*own, *self.kind_needs)))

    @property
    def settings(self) -> tuple[str, ...]:
        """All settings that change what it finds, or that its texts name; those that it needs come first."""
        texts = (t for text in (self.message, self.advice) for t in (text.fr, text.en))
        named = (n for t in texts for n in named_facts(t) if n in Settings.model_fields)
        return tuple(dict.fromkeys((*self.needs, *self.applies_when.settings, *self.kind_reads, *named)))

    @property
    def kind_needs(self) -> tuple[str, ...]:
        """The settings without which its kind finds no value."""
        return ()

    @property
    def kind_reads(self) -> tuple[str, ...]:
        """Further settings that the value depends on."""
        return ()

    def band(self, value: float) -> Band:
        """Return the band a value falls in."""
        return next(b for b in self.bands if b.holds(value))

    @abstractmethod
    def look(self, context: Context, values: Mapping[str, Value]) -> Value:
        """Return the value to judge, with its places and facts.

        Args:
            context: the article, its analysis and the editor's settings.
            values: every measure's value, by name.
        """

    def facts(self) -> frozenset[str]:
        """Return the names of the kind's own facts, which its texts may use."""
        return frozenset()

    def faults(self) -> Iterator[Fault]:
        """Yield what the shape of the data cannot tell: unknown settings, and facts that nothing gives."""
        for name in self.applies_when.settings:
            if name not in Settings.model_fields:
                yield ("applies_when",), f"réglage inconnu « {name} »{nearest(name, Settings.model_fields)}"
        known = self.facts() | {"value", "places"} | Settings.model_fields.keys()
        for field, text in (("message", self.message), ("advice", self.advice)):
            for lang in ("fr", "en"):
                yield from (((field, lang), what) for what in _text_faults(text.in_language(lang), known))

    @model_validator(mode="after")
    def _sound(self) -> Rule:
        last = self.bands[-1]
        if last.min is not None or last.max is not None:
            raise ValueError("le dernier palier vaut pour toute valeur : ni min, ni max")
        if self.max_points < 0:
            raise ValueError("aucun palier ne donne de points : il en faut un à 0 ou plus")
        if all(b.severity is None for b in self.bands):
            raise ValueError("aucun palier ne dit rien : donnez à l’un d’eux une gravité (severity)")
        if any(b.severity is None and b.earned < self.max_points for b in self.bands):
            raise ValueError("un palier qui coûte des points dit pourquoi : donnez-lui une gravité (severity)")
        return self


def nearest(name: str, known: Iterable[str], *, list_all: bool = True) -> str:
    """Return a hint at the known name nearest to a wrong one, or else at all of them; it begins with " ;"."""
    near = difflib.get_close_matches(str(name), list(known), n=1, cutoff=0.6)
    if near:
        return f" ; vouliez-vous dire « {near[0]} » ?"
    return f" ; connus : {', '.join(sorted(known))}" if list_all else ""


def _text_faults(text: str, known: Iterable[str]) -> Iterator[str]:
    """Yield what is wrong with the facts that a text names."""
    try:
        names = named_facts(text)
    except ValueError:
        yield f"accolades mal fermées dans « {text[:60]} » ; une accolade à montrer se double, {{{{ ou }}}}"
        return
    for name in names:
        if name not in known:
            yield f"« {{{name}}} » n’est pas une valeur connue ici{nearest(name, known)}"
