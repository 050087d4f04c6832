"""Which rules a setting is for: those that need it and those that only read it, as the rules themselves tell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from seoaudit.assessment.rule_model import Rule

# More ids are hard to take in: their families say more.
MOST_IDS = 6


class SettingRules(NamedTuple):
    """The ids of the rules that a setting is for, in order."""

    needing: tuple[str, ...]
    reading: tuple[str, ...]


def rules_on(setting: str, rules: Iterable[Rule]) -> SettingRules:
    """Return the rules that do not apply without a setting, and the others that it changes."""
    listed = list(rules)
    needing = tuple(r.id for r in listed if setting in r.needs)
    return SettingRules(needing, tuple(r.id for r in listed if setting in r.settings and r.id not in needing))


def named(ids: tuple[str, ...]) -> str:
    """Return ids as a list to read; many of them as their families with the number of rules: "LIE (2), MOT (17)"."""
    if len(ids) <= MOST_IDS:
        return ", ".join(ids)
    families: dict[str, int] = {}
    for id_ in ids:
        families[id_[:-3]] = families.get(id_[:-3], 0) + 1
    return ", ".join(f"{family} ({n})" for family, n in families.items())
