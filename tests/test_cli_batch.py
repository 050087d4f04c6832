"""Many articles on the command line: one bad file stops nothing, exit codes rank, an interrupt leaves what is done."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from seoaudit.report.batch import batch_schema
from tests.test_cli import SHORT, Run, article, run

__all__ = ["article", "run"]  # fixtures
Go = Callable[..., Run]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "site"
    (root / "actus").mkdir(parents=True)
    (root / "a.md").write_text(f"# Marché\n\n{SHORT}", encoding="utf-8")
    (root / "actus" / "b.txt").write_text(SHORT.replace("attendent", "attendent:"), encoding="utf-8")
    (root / "actus" / "vide.md").write_text(" ", encoding="utf-8")
    monkeypatch.chdir(root)
    return root


@pytest.mark.usefixtures("site")
def test_one_bad_file_is_an_error_line_and_does_not_stop_the_others(run: Go) -> None:
    got = run("audit", ".", "--no-cache")
    assert got.code == 2
    assert got.err.count("\n") == 1
    assert "actus/vide.md" in got.err
    assert "actus/b.txt" in got.out
    assert "2 articles, 1 constat" in got.out.replace("\u00a0", " ")
    assert "a.md" not in got.out.split("Scores")[0]  # nothing to say of it


def test_a_file_of_a_hundred_thousand_lines_is_read_whole_or_refused_and_nothing_else_is_lost(
    site: Path, run: Go
) -> None:
    """The longest file that is read ends with a fault; a longer one is one sentence; the third article has its report."""
    lines = [f"Le marché numéro {n} rouvre samedi.\n" if n % 1000 == 0 else "\n" for n in range(99_999)]
    (site / "a.md").write_text("".join([*lines, "Les halles:fermées.. Elles rouvrent lundi .\n"]), encoding="utf-8")
    (site / "long.txt").write_text("Il pleut.\n" * 100_000, encoding="utf-8")
    (site / "actus" / "vide.md").unlink()
    got = run("audit", ".", "--no-cache", "-f", "json", "--set", "max_chars=200000")
    assert got.code == 2
    assert got.err.count("seoaudit") == 1
    assert "long.txt" in got.err
    assert "max_chars" in got.err
    reports = {r["source"]: r for r in json.loads(got.out)["reports"]}
    assert set(reports) == {"a.md", "actus/b.txt"}
    long = reports["a.md"]
    assert long["measures"]["paragraphs"]["value"] == 101
    assert long["measures"]["words"]["value"] == 100 * 6 + 6
    last = max(s["line"] for f in long["findings"] for s in f["spans"])
    assert last == 100_000
    assert reports["actus/b.txt"]["findings"]


@pytest.mark.usefixtures("site")
def test_json_of_several_has_reports_and_errors(run: Go) -> None:
    got = json.loads(run("audit", "a.md", "actus/*", "-f", "json").out)
    jsonschema.validate(got, batch_schema())
    assert [r["source"] for r in got["reports"]] == ["a.md", "actus/b.txt"]
    assert [e["source"] for e in got["errors"]] == ["actus/vide.md"]
    again = json.loads(run("audit", "a.md", "actus/*", "-f", "json").out)
    assert again == got
    assert "reports" in json.loads(run("audit", "*.md", "-f", "json").out)
    assert json.loads(run("audit", "a.md", "-f", "json").out)["source"] == "a.md"
    assert json.loads(run("schema", "--several").out) == batch_schema()


@pytest.mark.usefixtures("site")
def test_two_beats_one_and_exit_zero_turns_only_one(run: Go) -> None:
    few = ("audit", "a.md", "actus/b.txt", "-f", "concise", "--fail-on", "TYP001")
    assert run(*few).code == 1
    assert run(*few, "--exit-zero").code == 0
    every = run(*few, "actus/vide.md", "--exit-zero")
    assert every.code == 2
    assert "--fail-on TYP001" in every.err
    assert run("audit", "a.md", "actus/b.txt", "--max-findings", "0").code == 1
    assert run("audit", "a.md", "--max-findings", "0").code == 0


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("actus/rien",), "n’existe pas"),
        (("actus/*.docx",), "Aucun fichier"),
        (("a.md", "actus", "--title", "Un titre"), "--title"),
        (("a.md", "-"), "seul"),
        (("a.md", "actus/b.txt", "-o", "a.md"), "écrasé"),
        (("actus", "-f", "concise:actus/b.txt"), "écrasé"),
        (("actus/vide.md", "actus/absent.md"), "absent.md"),
    ],
)
def test_what_cannot_be_is_refused_before_the_work(run: Go, site: Path, args: tuple[str, ...], said: str) -> None:
    before = (site / "a.md").read_bytes(), (site / "actus" / "b.txt").read_bytes()
    got = run("audit", *args)
    assert got.code == 2
    assert got.out == ""
    assert said in got.err
    assert "Traceback" not in got.err
    assert ((site / "a.md").read_bytes(), (site / "actus" / "b.txt").read_bytes()) == before


def test_a_report_among_the_articles_is_not_audited(run: Go, site: Path) -> None:
    wanted = ("audit", ".", "-f", "markdown:rapport.md", "-f", "text")
    first = run(*wanted)
    assert "rapport.md" in first.err
    second = run(*wanted)
    assert "2 articles" in second.out.replace("\u00a0", " ")
    assert second.out == first.out
    assert (site / "rapport.md").read_text(encoding="utf-8").startswith("<!-- seoaudit -->")


def test_a_name_that_is_no_text_is_shown_and_read(run: Go, site: Path) -> None:
    (site / os.fsdecode(b"caf\xe9\n.md")).write_text(SHORT, encoding="utf-8")
    got = run("audit", ".", "-f", "json")
    assert "caf\ufffd\n.md" in [r["source"] for r in json.loads(got.out)["reports"]]
    lines = run("audit", ".", "-f", "concise", "--min-words", "700").out.splitlines()
    assert any(line.startswith("caf\ufffd .md:1:1 LON001 ") for line in lines)
    assert all(re.match(r"(a|actus/b|caf\ufffd )\.(md|txt):\d+:\d+ [A-Z]{3}\d{3} ", line) for line in lines)


def test_without_the_cache_nothing_is_kept(run: Go, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEOAUDIT_CACHE_DIR", str(site.parent / "cache"))
    run("audit", "a.md", "--no-cache")
    assert not (site.parent / "cache").exists()
    first = run("audit", "a.md")
    assert (site.parent / "cache").exists()
    assert run("audit", "a.md").out == first.out


def test_a_run_from_the_cache_loads_neither_spacy_nor_yake(run: Go, site: Path) -> None:
    run("audit", "a.md", "actus/b.txt")
    code = (
        "import sys; sys.argv = ['seoaudit', 'audit', 'a.md', 'actus/b.txt', 'absent.md']\n"
        "from seoaudit.cli import main\n"
        "try: main()\n"
        "except SystemExit as e: assert e.code == 2, e.code\n"
        "heavy = {'spacy', 'yake', 'textstat', 'thinc', 'networkx'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=site, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_an_interrupt_leaves_what_is_done_and_exits_130(site: Path) -> None:
    for n in range(300):
        (site / f"{n}.txt").write_text(SHORT.replace("30", str(n)) * 10, encoding="utf-8")
    env = {**os.environ, "SEOAUDIT_CACHE_DIR": str(site.parent / "cache")}
    command = [sys.executable, "-m", "seoaudit", "audit", ".", "--jobs", "2", "-f", "json"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}

    def heard() -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # where the tests run in the background it is ignored

    # The test has no threads of its own, and no other argument gives a signal back to a child.
    started = subprocess.Popen(command, cwd=site, env=env, start_new_session=True, preexec_fn=heard, **pipes)  # noqa: PLW1509
    with started as process:
        while not list((site.parent / "cache").glob("*/*")) and process.poll() is None:
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all processes of the group
        out, err = process.communicate(timeout=120)
    assert process.returncode == 130, err
    assert b"Interrompu" in err
    assert b"Traceback" not in err
    assert 1 <= len(json.loads(out)["reports"]) < 300


@pytest.mark.usefixtures("site")
def test_the_page_has_the_text_also_from_the_cache(run: Go) -> None:
    for _ in range(2):
        got = run("audit", "a.md", "actus/b.txt", "-f", "html").out
        assert "chalets attendent" in got
        assert got.count("<article") >= 2 or got.count("Le marché de Noël") >= 2


@pytest.mark.usefixtures("site")
def test_an_old_site_starts_today(run: Go) -> None:
    every = ("audit", "a.md", "actus/b.txt", "-f", "concise", "--min-words", "700")
    assert run(*every, "--write-baseline", "base.json").code == 0
    gates = ("--baseline", "base.json", "--fail-on", "suggestion", "--fail-under", "100")
    got = run(*every, *gates)
    assert (got.code, got.out) == (0, "")
    assert "laissés de côté" in got.err
    Path("a.md").write_text(Path("a.md").read_text(encoding="utf-8") + "\nQui paiera?\n", encoding="utf-8")
    got = run(*every, *gates)
    assert got.code == 1
    assert re.fullmatch(r"a\.md:5:\d+ TYP001 .*\n", got.out)
    Path("actus/b.txt").write_text(SHORT, encoding="utf-8")
    got = run(*every, *gates, "--prune-baseline")
    assert "TYP001 (1)" in got.err
    assert "TYP001" not in Path("base.json").read_text(encoding="utf-8")
    assert "TYP001 (1)" not in run(*every, *gates).err
    assert run(*every, "--write-baseline", "base.json").code == 0
    assert run(*every, "--write-baseline", "a.md").code == 2


def test_only_changed_lines_count_and_measures_are_told_before_and_after(run: Go, site: Path) -> None:
    def git(*args: str) -> None:
        command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *args]
        subprocess.run(command, cwd=site, check=True, capture_output=True)

    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "un")
    same = run("audit", "a.md", "actus/b.txt", "--diff", "HEAD", "-f", "json")
    assert (same.code, json.loads(same.out)["reports"]) == (0, [])
    assert "Aucun article n’a changé" in same.err
    text = Path("actus/b.txt").read_text(encoding="utf-8")
    Path("actus/b.txt").write_text(text + "\nCombien de temps encore? Nul ne le sait.\n", encoding="utf-8")
    Path("neuf.md").write_text("# Neuf\n\nIl fait beau: venez donc à la foire.\n", encoding="utf-8")
    got = json.loads(run("audit", "a.md", "actus/b.txt", "neuf.md", "--diff", "HEAD", "-f", "json").out)
    old, new = got["reports"]
    assert [(f["rule"], [s["line"] for s in f["spans"]]) for f in old["findings"]] == [("TYP001", [3])]
    assert old["since"]["measures"]["words"]["after"] > old["since"]["measures"]["words"]["before"]
    assert new["source"] == "neuf.md"
    assert new["since"]["score"] is None
    shown = run("audit", "actus/b.txt", "--diff", "HEAD").out
    assert "Depuis HEAD" in shown
    assert "→ 38" in shown.replace("\u00a0", " ")


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--baseline", "absente.json"), "ne peut pas être lue"),
        (("--baseline", "a.md"), "n’est pas une référence"),
        (("--prune-baseline",), "--baseline"),
        (("--write-baseline", "b.json", "--diff", "HEAD"), "--diff"),
        (("--write-baseline", "rien/b.json"), "n’existe pas"),
        (("--diff", "HEAD"), "dépôt"),
    ],
)
def test_a_comparison_that_cannot_be_is_refused(
    run: Go, monkeypatch: pytest.MonkeyPatch, site: Path, args: tuple[str, ...], said: str
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(site.parent))
    got = run("audit", "a.md", *args)
    assert (got.code, got.out) == (2, "")
    assert said in got.err
    assert len(got.err.splitlines()) == 1
