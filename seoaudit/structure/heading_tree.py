"""A parsed paragraph with what the forms of a heading ask of it: lower-cased words and classes of tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass

from seoaudit.french.parse import Parsed, Token
from seoaudit.structure.heading_lexicon import family

PRINTABLE = re.compile(r"[^\W_](?:[\w'.+#-]*[\w'+#])?\Z|[dlDL]'\Z")
DE = frozenset({"de", "d'", "du", "des"})
A = frozenset({"à", "au", "aux"})
REFLEXIVE = frozenset({"se", "s'"})
_NEVER_NAMES = frozenset({"DET", "ADP", "PUNCT", "PRON", "CCONJ", "SCONJ", "NUM", "SYM", "AUX"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "X"})
_DEEPEST = 12  # governors counted above a word
_NEAREST = 5  # governors, and words around a verb, looked at for what denies it
_OPENING = 2  # words of a sentence among which the preposition of its lead-in stands
_LEADING = frozenset(
    {"après", "avant", "depuis", "jusqu'", "lors", "pendant", "outre", "malgré", "contrairement", "fur", "issue"}
)
NE, NOT = frozenset({"ne", "n'"}), frozenset({"pas", "jamais", "plus", "rien", "aucun", "aucune", "guère"})
_OPEN, _CLOSE = frozenset("(["), frozenset(")]")
QUOTES = frozenset('«»"“”„‟')


@dataclass(frozen=True, slots=True)
class Tree:
    """A paragraph's tokens.

    Attributes:
        tokens: as parsed.
        low: their texts in lower case.
        quoted: whether each stands inside quotation marks.
        aside: whether each stands inside brackets.
        keys: the family of each content word, "" for the other tokens.
        starts: the first token of each sentence.
    """

    tokens: tuple[Token, ...]
    low: tuple[str, ...]
    quoted: tuple[bool, ...]
    aside: tuple[bool, ...]
    keys: tuple[str, ...]
    starts: tuple[int, ...]

    def name(self, i: int) -> bool:
        """Whether token `i` is written as a proper name: tagged so, or capitalised where no capital is due."""
        t = self.tokens[i]
        if t.pos in _NEVER_NAMES or not t.text[:1].isalpha():
            return False
        if t.pos == "PROPN":
            return True
        return t.text[:1].isupper() and not self.opens(i) and (t.pos != "VERB" or bool(t.entity))

    def under(self, i: int) -> int:
        """Return how many words stand between the governor of token `i` and the root of its sentence."""
        i, steps = self.tokens[i].head, 0
        while self.tokens[i].head != i and steps < _DEEPEST:
            i, steps = self.tokens[i].head, steps + 1
        return steps

    def denied(self, i: int) -> bool:
        """Whether the verb that governs token `i` is denied: "je ne ferai pas le rappel des règles"."""
        steps = 0
        while self.tokens[i].head != i and steps < _NEAREST:
            i, steps = self.tokens[i].head, steps + 1
            if self.tokens[i].pos in {"VERB", "AUX"}:
                break
        return self.negated(i)

    def negated(self, i: int) -> bool:
        """Whether token `i` itself is what a negation bears on: "je ne suis pas un inconditionnel"."""
        around = range(max(0, i - _NEAREST), min(len(self.tokens), i + _NEAREST))
        if NE.isdisjoint(self.low[around.start : around.stop]):
            return False
        own = {self.low[k] for k in around if self.tokens[k].head == i}
        return not own.isdisjoint(NE) and not own.isdisjoint(NOT)

    def leads_in(self, i: int) -> bool:
        """Whether token `i` stands in what a sentence leaves behind before its verb: "après cette réunion, ..."."""
        start = self.starts[self.tokens[i].sentence]
        if _LEADING.isdisjoint(self.low[start : start + _OPENING]) or self.tokens[i].dep.startswith("nsubj"):
            return False
        before = self.tokens[start:i]
        return not any(t.text == "," or ("VerbForm=Fin" in t.morph and t.pos in {"VERB", "AUX"}) for t in before)

    def opens(self, i: int) -> bool:
        """Whether a capital is due at token `i`: at the start of a sentence or a quotation."""
        t = self.tokens[i]
        return (
            i == 0
            or self.tokens[i - 1].sentence != t.sentence
            or self.low[i - 1] in QUOTES
            or self.low[i - 1] in ":–—-•("
        )

    def capital_due(self, i: int) -> bool:
        """Whether token `i` is capitalised only because of its place."""
        t = self.tokens[i]
        return self.opens(i) and t.pos != "PROPN" and not t.entity and t.text[1:].islower()

    def joined(self, first: int, end: int) -> bool:
        """Whether tokens `first` to `end` are separated by spaces, elisions or hyphens only, and printable."""
        for i in range(first, end):
            t = self.tokens[i]
            if not PRINTABLE.match(t.text):
                return False
            if i + 1 < end and not t.space and not t.text.endswith("'") and self.tokens[i + 1].start == t.end:
                return False
        return True


def tree(parsed: Parsed) -> Tree:
    """Return the tree of a paragraph."""
    low = tuple(t.text.lower() for t in parsed.tokens)
    quoted, depth = [], 0
    for word in low:
        if word in "«“":
            depth += 1
        elif word in "»”":
            depth = max(0, depth - 1)
        elif word == '"':
            depth = 0 if depth else 1
        quoted.append(depth > 0)
    aside, depth = [], 0
    for word in low:
        depth = depth + 1 if word in _OPEN else max(0, depth - 1) if word in _CLOSE else depth
        aside.append(depth > 0)
    keys = tuple(family(t.text if t.pos == "PROPN" else t.lemma) if content_word(t) else "" for t in parsed.tokens)
    return Tree(parsed.tokens, low, tuple(quoted), tuple(aside), keys, tuple(s.first for s in parsed.sentences))


def content_word(t: Token) -> bool:
    """Whether a token bears sense: a noun, name, verb, adjective or foreign word of two letters or more."""
    return t.pos in _CONTENT and len(t.text) > 1 and t.text[0].isalnum() and not t.text.isdigit()
