"""The phrases of a text as a corpus counts them: runs of content words, each as the stem of its inflection.

No parse is needed. A document frequency asks on how many pages a phrase stands, and whether its words are a noun group
there does not change that: the candidates that are looked up in the table were chosen by the parse of the article under
audit. What a parse would spare is the room that counted verbs take, and pruning spares most of it; what it costs is the
time: an article of 400 words takes 4 ms with its reading, its parse alone 90 ms. So words come from the tokenizer that
matching reads by, which makes one key of their singular and plural, masculine and feminine, apostrophe and accents
of capitals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from seoaudit.french.normalise import normalise
from seoaudit.keyphrases.data import read_set
from seoaudit.keyphrases.tokens import read_tokens

# Content words of the longest phrase that is counted. A longer one stands on no more pages than its rarest part.
LONGEST = 3
# Linking words that may stand between two words of a phrase: "centre d'appels", "port de la ville", "vent de la mer".
_BETWEEN = 3


def runs_of(text: str) -> Iterator[list[str]]:
    """Yield the runs of content words of a text, as stems; only linking words stand between two words of a run.

    Args:
        text: as typed.
    """
    function_words, linking = read_set("function_words"), read_set("linking_words")
    run: list[str] = []
    breath, links = 0, 0
    for token in read_tokens(normalise(text).text):
        if token.breath != breath or links > _BETWEEN:
            if run:
                yield run
            run, links = [], 0
        breath = token.breath
        if token.form not in function_words:
            run.append(token.key)
            links = 0
        else:
            links = links + 1 if token.form in linking else _BETWEEN + 1
    if run:
        yield run


def windows(run: list[str]) -> Iterator[str]:
    """Yield the longest counted phrases of a run, which together cover it."""
    n = min(len(run), LONGEST)
    for i in range(len(run) - n + 1):
        yield " ".join(run[i : i + n])


def phrases_of(texts: Iterable[str]) -> set[str]:
    """Return the phrases of one to `LONGEST` content words of a document, each once.

    Args:
        texts: its title, headings and paragraphs.
    """
    return {
        " ".join(run[i : i + n])
        for text in texts
        for run in runs_of(text)
        for n in range(1, LONGEST + 1)
        for i in range(len(run) - n + 1)
    }
