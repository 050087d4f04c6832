"""What somebody or something is, as a heading: "Anne Roy, présidente du club", "Le sémillon, un cépage d'exception".

Said of a person it is a function, set beside the full name or joined to it by "être"; said of a thing it is the kind
of thing it is, which is what a section that presents it begins with.
"""

from __future__ import annotations

from collections.abc import Iterator

from seoaudit.structure.heading_cuts import Cut, cuts
from seoaudit.structure.heading_groups import Groups, Nucleus
from seoaudit.structure.heading_lexicon import word_list
from seoaudit.structure.heading_phrase import Form, make_form
from seoaudit.structure.heading_rules import head_stands, modified
from seoaudit.structure.heading_statements import is_subject, subject_text
from seoaudit.structure.heading_surface import phrase, spaced
from seoaudit.structure.heading_tree import Tree


def role_forms(groups: Groups, nucleus: Nucleus) -> Iterator[Form]:
    """Yield the group that begins at a nucleus with what it is."""
    role = _role(groups, nucleus)
    if role is not None:
        name = _name(groups, nucleus)
        if name is not None:
            yield from _forms(groups, nucleus, name, role)
        return
    for cut, kind in _definitions(groups, nucleus):
        defined = _defined(groups, nucleus, cut)
        if defined is not None:
            yield from _forms(groups, nucleus, defined, kind)


def _name(groups: Groups, nucleus: Nucleus) -> str | None:
    """The name of a person, or of a thing with its article."""
    bare = _person(groups.tree, nucleus) or nucleus.determiner != "definite"
    return phrase(groups.tree, nucleus.head if bare else nucleus.first, nucleus.end, {})


def _forms(groups: Groups, nucleus: Nucleus, name: str, role: Nucleus) -> Iterator[Form]:
    """Yield the forms of a name with its role or kind, cut at each place where that is whole."""
    person = _person(groups.tree, nucleus)
    for cut in cuts(groups, role):
        whole = cut.follows == "end" or (not person and cut.follows in {"relative", "participle"})
        rest = phrase(groups.tree, role.body, cut.end, groups.at) if whole and not cut.doubts else None
        if rest is None or (not person and not modified(role, cut)):
            continue
        form = _form(groups.tree, nucleus, role, cut, f"{name}, ", rest)
        if form is not None:
            yield form


def _form(t: Tree, nucleus: Nucleus, role: Nucleus, cut: Cut, name: str, rest: str) -> Form | None:
    """A person with a function ("Anne Roy, présidente du club"), a thing as one of its kind ("Git, un outil libre")."""
    person = _person(t, nucleus)
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


def _person(t: Tree, nucleus: Nucleus) -> bool:
    return nucleus.name and t.tokens[nucleus.head].entity == "PER"


def _role(groups: Groups, nucleus: Nucleus) -> Nucleus | None:
    """The apposition or attribute of a person's full name, or of the name of a thing."""
    t, link = groups.tree, nucleus.end
    if (
        not nucleus.name
        or link >= len(t.tokens)
        or (link == nucleus.first + 1 and len(t.low[nucleus.head]) == 1)
        or t.tokens[link].sentence != t.tokens[nucleus.head].sentence
    ):
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


def _definitions(groups: Groups, subject: Nucleus) -> Iterator[tuple[Cut, Nucleus]]:
    """Yield where a subject ends before "est", with the group that says what kind of thing it is."""
    t = groups.tree
    if subject.determiner not in {"definite", "indefinite", "possessive", "none"} or _person(t, subject):
        return
    if not is_subject(t, subject) or not head_stands(groups, subject) or t.negated(t.tokens[subject.head].head):
        return
    for cut in cuts(groups, subject):
        if cut.doubts or cut.end >= len(t.tokens) or not _is(t, cut.end):
            continue
        linked = cut.end + 1 < len(t.tokens) and t.low[cut.end + 1] in word_list("linking_adverbs")
        kind = groups.at.get(cut.end + 1 + linked)
        if kind is None or kind.name or kind.determiner not in {"definite", "indefinite"}:
            continue
        if t.tokens[subject.head].head == kind.head and head_stands(groups, kind):
            yield cut, kind


def _is(t: Tree, i: int) -> bool:
    token = t.tokens[i]
    return token.lemma == "être" and "VerbForm=Fin" in token.morph and "Mood=Ind" in token.morph


def _defined(groups: Groups, subject: Nucleus, cut: Cut) -> str | None:
    """The subject of a definition with its article, as it opens the heading."""
    opening, whose = subject_text(groups, subject), phrase(groups.tree, subject.body, cut.end, groups.at)
    return None if opening is None or whose is None else opening + whose
