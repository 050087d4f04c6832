"""The rare words of an article: what a reader may have to look up.

Names, acronyms, foreign words, numbers and words of the article's own subject are left out. A form counts as rare when
neither it nor its lemma is among the common ones, so that "présenterait" is as common as "présenter". Rarity is no
fault and stays out of the reading grade: the list tells an editor which words to think of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from seoaudit.french.frequency import is_common
from seoaudit.french.parse import Parsed, Token

_CLASSES = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
# Shorter forms are codes and scraps more often than words; longer ones are no words at all.
_SHORTEST, _LONGEST = 4, 40
_REFLEXIVE = ("-t-", "-ce", "-il", "-elle", "-on", "-vous", "-nous", "-je", "-tu", "-là", "-ci")


class RareWords(NamedTuple):
    """The rare words of a text.

    Attributes:
        read: content words looked at.
        found: the rare ones with the index of their paragraph, in order of reading.
    """

    read: int
    found: tuple[tuple[int, Token], ...]


def rare_words(paragraphs: Iterable[Parsed], known: Collection[str] = ()) -> RareWords:
    """Return the rare words among the content words of a text.

    Args:
        paragraphs: its parsed paragraphs, in order.
        known: forms and lemmas that are the text's own subject (its key phrases), in lower case.

    Raises:
        ModelError: the French model is missing or of another version.
    """
    read, found = 0, []
    for n, parsed in enumerate(paragraphs):
        for i, token in enumerate(parsed.tokens):
            if token.pos not in _CLASSES or token.entity:
                continue
            read += 1
            if _is_word(parsed, i) and not _is_known(token, known):
                found.append((n, token))
    return RareWords(read, tuple(found))


def _is_word(parsed: Parsed, index: int) -> bool:
    """Whether a token is a plain word: no name, acronym, code or part of an address."""
    token = parsed.tokens[index]
    text = token.text
    if not _SHORTEST <= len(text) <= _LONGEST or not text.replace("-", "").isalpha() or text != text.lower():
        return False
    if text.endswith(_REFLEXIVE) or "-t-" in text:
        return False
    before, after = parsed.text[token.start - 1 : token.start], parsed.text[token.end : token.end + 1]
    return before not in {"/", "@", "_", "#", ".", "-", "<", "`"} and after not in {"/", "@", "_", "(", ">", "`", "="}


def _is_known(token: Token, known: Collection[str]) -> bool:
    lemma = token.lemma.lower()
    return lemma in known or token.text in known or is_common(token.text) or is_common(lemma)
