"""Titles taken from the text: a noun group, a topic and a group joined by a colon, or a short opening clause."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from seoaudit.french.parse import Parsed
from seoaudit.structure.claim_figures import find_figures
from seoaudit.structure.gap_articles import noun_key
from seoaudit.structure.gap_groups import NounGroup, find_groups, quotable
from seoaudit.structure.gap_prompts import typeset
from seoaudit.structure.gap_topics import names_event
from seoaudit.structure.snippet_width import TITLE_LIMIT, pixel_width

SHORTEST, LONGEST = 30, 60
"""Characters of a title that names its subject and is not cut (usage; Google fixes no length)."""
LEAD = 3  # paragraphs whose groups a title may be built from
EARLY = 0.4  # for the first group of the lead, shrinking with the distance from it
TOPIC_WORDS = 5
LEAST = 1.4  # summed weight of its words below which nothing is proposed: the title would name no subject
RECURS = 3  # times that the noun of a topic occurs in a text of more than so many nouns
MANY_NOUNS = 50
LEAST_DETAIL = 0.4  # of that, what stands after a colon must bear
_WORD = re.compile(r"[^\W_]{3,}")


class TitleProposal(NamedTuple):
    """A title from the text.

    Attributes:
        text: the title, with French typography.
        score: higher is better.
        form: "clause" (an opening clause), "group" (one noun group) or "joined" (two, with a colon).
    """

    text: str
    score: float
    form: str


def propose_titles(
    paragraphs: Sequence[Parsed], keyphrase: str | None = None, keyphrases: Sequence[str] = ()
) -> list[TitleProposal]:
    """Return titles of at most 600 px, best first; none when nothing in the lead names the subject.

    Args:
        paragraphs: the parsed paragraphs, in order.
        keyphrase: the article's main phrase, which a title should hold.
        keyphrases: other key phrases, best first: they tell what the article is about.
    """
    weights = _weights(paragraphs, keyphrase, keyphrases)
    if not weights:
        return []
    groups = [g for g in find_groups(paragraphs[:LEAD]) if _usable(g)]
    recurs = _recurring(paragraphs)
    found = [*_joined(paragraphs, groups, weights, keyphrase, recurs), *_groups(filter(recurs, groups), weights)]
    best: dict[str, TitleProposal] = {}
    for t in found:
        if pixel_width(t.text) <= TITLE_LIMIT and len(t.text) <= LONGEST + 5 and _worth(t.text, weights) >= LEAST:
            best.setdefault(t.text, t)
    return sorted(best.values(), key=lambda t: (-t.score, t.text))


def _weights(paragraphs: Sequence[Parsed], keyphrase: str | None, keyphrases: Sequence[str]) -> dict[str, float]:
    """Return how much each noun or name says about the article, by its key; the keyphrase's words count most."""
    counts: Counter[str] = Counter()
    for n, parsed in enumerate(paragraphs):
        for t in parsed.tokens:
            if t.pos in {"NOUN", "PROPN", "ADJ"} and len(t.text) > 2:
                counts[noun_key(t.text)] += 2 if n == 0 else 1
    top = max(counts.values(), default=0)
    weights = {k: min(1.0, c / top) for k, c in counts.items() if c > 1}
    for rank, phrase in enumerate(keyphrases[:10]):
        for w in _WORD.findall(phrase):
            if noun_key(w) in counts:
                weights[noun_key(w)] = max(weights.get(noun_key(w), 0.0), 1.0 - 0.05 * rank)
    for w in _WORD.findall(keyphrase or ""):
        if noun_key(w) in counts:
            weights[noun_key(w)] = 1.5
    return weights


def _recurring(paragraphs: Sequence[Parsed]) -> Callable[[NounGroup], bool]:
    """Return whether a group's noun is a subject of the text: what a long text names once or twice is not."""
    counts = Counter(noun_key(t.text) for p in paragraphs for t in p.tokens if t.pos in {"NOUN", "PROPN"})
    needed = RECURS if counts.total() > MANY_NOUNS else 1
    return lambda group: counts[group.key] >= needed


