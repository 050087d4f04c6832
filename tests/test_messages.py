"""What the program says in French has the no-break spaces that it asks of others, where it is written."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

# A plain space before a mark that stands alone, or inside guillemets.
PLAIN = re.compile(r"(?:^|(?<=\S)) (?=[;:!?»](?:[\s.,;)\"]|$))|(?<=«) ")
# No sentences: a pattern, what is looked for or replaced in a text, and a title that is set in type where it is made.
OTHERS = {
    "heading_form.py": ["(?i)(?:étape |"],
    "typography_quotes.py": ["« »"],
    "gap_prompts.py": ["« ", " »", " :"],
    "snippet_title.py": [" : "],
}


def said(path: Path) -> Iterator[str]:
    """Yield the texts of a file that are no documentation."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    alone = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.value


@pytest.mark.parametrize("path", sorted((ROOT / "seoaudit").rglob("*.py")), ids=lambda p: p.name)
def test_messages_are_set_as_french_is(path: Path) -> None:
    known = OTHERS.get(path.name, [])
    faults = [t for t in said(path) if PLAIN.search(t) and not any(t.startswith(k) for k in known)]
    assert not faults
