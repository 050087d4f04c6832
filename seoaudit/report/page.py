"""A page of terminal text: rich draws it, and it comes back as a string."""

from __future__ import annotations

import io
from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

# Rich breaks lines at no-break spaces; these signs of the private use area stand for them while it draws.
_HELD = {"\u00a0": "\ue0a0", "\u202f": "\ue0a1"}
_HOLD = str.maketrans(_HELD)
_RELEASE = str.maketrans({v: k for k, v in _HELD.items()})

# What each meaning looks like; without colours only the words remain.
STYLES = {"error": "bold red", "warning": "yellow", "suggestion": "cyan", "head": "bold", "dim": "dim", "good": "green"}


class Page:
    """Collects lines and tables; `text` gives the page."""

    def __init__(self, *, colour: bool, width: int) -> None:
        self._out = io.StringIO()
        self._console = Console(
            file=self._out,
            width=width,
            force_terminal=colour,
            color_system="standard" if colour else None,
            highlight=False,
            emoji=False,
            legacy_windows=False,
        )

    def head(self, title: str, note: str = "") -> None:
        """Add a section's head line, a blank line above it."""
        self._console.print()
        line = Text(title.translate(_HOLD), style=STYLES["head"])
        if note:
            line.append(f"  {note}".translate(_HOLD), style="not bold dim")
        self._console.print(line)

    def line(self, *parts: str | tuple[str, str], indent: int = 2) -> None:
        """Add a line made of plain parts and (text, style name) pairs; long lines wrap under their beginning."""
        text = Text()
        for part in parts:
            if isinstance(part, str):
                text.append(part.translate(_HOLD))
            else:
                text.append(part[0].translate(_HOLD), style=STYLES[part[1]])
        self._console.print(Padding(text, (0, 0, 0, indent)))

    def table(self, columns: Sequence[tuple[str, bool]], rows: Sequence[Sequence[str]]) -> None:
        """Add a table; each column is a title and whether it holds numbers."""
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
        for title, numbers in columns:
            table.add_column(title, justify="right" if numbers else "left")
        for row in rows:
            table.add_row(*(Text(cell.translate(_HOLD)) for cell in row))
        self._console.print(Padding(table, (0, 0, 0, 2)))

    @property
    def text(self) -> str:
        """The page, without spaces at the ends of lines."""
        lines = self._out.getvalue().translate(_RELEASE).split("\n")
        return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"
