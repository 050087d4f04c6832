"""Clauses turned into headings without a word that is not theirs.

"Nous avons testé une nouvelle méthode" gives "Tester une nouvelle méthode", "l'interface est modulaire" gives "Une
interface modulaire": the verb takes its infinitive, an attribute stands beside its noun. What a clause denies or
supposes is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from seoaudit.keyphrases.conjugation import conjugated
from seoaudit.keyphrases.inflection import fold
from seoaudit.structure.cohesion import stem
from seoaudit.structure.heading_clauses import lone, verb_phrase_ends
from seoaudit.structure.heading_cuts import cuts
from seoaudit.structure.heading_groups import Groups, Nucleus
from seoaudit.structure.heading_lexicon import word_class, word_list
from seoaudit.structure.heading_phrase import Form, make_form
from seoaudit.structure.heading_rules import head_stands
from seoaudit.structure.heading_statements import is_subject
from seoaudit.structure.heading_surface import gender_number, phrase
from seoaudit.structure.heading_tree import Tree

_INFINITIVE = ("er", "ir", "re")
_INDEFINITE = {("f", "s"): "une ", ("m", "s"): "un ", ("f", "p"): "des ", ("m", "p"): "des "}
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
            asked = i > start and t.low[i - 1] in {"si", "s'", "quand", "lorsque", "comme"}
            return not asked and (helped or not participle)
        if t.tokens[i].pos == "AUX" and t.tokens[i].lemma == "avoir":
            helped = True
        elif t.tokens[i].pos != "ADV":
            return False
    return False


def attributed(groups: Groups, subject: Nucleus) -> Iterator[Form]:
    """Yield a noun with what its clause says it is: "Une décision redoutée" from "la décision était redoutée"."""
    t = groups.tree
    root = t.tokens[subject.head].head
    if subject.name or not is_subject(t, subject) or not head_stands(groups, subject):
        return
    article = _INDEFINITE.get(gender_number(t, subject))
    if article is None or subject.determiner not in {"definite", "fused", "demonstrative", "possessive"}:
        return
    copula = _copula(t, subject, root)
    if copula is None:
        return
    attribute = phrase(t, copula + 1, root + 1, groups.at)
    for cut in cuts(groups, subject):
        noun = phrase(t, subject.body, cut.end, groups.at)
        if cut.end != copula or cut.doubts or cut.complements > 1 or noun is None or attribute is None:
            continue
        if t.capital_due(subject.body):
            noun = noun[:1].lower() + noun[1:]
        form = make_form(
            t,
            subject.first,
            root + 1,
            f"{article}{noun} {attribute}",
            head=subject.head,
            construction="attributed",
            complements=cut.complements,
            follows="end" if root + 1 >= len(t.tokens) or t.tokens[root + 1].pos == "PUNCT" else "adjunct",
            determiner=subject.determiner,
        )
        if form is not None:
            yield form


def _copula(t: Tree, subject: Nucleus, root: int) -> int | None:
    """The copula of a clause whose adjective or participle, at `root`, agrees with its subject; None for others."""
    last = t.tokens[root]
    if last.pos not in {"ADJ", "VERB"} or (last.pos == "VERB" and "VerbForm=Part" not in last.morph):
        return None
    if t.denied(subject.head) or t.negated(root) or not _agree(t, subject, root):
        return None
    first = root - 1
    while first > subject.head and t.tokens[first].pos == "ADV":
        if t.low[first] not in word_class("comparing") and not t.low[first].endswith("ment"):
            return None
        first -= 1
    token = t.tokens[first]
    stands = token.lemma == "être" and "VerbForm=Fin" in token.morph and "Mood=Ind" in token.morph
    return first if stands and first > subject.head else None


def _agree(t: Tree, subject: Nucleus, root: int) -> bool:
    gender, number = gender_number(t, subject)
    morph = t.tokens[root].morph
    other = {"f": "Gender=Masc", "m": "Gender=Fem"}.get(gender, "Gender=")
    return other not in morph and ("Number=Plur" in morph) == (number == "p")
