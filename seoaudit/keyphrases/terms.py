"""The words of parsed paragraphs as key phrases see them: hyphenated pieces joined, one letter for the part of speech.

The tagger errs on names ("Venter" a verb, "Optus" a noun), so a capital inside a sentence makes a proper noun, and a
capital at the start of a sentence makes one when the same form bears a capital elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from seoaudit.french.parse import Parsed, Token
from seoaudit.keyphrases.data import read_set
from seoaudit.keyphrases.inflection import inflection_key

# Tags. Content: N noun, P proper noun, A adjective, V participle used as one, B adjective with its adverb, C number.
# Links: d "de", a another preposition, l definite article. Others: x other determiner, e "et" or "ou", "." punctuation,
# o all else.
CONTENT = frozenset("NPAVBC")
LINKS = frozenset("dal")

_DE = frozenset({"de", "d'", "du", "des"})
_LINKING = frozenset({"à", "au", "aux", "en", "par", "pour", "sur", "contre", "sous", "sans", "entre", "avec", "dans"})
# Determiners that the tagger may take for adjectives.
_DETERMINERS = frozenset({"tout", "toute", "tous", "toutes", "quel", "quelle", "quels", "quelles"})
_ARTICLES = frozenset({"le", "la", "les", "l'"})
_PARTICIPLE = re.compile(r"(?:é|i|u|s|(?<!an)t)e?s?$")
_ORDINAL = re.compile(r"\d+(?:er|re|ère|e|ème|nde?|ième)s?")
_BY_POS = {"NOUN": "N", "X": "N", "PROPN": "P", "ADJ": "A", "NUM": "C", "PUNCT": ".", "SYM": "."}
# Shortest name that an English "'s" makes longer, its apostrophe included: "Bob's" is one, "L's" is not.
_SHORTEST_NAME = 4
# A paragraph with fewer lower-case letters than this share says nothing by its capitals.
LEAST_LOWER_CASE = 0.5


class Term(NamedTuple):
    """A word of the document.

    Attributes:
        text: as in the normalised text, without elision.
        key: what its singular, plural, masculine and feminine share.
        tag: one letter, see above.
        paragraph: index of its paragraph; -1 for the title.
        sentence: number of its sentence in the document.
        start: offset in the paragraph's normalised text.
        end: offset just after it.
        token: its head token's index in the paragraph.
        after: index just after its last token.
        entity: PER, LOC, ORG, MISC or "".
        role: the syntactic role of its token, such as "nsubj".
        number: "Sing" or "Plur" of a content word where both tagger and spelling say so, else "".
    """

    text: str
    key: str
    tag: str
    paragraph: int
    sentence: int
    start: int
    end: int
    token: int
    after: int
    entity: str
    role: str
    number: str

    @property
    def is_content(self) -> bool:
        """Whether it names something: a noun, name, adjective, participle or number."""
        return self.tag in CONTENT


@cache
def key_set(*names: str) -> frozenset[str]:
    """Return the keys of the words of some lists, so that their plurals and feminines count too."""
    return frozenset(inflection_key(word) for name in names for word in read_set(name))


def read_terms(parses: Sequence[Parsed], title: Parsed | None = None) -> list[Term]:
    """Return the terms of a title and its paragraphs, in order of reading."""
    terms: list[Term] = []
    sentence = 0
    numbered = ([(-1, title)] if title is not None else []) + list(enumerate(parses))
    for paragraph, parsed in numbered:
        shouting = _is_shouting(parsed.text)
        for s in parsed.sentences:
            terms.extend(_sentence_terms(parsed, s.first, s.last, paragraph, sentence, shouting))
            sentence += 1
    return _with_names(terms)


def _is_shouting(text: str) -> bool:
    """Whether a paragraph is set in capitals, so that a capital tells no name."""
    letters = sum(map(str.isalpha, text))
    return letters > 0 and sum(map(str.islower, text)) < LEAST_LOWER_CASE * letters


def _sentence_terms(
    parsed: Parsed, first: int, last: int, paragraph: int, sentence: int, shouting: bool
) -> Iterable[Term]:
    tokens = parsed.tokens
    initial = True
    quoted = False  # within quotation marks that are apostrophes
    i = first
    while i < last:
        j = _joined(tokens, i, last)
        if tokens[i].text == "'":
            quoted = not quoted
        elif j < last and not tokens[j - 1].space and _ends_name(tokens[j - 1], tokens[j], quoted=quoted):
            j += 1
        end = tokens[j - 1].end - (j > i + 1 and tokens[j - 1].text == "s.")
        token, text = tokens[i], parsed.text[tokens[i].start : end]
        tag = _tag(tokens[i:j], text, initial=initial or shouting)
        number = _number(token, text) if tag in CONTENT else ""
        yield Term(text, inflection_key(text), tag, paragraph, sentence, token.start, end, i, j,
                   token.entity, token.dep, number)  # fmt: skip
        initial = tag == "." and text != ","
        i = j


def _joined(tokens: Sequence[Token], i: int, last: int) -> int:
    """Return the index after the pieces of the hyphenated word, or of the number in groups, that begins at `i`."""
    j = i + 1
    while j < last:
        left, right = tokens[j - 1], tokens[j]
        hyphen = (
            not left.space and (right.text[0] == "-" or left.text[-1] == "-") and left.text[0].isalnum() | (j > i + 1)
        )
        group = left.text.isdigit() and right.text.isdigit() and len(right.text) == 3 and len(tokens[i].text) <= 3
        if not (hyphen or group) or (left.space and right.start - left.end > 1):
            break
        j += 1
    return j


def _number(token: Token, text: str) -> str:
    """Return the number of a word; none for "processus" and "français", whose spelling does not tell."""
    said = "Plur" if "Number=Plur" in token.morph else "Sing" if "Number=Sing" in token.morph else ""
    ends_like_plural = text.endswith(("s", "x"))
    return said if (said == "Plur") == ends_like_plural and not (ends_like_plural and token.lemma == text) else ""


def _ends_name(name: Token, mark: Token, *, quoted: bool) -> bool:
    """Whether an apostrophe, or the "s" after one, belongs to the word before it: "MaPrimeRénov'", "Moody's".

    An apostrophe does where the word has a capital within. One capital at its beginning will not do: "'Bonjour' dit-il"
    ends a quotation, whose opening mark may be in another sentence. The tokenizer parts "Moody's" before the "s", and
    leaves the stop of its sentence to that.
    """
    if mark.text == "'":
        return not quoted and any(map(str.isupper, name.text[1:])) and not name.text.isupper()
    is_long = len(name.text) >= _SHORTEST_NAME
    return mark.text in {"s", "s."} and is_long and name.text[-1] == "'" and name.text[:1].isupper()


def _tag(pieces: Sequence[Token], text: str, *, initial: bool) -> str:
    """Return the tag of a word made of one or more tokens."""
    token = pieces[0]
    low = text.lower()
    if low in _DE:
        return "d"
    if token.pos == "DET" and low in _ARTICLES:
        return "l" if initial or low == text else "P"
    if low in _LINKING:
        return "a"
    if text[0].isdigit() or ("/" in text and text[-1].isdigit()):
        return _number_tag(text)
    if not text[0].isalnum():
        return "."
    if text[0].isupper() and _is_name(token, text, initial=initial):
        return "P"
    if token.pos in {"AUX", "VERB"} and len(pieces) > 1 and pieces[-1].pos == "PRON":
        return "o"
    if token.pos == "VERB":
        attributive = token.dep in {"acl", "amod"} and "VerbForm=Part" in token.morph
        return "V" if attributive and _PARTICIPLE.search(low) else "o"
    if low in _DETERMINERS:
        return "x"
    if token.pos in _BY_POS:
        return "N" if token.pos == "PROPN" and text.islower() else _BY_POS[token.pos]
    if len(pieces) > 1 and any(p.pos in {"NOUN", "PROPN"} for p in pieces):
        return "N"
    if token.pos == "CCONJ" and low in {"et", "ou"}:
        return "e"
    return "x" if token.pos == "DET" else "o"


def _number_tag(text: str) -> str:
    """Return the tag of what begins with a digit: "3DS" is a name, "42e" an adjective, "18:30" and "h/24" numbers."""
    if _ORDINAL.fullmatch(text):
        return "A"
    return "P" if text[0].isdigit() and any(c.isupper() for c in text) else "C"


def _is_name(token: Token, text: str, *, initial: bool) -> bool:
    """Whether a capitalised word is a name for certain."""
    if initial:
        return token.pos == "PROPN" or (token.entity == "PER" and token.pos not in {"DET", "PRON", "ADP"})
    return token.pos not in {"PRON", "DET", "ADP", "CCONJ", "SCONJ"} or (len(text) > 1 and text.isupper())


def _with_names(terms: list[Term]) -> list[Term]:
    """Settle the capitals that begin a sentence by what the rest of the document does with the same word."""
    lower = {t.text for t in terms if t.text[0].islower() and t.is_content}
    function_words = read_set("function_words")
    # "Le" is part of a name in "au Caire, Le Monde écrit", and yet opens the next sentence as the article it is.
    names = {
        t.text
        for t, before in zip(terms[1:], terms, strict=False)
        if t.tag == "P" and _continues(before, t) and t.text.lower() not in function_words
    }
    return [
        t._replace(tag=_settled(t, lower, names, function_words)) if t.text[0].isupper() and len(t.text) > 1 else t
        for t in terms
    ]


def _continues(before: Term, term: Term) -> bool:
    return before.sentence == term.sentence and before.tag != "."


def _settled(term: Term, lower: set[str], names: set[str], function_words: frozenset[str]) -> str:
    if term.text in names:
        return "P"
    if term.tag == "P" and not term.text.isupper():
        if term.text.lower() in lower:
            return "N"
        if term.text.lower() in function_words:
            return "o"
    return term.tag
