"""The expected outputs of the samples: `python -m tests.golden --write` renews them."""

from __future__ import annotations

import sys
from pathlib import Path

import seoaudit
from seoaudit.report.terminal import render_report

SAMPLES = Path(__file__).parent.parent / "samples"
EXPECTED = SAMPLES / "expected"
NAMES = ("optus.txt", "guide-composteur.md", "page-bourree.html")


def outputs() -> dict[str, str]:
    """Return each expected file's name and what it has to hold."""
    out = {}
    for name in NAMES:
        stem = name.partition(".")[0]
        out[f"{stem}.rapport.txt"] = render_report(seoaudit.audit(SAMPLES / name))
    out["optus.brouillon.md"] = seoaudit.draft(SAMPLES / "optus.txt").to_markdown()
    return out


def main() -> None:
    """Write the expected outputs when asked to, else name those that differ."""
    EXPECTED.mkdir(exist_ok=True)
    for name, text in outputs().items():
        path = EXPECTED / name
        if "--write" in sys.argv:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            sys.stdout.write(f"{name} differs\n")


if __name__ == "__main__":
    main()
