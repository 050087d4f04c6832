"""Is this text French?

Function words decide: those that only one language uses make up 10 to 25 % of any prose in it, and a few quotations,
names or lines of code do not change that. Where no language of the list shows, a statistical identifier
(`py3langid`) is asked about each half of the text; it takes a second to load and is not needed for French articles.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from seoaudit.french.data import read_table
from seoaudit.french.normalise import spelling
from seoaudit.french.words import without_elision

FRENCH = "fr"
# Fewer words give no verdict.
FEWEST_WORDS = 20
# Share of the words that tell a language. In French articles of ten sources those of French are .09 to .25.
TELLING_SHARE = 0.05
# Another language has to outweigh French by this factor: a French article may quote English at length.
OUTWEIGHS = 2.0
# Fewer telltale words of another language are quotations, titles, names.
FEWEST_TELLTALES = 4
# For the identifier: enough text in running lower-case words, no list of names and no code.
FEWEST_FOR_IDENTIFIER = 40
RUNNING_SHARE = 0.6
# The beginning of an article tells its language.
_MOST_CHARS = 60_000
_LAST_LATIN = "\u024f"
_FORM = re.compile(r"[^\W_]+(?:['·•-][^\W_]+)*")
# What others said, in whatever language; a quotation that does not close is left in.
_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”")


class LanguageGuess(NamedTuple):
    """What a text is taken for.

    Attributes:
        language: ISO 639-1 code, or "" where nothing can be said.
        is_french: False only on evidence of another language; a text too short to tell has the benefit of the doubt.
        confidence: 0 (none) to 1: how far the telltale words of that language outweigh those of the next.
    """

    language: str
    is_french: bool
    confidence: float


def guess_language(text: str) -> LanguageGuess:
    """Return the language of a text, and whether rules for French make sense on it.

    Args:
        text: prose; any apostrophe, space or Unicode form.
    """
    text = text[:_MOST_CHARS]
    everything = _words(text)
    unquoted = _QUOTED.sub(" ", text)
    own = everything if unquoted == text else _words(unquoted)
    words = own if len(own) >= FEWEST_WORDS / 2 else everything
    if _in_other_script(text):
        return _identified(words)
    if len(everything) < FEWEST_WORDS:
        return LanguageGuess("", True, 0.0)
    counts = _telltales(words)
    french = counts[FRENCH]
    # Ties are broken by name, so that the answer never hangs on an order.
    most, other = max(((n, lang) for lang, n in counts.items() if lang != FRENCH), default=(0, ""))
    enough = most >= FEWEST_TELLTALES and most / len(words) >= TELLING_SHARE
    if enough and most > OUTWEIGHS * french:
        return LanguageGuess(other, False, most / (most + french))
    if french / len(words) >= TELLING_SHARE:
        return LanguageGuess(FRENCH, True, french / (most + french))
    return _identified(words)


def french_share(text: str) -> float:
    """Return the share of a text's words, 0 to 1, that are function words of French and of no other language."""
    words = _words(text)
    return _telltales(words)[FRENCH] / len(words) if words else 0.0


def is_french(text: str) -> bool:
    """Return False for a text that is evidently in another language, True otherwise."""
    return guess_language(text).is_french


def _words(text: str) -> list[str]:
    """Return the forms of a text; addresses come in pieces, which tell nothing."""
    return [form for form in _FORM.findall(spelling(text)) if not form.isdigit()]


def _telltales(words: Sequence[str]) -> Counter[str]:
    """Count the words that tell a language."""
    table = read_table("language_words")
    counts: Counter[str] = Counter()
    for word in words:
        lower = word.lower()
        language = table.get(lower) or table.get(without_elision(lower))
        if language is None and lower.startswith(("qu'", "j'", "jusqu'", "lorsqu'")):
            language = FRENCH
        if language is not None:
            counts.update(language.split(","))
    return counts


def _in_other_script(text: str) -> bool:
    """Whether most letters, of at least a line of text, are not Latin ones."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= FEWEST_WORDS and sum(c > _LAST_LATIN for c in letters) > len(letters) / 2


def _identified(words: Sequence[str]) -> LanguageGuess:
    """Ask the statistical identifier; both halves of the text have to agree."""
    other_script = _in_other_script(" ".join(words))
    running = sum(w.islower() for w in words) / len(words)
    if not other_script and (len(words) < FEWEST_FOR_IDENTIFIER or running < RUNNING_SHARE):
        return LanguageGuess("", True, 0.0)
    import py3langid

    letters = " ".join(words)
    middle = len(letters) // 2
    first, second = (py3langid.classify(half)[0] for half in (letters[:middle], letters[middle:]))
    if FRENCH in (first, second) and not other_script:
        return LanguageGuess(FRENCH, True, 0.5)
    if first != second:
        return LanguageGuess("", not other_script, 0.0)
    return LanguageGuess(first, False, 0.5)
