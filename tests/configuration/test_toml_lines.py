from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoaudit.configuration.toml_lines import key_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", {}),
        ("# rien\n", {}),
        ("a = 1\n\nb.c = 2", {("a",): 1, ("b", "c"): 3}),
        ('"a b" = """\nx = 1 ]\n"""\nc = 1', {("a b",): 1, ("c",): 4}),
        ("a = [ # [\n  1,\n  ']', ]\nb = '''it's'''\nc = 3", {("a",): 1, ("b",): 4, ("c",): 5}),
        ("[t.u]\na = {b = 1}\n[v]\n", {("t", "u"): 1, ("t", "u", "a"): 2, ("v",): 3}),
        (
            "[[o]]\np = 1\n[[o]]\np = 2\n[o.q]\nr = 1",
            {("o", 0): 1, ("o", 0, "p"): 2, ("o", 1): 3, ("o", 1, "p"): 4, ("o", 1, "q"): 5, ("o", 1, "q", "r"): 6},
        ),
    ],
)
def test_a_key_has_the_line_it_is_written_on(text: str, lines: dict[tuple[str | int, ...], int]) -> None:
    tomllib.loads(text)
    assert key_lines(text) == lines


_VALUES = st.sampled_from(
    [
        "1",
        "true",
        '"x = [1"',
        "'] #'",
        "[1, [2]]",
        "[\n  'a', # b ]\n]",
        '"""\nk = 1\n"""',
        "'''\n]\n'''",
        "{x = 1}",
        '""',
    ]
)


@given(st.lists(_VALUES, max_size=8), st.lists(st.sampled_from(["", "# c = 1", "  "]), max_size=3))
def test_keys_are_found_whatever_the_values_hold(values: list[str], between: list[str]) -> None:
    expected, text = {}, ""
    for n, value in enumerate(values):
        text += "".join(f"{b}\n" for b in between)
        expected[(f"k{n}",)] = text.count("\n") + 1
        text += f"k{n} = {value}\n"
    tomllib.loads(text)
    assert key_lines(text) == expected
