"""The outcome of the installation checks as terminal text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from seoaudit.report.page import Page


class CheckLike(Protocol):
    """What a check tells; the checks themselves live with the doors."""

    @property
    def name(self) -> str:
        """What was looked at."""

    @property
    def ok(self) -> bool:
        """Whether it is well."""

    @property
    def found(self) -> str:
        """What was found."""

    @property
    def advice(self) -> str:
        """What to do."""


def render_checks(checks: Sequence[CheckLike], *, lang: str, colour: bool = False, width: int = 100) -> str:
    """Return the checks as terminal text, each fault with what to do."""
    page = Page(colour=colour, width=width)
    page.head("État de l’installation" if lang == "fr" else "State of the installation")
    for c in checks:
        page.line(("✓ " if c.ok else "✖ ", "good" if c.ok else "error"), f"{c.name} : {c.found}")
        if not c.ok and c.advice:
            page.line(f"→ {c.advice}", indent=6)
    bad = sum(not c.ok for c in checks)
    page.line()
    if bad:
        page.line(f"{bad} point(s) à régler." if lang == "fr" else f"{bad} to mend.", indent=0)
    else:
        page.line("Tout est en ordre." if lang == "fr" else "All is well.", indent=0)
    return page.text
