from __future__ import annotations

import pytest

from seoaudit.configuration.globs import fault_of, matches


@pytest.mark.parametrize(
    ("pattern", "path", "named"),
    [
        ("actus/**", "actus/a.md", True),
        ("actus/**", "actus/2026/mai/a.md", True),
        ("actus/**", "actualites/a.md", False),
        ("actus/*", "actus/2026/a.md", False),
        ("actus/**/*.md", "actus/a.md", True),
        ("**/*.md", "a.md", True),
        ("*.md", "actus/a.md", False),
        ("actus", "actus/2026/a.md", True),
        ("actus/", "actus/a.md", True),
        ("./actus/a.md", "actus/a.md", True),
        ("a?.md", "a1.md", True),
        ("a?.md", "a/.md", False),
        ("a[0-9].md", "a5.md", True),
        ("a[!b].md", "ab.md", False),
        ("a[!b].md", "a/.md", False),
        ("a.md", "axmd", False),
        ("été/**", "e\u0301te\u0301/a.md", True),
        ("**", "a/b.md", True),
    ],
)
def test_a_pattern_names_paths(pattern: str, path: str, named: bool) -> None:
    assert fault_of(pattern) == ""
    assert matches(pattern, path) is named


@pytest.mark.parametrize(
    "pattern", ["", " ", "/a", "~/a", "C:/a", "a\\b", "../a", "a/../b", "a**", "a/**b", "[a", "[]", "a[/]"]
)
def test_a_pattern_that_can_name_nothing_is_told(pattern: str) -> None:
    assert fault_of(pattern)
