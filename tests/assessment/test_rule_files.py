"""A faulty rule file is refused with its place and the reason, and nothing of it is loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from seoaudit.assessment.rules import load_rules
from seoaudit.errors import RuleError

RULE = """\
- id: ESS001
  name: essai
  kind: existence
  words: [vite]
  points: 2
  severity: warning
  evidence: editorial
  source: {fr: "Charte.", en: "Style guide."}
  why: {fr: "Pour voir.", en: "To see."}
  message: {fr: "{listed}", en: "{listed}"}
  advice: {fr: "Corrigez.", en: "Mend it."}
  examples:
    pass: [{text: "Rien."}]
    fail: [{text: "Vite."}]
"""
THRESHOLD = RULE.replace(
    "kind: existence\n  words: [vite]\n  points: 2\n  severity: warning",
    "measure: words\n  bands: [{max: 0, points: 2}, {points: 0, severity: warning}]",
)
THRESHOLD = THRESHOLD.replace("{listed}", "{value}")


def load(folder: Path, text: str) -> dict[str, object]:
    (folder / "essai.yaml").write_text(text, encoding="utf-8")
    return {r.id: r for r in load_rules((str(folder),))}


def refusal(folder: Path, text: str) -> str:
    with pytest.raises(RuleError) as error:
        load(folder, text)
    assert "ESS001" not in {r.id for r in load_rules()}
    said = str(error.value)
    assert said.endswith((".", "?"))
    return said.replace(f"{folder}/", "").replace("\u00a0", " ")


def test_the_rule_itself_is_sound(tmp_path: Path) -> None:
    assert "ESS001" in load(tmp_path, RULE)
    assert "ESS001" in load(tmp_path, THRESHOLD)


@pytest.mark.parametrize(
    ("old", "new", "place", "reason"),
    [
        ("severity: warning", "severity: fatal", "6:3", "l’un de error, warning, suggestion"),
        ("message:", "mesage:", "10:3", "vouliez-vous dire « message » ?"),
        ("  why:", "  pourquoi:", "9:3", "clé inconnue « pourquoi » ; connus : advice, "),
        (
            'source: {fr: "Charte.", en: "Style guide."}',
            'source: {fr: "Charte."}',
            "8:3",
            "il manque la traduction « en »",
        ),
        ('  source: {fr: "Charte.", en: "Style guide."}\n', "", "1:3", "il manque « source »"),
        ('    fail: [{text: "Vite."}]\n', "", "12:3", "il manque « examples.fail »"),
        ('fail: [{text: "Vite."}]', "fail: []", "14:5", "il en faut au moins 1"),
        ("points: 2", "points: -2", "5:3", "« -2 » est trop petit, il faut au moins 0"),
        ("points: 2", "points: beaucoup", "5:3", "il faut un nombre"),
        ("kind: existence", "kind: existance", "3:3", "vouliez-vous dire « existence » ?"),
        ("id: ESS001", "id: essai", "1:3", "des capitales et trois chiffres"),
        ("id: ESS001", "id: LON001", "1:3", "« extends: LON001 »"),
        ("words: [vite]", "words: []", "1:3", "il faut quelque chose à chercher"),
        ("words: [vite]", 'patterns: ["vite", "(?=vite)"]', "4:22", "ni anticipation ni référence arrière"),
        ("words: [vite]", r"patterns: ['(vite)\1']", "4:14", "ni anticipation ni référence arrière"),
        ("words: [vite]", 'patterns: ["vi(te"]', "4:14", "il manque « ) »"),
        ("words: [vite]", 'patterns: ["x*"]', "4:14", "trouve aussi le vide"),
        ("words: [vite]", r"patterns: ['vite\b!']", "4:14", "au début ou à la fin du motif"),
        ("words: [vite]", 'patterns: ["(?:(?:a{900}){900}){900}"]', "4:14", "une répétition va de 0 à 1000"),
        ('fr: "{listed}"', 'fr: "{listde}"', "10:13", "vouliez-vous dire « listed » ?"),
        ('fr: "{listed}"', 'fr: "{listed.__class__}"', "10:13", "n’est pas une valeur connue"),
        ('fr: "{listed}"', 'fr: "{listed"', "10:13", "accolades mal fermées"),
        (
            "severity: warning",
            "severity: warning\n  applies_when: [min_word]",
            "7:3",
            "vouliez-vous dire « min_words » ?",
        ),
        ("points: 2", "points: 2\n  points: 3", "6:3", "donnée deux fois (déjà ligne 5)"),
        ("points: 2", "scope: page", "5:3", "l’un de article, section, heading, paragraph, sentence, snippet"),
        ("words: [vite]", "words: [vite", "5:", "YAML non valide"),
        ("words: [vite]", "words: !!python/object/apply:os.system [ls]", "4:10", "seules des données simples"),
        ("words: [vite]", "words: &a [vite]\n  except: *a", "5:11", "alias « *a »"),
        ("- id", "---\n- id", "", ""),
        ("- id", "regles: [1]\n---\n- id", "2:1", "un seul document"),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, old: str, new: str, place: str, reason: str) -> None:
    assert old in RULE
    if not reason:
        assert "ESS001" in load(tmp_path, RULE.replace(old, new))
        return
    said = refusal(tmp_path, RULE.replace(old, new))
    assert said.startswith(f"essai.yaml:{place}"), said
    assert reason in said


@pytest.mark.parametrize(
    ("old", "new", "place", "reason"),
    [
        ("measure: words", "measure: wrods", "3:3", "mesure inconnue « wrods » ; vouliez-vous dire « words » ?"),
        ("{max: 0, points: 2}, ", "", "4:3", "il en faut au moins 2"),
        ("{max: 0, points: 2}", "{max: 0, points: -2}", "4:20", "« -2 » est trop petit"),
        ("{max: 0, points: 2}", "{max: 0}", "4:11", "il manque les points"),
        ("{max: 0, points: 2}", "{min: 3, max: 0, points: 2}", "4:11", "finit plus bas"),
        ("{points: 0, severity: warning}", "{max: 9, points: 0, severity: warning}", "1:3", "le dernier palier"),
        (", severity: warning", "", "1:3", "gravité (severity)"),
        ("points: 2", "points: .nan", "4:20", "« nan »"),
    ],
)
def test_a_fault_of_bands_is_told_with_its_place(tmp_path: Path, old: str, new: str, place: str, reason: str) -> None:
    assert old in THRESHOLD
    said = refusal(tmp_path, THRESHOLD.replace(old, new))
    assert said.startswith(f"essai.yaml:{place}"), said
    assert reason in said


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "une liste de règles"),
        ("id: ESS001\n", "une liste de règles"),
        ("- ESS001\n", "une règle est faite de clés"),
        ("- name: essai\n", "il manque l’identifiant"),
        ("- id: [ESS001]\n", "il manque l’identifiant"),
        ("[" * 5000, "plus de 20 niveaux"),
        ("- {[a]: b}\n", "une clé est un mot simple"),
        ("- id: \x07\n", "caractère de contrôle"),
        (RULE + RULE, "l’identifiant est déjà pris, essai.yaml:1"),
        ("# rien" * 200_000, "1 Mo au plus"),
    ],
)
def test_what_is_no_rule_file_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    assert reason in refusal(tmp_path, text)


def test_ten_megabytes_are_refused_unread(tmp_path: Path) -> None:
    assert "10,4 Mo" in refusal(tmp_path, RULE + "# \n" * 3_470_000)


def test_aliases_that_unfold_to_gigabytes_are_refused(tmp_path: Path) -> None:
    lines = ["- a0: &a0 [x, x, x, x, x, x, x, x]"]
    lines += [f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 8)}]" for n in range(1, 12)]
    assert "alias « *a0 »" in refusal(tmp_path, "\n".join(lines))


def test_a_file_in_another_encoding_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "essai.yaml").write_bytes(RULE.replace("Corrigez", "Corrigé").encode("latin-1"))
    with pytest.raises(RuleError, match=r"essai.yaml:11 : ce n’est pas de l’UTF-8"):
        load_rules((str(tmp_path),))


def test_a_slow_pattern_of_other_engines_is_not_slow_here(tmp_path: Path) -> None:
    load(tmp_path, RULE.replace("words: [vite]", 'patterns: ["(a+)+$", "(a|aa)+b"]'))
    from seoaudit.assessment.patterns import pattern_finder

    assert pattern_finder(["(a+)+b", "(a|aa)+b"]).spans(b"a" * 100_000) == []


def test_missing_folders_and_packages_are_named(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="Dossier de règles introuvable"):
        load_rules((str(tmp_path / "rien"),))
    with pytest.raises(RuleError, match=r"un dossier s’écrit \./mes-regles"):
        load_rules(("mes-regles",))
    with pytest.raises(RuleError, match="Aucune règle"):
        load_rules((str(tmp_path),))
