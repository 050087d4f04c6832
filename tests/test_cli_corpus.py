"""`corpus stats` and --corpus as their users meet them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "seoaudit"]
TEXT = "La fromagerie Morel ouvre à {}. La fromagerie Morel vend du comté. Le comté de {} est salé."
TOWNS = ("Lons", "Dole", "Arbois", "Poligny", "Salins", "Morez", "Champagnole", "Bletterans", "Orgelet", "Voiteur")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    for town in TOWNS:
        (folder / f"{town}.txt").write_text(TEXT.format(town, town), "utf-8")
    return folder


def run(*args: str | Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run([*COMMAND, *map(str, args)], capture_output=True, text=True, check=False, env=environment)


def refused(result: subprocess.CompletedProcess[str]) -> str:
    assert result.returncode == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    return result.stderr


def test_a_table_is_made_and_used(site: Path, tmp_path: Path) -> None:
    table = tmp_path / "df.json"
    (site / "abîmé.md").write_bytes(b"\x00\x01")
    made = run("corpus", "stats", site, "-o", table)
    assert made.returncode == 0
    assert made.stdout == ""
    assert "abîmé.md" in made.stderr
    assert "10 articles lus, 1 illisible laissé de côté" in made.stderr
    assert "\r" not in made.stderr
    assert json.loads(table.read_text("utf-8"))["documents"] == len(TOWNS)
    assert run("corpus", "stats", site).stdout == table.read_text("utf-8")

    article = site / "Dole.txt"
    first = {}
    for name, options in (("alone", []), ("on site", ["--corpus", table])):
        found = json.loads(run("keyphrases", article, "--format", "json", *options).stdout)
        first[name] = found[0]["text"]
    assert first == {"alone": "fromagerie Morel", "on site": "Dole"}
    assert "site_wide" in run("keyphrases", article, "--explain", "--corpus", table).stdout
    report = json.loads(run("audit", article, "--format", "json", "--set", f"corpus={table}").stdout)
    assert report["keyphrases"][0]["text"] == "Dole"
    for command in ("draft", "outline"):
        assert run(command, article, "--corpus", table).returncode == 0


def test_it_reads_what_an_audit_reads(site: Path) -> None:
    (site / ".git").mkdir()
    (site / ".gitignore").write_text("Dole.txt\n", "utf-8")
    (site / "seoaudit.toml").write_text('exclude = ["Lons.txt"]\n', "utf-8")

    def documents(*options: str) -> int:
        return int(json.loads(run("corpus", "stats", site, *options).stdout)["documents"])

    assert documents() == len(TOWNS) - 2
    assert documents("--isolated") == len(TOWNS) - 1
    assert documents("--include", "Dole.txt") == len(TOWNS) - 1
    assert documents("--exclude", "[A-M]*.txt", "--include", "Dole.txt") == sum(t > "N" for t in TOWNS)


def test_nothing_is_written_over(site: Path, tmp_path: Path) -> None:
    before = (site / "Dole.txt").read_text("utf-8")
    assert "fichier d’entrée" in refused(run("corpus", "stats", site, "-o", site / "Dole.txt", "--force"))
    assert (site / "Dole.txt").read_text("utf-8") == before
    table = tmp_path / "df.json"
    table.write_text("gardé", "utf-8")
    assert "existe déjà" in refused(run("corpus", "stats", site, "-o", table))
    assert table.read_text("utf-8") == "gardé"
    assert "n’existe pas" in refused(run("corpus", "stats", site, "-o", tmp_path / "nul" / "df.json"))
    assert run("corpus", "stats", site, "-o", table, "--force").returncode == 0


def test_bad_input_is_one_sentence(site: Path, tmp_path: Path) -> None:
    assert "n’existe pas" in refused(run("corpus", "stats", tmp_path / "nul"))
    (tmp_path / "vide").mkdir()
    assert "aucun article" in refused(run("corpus", "stats", tmp_path / "vide"))
    table = tmp_path / "df.json"
    table.write_text('{"kind": "seoaudit-corpus", "schema_version": 7}', "utf-8")
    for command in ("audit", "draft", "outline", "keyphrases"):
        assert "version 7" in refused(run(command, site / "Dole.txt", "--corpus", table))


def test_a_keyphrase_that_another_article_has_is_pointed_out(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for name, keyphrase, title in (("noel/index.md", "marché de Noël", "Noël à Lille"), ("arras.md", "vélo", "Arras")):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(f"---\ntitle: {title}\nkeyphrase: {keyphrase}\n---\n\nIl ouvre samedi.\n", "utf-8")
    table = tmp_path / "df.json"
    assert run("corpus", "stats", site, "-o", table).returncode == 0
    itself = run("audit", site / "noel/index.md", "--corpus", table, "--select", "MOT021", "--format", "json")
    assert json.loads(itself.stdout)["findings"] == []
    new = tmp_path / "nouveau.md"
    new.write_text("---\ntitle: Dix idées\nkeyphrase: marchés de Noël\n---\n\nIl ouvre samedi.\n", "utf-8")
    other = run("audit", new, "--corpus", table, "--select", "MOT021", "--format", "json")
    (finding,) = json.loads(other.stdout)["findings"]
    assert finding["rule"] == "MOT021"
    assert "noel/index.md" in finding["message"]
