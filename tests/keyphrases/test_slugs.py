"""A slug holds a keyphrase whichever way its elisions, accents and compounds were written."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from seoaudit.errors import SettingsError
from seoaudit.keyphrases import in_slug

GROUPS = yaml.safe_load((Path(__file__).parent / "cases" / "slugs.yaml").read_text(encoding="utf-8"))
CASES = [
    (g["keyphrase"], slug, held) for g in GROUPS for held in (True, False) for slug in g["holds" if held else "lacks"]
]


@pytest.mark.parametrize(("keyphrase", "slug", "held"), CASES)
def test_slugs(keyphrase: str, slug: str, held: bool) -> None:
    assert in_slug(keyphrase, slug) == held
    assert in_slug(keyphrase.replace("’", "'"), slug) == held


def test_an_empty_slug_holds_nothing_and_an_empty_keyphrase_is_refused() -> None:
    assert not in_slug("panne", "")
    with pytest.raises(SettingsError):
        in_slug("", "panne")
