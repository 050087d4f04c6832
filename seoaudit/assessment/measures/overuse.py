"""Over-optimisation that shows without a declared keyphrase: one phrase, one heading, one town over and over."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from seoaudit.assessment.context import FEWEST_FOR_RATE, Context
from seoaudit.assessment.registry import Fact, Place, Value, absent, measure
from seoaudit.french.analysis import AnalysedBlock
from seoaudit.french.words import without_elision
from seoaudit.keyphrases import prepare_keyphrase
from seoaudit.keyphrases.data import read_set
from seoaudit.keyphrases.indexed import index_text
from seoaudit.structure.heading_checks import FEWEST_HEADINGS, alike

LONGEST_PHRASE = 4
# A word that comes back so often within one text alternative describes no image.
MOST_IN_ALTERNATIVE = 2


@measure("top_phrase_density", unit="%", high=100, facts=("count", "phrase"), reads=("keyphrase",))
def top_phrase_density(context: Context) -> Value:
    """Highest density among the sequences of two to four words that begin and end with a content word.

    Those of the declared keyphrase are left to its own rule.

    Single words are left out: a name or a subject's noun comes back often in good prose.
    """
    words = context.analysis.word_count
    if words < FEWEST_FOR_RATE:
        return absent("few_words")
    texts = [(b, tuple(without_elision(w.text).casefold() for w in b.words)) for b in context.analysis.prose]
    times = Counter(w for _, own in texts for w in own)
    content = times.keys() - read_set("function_words")
    # What comes once matters only where nothing comes twice.
    for least in (2, 1):
        places = _phrases(texts, {w for w in content if times[w] >= least})
        # Of equally frequent ones the longest says most; the keyphrase has a rule of its own.
        often = (k for k in places if len(places[k]) >= least)
        order = sorted(often, key=lambda k: (len(places[k]), len(k), k), reverse=True)
        top = next((k for k in order if not is_keyphrase(context, content_keys(" ".join(k)))), None)
        if top is not None:
            found = tuple(Place(*b.to_source(b.words[i].start, b.words[j - 1].end)) for b, i, j in places[top])
            return Value(100 * len(found) / words, found, {"phrase": " ".join(top), "count": len(found)})
    return absent("keyphrase_judged" if places else "no_phrases")


def _phrases(
    texts: Iterable[tuple[AnalysedBlock, tuple[str, ...]]], content: Collection[str]
) -> Mapping[tuple[str, ...], list[tuple[AnalysedBlock, int, int]]]:
    """Return the sequences of two to four words that begin and end with some content words, with their places."""
    places = defaultdict(list)
    for block, words in texts:
        ends = [w in content for w in words]
        for i, word in enumerate(words):
            if ends[i] and not word.isdigit():
                for j in range(i + 2, min(i + LONGEST_PHRASE, len(words)) + 1):
                    if ends[j - 1]:
                        places[words[i:j]].append((block, i, j))
    return places


def content_keys(text: str) -> list[str]:
    """Return the keys of a text's content words; numbers, which headings may well count up, are none."""
    empty = read_set("function_words")
    return [t.key for t in index_text(text).tokens if t.form not in empty and not t.form.isdigit()]


def is_keyphrase(context: Context, keys: Iterable[str]) -> bool:
    """Whether all words are those of the declared keyphrase, whose own rules judge it."""
    keyphrase = context.settings.keyphrase
    return bool(keyphrase) and set(keys) <= {p.key for p in prepare_keyphrase(keyphrase or "").parts}


@measure("alike_heading_share", unit="%", high=100, facts=("bearing", "headings", "shared"), reads=("keyphrase",))
def alike_heading_share(context: Context) -> Value:
    """Share of the subheadings with the same two content words in a row; measured from four subheadings on.

    Numbered ones ("Conseil pratique n° 3") are a series, not a repetition.
    """
    headings = context.subheadings
    if not headings:
        return absent("no_subheadings")
    if len(headings) < FEWEST_HEADINGS:
        return absent("few_headings")
    found = alike(headings)
    if found is None:
        return Value(0)
    if is_keyphrase(context, found.pair):
        return absent("keyphrase_judged")
    facts: dict[str, Fact] = {"shared": found.shared, "bearing": len(found.headings), "headings": len(headings)}
    places = tuple(Place(b.start, b.end) for b in found.headings)
    return Value(100 * len(found.headings) / len(headings), places, facts)


@measure("stuffed_alternatives", facts=("first", "images"))
def stuffed_alternatives(context: Context) -> Value:
    """Images whose text alternative repeats two content words in a row, or one content word three times."""
    if not context.alternatives:
        return absent("no_alternatives")
    stuffed = [i for i in context.alternatives if _repeats(content_keys(i.alt or ""))]
    return Value(
        len(stuffed),
        tuple(Place(i.start, i.end) for i in stuffed),
        {"images": len(context.alternatives), "first": (stuffed[0].alt or "").strip() if stuffed else ""},
    )


def _repeats(keys: Sequence[str]) -> bool:
    pairs = Counter(pairwise(keys))
    return any(n > 1 for n in pairs.values()) or any(n > MOST_IN_ALTERNATIVE for n in Counter(keys).values())
