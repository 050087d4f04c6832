"""Names that an article never introduces: persons without a role, firms and products without a word of explanation.

The parser's entities are noisy: a person is only taken for one when the first word is a known first name and at least
one more capitalised word follows; another name only when it is written with a capital inside a sentence.
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


class Name(NamedTuple):
    """A name and its mentions, the fullest first written."""

    text: str
    places: tuple[Place, ...]
    person: bool


def unexplained_names(story: Story) -> list[Candidate]:
    """Return questions about names that the article never introduces, each at its first mention."""
    out = []
    for name in _names(story):
        texts = [(story.paragraphs[p.paragraph].text, p.start, p.end) for p in name.places]
        at = story.title.find(name.text)
        if at >= 0:
            texts.append((story.title, at, at + len(name.text)))
        if name.text.lower() in _known() or any(_introduced(*t) for t in texts):
            continue
        first = name.places[0]
        if story.quoted(first) or (name.person and story.genre != "report"):
            continue  # who stands in a guide or a story is told by what they do there
        if not name.person and " " not in name.text:
            continue  # one word may be a town, a pet or a thing that everybody knows
        form = "person" if name.person else "name"
        out.append(ask(form, first, name.text, target=name.text.lower(), bonus=0.02 * min(4, len(name.places) - 1)))
    return out


def _known() -> frozenset[str]:
    return frozenset(n.lower() for n in read_entries("gap_known_names.txt"))


def _names(story: Story) -> list[Name]:
    """Return the names of an article in order of their first mention; a surname alone counts for the full name."""
    found: dict[str, list[Place]] = {}
    persons: set[str] = set()
    lower = {t.text for p in story.paragraphs for t in p.tokens if t.text.islower()}
    for n, parsed in enumerate(story.paragraphs):
        for start, end in _entities(parsed.tokens):
            span = parsed.tokens[start:end]
            text = parsed.text[span[0].start : span[-1].end]
            place = Place(n, span[0].start, span[-1].end)
            if is_person(span):
                persons.add(text)
                found.setdefault(text, []).append(place)
            elif text.lower() not in lower and _is_other(parsed.tokens, start, end):
                found.setdefault(text, []).append(place)
    for full in list(found):
        if full in persons:
            found[full] += _alone(story, full.split()[-1], found[full])
    return [Name(text, tuple(places), text in persons) for text, places in found.items()]


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


def _is_other(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a run is the name of a firm, a product or a body: one to four words, not at a sentence's beginning."""
    span = tokens[start:end]
    first = span[0]
    if first.entity not in {"ORG", "MISC"} or not 1 <= len(span) <= 4:
        return False
    if start == 0 or tokens[start - 1].sentence != first.sentence or tokens[start - 1].pos == "PUNCT":
        return False
    if len(span) == 1 and tokens[start - 1].text.lower() in {
        "le",
        "la",
        "l'",
        "les",
        "un",
        "une",
        "du",
        "des",
        "au",
        "aux",
        "ce",
        "cette",
        "son",
        "sa",
        "leur",
        "ces",
    }:
        return False  # a common noun in capitals: "la Cour", "le Parquet"
    if len(span) == 1 and (first.text in entry_set("gap_first_names.txt") or first.pos != "PROPN"):
        return False
    text = "".join(t.text for t in span)
    mixed = any(t.pos in {"VERB", "PRON", "DET", "SCONJ"} for t in span)
    return (
        text.replace("-", "").isalpha()
        and not text.isupper()
        and len(text) > 3
        and not mixed
        and all(t.text[0].isupper() for t in span)
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
    words = "|".join(sorted(map(re.escape, read_entries("gap_roles.txt")), key=lambda w: (-len(w), w)))
    return re.compile(rf"\b(?:{words})s?\b", re.IGNORECASE)
