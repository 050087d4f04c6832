"""Complete noun groups of a paragraph, with what is needed to name them in a sentence of one's own.

A group is a noun with its adjectives and the complements tied to it: "panne de son service national", "lutte contre le
dopage". It is read off the parts of speech, and the parser is asked only where they leave a choice: it is right about
what a preposition hangs on more often than about anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from seoaudit.french.parse import Parsed, Token
from seoaudit.structure.claim_base import Place, entry_set, read_entries, word_set
from seoaudit.structure.gap_articles import article_of, contracted, noun_key, without_possessives

_SIGNS = re.compile(r"""[«»"“”\[\]{}<>|=/\\_@#*`()]""")
LONGEST = 9  # words of a group one can quote in a question
_DE = frozenset({"de", "d'", "du", "des"})
_TIED = frozenset(["contre", "en", "entre", "envers", "sur", "vers"])
_TO = frozenset({"à", "au", "aux"})
_ADVERBIAL = frozenset(
    {"part", "parts", "manière", "façon", "sorte", "suite", "fois", "côté", "nouveau"}
)  # "de notre part"


@dataclass(frozen=True)
class NounGroup:
    """A noun group.

    Attributes:
        parsed: the paragraph it stands in.
        paragraph: its index among the paragraphs it was asked for in.
        first: index of its first token, the determiner not counted.
        last: index just after its last token.
        head: index of its noun.
        determiner: the word before it, lower-case, when it determines it ("la", "du", "une"); else "".
        is_open: whether something that belongs to it was left out (a relative clause, a far complement).
        is_name: whether its head is a proper noun.
    """

    parsed: Parsed
    paragraph: int
    first: int
    last: int
    head: int
    determiner: str
    is_open: bool
    is_name: bool

    @property
    def adverbial(self) -> bool:
        """Whether it hangs on a preposition without a determiner: "par intérim", "sous forme de poudre"."""
        before = self.parsed.tokens[self.first - 1] if self.first else None
        return not self.determiner and before is not None and before.pos == "ADP"

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its tokens, the determiner not among them."""
        return self.parsed.tokens[self.first : self.last]

    @cached_property
    def place(self) -> Place:
        """Where it stands, the determiner not included."""
        return Place(self.paragraph, self.parsed.tokens[self.first].start, self.parsed.tokens[self.last - 1].end)

    @cached_property
    def text(self) -> str:
        """Its words as they stand, the determiner not included; a capital that only opens the sentence is lowered."""
        place = self.place
        words = self.parsed.text[place.start : place.end]
        first = self.parsed.tokens[self.first]
        opens = self.first == 0 or self.parsed.tokens[self.first - 1].sentence != first.sentence
        return (
            words[0].lower() + words[1:]
            if opens and not self.is_name and first.pos != "PROPN" and not words[:2].isupper()
            else words
        )

    @cached_property
    def key(self) -> str:
        """What two mentions of one thing share: the noun, without case or plural."""
        return noun_key(self.parsed.tokens[self.head].text)

    @cached_property
    def content(self) -> int:
        """Number of its content words; adjectives that narrow nothing ("nouveau", "important") are not counted."""
        hollow = word_set("hollow_adjectives")
        return sum(
            t.pos in {"NOUN", "PROPN", "NUM"} or (t.pos == "ADJ" and t.text.lower() not in hollow) for t in self.tokens
        )

    @cached_property
    def is_quotable(self) -> bool:
        """Whether it can be quoted in a question: whole, not too long, and its noun says something."""
        last = self.tokens[-1]
        return (
            last.pos in {"NOUN", "PROPN", "ADJ", "NUM"}
            and self.key not in weak_nouns()
            and self.text.count(" ") < LONGEST
            and _SIGNS.search(self.text) is None
            and self.parsed.text[last.end : last.end + 1] not in {"-", "/", "'", "\\"}
        )

    @cached_property
    def definite(self) -> str | None:
        """The group with its definite article, possessives inside made articles: "la panne du service national".

        None when the text does not show which article it takes.
        """
        article = article_of(self.determiner, self.parsed.tokens[self.first].text, self.parsed.tokens[self.head])
        if article is None:
            return None
        body = without_possessives(self.tokens, self.text)
        return None if body is None else article + ("" if article.endswith("'") else " ") + body

    @property
    def of(self) -> str | None:
        """The definite group after "de": "de la panne", "du service"."""
        return contracted("de", self.definite)


def find_groups(paragraphs: Sequence[Parsed]) -> list[NounGroup]:
    """Return the noun groups of some paragraphs, in order; none overlaps another."""
    return [g for n, parsed in enumerate(paragraphs) for g in _groups(n, parsed)]


def _groups(n: int, parsed: Parsed) -> Iterator[NounGroup]:
    tokens, i = parsed.tokens, 0
    while i < len(tokens):
        if not is_noun(tokens[i]):
            i += 1
            continue
        group = _build(n, parsed, i)
        if group is not None:
            yield group
        i = max(i + 1, group.last if group is not None else 0)


def is_noun(t: Token) -> bool:
    """Whether a token can head a group: a noun or a name of letters, three at least."""
    return t.pos in {"NOUN", "PROPN"} and len(t.text) >= 3 and t.text.replace("-", "").replace("'", "").isalpha()


def _build(n: int, parsed: Parsed, head: int) -> NounGroup | None:
    tokens = parsed.tokens
    first = _left(tokens, head)
    last, is_open = _right(tokens, first, head)
    if tokens[first].entity and not tokens[first].entity_start and first > 0 and tokens[first - 1].entity:
        return None  # the second half of a name
    determiner = tokens[first - 1].text.lower() if first and tokens[first - 1].sentence == tokens[head].sentence else ""
    if determiner not in word_set("determiners") or (
        determiner == "au" and first > 1 and tokens[first - 1].pos == "NOUN"
    ):
        determiner = ""
    return NounGroup(parsed, n, first, last, head, determiner, is_open, _is_name(tokens, head))


def _is_name(tokens: Sequence[Token], head: int) -> bool:
    """Whether a noun is a name: tagged so, or written with a capital where no sentence begins."""
    t = tokens[head]
    opens = head == 0 or tokens[head - 1].sentence != t.sentence or tokens[head - 1].pos == "PUNCT"
    return t.pos == "PROPN" or (t.text[0].isupper() and (not opens or bool(t.entity)))


def _left(tokens: Sequence[Token], head: int) -> int:
    """Return where a group begins: the adjectives just before its noun belong to it."""
    first = head
    if head > 1 and tokens[head - 1].pos == "ADJ" and tokens[head - 2].pos == "ADV":
        return head  # "les plus gros fraudeurs": the adjective belongs to "plus"
    while first > 0:
        t = tokens[first - 1]
        if (
            t.sentence != tokens[head].sentence
            or t.pos != "ADJ"
            or t.text.lower() in word_set("no_adjectives")
            or not t.text.isalpha()
            or "NumType" in t.morph
        ):
            break
        first -= 1
    return first


def _right(tokens: Sequence[Token], first: int, head: int) -> tuple[int, bool]:
    """Return where a group ends, and whether something that belongs to it comes after."""
    last = head + 1
    while last < len(tokens) and last - first < LONGEST + 4:
        after = _part(tokens, first, last)
        if after is None or after - first > LONGEST + 3:
            break
        last = after
    return last, _left_open(tokens, first, last)


def _part(tokens: Sequence[Token], first: int, at: int) -> int | None:
    """Return the end of the adjective, apposed name or complement that begins at `at`, or None."""
    t = tokens[at]
    if t.sentence != tokens[first].sentence or t.pos == "PUNCT":
        return None
    word = t.text.lower()
    named = t.entity and not t.entity_start and tokens[at - 1].entity
    adjective = t.pos == "ADJ" and word not in word_set("no_adjectives") and t.text[:1].isalpha()
    if named or adjective or (t.pos == "PROPN" and t.text[:1].isupper()):
        return at + 1
    if t.pos == "NOUN" and first <= t.head < at and t.text.isalpha() and len(t.text) > 2:
        return at + 1 if tokens[at - 1].pos in {"NOUN", "ADJ"} and _apposed(tokens, at) else None
    if t.pos in {"ADP", "DET"} and not _is_name(tokens, at - 1) and word in _DE | _TIED | _TO:
        return _complement(tokens, first, at)
    return None


def _apposed(tokens: Sequence[Token], at: int) -> bool:
    """Whether a second noun stands in apposition ("code source") and is no verb ("équipe compte sur")."""
    if noun_key(tokens[at].text) in weak_nouns():
        return False
    if at + 1 >= len(tokens) or tokens[at + 1].sentence != tokens[at].sentence:
        return True
    after = tokens[at + 1]
    return after.pos not in {"DET", "PRON", "SCONJ", "ADV", "NUM"} and not (
        after.pos == "ADP" and after.text.lower() not in _DE
    )


def _complement(tokens: Sequence[Token], first: int, at: int) -> int | None:
    """Return the end of a complement "de la ville", "contre le dopage", "de 2022", or None when it is not tied here."""
    word, i = tokens[at].text.lower(), _after_determiners(tokens, at + 1)
    if i >= len(tokens) or tokens[i].sentence != tokens[first].sentence:
        return None
    noun = tokens[i]
    year = noun.pos in {"NUM", "NOUN"} and noun.text.isdigit() and len(noun.text) == 4 and word in _DE
    named = is_noun(noun) or (noun.pos == "PROPN" and noun.text[0].isupper())
    if not (year or named) or noun.text.lower() in _ADVERBIAL:
        return None
    tied = first <= noun.head < at
    if word in _DE:
        tied = tied or tokens[noun.head].pos in {"NOUN", "PROPN", "ADJ"}
    elif word in _TO and not _takes_to(tokens, first, at):
        # "moteur à essence" is one thing; "informations à l'ACMA" are two
        tied = tied and word == "à" and i == at + 1 and noun.pos == "NOUN"
    else:
        tied = tied and noun.dep.startswith(("nmod", "obl:arg"))
    return i + 1 if tied else None


def _after_determiners(tokens: Sequence[Token], at: int) -> int:
    """Return the index after at most four determiners and adjectives."""
    i = at
    while i < min(len(tokens), at + 4):
        t = tokens[i]
        determiner = t.pos == "DET" and t.text.lower() in word_set("determiners")
        if t.sentence != tokens[at - 1].sentence or not (determiner or (t.pos == "ADJ" and t.text.isalpha())):
            break
        i += 1
    return i


def _takes_to(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether a noun of the group is one that takes "à": "participation au vote"."""
    taking = entry_set("gap_nouns_with_a.txt")
    return any(noun_key(t.text) in taking for t in tokens[max(first, at - 2) : at])


def _left_open(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether what comes after a group belongs to it: a clause, a participle, a preposition tied to it."""
    if last >= len(tokens) or tokens[last].sentence != tokens[first].sentence:
        return False
    t = tokens[last]
    if t.text.lower() in {"que", "qu'", "qui", "dont", "où"}:
        return True
    if t.text[:1].isdigit():
        return True  # "ouragan de catégorie 1"
    return t.pos == "ADP" and (t.text.lower() in _DE or first <= tokens[t.head].head < last)


def quotable(group: NounGroup) -> bool:
    """Whether a group can be quoted in a question: whole, not too long, and its noun says something."""
    return group.is_quotable


@cache
def weak_nouns() -> frozenset[str]:
    """Return nouns that say nothing by themselves ("cas", "fois", "manière"), as keys."""
    return frozenset(noun_key(n) for n in read_entries("gap_weak_nouns.txt"))
