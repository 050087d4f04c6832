"""What the measures of connectives count: running text, by the author's sections."""

from __future__ import annotations

import seoaudit
from seoaudit.report.model import Report
from tests.filler import filler

TIED = "Le jardin ouvre tôt, car le gardien habite sur place."


def audit(text: str) -> Report:
    return seoaudit.audit(text, source_format="markdown")


def test_the_share_counts_sentences_not_connectives() -> None:
    report = audit(
        " ".join(["Le jardin ouvre tôt."] * 8 + [TIED, "Il ferme, mais le verger reste ouvert, car il est loin."])
    )
    assert report.measures["connective_share"].value == 20


def test_lists_and_quotations_are_left_out() -> None:
    text = filler(60) + "\n\n" + TIED
    more = text + "\n\n> " + TIED + "\n\n- " + "\n- ".join(["Une bêche, car il faut creuser"] * 20)
    assert audit(text).measures["connective_share"].value == audit(more).measures["connective_share"].value


def test_few_sentences_make_no_share() -> None:
    measure = audit(TIED).measures["connective_share"]
    assert measure.value is None
    assert measure.reason


def test_sections_are_those_of_the_author_and_long_enough() -> None:
    text = f"## Un\n\n{filler(170)}\n\n## Deux\n\n{filler(100)}\n\n## Trois\n\n{filler(170)} {TIED}\n"
    report = audit(text)
    assert report.measures["sections_without_connective"].value == 1
    (finding,) = [f for f in report.findings if f.rule == "CON002"]
    assert [text[s.start : s.end].strip("# \n") for s in finding.spans] == ["Un"]


def test_short_sections_are_not_judged() -> None:
    assert audit(f"## Un\n\n{filler(100)}\n").measures["sections_without_connective"].value is None


def test_another_language_is_not_measured() -> None:
    english = (
        "The garden opens early because the keeper lives nearby, and the children like the old wooden cabin. " * 12
    )
    assert audit(english).measures["connective_share"].value is None
