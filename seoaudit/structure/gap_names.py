"""Persons that an article names without saying who they are.

The parser's entities are noisy: a person is only taken for one when the first word is a known first name and at least
one more capitalised word follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from seoaudit.french.parse import Token
from seoaudit.structure.claim_base import Place, entry_set, pattern, read_entries, word_set
from seoaudit.structure.gap_prompts import Candidate, ask
from seoaudit.structure.gap_story import Story

# After a name: ", ministre de ...", " (Lyon)", " est le président", ", qui dirige": it is introduced.
_DIRECTS = re.compile(
    r"\s*,? (?:qui|que) (?:a )?(?:dirigé?|présidé?|fondé|créé|permet|propose|regroupe|réunit|produit|vend|fabrique)\b"
)
# Before a name: "le président ", "la société ", "du ministre ", "le framework ".
_TITLE = re.compile(r"\b(?:M\.|MM\.|Mme|Mlle|Me|Dr|Pr|Sir|Lord|Mgr|Maître|Docteur|Professeur)\s$")
_PARTICLES = frozenset({"de", "van", "von", "ben", "bin", "el", "al", "di", "da", "dos"})


SURNAMES = 20  # mentions by surname alone that are looked at


class Person(NamedTuple):
    """A person's full name, and the mentions of it or of the surname alone."""

    text: str
    places: tuple[Place, ...]


def unexplained_names(story: Story) -> list[Candidate]:
    """Return questions about persons whom a report never introduces, each at the first mention.

    Who stands in a guide or a story is told by what they do there.
    """
    if story.genre != "report":
        return []
    out = []
    for person in _persons(story):
        texts = [(story.paragraphs[p.paragraph].text, p.start, p.end) for p in person.places]
        at = story.title.find(person.text)
        if at >= 0:
            texts.append((story.title, at, at + len(person.text)))
        if person.text.lower() in _known() or any(_introduced(*t) for t in texts) or story.quoted(person.places[0]):
            continue
        bonus = 0.02 * min(4, len(person.places) - 1)
        out.append(ask("person", person.places[0], person.text, target=person.text.lower(), bonus=bonus))
    return out


def _known() -> frozenset[str]:
    return frozenset(n.lower() for n in read_entries("gap_known_names.txt"))


def _persons(story: Story) -> list[Person]:
    """Return the persons of an article in order of their first mention."""
    found: dict[str, list[Place]] = {}
    for n, parsed in enumerate(story.paragraphs):
        for start, end in _entities(parsed.tokens):
            span = parsed.tokens[start:end]
            if is_person(span):
                text = parsed.text[span[0].start : span[-1].end]
                found.setdefault(text, []).append(Place(n, span[0].start, span[-1].end))
    return [Person(text, (*own, *_alone(story, text.split()[-1], own))) for text, own in found.items()]


def _alone(story: Story, surname: str, known: Sequence[Place]) -> list[Place]:
    """Return the mentions of a person by surname alone, at most twenty: one of them may give the role."""
    out: list[Place] = []
    for n, parsed in enumerate(story.paragraphs):
        for m in re.finditer(rf"\b{re.escape(surname)}\b", parsed.text):
            if not any(p.paragraph == n and p.start <= m.start() < p.end for p in known):
                out.append(Place(n, *m.span()))
            if len(out) >= SURNAMES:
                return out
    return out


def _entities(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield runs of tokens of one entity, cut to the part that begins and ends with a capital or a digit."""
    i = 0
    while i < len(tokens):
        if not tokens[i].entity:
            i += 1
            continue
        end = i + 1
        while end < len(tokens) and tokens[end].entity == tokens[i].entity and not tokens[end].entity_start:
            end += 1
        start, stop = i, end
        while start < stop and not tokens[start].text[:1].isupper():
            start += 1
        while stop > start and not (tokens[stop - 1].text[:1].isupper() or tokens[stop - 1].text.isdigit()):
            stop -= 1
        if start < stop:
            yield start, stop
        i = end


def is_person(span: Sequence[Token]) -> bool:
    """Whether tokens are a person's full name: a known first name and one to three more capitalised words."""
    words = [t.text for t in span]
    if not 2 <= len(words) <= 5 or words[0].split("-")[0] not in entry_set("gap_first_names.txt"):
        return False
    rest = [w for w in words[1:] if w.lower() not in _PARTICLES]
    return (
        bool(rest)
        and all(w[0].isupper() and w.replace("-", "").replace("'", "").isalpha() for w in rest)
        and not word_set("no_surnames") & set(rest)
        and len(rest[-1]) > 1
    )


def _introduced(text: str, start: int, end: int) -> bool:
    """Whether the words just before or after a mention say who or what it is."""
    before = _TITLE.sub("", text[max(0, start - 90) : start])
    after = text[end : end + 80]
    return bool(
        pattern("introduced_before").search(before)
        or pattern("introduced_after").match(after)
        or _DIRECTS.match(after)
        or (re.match(r"\s?[,(]", after) and _roles().search(re.split(r"[.;:]", after)[0]))
        or _role_before(before)
    )


def _role_before(before: str) -> bool:
    """Whether a role leads up to a name: "le ministre de l'Intérieur, ", "les physiciens Robert Brout et "."""
    ends = [m.end() for m in _roles().finditer(before)]
    if not ends:
        return False
    between = re.findall(r"[^\W_]+|[^\s\w]", before[ends[-1] :])
    plain = [w for w in between if w.islower() and w not in word_set("role_links")]
    return not any(w in word_set("role_breaks") or w in ".;:!?»" or w.isdigit() for w in between) and len(plain) <= 3


@cache
def _roles() -> re.Pattern[str]:
    """Match the nouns of people, by list and by the endings of trades ("entomologiste", "électricien")."""
    words = "|".join(sorted(map(re.escape, read_entries("gap_roles.txt")), key=lambda w: (-len(w), w)))
    return re.compile(rf"\b(?:{words}|\w{{3,}}(?:istes?|logues?|iciens?|iciennes?|teurs?|trices?))s?\b", re.IGNORECASE)
