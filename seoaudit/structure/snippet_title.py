"""Titles taken from the text: a phrase that names its subject, or a topic and such a phrase joined by a colon.

The phrases are those that can stand as a French heading (`headings`), proposed for the article as a whole; the topics
are its key phrases. What is too wide for a search result is no title.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from seoaudit.french.parse import Parsed, parse_paragraphs
from seoaudit.structure.claim_base import entry_set
from seoaudit.structure.gap_articles import noun_key
from seoaudit.structure.gap_prompts import typeset
from seoaudit.structure.headings import HeadingProposal, propose
from seoaudit.structure.snippet_description import ADJUNCTS, boundaries
from seoaudit.structure.snippet_width import TITLE_LIMIT, pixel_width

SHORTEST, LONGEST = 30, 62
"""Characters of a title that names its subject and is not cut (usage; Google fixes no length)."""
PHRASES = 6  # proposals for the article as a whole that titles are made of
LEAST_PHRASE = 0.3  # how sure a phrase must be to be kept as a heading
LEAST = 0.55  # score below which nothing is proposed
CENTRAL = 8  # key phrases whose words tell what the article is about
WANTED = 1.3  # weight of the editor's own keyphrase, that of the text's first one being 1
BORNE = 0.15  # for a title that holds the editor's keyphrase: the audit asks for it there
BARE = 0.6  # for a phrase that only repeats a key phrase: it says nothing of it
APART = 0.1  # for a topic that the phrase's own sentence does not name: nothing tells that the one is said of the other
TOPICS = 4  # key phrases that may open a title
LEAD = 3  # paragraphs in which a topic has to be named
# Whose it is can be read in the article only.
_POSSESSIVE = re.compile(r"(?i)\b(?:mon|ma|mes|son|sa|ses|leurs?|notre|nos)\b")
_WORD = re.compile(r"[^\W_]{3,}")
# Where a title that is too wide can end: before its second part, after a whole sentence.
_SEPARATOR = re.compile(r"\s+[|–—-]\s+|\s*[:;|]\s+|(?<=[?!.])\s+")


class TitleProposal(NamedTuple):
    """A title from the text.

    Attributes:
        text: the title, with French typography.
        score: higher is better.
        form: "group" (one phrase) or "joined" (a topic and a phrase, with a colon).
    """

    text: str
    score: float
    form: str


def propose_titles(
    paragraphs: Sequence[Parsed], keyphrase: str | None = None, keyphrases: Sequence[str] = (), title: str = ""
) -> list[TitleProposal]:
    """Return titles of at most 600 px, best first; none when no phrase of the text names its subject.

    Args:
        paragraphs: the parsed paragraphs, in order.
        keyphrase: the article's main phrase, which a title should hold.
        keyphrases: other key phrases, best first: they tell what the article is about.
        title: the page's own title, not to be repeated.
    """
    if not paragraphs:
        return []
    central = _central(paragraphs, keyphrase, keyphrases)
    topics = _topics(paragraphs, keyphrase, keyphrases)
    found: dict[str, TitleProposal] = {}
    for phrase in propose([paragraphs], PHRASES, title=title, keyphrase=keyphrase)[0]:
        if phrase.score < LEAST_PHRASE or _POSSESSIVE.search(phrase.text):
            continue
        for made in (*_alone(phrase, central, topics), *_joined(phrase, central, topics, paragraphs)):
            if made.score >= LEAST and pixel_width(made.text) <= TITLE_LIMIT:
                borne = keyphrase and _keys(keyphrase) <= _keys(made.text)
                found.setdefault(made.text, made._replace(score=made.score + BORNE) if borne else made)
    return sorted(found.values(), key=lambda t: (-t.score, t.text))


def shorten_title(title: str) -> str | None:
    """Return the beginning of a title that is too wide, up to a sign or before a complement of its sentence.

    Args:
        title: the page's own title.

    Returns:
        At most 600 px, at least three words; None where the title can end nowhere before.
    """
    ends = [m.start() for m in _SEPARATOR.finditer(title)]
    fitting = [title[:e].rstrip(" ,;:") for e in reversed(ends)]
    fitting += _clauses(title)
    return next((t for t in fitting if len(t.split()) > 2 and pixel_width(t) <= TITLE_LIMIT), None)


def _clauses(title: str) -> list[str]:
    """Return the beginnings of a title that end with a clause or before a free complement, longest first."""
    parsed = parse_paragraphs([title])[0]
    ends = {e for e, level in boundaries(parsed, 0, len(parsed.text), SHORTEST // 2) if level}
    verb = False
    for t, after in pairwise(parsed.tokens):
        verb = verb or (t.pos in {"VERB", "AUX"} and "VerbForm=Fin" in t.morph)
        if verb and t.pos in {"NOUN", "PROPN"} and after.text.lower() in ADJUNCTS:
            ends.add(t.end)
    return [title[: parsed.normalised.to_source(0, e)[1]].rstrip(" ,;:") for e in sorted(ends, reverse=True)]


def _keys(text: str) -> set[str]:
    """Return the keys of a text's content words."""
    function = entry_set("gap_function_words.txt")
    return {noun_key(w) for w in _WORD.findall(text) if w.lower() not in function}


