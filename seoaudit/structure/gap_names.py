"""Persons that an article names without saying who they are.

The parser's entities are noisy: a person is only taken for one when the first word is a known first name and at least
one more capitalised word follows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from seoaudit.french.parse import Token
from seoaudit.structure.claim_base import Place, entry_set, line_around, pattern, read_entries, word_set
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
AROUND = 200  # characters after a mention in which a pronoun's sentence may tell the role
_CALLED_AFTER = re.compile(
    r"\b(?i:fondation|institut|prix|rue|avenue|place|lycée|collège|école|hôpital|stade|salle|trophée|association)"
    r"(?: d[eu'])?\s?$"
)
_DETERMINED = re.compile(r"(?:L[ea]|S(?:on|a)) |L\W")
_PRONOUN = re.compile(r"(?:Il|Elle|Cette?|Cet|Cet ancien|L'ancien|À \d+ ans)\b")


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
        first = person.places[0]
        if (
            person.text.lower() in _known()
            or story.quoted(first)
            or _contact(story, first)
            or _names_a_thing(story, first)
        ):
            continue
        if any(_introduced(*t) for t in texts) or _told_around(story, first):
            continue
        bonus = 0.02 * min(4, len(person.places) - 1)
        out.append(ask("person", person.places[0], person.text, target=person.text.lower(), bonus=bonus))
    return out


def _contact(story: Story, place: Place) -> bool:
    """Whether a sentence gives a name as somebody to write to or to call."""
    parsed = story.paragraphs[place.paragraph]
    line = parsed.text[slice(*line_around(parsed, place.start))]
    return re.search(r"@|\bcontacts?\b|\b0\d(?:[ .]?\d\d){4}\b", line, re.IGNORECASE) is not None


def _told_around(story: Story, place: Place) -> bool:
    """Whether the sentences around a mention say what the person does.

    The one before by a role that the name then stands for ("Le ministre a répondu. Paul Dumas juge ..."), the rest of
    the paragraph or the beginning of the next by a role beside a pronoun ("Elle est infirmière").
    """
    parsed = story.paragraphs[place.paragraph]
    start, end = line_around(parsed, place.start)
    before = parsed.text[line_around(parsed, max(0, start - 2))[0] : start] if start else ""
    if start == place.start and _DETERMINED.match(before) and _roles().search(before):
        return True
    following = [parsed.text[end : end + AROUND]]
    following += [p.text[:AROUND] for p in story.paragraphs[place.paragraph + 1 : place.paragraph + 2]]
    return any(_PRONOUN.match(text.lstrip()) and _roles().search(text) for text in following)


def _names_a_thing(story: Story, place: Place) -> bool:
    """Whether a name belongs to what is called after the person: "la Fondation Nicolas Hulot", "rue Victor Hugo"."""
    return _CALLED_AFTER.search(story.paragraphs[place.paragraph].text[: place.start]) is not None


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
        for m in re.finditer(rf"\b{re.escape(plain_letters(surname))}\b", plain_letters(parsed.text)):
            if not any(p.paragraph == n and p.start <= m.start() < p.end for p in known):
                out.append(Place(n, *m.span()))
            if len(out) >= SURNAMES:
                return out
    return out


@lru_cache(maxsize=512)
def plain_letters(text: str) -> str:
    """Return a text with its accents taken off, each letter in its place: "Érignac" is also written "Erignac"."""
    return "".join(unicodedata.normalize("NFD", c)[0] for c in text)


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
    if before.rstrip().endswith(",") and not re.search(r"[.;:!?»]", before[ends[-1] :]):
        return True  # "l'un des porte-parole des équipes ayant participé aux mesures, "
    between = re.findall(r"[^\W_]+|[^\s\w]", before[ends[-1] :])
    plain = [w for w in between if w.islower() and w not in word_set("role_links")]
    return not any(w in word_set("role_breaks") or w in ".;:!?»" or w.isdigit() for w in between) and len(plain) <= 3


@cache
def _roles() -> re.Pattern[str]:
    """Match the nouns of people, by list and by the endings of trades ("entomologiste", "électricien")."""
    words = "|".join(sorted(map(re.escape, read_entries("gap_roles.txt")), key=lambda w: (-len(w), w)))
    return re.compile(rf"\b(?:{words}|\w{{3,}}(?:istes?|logues?|iciens?|iciennes?|teurs?|trices?))s?\b", re.IGNORECASE)
