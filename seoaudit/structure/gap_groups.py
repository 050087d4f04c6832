"""Complete noun groups of a paragraph, with what is needed to name them in a sentence of one's own.

A group is a noun with its adjectives and the complements tied to it: "panne de son service national", "lutte contre le
dopage". It is read off the parts of speech, and the parser is asked only where they leave a choice: it is right about
what a preposition hangs on more often than about anything else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from seoaudit.french.parse import Parsed, Token
from seoaudit.structure.claim_base import Place, read_entries

LONGEST = 9  # words of a group one can quote in a question
_DE = frozenset({"de", "d'", "du", "des"})
_TIED = frozenset("contre en entre envers sur vers".split())
_TO = frozenset({"à", "au", "aux"})
_DETERMINERS = frozenset(
    "le la l' les un une des du au aux ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes d' de".split()
)
_NO_ADJECTIVE = frozenset("tout toute tous toutes même mêmes tel telle tels telles quel quelle quels quelles autre autres seul seule".split())
_FEMININE = frozenset({"la", "une", "cette", "sa", "ma", "ta"})
_MASCULINE = frozenset({"le", "un", "ce", "du", "au", "cet"})
_PLURAL = frozenset({"les", "des", "ces", "ses", "leurs", "nos", "vos", "mes", "aux"})
_POSSESSIVE = frozenset("son sa ses leur leurs notre nos votre vos mon ma mes".split())
VOWELS = frozenset("aàâeéèêëiîïoôuùûœæAÀÂEÉÈÊËIÎÏOÔUÙÛŒÆ")
_ADVERBIAL = frozenset({"part", "parts", "manière", "façon", "sorte", "suite", "fois", "côté", "nouveau"})  # "de notre part"
_CONTRACTED = {"du": ("de", "le"), "des": ("de", "les"), "au": ("à", "le"), "aux": ("à", "les")}


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

    @property
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
        return words[0].lower() + words[1:] if opens and not self.is_name and first.pos != "PROPN" and not words[:2].isupper() else words

    @property
    def key(self) -> str:
        """What two mentions of one thing share: the noun, without case or plural."""
        return noun_key(self.parsed.tokens[self.head].text)

    @property
    def content(self) -> int:
        """Number of its content words."""
        return sum(t.pos in {"NOUN", "PROPN", "ADJ", "NUM"} for t in self.tokens)

    @cached_property
    def definite(self) -> str | None:
        """The group with its definite article, possessives inside made articles: "la panne du service national".

        None when the text does not show which article it takes.
        """
        article = _article(self.determiner, self.parsed.tokens[self.first].text, self.parsed.tokens[self.head])
        if article is None:
            return None
        body = _without_possessives(self.tokens, self.text)
        return None if body is None else article + ("" if article.endswith("'") else " ") + body

    @property
    def of(self) -> str | None:
        """The definite group after "de": "de la panne", "du service"."""
        return contracted("de", self.definite)

    @property
    def at(self) -> str | None:
        """The definite group after "à": "à la panne", "au service"."""
        return contracted("à", self.definite)


def contracted(preposition: str, group: str | None) -> str | None:
    """Return a group that begins with its article after "de" or "à"; None for None."""
    if group is None:
        return None
    for short, (long, article) in _CONTRACTED.items():
        if long == preposition and group.startswith(article + " "):
            return short + group[len(article) :]
    return f"{preposition} {group}"


def noun_key(noun: str) -> str:
    """Return a noun in lower case without its plural ending."""
    low = noun.lower()
    if len(low) > 4 and low.endswith("aux"):
        return low[:-3] + "al"
    return low[:-1] if len(low) > 3 and low[-1] in "sx" else low


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
    if determiner not in _DETERMINERS or (determiner == "au" and first > 1 and tokens[first - 1].pos == "NOUN"):
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
        if t.sentence != tokens[head].sentence or t.pos != "ADJ" or t.text.lower() in _NO_ADJECTIVE or not t.text.isalpha() or "NumType" in t.morph:
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
    inside = range(first, at)
    if t.entity and not t.entity_start and tokens[at - 1].entity:
        return at + 1
    if t.pos == "ADJ" and t.text.lower() not in _NO_ADJECTIVE and t.text[:1].isalpha():
        return at + 1
    if t.pos == "PROPN" and t.text[:1].isupper():
        return at + 1
    if t.pos == "NOUN" and t.head in inside and t.text.isalpha() and len(t.text) > 2 and tokens[at - 1].pos in {"NOUN", "ADJ"}:
        return at + 1 if _apposed(tokens, at) else None
    word = t.text.lower()
    if t.pos in {"ADP", "DET"} and not _is_name(tokens, at - 1) and word in _DE | _TIED | _TO:
        return _complement(tokens, first, at)
    return None


def _apposed(tokens: Sequence[Token], at: int) -> bool:
    """Whether a second noun stands in apposition ("code source"): not where what follows shows a verb ("équipe compte sur")."""
    if noun_key(tokens[at].text) in weak_nouns():
        return False
    if at + 1 >= len(tokens) or tokens[at + 1].sentence != tokens[at].sentence:
        return True
    after = tokens[at + 1]
    return after.pos not in {"DET", "PRON", "SCONJ", "ADV", "NUM"} and not (after.pos == "ADP" and after.text.lower() not in _DE)


def _complement(tokens: Sequence[Token], first: int, at: int) -> int | None:
    """Return the end of a complement "de la ville", "contre le dopage", "de 2022", or None when it is not tied here."""
    word, i = tokens[at].text.lower(), at + 1
    limit = min(len(tokens), at + 5)
    while i < limit and tokens[i].sentence == tokens[first].sentence and (
        (tokens[i].pos == "DET" and tokens[i].text.lower() in _DETERMINERS) or (tokens[i].pos == "ADJ" and tokens[i].text.isalpha())
    ):
        i += 1
    if i >= limit or tokens[i].sentence != tokens[first].sentence:
        return None
    noun = tokens[i]
    year = noun.pos in {"NUM", "NOUN"} and noun.text.isdigit() and len(noun.text) == 4
    if noun.text.lower() in _ADVERBIAL:
        return None
    if not (year or is_noun(noun) or (noun.pos == "PROPN" and noun.text[0].isupper())):
        return None
    if year and word not in _DE:
        return None
    tied = first <= noun.head < at
    if word in _DE:
        return i + 1 if tied or tokens[noun.head].pos in {"NOUN", "PROPN", "ADJ"} else None
    if word in _TO and not (tied and _takes_to(tokens, first, at)):
        # "moteur à essence" is one thing; "informations à l'ACMA" are two
        return i + 1 if tied and word == "à" and i == at + 1 and noun.pos == "NOUN" else None
    return i + 1 if tied and noun.dep.startswith(("nmod", "obl:arg")) else None


def _takes_to(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether a noun of the group is one that takes "à": "participation au vote"."""
    taking = frozenset(read_entries("gap_nouns_with_a.txt"))
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


