"""The rare words of an article: what a reader may have to look up.

Names, acronyms, numbers and words of the article's own subject (key phrases, and what it says three times) are left
out. A form counts as rare when neither it, nor its lemma, nor a form of the same word is among the common ones, so that
"présenterait" is as common as "présenter"; endings are taken off as well, since the lemmatizer leaves some forms as
they are. Rarity is no fault and stays out of the reading grade: the list tells an editor which words to think of, and
misspelt ones among them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from seoaudit.french.frequency import is_common
from seoaudit.french.parse import Parsed, Token

_CLASSES = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
# Shorter forms are codes and scraps more often than words; longer ones are no words at all.
_SHORTEST, _LONGEST = 4, 40
_REFLEXIVE = ("-t-", "-ce", "-il", "-elle", "-on", "-vous", "-nous", "-je", "-tu", "-là", "-ci")
_SHORTEST_STEM = 3
# What an article says so many times it has made its own.
_SUBJECT = 3
# Endings of verbs in -er and -ir, of participles, plurals and feminines.
_ENDING = re.compile(
    r"(?:er(?:ai(?:s|t|ent)?|as?|ons|ont|ez|i(?:ons|ez)|aient)|i?ons|i?ez|ai(?:s|t|ent)|issent|issant|ant|èrent|e?nt"
    r"|ées?|és?|es?|is|s|x)$"
)
_GRAVE = re.compile(r"è([^è]{1,2})$")


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
    content = [
        (n, parsed, token, form)
        for n, parsed in enumerate(paragraphs)
        for token, form in zip(parsed.tokens, parsed.forms, strict=True)
        if token.pos in _CLASSES
    ]
    often = Counter(form for *_, form in content)
    read = [word for word in content if not word[2].entity]
    found = (
        (n, token)
        for n, parsed, token, form in read
        if often[form] < _SUBJECT and not _is_known(token, known) and _is_word(parsed, token, form)
    )
    return RareWords(len(read), tuple(found))


def _is_word(parsed: Parsed, token: Token, form: str) -> bool:
    """Whether a token is a plain word: no name, acronym, code or part of an address."""
    text = token.text
    if not _SHORTEST <= len(text) <= _LONGEST or not text.replace("-", "").isalpha() or text != form:
        return False
    if text.endswith(_REFLEXIVE) or "-t-" in text:
        return False
    before, after = parsed.text[token.start - 1 : token.start], parsed.text[token.end : token.end + 1]
    return before not in {"/", "@", "_", "#", ".", "-", "<", "`"} and after not in {"/", "@", "_", "(", ">", "`", "="}


def _is_known(token: Token, known: Collection[str]) -> bool:
    form, lemma = token.text, token.lemma.lower()
    if is_common(form) or is_common(lemma) or form in known or lemma in known:
        return True
    return any(map(is_common, _family(form)))


def _family(form: str) -> Iterator[str]:
    """Yield forms that the same word may have: infinitive in -er, singular, masculine."""
    found = _ENDING.search(form)
    if found is None or found.start() < _SHORTEST_STEM:
        return
    stem = form[: found.start()]
    for s in (stem, _GRAVE.sub(r"é\1", stem), _GRAVE.sub(r"e\1", stem)):
        yield from (s + ending for ending in ("", "e", "er", "é", "ir"))
