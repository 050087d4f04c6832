"""The expected outputs of the samples, and those that the README shows: `python -m tests.golden --write` renews them."""

from __future__ import annotations

import sys
from pathlib import Path

import seoaudit
from seoaudit.report.terminal import render_report

ROOT = Path(__file__).parent.parent
# The READMEs in English and French, and before what each cuts the report.
READMES = {ROOT / "README.md": "\n\nMot-clé", ROOT / "LISEZMOI.md": "\n\nPlan\n"}
SAMPLES = ROOT / "samples"
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


def readme(now: str, found: dict[str, str], cut: str) -> str:
    """Return a README with its report and its draft of the reference article as they are today, cut before what begins
    with `cut` and in the second section."""
    report = found["optus.rapport.txt"].replace("optus.txt", "samples/optus.txt", 1)
    report = report[: report.index(cut)]
    draft = found["optus.brouillon.md"]
    draft = draft[draft.index("## ") :]
    draft = "".join(part + "## " for part in draft.split("## ")[:3]).removesuffix("## ").strip()
    for opening, shown in (("```\nScore", report), ("```markdown\n## ", draft)):
        start = now.index(opening) + opening.index("\n") + 1
        now = f"{now[:start]}{shown}\n\n[...]\n{now[now.index('```', start) :]}"
    return now


def main() -> None:
    """Write the expected outputs when asked to, else name those that differ."""
    EXPECTED.mkdir(exist_ok=True)
    found = outputs()
    if "--write" in sys.argv:
        for path, cut in READMES.items():
            path.write_text(readme(path.read_text(encoding="utf-8"), found, cut), encoding="utf-8")
    for name, text in found.items():
        path = EXPECTED / name
        if "--write" in sys.argv:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            sys.stdout.write(f"{name} differs\n")


if __name__ == "__main__":
    main()
