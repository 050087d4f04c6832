"""A fingerprint stays with its sentence: moved, retyped elsewhere or beside new text it is the same."""

from __future__ import annotations

import seoaudit
from seoaudit.report.model import Report

LEAD = "Le marché de Noël ouvre samedi à Lille, sur la place Rihour. Les chalets attendent les visiteurs."
FAULT = "Qui paiera la note cette année? La ville n’a pas encore répondu à cette question."


def prints(report: Report, rule: str = "TYP001") -> list[str]:
    return [s.fingerprint for f in report.findings if f.rule == rule for s in f.spans]


def test_a_moved_sentence_keeps_its_fingerprint() -> None:
    before = prints(seoaudit.audit(f"{LEAD}\n\n{FAULT}\n"))
    assert len(before) == 1
    assert prints(seoaudit.audit(f"{FAULT}\n\n{LEAD}\n")) == before
    assert prints(seoaudit.audit(f"# Un titre\n\n{LEAD}\n\n- {FAULT}\n", source_format="markdown")) == before


def test_typography_beside_the_fault_changes_nothing() -> None:
    before = prints(seoaudit.audit(f"{LEAD}\n\n{FAULT}\n"))
    assert prints(seoaudit.audit(f"{LEAD}\n\n{FAULT.replace('’', chr(39))}\n")) == before


def test_faults_of_one_sentence_are_told_apart_and_other_words_are_another_sentence() -> None:
    twice = prints(seoaudit.audit(f"{LEAD}\n\nQui paiera: la ville: ou l’État, cette année?\n"))
    assert len(twice) == len(set(twice)) == 3
    assert not set(twice) & set(prints(seoaudit.audit(f"{LEAD}\n\n{FAULT}\n")))


def test_a_finding_on_the_whole_article_stays_with_its_beginning() -> None:
    def of(text: str) -> set[str]:
        return {f.fingerprint for f in seoaudit.audit(text, settings={"min_words": 700}).findings if f.rule == "LON001"}

    assert of(f"{LEAD}\n\n{FAULT}\n") == of(f"{LEAD}\n")
    assert of(f"{LEAD}\n") != of(f"{FAULT}\n")
