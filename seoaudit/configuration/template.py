"""The settings file that `seoaudit init` writes: every setting explained, all of them commented out."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from seoaudit.assessment.rules import load_rules
from seoaudit.assessment.setting_rules import named, rules_on
from seoaudit.configuration.files import OWN_NAME, SHARED_NAME, shared_file, shown
from seoaudit.errors import SettingsError

_SETTING = re.compile(r"^# (\w+) = .*$", re.MULTILINE)


def template() -> str:
    """Return the text of a new settings file; beside each setting stand the rules that it is for."""
    text = files("seoaudit.configuration").joinpath("template.toml").read_text(encoding="utf-8")
    return _SETTING.sub(lambda m: m[0] + _rules_on(m[1]), text)


def _rules_on(setting: str) -> str:
    """Return the rules that a setting is for as a comment, "" for none."""
    found = rules_on(setting, load_rules())
    said = [f"{verb} {named(ids)}" for verb, ids in (("exigé par", found.needing), ("lu par", found.reading)) if ids]
    return "  # " + "\u00a0; ".join(said) if said else ""


def place_for(folder: Path) -> Path:
    """Return where a folder's new settings file is to be.

    Raises:
        SettingsError: there is no such folder, or it has its settings already.
    """
    if not folder.is_dir():
        raise SettingsError(f"« {shown(folder)} » n’est pas un dossier : donnez celui de vos articles.")
    own, shared = folder / OWN_NAME, folder / SHARED_NAME
    if own.exists() or own.is_symlink():
        raise SettingsError(f"« {shown(own)} » existe déjà : il reste tel quel.")
    if shared.is_file() and shared_file(shared) is not None:
        raise SettingsError(
            f"« {shown(shared)} » a déjà une section [tool.seoaudit] : réglez-la là, un seul fichier est lu."
        )
    return own
