"""Meta descriptions taken from the text: 120 to 156 characters that end where a clause ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from seoaudit.french.parse import Parsed, Token
from seoaudit.structure.claim_base import pattern, word_set
from seoaudit.structure.gap_articles import noun_key
from seoaudit.structure.gap_groups import NounGroup, find_groups

SHORTEST, LONGEST = 120, 156
"""Characters of a description: it fills the two lines that desktop results show and is not cut (usage; Google fixes no
length)."""
LATER = 0.12  # what each sentence before it costs: the lead says what the page is about
LOOKED_AT = 16  # sentences, from the beginning of the article, that a description may begin with
LEAST = 0.45  # quality below which an excerpt is not proposed
ACROSS = 0.15  # what going on in the next paragraph costs
_SUBJECTS = frozenset(["ce", "qui", "que", "il", "elle", "ils", "elles", "on", "la", "le", "les", "l'"])
FEWEST_WORDS = 4  # of the last sentence: a shorter one ("Mais !") introduces what is not shown
_LAST = re.compile(r"(?<=[.!?…]) ")
STOPS = '.!?…»"”'
ELLIPSIS = "…"
_DATELINE = re.compile(r"^(?:[^.]{0,30}\b\d{1,2}(?:er)? [a-zéû]+ \d{4}\s*[.–—-]+\s*)?(?:[–—•*-]\s+)?")
ADJUNCTS = frozenset(["lors", "pendant", "depuis", "après", "avant", "durant", "malgré", "grâce", "selon"])
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
    for order, (parsed, s, ends) in enumerate(_beginnings(paragraphs)):
        for excerpt in _excerpts(parsed, s, ends):
            held = {noun_key(w) for w in re.findall(r"\w{4,}", excerpt.text)}
            share = len(wanted & held) / len(wanted) if wanted else 0.0
            score = excerpt.quality + 0.25 * share - LATER * order + 0.1 * (len(excerpt.text) / LONGEST)
            found.append((score, order, excerpt))
    found.sort(key=lambda f: (-f[0], f[1], f[2].text))
    out: list[Excerpt] = []
    for _, _, excerpt in found:
        if all(excerpt.text[:40] != other.text[:40] for other in out):
            out.append(excerpt)
    return out


def _beginnings(paragraphs: Sequence[Parsed]) -> Iterator[tuple[Parsed, int, int]]:
    """Yield the places that a description may begin at: a text, a sentence of it, and where its own paragraph ends.

    The text goes on after the paragraph as long as paragraphs end with a stop, so that short ones make one description.
    """
    left = LOOKED_AT
    for n, parsed in enumerate(paragraphs[:LOOKED_AT]):
        run = [parsed]
        for following in paragraphs[n + 1 : n + 4]:
            if sum(len(p.text) for p in run[1:]) > LONGEST or run[-1].text.rstrip()[-1:] not in STOPS:
                break
            run.append(following)
        text = Parsed.join(run) if len(run) > 1 else parsed
        for s in range(min(len(parsed.sentences), left)):
            yield text, s, len(parsed.text)
        left -= len(parsed.sentences)
        if left <= 0:
            return


def _excerpts(parsed: Parsed, s: int, paragraph_end: int) -> Iterator[Excerpt]:
    """Yield the stretches that begin with a sentence and end at a boundary within the length allowed."""
    sentence = parsed.sentences[s]
    reach = parsed.text[sentence.start : sentence.start + 3 * LONGEST]
    dateline = _DATELINE.match(reach)
    start = sentence.start + (dateline.end() if dateline else 0)
    for begin, subject in ((start, ""), *_shortened(parsed, s)):
        limit = begin + LONGEST - len(subject)
        for end, level in boundaries(parsed, begin, limit, SHORTEST // 2):
            text = re.sub(r" ([.,])", r"\1", (subject + parsed.text[begin:end]).strip())
            whole = level == 3
            if whole and text[-1] not in STOPS:
                continue  # the lead-in of a list, or a line without a stop
            shown = text if whole else text.rstrip(" ,;:–—-") + ELLIPSIS
            if SHORTEST <= len(shown) <= LONGEST and _balanced(shown):
                quality = _quality(shown, level)
                quality -= 0.05 if begin != start else 0.0
                quality -= ACROSS if end > paragraph_end else 0.0
                if quality >= LEAST:
                    yield Excerpt(shown, quality, whole)


def _quality(shown: str, level: int) -> float:
    """Return how well an excerpt begins and ends; one that points back to what is not there is of no use."""
    quality = {3: 1.0, 2: 0.72, 1: 0.55}[level]
    if level == 3 and len(_LAST.split(shown)[-1].split()) < FEWEST_WORDS:
        quality -= 0.3
    if pattern("anaphora").match(shown):
        quality -= 0.5
    elif pattern("connective_opening").match(shown):
        quality -= 0.6
    return quality - (0.6 if shown[0] in '«“"' or not shown[0].isupper() else 0.0)


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


def boundaries(parsed: Parsed, begin: int, limit: int, least: int) -> Iterator[tuple[int, int]]:
    """Yield ends of sentences (level 3), of clauses (2) and places before a free adjunct (1).

    Args:
        parsed: the text.
        begin: offset from which it is read.
        limit: offset up to which an end may lie.
        least: characters before the first end.
    """
    ends = {s.end for s in parsed.sentences}
    window = _window(parsed, begin, limit)
    groups = {g.parsed.tokens[g.last - 1].end: g for g in find_groups([window])}
    tokens = [t for t in window.tokens if t.start >= begin]
    for i, t in enumerate(tokens):
        if t.end > limit or t.end < begin + least:
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
        joined = after.pos == "CCONJ"  # a list has its "and" further on
        return 2 if _clause_at(tokens, i + 2) and (joined or not _listing(tokens, i)) else 0
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
    if (complete or "VerbForm=Part" in t.morph) and (word in ADJUNCTS or dated) and tokens[i].pos != "ADV":
        return 1
    return 0


def _clause_at(tokens: Sequence[Token], i: int) -> bool:
    """Whether a clause begins at token `i`: "ce qui ...", "et bien que ...", "pour lesquels ..."."""
    t, after = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else None
    word = t.text.lower()
    if word in word_set("subordinators") | _SUBJECTS or t.pos in {"PRON", "SCONJ"}:
        return True
    if after is None:
        return False
    following = after.text.lower()
    if t.pos == "CCONJ":
        return following in word_set("subordinators") | _SUBJECTS - {"la", "le", "les", "l'"} or (
            following == "bien" and i + 2 < len(tokens) and tokens[i + 2].text.lower() in {"que", "qu'"}
        )
    return t.pos == "ADP" and "PronType=Rel" in after.morph


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
