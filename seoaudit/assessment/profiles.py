"""The profiles: for each kind of article other defaults, each with its reason, in `profiles.yaml`."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

from seoaudit.assessment.settings import Settings
from seoaudit.assessment.texts import Text


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ProfileValue(_Data):
    """A value of a profile and why it is that one."""

    value: Any
    why: Text


class Profile(_Data):
    """A kind of article: its name, what it is, and its values by setting."""

    name: Text
    what: Text
    values: dict[str, ProfileValue]


@cache
def load_profiles() -> Mapping[str, Profile]:
    """Return the profiles by the name that settings give them."""
    raw = yaml.safe_load(files("seoaudit.assessment").joinpath("profiles.yaml").read_text(encoding="utf-8"))
    return {name: Profile.model_validate(data) for name, data in raw.items()}


def unknown_profile(name: str | None) -> str:
    """Return the sentence on a name that no profile has, with the nearest one; "" where there is nothing to say."""
    if name is None or name in load_profiles():
        return ""
    near = difflib.get_close_matches(name.lower(), load_profiles(), n=1, cutoff=0.5)
    hint = f" ; vouliez-vous dire « {near[0]} » ?" if near else f" ; profils connus : {', '.join(load_profiles())}."
    return f"Profil inconnu « {name} »{hint}"


@cache
def profile_values(name: str) -> Mapping[str, Any]:
    """Return the settings of a profile that there is."""
    given = {k: v.value for k, v in load_profiles()[name].values.items()}
    return Settings.model_validate(given).model_dump(exclude_unset=True)
