"""Meta descriptions taken from the text: 70 to 156 characters that end where a clause ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from seoaudit.french.parse import Parsed, Token
from seoaudit.structure.claim_base import pattern, word_set
from seoaudit.structure.gap_articles import noun_key
from seoaudit.structure.gap_groups import NounGroup, find_groups

SHORTEST, GOOD, LONGEST = 70, 120, 156
"""Characters of a description: from GOOD on it fills the two lines that desktop results show (usage; Google fixes no
length); a shorter one has to be a whole sentence."""
SHORT = 0.15  # what the shortest one loses
LATER = 0.2  # what each sentence before it costs: the lead says what the page is about
LOOKED_AT = 8  # sentences, from the beginning of the article, that a description may begin with
LEAST = 0.45  # quality below which an excerpt is not proposed
ELLIPSIS = "…"
_DATELINE = re.compile(r"^(?:[^.]{0,30}\b\d{1,2}(?:er)? [a-zéû]+ \d{4}\s*[.–—-]+\s*)?(?:[–—•*-]\s+)?")
_ADJUNCTS = frozenset(["lors", "pendant", "depuis", "après", "avant", "durant", "malgré", "grâce", "selon"])
_CLOSERS = {"»": "«", ")": "(", "]": "[", "”": "“"}


class Excerpt(NamedTuple):
    """A stretch of the text that can stand as a description.

    Attributes:
        text: the words, with the mark that ends them: the sentence's own, or "…" where a sentence is cut.
        quality: 0 to 1, how well it ends and begins.
        whole: whether it ends with a sentence.
    """

    text: str
    quality: float
    whole: bool


def propose_descriptions(paragraphs: Sequence[Parsed], keyphrase: str | None = None) -> list[Excerpt]:
    """Return descriptions, best first; none when the article's beginning holds no stretch that ends well.

    Args:
        paragraphs: the parsed paragraphs, in order.
        keyphrase: a description that holds its words comes first.
    """
    wanted = {noun_key(w) for w in re.findall(r"\w{4,}", keyphrase or "")}
    found: list[tuple[float, int, Excerpt]] = []
    for order, (n, s) in enumerate(_beginnings(paragraphs)):
        for excerpt in _excerpts(paragraphs[n], s):
            held = {noun_key(w) for w in re.findall(r"\w{4,}", excerpt.text)}
            share = len(wanted & held) / len(wanted) if wanted else 0.0
            score = excerpt.quality + 0.25 * share - LATER * order + 0.1 * (len(excerpt.text) / LONGEST)
            score -= SHORT * max(0, GOOD - len(excerpt.text)) / (GOOD - SHORTEST)
            found.append((score, order, excerpt))
    found.sort(key=lambda f: (-f[0], f[1], f[2].text))
    out: list[Excerpt] = []
    for _, _, excerpt in found:
        if all(excerpt.text[:40] != other.text[:40] for other in out):
            out.append(excerpt)
    return out


def _beginnings(paragraphs: Sequence[Parsed]) -> list[tuple[int, int]]:
    """Return the sentences (paragraph, index) that a description may begin with."""
    out = []
    for n, parsed in enumerate(paragraphs[:LOOKED_AT]):
        out += [(n, s) for s in range(min(len(parsed.sentences), LOOKED_AT))]
    return out[:LOOKED_AT]


def _excerpts(parsed: Parsed, s: int) -> Iterator[Excerpt]:
    """Yield the stretches that begin with a sentence and end at a boundary within the length allowed."""
    sentence = parsed.sentences[s]
    reach = parsed.text[sentence.start : sentence.start + 3 * LONGEST]
    dateline = _DATELINE.match(reach)
    start = sentence.start + (dateline.end() if dateline else 0)
    for begin, subject in ((start, ""), *_shortened(parsed, s)):
        for end, level in _boundaries(parsed, begin, begin + LONGEST - len(subject)):
            text = re.sub(r" ([.,])", r"\1", (subject + parsed.text[begin:end]).strip())
            whole = level == 3
            if whole and text[-1] not in '.!?…»"”':
                continue  # the lead-in of a list, or a line without a stop
            shown = text if whole else text.rstrip(" ,;:–—-") + ELLIPSIS
            if (SHORTEST if whole else GOOD) <= len(shown) <= LONGEST and _balanced(shown):
                quality = {3: 1.0, 2: 0.72, 1: 0.55}[level]
                quality -= (
                    0.5
                    if pattern("anaphora").match(shown)
                    else 0.6
                    if pattern("connective_opening").match(shown)
                    else 0.0
                )
                quality -= 0.6 if shown[0] in '«“"' or not shown[0].isupper() else 0.0
                quality -= 0.05 if begin != start else 0.0
                if quality >= LEAST:
                    yield Excerpt(shown, quality, whole)


def _shortened(parsed: Parsed, s: int) -> Iterator[tuple[int, str]]:
    """Yield where a sentence goes on after its opening group, when a name in apposition can take the group's place.

    "La deuxième société de télécommunications du pays, Optus, a admis ..." can begin with "Optus a admis ...".
    """
    tokens = parsed.sentence_tokens(s)
    commas = [i for i, t in enumerate(tokens[:40]) if t.text == ","][:2]
    if len(commas) < 2 or not tokens or tokens[0].pos != "DET":
        return
    first, second = commas
    name = tokens[first + 1 : second]
    before = tokens[:first]
    if (
        1 <= len(name) <= 4
        and all(t.text[0].isupper() for t in name)
        and not any(t.pos in {"VERB", "AUX"} for t in before)
        and second + 1 < len(tokens)
        and tokens[second + 1].pos in {"AUX", "VERB"}
    ):
        yield tokens[second + 1].start, parsed.text[name[0].start : name[-1].end] + " "


def _boundaries(parsed: Parsed, begin: int, limit: int) -> Iterator[tuple[int, int]]:
    """Yield ends of sentences (level 3), of clauses (2) and places before a free adjunct (1), up to a limit."""
    ends = {s.end for s in parsed.sentences}
    groups = {g.parsed.tokens[g.last - 1].end: g for g in find_groups([_window(parsed, begin, limit)])}
    tokens = [t for t in _window(parsed, begin, limit).tokens if t.start >= begin]
    for i, t in enumerate(tokens):
        if t.end > limit or t.end < begin + SHORTEST // 2:
            continue
        if t.end in ends:
            yield t.end, 3
            continue
        follower = tokens[i + 1] if i + 1 < len(tokens) else None
        if (
            follower is None
            or t.pos in {"DET", "ADP", "SCONJ", "CCONJ", "AUX", "PUNCT"}
            or t.text.lower() in {"ne", "n'", "se", "s'", "plus", "très", "que", "qui"}
        ):
            continue
        level = _level(tokens, i, follower, groups)
        if level:
            yield t.end, level


def _level(tokens: Sequence[Token], i: int, follower: Token, groups: dict[int, NounGroup]) -> int:
    """Return 2 where a clause ends after token `i`, 1 where only an adjunct follows, 0 elsewhere."""
    t, after = tokens[i], tokens[i + 2] if i + 2 < len(tokens) else None
    own = [w for w in tokens[: i + 1] if w.sentence == t.sentence]
    if sum(map(_finite, own)) < 1 + sum(map(_opens_clause, own)) or own[0].text.lower() == "en":
        return 0  # a clause that was opened has not had its verb
    word = follower.text.lower()
    if follower.text in {";", ":"}:
        return 2 if follower.text == ";" else 0
    if follower.text == "," and after is not None:
        opens = after.text.lower() in word_set("subordinators") | {
            "ce",
            "qui",
            "que",
            "il",
            "elle",
            "ils",
            "elles",
            "on",
            "la",
            "le",
            "les",
            "l'",
        } or after.pos in {"PRON", "SCONJ"}
        return 2 if opens and not _listing(tokens, i) else 0
    if word in {
        "mais",
        "car",
        "alors",
        "tandis",
        "lorsque",
        "lorsqu'",
        "puisque",
        "puisqu'",
        "parce",
        "quand",
    } and follower.pos in {"SCONJ", "CCONJ", "ADV"}:
        return 2
    complete = t.end in groups and not groups[t.end].is_open
    dated = word == "le" and after is not None and after.text.isdigit()
    if (complete or "VerbForm=Part" in t.morph) and (word in _ADJUNCTS or dated) and tokens[i].pos != "ADV":
        return 1
    return 0


def _finite(t: Token) -> bool:
    return t.pos in {"VERB", "AUX"} and "VerbForm=Fin" in t.morph and not t.dep.startswith("aux:pass")


def _opens_clause(t: Token) -> bool:
    relative = t.pos == "PRON" and "PronType=Rel" in t.morph
    return t.pos == "SCONJ" or relative or t.text.lower() in {"car", "mais", "dont", "où"}


def _listing(tokens: Sequence[Token], i: int) -> bool:
    """Whether a comma after token `i` stands in a list of nouns: "le café, le thé et ..."."""
    window = tokens[i + 1 : i + 8]
    return bool(window) and not any(t.pos in {"VERB", "AUX"} for t in window) and any(t.text == "et" for t in window)


def _window(parsed: Parsed, begin: int, limit: int) -> Parsed:
    """Return a paragraph cut to the tokens around a stretch, so that long paragraphs cost no more than short ones."""
    low, high = 0, len(parsed.tokens)
    while low < high and parsed.tokens[low].end <= begin:
        low += 1
    stop = low
    while stop < high and parsed.tokens[stop].start < limit + 40:
        stop += 1
    tokens = tuple(
        t._replace(head=t.head - low if low <= t.head < stop else i) for i, t in enumerate(parsed.tokens[low:stop])
    )
    return Parsed(parsed.normalised, tokens, parsed.sentences)


def _balanced(text: str) -> bool:
    """Whether quotation marks and brackets come in pairs."""
    open_: list[str] = []
    for c in text:
        if c in "«([“":
            open_.append(c)
        elif c in _CLOSERS and (not open_ or open_.pop() != _CLOSERS[c]):
            return False
    return not open_ and text.count('"') % 2 == 0
