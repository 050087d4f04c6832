"""Questions about things: what an editor asks of a breakdown, a reform, a tool or a risk, by the class of the noun."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from seoaudit.structure.claim_base import load_yaml
from seoaudit.structure.gap_articles import noun_key
from seoaudit.structure.gap_groups import NounGroup, quotable
from seoaudit.structure.gap_prompts import Candidate, fits
from seoaudit.structure.gap_story import Story, is_event

_PRONOUN = {"le": "il", "la": "elle"}
BARE = -0.3  # for a noun without adjective or complement, but in the classes that say more
ALONE = -0.08  # for such a noun in those classes
OFTEN = 0.015  # for each other sentence that names the thing, up to four
QUOTED = -0.08  # for a thing that only a quotation names
_DENIAL = 7  # words before a thing looked at for a denial
_NOT = frozenset({"pas", "plus", "jamais", "aucun", "aucune"})
# Words up to which an article is short. In twenty of 516 to 993 words nearly all questions about what became of a thing
# that they name were answered elsewhere in the article, or not called for.
SHORT = 500
EARLY = 0.03  # for the section's first group, shrinking with the distance from it


def topic_questions(story: Story) -> Iterator[Candidate]:
    """Yield the questions about the things each section names; of one noun, about its best mention in the section."""
    for groups in _by_section(story):
        best: dict[str, tuple[float, NounGroup]] = {}
        for order, group in enumerate(groups):
            quality = _quality(story, group) + EARLY / (1 + order)
            if quality > best.get(group.key, (float("-inf"), group))[0]:
                best[group.key] = (quality, group)
        for quality, group in best.values():
            yield from _questions(story, group, quality)


def _by_section(story: Story) -> list[list[NounGroup]]:
    out: list[list[NounGroup]] = [[] for _ in range(story.sections)]
    for group in story.groups:
        if not group.is_name and quotable(group) and not (group.is_open or group.adverbial or _denied(group)):
            out[story.section_of[group.paragraph]].append(group)
    return out


def _denied(group: NounGroup) -> bool:
    """Whether the clause says that something is no such thing: "ce n'est pas une loi contre le tourisme"."""
    tokens = group.parsed.tokens
    first = group.parsed.sentences[tokens[group.head].sentence].first
    before = [t.text.lower() for t in tokens[max(first, group.first - _DENIAL) : group.first]]
    return not _NOT.isdisjoint(before) and not {"ne", "n'"}.isdisjoint(before)


def _quality(story: Story, group: NounGroup) -> float:
    """Return what a mention adds to the worth of a question: specific, not too long, in the author's own words."""
    quality = 0.0 if group.content >= 2 else ALONE
    quality += QUOTED if story.quoted(group.place) else 0.0
    words = len(group.text.split())
    pointing = any(t.lemma in {"ce", "son", "notre", "leur", "mon", "votre"} and t.pos == "DET" for t in group.tokens)
    return quality - (0.05 if pointing else 0.0) - 0.02 * max(0, words - 5) - (0.0 if group.determiner else 0.04)


def _questions(story: Story, group: NounGroup, quality: float) -> Iterator[Candidate]:
    plural = _plural(group)
    if not (plural or group.determiner or group.content > 1):
        return  # "avoir recours", "sur demande": half of an idiom
    often = OFTEN * min(4, story.mentions(group.key) - 1)
    for topic in _topics_of(group.key, plural):
        if not _fits(topic, story, group):
            continue
        worth = quality + often + (BARE if group.content < 2 and not topic.get("bare") else 0.0)
        for question in topic["ask"]:
            if story.genre not in question.get("genres", (story.genre,)) or _dated(question, story):
                continue
            if question.get("only") == "instructive" and not story.instructive:
                continue
            unless = question.get("unless")
            if unless is not None and _answered(story, unless, group):
                continue
            if question.get("future") not in {None, _to_come(group)}:
                continue
            candidate = _candidate(question, group, worth, singular=not plural)
            if candidate is not None:
                yield candidate


