"""Where a section may not begin, whatever the words say.

A heading never cuts a quotation that is still open or that runs on from paragraph to paragraph, never parts a lead-in
("Trois points :") from the items it announces, never stands before a quotation (it answers to what is told before) nor
before "Il a déclaré", never splits a sentence nor parts a greeting from its letter, never stands before an empty
paragraph, a signature or a last word, and in an interview never parts a question from its answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from seoaudit.french.parse import Parsed, Token
from seoaudit.structure.cues import reporting_verbs

# Paragraphs a quotation may run on without a new opening mark before its missing end is taken for a slip of the pen.
LONGEST_QUOTATION = 12
# From this many words on, words between guillemets are speech; below, they are a title or a term.
SPEECH_WORDS = 5
# A single sentence of fewer words after a lead-in is taken for an item of a list.
ITEM_WORDS = 12
# A paragraph of at most so many words that ends with a question mark asks; so many of them, and such a share (one in so
# many) of an article's paragraphs, make an interview. Elsewhere a question may well end a section.
QUESTION_WORDS, FEWEST_QUESTIONS, ONE_IN = 40, 3, 6
# So many, and such a share, and the questions themselves divide it.
DIVIDING_QUESTIONS, DIVIDING_ONE_IN = 4, 4
# The last paragraphs, at most so many, without a verb and of at most so many words: a signature, a place and date.
MOST_CLOSING, CLOSING_WORDS = 3, 15
# Fewer words than this at the end of an article of some length make no section: a thanks, a date, a last word.
LAST_WORDS, SHORTEST_WITH_ENDING = 20, 250
# Tokens at the start of a paragraph among which the verb of "Il a ensuite déclaré" is looked for.
ATTRIBUTION_TOKENS = 7

_MARKS = re.compile(r"[«»“”\"]")
_OPENING = '«“"'
_SPEECH = re.compile(r"[«“\"]([^«»“”\"]*)")
# Not the bracket: ":)" is no lead-in.
_TRAILING = ' "»”*_'
_LEADING_DASH = re.compile(r"^[-–—]\s*")
_BULLET = re.compile(r"^(?:[-–—•◦▪*]\s|\d{1,2}[.)]\s)")
# "Les trois points suivants :"; the singular ("la commande suivante :") announces a figure or code as often.
_ANNOUNCES_LIST = re.compile(r"(?i)\b(?:suivante?s|plusieurs|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)\b")
# An entry of a list of terms: « Bienveillance : toutes les idées ... ».
_ENTRY = re.compile(r"^[^.!?:]{1,40}:\s")
# "La première est l'horaire.": of what was announced before.
_ORDINAL = re.compile(
    r"L[ea]s? (?:premi(?:er|ère)|deuxième|seconde?|troisième|derni(?:er|ère))s?"
    r"(?:,| (?:est|sont|était|a|ont|consiste|tient|vient|concerne)\b)"
)
_INVERSION = re.compile(r"^[\w']+(?:-t)?-(?:il|elle|ils|elles|on)\b")
_SPEAKERS = frozenset(("il", "elle", "ils", "elles", "on", "dernier", "dernière", "intéressé", "intéressée"))


class _Quotation(NamedTuple):
    """What a paragraph does with quotations."""

    closes: bool  # a closing mark stands before any opening one, or the paragraph only ends one
    open_at_end: bool


def allowed_starts(parses: Sequence[Parsed], may_break: Sequence[bool] | None = None) -> list[bool]:
    """Return, for each unit, whether a section may begin there.

    Args:
        parses: the units (paragraphs or sentences) in order.
        may_break: the caller's own interdictions (False inside lists, quotations, tables), one per unit.

    Returns:
        One flag per unit; that of the first unit is always True.
    """
    inside, asked = _inside_quotation(parses), _asked_before(parses)
    closing = _closing(parses)
    out = []
    for i, parsed in enumerate(parses):
        free = i == 0 or (
            (may_break is None or may_break[i])
            and i < closing
            and not inside[i]
            and not asked[i]
            and bool(parsed.text)
            and not _clings(parses[i - 1], parsed)
        )
        out.append(free)
    return out


def may_part(before: Parsed, after: Parsed) -> bool:
    """Tell whether two paragraphs in a row may belong to different sections, whatever stands around them."""
    return not _inside_quotation([before, after])[1] and not _clings(before, after)


def _closing(parses: Sequence[Parsed]) -> int:
    """Return the unit from which on an article only ends or is signed: the number of units where it does not."""
    first = len(parses)
    while first > max(1, len(parses) - MOST_CLOSING) and _signs(parses[first - 1]):
        first -= 1
    left = 0 if sum(p.word_count for p in parses) >= SHORTEST_WITH_ENDING else LAST_WORDS
    while first > 1 and left + parses[first - 1].word_count < LAST_WORDS:
        first -= 1
        left += parses[first].word_count
    return first


def _signs(parsed: Parsed) -> bool:
    """Tell whether a paragraph is a few words without a verb."""
    return parsed.word_count <= CLOSING_WORDS and not any("VerbForm=Fin" in t.morph for t in parsed.tokens)


def _asked_before(parses: Sequence[Parsed]) -> list[bool]:
    """For each unit, whether the one before is an interviewer's question that it answers."""
    answers = _answers(parses)
    interview = sum(answers) >= max(FEWEST_QUESTIONS, len(parses) / ONE_IN)
    return [interview and answer for answer in answers]


