"""Short statements as headings: "Le calendrier julien se décale d'un jour", "L'opérateur rétablit le réseau".

A statement is a finite clause with its subject in full, its verb and what the verb calls for. It names no subject but
says what the section has to say of it, as headings of the press do. Only clauses that stand without the words around
them pass: a subject that is no pronoun, a verb in the indicative, complements whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from seoaudit.structure.heading_clauses import infinitive, lone, verb_phrase_ends
from seoaudit.structure.heading_cuts import Cut, boundary, cuts
from seoaudit.structure.heading_groups import Groups, Nucleus
from seoaudit.structure.heading_lexicon import word_class, word_list
from seoaudit.structure.heading_phrase import Form, make_form
from seoaudit.structure.heading_rules import head_stands
from seoaudit.structure.heading_surface import definite_article, gender_number, phrase, spaced
from seoaudit.structure.heading_tree import Tree

_MAIN = frozenset({"ROOT", "conj", "ccomp", "parataxis"})
_STOPS = frozenset(".;!?")
_TIMES = frozenset({"lors", "pendant", "depuis", "après", "avant", "hier", "durant"})
# Before a statement these say that it holds no more: "pendant longtemps toutes les pistes se perdaient".
_BYGONE = frozenset({"autrefois", "jadis", "jusqu'", "longtemps", "naguère"})
_JOINS = frozenset({"et", "mais", "car", "or"})
_WORTHY = frozenset({"definite", "indefinite", "demonstrative", "possessive", "number", "none"})
# Tokens between the subject and the verb it governs: auxiliaries, a negation, an adverb, the reflexive.
LONGEST_VERB_GROUP = 6


def statement_forms(groups: Groups, subject: Nucleus) -> Iterator[Form]:
    """Yield the statements whose subject is the group that begins at a nucleus."""
    t = groups.tree
    if not is_subject(t, subject) or not stands_as_subject(groups, subject):
        return
    for end in clause_ends(groups, subject):
        form = _form(groups, subject, end)
        if form is not None:
            yield form


def clause_ends(groups: Groups, subject: Nucleus) -> Iterator[int]:
    """Yield where the clause can end whose subject stands before its verb."""
    t = groups.tree
    root = t.tokens[subject.head].head
    for cut in cuts(groups, subject):
        verb_end = _verb_group(t, cut.end, root)
        if verb_end is not None:
            yield from (end for end in _ends(groups, verb_end, root) if not _reversed(t, end))


def _reversed(t: Tree, end: int) -> bool:
    """Whether a clause goes on to limit what it has said: "un faisceau homogène, mais court"."""
    return "mais" in t.low[end : end + 1] or t.low[end : end + 2] == (",", "mais")


def is_subject(t: Tree, subject: Nucleus) -> bool:
    """Whether a group is the subject of a clause that can stand alone."""
    head = t.tokens[subject.head]
    root = t.tokens[head.head]
    if not head.dep.startswith("nsubj") or head.head <= subject.head or root.sentence != head.sentence:
        return False
    if root.dep not in _MAIN or t.quoted[subject.head]:
        return False
    if not _agrees_with_verb(t, subject, head.head):
        return False
    before = t.low[subject.first - 1] if subject.first else ""
    if before in word_class("supposing") or (
        before in {"que", "qu'"} and (root.dep != "ccomp" or _wished(t, root.head))
    ):
        return False
    # What is only asked, depends on a condition or is past is not stated.
    start = t.starts[head.sentence]
    if not _BYGONE.isdisjoint(t.low[start : subject.first]):
        return False
    end = t.starts[head.sentence + 1] if head.sentence + 1 < len(t.starts) else len(t.tokens)
    conditions = (t.low[i] in {"si", "s'"} and t.tokens[i].dep == "mark" for i in range(start, end))
    return t.low[end - 1] != "?" and not any(conditions)


def _wished(t: Tree, governor: int) -> bool:
    """Whether the verb a clause depends on asks for it or doubts it ("on veut que le service déclenche une alerte")."""
    return t.tokens[governor].lemma in word_class("subjunctive_verbs")


def _agrees_with_verb(t: Tree, subject: Nucleus, root: int) -> bool:
    """Whether a group can be what its verb is said of: no preposition before it, its gender that of the participle."""
    if subject.first and t.tokens[subject.first - 1].pos == "ADP":
        return False
    if not any(x.head == root and x.dep == "aux:pass" for x in t.tokens[subject.end : root]):
        return True
    morph, gender = t.tokens[root].morph, gender_number(t, subject)[0]
    return not gender or f"Gender={'Masc' if gender == 'f' else 'Fem'}" not in morph


def stands_as_subject(groups: Groups, subject: Nucleus) -> bool:
    """Whether a group says enough to be the subject of a heading, and points to nothing said before."""
    if subject.determiner not in _WORTHY:
        return False
    if subject.determiner == "none" and not subject.name:
        return False
    return subject.determiner == "number" or head_stands(groups, subject)


def _verb_group(t: Tree, first: int, root: int) -> int | None:
    """One past the verb group that begins at token `first` and ends with the clause's verb or its copula."""
    if first >= len(t.tokens) or root >= len(t.tokens):
        return None
    finite = None
    for i in range(first, min(len(t.tokens), first + LONGEST_VERB_GROUP)):
        token = t.tokens[i]
        verbal = token.pos in {"VERB", "AUX"}
        if verbal and "VerbForm=Fin" in token.morph and finite is None:
            if "Mood=Ind" not in token.morph or "Person=3" not in token.morph:
                return None
            finite = i
        elif not (verbal or _beside_verb(t, i)):
            return i if finite is not None and i <= root else None
        if i == root:
            return i + 1 if finite is not None else None
    return None


