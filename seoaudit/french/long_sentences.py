"""Why a sentence is long, and where it can be cut: only what its words and marks leave no doubt about.

A place to cut is one after which the sentence goes on with words that can begin another: a semicolon, a conjunction
before a clause with a subject of its own, a clause after a comma that runs to the end of the sentence. What interrupts
the main clause ("le marché, que la ville a ouvert, ferme") is counted and never offered as a place to cut.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from seoaudit.french.parse import Parsed, Token
from seoaudit.french.quoted import quoted_spans, within
from seoaudit.french.words import count_words

CutKind = Literal["semicolon", "clause", ""]

# Either part of a sentence that is cut keeps at least so many words.
LEAST_PART = 7
# A quotation, a parenthesis or an enumeration is a reason from this size on.
LEAST_QUOTED, LEAST_ASIDE, LEAST_ITEMS = 12, 6, 5
# A quotation that fills the sentence is the sentence: so many words stand outside one that lengthens it.
_OUTSIDE = 5
# Tokens within which a subject and the auxiliaries of a verb are looked for: keeps the work linear.
_NEAR = 40
# Where the parts meet, so many words are shown.
_SHOWN = 3
_CONJUNCTIONS = frozenset({"et", "mais", "or", "car", "donc", "puis"})
_RELATIVES = frozenset({"qui", "que", "qu'", "dont", "où", "lequel", "laquelle", "lesquels", "lesquelles"})
_MARKS = frozenset(
    {"que", "qu'", "parce", "quand", "lorsque", "lorsqu'", "si", "s'", "puisque", "puisqu'", "comme", "quoique"}
)
# A relative clause, whose verb hangs on its noun.
_DEPENDENT = frozenset({"acl:relcl"})
# A clause after a comma that can stand for itself once its conjunction goes.
_LOOSE = frozenset({"qui", "dont", "où", "puisque", "puisqu'", "lorsque", "lorsqu'", "parce", "alors", "tandis"})
_ASIDE_OPENERS = frozenset({"bien", "si", "s'", "quand", "lorsque", "lorsqu'", "puisque", "puisqu'"})


class LongSentence(NamedTuple):
    """What makes a sentence long.

    Attributes:
        subordinates: subordinate clauses, by the word that opens them.
        quoted: words of its longest quotation; 0 where none is as long as `LEAST_QUOTED`.
        aside: words of its longest parenthesis; 0 where none is as long as `LEAST_ASIDE`.
        items: members of its longest enumeration; 0 below `LEAST_ITEMS`.
        cut: the words to cut before ("mais la mairie"), or the word before the semicolon; "" for none.
        cut_kind: what stands there.
    """

    subordinates: int
    quoted: int
    aside: int
    items: int
    cut: str
    cut_kind: CutKind


def explain_length(parsed: Parsed, index: int) -> LongSentence:
    """Return what makes a sentence long.

    Args:
        parsed: its paragraph.
        index: its index in the paragraph.
    """
    first, last = parsed.sentences[index].first, parsed.sentences[index].last
    tokens = parsed.tokens
    start, end = tokens[first].start, tokens[last - 1].end
    text = parsed.text[start:end]
    quotations = [(a + start, b + start) for a, b in quoted_spans(text)]
    asides = [(a + start, b + start) for a, b in _parentheses(text)]
    own = [i for i in range(first, last) if not within(quotations, tokens[i].start)]
    clauses = list(_subordinates(tokens, own))
    free = [i for i in own if not within(asides, tokens[i].start)]
    cut, kind = _best_cut(parsed, first, last, free)
    return LongSentence(
        subordinates=len(clauses),
        quoted=_longest(parsed, quotations, LEAST_QUOTED, count_words(text)),
        aside=_longest(parsed, asides, LEAST_ASIDE, count_words(text)),
        items=_most_items(tokens, free),
        cut=cut,
        cut_kind=kind,
    )


def _longest(parsed: Parsed, spans: Sequence[tuple[int, int]], least: int, total: int) -> int:
    longest = max((count_words(parsed.text[a:b]) for a, b in spans), default=0)
    return longest if least <= longest <= total - _OUTSIDE else 0


def _parentheses(text: str) -> Iterator[tuple[int, int]]:
    """Yield the outer parentheses of a text; one that is not closed is none."""
    depth, start = 0, 0
    for i, c in enumerate(text):
        if c == "(":
            start = i if depth == 0 else start
            depth += 1
        elif c == ")" and depth:
            depth -= 1
            if depth == 0:
                yield start, i + 1


def _subordinates(tokens: Sequence[Token], own: Sequence[int]) -> Iterator[int]:
    """Yield the words that open a subordinate clause with a verb of its own."""
    opened: set[int] = set()
    for i in own:
        token = tokens[i]
        word = token.text.lower()
        relative = word in _RELATIVES and "PronType=Rel" in token.morph
        mark = word in _MARKS and token.dep == "mark" and "VerbForm=Inf" not in tokens[token.head].morph
        if word in {"que", "qu'"} and token.dep == "fixed":  # "bien que", "afin que": the first word has the verb
            mark = token.head < i and tokens[token.head].pos in {"ADV", "ADP", "SCONJ"}
        # One clause has one opening word: "parce que" and "alors que" hang on the same verb.
        if (relative and token.head > i) or (mark and token.head not in opened):
            opened.add(token.head)
            yield i


def _best_cut(parsed: Parsed, first: int, last: int, free: Sequence[int]) -> tuple[str, CutKind]:
    """Return the place nearest the middle of the sentence where it can be cut, semicolons first."""
    tokens = parsed.tokens
    words = _word_counts(tokens, first, last)
    total = words[-1]

    def fits(i: int) -> bool:
        return LEAST_PART <= words[i - first] <= total - LEAST_PART

    def off_middle(i: int) -> float:
        return abs(words[i - first] - total / 2)

    marks = [i for i in free if tokens[i].text == ";" and fits(i) and _joins_clauses(tokens, i, last)]
    if marks:
        i = min(marks, key=off_middle)
        return tokens[i - 1].text, "semicolon"
    root = next((j for j in range(first, last) if tokens[j].head == j), first)
    clauses = [i for i in free if fits(i) and _opens_clause(tokens, i, root, last)]
    if clauses:
        i = min(clauses, key=off_middle)
        return _shown(parsed, i, last), "clause"
    return "", ""


def _word_counts(tokens: Sequence[Token], first: int, last: int) -> list[int]:
    """Return how many words stand before each token of a sentence, and at its end."""
    counts = [0]
    for t in tokens[first:last]:
        counts.append(counts[-1] + (t.pos not in {"PUNCT", "SYM"} and not t.text.endswith("'")))
    return counts


def _joins_clauses(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a semicolon stands between a word and a clause that needs no other."""
    after = tokens[i + 1 : last]
    end = next((n for n, t in enumerate(after) if t.text == ";"), len(after))
    finite = any("VerbForm=Fin" in t.morph and t.dep not in _DEPENDENT for t in after[:end])
    subordinate = any(t.dep == "mark" for t in after[:3])
    return tokens[i - 1].text.isalpha() and finite and not subordinate


