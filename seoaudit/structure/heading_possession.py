"""What a thing has, as a heading: "Les atouts du service" from "le service a plusieurs atouts"."""

from __future__ import annotations

from collections.abc import Iterator

from seoaudit.structure.heading_cuts import cuts
from seoaudit.structure.heading_groups import Groups, Nucleus
from seoaudit.structure.heading_lexicon import word_class
from seoaudit.structure.heading_phrase import Form, make_form
from seoaudit.structure.heading_rules import cut_stands, doubts_of, few, head_stands, several
from seoaudit.structure.heading_statements import is_subject, subject_text
from seoaudit.structure.heading_surface import complement, definite_article, phrase, spaced


def possession_forms(groups: Groups, subject: Nucleus) -> Iterator[Form]:
    """Yield what the subject of a verb of having has, with the subject as its complement."""
    t = groups.tree
    root = t.tokens[subject.head].head
    if not is_subject(t, subject) or t.tokens[root].lemma not in word_class("having"):
        return
    owned = groups.at.get(root + 1)
    if owned is None or owned.name or not _new(groups, owned) or not head_stands(groups, owned):
        return
    if not head_stands(groups, subject):
        return
    owner = next((c for c in cuts(groups, subject) if c.end == root and not c.doubts), None)
    opening = subject_text(groups, subject)
    if owner is None or opening is None or "VerbForm=Fin" not in t.tokens[root].morph:
        return
    whose = phrase(t, subject.body, root, groups.at)
    article = definite_article(t, owned)
    if whose is None or article is None:
        return
    if t.capital_due(subject.first):
        opening = opening.lower()
        if subject.first == subject.body and not subject.name:
            return
    for cut in cuts(groups, owned):
        if cut.complements or not cut_stands(t, owned, cut) or doubts_of(cut):
            continue
        body = owned.body - 1 if few(t, owned) else owned.body
        what = phrase(t, body, cut.end, groups.at)
        if what is None:
            continue
        form = make_form(
            t,
            subject.first,
            cut.end,
            f"{spaced(article)}{what} {complement(opening + whose)}",
            head=owned.head,
            construction="possession",
            complements=1,
            follows=cut.follows,
            determiner=owned.determiner,
        )
        if form is not None:
            yield form


def _new(groups: Groups, owned: Nucleus) -> bool:
    """Whether a group brings several things not named before: "des atouts", "plusieurs atouts", "deux parties"."""
    t = groups.tree
    if not t.low[owned.head].endswith(("s", "x")) or owned.first == owned.body:
        return False
    return owned.determiner == "indefinite" or several(t, owned) or few(t, owned)
