"""The samples give the outputs that were looked at; `make golden` renews them and shows the difference."""

from __future__ import annotations

from tests.golden import EXPECTED, READMES, outputs, readme


def test_the_samples_give_the_expected_outputs() -> None:
    found = outputs()
    for name, text in found.items():
        assert text == (EXPECTED / name).read_text(encoding="utf-8"), (
            f"{name}: run `make golden` and look at the change"
        )
    for path, cut in READMES.items():
        shown = path.read_text(encoding="utf-8")
        assert shown == readme(shown, found, cut), f"{path.name} shows another report: run `make golden`"
