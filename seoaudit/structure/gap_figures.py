"""Questions about figures: where a statistic comes from, out of how many, and when prices were taken."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from seoaudit.structure.claim_base import line_around, token_from, word_set
from seoaudit.structure.claim_dates import absolute_date
from seoaudit.structure.claim_figures import Figure, find_figures
from seoaudit.structure.gap_articles import noun_key
from seoaudit.structure.gap_prompts import Candidate, ask
from seoaudit.structure.gap_story import FIRST_PERSON, Story

MANY = 1_000  # a count from which a source, or its share of the whole, is asked for
DEAREST = 100_000  # what a reader of a guide buys costs no more
WHOLE = 100  # per cent: all of it is no statistic
FEW = 100  # a count of people from which it is asked out of how many
GUIDE_FIGURE = -0.15  # a guide states more figures than a report, and lives less by them
BEFORE = 120  # characters before its sentence in which an author may say that the figure is their own
# Who lives, works or comes to a place is counted there; of the others there are more than those who are counted.
_HEADS = frozenset(noun_key(w) for w in ("employé", "habitant", "salarié", "spectateur", "supporter", "élève"))
_PEOPLE = frozenset(
    noun_key(w)
    for w in ("abonné", "adhérent", "candidat", "client", "foyer", "ménage", "patient", "usager", "utilisateur")
)
# Words of the sentence that say who set a figure or how it was found.
_SET = re.compile(
    r"\b(?:ajout\w+|addition\w*|capacité|différence|lois?|décrets?|arrêtés?|amendements?|proposition|projet|taxes?|budget|barème|plafond|seuil|objectif"
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
# What gives the order of prices, not the price of one thing: "de 20 à 40 €", "moins de 2 000 euros".
_ORDER = re.compile(
    r"\b(?:moins|plus|autour|près) d|\b(?:environ|entre|jusqu'à)\b|\d (?:à|et) (?:[\d ]|$)", re.IGNORECASE
)
# "La coopérative compte 214 adhérents": all of them.
_WHOLE_OF = re.compile(
    r"\b(?:compt\w+|emploi\w+|réuni\w+|rassembl\w+|regroup\w+|totalis\w+|dessert|desservent|forte?s? de)\s(?:\w+ )?$",
    re.IGNORECASE,
)
# A paragraph that speaks of such a source is followed by its figures.
_STUDY = re.compile(
    r"\b(?:études?|enquêtes?|rapports?|sondages?|baromètres?|statistiques?|recensement|chiffres de)\b", re.IGNORECASE
)
_ROUGHLY = re.compile(r"(?:une |quelques )?(?:dizaine|douzaine|vingtaine|trentaine|quarantaine)s?\b", re.IGNORECASE)


def figure_questions(story: Story) -> Iterator[Candidate]:
    """Yield the questions about the figures of an article."""
    figures = find_figures(story.paragraphs)
    yield from _sources(story, figures)
    for figure in figures:
        words = figure_words(story, figure)
        if words is None or _counts_time(story, figure):
            continue
        if figure.kind == "money" and story.genre == "guide" and _price_range(story, figure):
            yield ask("price-date", figure.place, words, target="price")
        if story.genre == "report" and _part_of_people(story, figure):
            yield ask("count-share", figure.place, words, target=f"figure {figure.value or words}")


def _sources(story: Story, figures: Sequence[Figure]) -> Iterator[Candidate]:
    """Ask where the statistics of one section come from, of that with most: of one, or of the first for all."""
    sourced = {(f.kind, f.value) for f in figures if f.sourced}
    bare: dict[int, list[tuple[Figure, str]]] = defaultdict(list)
    for figure in figures:
        words = figure_words(story, figure)
        counted = figure.kind == "count" and figure.value >= MANY and not story.own_voice
        statistic = (figure.kind == "percent" and figure.value != WHOLE) or counted
        if words is None or not statistic or _counts_time(story, figure) or (figure.kind, figure.value) in sourced:
            continue
        if not _told(story, figure):
            bare[story.section_of[figure.place.paragraph]].append((figure, words))
    if bare:  # once in an article: who has been asked knows
        found = max(bare.values(), key=len)
        figure, words = found[0]
        name = "figure-source" if len({f.value for f, _ in found}) == 1 else "figures-source"
        penalty = 0.0 if story.genre == "report" else GUIDE_FIGURE
        yield ask(name, figure.place, words, target=f"figure {figure.value or words}", bonus=penalty)


def _counts_time(story: Story, figure: Figure) -> bool:
    """Whether a figure counts years or kilometres, or who lives and works at a place: no statistic to be checked."""
    if figure.noun is None:
        return False
    key = noun_key(story.paragraphs[figure.place.paragraph].tokens[figure.noun].text)
    return key in word_set("time_nouns") or key in _HEADS or _ROUGHLY.match(story.text(figure.place)) is not None


def _told(story: Story, figure: Figure) -> bool:
    """Whether a figure needs no source.

    The author counted it, the law or a decision sets it, it is supposed, or the sentence or the one before names
    somebody whose figure it is; so does a paragraph, or the one before, that speaks of a study or reports what
    somebody says.
    """
    parsed = story.paragraphs[figure.place.paragraph]
    start, end = line_around(parsed, figure.place.start)
    low = max(0, start - BEFORE)
    if FIRST_PERSON.search(parsed.text[low:end]) or _SET.search(parsed.text[start:end]):
        return True
    named = parsed.tokens[token_from(parsed, low) : token_from(parsed, end)]
    n = figure.place.paragraph
    told = any(story.reports(m) or _STUDY.search(story.paragraphs[m].text) for m in range(max(0, n - 1), n + 1))
    return told or any(t.entity in {"PER", "ORG"} for t in named)


def _part_of_people(story: Story, figure: Figure) -> bool:
    """Whether a figure counts people out of more of them, no threshold: "2 468 clients", not "moins de 1 000"."""
    if figure.kind != "count" or figure.value < FEW or figure.noun is None:
        return False
    parsed, (_, start, end) = story.paragraphs[figure.place.paragraph], figure.place
    around = parsed.text[max(0, start - 100) : end + 100]
    limit = parsed.text[start:end].lower().startswith(("moins", "plus", "au moins", "jusqu"))
    limit = limit or _WHOLE_OF.search(parsed.text[max(0, start - 30) : start]) is not None
    return noun_key(parsed.tokens[figure.noun].text) in _PEOPLE and not (limit or "%" in around or " sur " in around)


def _price_range(story: Story, figure: Figure) -> bool:
    """Whether a sum tells what things of a kind cost; not the author's own prices, nor a sum given, nor dated."""
    parsed = story.paragraphs[figure.place.paragraph]
    line = parsed.text[slice(*line_around(parsed, figure.place.start, 200))]
    about = parsed.text[max(0, figure.place.start - 12) : figure.place.end]
    if "%" in line or "tranche" in line or figure.value > DEAREST:
        return False  # a bracket of prices: "les jeux à moins de 15 euros font 6 % des ventes"
    before = parsed.text[max(0, figure.place.start - 250) : figure.place.start]
    told = FIRST_PERSON.search(line) or _GIVEN.search(line) or absolute_date().search(before + line)
    return _ORDER.search(about) is not None and told is None


def figure_words(story: Story, figure: Figure) -> str | None:
    """Return a figure with the whole group it counts: "736 manifestations", "46 % des Français"."""
    parsed = story.paragraphs[figure.place.paragraph]
    end = figure.place.end
    if figure.noun is not None:
        group = story.group_at(figure.place.paragraph, figure.noun)
        if group is None or (group.is_open and group.place.end != end):
            end = figure.place.end
        else:
            end = max(end, group.place.end) if len(group.text.split()) <= 6 else end
    elif figure.kind == "percent":
        group = next((g for g in story.groups_in(figure.place.paragraph) if end <= g.place.start <= end + 8), None)
        between = parsed.text[end : group.place.start].strip() if group else ""
        if (
            group is not None
            and between in {"de", "des", "du", "de la", "d'", "de l'", "de leur", "de ses"}
            and len(group.text.split()) <= 6
        ):
            end = group.place.end
        else:
            return None
    if parsed.text[end : end + 4] in {" et ", " ou "}:
        end = figure.place.end  # "12 000 vols intérieurs et internationaux"
    return parsed.text[figure.place.start : end]
