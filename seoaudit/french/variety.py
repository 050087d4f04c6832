"""How varied the words of a text are: MTLD, the measure of lexical diversity that does not depend on length.

McCarthy & Jarvis (2010), "MTLD, vocd-D, and HD-D", Behavior Research Methods 42: the mean length of the stretches of a
text whose ratio of different words to words stays above 0.72, taken forwards and backwards. They validated it on
texts of 100 words and more, and read it on running words with function words included.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

# The ratio at which a stretch is full, and the fewest words on which the authors use it.
FACTOR = 0.72
FEWEST = 100


def mtld(words: Sequence[str]) -> float | None:
    """Return the lexical diversity of a text, about 40 (poor) to 150 (rich); higher is more varied.

    Args:
        words: its running words in order, as they are to be told apart (lemmas, in one case).

    Returns:
        The mean of both directions, in words; None below 100 words, or where no word comes twice.
    """
    if len(words) < FEWEST:
        return None
    factors = [_factors(words), _factors(reversed(words))]
    if not all(factors):
        return None
    return sum(len(words) / f for f in factors) / len(factors)


def _factors(words: Iterable[str]) -> float:
    """Return into how many full stretches a text falls, the last one in part."""
    full, seen, read = 0, set[str](), 0
    for word in words:
        read += 1
        if word not in seen:
            seen.add(word)  # the ratio can only rise
        elif len(seen) / read < FACTOR:
            full, seen, read = full + 1, set(), 0
    rest = (1 - len(seen) / read) / (1 - FACTOR) if read else 0.0
    return full + rest
