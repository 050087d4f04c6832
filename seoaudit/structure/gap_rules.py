"""Questions about quotations, acronyms and dates: who speaks, what letters stand for, which day is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seoaudit.structure.claim_acronyms import find_acronyms
from seoaudit.structure.claim_dates import MONTHS, RelativeDate, absolute_date, find_relative_dates
from seoaudit.structure.claim_quotations import Quotation
from seoaudit.structure.gap_prompts import Candidate, ask
from seoaudit.structure.gap_story import YEAR, Story

QUOTED_WORDS = 7  # words of a quotation that a question repeats
# What a guide says of its own days, or of any: it is kept up to date, or does not mean a day of the calendar.
_ANY_DAY = re.compile(
    r"cette année|ce mois-ci|cette semaine|aujourd'hui|le mois prochain|(?:après-)?demain"
    r"|(?:il y a quelques|dans \w+) (?:jours|semaines|mois)"
    r"|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: (?:matin|soir|après-midi))?",
    re.IGNORECASE,
)


def claim_questions(story: Story) -> Iterator[Candidate]:
    """Yield the questions about the claims of an article, in no particular order of worth."""
    yield from _quotations(story)
    yield from _acronyms(story)
    yield from _dates(story)


def _quotations(story: Story) -> Iterator[Candidate]:
    """Ask who speaks where nothing says so, or where a section names the speaker by a pronoun only."""
    named: dict[int, set[str]] = {}
    for q in story.quotations:
        section = story.section_of[q.place.paragraph]
        words = opening_words(story, q)
        if q.kind == "none":
            if story.genre == "report":
                yield ask("quote-none", q.place, words, target=f"quote {q.place}")
        elif (
            q.kind == "pronoun"
            and story.genre == "report"
            and section not in named
            and not _person_in(story, section, q)
        ):
            yield ask("quote-pronoun", q.place, words, target=f"speaker {section}")
        named.setdefault(section, set()).add(q.kind)


def opening_words(story: Story, q: Quotation) -> str:
    """Return the first words of a quotation, cut where a function word would dangle."""
    tokens = list(story.tokens_at(q.place))[: QUOTED_WORDS + 3]
    cut = tokens[:QUOTED_WORDS]
    while len(cut) > 3 and cut[-1].pos not in {"NOUN", "PROPN", "ADJ", "VERB", "ADV", "NUM"}:
        cut.pop()
    text = story.paragraphs[q.place.paragraph].text[cut[0].start : cut[-1].end]
    whole = cut[-1].end >= q.place.end - 1
    return text.rstrip(" .,;:") + ("" if whole else "…")


def _person_in(story: Story, section: int, q: Quotation) -> bool:
    """Whether a section names somebody before a quotation: the pronoun then stands for that name."""
    for n in range(story.starts[section], q.place.paragraph + 1):
        for t in story.paragraphs[n].tokens:
            if (n, t.start) >= (q.place.paragraph, q.place.start):
                break
            if t.entity == "PER" and t.text[:1].isupper():
                return True
    return False


def _acronyms(story: Story) -> Iterator[Candidate]:
    """Ask what an acronym stands for that the article never spells out, and that matters in it.

    What the title names or what comes back does; a reader passes over the rest.
    """
    for acronym in find_acronyms(story.paragraphs):
        matters = acronym.count > 1 or re.search(rf"\b{re.escape(acronym.text)}\b", story.title) is not None
        if acronym.expansion is None and not acronym.known and matters and not _initials_of_two(story, acronym.text):
            yield ask("acronym", acronym.place, acronym.text, target=acronym.text.lower())


def _initials_of_two(story: Story, acronym: str) -> bool:
    """Whether an acronym of two letters has the initials of two words in a row: "PP" and "le Parti populaire"."""
    if len(acronym) != 2:
        return False
    words = re.compile(rf"\b{acronym[0]}\w+ (?:d[eu] (?:la )?|d'|et )?{acronym[1]}\w+", re.IGNORECASE)
    return any(words.search(p.text) for p in story.paragraphs)


def _dates(story: Story) -> Iterator[Candidate]:
    """Ask for the date behind "mardi soir" or "l'année dernière"; each expression once.

    A guide lives longer than its "cette année", which says that it is kept up to date; it is asked for past dates only.
    """
    asked: set[str] = set()
    report = story.genre == "report"
    if not report and YEAR.search(story.title):
        return
    for date in find_relative_dates(story.paragraphs, title=story.title):
        words = story.text(date.place).lower()
        if date.anchored or words in asked or story.quoted(date.place) or (date.weekday and _dated_near(story, date)):
            continue
        before = story.paragraphs[date.place.paragraph].text[max(0, date.place.start - 3) : date.place.start]
        if before[-2:-1].isdigit() or (not report and _ANY_DAY.fullmatch(words)):
            continue  # "le 30 mai prochain"
        asked.add(words)
        if date.kind == "vague":
            if report:
                yield ask("vague-date", date.place, words, target="vague date")
        elif not date.nowadays or date.kind != "day":
            name = {"year": "relative-year", "month": "relative-month"}.get(date.kind, "relative-date")
            if date.kind == "month" and _month_named(story, words):
                if story.names_year:
                    continue
                name = "relative-year"
            penalty = 0.0 if report else -0.25
            yield ask(name, date.place, words, target=name, bonus=penalty)


def _month_named(story: Story, words: str) -> bool:
    """Whether words name a month, or the article one with its year: "le mois dernier" can then be told."""
    return re.search(MONTHS, words) is not None or story.names_year


def _dated_near(story: Story, date: RelativeDate) -> bool:
    """Whether the paragraph of a weekday, one before or one after gives a day of the month: a reader can count."""
    n = date.place.paragraph
    near = story.paragraphs[max(0, n - 1) : n + 2]
    return any(m["day"] for p in near for m in absolute_date().finditer(p.text))
