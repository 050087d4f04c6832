"""Connectives: the words that say how a sentence is tied to what stands around it.

A form is looked up in a trie, longest first, and must then pass the test that the list gives it: "or" at the head of a
sentence is a connective, the metal is none. What cannot be told is left out, since a connective wrongly counted hides
a text that lacks them. "et" and "ou" alone are not counted: they tie words as often as sentences.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from seoaudit.french.connective_list import WORD, Entry, Node, Pair, spell, trie
from seoaudit.french.connective_spot import Spot
from seoaudit.french.connective_tests import passes
from seoaudit.french.parse import Parsed


class Connective(NamedTuple):
    """A connective, or one part of a connective in two parts.

    Attributes:
        start: offset of its first character in the normalised text.
        end: offset just after its last.
        form: the form as listed ("parce que"), or the name of its pair ("ni … ni").
        relation: "addition", "cause", "comparison", "concession", "conclusion", "condition", "consequence", "example",
            "opposition", "purpose", "reformulation" or "time".
        sentence: index of its sentence in the parse.
    """

    start: int
    end: int
    form: str
    relation: str
    sentence: int


class _Match(NamedTuple):
    """A node of the trie reached from a word, and one past the last word on the way."""

    node: Node
    last: int


def find_connectives(parsed: Parsed) -> list[Connective]:
    """Return the connectives of a paragraph, in order, none overlapping another.

    The time is linear in the length of the text.

    Args:
        parsed: the paragraph.
    """
    reader = _Reader(parsed)
    alone, at = [], 0
    for i in reader.heads():
        if i >= at:  # no word of the form before
            at, found = reader.read(i)
            if found is not None:
                alone.append(found)
    paired = list(_apart(sorted(reader.paired.values())))
    return sorted([*paired, *_outside(alone, paired)])


def _apart(found: Iterable[Connective]) -> Iterator[Connective]:
    """Yield connectives in order without those that overlap one before."""
    end = 0
    for one in found:
        if one.start >= end:
            yield one
            end = one.end


def _outside(alone: Iterable[Connective], paired: Sequence[Connective]) -> Iterator[Connective]:
    """Yield the connectives that overlap no part of a pair; both sequences are in order."""
    n = 0
    for found in alone:
        while n < len(paired) and paired[n].end <= found.start:
            n += 1
        if n == len(paired) or found.end <= paired[n].start:
            yield found


class _Reader:
    """Reads a paragraph word by word and remembers the pairs left open."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        found = list(WORD.finditer(parsed.text))
        self.places = [m.span() for m in found]
        self.words = spell([m.group() for m in found])
        self.paired: dict[int, Connective] = {}  # by where they start
        self._open: dict[str, tuple[int, Connective]] = {}  # by the pair's name: word after it, the part
        self._starts = [t.start for t in parsed.tokens]
        self._capitals: dict[int, bool] = {}  # which sentences are in capitals
        self._root = trie().after

    def heads(self) -> Iterator[int]:
        """Yield the words with which a form may begin."""
        root = self._root
        for i, (word, following) in enumerate(pairwise((*self.words, ""))):
            if word in root and (root[word].ends_form or following in root[word].after):
                yield i

    def read(self, i: int) -> tuple[int, Connective | None]:
        """Return the word to go on from, and the connective that begins at a head, if any."""
        matches = self._matches(self._root[self.words[i]], i)
        for match in matches:
            if match.node.opens or match.node.closes:
                self._pair(i, match)
        for match in matches:
            if match.node.fixed:
                return match.last, None
            for entry in match.node.entries:
                if self._passes(entry.test, i, match.last):
                    return match.last, self._made(i, match.last, entry)
        return i + 1, None

    def _matches(self, node: Node, i: int) -> list[_Match]:
        """Return the forms that begin at word `i`, longest first."""
        out = []
        last: int = i + 1
        while True:
            if node.ends_form:
                out.append(_Match(node, last))
            if last == len(self.words) or not self._adjoin(last - 1):
                break
            after = node.after.get(self.words[last])
            if after is None:
                break
            node, last = after, last + 1
        return out[::-1]

    def _adjoin(self, i: int) -> bool:
        """Whether nothing but a space, or an elision, parts word `i` from the next."""
        end, start = self.places[i][1], self.places[i + 1][0]
        if end == start:
            return self.parsed.text[end - 1] == "'"
        return start == end + 1 and self.parsed.text[end] == " "

    def _spot(self, i: int, last: int) -> Spot:
        first = bisect_right(self._starts, self.places[i][0]) - 1
        return Spot(self.parsed, first, bisect_right(self._starts, self.places[last - 1][1] - 1))

    def _passes(self, test: str, i: int, last: int) -> bool:
        spot = self._spot(i, last)
        return not self._is_acronym(i, last, spot) and passes(test, spot)

    def _is_acronym(self, i: int, last: int, spot: Spot) -> bool:
        """Whether a single word is in capitals among others that are not: "le SI", "CAR"."""
        word = self.parsed.text[slice(*self.places[i])].rstrip("'")
        if last > i + 1 or len(word) == 1 or not word.isupper():
            return False
        if spot.sentence not in self._capitals:
            self._capitals[spot.sentence] = self.parsed.sentence_text(spot.sentence).isupper()
        return not self._capitals[spot.sentence]

    def _made(self, i: int, last: int, entry: Entry | Pair) -> Connective:
        form = entry.form if isinstance(entry, Entry) else entry.name
        start = self.places[i][0]
        token = bisect_right(self._starts, start) - 1
        return Connective(start, self.places[last - 1][1], form, entry.relation, self.parsed.tokens[token].sentence)

    def _pair(self, i: int, match: _Match) -> None:
        """Close the pairs that word `i` closes, open those that it opens."""
        for pair in match.node.closes:
            opened = self._open.get(pair.name)
            if opened is None or i - opened[0] > pair.words or not self._passes(pair.tests[1], i, match.last):
                continue
            second = self._made(i, match.last, pair)
            first = opened[1]
            if second.sentence - first.sentence <= pair.sentences and self._is_free(i):
                self.paired.setdefault(first.start, first)
                self.paired.setdefault(second.start, second)
                del self._open[pair.name]
        for pair in match.node.opens:
            if self._passes(pair.tests[0], i, match.last):
                self._open[pair.name] = (match.last, self._made(i, match.last, pair))

    def _is_free(self, i: int) -> bool:
        """Whether word `i` is not part of a pair already."""
        return self.places[i][0] not in self.paired