def _article(determiner: str, word: str, head: Token) -> str | None:
    """Return the definite article a group takes, from the determiner it has; None where that is not certain."""
    if determiner in {"le", "la", "l'", "les"}:
        return determiner
    if determiner in _PLURAL and "Number=Sing" not in head.morph:
        return "les"
    if word[0] in VOWELS:
        return "l'" if determiner in _FEMININE | _MASCULINE | {"son", "leur", "mon", "notre", "votre"} else None
    if word[0].lower() in "hy":
        return None  # "la hausse" but "l'hypothèse"
    if determiner in _FEMININE:
        return "la"
    return "le" if determiner in _MASCULINE | {"son", "mon"} else None


def _without_possessives(tokens: Sequence[Token], text: str) -> str | None:
    """Return a group's text with possessives made articles: "de son service" gives "du service"."""
    out, skip = "", False
    for i, t in enumerate(tokens):
        space = " " if t.space and i + 1 < len(tokens) else ""
        word = t.text.lower()
        follower = tokens[i + 1] if i + 1 < len(tokens) else None
        if skip:
            skip = False
            continue
        if t.pos in {"ADP", "DET"} and word in {"de", "à"} and follower is not None and follower.text.lower() in _POSSESSIVE:
            host = tokens[i + 2].text if i + 2 < len(tokens) else ""
            article = _article(follower.text.lower(), host, tokens[min(i + 2, len(tokens) - 1)]) if host else None
            if article is None:
                return None
            joined = contracted(word, article + " ") or ""
            out += joined.replace("' ", "'")
            skip = True
            continue
        if word in _POSSESSIVE and t.pos == "DET":
            return None
        out += (text[0] + t.text[1:] if i == 0 else t.text) + space
    return out


def quotable(group: NounGroup) -> bool:
    """Whether a group can be quoted in a question: whole, not too long, and its noun says something."""
    words = group.text.split()
    return (
        len(words) <= LONGEST
        and not any(c in group.text for c in "«»\"“”[]{}<>|=/\\_@#*`()")
        and group.key not in weak_nouns()
        and group.tokens[-1].pos in {"NOUN", "PROPN", "ADJ", "NUM"}
        and group.parsed.text[group.place.end : group.place.end + 1] not in {"-", "/", "'", "\\"}
    )


@cache
def weak_nouns() -> frozenset[str]:
    """Return nouns that say nothing by themselves ("cas", "fois", "manière"), as keys."""
    return frozenset(noun_key(n) for n in read_entries("gap_weak_nouns.txt"))
