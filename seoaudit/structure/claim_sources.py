"""Attributions: who, in the text, is said to have said something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from seoaudit.french.parse import Parsed, Token
from seoaudit.structure.claim_base import Place, lower_pattern, speech_forms, token_from, word_set

SourceKind = Literal["name", "noun", "pronoun", "vague"]

_ACCORDING_STEP = re.compile(r"selon (?:que|le cas|les (?:cas|besoins|goûts))\b", re.IGNORECASE)
_INVERTED = re.compile(r"-(?:t-)?(?:ils?|elles?|on|je|nous)$", re.IGNORECASE)
WINDOW = 12  # tokens between a verb of speech and its subject


class Attribution(NamedTuple):
    """A cue that reports what someone says, and who.

    Attributes:
        place: the cue ("selon", "a déclaré").
        source: who says it; None where no subject is near.
        kind: "name" (a proper noun), "noun", "pronoun" ("il", "a-t-elle") or "vague" ("des experts"); "noun" without
            a place of the source.
    """

    place: Place
    source: Place | None
    kind: SourceKind


def find_attributions(paragraphs: Sequence[Parsed]) -> list[Attribution]:
    """Return the attributions of an article, in order.

    Args:
        paragraphs: the parsed paragraphs, in order.
    """
    out = []
    for n, parsed in enumerate(paragraphs):
        found = [*_according(n, parsed), *_reported(n, parsed)]
        out.extend(sorted(found, key=lambda a: a.place))
    return out


def _according(n: int, parsed: Parsed) -> Iterator[Attribution]:
    """Yield attributions by a preposition: "selon le ministre"."""
    for m in lower_pattern("according").finditer(parsed.lower):
        if _ACCORDING_STEP.match(parsed.text, m.start()):
            continue
        first = token_from(parsed, m.end())
        after = [i for i in range(first, min(first + 6, len(parsed.tokens))) if parsed.tokens[i].start < m.end() + 60]
        source = next(
            (i for i in after if parsed.tokens[i].pos in {"NOUN", "PROPN", "PRON"} or parsed.tokens[i].entity), None
        )
        yield _attribution(n, parsed, m.span(), source)


def _reported(n: int, parsed: Parsed) -> Iterator[Attribution]:
    """Yield attributions by a verb of speech with its subject: "X a déclaré", "explique X", "a-t-il poursuivi"."""
    forms = speech_forms()
    tokens = parsed.tokens
    for i, form in enumerate(parsed.forms):
        if form in forms and is_verb_here(tokens, i):
            yield _attribution(n, parsed, (tokens[i].start, tokens[i].end), _subject(tokens, i))


def is_verb_here(tokens: Sequence[Token], i: int) -> bool:
    """Whether a form of a verb of speech is used as a finite verb at `i`: no noun ("la note"), no bare participle."""
    t = tokens[i]
    if t.pos not in {"VERB", "NOUN", "AUX"} or (t.text[0].isupper() and i > 0 and tokens[i - 1].text not in {".", "»"}):
        return False
    before = tokens[i - 1] if i else None
    if before is not None and before.sentence == t.sentence and before.pos in {"DET", "ADP", "NUM"}:
        return False
    if t.text.lower().endswith(("é", "u", "it", "is")) and "Tense=Pres" not in t.morph and "Mood=Ind" not in t.morph:
        window = tokens[max(0, i - 5) : i]
        return any(w.pos == "AUX" or w.lemma == "avoir" for w in window) or bool(
            _INVERTED.search(before.text if before else "")
        )
    return "VerbForm=Inf" not in t.morph and not t.text.lower().endswith("er")


def _subject(tokens: Sequence[Token], verb: int) -> int | None:
    """Return the token of a verb's subject: the parser's, else the nearest noun or name on the likely side."""
    sentence = tokens[verb].sentence
    after = verb + 1
    for j in range(max(0, verb - 4), min(len(tokens), verb + 3)):
        if tokens[j].sentence == sentence and _INVERTED.search(tokens[j].text):
            return j
    given = [
        j
        for j in range(max(0, verb - 40), min(len(tokens), verb + 15))
        if tokens[j].head == verb and tokens[j].dep.startswith("nsubj")
    ]
    given = [j for j in given if tokens[j].sentence == sentence and tokens[j].pos in {"NOUN", "PROPN", "PRON"}]
    if given:
        return min(given, key=lambda j: abs(j - verb))
    for j in range(verb - 1, max(-1, verb - WINDOW), -1):
        if tokens[j].sentence != sentence or tokens[j].text in {"«", "»", ":", ";"}:
            break
        if tokens[j].pos in {"NOUN", "PROPN"} or tokens[j].text.lower() in word_set("speaker_pronouns"):
            return j
    for j in range(after, min(len(tokens), after + 4)):
        if tokens[j].sentence != sentence or tokens[j].pos == "PUNCT":
            break
        if tokens[j].pos in {"NOUN", "PROPN"}:
            return j
    return None


def _attribution(n: int, parsed: Parsed, cue: tuple[int, int], source: int | None) -> Attribution:
    place = Place(n, *cue)
    if source is None:
        return Attribution(place, None, "noun")
    t = parsed.tokens[source]
    return Attribution(place, Place(n, t.start, t.end), source_kind(parsed.tokens, source))


def source_kind(tokens: Sequence[Token], i: int) -> SourceKind:
    """Return what a source is: a name, a pronoun, someone vague ("des experts"), or another noun."""
    t = tokens[i]
    if _INVERTED.search(t.text) or t.text.lower() in word_set("speaker_pronouns"):
        return "pronoun"
    if t.pos == "PROPN" or t.entity in {"PER", "ORG"}:
        return "name"
    plural_article = i > 0 and tokens[i - 1].text.lower() in {"des", "les", "certains", "certaines", "plusieurs", "de"}
    alone = i + 1 >= len(tokens) or tokens[i + 1].pos not in {"ADP", "ADJ", "PROPN"}
    return "vague" if t.lemma.lower() in word_set("vague_speakers") and plural_article and alone else "noun"