def _usable(group: NounGroup) -> bool:
    text = group.text
    return (
        not group.is_open
        and not group.adverbial
        and (quotable(group) or (group.is_name and text.replace(" ", "").replace("-", "").replace("'", "").isalpha()))
        and not any(
            t.text.lower() in {"ce", "cet", "cette", "ces", "notre", "nos", "mon", "ma", "mes", "votre", "vos"}
            for t in group.tokens
        )
    )


def _worth(text: str, weights: dict[str, float]) -> float:
    """Return the summed weight of a title's words, each counted once."""
    return sum(weights.get(k, 0.0) for k in dict.fromkeys(noun_key(w) for w in _WORD.findall(text)))


def _score(text: str, weights: dict[str, float], bonus: float) -> float:
    length = len(text)
    fit = 1.0 if SHORTEST <= length <= LONGEST else 0.5 if length >= 20 else 0.2
    return _worth(text, weights) * fit + bonus


def _groups(groups: Iterable[NounGroup], weights: dict[str, float]) -> Iterator[TitleProposal]:
    """Yield single groups that say enough by themselves: four words, or two with a name."""
    for group in groups:
        text = group.definite or group.text
        if len(text) >= SHORTEST - 8 and group.content >= 3:
            shown = _capital(typeset(text))
            yield TitleProposal(shown, _score(shown, weights, 0.0), "group")


def _joined(
    paragraphs: Sequence[Parsed],
    groups: Sequence[NounGroup],
    weights: dict[str, float],
    keyphrase: str | None,
    recurs: Callable[[NounGroup], bool],
) -> Iterator[TitleProposal]:
    """Yield a topic and what the lead says of it, joined by a colon: "Optus : près de 2 700 appels ..."."""
    topics = _topics(paragraphs, groups, weights, keyphrase, recurs)
    figures = {
        (f.place.paragraph, f.noun): paragraphs[f.place.paragraph].text[f.place.start : f.place.end]
        for f in find_figures(paragraphs[:LEAD])
        if f.noun is not None
    }
    for topic in topics:
        keys = {noun_key(w) for w in _WORD.findall(topic)}
        for order, group in enumerate(groups):
            if group.content < 2 or group.is_name or keys & {noun_key(t.text) for t in group.tokens}:
                continue
            if _worth(group.text, weights) < LEAST_DETAIL:
                continue
            counted = figures.get((group.paragraph, group.head))
            said = (
                (counted + group.text[group.text.find(counted.split()[-1]) + len(counted.split()[-1]) :])
                if counted
                else (group.definite or group.text)
            )
            lowered = said if said[1:2].isupper() else said[0].lower() + said[1:]
            text = typeset(f"{_capital(topic)} : {lowered}")
            bonus = (0.5 if counted else 0.0) + (0.4 if names_event(group.key) else 0.0) + 0.3 / (1 + order)
            yield TitleProposal(text, _score(text, weights, bonus), "joined")


def _topics(
    paragraphs: Sequence[Parsed],
    groups: Sequence[NounGroup],
    weights: dict[str, float],
    keyphrase: str | None,
    recurs: Callable[[NounGroup], bool],
) -> list[str]:
    """Return what a title can open with: the keyphrase as the text writes it, the main name, the main short group."""
    out: list[str] = []
    if keyphrase:
        for parsed in paragraphs:
            m = re.search(rf"\b{re.escape(keyphrase)}\b", parsed.text, re.IGNORECASE)
            if m:
                out.append(m.group())
                break
    names = [g for g in groups if g.is_name and len(g.tokens) <= 3 and g.tokens[0].text[0].isupper()]
    short = [
        g
        for g in groups
        if not g.is_name
        and not any(t.entity == "PER" for t in g.tokens)
        and 2 <= len(g.text.split()) <= TOPIC_WORDS
        and g.content >= 2
    ]
    names, short = ([g for g in pool if recurs(g)] for pool in (names, short))
    for pool in (names, short):
        order = {id(g): n for n, g in enumerate(pool)}
        ranked = sorted(pool, key=lambda g: (-_worth(g.text, weights) - EARLY / (1 + order[id(g)]), g.place))
        out += [g.text for g in ranked[:1] if _worth(g.text, weights) > 0.5]
    return list(dict.fromkeys(out))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
