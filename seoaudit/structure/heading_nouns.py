"""Noun groups as headings: "La panne du service national", "Anne Roy, présidente du club"."""

from __future__ import annotations

from collections.abc import Iterator

from seoaudit.structure.heading_clauses import all_cuts
from seoaudit.structure.heading_cuts import Cut, cuts
from seoaudit.structure.heading_groups import Groups, Nucleus
from seoaudit.structure.heading_lexicon import word_class
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
    """Whether a group names a general thing, a country, a measure or one example: an alternative at best."""
    t = groups.tree
    if nucleus.first and t.low[nucleus.first - 1] in _INSTANCES:
        return True
    if not modified(nucleus, cut) or _only_counted(t, nucleus, cut):
        return not says_enough(t, nucleus)
    place = nucleus.name and not cut.complements and t.tokens[nucleus.head].entity == "LOC"
    return (place and nucleus.determiner in {"definite", "fused"}) or measured(groups, nucleus, cut)


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


def role_forms(groups: Groups, nucleus: Nucleus) -> Iterator[Form]:
    """Yield a name with what it is: "Anne Roy, présidente du club" from "Anne Roy est la présidente du club"."""
    t = groups.tree
    role = _role(groups, nucleus)
    if role is None:
        return
    person = t.tokens[nucleus.head].entity == "PER"
    first = nucleus.head if person or nucleus.determiner != "definite" else nucleus.first
    name = phrase(t, first, nucleus.end, {})
    for cut in cuts(groups, role):
        whole = cut.follows == "end" or (not person and cut.follows in {"relative", "participle"})
        rest = phrase(t, role.body, cut.end, groups.at) if whole and not cut.doubts else None
        if name is None or rest is None or (not person and not modified(role, cut)):
            continue
        form = _role_form(groups, nucleus, role, cut, f"{name}, ", rest)
        if form is not None:
            yield form


def _role_form(groups: Groups, nucleus: Nucleus, role: Nucleus, cut: Cut, name: str, rest: str) -> Form | None:
    """A person with a function ("Anne Roy, présidente du club"), a thing as one of its kind ("Git, un outil libre")."""
    t = groups.tree
    person = t.tokens[nucleus.head].entity == "PER"
    articles = ("",) if person or role.determiner == "none" else (spaced(t.low[role.first]), "")
    for article in articles:  # without one where it would make the heading too long
        form = make_form(
            t,
            nucleus.first,
            cut.end,
            name + article + rest,
            head=role.head,
            construction="role",
            complements=cut.complements + 1,
            follows=cut.follows,
        )
        if form is not None:
            return form
    return None


def _role(groups: Groups, nucleus: Nucleus) -> Nucleus | None:
    """The apposition or attribute of a person's full name, or of the name of a thing."""
    t, link = groups.tree, nucleus.end
    if not nucleus.name or link >= len(t.tokens) or t.tokens[link].sentence != t.tokens[nucleus.head].sentence:
        return None
    persons = [t.tokens[k].entity == "PER" for k in range(nucleus.head, nucleus.end)]
    if any(persons) and (not all(persons) or len(persons) < 2):
        return None
    role = groups.at.get(link + 1)
    if role is None or role.name or role.determiner not in {"definite", "none", "indefinite"}:
        return None
    told = t.tokens[link].lemma == "être" and t.tokens[link].pos == "AUX" and t.tokens[link].head == role.head
    if t.low[link] == ",":
        beside = t.tokens[role.head].dep == "appos" and nucleus.head <= t.tokens[role.head].head < nucleus.end
        return role if beside or (all(persons) and role.determiner != "indefinite") else None
    return role if told or (all(persons) and t.tokens[link].lemma == "être") else None
