"""How hard a text is to read: the classic formulas on exact counts, and one grade of ours that is judged by.

Every formula gets the same counts: sentences by `french.sentences`, words by `french.words`, spoken syllables by
`french.syllables`. Addresses (URL, e-mail) are no words here, and a sentence needs a word.

The grade. Difficulty = ln(words per sentence) + word length + 0.1 x commas per sentence, where word length is the
mean of syllables per word and letters per word / 2.75 (French words have 2.75 letters to the syllable), over words
without digits: "1998" is spoken long and read at a glance. The grade sets 5 words a sentence, 1.25 syllables a word
and no comma at 0, and 50 words, 2.1 syllables and 4 commas at 100. ln(words per sentence) and letters rank French
levels better than the sums of Kandel & Moles do (they are the terms of Gulpease, Lucisano & Piemontese 1988); the
weights are rounded ones from the middle of a wide plateau, not a fit. Articles of a children's encyclopaedia average
50, blogs and news 51 to 60, an encyclopaedia for adults 64; long legal sentences reach 100.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from seoaudit.french.analysis import AnalysedBlock
from seoaudit.french.normalise import normalise
from seoaudit.french.sentences import split_sentences
from seoaudit.french.syllables import count_syllables
from seoaudit.french.words import Word, find_words

# Ends of the scale and what a unit of difficulty is worth on it (see above).
_EASIEST = 2.85
_POINTS = 28.0
_LETTERS_PER_SYLLABLE = 2.75
_COMMA = 0.1
# Grade below which a text has the label; the last label has no limit.
LEVELS = (
    (25.0, "très facile"),
    (38.0, "facile"),
    (50.0, "assez facile"),
    (60.0, "moyen"),
    (68.0, "assez difficile"),
    (78.0, "difficile"),
    (math.inf, "très difficile"),
)
_LONG_WORD = 7
_MANY_SYLLABLES = 3
_PAUSE = re.compile(r",(?!\d)")


@dataclass(frozen=True)
class Readability:
    """What the measures of reading difficulty say of a text.

    The scores are None where the text has no word. `textstat_flesch` is computed when it is first asked for.

    Attributes:
        words: words read, addresses left out.
        sentences: sentences with a word in them.
        syllables: spoken syllables of the words, numbers read out.
        words_per_sentence: mean length of the sentences.
        syllables_per_word: mean length of the words.
        kandel_moles: 207 - 1.015 words/sentence - 73.6 syllables/word (Kandel & Moles 1958), 0 to 100, higher is
            easier.
        gulpease: 89 + (300 sentences - 10 letters)/words (Lucisano & Piemontese 1988), 0 to 100, higher is easier.
        lix: words/sentence + per cent of words of more than six letters (Björnsson 1968), higher is harder.
        polysyllables: share of the words without digits with three spoken syllables or more, in per cent: the "hard
            words" of SMOG (McLaughlin 1969), whose formula itself is fitted on English and not used.
        ari: 4.71 letters/word + 0.5 words/sentence - 21.43 (Senter & Smith 1967), US school years.
        grade: the grade of this module, 0 to 100, higher is harder.
        level: the grade in words, "très facile" to "très difficile".
    """

    words: int
    sentences: int
    syllables: int
    words_per_sentence: float | None
    syllables_per_word: float | None
    kandel_moles: float | None
    gulpease: float | None
    lix: float | None
    polysyllables: float | None
    ari: float | None
    grade: float | None
    level: str | None
    text: str = field(repr=False, compare=False)

    @cached_property
    def textstat_flesch(self) -> float | None:
        """The Flesch score textstat gives the same text, a cross-check with other counts; None without words."""
        if not self.words:
            return None
        # Imported here: half of the callers never ask.
        from seoaudit.french.cross_check import textstat_flesch

        return textstat_flesch(self.text)


_NOTHING = Readability(0, 0, 0, None, None, None, None, None, None, None, None, None, "")


def readability(text: str) -> Readability:
    """Return the reading difficulty of a text.

    Args:
        text: prose, without markup; any apostrophe, space or Unicode form.
    """
    sentences = sum(_has_word(s) for s in split_sentences(text))
    clean = normalise(text).text
    return readability_of(find_words(clean), sentences, clean)


def readability_of_blocks(blocks: Sequence[AnalysedBlock]) -> Readability:
    """Return the reading difficulty of parts of an analysed article, from the sentences and words it has already.

    Args:
        blocks: usually the prose of an article; headings are no sentences.
    """
    words = [w for b in blocks for w in b.words]
    sentences = sum(_has_word(b.parsed.sentence_text(i)) for b in blocks for i in range(len(b.parsed.sentences)))
    return readability_of(words, sentences, "\n".join(b.parsed.text for b in blocks))


def readability_of(words: Iterable[Word], sentences: int, text: str) -> Readability:
    """Return the reading difficulty of a text whose words and sentences are counted already.

    Args:
        words: its words, as found by `find_words`.
        sentences: the number of its sentences that hold a word.
        text: the normalised text they are of: its commas are counted, and textstat reads it.
    """
    read = [w for w in words if w.kind not in ("url", "email")]
    if not read or sentences < 1:
        return _NOTHING
    forms = [w.text for w in read]
    if sum(map(str.isupper, forms)) > len(forms) / 2:
        forms = [f.lower() for f in forms]  # a text in capitals has no acronyms
    spoken_by_form = {f: count_syllables(f) for f in set(forms)}
    syllables = [spoken_by_form[f] for f in forms]
    letters = [len(f) if f.isalnum() else sum(map(str.isalnum, f)) for f in forms]
    n = len(forms)
    length, spoken = n / sentences, sum(syllables) / n
    plain = [i for i, w in enumerate(read) if w.kind != "number"] or list(range(n))
    word_length = (sum(syllables[i] for i in plain) + sum(letters[i] for i in plain) / _LETTERS_PER_SYLLABLE) / (
        2 * len(plain)
    )
    grade = _grade(length, word_length, len(_PAUSE.findall(text)) / sentences)
    return Readability(
        words=n,
        sentences=sentences,
        syllables=sum(syllables),
        words_per_sentence=length,
        syllables_per_word=spoken,
        kandel_moles=_within(207 - 1.015 * length - 73.6 * spoken),
        gulpease=_within(89 + (300 * sentences - 10 * sum(letters)) / n),
        lix=length + 100 * sum(count >= _LONG_WORD for count in letters) / n,
        polysyllables=100 * sum(syllables[i] >= _MANY_SYLLABLES for i in plain) / len(plain),
        ari=4.71 * sum(letters) / n + 0.5 * length - 21.43,
        grade=grade,
        level=level_of(grade),
        text=text,
    )


def level_of(grade: float) -> str:
    """Return a grade in words, "très facile" to "très difficile"."""
    return next(label for limit, label in LEVELS if grade < limit)


def _grade(words_per_sentence: float, word_length: float, commas_per_sentence: float) -> float:
    """Return the grade of a text; the formula is that of the module's docstring."""
    difficulty = math.log(words_per_sentence) + word_length + _COMMA * commas_per_sentence
    return _within(_POINTS * (difficulty - _EASIEST))


def _within(score: float) -> float:
    """Return a score cut to its scale, 0 to 100."""
    return min(100.0, max(0.0, score))


def _has_word(sentence: str) -> bool:
    """Whether a sentence holds a letter or a digit."""
    return any(map(str.isalnum, sentence))
