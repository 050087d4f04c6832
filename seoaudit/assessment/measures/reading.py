"""Readability: sentences, words, syllables, and how the sentences are built."""

from __future__ import annotations

import re

from seoaudit.assessment.context import Context
from seoaudit.assessment.measures.length_reasons import length_advice
from seoaudit.assessment.registry import Compute, Fact, Place, Value, absent, measure
from seoaudit.french.analysis import AnalysedBlock
from seoaudit.french.cefr import LEVELS as CEFR
from seoaudit.french.cefr import cefr_band
from seoaudit.french.data import read_list
from seoaudit.french.long_sentences import explain_length
from seoaudit.french.parse import Sentence
from seoaudit.french.passive import Passive, passives
from seoaudit.french.quoted import quoted_spans, within

# Fewer sentences make no rate.
FEWEST = 10
# Words shown of what is found many times.
SHOWN = 5
# Words a French adult reads silently in a minute: 195 (Trauzettel-Klosinski & Dietz 2012, IReST, French).
WORDS_PER_MINUTE = 195
ALIKE = 3
_NEGATION = re.compile(r"\bn(?:'|e )\Z", re.IGNORECASE)
# Articles, possessives, demonstratives and prepositions: what follows them opens the sentence.
_SMALL = frozenset(read_list("small_openers"))


def _place(block: AnalysedBlock, sentence: Sentence) -> Place:
    return Place(*block.to_source(sentence.start, sentence.end))


def _level(name: str) -> Compute:
    """Return the measure that reads one value of `seoaudit.french.reading_level.Readability`."""

    def compute(context: Context) -> Value:
        if name == "grade" and context.is_too_short:
            return absent("too_short")
        level = context.readability
        value = getattr(level, name)
        if value is None or level.words_per_sentence is None or level.syllables_per_word is None:
            return absent("no_text")
        facts: dict[str, Fact] = {
            "words_per_sentence": level.words_per_sentence,
            "syllables_per_word": level.syllables_per_word,
            "level": level.level or "",
        }
        return Value(value, facts=facts)

    return compute


_LEVELS = {
    "syllables": "Spoken syllables of the prose.",
    "words_per_sentence": "Words a sentence, on average.",
    "syllables_per_word": "Spoken syllables a word, on average.",
    "kandel_moles": "Kandel & Moles (1958): 207 - 1.015 words a sentence - 73.6 syllables a word; higher is easier.",
    "gulpease": "Gulpease (1988): 89 + (300 sentences - 10 letters) / words; higher is easier.",
    "lix": "LIX (Björnsson 1968): words a sentence + per cent of words of more than six letters; higher is harder.",
    "ari": "ARI (Senter & Smith 1967): 4.71 letters a word + 0.5 words a sentence - 21.43, US school years.",
    "textstat_flesch": "Flesch reading ease for French as textstat computes it: a cross-check, judged by no rule.",
    "grade": "Difficulty, 0 to 100 and beyond, higher is harder (see `seoaudit.french.reading_level`).",
}
# Formulas that subtract from a constant have no lowest value.
_UNBOUNDED = {"kandel_moles", "gulpease", "ari", "textstat_flesch", "grade"}
for _name, _text in _LEVELS.items():
    _compute = _level(_name)
    _compute.__doc__ = _text
    _low = None if _name in _UNBOUNDED else 0
    measure(_name, low=_low, french_only=True, facts=("level", "syllables_per_word", "words_per_sentence"))(_compute)


@measure("polysyllable_share", unit="%", high=100, french_only=True)
def polysyllable_share(context: Context) -> Value:
    """Share of the words with three spoken syllables or more, numbers left out: the hard words of SMOG (1969)."""
    value = context.readability.polysyllables
    return absent("no_text") if value is None else Value(value)


@measure("cefr_low", low=1, high=6, french_only=True)
def cefr_low(context: Context) -> Value:
    """Lower of the two CEFR levels that the difficulty suits, 1 = A1 to 6 = C2: rough (see `seoaudit.french.cefr`)."""
    return _cefr(context, 0)


@measure("cefr_high", low=1, high=6, french_only=True)
def cefr_high(context: Context) -> Value:
    """Higher of the two CEFR levels that the difficulty suits, 1 = A1 to 6 = C2: rough (see `seoaudit.french.cefr`)."""
    return _cefr(context, 1)


def _cefr(context: Context, end: int) -> Value:
    grade = context.readability.grade
    if context.is_too_short or grade is None:
        return absent("no_text" if grade is None else "too_short")
    level = cefr_band(grade)[end]
    return Value(1 + CEFR.index(level), examples=(level,))


@measure("sentences")
def sentences(context: Context) -> Value:
    """Sentences of the prose, by our own boundaries."""
    return Value(context.analysis.sentence_count)


