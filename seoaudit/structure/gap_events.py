"""The question about what is to come: when, and in what form, what somebody announced will be done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seoaudit.french.parse import Parsed
from seoaudit.structure.claim_base import Place, line_around, speech_forms
from seoaudit.structure.gap_groups import quotable, weak_nouns
from seoaudit.structure.gap_prompts import Candidate, ask
from seoaudit.structure.gap_story import Story

LONGEST = 12  # words of a clause that a question repeats
_DATED = re.compile(
    r"\d|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|semaine|mois|été|automne|hiver|printemps"
    r"|prochaine?)\b"
)


def event_questions(story: Story) -> Iterator[Candidate]:
    """Yield questions about what a report announces, none about a distant past."""
    if story.genre != "report" or story.historical:
        return
    for n, parsed in enumerate(story.paragraphs):
        for i, t in enumerate(parsed.tokens):
            if t.pos == "VERB":
                yield from _commitments(story, n, parsed, i)


def _commitments(story: Story, n: int, parsed: Parsed, i: int) -> Iterator[Candidate]:
    """Ask when and how, of what somebody says they will do: "la mairie assure qu'elle rouvrira la salle"."""
    t = parsed.tokens[i]
    place = Place(n, t.start, t.end)
    if "Tense=Fut" not in t.morph or "Person=3" not in t.morph or story.quoted(place) or not _announced(parsed, i):
        return
    clause = _clause_from(story, n, t.start)
    start, end = line_around(parsed, t.start, 150)
    if clause is not None and not _DATED.search(parsed.text[start:end]):
        yield ask("commitment", clause, parsed.text[clause.start : clause.end], target=t.lemma)


def _announced(parsed: Parsed, i: int) -> bool:
    """Whether a verb stands in what somebody says: after a verb of speech and "que", its subject a pronoun."""
    before = parsed.tokens[max(parsed.sentences[parsed.tokens[i].sentence].first, i - 8) : i]
    words = [t.text.lower() for t in before]
    that = next((j for j in range(len(words) - 1, 0, -1) if words[j] in {"que", "qu'"}), None)
    if that is None or words[that - 1] not in speech_forms():
        return False
    return set(words[that + 1 :]) <= {"il", "elle", "ils", "elles", "le", "la", "les"}


def _clause_from(story: Story, n: int, start: int) -> Place | None:
    """Return the clause from a verb to the end of the first complete noun group after it.

    None when no such group is near, when it is left open, or when a clause begins in between.

    Args:
        story: the article.
        n: index of the paragraph.
        start: where the verb begins.
    """
    parsed = story.paragraphs[n]
    sentence_end = line_around(parsed, start)[1]
    ahead = (g for g in story.groups_in(n) if g.place.start > start)
    group = next((g for g in ahead if g.key not in weak_nouns()), None)  # "mettra à jour le dossier"
    if group is None or group.place.end > sentence_end or group.is_open or not quotable(group):
        return None
    between = parsed.text[start : group.place.start]
    words = parsed.text[start : group.place.end]
    if len(words.split()) > LONGEST or re.search(
        r"[,;:«»()…]|\b(?:qu[ei']|qui|dont|où|si|et|ou|comment|quand|quel|quelle|quels|quelles|pour|sans|afin|puis|mais|car)\b",
        between,
    ):
        return None
    follow = parsed.text[group.place.end : group.place.end + 12]
    if re.match(r"\s*(?:de |d'|du |des |à |au |aux |que |qu'|qui |dont |comme |\()", follow) or re.match(
        r"\s?-", follow
    ):
        return None
    if group.content < 2 and re.match(r"\s*(?:sur|contre|vers|entre|envers) ", follow):
        return None  # "a mis l'accent sur ..."
    return Place(n, start, group.place.end)
