"""What a set of sections says, indexed so that a question already answered is not asked.

The index is built once per article: sentences by the nouns they hold, and the detected claims.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import Literal

from seoaudit.french.parse import Parsed, Token
from seoaudit.structure.claim_base import Place, line_around, pattern, read_entries, token_from
from seoaudit.structure.claim_dates import DATELINE, absolute_date
from seoaudit.structure.claim_quotations import Quotation, find_quotations
from seoaudit.structure.claim_sources import Attribution, find_attributions
from seoaudit.structure.gap_articles import noun_key
from seoaudit.structure.gap_groups import NounGroup, find_groups

Genre = Literal["report", "guide"]

LOOKED_AT = 40  # sentences about one noun that are searched for an answer
LONGEST_LOOK = 1_000  # characters of one sentence that are searched
WHOLE = 0.9  # part of its sentence from which a stretch counts as the whole of it
REPORT_SHARE = 0.3  # share of sentences that tell of an event, from which a text counts as a report
HISTORICAL_SHARE, FEWEST_TOLD = 0.6, 6  # of the verbs that tell of an event, those in the simple past
OWN_SHARE = 0.1  # share of sentences that speak of their author, from which a text does
ADDRESS_SHARE = 0.25  # share of sentences that speak to the reader or of oneself, from which it does not

_ADDRESS = re.compile(r"\b(?:vous|votre|vos|je|tu|ton|mon|ma|mes|nous|notre|nos)\b|\bj'", re.IGNORECASE)


# A year of our time, no part of a longer number.
YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![.,]?\d)")
# Words of an author who speaks of what is their own.
FIRST_PERSON = re.compile(r"\b(?:je|j'|nous|notre|nos|mon|ma|mes)\b", re.IGNORECASE)


class Story:
    """An article's sections, and what they answer.

    Args:
        sections: the paragraphs of each section, parsed.
        title: the article's title, "" when there is none.
        keyphrase: what the article is to be found by, "" when that is not known.
        links: number of links in each section; none by default.
    """

    def __init__(
        self,
        sections: Sequence[Sequence[Parsed]],
        title: str = "",
        keyphrase: str = "",
        links: Sequence[int] = (),
    ) -> None:
        self.title = title
        self.subject = keys_of(f"{keyphrase} {title}")
        self.paragraphs: tuple[Parsed, ...] = tuple(p for s in sections for p in s)
        self.section_of: tuple[int, ...] = tuple(n for n, s in enumerate(sections) for _ in s)
        starts = [0]
        for s in sections:
            starts.append(starts[-1] + len(s))
        self.starts: tuple[int, ...] = tuple(starts)
        self.sections = len(sections)
        self.links: tuple[int, ...] = tuple(links) or (0,) * len(sections)
        self.words = sum(p.word_count for p in self.paragraphs)

    def text(self, place: Place) -> str:
        """Return the words at a place."""
        return self.paragraphs[place.paragraph].text[place.start : place.end]

    def evidence(self, place: Place) -> tuple[int, int, int]:
        """Return a place with its paragraph counted from the beginning of its section."""
        return place.paragraph - self.starts[self.section_of[place.paragraph]], place.start, place.end

    @cached_property
    def groups(self) -> tuple[NounGroup, ...]:
        """The noun groups, in order."""
        return tuple(find_groups(self.paragraphs))

    def groups_in(self, paragraph: int) -> Sequence[NounGroup]:
        """The noun groups of one paragraph, in order."""
        return self._groups_by_paragraph.get(paragraph, ())

    def group_at(self, paragraph: int, token: int) -> NounGroup | None:
        """Return the noun group that holds a token."""
        return next((g for g in self.groups_in(paragraph) if g.first <= token < g.last), None)

    @cached_property
    def _groups_by_paragraph(self) -> dict[int, list[NounGroup]]:
        out: dict[int, list[NounGroup]] = defaultdict(list)
        for g in self.groups:
            out[g.paragraph].append(g)
        return out

    def is_central(self, key: str) -> bool:
        """Whether the title, the keyphrase or the first paragraph names a noun (by key), or three sentences do."""
        opens = any(n == 0 for n, _ in self._about.get(key, ()))
        return opens or key in self.subject or self.mentions(key) >= 3

    def speaks(self, token: Token, paragraph: int) -> bool:
        """Whether a paragraph reports what the one named by a token says."""
        return Place(paragraph, token.start, token.end) in self._speakers

    @cached_property
    def _speakers(self) -> frozenset[Place]:
        return frozenset(a.source for a in self._attributions if a.source is not None)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """What somebody is quoted to have said, in order."""
        return tuple(find_quotations(self.paragraphs))

    @cached_property
    def dated(self) -> bool:
        """Whether the article gives its date at its beginning."""
        return DATELINE.search(" ".join([self.title, *(p.text[:200] for p in self.paragraphs[:2])])) is not None

    @cached_property
    def names_year(self) -> bool:
        """Whether the title or a paragraph names a year: what has only a day can then be told."""
        return any(YEAR.search(text) for text in (self.title, *(p.text for p in self.paragraphs)))

    def quoted(self, place: Place) -> bool:
        """Whether a place stands within what somebody is quoted to have said."""
        return any(
            place.paragraph == p and a <= place.start < b for p, a, b in self._quoted_in.get(place.paragraph, ())
        )

    def reports(self, paragraph: int) -> bool:
        """Whether a paragraph says who says something: "selon la mairie", "explique Anne Le Goff"."""
        return paragraph in self._reporting

    @cached_property
    def _reporting(self) -> frozenset[int]:
        return frozenset(a.place.paragraph for a in self._attributions)

    @cached_property
    def _quoted_in(self) -> dict[int, list[Place]]:
        out: dict[int, list[Place]] = defaultdict(list)
        for q in self.quotations:
            out[q.place.paragraph].append(q.place)
        return out

    @cached_property
    def genre(self) -> Genre:
        """Whether the text tells of events ("report") or explains, advises or argues ("guide")."""
        told = spoken = sentences = 0
        for n, parsed in enumerate(self.paragraphs):
            for s in parsed.sentences:
                sentences += 1
                told += any(is_event(t) for t in parsed.tokens[s.first : min(s.last, s.first + 80)])
                inside = (
                    self.quoted(Place(n, s.start, s.end)) or "«" in parsed.text[s.start : min(s.end, s.start + 400)]
                )
                spoken += not inside and _ADDRESS.search(parsed.text[s.start : min(s.end, s.start + 400)]) is not None
        if self.dated:
            return "report" if spoken < 0.5 * sentences else "guide"
        return "report" if told >= REPORT_SHARE * sentences and spoken < ADDRESS_SHARE * sentences else "guide"

    @cached_property
    def own_voice(self) -> bool:
        """Whether the text is about its author: one sentence in ten says "nous" or "je" outside quotations."""
        sentences = [(n, p, s) for n, p in enumerate(self.paragraphs) for s in p.sentences]
        own = sum(
            not self.quoted(Place(n, s.start, s.end)) and FIRST_PERSON.search(p.text, s.start, s.end) is not None
            for n, p, s in sentences
        )
        return own >= OWN_SHARE * len(sentences)

    @cached_property
    def historical(self) -> bool:
        """Whether the text tells of a time long past: mostly in the simple past, which news no longer use."""
        told = simple = 0
        for parsed in self.paragraphs:
            for t in parsed.tokens:
                past = "Tense=Past" in t.morph and "Mood=Ind" in t.morph
                simple += past
                told += past or t.dep == "aux:tense"
        return simple >= HISTORICAL_SHARE * told and simple >= FEWEST_TOLD

    def asks(self, place: Place) -> bool:
        """Whether the words at a place belong to a question the article itself asks: they claim nothing."""
        parsed = self.paragraphs[place.paragraph]
        sentence = next((s for s in parsed.sentences if parsed.tokens[s.last - 1].end > place.start), None)
        return sentence is not None and parsed.tokens[sentence.last - 1].text == "?"

    def fills_sentence(self, place: Place, length: int) -> bool:
        """Whether so many characters take up nearly all of the sentence at a place."""
        start, end = line_around(self.paragraphs[place.paragraph], place.start)
        return length >= WHOLE * (end - start)

    @cached_property
    def _about(self) -> dict[str, list[tuple[int, int]]]:
        """Sentences (paragraph, index) by the nouns they hold."""
        out: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for n, parsed in enumerate(self.paragraphs):
            for t in parsed.tokens:
                if t.pos in {"NOUN", "PROPN"}:
                    known = out[noun_key(t.text)]
                    if len(known) < LOOKED_AT and (not known or known[-1] != (n, t.sentence)):
                        known.append((n, t.sentence))
        return out

    def mentions(self, key: str) -> int:
        """Number of sentences that hold a noun (at most 40 are counted)."""
        return len(self._about.get(key, ()))

    def answered(self, what: str, key: str) -> bool:
        """Whether the article already answers a question about a noun.

        Args:
            what: "cause", "date", "person", "heard", or the end of the name of an "answer_..." pattern.
            key: the noun, as `noun_key` gives it.

        Raises:
            KeyError: no such kind of answer.
        """
        if what == "heard":
            return key in self._heard
        return any(self._answers(what, n, s) for n, s in self._about.get(key, ()))

    @cached_property
    def _heard(self) -> frozenset[str]:
        """The nouns by which the article names those it reports the words of."""
        return frozenset(noun_key(self.text(a.source)) for a in self._attributions if a.source is not None)

    @cached_property
    def _attributions(self) -> list[Attribution]:
        return find_attributions(self.paragraphs)

    def _answers(self, what: str, n: int, s: int) -> bool:
        parsed = self.paragraphs[n]
        sentence = parsed.sentences[s]
        own = parsed.text[sentence.start : min(sentence.end, sentence.start + LONGEST_LOOK)]
        if what == "cause":
            after = parsed.text[sentence.end : sentence.end + 120]
            return cause_in(own) or cause_in(after)
        if what == "date":
            return absolute_date().search(own) is not None
        if what == "person":  # the paragraph up to here, or the next sentence, gives a name
            last = parsed.sentences[min(s + 1, len(parsed.sentences) - 1)].last
            return any(t.entity == "PER" and t.text[:1].isupper() for t in parsed.tokens[:last])
        return pattern(f"answer_{what}").search(own) is not None

    def tokens_at(self, place: Place) -> Iterator[Token]:
        """Yield the tokens that begin within a place."""
        parsed = self.paragraphs[place.paragraph]
        for i in range(token_from(parsed, place.start), token_from(parsed, place.end)):
            yield parsed.tokens[i]


def keys_of(text: str) -> frozenset[str]:
    """Return the words of four letters or more of a text, as `noun_key` gives them."""
    return frozenset(noun_key(w) for w in re.findall(r"[^\W\d_]{4,}", text))


def is_event(t: Token) -> bool:
    """Whether a token is a verb, or the auxiliary of one, that tells of a single event."""
    return t.dep == "aux:tense" or ("Tense=Past" in t.morph and "Mood=Ind" in t.morph)


def cause_in(text: str) -> bool:
    """Whether a text holds a word that gives a cause or a reason."""
    return _causes().search(text) is not None


@cache
def _causes() -> re.Pattern[str]:
    entries = sorted(read_entries("gap_causes.txt"), key=len, reverse=True)
    joined = "|".join(re.escape(e) + ("" if e.endswith("'") else r"\b") for e in entries)
    return re.compile(rf"\b(?:{joined})", re.IGNORECASE)
