"""Questions about claims: quotations, acronyms, dates, figures and vague words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seoaudit.structure.claim_acronyms import find_acronyms
from seoaudit.structure.claim_base import line_around, word_set
from seoaudit.structure.claim_dates import absolute_date, find_relative_dates
from seoaudit.structure.claim_figures import Figure, find_figures
from seoaudit.structure.claim_quotations import Quotation
from seoaudit.structure.claim_vague import VagueClaim, find_vague_claims
from seoaudit.structure.gap_articles import VOWELS, noun_key
from seoaudit.structure.gap_groups import NounGroup, weak_nouns
from seoaudit.structure.gap_prompts import Candidate, ask
from seoaudit.structure.gap_story import FIRST_PERSON, Story

QUOTED_WORDS = 7  # words of a quotation that a question repeats
LARGE = 100  # a count from which a source is asked for
GUIDE_FIGURE = -0.15  # a guide states more figures than a report, and lives less by them
VAST = 1e7  # a sum that few readers can picture
BEFORE = 120  # characters before its sentence in which an author may say that the figure is their own
MANY = 1_000  # a count from which its share of the whole is asked for
_COUNTS = re.compile(
    r"(?:de (?:très )?nombreu|beaucoup|un grand nombre|la plupart|une partie|la majorité)", re.IGNORECASE
)
_MULTITUDE = re.compile(r"^(?:\w+ )?(?:dizaines|centaines|milliers|millions|milliards) de\b", re.IGNORECASE)
_HEADS = frozenset(noun_key(w) for w in ("habitant", "salarié", "employé", "élève"))
# Of these there are more than those who are counted.
_PEOPLE = frozenset(
    noun_key(w)
    for w in ("abonné", "adhérent", "candidat", "client", "foyer", "ménage", "patient", "usager", "utilisateur")
)
# Words of the sentence that say who set a figure or how it was found.
_SET = re.compile(
    r"\b(?:lois?|décrets?|arrêtés?|amendements?|proposition|projet|taxes?|budget|barème|plafond|seuil|objectif"
    r"|mesur\w+|relev\w+|chronométr\w+|pes(?:é|ée|ées|és|ons)|recens\w+|recueilli\w*|testé\w*"
    r"|si (?:vous|votre|vos|l'on|on|un|une|le|la|les))\b|\bs'ils?\b",
    re.IGNORECASE,
)
# Sums that nobody pays at a counter.
_GIVEN = re.compile(
    r"\b(?:subventions?|enveloppes?|aides?|primes?|amendes?|budgets?|déficits?|dotations?|crédits?|dons?|recettes?|salaires?"
    r"|indemni\w+|chiffre d'affaires)\b",
    re.IGNORECASE,
)
_ROUGHLY = re.compile(r"(?:une |quelques )?(?:dizaine|douzaine|vingtaine|trentaine)s?\b", re.IGNORECASE)
_DOCUMENTS = frozenset({"étude", "sondage", "source", "média"})


def claim_questions(story: Story) -> Iterator[Candidate]:
    """Yield the questions about the claims of an article, in no particular order of worth."""
    yield from _quotations(story)
    yield from _acronyms(story)
    yield from _dates(story)
    yield from _figures(story)
    yield from _vague(story)


def _quotations(story: Story) -> Iterator[Candidate]:
    """Ask who speaks where nothing says so, or where a section names the speaker by a pronoun only."""
    named: dict[int, set[str]] = {}
    for q in story.quotations:
        section = story.section_of[q.place.paragraph]
        words = opening_words(story, q)
        if q.kind == "none":
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
    """Ask what an acronym stands for that the article never spells out."""
    for acronym in find_acronyms(story.paragraphs):
        if acronym.expansion is None and not acronym.known and (len(acronym.text) > 2 or acronym.count > 1):
            yield ask("acronym", acronym.place, acronym.text, target=acronym.text.lower())


def _dates(story: Story) -> Iterator[Candidate]:
    """Ask for the date behind "aujourd'hui" or "l'année dernière"; each expression once."""
    asked: set[str] = set()
    # Beside a full day of the month a reader can tell which Wednesday is meant.
    dated = any(m["day"] for p in story.paragraphs for m in absolute_date().finditer(p.text))
    for date in find_relative_dates(story.paragraphs, title=story.title):
        words = story.text(date.place).lower()
        if date.anchored or words in asked or story.quoted(date.place) or (date.weekday and dated):
            continue
        asked.add(words)
        if date.kind == "vague":
            yield ask("vague-date", date.place, words, target="vague date")
        elif not date.nowadays or date.kind != "day":
            name = {"year": "relative-year", "month": "relative-month"}.get(date.kind, "relative-date")
            penalty = 0.0 if story.genre == "report" else -0.25
            yield ask(name, date.place, words, target=name, bonus=penalty)


def _figures(story: Story) -> Iterator[Candidate]:
    """Ask for the source of a large figure, its share of the whole, or what a sum compares with."""
    figures = find_figures(story.paragraphs)
    sourced = {(f.kind, f.value) for f in figures if f.sourced}
    for figure in figures:
        words = _figure_words(story, figure)
        if words is None or _counts_time(story, figure):
            continue
        target = f"figure {figure.value or words}"
        weight = _size_bonus(figure)
        statistic = (
            figure.kind == "percent"
            or (figure.kind == "count" and (figure.value >= LARGE or figure.round))
            or (figure.kind == "money" and figure.value >= 10_000)
        )
        if story.genre == "guide":
            statistic = figure.kind == "percent" or (figure.kind == "count" and figure.value >= MANY)
        if statistic and (figure.kind, figure.value) not in sourced and not _told(story, figure):
            penalty = 0.0 if story.genre == "report" else GUIDE_FIGURE
            yield ask("figure-source", figure.place, words, target=target, bonus=weight + penalty)
        elif figure.kind == "money" and story.genre == "guide" and not _own_price(story, figure):
            yield ask("price-date", figure.place, words, target="price")
        if story.genre == "report" and _part_of_people(story, figure):
            yield ask("count-share", figure.place, words, target=target, bonus=weight)
        elif figure.kind == "money" and figure.value >= VAST:
            yield ask("money-scale", figure.place, words, target=target, bonus=weight)


def _counts_time(story: Story, figure: Figure) -> bool:
    """Whether a figure counts years or kilometres, or who lives and works at a place: no statistic to be checked."""
    if figure.noun is None:
        return False
    key = noun_key(story.paragraphs[figure.place.paragraph].tokens[figure.noun].text)
    return key in word_set("time_nouns") or key in _HEADS or _ROUGHLY.match(story.text(figure.place)) is not None


def _told(story: Story, figure: Figure) -> bool:
    """Whether a figure needs no source: the author counted it, the law or a decision sets it, or it is supposed."""
    parsed = story.paragraphs[figure.place.paragraph]
    start, end = line_around(parsed, figure.place.start)
    before = parsed.text[max(0, start - BEFORE) : end]
    return FIRST_PERSON.search(before) is not None or _SET.search(parsed.text[start:end]) is not None


def _part_of_people(story: Story, figure: Figure) -> bool:
    """Whether a figure counts people out of more of them, no threshold: "2 468 clients", not "moins de 1 000"."""
    if figure.kind != "count" or figure.value < LARGE or figure.noun is None:
        return False
    parsed, (_, start, end) = story.paragraphs[figure.place.paragraph], figure.place
    around = parsed.text[max(0, start - 100) : end + 100]
    limit = parsed.text[start:end].lower().startswith(("moins", "plus", "au moins", "jusqu"))
    return noun_key(parsed.tokens[figure.noun].text) in _PEOPLE and not (limit or "%" in around or " sur " in around)


def _own_price(story: Story, figure: Figure) -> bool:
    """Whether a price is of the author or of the house that speaks ("notre miche est à 7 euros"), or a sum given."""
    parsed = story.paragraphs[figure.place.paragraph]
    line = parsed.text[slice(*line_around(parsed, figure.place.start, 200))]
    return (FIRST_PERSON.search(line) or _GIVEN.search(line)) is not None


def _size_bonus(figure: Figure) -> float:
    return 0.04 if figure.value >= MANY or figure.kind == "percent" else 0.0


def _figure_words(story: Story, figure: Figure) -> str | None:
    """Return a figure with the whole group it counts: "736 manifestations", "46 % des Français"."""
    parsed = story.paragraphs[figure.place.paragraph]
    end = figure.place.end
    if figure.noun is not None:
        group = group_at(story, figure.place.paragraph, figure.noun)
        if group is None or (group.is_open and group.place.end != end):
            end = figure.place.end
        else:
            end = max(end, group.place.end) if len(group.text.split()) <= 6 else end
    elif figure.kind == "percent":
        group = next(
            (g for g in story.groups if g.paragraph == figure.place.paragraph and end <= g.place.start <= end + 8), None
        )
        between = parsed.text[end : group.place.start].strip() if group else ""
        if (
            group is not None
            and between in {"de", "des", "du", "de la", "d'", "de l'", "de leur", "de ses"}
            and len(group.text.split()) <= 6
        ):
            end = group.place.end
        else:
            return None
    return parsed.text[figure.place.start : end]


def group_at(story: Story, paragraph: int, token: int) -> NounGroup | None:
    """Return the noun group that holds a token."""
    return next((g for g in story.groups_in(paragraph) if g.first <= token < g.last), None)


def _vague(story: Story) -> Iterator[Candidate]:
    """Ask who "des experts" are, how many "de nombreux clients" are."""
    for claim in find_vague_claims(story.paragraphs):
        group = group_at(story, claim.place.paragraph, claim.noun)
        if (
            group is None
            or group.key in word_set("time_nouns")
            or group.key in weak_nouns()
            or len(group.text.split()) > 7
        ):
            continue
        words = vague_words(story, claim, group)
        if claim.kind == "speaker":
            alone = group.content < 2 and group.key not in _DOCUMENTS
            if alone and not claim.listed and story.genre == "report" and not _someone_near(story, claim):
                yield ask("vague-speaker", claim.place, words, target=group.key)
        elif not (claim.listed or story.quoted(claim.place) or _MULTITUDE.search(words) or _some(words)):
            counted = _COUNTS.match(words) is not None
            if counted and story.genre == "report":
                yield ask("quantity-count", claim.place, words, target=group.key)
            elif not counted or words.startswith("de "):
                yield ask("quantity-list", claim.place, words, target=group.key)


def _someone_near(story: Story, claim: VagueClaim) -> bool:
    """Whether the paragraph, or the one after, names somebody: "les professionnels" are told who they are."""
    n = claim.place.paragraph
    return any(t.entity == "PER" for parsed in story.paragraphs[n : n + 2] for t in parsed.tokens)


def _some(words: str) -> bool:
    """Whether a claim only says that there are people of a kind: "certains adoptants", "plusieurs mères"."""
    return re.match(r"(?:certaine?s|quelques) ", words) is not None


def vague_words(story: Story, claim: VagueClaim, group: NounGroup) -> str:
    """Return a vague claim with its whole group, a capital that only opens the sentence lowered."""
    parsed = story.paragraphs[claim.place.paragraph]
    end = group.place.end if not group.is_open else max(claim.place.end, group.place.end)
    words = parsed.text[claim.place.start : end]
    return words[0].lower() + words[1:] if words[:2] != words[:2].upper() or words[0] in VOWELS else words
