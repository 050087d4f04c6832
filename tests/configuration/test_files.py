"""Settings files as an editor has them: where they are looked for, what they may say, how a faulty one is answered."""

from __future__ import annotations

from pathlib import Path

import pytest

import seoaudit
from seoaudit.configuration.files import find_file
from seoaudit.configuration.layering import file_layers, load_settings
from seoaudit.errors import SettingsError


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site's folder, the working folder, whose repository ends the search."""
    (tmp_path / "site" / "actus" / "mai").mkdir(parents=True)
    (tmp_path / "site" / ".git").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    return tmp_path / "site"


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_file_wins_and_nothing_is_inherited(site: Path) -> None:
    article = site / "actus" / "mai" / "a.md"
    assert find_file(article) is None
    write(site.parent / "seoaudit.toml", "min_words = 1")
    assert find_file(article) is None, "the search ends at the repository"
    write(site / "seoaudit.toml", "min_words = 100\nlong_sentence = 20")
    assert load_settings(article).min_words == 100
    write(site / "actus" / "pyproject.toml", "[tool.ruff]\nx = 1")
    assert load_settings(article).min_words == 100
    write(site / "actus" / "pyproject.toml", "[tool.seoaudit]\nmin_words = 200")
    assert load_settings(article).min_words == 200
    assert load_settings(article).long_sentence == 30
    write(site / "actus" / "seoaudit.toml", "min_words = 300")
    assert load_settings(article).min_words == 300
    assert load_settings(site).min_words == 100
    assert load_settings(site / "absent.md").min_words == 100
    assert load_settings(article, config=site / "seoaudit.toml").min_words == 100
    assert file_layers(article, isolated=True) == ()


def test_overrides_go_by_the_path_the_last_one_first(site: Path) -> None:
    write(
        site / "seoaudit.toml",
        'min_words = 500\ndisable = ["TYP002"]\n'
        '[[overrides]]\npaths = ["actus/**"]\nmin_words = 200\ndisable = ["STY"]\n'
        '[[overrides]]\npaths = ["actus/mai/*.md", "x.md"]\nmin_words = 150\n',
    )
    assert load_settings("guide.md").min_words == 500
    assert load_settings("actus/a.md").min_words == 200
    assert load_settings("actus/a.md").disable == ("TYP002", "STY")
    assert load_settings(site / "actus" / "mai" / "a.md").min_words == 150
    assert load_settings("actus/../x.md").min_words == 150
    assert load_settings(site.parent / "x.md", config="seoaudit.toml").min_words == 500


def test_an_articles_own_settings_win_over_a_files_and_yield_to_the_callers(site: Path) -> None:
    write(site / "seoaudit.toml", 'min_words = 500\nprofile = "guide"\ndisable = ["TYP002"]\n')
    text = "Le marché couvert rouvre samedi après deux ans de travaux.\n"
    source = f"---\nseoaudit:\n  min_words: 900\n  disable: [STY001]\n---\n{text}"
    settings = load_settings("a.md")
    assert settings.long_paragraph == 100
    assert seoaudit.audit(text, settings=settings).target.min_words == 500
    report = seoaudit.audit(source, settings=settings)
    assert report.target.min_words == 900
    reasons = {p.rule: p.reason for p in report.points}
    assert reasons["TYP002"] == reasons["STY001"] == "règle désactivée par vos réglages"
    assert seoaudit.audit(source, settings={"min_words": 300}).target.min_words == 300
    assert seoaudit.audit(source, settings={"min_words": 0}).target.min_words is None


