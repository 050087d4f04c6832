"""A text prepared for finding many keyphrases in it: where each word stands, made once and kept for the next call.

Finding a phrase then costs no more than the occurrences of its words, whatever the length of the text.
"""

from __future__ import annotations

import re
import threading
from bisect import bisect_right
from collections import OrderedDict, defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache

from seoaudit.french.normalise import Normalised, normalise
from seoaudit.french.sentences import sentence_spans
from seoaudit.keyphrases.inflection import inflection_key
from seoaudit.keyphrases.tokens import Token, bare, initial_bare, read_tokens

# Characters of the texts whose index is kept: many articles, or one of 100,000 words, whose paragraphs come typed and
# normalised. One less, and each of its key phrases would read it all again.
KEPT_CHARACTERS = 2_000_000
# Longest compound that is also read as one word ("week-end" as "weekend").
_LONGEST_COMPOUND = 3
_AFTER_STOP = re.compile(r"(?:[.!?…][\s»”\"')\]]*[\s«“(\[\"'—–-]*|\A\W*)([^\W\d_])")
_LINE_END = re.compile(r"[\n\r\u2028\u2029]")
_INITIAL = re.compile(r"(?<!\w)[^\W\d_](?=\.)")


@dataclass(frozen=True)
class Reading:
    """What is read of a text in the one spelling: its words and where they stand.

    Attributes:
        text: the normalised text.
        tokens: its words, in order.
        starts: where its sentences begin.
    """

    text: str
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]

    @cached_property
    def by_key(self) -> dict[str, list[int]]:
        """Tokens by the key of their inflection."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for i, token in enumerate(self.tokens):
            found[token.key].append(i)
        return dict(found)

    @cached_property
    def by_form(self) -> dict[str, list[int]]:
        """Tokens by their form."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for i, token in enumerate(self.tokens):
            found[token.form].append(i)
        return dict(found)

    @cached_property
    def by_capitals(self) -> dict[str, list[int]]:
        """Tokens in capitals that may lack their accents, by their key without accents."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for i, token in enumerate(self.tokens):
            if token.bare_capitals:
                found[token.key].append(i)
        return dict(found)

    @cached_property
    def by_bare(self) -> dict[str, list[int]]:
        """All tokens by the two keys they can have once their accents are gone."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for i, token in enumerate(self.tokens):
            for key in bare_keys(token.key, token.form):
                found[key].append(i)
        return dict(found)

    @cached_property
    def compounds(self) -> dict[int, tuple[str, int]]:
        """Short compounds read as one word: the first token's index, and the key and number of tokens."""
        out = {}
        for i, token in enumerate(self.tokens):
            if not (token.compound and token.opens):
                continue
            j = i + 1
            while j < len(self.tokens) and not self.tokens[j].opens:
                j += 1
            if 1 < j - i <= _LONGEST_COMPOUND:
                form = "".join(t.form for t in self.tokens[i:j])
                out[i] = (initial_bare(inflection_key(form)), j - i)
        return out

    @cached_property
    def compounds_by_key(self) -> dict[str, list[int]]:
        """The same by their key."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for i, (key, _) in self.compounds.items():
            found[key].append(i)
        return dict(found)

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """The number of each token's sentence."""
        return tuple(bisect_right(self.starts, t.start) for t in self.tokens)


@dataclass(frozen=True, slots=True)
class IndexedText:
    """A text as typed: its reading, and the way back to it.

    Attributes:
        normalised: the text in the one spelling that is read, with the way back.
        reading: what is read of it; one for all the ways in which it may be typed.
    """

    normalised: Normalised
    reading: Reading

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its words, in order."""
        return self.reading.tokens


@lru_cache(maxsize=65_536)
def bare_keys(key: str, form: str) -> frozenset[str]:
    """Return the keys of a token without accents: the accents gone before the inflection, and after it."""
    return frozenset((bare(key), inflection_key(bare(form))))


class _Kept:
    """The indexes of texts read before, the least lately asked for given up beyond a number of characters.

    The lock is held for what is kept alone, never while a text is read: two threads may read the same text, and get
    equal indexes.
    """

    def __init__(self, room: int) -> None:
        self._room, self.characters = room, 0
        self._texts: OrderedDict[str, IndexedText] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, text: str) -> IndexedText | None:
        """Return a text's index, where it is still kept."""
        with self._lock:
            if text in self._texts:
                self._texts.move_to_end(text)
            return self._texts.get(text)

    def put(self, text: str, index: IndexedText) -> None:
        """Keep a text's index, the last one whatever its length."""
        with self._lock:
            if text not in self._texts:
                self.characters += len(text)
            self._texts[text] = index
            while len(self._texts) > 1 and self.characters > self._room:
                self.characters -= len(self._texts.popitem(last=False)[0])

    def clear(self) -> None:
        """Give all of them up."""
        with self._lock:
            self._texts.clear()
            self.characters = 0


_kept = _Kept(KEPT_CHARACTERS)


def index_text(text: str) -> IndexedText:
    """Return a text's index: that of an earlier call where it is still kept.

    Args:
        text: as typed.
    """
    kept = _kept.get(text)
    if kept is not None:
        return kept
    normal = normalise(text)
    one_line = _LINE_END.search(text) is None
    # The same paragraph comes typed, from the article, and normalised, from its parse.
    reading = index_text(normal.text).reading if one_line and normal.text != text else _read(text, normal)
    made = IndexedText(normal, reading)
    _kept.put(text, made)
    return made


def _read(text: str, normal: Normalised) -> Reading:
    starts = tuple(normal.from_source(a) for a, _ in sentence_spans(_even_case(text)))
    return Reading(normal.text, tuple(read_tokens(normal.text)), starts)


def _even_case(text: str) -> str:
    """Return a text with capitals only where a sentence may begin and in initials; offsets stay the same.

    Its sentences then do not depend on the case it was typed in.
    """
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    low = _INITIAL.sub(lambda m: m.group().upper() if len(m.group().upper()) == 1 else m.group(), low)
    return _AFTER_STOP.sub(_raised, low)


def _raised(found: re.Match[str]) -> str:
    letter = found[1].upper()
    return found.group()[:-1] + (letter if len(letter) == 1 else found[1])
