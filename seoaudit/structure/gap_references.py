"""Questions about what a reader would look up: which study, law or site, whom to call, what year, what was promised.

Each names the words that send the reader elsewhere, and is silent where the article says where that is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from seoaudit.french.parse import Parsed
from seoaudit.structure.claim_base import Place, line_around, pattern, token_from
from seoaudit.structure.gap_prompts import Candidate, ask
from seoaudit.structure.gap_story import YEAR, Story

LONGEST = 7  # words of a review's description that a question repeats
_REVIEW = re.compile(r"\b(?:dans|par) (?P<x>une (?:\w+ )?revue)\b", re.IGNORECASE)


def reference_questions(story: Story) -> Iterator[Candidate]:
    """Yield the questions about what an article refers to without saying where it is to be found."""
    rules: tuple[Callable[[Story], Iterator[Candidate]], ...] = (
        _studies,
        _reviews,
        _laws,
        _sites,
        _contacts,
        _years,
        _promises,
    )
    for rule in rules:
        yield from rule(story)


def _studies(story: Story) -> Iterator[Candidate]:
    """Ask which study "une étude récente montre" speaks of."""
    for n, parsed in enumerate(story.paragraphs):
        for m in pattern("study_unnamed").finditer(parsed.text):
            place = Place(n, *m.span("x"))
            if not (story.quoted(place) or _told_where(story, place)):
                yield ask("study", place, _lowered(m["x"]), target="study")


def _reviews(story: Story) -> Iterator[Candidate]:
    """Ask for the name of "une revue européenne de cardiologie"."""
    for n, parsed in enumerate(story.paragraphs):
        for m in _REVIEW.finditer(parsed.text):
            group = story.group_at(n, token_from(parsed, m.end() - len("revue")))
            place = Place(n, m.start("x"), group.place.end if group else m.end("x"))
            if group is None or group.is_open or story.quoted(place) or _told_where(story, place):
                continue
            words = story.text(place)
            if len(words.split()) <= LONGEST:
                yield ask("review", place, words, target="study")


def _laws(story: Story) -> Iterator[Candidate]:
    """Ask for the text of "la loi impose", unless the article names one."""
    if story.historical or any(pattern("law_named").search(p.text) for p in story.paragraphs):
        return
    for n, parsed in enumerate(story.paragraphs):
        for m in pattern("law_unnamed").finditer(parsed.text):
            place = Place(n, *m.span())
            if not story.quoted(place) and not story.links[story.section_of[n]]:
                yield ask("law", place, _lowered(m.group()), target="law")


def _sites(story: Story) -> Iterator[Candidate]:
    """Ask for the address of a site that readers are sent to."""
    if story.own_voice or any(pattern("address_online").search(p.text) for p in story.paragraphs):
        return  # one's own readers are on the site
    for n, parsed in enumerate(story.paragraphs):
        for m in pattern("site_unnamed").finditer(parsed.text):
            group = story.group_at(n, token_from(parsed, m.start("noun")))
            end = m.end() if group is None or group.is_open else max(m.end(), group.place.end)
            if end == m.end("noun") and m["x"].startswith("le "):
                continue  # "le site", which was named before
            place = Place(n, m.start("x"), end)
            line = parsed.text[slice(*line_around(parsed, m.start()))]
            linked = story.links[story.section_of[n]]
            if not linked and not story.quoted(place) and pattern("found_online").search(line):
                yield ask("site", place, story.text(place), target="site")


def _contacts(story: Story) -> Iterator[Candidate]:
    """Ask for the number of "appelez Fatou", and with whom to register, where the article gives neither."""
    has = {
        name: any(pattern(name).search(p.text) for p in story.paragraphs)
        for name in ("phone_number", "address_online", "registered_at")
    }
    linked = any(story.links)
    for n, parsed in enumerate(story.paragraphs):
        for m in () if has["phone_number"] else pattern("call_asked").finditer(parsed.text):
            yield ask("call", Place(n, *m.span()), _lowered(m.group()), target="contact")
        if linked or any(has.values()):
            continue
        for m in pattern("register_asked").finditer(parsed.text):
            if not story.quoted(Place(n, *m.span())):
                yield ask("register", Place(n, *m.span()), _lowered(m.group()), target="contact")


def _years(story: Story) -> Iterator[Candidate]:
    """Ask for the year of "samedi 14 juin" in an article that names none: once, of the first such day."""
    if story.names_year:
        return
    for n, parsed in enumerate(story.paragraphs):
        for m in pattern("day_without_year").finditer(parsed.text):
            if not story.quoted(Place(n, *m.span())):
                yield ask("year", Place(n, *m.span()), _lowered(m.group()), target="year")
                return


def _promises(story: Story) -> Iterator[Candidate]:
    """Ask what became of "nous partagerons les résultats", once."""
    for n, parsed in enumerate(story.paragraphs):
        for m in pattern("promised").finditer(parsed.text):
            place = Place(n, *m.span())
            if not (story.quoted(place) or story.links[story.section_of[n]]):
                yield ask("promised", place, _lowered(m.group()), target="promised")
                return


def _told_where(story: Story, place: Place) -> bool:
    """Whether the sentence of a place names whose the thing is, gives its year, or the section links to it."""
    parsed = story.paragraphs[place.paragraph]
    if story.links[story.section_of[place.paragraph]]:
        return True
    start, end = line_around(parsed, place.start)
    return YEAR.search(parsed.text[start:end]) is not None or _names_somebody(parsed, start, end)


def _names_somebody(parsed: Parsed, start: int, end: int) -> bool:
    """Whether a stretch holds a proper name; the word that opens it is no witness."""
    tokens = parsed.tokens[token_from(parsed, start) + 1 : token_from(parsed, end)]
    return any(t.text[:1].isupper() and (t.pos == "PROPN" or t.entity) for t in tokens)


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]
