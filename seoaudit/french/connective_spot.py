"""Where an occurrence stands: what comes before and after it in its sentence, and whether it opens a clause."""

from __future__ import annotations

from functools import cached_property

from seoaudit.french.parse import Parsed, Token

_STRONG = frozenset({";", ":", "–", "—", "•", "…"})
_BRACKETS = frozenset({"(", "[", "«", '"', "“"})
_CLOSING = frozenset({",", ":", "!", ".", "…", "–", "—"})
_CLOSED = frozenset({"»", ")", "]", "”"})
_JOINING = frozenset({"et", "mais", "ou", "car", "puis", "or"})
# "donc" can open a sentence before another connective, but joins nothing inside: "j'ai donc enfin pu partir".
_LEADING = _JOINING | {"donc"}
_OF = frozenset({"de", "du", "des", "d'"})
# The longest run of conjunctions and marks before the first word of a sentence: "« — Et puis".
_LEAD_IN = 6


class Spot:
    """An occurrence of a form among the tokens of a paragraph.

    Attributes:
        parsed: the paragraph.
        first: index of its first token.
        last: one past its last token.
        sentence: index of its sentence.
        before: the token before it, None at the beginning of the sentence.
        after: the token after it, None at the end of the sentence.
    """

    def __init__(self, parsed: Parsed, first: int, last: int) -> None:
        self.parsed, self.first, self.last = parsed, first, last
        self.sentence = parsed.tokens[first].sentence
        self._bounds = parsed.sentences[self.sentence]
        self.before, self.after = self.at(-1), self.at(last - first)

    def at(self, offset: int) -> Token | None:
        """Return the token so far from the form within the sentence: -1 is the one before it, 0 its first, ..."""
        i = self.first + offset
        return self.parsed.tokens[i] if self._bounds.first <= i < self._bounds.last else None

    def following(self, count: int) -> tuple[Token, ...]:
        """Return up to so many tokens after it in its sentence."""
        return self.parsed.tokens[self.last : min(self._bounds.last, self.last + count)]

    def preceding(self, count: int) -> tuple[Token, ...]:
        """Return up to so many tokens before it in its sentence, in order."""
        return self.parsed.tokens[max(self._bounds.first, self.first - count) : self.first]

    @property
    def own(self) -> Token:
        """Its first token."""
        return self.parsed.tokens[self.first]

    @property
    def is_question(self) -> bool:
        """Whether the sentence ends with a question mark."""
        end = self.parsed.tokens[max(self._bounds.first, self._bounds.last - 3) : self._bounds.last]
        return any("?" in t.text for t in end)

    @property
    def ends_clause(self) -> bool:
        """Whether a mark or nothing follows at once."""
        return self.after is None or (self.after.pos == "PUNCT" and self.after.text not in _BRACKETS)

    @cached_property
    def heads_sentence(self) -> bool:
        """Whether only marks and a conjunction stand before it in the sentence."""
        i = self.first - 1
        while i >= self._bounds.first and self.first - i <= _LEAD_IN:
            token = self.parsed.tokens[i]
            if token.pos not in ("PUNCT", "SYM") and token.text.lower() not in _LEADING:
                return False
            if token.text in (",", ")", "»") and i > self._bounds.first:
                return False
            i -= 1
        return i < self._bounds.first

    @cached_property
    def opens_clause(self) -> bool:
        """Whether it stands at the head of the sentence, or after a mark or a conjunction."""
        b = self.before
        mark = b is not None and b.pos == "PUNCT" and b.text not in _CLOSED
        return b is None or mark or b.text.lower() in _JOINING or self.heads_sentence

    @cached_property
    def opens_sentence(self) -> bool:
        """Whether it stands at the head of the sentence, or of what follows a strong mark."""
        return self.heads_sentence or (self.before is not None and self.before.text in _STRONG)

    @cached_property
    def is_set_off(self) -> bool:
        """Whether a mark or a conjunction stands before it and a mark after it."""
        return self.opens_clause and self.after is not None and self.after.text in _CLOSING

    @property
    def takes_complement(self) -> bool:
        """Whether "de" follows: "au début de l'année"."""
        return self.after is not None and self.after.text.lower() in _OF

    def previous(self) -> str:
        """Return the word before it in lower case, "" at the beginning of the sentence."""
        return self.before.text.lower() if self.before else ""

    def next(self) -> str:
        """Return the word after it in lower case, "" at the end of the sentence."""
        return self.after.text.lower() if self.after else ""
