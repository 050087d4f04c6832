"""The samples give the outputs that were looked at; `make golden` renews them and shows the difference."""

from __future__ import annotations

from tests.golden import EXPECTED, README, outputs, readme


def test_the_samples_give_the_expected_outputs() -> None:
    found = outputs()
    for name, text in found.items():
        assert text == (EXPECTED / name).read_text(encoding="utf-8"), (
            f"{name}: run `make golden` and look at the change"
        )
    shown = README.read_text(encoding="utf-8")
    assert shown == readme(shown, found), "the README shows another report: run `make golden`"
