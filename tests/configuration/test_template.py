"""The file that `seoaudit init` writes: valid as it is, and valid with any of its settings put in force."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from seoaudit.assessment.settings import Settings
from seoaudit.configuration.layering import load_settings
from seoaudit.configuration.template import place_for, template
from seoaudit.errors import SettingsError

_SETTING = re.compile(r"# (?=\[\[overrides\]\]$|\w+ = )", re.MULTILINE)


def uncommented(text: str) -> str:
    return _SETTING.sub("", text)


def test_it_sets_nothing_and_names_every_setting(tmp_path: Path) -> None:
    (tmp_path / "seoaudit.toml").write_text(template(), encoding="utf-8")
    assert tomllib.loads(template()) == {}
    assert load_settings(tmp_path / "a.md").model_fields_set == set()
    whole = tomllib.loads(uncommented(template()))
    named = {*whole, *(k for o in whole["overrides"] for k in o)} - {"overrides", "paths"}
    assert named == set(Settings.model_fields)


def test_all_of_it_put_in_force_is_valid(tmp_path: Path) -> None:
    (tmp_path / "mes-regles").mkdir()
    (tmp_path / "mes-regles" / "maison.yaml").write_text("- {id: TYP002, disabled: true}\n", encoding="utf-8")
    text = uncommented(template()).replace('disable = ["TYP002"]', 'disable = ["TYP003"]')
    (tmp_path / "seoaudit.toml").write_text(text, encoding="utf-8")
    assert load_settings(tmp_path / "guides" / "compost.md").slug == "composteur-appartement"
    assert load_settings(tmp_path / "actus" / "a.md").profile == "actualite"


@pytest.mark.parametrize(
    "line", [m for m in re.findall(r"^# (\w+ = .*)$", template(), re.MULTILINE) if not m.startswith(("paths", "rules"))]
)
def test_each_line_put_in_force_is_valid(tmp_path: Path, line: str) -> None:
    (tmp_path / "seoaudit.toml").write_text(template().replace(f"# {line}", line), encoding="utf-8")
    assert load_settings(tmp_path / "a.md").model_fields_set >= {line.split(" ", maxsplit=1)[0]}


def test_a_default_that_it_shows_is_the_default() -> None:
    shown = tomllib.loads(uncommented(template()))
    assert all(
        shown[n] == Settings.model_fields[n].default
        for n in ("long_sentence", "long_paragraph", "long_section", "density_max", "locale", "house", "max_chars")
    )


def test_nothing_is_written_over(tmp_path: Path) -> None:
    assert place_for(tmp_path) == tmp_path / "seoaudit.toml"
    (tmp_path / "pyproject.toml").write_text("[tool.ruff]\n", encoding="utf-8")
    assert place_for(tmp_path) == tmp_path / "seoaudit.toml"
    (tmp_path / "pyproject.toml").write_text("[tool.seoaudit]\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"\[tool\.seoaudit\]"):
        place_for(tmp_path)
    (tmp_path / "seoaudit.toml").symlink_to("nowhere")
    with pytest.raises(SettingsError, match="existe déjà"):
        place_for(tmp_path)
    with pytest.raises(SettingsError, match="pas un dossier"):
        place_for(tmp_path / "absent")
