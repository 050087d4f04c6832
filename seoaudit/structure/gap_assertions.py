"""Questions about what a text asserts: "la méthode est limitée" calls for "en quoi ?", a bare claim for a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seoaudit.french.parse import Parsed, Token
from seoaudit.structure.claim_base import Place, line_around, pattern, word_set
from seoaudit.structure.gap_clauses import LONGEST, clause_from
from seoaudit.structure.gap_groups import NounGroup, quotable
from seoaudit.structure.gap_prompts import Candidate, ask
from seoaudit.structure.gap_story import Story, cause_in

WHOLE = 0.75  # part of its sentence that an assertion may take to be quoted
_BE = frozenset(
    {"est", "sont", "reste", "restent", "demeure", "demeurent", "devient", "deviennent", "était", "étaient"}
)
_ENDS = re.compile(r"\s?(?:[,;:!?)]|\.(?:\s|$)|et\b|mais\b|$)")
_REASON = re.compile(
    r"\b(?:pour|afin|en \w+ant|lorsque|lorsqu|quand|si|ce qui|par exemple|notamment)\b|:", re.IGNORECASE
)
# What an author does of their own will ("j'ai choisi ..."), and what "on" or "nous" do in a method.


def assertion_questions(story: Story) -> Iterator[Candidate]:
    """Yield questions about qualities and, in guides, about claims that nothing explains."""
    for n, parsed in enumerate(story.paragraphs):
        if story.genre == "guide":
            yield from _first_hand(story, n, parsed)
        for group in story.groups_in(n):
            if _subject(parsed, group):
                yield from _quality(story, n, parsed, group)
                yield from _claim(story, n, parsed, group)


def _first_hand(story: Story, n: int, parsed: Parsed) -> Iterator[Candidate]:
    """Ask why of the author's own choices, and how of what "on" or "nous" do: "j'ai choisi ce modèle"."""
    for m in pattern("first_hand").finditer(parsed.text):
        own = m["own"] is not None
        if re.search(r"\b(?:que|qu'|dont|où|si)\s?$", parsed.text[max(0, m.start() - 6) : m.start()]):
            continue
        clause = clause_from(story, n, m.start(), after=m.end())
        if clause is None or story.quoted(clause) or _explained(parsed, clause):
            continue
        if "exemple" in parsed.text[clause.start : clause.end]:
            continue
        verb = next((t for t in story.tokens_at(Place(n, m.start("verb" if own else "verb2"), m.end()))), None)
        if (
            verb is None
            or verb.pos != "VERB"
            or (not own and (verb.lemma in word_set("no_claim_verbs") or "Mood=Ind" not in verb.morph))
        ):
            continue
        words = parsed.text[clause.start : clause.end]
        yield ask(
            "choice" if own else "our-way", clause, words[0].lower() + words[1:], target=f"first hand {verb.lemma}"
        )


def _subject(parsed: Parsed, group: NounGroup) -> bool:
    """Whether a group can open a quoted clause: determined or a name, the first of its sentence or after a comma."""
    if not (
        group.determiner in {"le", "la", "l'", "les", "un", "une", "ce", "cet", "cette", "ces"}
        or (group.is_name and not group.determiner)
    ):
        return False
    if group.is_open or not (quotable(group) or group.is_name):
        return False
    first = group.first - bool(group.determiner)
    before = parsed.tokens[first - 1] if first else None
    return before is None or before.sentence != parsed.tokens[first].sentence or before.text in {",", "mais", ":", ";"}


def _start(parsed: Parsed, group: NounGroup) -> int:
    return parsed.tokens[group.first - bool(group.determiner)].start


def _quality(story: Story, n: int, parsed: Parsed, group: NounGroup) -> Iterator[Candidate]:
    """Ask in what way a thing is what it is said to be: "le terme est très important"."""
    tokens, i = parsed.tokens, group.last
    if i >= len(tokens) or tokens[i].text.lower() not in _BE or tokens[i].sentence != tokens[group.head].sentence:
        return
    i += 1
    while (
        i < len(tokens)
        and tokens[i].pos == "ADV"
        and tokens[i].text.lower() not in {"pas", "plus", "moins", "aussi", "encore", "toujours", "jamais"}
    ):
        i += 1
    if (
        i >= len(tokens)
        or tokens[i].pos != "ADJ"
        or tokens[i].lemma not in word_set("judging_adjectives")
        or tokens[i].text.endswith(("é", "ée", "és", "ées"))
    ):
        return
    end = tokens[i].end
    if not _ENDS.match(parsed.text, end):
        return
    place = Place(n, _start(parsed, group), end)
    if _explained(parsed, place) or story.quoted(place):
        return
    if story.fills_sentence(place, end - place.start):
        place = Place(n, tokens[group.last].start, end)
    yield ask("in-what-way", place, _words(parsed, place), target=f"quality {group.key}")


def _claim(story: Story, n: int, parsed: Parsed, group: NounGroup) -> Iterator[Candidate]:
    """Ask why, or for an example, of a claim in the present: subject, verb and complete object."""
    tokens, i = parsed.tokens, group.last
    if (
        i < len(tokens)
        and tokens[i].text.lower() in {"se", "s'", "ne", "n'", "y", "en", "l'", "les", "le", "la"}
        and tokens[i].pos in {"PRON", "ADV"}
    ):
        if tokens[i].text.lower() not in {"se", "s'"}:
            return
        i += 1
    if i >= len(tokens) or not _states(tokens[i]) or tokens[i].sentence != tokens[group.head].sentence:
        return
    clause = clause_from(story, n, _start(parsed, group), after=tokens[i].end)
    if clause is None or story.quoted(clause) or len(parsed.text[clause.start : clause.end].split()) > LONGEST:
        return
    line = line_around(parsed, clause.start)
    if clause.end - clause.start > WHOLE * (line[1] - line[0]) or _explained(parsed, clause):
        return
    words = _words(parsed, clause)
    if story.genre == "report":
        if not story.attributed(n, tokens[group.head].sentence):
            yield ask("report-claim", clause, words, target=f"claim {group.key}")
        return
    yield ask("assertion-why", clause, words, target=f"claim {group.key}")


def _states(t: Token) -> bool:
    return (
        t.pos == "VERB"
        and "Mood=Ind" in t.morph
        and "Tense=Pres" in t.morph
        and t.lemma not in word_set("no_claim_verbs")
    )


def _explained(parsed: Parsed, place: Place) -> bool:
    """Whether the rest of the sentence, or the beginning of the next, gives a reason, an aim or an example."""
    end = line_around(parsed, place.start)[1]
    rest = parsed.text[place.end : end + 80]
    return cause_in(rest) or _REASON.search(parsed.text[place.end : end]) is not None


def _words(parsed: Parsed, place: Place) -> str:
    """Return the words at a place; a capital that only opens the sentence is lowered."""
    words = parsed.text[place.start : place.end]
    first = words.split()[0]
    lower = first.lower() in {"le", "la", "les", "un", "une", "ce", "cet", "cette", "ces"} or first[:2].lower() == "l'"
    return words[0].lower() + words[1:] if lower else words
