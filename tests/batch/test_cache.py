"""What is kept comes back whole or not at all, and only where nothing it depends on has changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from seoaudit.batch.audit import Order, key_for
from seoaudit.batch.cache import Cache
from seoaudit.batch.files import Item

KEY = "ab" + "0" * 62


def entry(folder: Path) -> Path:
    return next(p for p in folder.rglob("*") if p.is_file())


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "c")
    assert cache.get(KEY) is None
    cache.put(KEY, b"rapport")
    assert cache.get(KEY) == b"rapport"
    assert [p.name for p in (tmp_path / "c" / "ab").iterdir()] == [KEY[2:]]


@pytest.mark.parametrize("damage", [b"", b"seoaudit 0\n" + bytes(40), b"seoaudit 1\n" + bytes(40), None])
def test_a_damaged_entry_is_as_good_as_none(tmp_path: Path, damage: bytes | None) -> None:
    cache = Cache(tmp_path)
    cache.put(KEY, b"rapport")
    whole = entry(tmp_path).read_bytes()
    entry(tmp_path).write_bytes(whole[:-1] if damage is None else damage)
    assert cache.get(KEY) is None
    cache.put(KEY, b"neuf")
    assert cache.get(KEY) == b"neuf"


def test_a_cache_that_cannot_be_written_is_none(tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("", encoding="utf-8")
    cache = Cache(tmp_path / "fichier" / "c")
    cache.put(KEY, b"rapport")
    assert cache.get(KEY) is None
    cache.trim()
    assert Cache(None).get(KEY) is None


def test_the_entries_longest_unused_go_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path, largest=1000)
    keys = [f"{n:02d}" + "0" * 62 for n in range(10)]
    for n, key in enumerate(keys):
        cache.put(key, bytes(100))
        os.utime(tmp_path / key[:2] / key[2:], (n, n))
    assert cache.get(keys[0]) is not None  # used just now
    cache.trim()
    kept = [k for k in keys if cache.get(k) is not None]
    assert keys[0] in kept
    assert keys[1] not in kept
    assert keys[9] in kept
    assert sum(p.stat().st_size for p in tmp_path.rglob("*") if p.is_file()) <= 1000


def test_a_key_changes_with_all_that_a_report_depends_on(tmp_path: Path) -> None:
    path, rules = tmp_path / "a.txt", tmp_path / "regles.yaml"
    path.write_text("Bonjour.", encoding="utf-8")
    rules.write_text("[]", encoding="utf-8")
    item = Item(path, "a.txt")

    def keys() -> list[str | None]:
        orders = [
            *(Order(), Order({"min_words": 3}), Order({"rules": [str(rules)]}), Order(given={"keyphrase": "bonjour"})),
            *(Order(lang="en"), Order(source_format="markdown")),
        ]
        return [key_for(item, order) for order in orders]

    first = keys()
    assert None not in first
    assert len(set(first)) == len(first)
    assert key_for(Item(path, "autre/nom.txt"), Order()) == first[0]
    path.write_text("Bonsoir.", encoding="utf-8")
    assert not set(first) & set(keys())
    path.write_text("Bonjour.", encoding="utf-8")
    assert keys() == first
    (tmp_path / "a.yaml").write_text("min_words: 700\n", encoding="utf-8")
    assert not set(first) & set(keys())
    assert key_for(Item(tmp_path / "absent.txt", "absent.txt"), Order()) is None
    assert key_for(Item(None, "-"), Order()) is None