def _beside_verb(t: Tree, i: int) -> bool:
    """Whether a word between subject and verb may stay: negation, the reflexive, an adverb that links to nothing."""
    token, word = t.tokens[i], t.low[i]
    if word in {"ne", "n'", "pas", "plus", "jamais", "se", "s'"}:
        return True
    return token.pos == "ADV"


def _ends(groups: Groups, verb_end: int, root: int) -> list[int]:
    """Where a clause can end whose verb group ends before token `verb_end`."""
    t = groups.tree
    if verb_end <= root:
        return _attribute_ends(groups, verb_end, root)
    at = verb_end
    while at < len(t.tokens) and (t.low[at] in {"pas", "plus", "jamais"}):
        at += 1
    out: list[int] = []
    if _says_enough(t, at, root):
        out.append(at)
    if at < len(t.tokens) and infinitive(t, at) and t.tokens[at].sentence == t.tokens[root].sentence:
        return [c.end for c in verb_phrase_ends(groups, at) if _whole(t, c) and not lone(t, at, c)]
    if (
        at < len(t.tokens)
        and t.tokens[at].pos == "ADP"
        and t.tokens[root].lemma != "être"
        and t.tokens[at].sentence == t.tokens[root].sentence
    ):
        group = groups.at.get(at + 1)
        if group is not None and t.tokens[group.head].lemma not in word_list("adverbials"):
            out.extend(c.end for c in cuts(groups, group) if _whole(t, c))
    out.extend(c.end for c in verb_phrase_ends(groups, at - 1) if _whole(t, c) and not lone(t, root, c))
    return sorted(set(out))


def _says_enough(t: Tree, end: int, root: int) -> bool:
    """Whether a verb without complement says enough: it ends its clause, or only a time follows."""
    verb = t.tokens[root]
    if verb.lemma in word_list("weak_verbs"):
        return False
    if end >= len(t.tokens) or t.tokens[end].sentence != verb.sentence or t.low[end] in _STOPS | _JOINS:
        return True
    return t.low[end] in _TIMES and verb.lemma in word_list("intransitive_verbs")


def _attribute_ends(groups: Groups, first: int, root: int) -> list[int]:
    """Where a clause with a copula can end: after its adjective, or after the noun group that says what it is."""
    t = groups.tree
    group = groups.at.get(first)
    if group is not None:
        return [c.end for c in cuts(groups, group) if group.head == root and _whole(t, c) and _closed(t, c.end)]
    at = first
    while at < root and t.tokens[at].pos == "ADV":
        at += 1
    if at != root or t.tokens[root].pos not in {"ADJ", "VERB"}:
        return []
    # "Le vin sera élevé, puis collé" is cut short before the comma.
    joined = any(x.head == root and x.dep == "conj" and x.pos in {"ADJ", "VERB"} for x in t.tokens[root + 1 :])
    out = [root + 1] if _closed(t, root + 1) and not joined else []
    if root + 2 < len(t.tokens) and t.low[root + 1] == "et" and _joined_adjective(t, root) and _closed(t, root + 3):
        out.append(root + 3)
    after = groups.at.get(root + 2)
    if after is not None and t.tokens[root + 1].pos == "ADP" and t.tokens[after.head].head in {root, root + 1}:
        out.extend(c.end for c in cuts(groups, after) if _whole(t, c))
    return out


def _joined_adjective(t: Tree, root: int) -> bool:
    second = t.tokens[root + 2]
    return t.tokens[root].pos == "ADJ" and second.pos == "ADJ" and second.head == root and second.dep == "conj"


def _whole(t: Tree, cut: Cut) -> bool:
    """Whether a complement is whole and says something: "une série", "un exemple" alone do not."""
    last = t.tokens[cut.end - 1]
    empty = cut.complements == 0 and last.lemma in word_list("empty_heads")
    return cut.follows == "end" and not cut.doubts and not empty


def _closed(t: Tree, i: int) -> bool:
    """Whether a clause ends before token `i`."""
    if i >= len(t.tokens) or t.tokens[i].sentence != t.tokens[i - 1].sentence:
        return True
    return (t.tokens[i].pos == "PUNCT" or t.low[i] in _JOINS) and boundary(t, i) == "end"


def _form(groups: Groups, subject: Nucleus, end: int) -> Form | None:
    t = groups.tree
    linking = frozenset(
        i for i in range(subject.end, end) if t.tokens[i].pos == "ADV" and t.low[i] in word_list("linking_adverbs")
    )
    text = phrase(t, subject.first, end, groups.at, keep_own=True, without=linking)
    determined = subject_text(groups, subject)
    if text is None or determined is None:
        return None
    opening = "".join(x.text + (" " if x.space else "") for x in t.tokens[subject.first : subject.body])
    body = text[len(opening) :] if subject.body > subject.first else text
    after = "end" if _closed(t, end) else "adjunct"
    return make_form(
        t,
        subject.first,
        end,
        determined + body,
        head=subject.head,
        construction="statement",
        complements=1,
        follows=after,
        determiner=subject.determiner,
        # What is cut off is often the point: an alternative at best.
        vague=after == "adjunct",
    )


def subject_text(groups: Groups, subject: Nucleus) -> str | None:
    """The determiner to print before the subject: its own, or the definite article for one that points back."""
    t = groups.tree
    own = "".join(x.text + (" " if x.space else "") for x in t.tokens[subject.first : subject.body])
    if subject.determiner not in {"demonstrative", "possessive"}:
        return own
    article = definite_article(t, subject)
    return None if article is None else spaced(article)
