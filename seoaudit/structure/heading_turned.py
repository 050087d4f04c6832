"""What the author or anybody does as a heading: "Tester une méthode" from "nous avons testé une méthode".

The verb takes its infinitive, no other word changes. What a clause denies or supposes is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from seoaudit.keyphrases.conjugation import conjugated
from seoaudit.keyphrases.inflection import fold
from seoaudit.structure.cohesion import stem
from seoaudit.structure.heading_clauses import lone, verb_phrase_ends
from seoaudit.structure.heading_groups import Groups
from seoaudit.structure.heading_lexicon import word_class, word_list
from seoaudit.structure.heading_phrase import Form, make_form
from seoaudit.structure.heading_surface import phrase
from seoaudit.structure.heading_tree import Tree

_INFINITIVE = ("er", "ir", "re")
# Tokens before a verb among which its subject stands: "nous avons toujours utilisé".
_NEAR = 4


def turned_infinitive(groups: Groups, verb: int) -> Iterator[Form]:
    """Yield the infinitive phrase of what the author, or anybody, does: of a verb with "nous", "on", "vous" or "je"."""
    t = groups.tree
    lemma = t.tokens[verb].lemma
    if not lemma.endswith(_INFINITIVE) or lemma in word_list("weak_verbs") or lemma in word_list("empty_verbs"):
        return
    if not _done_by_anybody(t, verb) or t.denied(verb) or stem(lemma) != stem(t.low[verb]):
        return
    if fold(t.low[verb]) not in conjugated(lemma):
        return
    own = len(t.tokens[verb].text)
    for cut in verb_phrase_ends(groups, verb):
        text = phrase(t, verb, cut.end, groups.at, keep_own=True)
        if text is None or lone(t, verb, cut) or not {"leur", "leurs"}.isdisjoint(t.low[verb : cut.end]):
            continue
        form = make_form(
            t,
            verb,
            cut.end,
            lemma + text[own:],
            head=verb,
            construction="infinitive",
            complements=cut.complements + 1,
            follows=cut.follows,
            doubts=(*cut.doubts, "turned"),
        )
        if form is not None:
            yield form


def _done_by_anybody(t: Tree, verb: int) -> bool:
    """Whether a verb has a subject that a heading leaves out, with only adverbs and auxiliaries between the two."""
    token = t.tokens[verb]
    start = t.starts[token.sentence]
    participle = "VerbForm=Part" in token.morph
    if not participle and "Mood=Sub" in token.morph:
        return False
    if not participle and t.low[verb].endswith("ons") and verb == start:
        return True  # "Ajoutons une couche"
    helped = False
    for i in range(verb - 1, max(start, verb - _NEAR) - 1, -1):
        word = t.low[i]
        if word in word_class("anybody"):
            supposed = i > start and t.low[i - 1] in word_class("supposing")
            return not supposed and (helped or not participle)
        if t.tokens[i].pos == "AUX" and t.tokens[i].lemma == "avoir":
            helped = True
        elif t.tokens[i].pos != "ADV":
            return False
    return False
