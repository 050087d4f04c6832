"""The commands about rules, and the example package, which runs as its README says."""

from __future__ import annotations

import json
import re
import shutil
import textwrap
from pathlib import Path

import pytest
from typer.testing import CliRunner

import seoaudit
from seoaudit.cli import app
from seoaudit.errors import RuleError

ROOT = Path(__file__).parent.parent
MAISON = ROOT / "examples" / "regles-maison" / "regles_maison"


def run(*args: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, list(args), catch_exceptions=False)
    return result.exit_code, result.stdout.replace("\u00a0", " ")


def test_the_example_package_passes_its_own_examples() -> None:
    code, said = run("rules", "test", str(MAISON))
    assert code == 0
    assert "bon    MAI001_fail_au_niveau_de\n" in said
    assert said.endswith("aucun en échec.\n")


def rule_in(document: str, folder: Path) -> Path:
    """Return a file with the first rule that a document shows."""
    text = (ROOT / document).read_text(encoding="utf-8")
    path = folder / "essai.yaml"
    path.write_text(textwrap.dedent(re.search(r"```yaml\n(.*?)```", text, re.DOTALL)[1]), encoding="utf-8")
    return path


def test_the_rule_of_the_guide_behaves_as_it_says(tmp_path: Path) -> None:
    assert run("rules", "test", str(rule_in("docs/writing-rules.md", tmp_path)))[0] == 0


def test_the_first_rule_of_a_contributor_goes_as_told(tmp_path: Path) -> None:
    path = rule_in("CONTRIBUTING.md", tmp_path)
    code, said = run("rules", "test", str(path), "-q")
    assert code == 1
    assert "STY900_fail_at_the_beginning : rien n’est signalé" in said
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    text = path.read_text(encoding="utf-8").replace("words: [malgré que]", re.search(r"`(patterns: \[.*?\])`", told)[1])
    path.write_text(text.replace("found: [Malgré qu’il]", "found: [Malgré qu’]"), encoding="utf-8")
    assert run("rules", "test", str(path))[0] == 0


def test_an_example_that_fails_is_listed_with_what_happened(tmp_path: Path) -> None:
    shutil.copytree(MAISON, tmp_path / "regles")
    path = tmp_path / "regles" / "style.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace('text: "Le prix du beurre baisse dans la région."', 'text: "Au niveau de la ville."')
    text = text.replace('fixed: "Résoudre ce', 'fixed: "Régler ce').replace("found: [Au niveau de]", "found: [niveau]")
    text = text.replace('text: "Il faut solutionner ce problème.", found: [solutionner]', 'text: "Il faut agir."')
    path.write_text(text, encoding="utf-8")
    code, said = run("rules", "test", str(tmp_path / "regles"), "--quiet")
    assert code == 1
    said = " ".join(said.split())
    for line in (
        "échec MAI001_pass_plain : rien ne devrait être signalé, or : 1 tour creux : « Au niveau de ».",
        "échec MAI001_fail_au_niveau_de : ce qui est signalé : « Au niveau de », au lieu de « niveau »",
        "échec MAI002_fail_solutionner : rien n’est signalé",
        "échec MAI002_fix_capital : la correction donne « Résoudre ce problème prend du temps. »",
        "4 en échec.",
    ):
        assert line in said
    assert "bon" not in said


def test_a_faulty_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "regles.yaml").write_text("- {id: ESS001}\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"regles.yaml:1:3 : règle ESS001, il manque « name »"):
        run("rules", "test", str(tmp_path))


def test_rules_are_listed_with_those_of_the_editor() -> None:
    code, said = run("rules", "--rules", str(MAISON))
    assert code == 0
    assert "MAI001 mots-creux" in said
    assert "TYP007" not in said
    code, said = run("rules", "--format", "json")
    assert "LON001" in [r["id"] for r in json.loads(said)]
    assert "MAI001" not in said


def test_explain_shows_a_rule_of_the_editor() -> None:
    _, said = run("explain", "mai002", "--rules", str(MAISON))
    for words in ("MAI002 anglicismes", "solutionner → résoudre", "corrigé :", "pour la taire"):
        assert words in said.replace("  ", " ")
    _, said = run("explain", "MAI004", "--rules", str(MAISON), "--lang", "en")
    for words in ("share (%)", "part: patterns: \\?", "up to 25%: 2 points", "to silence it"):
        assert words in said


def test_measures_are_listed_with_unit_range_and_definition() -> None:
    _, said = run("measures")
    line = next(li for li in said.splitlines() if li.strip().startswith("missing_share"))
    assert "%" in line
    assert "0..100" in line


def test_audit_and_fix_use_the_rules_of_the_editor(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Au niveau de la ville, il faut solutionner la crise.\n", encoding="utf-8")
    _, said = run("audit", str(article), "--rules", str(MAISON), "--format", "json")
    finding = next(f for f in json.loads(said)["findings"] if f["rule"] == "MAI002")
    [mended] = finding["fixes"]
    assert (mended["span"]["start"], mended["span"]["end"], mended["text"]) == (31, 42, "résoudre")
    fixed = seoaudit.fix(article, settings={"rules": [str(MAISON)]})
    assert fixed.text == "Au niveau de la ville, il faut résoudre la crise.\n"
    assert fixed.substituted == 1
    assert seoaudit.fix(fixed.text, settings={"rules": [str(MAISON)]}).text == fixed.text