def _central(paragraphs: Sequence[Parsed], keyphrase: str | None, keyphrases: Sequence[str]) -> dict[str, float]:
    """Return how much each word says about the article, by its key: 1 for those of the best key phrase.

    Without key phrases, nouns and names that recur tell it.
    """
    nouns = Counter(noun_key(t.text) for p in paragraphs for t in p.tokens if t.pos in {"NOUN", "PROPN"})
    said = {noun_key(t.text) for p in paragraphs for t in p.tokens}
    out: dict[str, float] = {}
    for rank, phrase in enumerate(keyphrases[:CENTRAL]):
        for k in _keys(phrase) & said:
            out[k] = max(out.get(k, 0.0), 1 - 0.1 * rank)
    if not out:
        most = max(nouns.values(), default=1)
        out = {k: n / most for k, n in nouns.items() if n > 1}
    return out | dict.fromkeys(_keys(keyphrase or "") & said, WANTED)


def _topics(paragraphs: Sequence[Parsed], keyphrase: str | None, keyphrases: Sequence[str]) -> list[tuple[str, float]]:
    """Return what a title can open with and its worth: the keyphrase, a name or a phrase of several words of the lead.

    A common noun by itself ("Utilisateur : ...") tells no article from another.
    """
    out: list[tuple[str, float]] = []
    if keyphrase:
        found = (re.search(rf"\b{re.escape(keyphrase)}\b", p.text, re.IGNORECASE) for p in paragraphs)
        out += [(m.group(), 1.0) for m in found if m][:1]
    lead = " ".join(p.text for p in paragraphs[:LEAD]).casefold()
    for rank, phrase in enumerate(keyphrases[:TOPICS]):
        plain = phrase.replace("’", "'")
        if (" " in phrase or phrase[:1].isupper()) and plain.casefold() in lead:
            out.append((plain, 0.7 - 0.1 * rank))
    return out


def _fit(text: str) -> float:
    """Return how well a title fills its line: a short one leaves the reader to guess."""
    return 1.0 if SHORTEST <= len(text) <= LONGEST else 0.75 if len(text) >= SHORTEST - 8 else 0.4


def _alone(
    phrase: HeadingProposal, central: Mapping[str, float], topics: Sequence[tuple[str, float]]
) -> Iterator[TitleProposal]:
    """Yield a phrase that names the subject by itself."""
    keys = _keys(phrase.text)
    worth = sorted((central.get(k, 0.0) for k in keys), reverse=True)[:2]
    if any(worth):
        text = typeset(phrase.text)
        bare = any(keys <= _keys(topic) for topic, _ in topics)
        score = (phrase.score + 0.4 * sum(worth)) * _fit(text) * (BARE if bare else 1.0)
        yield TitleProposal(text, score, "group")


def _joined(
    phrase: HeadingProposal,
    central: Mapping[str, float],
    topics: Sequence[tuple[str, float]],
    paragraphs: Sequence[Parsed],
) -> Iterator[TitleProposal]:
    """Yield topics with what the text says of them: "Fichiers plats : importer des données ..."."""
    if phrase.construction == "statement":
        return
    keys = _keys(phrase.text)
    said, beside = _inside(phrase, paragraphs), _keys(_sentence_of(phrase, paragraphs))
    for topic, worth in topics:
        if not keys & _keys(topic):
            text = typeset(f"{topic[:1].upper()}{topic[1:]} : {said}")
            score = 0.7 * phrase.score + 0.6 * worth + (0.2 if any(k in central for k in keys) else 0.0)
            score -= 0.0 if beside & _keys(topic) else APART
            yield TitleProposal(text, score * _fit(text), "joined")


def _sentence_of(phrase: HeadingProposal, paragraphs: Sequence[Parsed]) -> str:
    parsed = paragraphs[phrase.paragraph]
    number = bisect_right([s.start for s in parsed.sentences], phrase.start) - 1
    return parsed.sentence_text(max(0, number))


def _inside(phrase: HeadingProposal, paragraphs: Sequence[Parsed]) -> str:
    """Return a phrase as it goes on after a colon: without its capital, unless it begins with a name."""
    first = next((t for t in paragraphs[phrase.paragraph].tokens if t.start >= phrase.start), None)
    name = first is not None and (first.pos == "PROPN" or first.text[1:2].isupper())
    return phrase.text if name else phrase.text[:1].lower() + phrase.text[1:]