def _opens_clause(tokens: Sequence[Token], i: int, root: int, last: int) -> bool:
    """Whether a word opens a clause that can become a sentence of its own."""
    token = tokens[i]
    word = token.text.lower()
    if tokens[i - 1].text != ",":
        return False
    if word in _CONJUNCTIONS and _turns_aside(tokens, i, last):
        return True
    if i - 1 <= root:
        return False
    if word in _CONJUNCTIONS and token.dep == "cc":
        verb = token.head
        following = tokens[i + 1].text.lower() if i + 1 < last else ""
        if following in _MARKS or following in _RELATIVES or _announced(tokens, i):
            return False
        return tokens[verb].head == root and _has_subject(tokens, verb, i, last)
    if word in _LOOSE and (token.dep == "mark" or "PronType=Rel" in token.morph):
        return token.head > i and _is_finite(tokens, token.head, i) and not _goes_on(tokens, i, last)
    return False


def _turns_aside(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether a conjunction is followed by a clause of circumstance and its comma: "et bien que la pluie cesse, …"."""
    near = [t.text.lower() for t in tokens[i + 1 : min(last, i + _NEAR)]]
    if not near or near[0] not in _ASIDE_OPENERS or "," not in near:
        return False
    before = {t.text.lower() for t in tokens[max(0, i - _NEAR) : i]}
    return near[0] not in before and (near[0] != "bien" or near[1:2] in (["que"], ["qu'"]))


def _announced(tokens: Sequence[Token], i: int) -> bool:
    """Whether what comes is announced and cannot be cut off: "non seulement …, mais"."""
    near = [t.text.lower() for t in tokens[max(0, i - _NEAR) : i]]
    return ("non", "seulement") in pairwise(near) or ("non", "pas") in pairwise(near)


def _goes_on(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Whether the sentence goes on after a clause with a verb that hangs on what stands before it."""
    end = min(last, i + 2 * _NEAR)
    introduced = {t.head for t in tokens[i:end] if t.dep == "mark"}
    for j in range(i, end):
        if "VerbForm=Fin" not in tokens[j].morph:
            continue
        verb = tokens[j].head if tokens[j].dep.startswith("aux") else j
        if tokens[verb].head < i - 1 and tokens[verb].dep not in _DEPENDENT and verb not in introduced:
            return True
    return False


def _has_subject(tokens: Sequence[Token], verb: int, after: int, last: int) -> bool:
    near = range(after + 1, min(last, after + _NEAR))
    subject = any(tokens[j].head == verb and tokens[j].dep.startswith("nsubj") for j in near)
    return subject and _is_finite(tokens, verb, after)


def _is_finite(tokens: Sequence[Token], verb: int, after: int) -> bool:
    """Whether a verb, or an auxiliary of it, is finite."""
    auxiliaries = (
        j for j in range(max(after, verb - _NEAR), verb) if tokens[j].head == verb and tokens[j].pos == "AUX"
    )
    return any("VerbForm=Fin" in tokens[j].morph for j in (verb, *auxiliaries))


def _most_items(tokens: Sequence[Token], free: Sequence[int]) -> int:
    """Return the members of the longest enumeration of nouns that commas part."""
    members: dict[int, int] = {}
    for i in free:
        token = tokens[i]
        head = token.head
        if token.dep == "conj" and token.pos in {"NOUN", "PROPN"} and tokens[head].pos in {"NOUN", "PROPN"}:
            members[head] = members.get(head, 1) + 1
    most = max(members.values(), default=0)
    return most if most >= LEAST_ITEMS else 0


def _shown(parsed: Parsed, i: int, last: int) -> str:
    """Return the first words of what follows a cut."""
    end, words = i, 0
    while end < last and words < _SHOWN and parsed.tokens[end].pos != "PUNCT":
        words += not parsed.tokens[end].text.endswith("'")
        end += 1
    return parsed.text[parsed.tokens[i].start : parsed.tokens[end - 1].end]
