"""Which phrases of a paragraph can stand as a French heading, and in what words.

A phrase passes when it is whole: its noun has the complements it calls for, nothing it needs was left outside, and it
points to nothing said elsewhere. What the phrase says about the section is judged afterwards.
"""

from __future__ import annotations

from functools import lru_cache

from seoaudit.french.parse import KEPT, Parsed
from seoaudit.structure.heading_asked import asked_forms
from seoaudit.structure.heading_clauses import imperative, infinitive
from seoaudit.structure.heading_groups import find_groups
from seoaudit.structure.heading_lexicon import word_class
from seoaudit.structure.heading_nouns import noun_forms
from seoaudit.structure.heading_phrase import Form
from seoaudit.structure.heading_possession import possession_forms
from seoaudit.structure.heading_roles import role_forms
from seoaudit.structure.heading_statements import statement_forms
from seoaudit.structure.heading_tree import Tree, tree
from seoaudit.structure.heading_turned import turned_infinitive
from seoaudit.structure.heading_verbs import infinitive_forms, question_form, verb_forms


@lru_cache(maxsize=KEPT)  # the outline and the titles of the snippet ask for the same paragraphs
def forms(parsed: Parsed) -> tuple[Tree, tuple[Form, ...]]:
    """Return a paragraph's tree and the phrases in it that can stand as a heading."""
    t = tree(parsed)
    groups = find_groups(t)
    found: list[Form] = []
    for nucleus in groups.nuclei:
        found.extend(noun_forms(groups, nucleus))
        found.extend(role_forms(groups, nucleus))
        found.extend(statement_forms(groups, nucleus))
        found.extend(possession_forms(groups, nucleus))
    for i, token in enumerate(t.tokens):
        if t.low[i] in word_class("clause_askers"):
            found.extend(asked_forms(groups, i))
        if token.pos != "VERB":
            continue
        if infinitive(t, i):
            found.extend(infinitive_forms(groups, i))
        elif imperative(t, i):
            found.extend(verb_forms(groups, i, i, "imperative"))
        else:
            found.extend(turned_infinitive(groups, i))
    asked = (question_form(t, s.first, s.last) for s in parsed.sentences)
    found.extend(form for form in asked if form is not None)
    return t, tuple(found)
