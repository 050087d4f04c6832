"""Which rules are judged: chosen and switched off by id (TYP003) or family (TYP)."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence


def covers(selector: str, rule: str) -> bool:
    """Whether an id or a family names a rule, or all that another selector names."""
    return selector in {rule, _family(rule)}


def _family(rule: str) -> str:
    return rule.rstrip("0123456789")


def without(selectors: Iterable[str], off: Sequence[str]) -> tuple[str, ...]:
    """Return the selectors that are left once others are switched off."""
    return tuple(s for s in selectors if not any(covers(o, s) for o in off))


def why_off(rule: str, select: Sequence[str] | None, disable: Sequence[str]) -> str:
    """Return the key of the reason why a rule is not judged, "" where it is.

    A rule that `select` names by its id is judged also where `disable` names its family: the more exact one wins.
    """
    if select is None and not disable:
        return ""
    chosen = None if select is None else [s for s in select if covers(s, rule)]
    if chosen is not None and not chosen:
        return "not_selected"
    named_off = [d for d in disable if covers(d, rule)]
    if not named_off:
        return ""
    return "" if rule in (chosen or ()) and rule not in named_off else "disabled"


def unknown_selector(selectors: Iterable[str], rules: Sequence[str]) -> str:
    """Return a sentence on the first id or family that no rule has, with the nearest one; "" where all are known.

    Args:
        selectors: ids and families.
        rules: the ids of all rules.
    """
    families = sorted({_family(r) for r in rules})
    known = {*rules, *families}
    wrong = next((s for s in selectors if s not in known), None)
    if wrong is None:
        return ""
    near = nearest_selector(wrong, rules)
    hint = f" ; vouliez-vous dire « {near} » ?" if near else f" ; familles connues : {', '.join(families)}."
    return f"Règle ou famille inconnue « {wrong} »{hint}"


def nearest_selector(wrong: str, rules: Sequence[str]) -> str:
    """Return the id or family that is most like a name, "" where none is."""
    families = sorted({_family(r) for r in rules})
    return next(iter(difflib.get_close_matches(wrong, [*families, *rules], n=1, cutoff=0.5)), "")
