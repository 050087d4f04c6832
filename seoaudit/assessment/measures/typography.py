"""Faults of typography by family; each counts its places."""

from __future__ import annotations

from types import MappingProxyType

from seoaudit.assessment.context import Context, TypographyPlace
from seoaudit.assessment.registry import Place, Value, measure
from seoaudit.french.typography import TypographyKind as Kind

# The faults that each measure counts; what a rule on one of them is silent about, no correction touches.
KINDS = MappingProxyType(
    {
        "typography_nbsp": (
            *(Kind.MARK_SPACE_ABSENT, Kind.GUILLEMET_SPACE_ABSENT, Kind.MARK_SPACE_PLAIN),
            *(Kind.GUILLEMET_SPACE_PLAIN, Kind.MARK_SPACE_EXTRA, Kind.NBSP_OTHER),
        ),
        "typography_numbers": (Kind.UNIT_SPACE_ABSENT, Kind.UNIT_SPACE_PLAIN, Kind.NUMBER_SPACE_PLAIN),
        "typography_spaces": (
            *(Kind.SPACE_BEFORE_POINT, Kind.SPACE_AFTER_ABSENT, Kind.DOUBLE_SPACE, Kind.DOUBLED_POINT),
        ),
        "typography_quotes": (Kind.STRAIGHT_QUOTES, Kind.ENGLISH_QUOTES),
        "typography_unbalanced": (Kind.QUOTE_UNCLOSED, Kind.QUOTE_UNOPENED),
        "typography_apostrophes": (Kind.APOSTROPHE_MIXED, Kind.APOSTROPHE_WRONG),
        "typography_ellipsis": (Kind.ELLIPSIS, Kind.ETC_ELLIPSIS),
        "typography_words": (Kind.ORDINAL, Kind.COURTESY_TITLE, Kind.LIGATURE, Kind.CAPITAL_ACCENT),
        "typography_debris": (Kind.FRAGMENT, Kind.DOUBLED_WORD, Kind.ENTITY, Kind.MOJIBAKE),
    }
)


def _found(context: Context, name: str) -> tuple[TypographyPlace, ...]:
    return tuple(f for f in context.typography if f.issue.kind in KINDS[name])


def _value(context: Context, name: str) -> Value:
    """Count the faults of a measure, with the texts at fault and what to do about the first."""
    found = _found(context, name)
    texts = list(dict.fromkeys(context.article.source[f.start : f.end].strip() for f in found))
    listed = ", ".join(f"« {t} »" for t in texts[:5])
    note = found[0].issue.note if found else ""
    return Value(len(found), tuple(Place(f.start, f.end) for f in found), {"listed": listed, "first_note": note})


@measure(
    "typography_nbsp", french_only=True, facts=("absent", "plain", "state_en", "state_fr"), reads=("locale", "house")
)
def nbsp(context: Context) -> Value:
    """Missing no-break spaces before ; : ! ? and inside guillemets: none at all, or a plain one."""
    absent = {Kind.MARK_SPACE_ABSENT, Kind.GUILLEMET_SPACE_ABSENT}
    found = _found(context, "typography_nbsp")
    bare = sum(f.issue.kind in absent for f in found)
    places = tuple(Place(f.start, f.end) for f in found)
    plain = len(found) - bare
    return Value(len(found), places, {"absent": bare, "plain": plain, **_states(bare, plain)})


def _states(absent: int, plain: int) -> dict[str, str]:
    """Say in both languages what stands in the place of the no-break spaces; one that does not occur is left out."""
    if not (absent and plain):
        french, english = ("aucune espace", "no space") if absent else ("une espace ordinaire", "a plain space")
        return {"state_fr": f"à leur place, {french}", "state_en": f"{english} instead"}
    return {
        "state_fr": f"{absent} sans aucune espace, {plain} avec une espace ordinaire",
        "state_en": f"{absent} without any space, {plain} with a plain one",
    }


@measure("typography_numbers", french_only=True, facts=("first_note", "listed"), reads=("locale", "house"))
def numbers(context: Context) -> Value:
    """Missing no-break spaces between groups of three digits, and between a number and its unit."""
    return _value(context, "typography_numbers")


@measure("typography_spaces", french_only=True, facts=("first_note", "listed"))
def spaces(context: Context) -> Value:
    """Spaces before a comma or stop, none after, doubled spaces and doubled marks."""
    return _value(context, "typography_spaces")


@measure("typography_quotes", french_only=True, facts=("first_note", "listed"))
def quotes(context: Context) -> Value:
    """Straight or English quotation marks where French ones are due."""
    return _value(context, "typography_quotes")


@measure("typography_unbalanced", french_only=True, facts=("first_note", "listed"))
def unbalanced(context: Context) -> Value:
    """Guillemets without their pair; a quotation that opens again at each paragraph is the French convention."""
    return _value(context, "typography_unbalanced")


@measure("typography_apostrophes", french_only=True, facts=("first_note", "listed"))
def apostrophes(context: Context) -> Value:
    """Apostrophes of another form than most of the article's, and accents typed for apostrophes."""
    return _value(context, "typography_apostrophes")


@measure("typography_ellipsis", french_only=True, facts=("first_note", "listed"))
def ellipsis(context: Context) -> Value:
    """Three stops for one sign, and "etc…"."""
    return _value(context, "typography_ellipsis")


@measure("typography_words", french_only=True, facts=("first_note", "listed"), reads=("accented_capitals",))
def words(context: Context) -> Value:
    """Faulty ordinals (2ème), titles (Mr), ligatures (oeuvre) and capitals without their accent."""
    return _value(context, "typography_words")


@measure("typography_debris", french_only=True, facts=("first_note", "listed"))
def debris(context: Context) -> Value:
    """Lone words left between two stops, doubled words, visible entities and broken characters."""
    return _value(context, "typography_debris")
