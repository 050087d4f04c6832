"""What is an acronym in a text, and what is only set in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seoaudit.french.frequency import is_everyday
from seoaudit.french.parse import Parsed
from seoaudit.structure.claim_base import Place

# Not part of a name of a file or a site, nor of code: "README.md", "GOV.UK", "PEAR::DB".
_ACRONYM = re.compile(r"(?<![\w.&@/#:;!-])(?:[A-ZÀ-Ý]{2,7}(?![.;:]\w)|(?:[A-ZÀ-Ý]\.){2,6})(?![\w@/&]|-\w)")
# Few paragraphs hold what every acronym holds: two capitals, a stop between them or none.
_CAPITALS = re.compile(r"[A-ZÀ-Ý]\.?[A-ZÀ-Ý]")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_NAME_AFTER = re.compile(r" (?P<word>[A-ZÀ-Ý][a-zà-ÿ]{2,})")
_NAME_BEFORE = re.compile(r"[\w,»’'\"] (?:[A-ZÀ-Ý][a-zà-ÿ]{2,}) $")
_QUOTES = "\"“”«»'"
# Shorter forms than this are more often acronyms than emphasised words: "EST", "SUR".
_EMPHASIS = 4


def mentions_in(n: int, parsed: Parsed) -> Iterator[Place]:
    """Yield the places of what looks like an acronym in a paragraph.

    Left out: Roman numerals, forms that hold figures, words of a line set in capitals and everyday words set so for
    emphasis ("TOUTE"), surnames after a first name, what stands alone within quotation marks (a keyword, a cry), parts
    of a longer name ("VS Code"), and names beside the common noun that says what they are ("le satellite GOES").

    Args:
        n: the paragraph's index, for the places.
        parsed: its parse.
    """
    text = parsed.text
    if not _CAPITALS.search(text):
        return
    starts = {t.start: i for i, t in enumerate(parsed.tokens)}
    for sentence in parsed.sentences:
        line = text[sentence.start : sentence.end]
        if _shouted(line):
            continue
        for m in _ACRONYM.finditer(line):
            at = starts.get(sentence.start + m.start())
            if not (_is_no_acronym(line, m) or _is_person(parsed, line, m, at) or _is_named(parsed, line, m, at)):
                yield Place(n, sentence.start + m.start(), sentence.start + m.end())


def _is_no_acronym(line: str, m: re.Match[str]) -> bool:
    word = m.group()
    if _ROMAN.fullmatch(word) or _beside_capitals(line, m):
        return True
    if len(word) >= _EMPHASIS and is_everyday(word):
        return True
    if len(set(word)) == 1:
        return True  # "AAAA", "MM": the places of a date
    if "." in word and _NAME_AFTER.match(line, m.end()):
        return True  # the initials of "T.C. Boyle"
    before, after = line[: m.start()].rstrip()[-1:], line[m.end() :].lstrip()[:1]
    return bool(before and after) and before in _QUOTES and after in _QUOTES and before != "'"


def _is_person(parsed: Parsed, line: str, m: re.Match[str], at: int | None) -> bool:
    return _surname(line, m, at is not None and parsed.tokens[at].entity == "PER")


def _is_named(parsed: Parsed, line: str, m: re.Match[str], at: int | None) -> bool:
    """Whether it is part of a name, or stands beside the noun that says what it is: "la chaîne espagnole TVE"."""
    after = _NAME_AFTER.match(line, m.end())
    if after is not None or _NAME_BEFORE.search(line[max(0, m.start() - 30) : m.start()]):
        following = parsed.tokens[at + 1] if after and at is not None and at + 1 < len(parsed.tokens) else None
        return following is None or following.entity != "PER"  # not "la directrice de l'ANSSI Anne Morel"
    if at is None:
        return False
    before = at - 1
    while before > 0 and parsed.tokens[before].pos == "ADJ" and line[m.start() - 1 : m.start()] == " ":
        before -= 1
    noun = parsed.tokens[before] if before >= 0 else None
    return noun is not None and noun.pos == "NOUN" and noun.text.islower() and noun.end < parsed.tokens[at].start


def _shouted(line: str) -> bool:
    """Whether more than half of a sentence's letters are capitals."""
    letters = [c for c in line if c.isalpha()]
    return len(letters) > 7 and sum(c.isupper() for c in letters) * 2 > len(letters)


def _beside_capitals(line: str, m: re.Match[str]) -> bool:
    """Whether the word before or after is set in capitals too ("NE PAS")."""
    return bool(
        re.search(r"[A-ZÀ-Ý]{2,} $", line[max(0, m.start() - 20) : m.start()])
        or re.match(r" [A-ZÀ-Ý]{2,}\b", line[m.end() :])
    )


def _surname(line: str, m: re.Match[str], person: bool) -> bool:
    """Whether it is a surname in capitals: "Jean DUPONT"."""
    first_name = re.search(r"\b[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)? $", line[max(0, m.start() - 30) : m.start()])
    return first_name is not None and (person or m.end() - m.start() > 5)
