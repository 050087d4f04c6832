"""Questions about what happened: why something was left undone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seoaudit.french.parse import Parsed, Token
from seoaudit.structure.claim_base import Place, line_around
from seoaudit.structure.gap_clauses import clause_from
from seoaudit.structure.gap_prompts import Candidate, ask
from seoaudit.structure.gap_story import Story, cause_in

_NEGATION_END = frozenset({"pas", "plus", "guère"})
_NOT_TOLD = frozenset({"être", "avoir", "falloir", "pouvoir", "vouloir", "savoir", "devoir", "agir"})


def event_questions(story: Story) -> Iterator[Candidate]:
    """Yield questions about the events of a report; none about a text that tells of none, or of a distant past."""
    if story.genre != "report" or story.historical:
        return
    for n, parsed in enumerate(story.paragraphs):
        for i, t in enumerate(parsed.tokens):
            if t.pos != "VERB" or _mood(t) == "other":
                continue
            yield from _failures(story, n, parsed, i)


def _mood(t: Token) -> str:
    if "VerbForm=Part" in t.morph:
        return "participle" if "Tense=Past" in t.morph else "other"
    return "finite" if "Mood=Ind" in t.morph else "other"


def _auxiliary(parsed: Parsed, i: int) -> int | None:
    """Return the index of the auxiliary of a past participle: "a (tout simplement) fermé"; None without one."""
    for j in range(i - 1, max(-1, i - 6), -1):
        t = parsed.tokens[j]
        if t.sentence != parsed.tokens[i].sentence or t.pos in {"NOUN", "PUNCT", "SCONJ"}:
            return None
        if t.pos == "AUX" and t.head == i:
            first = j
            while first > 0 and parsed.tokens[first - 1].pos == "AUX" and parsed.tokens[first - 1].head == i:
                first -= 1
            return first
    return None


def _failures(story: Story, n: int, parsed: Parsed, i: int) -> Iterator[Candidate]:
    """Ask why something did not happen: "n'ont tout simplement pas fonctionné"."""
    t = parsed.tokens[i]
    aux = _auxiliary(parsed, i) if _mood(t) == "participle" else None
    if aux is None or aux == 0 or parsed.tokens[aux - 1].text.lower() not in {"ne", "n'"} or t.lemma in _NOT_TOLD:
        return
    if not _NEGATION_END & {w.text.lower() for w in parsed.tokens[aux:i]} or _reason_near(parsed, t.start):
        return
    start = parsed.tokens[aux - 1].start
    clause = _extended(story, n, start, t.end)
    if clause is not None:
        yield ask("failure", clause, parsed.text[clause.start : clause.end], target=t.lemma)


def _extended(story: Story, n: int, start: int, verb_end: int) -> Place | None:
    """Return a clause with its object when that is complete; without it only when the verb ends the clause."""
    clause = clause_from(story, n, start, after=verb_end)
    if clause is not None and clause.end - verb_end < 60:
        return clause
    after = story.paragraphs[n].text[verb_end : verb_end + 8]
    ends = re.match(r"\s?(?:[.,;:!?»)]|lors\b|le \d|et\b|en\b|pendant\b|$)", after)
    return Place(n, start, verb_end) if ends else None


def _reason_near(parsed: Parsed, offset: int) -> bool:
    """Whether the sentence around an offset, or the beginning of the next one, gives a reason."""
    start, end = line_around(parsed, offset)
    return (
        cause_in(parsed.text[start : end + 60])
        or re.search(r"\b(?:pour|afin d)[e ]", parsed.text[start:end]) is not None
    )
