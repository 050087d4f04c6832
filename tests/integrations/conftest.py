"""A small site with a clean article and a faulty one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

GOOD = (
    "Le marché de Noël ouvre samedi à Lille. Les chalets attendent les visiteurs jusqu’au 30 décembre 2026. La grande "
    "roue tourne chaque soir, et une patinoire occupe la place Rihour.\n"
)
BAD = GOOD.replace("attendent", "attendent:")
# Where the command of this environment is.
BIN = Path(sys.executable).parent


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    (root / "content").mkdir(parents=True)
    (root / "content" / "bon.md").write_text(f"# Marché\n\n{GOOD}", encoding="utf-8")
    (root / "content" / "mauvais.md").write_text(f"# Marché\n\n{BAD}", encoding="utf-8")
    return root
