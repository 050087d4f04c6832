"""What the heading proposals are fitted on: articles with their headings, and what readers said of their sections.

Readers' grades and best headings are kept without the words, by the start of their SHA-256.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import snowballstemmer

from seoaudit.french.parse import Parsed, parse_paragraphs
from seoaudit.french.words import find_words, without_elision
from seoaudit.structure import heading_gist, heading_subject
from seoaudit.structure.heading_lexicon import content_words, families_of, fold, word_list
from seoaudit.structure.heading_meaning import read_meanings
from seoaudit.structure.heading_section import read_sections
from seoaudit.structure.heading_tree import Tree

PUBLISH = 2.5  # grades from which a phrase's words count as the gist
Grades = dict[tuple[str, int], dict[str, float]]
_stemmer = snowballstemmer.stemmer("french")


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the data: its parsed sections and the human heading of each ("" where there is none)."""

    id: str
    source: str
    title: str
    sections: list[list[Parsed]]
    headings: list[str]


def read(path: Path) -> list[Article]:
    out = []
    for line in path.open(encoding="utf-8"):
        d = json.loads(line)
        starts = sorted({0, *d["boundaries"]})
        parsed = parse_paragraphs(d["paragraphs"])
        human = {h["first_paragraph"]: h["text"] for h in d["headings"] if h["level"] == 2}
        sections = [parsed[a:b] for a, b in zip(starts, [*starts[1:], len(parsed)], strict=True)]
        # Every other article is seen without its title, as callers may give none.
        title = d["title"] or "" if hashlib.sha256(str(d["id"]).encode()).digest()[0] % 2 else ""
        out.append(Article(str(d["id"]), d["source"], title, sections, [human.get(s, "") for s in starts]))
    return out


@cache
def stem(word: str) -> str:
    return fold(_stemmer.stemWord(word.lower()))


def stems(text: str) -> set[str]:
    hosts = (without_elision(w.text.replace("’", "'")) for w in find_words(text) if w.kind == "form")
    return {stem(w) for w in hosts if len(w) > 1 and w.lower() not in word_list("function_words")}


def subject_rows(article: Article, trees: list[list[Tree]]) -> tuple[Any, Any]:
    """Features of every family in a titled section, and whether the human heading has it."""
    rows, hits = [], []
    for section, (keys, matrix), heading in zip(trees, heading_subject.features(trees), article.headings, strict=True):
        gold = stems(heading)
        if not gold:
            continue
        named = {k for t in section for k, x in zip(t.keys, t.tokens, strict=True) if k and stems(x.text) & gold}
        rows.append(matrix)
        hits.append(np.array([k in named for k in keys]))
    return (np.concatenate(rows), np.concatenate(hits)) if rows else (np.zeros((0, 0)), np.zeros(0))


def digest(text: str) -> str:
    return hashlib.sha256(text.replace("\u00a0", " ").encode()).hexdigest()[:8]


def rows_of(path: Path) -> Iterable[tuple[tuple[str, int], list[str]]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            article, section, rest = line.split("\t")
            yield (article, int(section)), rest.split()


def read_grades(path: Path) -> Grades:
    return {place: {h: float(g) for h, _, g in (x.partition(":") for x in found)} for place, found in rows_of(path)}


def gist_rows(article: Article, parts: Any, named: dict[tuple[str, int], set[str]], grades: Grades) -> tuple[Any, Any]:
    """Features of every family in a section that readers saw, and whether a heading they would print has it."""
    sections = read_sections(parts, families_of(article.title))
    subject = heading_subject.features([[tree for tree, _ in part] for part in parts])
    found = heading_gist.features(sections, read_meanings(sections, content_words(article.title)), subject)
    rows, hits = [], []
    for s, (keys, matrix) in enumerate(found):
        place = (article.id, s)
        if not keys or (place not in named and place not in grades):
            continue
        graded = grades.get(place, {})
        printed = {
            k for _, own in parts[s] for f in own if graded.get(digest(fold(f.text)), 0) >= PUBLISH for k in f.families
        }
        rows.append(matrix)
        hits.append(np.array([digest(k) in named.get(place, ()) or k in printed for k in keys]))
    return (np.concatenate(rows), np.concatenate(hits)) if rows else (np.zeros((0, 0)), np.zeros(0))
