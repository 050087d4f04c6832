"""What a text sets out to answer, as a heading: "Comment fonctionne le moteur", "Pourquoi les prix montent".

The clause is only asked about in the text ("voyons comment fonctionne le moteur"), so it takes no question mark. Its
subject is named in full, before the verb or after it.
"""

from __future__ import annotations

from collections.abc import Iterator

from seoaudit.structure.heading_cuts import cuts
from seoaudit.structure.heading_groups import Groups, Nucleus
from seoaudit.structure.heading_phrase import Form, make_form
from seoaudit.structure.heading_rules import doubts_of
from seoaudit.structure.heading_statements import clause_ends, stands_as_subject
from seoaudit.structure.heading_surface import phrase
from seoaudit.structure.heading_tree import REFLEXIVE, Tree


def asked_forms(groups: Groups, asker: int) -> Iterator[Form]:
    """Yield the forms of the clause that an interrogative word at token `asker` opens."""
    t = groups.tree
    if asker + 2 >= len(t.tokens) or _asked_outright(t, asker):
        return
    at = asker + 1
    before = groups.at.get(at)
    if before is not None:
        if _subject_of_later_verb(groups, before):
            yield from _printed(groups, asker, t.tokens[before.head].head, before, clause_ends(groups, before))
        return
    at += t.low[at] in REFLEXIVE
    after = groups.at.get(at + 1)
    # After such a word and its verb the next group is the subject, whatever the parser says.
    if after is not None and _finite(t, at) and stands_as_subject(groups, after):
        whole = (c.end for c in cuts(groups, after) if c.follows in {"end", "list"} and not doubts_of(c))
        yield from _printed(groups, asker, at, after, whole)


def _asked_outright(t: Tree, i: int) -> bool:
    """Whether the sentence of token `i` is itself a question."""
    sentence = t.tokens[i].sentence
    end = t.starts[sentence + 1] if sentence + 1 < len(t.starts) else len(t.tokens)
    return "?" in t.low[i:end] or t.quoted[i]


def _finite(t: Tree, i: int) -> bool:
    morph = t.tokens[i].morph
    return t.tokens[i].pos == "VERB" and "VerbForm=Fin" in morph and "Person=3" in morph


def _subject_of_later_verb(groups: Groups, group: Nucleus) -> bool:
    token = groups.tree.tokens[group.head]
    return token.dep.startswith("nsubj") and token.head > group.head and stands_as_subject(groups, group)


def _printed(groups: Groups, first: int, verb: int, subject: Nucleus, ends: Iterator[int]) -> Iterator[Form]:
    t = groups.tree
    for end in ends:
        text = phrase(t, first, end, groups.at, keep_own=True)
        if text is None or not {"leur", "leurs"}.isdisjoint(t.low[first:end]):
            continue
        form = make_form(
            t,
            first,
            end,
            text,
            head=subject.head,
            construction="indirect_question",
            complements=1,
            doubts=("denied",) if t.denied(verb) else (),
        )
        if form is not None:
            yield form
