"""The pages of the rules in docs/rules: `python -m tests.rule_pages --write` renews them."""

from __future__ import annotations

import sys
from pathlib import Path

from seoaudit.assessment.rules import load_rules
from seoaudit.report.rule_page import markdown_pages

FOLDER = Path(__file__).parent.parent / "docs" / "rules"


def pages() -> dict[str, str]:
    """Return the pages as they have to be, by file name."""
    return markdown_pages(load_rules())


def write() -> None:
    """Write the pages, and take away those of rules that are gone."""
    FOLDER.mkdir(exist_ok=True)
    made = pages()
    for path in FOLDER.glob("*.md"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__" and "--write" in sys.argv:
    write()
