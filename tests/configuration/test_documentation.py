"""The documentation says what the code does: each setting with its default, each profile with its values and reasons."""

from __future__ import annotations

import re

import pytest

from seoaudit.assessment.profiles import load_profiles
from seoaudit.assessment.rules import load_rules
from seoaudit.assessment.setting_rules import named, rules_on
from seoaudit.assessment.settings import Settings
from tests.conftest import ROOT

DOC = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
_TABLE = DOC.split("## All settings")[1].split("## Profiles")[0]
ROWS = {
    name: line
    for line in _TABLE.splitlines()
    if line.startswith("| `")
    for name in re.findall(r"`(\w+)`", line.split("|")[1])
}


@pytest.mark.parametrize("name", Settings.model_fields)
def test_each_setting_is_documented_with_its_default(name: str) -> None:
    default = Settings.model_fields[name].default
    written = ROWS[name].split("|")[3].strip(" `").replace(",", "")
    if default is None or default == ():
        assert written in {"none", "predicted", "all", "from the article"}
    else:
        assert written == {False: "false", True: "true"}.get(
            default, f"{default:.15g}" if isinstance(default, float | int) else default
        )


@pytest.mark.parametrize("row", sorted(set(ROWS.values())))
def test_each_setting_is_documented_with_its_rules(row: str) -> None:
    """The last column, as the rules themselves tell; a row may be on several settings."""
    found = [rules_on(name, load_rules()) for name in re.findall(r"`(\w+)`", row.split("|")[1])]
    needing = {i for f in found for i in f.needing}
    reading = {i for f in found for i in f.reading} - needing
    said = [
        f"{verb} {named(tuple(sorted(ids)))}" for verb, ids in (("needed by", needing), ("read by", reading)) if ids
    ]
    assert row.split("|")[5:6] == [f" {'; '.join(said)} " if said else " "] or not found


def profile_table() -> str:
    """Return the table of the profiles as the documentation has it."""
    rows = ["| profile | setting | value | why |", "|---|---|---|---|"]
    for name, profile in load_profiles().items():
        for setting, value in profile.values.items():
            rows.append(f"| `{name}` | `{setting}` | {value.value} | {value.why.en} |")
    return "\n".join(rows)


def test_each_profile_is_documented_with_its_reasons() -> None:
    assert profile_table() in DOC
    assert all(f"`{name}`" in ROWS["profile"] for name in load_profiles())