def test_the_library_reads_no_settings_file_by_itself(site: Path) -> None:
    write(site / "seoaudit.toml", "min_words = 500")
    article = write(site / "a.md", "Le marché couvert rouvre samedi après deux ans de travaux.\n")
    assert seoaudit.audit(article).target.min_words is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("min_word = 3", "ligne 1 : réglage inconnu « min_word » ; vouliez-vous dire « min_words » ?"),
        ("\n\nmin-words = 3", "ligne 3 : réglage inconnu « min-words » ; vouliez-vous dire « min_words » ?"),
        ("zzz = 3", "réglages connus : profile, "),
        ("ignore = ['TYP']", "vouliez-vous dire « disable » ?"),
        ("[[override]]\npaths = ['a']", "ligne 1 : réglage inconnu « override » ; vouliez-vous dire « overrides » ?"),
        ("[[overrides]]\npaths = ['a']\nmin_word = 1", "ligne 3 : réglage inconnu « min_word »"),
        ("[[overrides]]\npath = ['a']", "ligne 2 : réglage inconnu « path » ; vouliez-vous dire « paths » ?"),
        ("[[overrides]]\nmin_words = 5", "ligne 1 : chaque [[overrides]] dit à quels articles"),
        ("[[overrides]]\npaths = 'a'", "ligne 2 : chaque [[overrides]] dit"),
        ("[[overrides]]\npaths = ['a', 3]", "ligne 2 : chaque [[overrides]] dit"),
        ("[[overrides]]\npaths = ['/a']", "ligne 2 : le motif « /a » est un chemin absolu"),
        ("[[overrides]]\npaths = ['a[']", "ligne 2 : le motif « a[ » ouvre un crochet"),
        ("[overrides]\na = 1", "ligne 1 : « overrides » est une suite de sections"),
        ("min_words = 'abc'", "ligne 1 : réglage « min_words »"),
        ("min_words = true", "true ne convient pas"),
        ("min_words = 700.5", "il faut un nombre entier"),
        ("long_sentence = 5", "ligne 1 : réglage « long_sentence » (Une phrase est longue au-delà, en mots) : 5 ne"),
        ("density_max = 200", "200 ne convient pas, il faut au plus 100."),
        ("density_max = nan", "ne convient pas"),
        ("density_min = 5", "ligne 1 : réglage « density_min » (5) : il dépasse « density_max » (3)."),
        ("section_words = [300, 150]", "il faut le minimum avant le maximum"),
        ("section_words = [300]", "il faut deux nombres"),
        ("keyphrase = 2026-01-01", "il faut un texte"),
        ("locale = 'fr-BE'", "il faut 'fr-FR', 'fr-CA' ou 'fr-CH'"),
        ("disable = 'TYP'", "il faut une liste"),
        ("profile = 'guid'", "ligne 1 : profil inconnu « guid » ; vouliez-vous dire « guide » ?"),
        ("disable = ['TYP03']", "ligne 1 : règle ou famille inconnue « TYP03 » ; vouliez-vous dire « TYP003 » ?"),
        ("[[overrides]]\npaths = ['b']\nselect = ['ZZZ']", "ligne 3 : règle ou famille inconnue « ZZZ » ; familles"),
        ("exclude = 'a/'", "il faut une liste"),
        ("\nexclude = ['!']", "ligne 2 : réglage « exclude » (Dans les dossiers, fichiers et dossiers à laisser"),
        (
            "[[overrides]]\npaths = ['b']\ninclude = ['c']",
            "ligne 3 : réglage « include » : il vaut pour tout le dossier",
        ),
        ("a b", "ligne 1 : ce n’est pas du TOML valide : il manque « = » après un nom."),
        ("a = 1\nb = [1", "ligne 2 : ce n’est pas du TOML valide : un crochet ne se ferme pas."),
        ("a = 1\na = 2", "ligne 2 : ce n’est pas du TOML valide : ce nom est donné deux fois."),
        ("a = oui", "mettez les textes entre guillemets"),
        ("a = " + "[" * 100_000, "trop imbriquées"),
    ],
)
def test_a_faulty_file_is_answered_with_its_place(site: Path, text: str, says: str) -> None:
    write(site / "seoaudit.toml", text)
    with pytest.raises(SettingsError) as refused:
        seoaudit.audit("Le marché rouvre samedi.", settings=load_settings("b.md"))
    message = str(refused.value).replace("\u00a0", " ")
    assert says in message
    assert message.startswith("seoaudit.toml")
    assert "\n" not in message


