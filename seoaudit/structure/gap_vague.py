"""The question about a vague number: which ones "plusieurs études" are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from seoaudit.structure.claim_base import line_around, read_entries, token_from, word_set
from seoaudit.structure.claim_vague import VagueClaim, find_vague_claims
from seoaudit.structure.gap_articles import VOWELS, noun_key
from seoaudit.structure.gap_groups import NounGroup, weak_nouns
from seoaudit.structure.gap_prompts import Candidate, ask
from seoaudit.structure.gap_story import Story

LONGEST = 7  # words of a vague claim that a question repeats
NAMES = 2  # proper names in a sentence and the next from which its things count as named
# A number is left open: "plusieurs villes" exist and can be named; "différents outils", "certains outils" claim less.
_SEVERAL = re.compile(r"(?:plusieurs|de (?:très )?nombreu(?:x|ses)|de multiples) ", re.IGNORECASE)
# What may be, or should be, is no fact that could be told in full; nor is what the text lists or shows elsewhere.
_SUPPOSED = re.compile(
    r"\b(?:permet(?:tent)?|consist\w+|peu(?:t|vent)|pou(?:vez|rra|rrez|rrait)|doi(?:t|vent)|devez|faut|suffit|si|afin|évitez|choisi\w+"
    r"|lorsque?|quand|par exemple|comme|notamment|tels? que|telles? que|voici|voir|dont|parmi|citons|exemples?)\b|:",
    re.IGNORECASE,
)


def vague_questions(story: Story) -> Iterator[Candidate]:
    """Yield questions about things of which an article says only that there are several, and which bear names."""
    for claim in find_vague_claims(story.paragraphs):
        group = story.group_at(claim.place.paragraph, claim.noun)
        if group is None or group.key in word_set("time_nouns") | weak_nouns() or story.quoted(claim.place):
            continue
        words = vague_words(story, claim, group)
        if claim.listed or len(words.split()) > LONGEST:
            continue
        if _SEVERAL.match(words) and group.key in _nameable() and not _named_or_supposed(story, claim):
            yield ask("quantity-list", claim.place, words, target=group.key)


def _named_or_supposed(story: Story, claim: VagueClaim) -> bool:
    """Whether the sentence of a claim, or the next one, lists or names its things, or only supposes them."""
    parsed = story.paragraphs[claim.place.paragraph]
    start, end = line_around(parsed, claim.place.start)
    after = min(len(parsed.text), end + 1)
    end = line_around(parsed, after)[1] if after < len(parsed.text) else end
    names = [
        t
        for t in parsed.tokens[token_from(parsed, claim.place.end) : token_from(parsed, end)]
        if t.pos == "PROPN" and t.text[:1].isupper() and t.entity_start
    ]
    return len(names) >= NAMES or _SUPPOSED.search(parsed.text[start:end]) is not None


@cache
def _nameable() -> frozenset[str]:
    """Return the nouns, as `noun_key` gives them, of what bears a name or a title of its own."""
    return frozenset(noun_key(entry) for entry in read_entries("gap_nameable.txt"))


def vague_words(story: Story, claim: VagueClaim, group: NounGroup) -> str:
    """Return a vague claim with its whole group, a capital that only opens the sentence lowered."""
    parsed = story.paragraphs[claim.place.paragraph]
    end = group.place.end if not group.is_open else max(claim.place.end, group.place.end)
    words = parsed.text[claim.place.start : end]
    return words[0].lower() + words[1:] if words[:2] != words[:2].upper() or words[0] in VOWELS else words
