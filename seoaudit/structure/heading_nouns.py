"""Noun groups as headings: "La panne du service national"."""

from __future__ import annotations

from collections.abc import Iterator

from seoaudit.structure.claim_base import speech_forms
from seoaudit.structure.heading_clauses import all_cuts
from seoaudit.structure.heading_cuts import Cut
from seoaudit.structure.heading_groups import Groups, Nucleus
from seoaudit.structure.heading_lexicon import actors, word_class
from seoaudit.structure.heading_phrase import Form, make_form
from seoaudit.structure.heading_rules import cut_stands, doubts_of, few, head_stands, measured, modified, says_enough
from seoaudit.structure.heading_surface import definite_article, phrase, spaced, unowned
from seoaudit.structure.heading_tree import Tree

# Before a group: it is what something else is compared with, or one instance of it.
_INSTANCES = frozenset({"comme", "notamment", "exemple"})


def noun_forms(groups: Groups, nucleus: Nucleus) -> Iterator[Form]:
    """Yield the forms of the group that begins at a nucleus."""
    t = groups.tree
    if not head_stands(groups, nucleus):
        return
    standing = [cut for cut in all_cuts(groups, nucleus) if cut_stands(t, nucleus, cut)]
    if not standing:
        return
    around = {"denied": t.denied(nucleus.head), "lead_in": t.leads_in(nucleus.head)}
    doubts = tuple(name for name, holds in around.items() if holds)
    for cut in standing:
        form = _group_form(groups, nucleus, cut, (*doubts_of(cut), *doubts))
        if form is not None:
            yield form


def _group_form(groups: Groups, nucleus: Nucleus, cut: Cut, doubts: tuple[str, ...]) -> Form | None:
    """The form of a group cut there, with its article."""
    t = groups.tree
    # After a possessive a superlative is one of several: "mes plus sincères excuses" are "les excuses".
    superlative = any(t.tokens[k].pos == "ADV" for k in range(nucleus.body, nucleus.head))
    body = nucleus.head if superlative else unowned(t, nucleus)
    many = nucleus.body < nucleus.head and t.low[nucleus.body] in word_class("many")
    body += many and body == nucleus.body
    rest = phrase(t, body, cut.end, groups.at, both_definite=nucleus.determiner != "none")
    if rest is None:
        return None
    if t.capital_due(nucleus.body) and not nucleus.name:
        rest = rest[:1].lower() + rest[1:]
    return make_form(
        t,
        nucleus.first,
        cut.end,
        _article(t, nucleus, coordinated=cut.coordinated) + rest,
        head=nucleus.head,
        construction="coordination" if cut.coordinated else "noun_group",
        complements=cut.complements,
        follows=cut.follows,
        determiner=nucleus.determiner,
        vague=_vague(groups, nucleus, cut),
        doubts=doubts,
        left_out=nucleus.body if many else None,
    )


def _vague(groups: Groups, nucleus: Nucleus, cut: Cut) -> bool:
    """Whether a group names a general thing, a country, a measure, a speaker or one example: an alternative at best."""
    t = groups.tree
    if nucleus.first and t.low[nucleus.first - 1] in _INSTANCES:
        return True
    if _speaks(t, nucleus):
        return True
    if not modified(nucleus, cut) or _only_counted(t, nucleus, cut):
        return not says_enough(t, nucleus)
    entity = t.tokens[nucleus.head].entity if nucleus.name and not cut.complements else ""
    numbered = any(word.isdigit() for word in t.low[nucleus.head : nucleus.end])
    if numbered and entity in {"LOC", "ORG"}:
        return True  # "Lyon 1"
    return (entity == "LOC" and nucleus.determiner in {"definite", "fused"}) or measured(groups, nucleus, cut)


def _speaks(t: Tree, nucleus: Nucleus) -> bool:
    """Whether somebody named by what they are only speaks: "L'opérateur téléphonique indique que ..."."""
    head = t.tokens[nucleus.head]
    speaker = not nucleus.name and head.lemma in actors() and head.dep.startswith("nsubj")
    return speaker and t.low[head.head] in speech_forms()


def _only_counted(t: Tree, nucleus: Nucleus, cut: Cut) -> bool:
    """Whether an ordinal is all that tells a noun from others of its kind: "la troisième étape"."""
    before = t.low[nucleus.body : nucleus.head]
    alone = not nucleus.name and not cut.complements and nucleus.end == nucleus.head + 1
    return alone and len(before) > 0 and word_class("ordinals").issuperset(before)


def _article(t: Tree, nucleus: Nucleus, *, coordinated: bool) -> str:
    """The determiner to print, with its space: the definite article, or the author's own words."""
    kind, word = nucleus.determiner, t.low[nucleus.first]
    if (kind == "author" and not t.quoted[nucleus.head]) or (kind == "indefinite" and word in {"un", "une"}):
        return word + " "
    if kind == "number" and few(t, nucleus):
        return "".join(x.text + " " for x in t.tokens[nucleus.body - 1 : nucleus.body])
    if (nucleus.name and kind not in {"definite", "fused"}) or (coordinated and kind == "none"):
        # "Créoles et perruques" in an enumeration: both take an article or none.
        return ""
    article = definite_article(t, nucleus)
    return "" if article is None else spaced(article)
