"""Verb phrases and questions as headings: "Choisir son hébergeur", "Comment installer le module", "Qui décide ?"."""

from __future__ import annotations

from collections.abc import Iterator

from seoaudit.structure.heading_clauses import (
    coordinated,
    free_infinitive,
    opening,
    question,
    verb_phrase_ends,
)
from seoaudit.structure.heading_cuts import Cut
from seoaudit.structure.heading_groups import Groups
from seoaudit.structure.heading_lexicon import determiner_kinds, word_class
from seoaudit.structure.heading_phrase import Form, make_form
from seoaudit.structure.heading_surface import phrase
from seoaudit.structure.heading_tree import NE, Tree


def infinitive_forms(groups: Groups, verb: int) -> Iterator[Form]:
    """Yield the forms of the phrase of an infinitive, with "comment" or the like where it stands before it."""
    t = groups.tree
    if not free_infinitive(t, verb):
        return
    first = opening(t, verb)
    if first > 0 and t.low[first - 1] in word_class("askers"):
        yield from verb_forms(groups, first - 1, verb, "indirect_question")
    # "Sortir la carte bancaire" says the contrary of "avant de sortir la carte bancaire".
    before = t.low[max(0, first - 2) : first]
    earlier = before in {("avant", "de"), ("avant", "d'")} and t.tokens[first - 2].sentence == t.tokens[verb].sentence
    yield from verb_forms(groups, first - 2 * earlier, verb, "infinitive")


def verb_forms(groups: Groups, first: int, verb: int, construction: str) -> Iterator[Form]:
    """Yield the forms of a verb with its complements, from token `first`."""
    t = groups.tree
    governing = verb + 2 if coordinated(t, verb) else verb
    for cut, without in _with_and_without_manner(t, governing, verb_phrase_ends(groups, governing)):
        text = phrase(t, first, cut.end, groups.at, keep_own=True, without=without)
        # "Choisir son hébergeur" speaks to anybody, "modifier leurs comptes" of people not named.
        if text is None or not {"leur", "leurs"}.isdisjoint(t.low[first : cut.end]):
            continue
        form = make_form(
            t,
            first,
            cut.end,
            text,
            head=verb,
            construction=construction,
            complements=cut.complements + 1,
            follows=cut.follows,
            vague=_object_pointed_at(groups, governing, cut.end),
            doubts=_doubts(t, first, governing, cut),
        )
        if form is not None:
            yield form


def _with_and_without_manner(t: Tree, verb: int, found: list[Cut]) -> Iterator[tuple[Cut, frozenset[int]]]:
    """Yield each cut as it is and, where an adverb stands between verb and object, without it."""
    manner = frozenset({verb + 1}) if verb + 1 < len(t.tokens) and _manner(t, verb + 1) else frozenset()
    for cut in found:
        yield cut, frozenset()
        if manner:
            yield cut, manner


def _manner(t: Tree, i: int) -> bool:
    return t.tokens[i].pos == "ADV" and t.low[i].endswith("ment")


def _doubts(t: Tree, first: int, verb: int, cut: Cut) -> tuple[str, ...]:
    """What speaks against a phrase of a verb."""
    doubts = {
        "addressed": bool(first) and t.low[first - 1] in word_class("addressed"),
        "denied": t.low[first] in NE or t.denied(verb),
        "lead_in": t.leads_in(verb),
    }
    return (*cut.doubts, *(name for name, holds in doubts.items() if holds))


def _object_pointed_at(groups: Groups, verb: int, end: int) -> bool:
    """Whether a phrase ends with a bare noun that points back: "éviter ce problème" tells no reader which."""
    kinds = determiner_kinds()
    return any(
        n.end == end
        and n.end == n.head + 1
        and n.body == n.head
        and kinds.get(groups.tree.low[n.first]) == "demonstrative"
        for n in (groups.at[i] for i in range(verb + 1, end) if i in groups.at)
    )


def question_form(t: Tree, first: int, last: int) -> Form | None:
    """Return the form of a sentence that is a question fit for a heading."""
    if not question(t, first, last):
        return None
    words = "".join(x.text + (" " if x.space else "") for x in t.tokens[first : last - 1])
    # French sets a no-break space before the mark.
    return make_form(t, first, last, words.strip() + "\u00a0?", head=first, construction="question")
