"""Questions about things: what an editor asks of a breakdown, a reform, a tool or a risk, by the class of the noun."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from seoaudit.structure.claim_base import load_yaml
from seoaudit.structure.gap_articles import noun_key
from seoaudit.structure.gap_groups import NounGroup, quotable
from seoaudit.structure.gap_prompts import Candidate, fits
from seoaudit.structure.gap_story import Story

ALONE = -0.08  # for a noun without adjective or complement
OFTEN = 0.015  # for each other sentence that names the thing, up to four
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
            quality = _quality(group) + EARLY / (1 + order)
            if quality > best.get(group.key, (float("-inf"), group))[0]:
                best[group.key] = (quality, group)
        for quality, group in best.values():
            yield from _questions(story, group, quality)


def _by_section(story: Story) -> list[list[NounGroup]]:
    out: list[list[NounGroup]] = [[] for _ in range(story.sections)]
    for group in story.groups:
        if group.is_name or group.is_open or group.adverbial or not quotable(group) or _denied(group):
            continue
        if not story.quoted(group.place):  # what somebody else says is theirs to explain
            out[story.section_of[group.paragraph]].append(group)
    return out


def _denied(group: NounGroup) -> bool:
    """Whether the clause says that something is no such thing: "ce n'est pas une loi contre le tourisme"."""
    tokens = group.parsed.tokens
    first = group.parsed.sentences[tokens[group.head].sentence].first
    before = [t.text.lower() for t in tokens[max(first, group.first - _DENIAL) : group.first]]
    return not _NOT.isdisjoint(before) and not {"ne", "n'"}.isdisjoint(before)


def _quality(group: NounGroup) -> float:
    """Return what a mention adds to the worth of a question: specific and not too long."""
    quality = 0.0 if group.content >= 2 else ALONE
    words = len(group.text.split())
    pointing = any(t.lemma in {"ce", "son", "notre", "leur", "mon", "votre"} and t.pos == "DET" for t in group.tokens)
    return quality - (0.05 if pointing else 0.0) - 0.02 * max(0, words - 5) - (0.0 if group.determiner else 0.04)


def _questions(story: Story, group: NounGroup, quality: float) -> Iterator[Candidate]:
    plural = _plural(group)
    if not (plural or group.determiner or group.content > 1):
        return  # "avoir recours", "sur demande": half of an idiom
    often = OFTEN * min(4, story.mentions(group.key) - 1)
    for topic in _topics().get(group.key, ()):
        if topic.get("singular" if plural else "plural") or not _fits(topic, story, group):
            continue
        for question in topic["ask"]:
            if _answered(story, question.get("unless"), group):
                continue
            candidate = _candidate(question, group, quality + often, singular=not plural)
            if candidate is not None:
                yield candidate


def _answered(story: Story, what: str | None, group: NounGroup) -> bool:
    """Whether the article answers a question about a thing; one that quotes somebody has let one speak."""
    if what == "heard" and story.quotations:
        return True
    return what is not None and story.answered(what, group.key)


def _candidate(question: Mapping[str, Any], group: NounGroup, quality: float, *, singular: bool) -> Candidate | None:
    """Return a question with the first form whose slots a group can fill."""
    definite = group.definite
    slots = {
        "np": group.text,
        "le": definite,
        "le1": definite if singular else None,
        "du": group.of,
    }
    for form in question["fr"]:
        if fits(form, slots):
            return Candidate(
                question["weight"] + quality, group.place, question["kind"], group.key, form, question["en"], slots
            )
    return None


def _fits(topic: Mapping[str, Any], story: Story, group: NounGroup) -> bool:
    """Whether a class of questions suits the text: its genre and length, and what the class needs."""
    if story.genre not in topic.get("genres", (story.genre,)) or (topic.get("short") and story.words > SHORT):
        return False
    if story.historical and "report" in topic.get("genres", ()):
        return False  # a class for the news, and the text tells of a distant past
    if any(t.text.lower() in topic.get("without", ()) for t in group.tokens):
        return False
    return _has(topic.get("needs"), story, group)


def _has(needs: str | None, story: Story, group: NounGroup) -> bool:
    """Whether a group has what a class of questions needs; see the head of `data/gap_topics.yaml`."""
    if needs == "name":
        return any(t.pos == "PROPN" for t in group.tokens[1:])
    if needs == "central":
        return story.is_central(group.key)
    if needs == "speaks":
        known = group.determiner == "les" and group.content < 2  # "les experts": those named before
        return not known and story.speaks(group.parsed.tokens[group.head], group.paragraph)
    return needs is None or group.content >= 2


def _plural(group: NounGroup) -> bool:
    if group.determiner in {"les", "des", "aux", "ces", "ses", "leurs", "nos"}:
        return True
    return "Number=Plur" in group.parsed.tokens[group.head].morph


@cache
def _topics() -> dict[str, list[Mapping[str, Any]]]:
    """Return the classes by noun."""
    by_noun: dict[str, list[Mapping[str, Any]]] = {}
    for topic in load_yaml("gap_topics.yaml"):
        for noun in topic["nouns"]:
            by_noun.setdefault(noun_key(noun), []).append(topic)
    return by_noun