def _answered(story: Story, what: str, group: NounGroup) -> bool:
    """Whether the article answers a question about a thing; a section that quotes somebody has let one speak."""
    if what == "heard" and story.voiced(story.section_of[group.paragraph]):
        return True
    return story.answered(what, group.key)


def _to_come(group: NounGroup) -> bool:
    """Whether the sentence of a thing speaks of the future and of no event."""
    tokens = group.parsed.tokens
    sentence = group.parsed.sentences[tokens[group.head].sentence]
    own = tokens[sentence.first : min(sentence.last, sentence.first + 80)]
    return any("Tense=Fut" in t.morph for t in own) and not any(is_event(t) for t in own)


def _candidate(question: Mapping[str, Any], group: NounGroup, quality: float, *, singular: bool) -> Candidate | None:
    """Return a question with the first form whose slots a group can fill."""
    definite = group.definite
    article = definite.split()[0] if definite and singular else ""
    slots = {
        "np": group.text,
        "le": definite,
        "le1": definite if singular else None,
        "du": group.of,
        "au": group.at,
        "pron": _PRONOUN.get(article),
    }
    for form in question["fr"]:
        if fits(form, slots):
            return Candidate(
                question["weight"] + quality, group.place, question["kind"], group.key, form, question["en"], slots
            )
    return None


def _fits(topic: Mapping[str, Any], story: Story, group: NounGroup) -> bool:
    """Whether a class of questions suits the text: its genre, and for events a sentence that tells of one."""
    if story.genre not in topic.get("genres", (story.genre,)) or _dated(topic, story):
        return False
    if topic.get("short") and story.words > SHORT:
        return False
    if any(t.text.lower() in topic.get("without", ()) for t in group.tokens):
        return False
    if not _has(topic.get("needs"), story, group):
        return False
    if topic["class"] in {"mishap", "change"} and story.genre == "guide":
        tokens = group.parsed.tokens
        sentence = group.parsed.sentences[tokens[group.head].sentence]
        return any(is_event(t) for t in tokens[sentence.first : min(sentence.last, sentence.first + 80)])
    return True


def _dated(topic: Mapping[str, Any], story: Story) -> bool:
    """Whether a class of questions is for the news, and the text tells of a distant past."""
    return story.historical and "report" in topic.get("genres", ())


def _has(needs: str | None, story: Story, group: NounGroup) -> bool:
    """Whether a group has what a class of questions needs; see the head of `data/gap_topics.yaml`."""
    if needs == "name":
        return any(t.pos == "PROPN" for t in group.tokens[1:])
    if needs == "term":
        return story.is_term(group)
    if needs is None:
        return True
    if group.content < 2:
        return False
    if needs == "event":
        return names_event(group.key)
    return needs == "complement" or story.is_topical(group)


def names_event(key: str) -> bool:
    """Whether a noun, as `noun_key` gives it, names an event: a breakdown, a decision, a match."""
    return any(topic.get("event") for topic in _topics()[0].get(key, ()))


def _plural(group: NounGroup) -> bool:
    if group.determiner in {"les", "des", "aux", "ces", "ses", "leurs", "nos"}:
        return True
    return "Number=Plur" in group.parsed.tokens[group.head].morph


@cache
def _topics() -> tuple[dict[str, list[Mapping[str, Any]]], list[Mapping[str, Any]]]:
    """Return the classes by noun, and those that go by the noun's ending."""
    by_noun: dict[str, list[Mapping[str, Any]]] = {}
    by_ending = []
    for topic in load_yaml("gap_topics.yaml"):
        for noun in topic.get("nouns", ()):
            by_noun.setdefault(noun_key(noun), []).append(topic)
        if topic.get("suffixes"):
            by_ending.append(topic)
    return by_noun, by_ending


def _topics_of(key: str, plural: bool) -> Sequence[Mapping[str, Any]]:
    by_noun, by_ending = _topics()
    named = by_noun.get(key, ())
    last = [t for t in by_ending if key.endswith(tuple(t["suffixes"]))]
    return [t for t in (*named, *last) if not t.get("singular" if plural else "plural")]