def test_what_is_no_readable_file_is_refused(site: Path) -> None:
    with pytest.raises(SettingsError, match="n’existe pas"):
        load_settings("a.md", config="absent.toml")
    write(site / "pyproject.toml", "[tool.ruff]\n")
    with pytest.raises(SettingsError, match=r"n’a pas de section \[tool.seoaudit\]"):
        load_settings("a.md", config="pyproject.toml")
    (site / "seoaudit.toml").mkdir()
    with pytest.raises(SettingsError, match="est un dossier"):
        load_settings("a.md")
    (site / "seoaudit.toml").rmdir()
    (site / "seoaudit.toml").write_bytes(b"min_words = 3\n# caf\xe9\n")
    with pytest.raises(SettingsError, match=r"ligne 2.*UTF-8"):
        load_settings("a.md")
    (site / "seoaudit.toml").write_bytes(b"#" * 1_100_000)
    with pytest.raises(SettingsError, match="dépasse 1 Mo"):
        load_settings("a.md")
    (site / "seoaudit.toml").unlink()
    (site / "seoaudit.toml").symlink_to("nowhere")
    with pytest.raises(SettingsError, match="n’existe pas"):
        load_settings("a.md")
    (site / "seoaudit.toml").unlink()
    with pytest.raises(SettingsError, match="isolated"):
        file_layers(None, config=Path("a.toml"), isolated=True)


def test_what_is_not_ours_in_a_shared_file_is_passed_over(site: Path) -> None:
    write(site / "pyproject.toml", "[tool.ruff\n")
    assert find_file(site / "a.md") is None
    write(site / "pyproject.toml", "[tool.seoaudit\n")
    with pytest.raises(SettingsError, match=r"pyproject\.toml, ligne 1"):
        find_file(site / "a.md")
    write(site / "pyproject.toml", "[project]\nname = 'seoaudit-site'\n")
    assert find_file(site / "a.md") is None
    write(site / "pyproject.toml", "[project]\n\n[tool.seoaudit]\nmin_word = 1\n")
    with pytest.raises(SettingsError, match=r"pyproject\.toml, ligne 4"):
        load_settings("a.md")


def test_a_byte_order_mark_and_windows_lines_are_read(site: Path) -> None:
    (site / "seoaudit.toml").write_bytes("\ufeffmin_words = 5\r\nlong_sentence = 20\r\n".encode())
    assert load_settings("a.md").long_sentence == 20


def test_rules_of_ones_own_are_found_from_the_files_folder(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "actus" / "regles").mkdir()
    write(
        site / "actus" / "regles" / "maison.yaml",
        "- {id: PER001, name: mot-banni, kind: existence, words: [impacter], points: 2, severity: warning, "
        "evidence: editorial, source: {fr: Maison., en: House.}, why: {fr: Usage., en: Usage.}, "
        "message: {fr: Mot banni., en: Banned word.}, advice: {fr: Changez-le., en: Change it.}, "
        "examples: {pass: [{text: 'Le gel touche la vigne.'}], fail: [{text: 'Le gel va impacter la vigne.'}]}}\n",
    )
    write(site / "actus" / "seoaudit.toml", "rules = ['./regles']\ndisable = ['TYP']\n")
    monkeypatch.chdir(site.parent)
    settings = load_settings(site / "actus" / "mai" / "a.md")
    report = seoaudit.audit("Le gel va impacter la vigne.", settings=settings)
    assert "PER001" in {f.rule for f in report.findings}
    write(site / "actus" / "seoaudit.toml", "rules = ['./regles']\n[[overrides]]\npaths=['x']\ndisable = ['PER001']\n")
    assert load_settings(site / "actus" / "x").disable == ("PER001",)


def test_an_article_names_no_files() -> None:
    source = "---\nseoaudit:\n  rules: [./mes-regles]\n---\nLe marché rouvre samedi.\n"
    with pytest.raises(SettingsError, match="pas dans l’article lui-même"):
        seoaudit.audit(source)