def is_interview(parses: Sequence[Parsed]) -> bool:
    """Tell whether questions of their own paragraph divide a text: four, and a quarter of its paragraphs at least."""
    return sum(_answers(parses)) >= max(DIVIDING_QUESTIONS, len(parses) / DIVIDING_ONE_IN)


def _answers(parses: Sequence[Parsed]) -> list[bool]:
    asks = [p.text.rstrip(_TRAILING).endswith("?") and p.word_count <= QUESTION_WORDS for p in parses]
    return [i > 0 and asks[i - 1] and not asks[i] for i in range(len(parses))]


def ends_as_lead_in(text: str) -> bool:
    """Tell whether a text announces what follows it: it ends with a colon."""
    return text.rstrip(_TRAILING).endswith(":")


def _clings(before: Parsed, after: Parsed) -> bool:
    """Tell whether a paragraph cannot be parted from the one before."""
    if ends_as_lead_in(before.text):
        return _is_announced(before, after)
    if before.text.rstrip(_TRAILING).endswith(","):
        return True  # "Madame, Monsieur,"
    if _BULLET.match(before.text) and _BULLET.match(after.text):
        return True
    if after.text[:1].islower() and (before.text.rstrip(_TRAILING)[-1:] not in ".!?…" or _INVERSION.match(after.text)):
        return True
    if _speaks_on(after.tokens) or _begins_with_speech(after.text) or _ORDINAL.match(after.text):
        return True
    return _ends_with_speech(before) and _begins_with_attribution(after.tokens)


def _is_announced(before: Parsed, after: Parsed) -> bool:
    """Tell whether a paragraph is what the colon at the end of the one before announces.

    What a colon announced may have been a figure or code that is not among the units, so that ordinary prose follows.
    A lead-in that says it opens a list is believed; after any other, what looks like an item is one.
    """
    if before.sentences and _ANNOUNCES_LIST.search(before.sentence_text(len(before.sentences) - 1)):
        return True
    text = after.text
    if text[:1].islower() or _BULLET.match(text) or _ENTRY.match(text) or text.rstrip(_TRAILING)[-1:] not in ".!?…:":
        return True
    return len(after.sentences) < 2 and after.word_count < ITEM_WORDS


def _inside_quotation(parses: Sequence[Parsed]) -> list[bool]:
    """For each unit, whether a quotation opened before it is still open where it begins."""
    found: list[_Quotation] = []
    is_open = False
    for parsed in parses:
        state = _read_marks(parsed.text, open_before=is_open)
        found.append(state)
        is_open = state.open_at_end
    inside = [False] * len(parses)
    until = -1
    for i, state in enumerate(found[:-1]):
        if not state.open_at_end:
            continue
        if i >= until:
            until = _end_of_run(parses, found, i)
        inside[i + 1] = i + 1 <= until
    return inside


