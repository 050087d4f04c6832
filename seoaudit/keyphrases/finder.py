"""The search for one phrase in one indexed text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from seoaudit.keyphrases.data import read_set
from seoaudit.keyphrases.homographs import is_noun_only, is_other_word
from seoaudit.keyphrases.indexed import Reading, bare_keys
from seoaudit.keyphrases.model import Grade
from seoaudit.keyphrases.phrase import Part, Prepared
from seoaudit.keyphrases.tokens import Token, bare, barrier_marks, initial_bare

# Content words that may stand between the first and the last word of a near match.
WIDEST_GAP = 3
# Linking words in a row: "au sein de la" is four.
_MOST_LINKS = 4
_FREE_ELISIONS = frozenset({"", "l", "d"})


class Match(NamedTuple):
    """A match: its first token, one past its last, its grade, and whether accents were left out of account."""

    first: int
    after: int
    grade: Grade
    unaccented: bool


class Finder:
    """The search for one phrase in one text."""

    def __init__(self, phrase: Prepared, reading: Reading, *, verbs: bool) -> None:
        self.phrase, self.reading, self.tokens, self.verbs = phrase, reading, reading.tokens, verbs
        self._positions: dict[Part, Sequence[int]] = {}
        self.determined = not phrase.words.isdisjoint(read_set("determiners"))

    def positions(self, part: Part) -> Sequence[int]:
        """Return the tokens where a part may stand, in order."""
        found = self._positions.get(part)
        if found is None:
            found = self._positions[part] = self._sought(part)
        return found

    def _sought(self, part: Part) -> Sequence[int]:
        if self.phrase.plain:
            found = self.reading.by_bare.get(part.key, [])
        else:
            found = self.reading.by_key.get(part.key, [])
            without = bare(part.key)
            if without != part.key:
                found = [*found, *self.reading.by_capitals.get(without, [])]
        further = [i for f in part.forms for i in self.reading.by_form.get(f, [])]
        further += self.reading.compounds_by_key.get(part.key, [])
        return sorted({*found, *further}) if further or len(found) > 1 else found

    def fits(self, part: Part, i: int) -> int:
        """Return how many tokens from `i` on are the part: 0 for none, more than one for a compound."""
        token = self.tokens[i]
        if token.key == part.key or token.form in part.forms:
            return 1
        if self.phrase.plain and part.key in bare_keys(token.key, token.form):
            return 1
        if token.bare_capitals and bare(part.key) == token.key:
            return 1
        compound = self.reading.compounds.get(i)
        return compound[1] if compound is not None and compound[0] == part.key else 0

    def reads(self, part: Part, i: int) -> bool:
        """Whether the token at `i` is not some other word that looks like the part."""
        if not part.content:
            return True
        if self.verbs and not part.homograph:
            return True
        return not is_other_word(self.tokens, i)

    def runs(self, parts: Sequence[Part]) -> list[Match]:
        """Return the matches with the parts in order."""
        out: list[Match] = []
        free = 0
        for i in self.positions(parts[0]):
            if i < free or not self.tokens[i].opens:
                continue
            match = self._run(parts, i)
            if match is not None:
                out.append(match)
                free = match.after
        return out

    def _run(self, parts: Sequence[Part], first: int) -> Match | None:
        """Return the match that begins at a token."""
        places = [(first, first + self.fits(parts[0], first))]
        others = links = 0
        near = False
        i = places[0][1]
        for n, part in enumerate(parts[1:], 1):
            while True:
                if i >= len(self.tokens) or not self._goes_on(places[-1][1] - 1, i):
                    return None
                took = self.fits(part, i)
                if took:
                    break
                if not self._may_stand_between(part, parts[n - 1], i):
                    return None
                kind = self._kind(i)
                if kind == "link":
                    links += 1
                else:
                    near, links = True, 0
                    others += kind == "other"
                if links > _MOST_LINKS or others > WIDEST_GAP:
                    return None
                i += 1
            places.append((i, i + took))
            i, links = i + took, 0
        if not self.tokens[i - 1].closes or not self._all_read(parts, places):
            return None
        grade: Grade = "near" if near else "exact" if self._same_forms(parts, places) else "inflected"
        return Match(first, i, grade, self._unaccented(parts, places))

    def _all_read(self, parts: Sequence[Part], places: Sequence[tuple[int, int]]) -> bool:
        """Whether no token is another word; one in the middle of the phrase itself cannot be."""
        for n, (part, (a, b)) in enumerate(zip(parts, places, strict=True)):
            followed = n + 1 < len(parts) and places[n + 1][0] == b
            within = n > 0 and part.tied
            # "Car scolaire" opens a title without the article that would show it to be a noun.
            shown = followed and is_noun_only(self.tokens[a].form)
            if not within and not shown and not self.reads(part, a):
                return False
        return True

    def _goes_on(self, before: int, i: int) -> bool:
        """Whether no mark, sentence end or clause parts two tokens."""
        token = self.tokens[i]
        if self.reading.sentence_of[before] != self.reading.sentence_of[i]:
            return False
        if token.elided not in _FREE_ELISIONS and token.elided not in self.phrase.words:
            return False
        if token.breath == self.tokens[i - 1].breath:
            return True
        gap = self.reading.text[self.tokens[i - 1].end : token.start - len(token.elided)]
        return all(c in self.phrase.marks for c in barrier_marks(gap))

    def _may_stand_between(self, part: Part, before: Part, i: int) -> bool:
        """Whether a token may stand between two parts of the phrase."""
        token = self.tokens[i]
        if not token.opens and token.form in read_set("clitics"):
            return not part.tied  # "choisissez-vous une assurance"
        if token.form in self.phrase.words:
            return not part.tied or before.content is False
        if part.tied and (before.content or self._kind(i) != "link"):
            return False
        form = token.form
        if form in read_set("determiners") or token.elided == "l":
            # After a noun a determiner opens another group ("la panne frappe le réseau"); after a verb it is free.
            return self.tokens[i - 1].form in read_set("prepositions") or self.determined
        if self._kind(i) == "other":
            return True
        return form in read_set("linking_words") or form in read_set("between_words")

    def _kind(self, i: int) -> str:
        """Return what a token between two parts is: a "link", another grammatical word, or an "other" word."""
        form = self.tokens[i].form
        if not self.tokens[i].opens and form in read_set("clitics"):
            return "link"
        if form in read_set("linking_words") or (form in self.phrase.words and form in read_set("function_words")):
            return "link"
        return "between" if form in read_set("function_words") else "other"

    def _same_forms(self, parts: Sequence[Part], places: Sequence[tuple[int, int]]) -> bool:
        return all(self._same_form(p, a, b) for p, (a, b) in zip(parts, places, strict=True))

    def _same_form(self, part: Part, a: int, b: int) -> bool:
        form = initial_bare("".join(t.form for t in self.tokens[a:b]))
        if form == part.form:
            return True
        if self.phrase.plain or self.tokens[a].bare_capitals:
            return bare(form) == bare(part.form)
        return False

    def _unaccented(self, parts: Sequence[Part], places: Sequence[tuple[int, int]]) -> bool:
        """Whether the match holds only because the phrase was typed without accents."""
        if not self.phrase.plain:
            return False
        return any(
            not self._fits_with_accents(p, t) for p, (a, b) in zip(parts, places, strict=True) for t in self.tokens[a:b]
        )

    def _fits_with_accents(self, part: Part, token: Token) -> bool:
        """Whether a token that matches does so with its accents; one of several that make up a compound does."""
        return bare(token.form) == initial_bare(token.form) or token.key == part.key or token.form in part.forms

    def scattered(self, closer: set[int]) -> list[Match]:
        """Return the sentences that hold all parts in any order and no closer match, as their tightest stretch."""
        units = list(_units(self.phrase.parts))
        if len(units) < 2:
            return []
        rarest = min(units, key=lambda u: len(self.positions(u[0])))
        sentences = dict.fromkeys(self.reading.sentence_of[i] for i in self.positions(rarest[0]))
        out = []
        places = [list(self._unit_places(u)) for u in units] if sentences else []
        by_sentence = [_grouped(found, self.reading.sentence_of) for found in places]
        for sentence in sentences:
            if sentence in closer:
                continue
            here = [group.get(sentence, []) for group in by_sentence]
            window = _tightest(here) if all(here) else None
            if window is not None:
                out.append(Match(*window, "scattered", self._any_accent(window)))
        return out

    def _any_accent(self, window: tuple[int, int]) -> bool:
        if not self.phrase.plain:
            return False
        tokens = self.tokens[slice(*window)]
        return any(
            p.key in bare_keys(t.key, t.form) and not self._fits_with_accents(p, t)
            for p in self.phrase.parts
            for t in tokens
        )

    def _unit_places(self, unit: Sequence[Part]) -> Iterator[tuple[int, int]]:
        """Yield where the tied parts of a unit stand together."""
        for i in self.positions(unit[0]):
            if not self.tokens[i].opens:
                continue
            match = self._run(unit, i)
            if match is not None and match.grade != "near":
                yield match.first, match.after


def _units(parts: Sequence[Part]) -> Iterator[list[Part]]:
    """Yield the parts in groups that stay together: a compound, "sans" with its noun."""
    unit: list[Part] = []
    for part in parts:
        if unit and not part.tied:
            yield unit
            unit = []
        unit.append(part)
    if unit:
        yield unit


def _grouped(places: Sequence[tuple[int, int]], sentence_of: Sequence[int]) -> dict[int, list[tuple[int, int]]]:
    groups: dict[int, list[tuple[int, int]]] = {}
    for place in places:
        groups.setdefault(sentence_of[place[0]], []).append(place)
    return groups


def _tightest(places: Sequence[Sequence[tuple[int, int]]]) -> tuple[int, int] | None:
    """Return the shortest stretch with one place of each unit, the first of equals; None when they share a token."""
    merged = sorted((a, b, n) for n, found in enumerate(places) for a, b in found)
    last: dict[int, tuple[int, int]] = {}
    best: tuple[int, int] | None = None
    for a, b, n in merged:
        last[n] = (a, b)
        if len(last) < len(places) or len(set(last.values())) < len(places):
            continue
        first, after = min(x for x, _ in last.values()), max(y for _, y in last.values())
        if best is None or after - first < best[1] - best[0]:
            best = (first, after)
    return best
