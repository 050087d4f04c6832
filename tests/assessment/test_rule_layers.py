"""An editor's rules over the built-in ones: added, changed, derived, disabled; all of a folder or none of it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import seoaudit
from seoaudit.assessment.rule_model import Rule
from seoaudit.assessment.rules import load_rules
from seoaudit.errors import RuleError, SettingsError

LON002 = next(r for r in load_rules() if r.id == "LON002")
NEW = """\
- id: {id}
  name: essai
  kind: existence
  words: [{word}]
  points: 2
  evidence: editorial
  source: {{fr: "Charte.", en: "Style guide."}}
  why: {{fr: "Pour voir.", en: "To see."}}
  message: {{fr: "{{listed}}", en: "{{listed}}"}}
  advice: {{fr: "Corrigez.", en: "Mend it."}}
  examples: {{pass: [{{text: "Rien."}}], fail: [{{text: "Vite."}}]}}
"""


def load(*folders: Path) -> dict[str, Rule]:
    return {r.id: r for r in load_rules(tuple(map(str, folders)))}


def folder(path: Path, text: str) -> Path:
    path.mkdir(exist_ok=True)
    (path / "regles.yaml").write_text(text, encoding="utf-8")
    return path


def refusal(path: Path, text: str) -> str:
    with pytest.raises(RuleError) as error:
        load(folder(path, text))
    return str(error.value).replace(f"{path}/", "").replace("\u00a0", " ")


def test_a_rule_is_added_and_the_others_stay(tmp_path: Path) -> None:
    rules = load(folder(tmp_path, NEW.format(id="ESS001", word="vite")))
    assert [i for i in rules if i not in {r.id for r in load_rules()}] == ["ESS001"]
    assert rules["LON002"] == LON002


def test_a_rule_is_changed_under_its_own_id(tmp_path: Path) -> None:
    bands = "bands: [{max: 3, points: 1}, {points: 0, severity: error}]"
    changed = load(folder(tmp_path, f"- id: LON002\n  extends: LON002\n  {bands}\n"))["LON002"]
    assert (changed.max_points, changed.band(3).severity, changed.band(4).severity) == (1, None, "error")
    assert changed.message == LON002.message


def test_a_rule_is_derived_under_another_id(tmp_path: Path) -> None:
    text = "- id: MAI002\n  extends: MAI001\n  name: autre\n- id: MAI001\n  extends: LON002\n  name: mien\n"
    rules = load(folder(tmp_path, text))
    assert rules["LON002"] == LON002
    assert [rules[i].name for i in ("MAI001", "MAI002")] == ["mien", "autre"]
    assert rules["MAI002"].bands == LON002.bands


def test_points_replace_bands_and_bands_points(tmp_path: Path) -> None:
    text = NEW.format(id="ESS001", word="vite")
    text += "- {id: ESS002, extends: ESS001, bands: [{max: 2, points: 5}, {points: 1, severity: error}]}\n"
    text += "- {id: ESS003, extends: ESS002, points: 4, severity: warning}\n"
    rules = load(folder(tmp_path, text))
    assert [rules[f"ESS00{n}"].max_points for n in (1, 2, 3)] == [2, 5, 4]


def test_a_rule_is_disabled_and_can_still_be_extended(tmp_path: Path) -> None:
    rules = load(folder(tmp_path, "- {id: LON002, disabled: true}\n- {id: MAI001, extends: LON002, name: mien}\n"))
    assert "LON002" not in rules
    assert rules["MAI001"].bands == LON002.bands


def test_later_folders_lie_over_earlier_ones(tmp_path: Path) -> None:
    one = folder(tmp_path / "un", NEW.format(id="ESS001", word="vite"))
    two = folder(tmp_path / "deux", "- {id: ESS001, extends: ESS001, points: 7}\n")
    assert load(one, two)["ESS001"].max_points == 7
    with pytest.raises(RuleError, match="règle inconnue « ESS001 »"):
        load(two, one)


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("- {id: AAA001, extends: AAA002}\n- {id: AAA002, extends: AAA001}\n", "2:16", "AAA001 → AAA002 → AAA001"),
        ("- {id: AAA001, extends: AAA001}\n", "1:16", "règle inconnue « AAA001 »"),
        ("- {id: AAA001, extends: LON020}\n", "1:16", "vouliez-vous dire « LON0"),
        ("- {id: LON002, name: autre}\n", "1:4", "« disabled: true »"),
        ("- {id: AAA001, disabled: true}\n", "1:4", "aucune règle de ce nom à taire"),
        ("- {id: LON002, disabled: true, name: autre}\n", "1:16", "n’a que « id » et « disabled: true »"),
        ("- {id: AAA001, extends: [LON002]}\n", "1:16", "l’identifiant d’une règle"),
    ],
)
def test_layers_that_make_no_sense_are_refused(tmp_path: Path, text: str, place: str, reason: str) -> None:
    said = refusal(tmp_path, text)
    assert said.startswith(f"regles.yaml:{place} :"), said
    assert reason in said


def test_a_folder_is_read_whole_or_not_at_all(tmp_path: Path) -> None:
    folder(tmp_path, NEW.format(id="ESS001", word="vite"))
    (tmp_path / "zut.yaml").write_text("- {id: ESS002}\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"zut\.yaml:1:3"):
        load(tmp_path)
    (tmp_path / "zut.yaml").unlink()
    assert "ESS001" in load(tmp_path)


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    assert load(folder(tmp_path, NEW.format(id="ESS001", word="vite")))["ESS001"].max_points == 2
    changed = NEW.format(id="ESS001", word="vite").replace("points: 2", "points: 12")
    assert load(folder(tmp_path, changed))["ESS001"].max_points == 12


def test_an_installed_package_is_named_by_its_entry_point(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = folder(tmp_path / "des_regles", NEW.format(id="ESS001", word="vite"))
    (package / "__init__.py").touch()
    info = tmp_path / "des_regles-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: des-regles\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[seoaudit.rules]\nessai = des_regles\n", encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    report = seoaudit.audit("Il part vite.", settings={"rules": ["essai"]})
    assert next(p for p in report.points if p.rule == "ESS001").earned == 0
    with pytest.raises(RuleError, match=r"paquets installés : essai"):
        load_rules(("esai",))


def test_an_article_does_not_choose_the_rules() -> None:
    with pytest.raises(SettingsError, match="pas dans l’article"):
        seoaudit.audit("---\nseoaudit:\n  rules: [/etc]\n---\n\nIl part vite.", source_format="markdown")