def _end_of_run(parses: Sequence[Parsed], found: Sequence[_Quotation], first: int) -> int:
    """Return the unit where a quotation left open by unit `first` ends; the next one if its end is missing."""
    quiet = 0
    for i in range(first + 1, len(found)):
        if found[i].closes:
            return i
        quiet = 0 if parses[i].text[:1] in _OPENING else quiet + 1
        if quiet > LONGEST_QUOTATION:
            break
    return first + 1


def _read_marks(text: str, *, open_before: bool) -> _Quotation:
    """Follow the quotation marks of a paragraph.

    By the French convention a quotation of several paragraphs has an opening mark at the head of each (in old books a
    closing one) and one closing mark at its end: a mark at the head of a paragraph inside a quotation changes nothing.
    """
    depth = int(open_before)
    closes = False
    for m in _MARKS.finditer(text):
        mark, at = m.group(), m.start()
        if at == 0 and open_before:
            continue
        opening = mark in "«“" or (mark == '"' and not (depth and _ends_word(text, at)) and _starts_word(text, at))
        if opening:
            depth += 1
        elif depth:
            depth -= 1
            closes = closes or depth == 0
    return _Quotation(closes, depth > 0)


def _starts_word(text: str, at: int) -> bool:
    return (at == 0 or text[at - 1] in " (['-–—") and text[at + 1 : at + 2].strip() != ""


def _ends_word(text: str, at: int) -> bool:
    return at > 0 and not text[at - 1].isspace()


def _ends_with_speech(parsed: Parsed) -> bool:
    """Tell whether the last sentence of a paragraph holds, or ends, a quotation of some length."""
    if not parsed.sentences:
        return False
    last = parsed.sentence_text(len(parsed.sentences) - 1)
    if any(_is_speech(m.group(1)) for m in _SPEECH.finditer(last)):
        return True
    marks = _MARKS.findall(last)
    return (bool(marks) and marks[0] in "»”") or _begins_with_speech(parsed.text)


def _begins_with_speech(text: str) -> bool:
    m = _SPEECH.match(_LEADING_DASH.sub("", text))
    return m is not None and _is_speech(m.group(1))


def _is_speech(words: str) -> bool:
    return len(words.split()) >= SPEECH_WORDS


def _speaks_on(tokens: Sequence[Token]) -> bool:
    """Tell whether a paragraph begins with a pronoun for someone of the paragraph before: "Elle ...", "Il a déclaré".

    The other uses of "il" are mostly impersonal ("Il est recommandé", "Il faut préciser").
    """
    first = tokens[0].text.lower() if tokens else ""
    if first in ("elle", "elles"):
        return True
    if first != "il":
        return False
    verbs = (t for t in tokens[1:ATTRIBUTION_TOKENS] if t.pos in ("VERB", "AUX"))
    verb = next((t for t in verbs if t.lemma.lower() != "avoir"), None)
    return verb is not None and verb.lemma.lower() in reporting_verbs()


def _begins_with_attribution(tokens: Sequence[Token]) -> bool:
    """Tell whether a paragraph begins with "a-t-il poursuivi", "Il a déclaré", "Selon lui"."""
    head = tokens[:ATTRIBUTION_TOKENS]
    words = [t.text.lower().lstrip("-").removeprefix("t-") for t in head]
    if words[:2] in (["selon", "lui"], ["selon", "elle"], ["d'", "après"]) and len(words) > 2:
        return words[0] == "selon" or words[2] in ("lui", "elle", "eux")
    if words[:1] and words[0] in ("ce", "cette", "l'"):
        words = words[1:]
    # "Il a déclaré", "Ce dernier précise"; or the verb first: "a-t-il poursuivi", "Poursuit-elle".
    spoken = words[:1] and words[0] in _SPEAKERS
    inverted = head[:1] and head[0].pos in ("VERB", "AUX") and any(w in _SPEAKERS for w in words[1:3])
    if not (spoken or inverted):
        return False
    return any(t.lemma.lower() in reporting_verbs() and t.pos in ("VERB", "AUX") for t in head)
