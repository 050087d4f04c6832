"""Reading difficulty: formulas on exact counts, a grade that rises with difficulty, None where nothing is said."""

from __future__ import annotations

import math
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoaudit.article.read import read_string
from seoaudit.french import cross_check, readability
from seoaudit.french.analysis import analyse
from seoaudit.french.reading_level import LEVELS, readability_of_blocks

BEGINNER = "Léo a un chat. Le chat est noir. Il joue avec la balle. Léo rit. Le chat saute sur le lit. Il dort."
NEWS = (
    "Le conseil municipal a voté mardi soir la fermeture du vieux marché couvert, qui perdait de l’argent depuis des "
    "années. Les commerçants vont saisir le tribunal, car leurs baux courent jusqu’à la fin de la décennie. La mairie "
    "promet une solution avant l’été."
)
LAW = (
    "Lorsque le titulaire du contrat mentionné à l’alinéa précédent cesse, pour quelque cause que ce soit, de remplir "
    "les conditions d’éligibilité définies par voie réglementaire, l’autorité administrative compétente procède, après "
    "mise en demeure restée infructueuse à l’expiration d’un délai de deux mois, à la résiliation de la convention."
)
SCORES = ("words_per_sentence", "syllables_per_word", "kandel_moles", "gulpease", "lix", "ari", "grade", "level")


@pytest.mark.parametrize("text", ["", " ", "…", "?!", "😀", "https://www.exemple.fr/a", "\u200f"])
def test_without_words_there_is_no_score(text: str) -> None:
    read = readability(text)
    assert (read.words, read.syllables) == (0, 0)
    assert [getattr(read, score) for score in SCORES] == [None] * len(SCORES)
    assert read.textstat_flesch is None


def test_counts_and_formulas() -> None:
    # 6 words, 8 syllables, 23 letters, one word of more than six letters.
    read = readability("Le pont est fermé. Personne n’entre.")
    assert (read.words, read.sentences, read.syllables) == (6, 2, 8)
    assert read.kandel_moles == pytest.approx(100.0)  # 207 - 1.015 * 3 - 73.6 * 8/6 = 105.8, cut to the scale
    assert read.gulpease == 100.0
    assert read.lix == pytest.approx(3 + 100 / 6)
    letters = len("LepontestferméPersonnenentre")
    assert read.ari == pytest.approx(4.71 * letters / 6 + 0.5 * 3 - 21.43)


def test_kandel_and_moles_within_its_scale() -> None:
    read = readability("La municipalité organise une consultation publique avant toute décision.")
    assert read.kandel_moles == pytest.approx(207 - 1.015 * read.words - 73.6 * read.syllables / read.words)
    assert 0 < read.kandel_moles < 100


def test_harder_texts_have_higher_grades() -> None:
    grades = [readability(text).grade for text in (BEGINNER, NEWS, LAW)]
    assert grades == sorted(grades)
    assert [readability(text).level for text in (BEGINNER, NEWS, LAW)] == [
        "très facile",
        "assez facile",
        "très difficile",
    ]


def test_longer_sentences_longer_words_and_commas_each_make_it_harder() -> None:
    plain = readability("Le maire annonce une hausse du budget. La ville finance deux écoles de plus.").grade
    assert plain is not None
    for harder in (
        "Le maire annonce une hausse du budget et la ville finance deux écoles de plus.",
        "La municipalité annonce une augmentation du budget. La ville finance deux établissements de plus.",
        "Le maire annonce, une hausse, du budget. La ville finance, deux écoles, de plus.",
    ):
        assert (readability(harder).grade or 0) > plain


def test_figures_do_not_make_words_long() -> None:
    # "1998" is spoken long and read at a glance: the grade leaves it out, the formulas count it.
    figures, words = readability("Il vint en 1998 et partit en 1999."), readability("Il vint en mai et partit en juin.")
    assert (figures.syllables_per_word or 0) > (words.syllables_per_word or 0) + 1
    assert figures.grade == pytest.approx(words.grade, abs=3)


def test_levels_cover_the_scale_in_order() -> None:
    limits = [limit for limit, _ in LEVELS]
    assert limits == sorted(limits)
    assert limits[-1] == math.inf


def test_typography_changes_no_measure() -> None:
    typed = NEWS.replace("’", "'").replace(" ", "\u00a0", 3)
    a, b = readability(NEWS), readability(typed)
    assert [getattr(a, s) for s in SCORES] == [getattr(b, s) for s in SCORES]


def test_a_text_in_capitals_is_no_row_of_acronyms() -> None:
    assert readability(NEWS.upper()).syllables == readability(NEWS.lower()).syllables


def test_an_analysed_article_gives_the_same_as_its_text() -> None:
    analysis = analyse(read_string(f"{NEWS}\n\n{LAW}"))
    of_blocks, of_text = readability_of_blocks(analysis.prose), readability(f"{NEWS}\n\n{LAW}")
    assert [getattr(of_blocks, s) for s in SCORES] == [getattr(of_text, s) for s in SCORES]


def test_the_reference_article(optus: str) -> None:
    read = readability(optus)
    assert (read.words, read.sentences) == (345, 9)
    assert read.level == "difficile"


def test_textstat_is_a_cross_check_loaded_when_asked_for() -> None:
    code = (
        "import sys; from seoaudit.french import readability; r = readability('Le chat dort sur le lit.'); "
        "assert not {'spacy', 'textstat', 'nltk'} & set(sys.modules), 'loaded too early'; "
        "print(r.textstat_flesch); assert 'scipy' not in sys.modules"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert 0 < float(out) < 210


@pytest.mark.parametrize(
    "text", ["", "…", "Oui.", NEWS, LAW, NEWS.upper(), "Est-ce l’heure ? « À 10h30, www.optus.fr répond… » Et 2 700 !"]
)
def test_the_cross_check_is_what_textstat_says(text: str) -> None:
    assert cross_check.textstat_flesch(text) == cross_check._french_textstat().flesch_reading_ease(text)


@given(st.text(max_size=300))
def test_any_text_gets_finite_scores_or_none(text: str) -> None:
    read = readability(text)
    scores = [getattr(read, s) for s in SCORES if s != "level"]
    assert all(s is None for s in scores) or all(math.isfinite(s) for s in scores)
    assert read.grade is None or 0 <= read.grade <= 100