@measure("reading_minutes", unit="min")
def reading_minutes(context: Context) -> Value:
    """Time a French adult takes to read the prose silently, at 195 words a minute (IReST, French)."""
    return Value(context.analysis.word_count / WORDS_PER_MINUTE)


@measure(
    "long_sentence_share",
    unit="%",
    high=100,
    facts=("count", "longest", "reason_en", "reason_fr"),
    reads=("long_sentence",),
)
def long_sentence_share(context: Context) -> Value:
    """Share of the sentences with more words than `long_sentence` (30 unless set); from three sentences on."""
    limit = context.settings.long_sentence
    lengths = context.sentence_lengths
    if len(lengths) < ALIKE:
        return absent("few_sentences")
    long = [s for s in lengths if s.words > limit]
    longest = max(long, key=lambda s: s.words, default=None)
    facts: dict[str, Fact] = {"count": len(long), "longest": longest.words if longest else 0}
    facts["reason_fr"] = facts["reason_en"] = ""
    if longest and context.is_french:
        why = explain_length(longest.block.parsed, longest.number)
        facts |= {f"reason_{lang}": length_advice(why, lang) for lang in ("fr", "en")}
    # The longest comes first: it is the one that the advice is about, and the one that the report quotes.
    shown = sorted(long, key=lambda s: s is not longest)
    return Value(100 * len(long) / len(lengths), tuple(_place(s.block, s.sentence) for s in shown), facts)


@measure("passive_share", unit="%", high=100, french_only=True, facts=("count", "listed"))
def passive_share(context: Context) -> Value:
    """Share of the sentences with a verb in the passive, in per cent; from ten sentences on."""
    total = context.analysis.sentence_count
    if total < FEWEST:
        return absent("few_sentences")
    found = [(b, p) for b in context.analysis.prose for p in context.once(passives, b.parsed)]
    count = len({(b.index, p.sentence) for b, p in found})
    places = tuple(Place(*b.to_source(p.start, p.end)) for b, p in found)
    said = tuple(dict.fromkeys(_passive_words(b, p) for b, p in found))
    listed = ", ".join(f"«\u00a0{words}\u00a0»" for words in said[:SHOWN])
    return Value(100 * count / total, places, {"count": count, "listed": listed}, examples=said[:SHOWN])


def _passive_words(block: AnalysedBlock, passive: Passive) -> str:
    """Return a passive form as the report shows it, with its agent: "a été fermé par la mairie"."""
    text = block.parsed.text
    negated = _NEGATION.search(text, 0, passive.start)  # "n'a pas été fermé" would say the contrary without it
    form = text[negated.start() if negated else passive.start : passive.end]
    return " ".join(filter(None, (form, passive.agent))).replace("'", "’")


@measure("alike_beginnings", french_only=True, facts=("first",))
def alike_beginnings(context: Context) -> Value:
    """Runs of three or more sentences of a paragraph that begin alike: with the same word, or two after a small one.

    "Il ouvre. Il ferme. Il rouvre." begin alike; "Le maire", "Le conseil", "Le budget" do not, nor do "En 2010" and
    "En 2012": after an article, a possessive, a demonstrative or a preposition the second word has to be the same.
    Items of a list may well begin alike, so each paragraph is taken for itself; quoted sentences are not the author's,
    and questions in a row that begin alike are a figure of speech.
    """
    runs: list[tuple[Place, str]] = []
    for block in context.analysis.prose:
        if len(block.parsed.sentences) < ALIKE:
            continue
        quoted = context.once(quoted_spans, block.parsed.text)
        openings = ["" if within(quoted, s.start) else _opening(block, s) for s in block.parsed.sentences]
        start = 0
        for i in range(1, len(openings) + 1):
            if i < len(openings) and openings[i] and openings[i] == openings[start]:
                continue
            run = block.parsed.sentences[start:i]
            if len(run) >= ALIKE and openings[start] and not all(_asks(block, s) for s in run):
                first, last = run[0], run[-1]
                runs.append((Place(*block.to_source(first.start, last.end)), openings[start]))
            start = i
    return Value(len(runs), tuple(p for p, _ in runs), {"first": runs[0][1] if runs else ""})


def _asks(block: AnalysedBlock, sentence: Sentence) -> bool:
    return block.parsed.text[sentence.start : sentence.end].rstrip().endswith("?")


def _opening(block: AnalysedBlock, sentence: Sentence) -> str:
    """Return a sentence's first word, lower case; the first two when it opens with a word that says little."""
    words = block.words_within(sentence.start, sentence.end)
    said = 2 if words and words[0].text.lower() in _SMALL else 1
    return " ".join(w.text.lower() for w in words[:said])
