"""Which phrases of a paragraph can stand as a French heading, and in what words.

A phrase passes when it is whole: its noun has the complements it calls for, nothing it needs was left outside, and it
points to nothing said elsewhere. What the phrase says about the section is judged afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from seoaudit.french.parse import Parsed
from seoaudit.structure.heading_clauses import free_infinitive, imperative, infinitive, question, verb_phrase_ends
from seoaudit.structure.heading_groups import Cut, Groups, Nucleus, cuts, find_groups
from seoaudit.structure.heading_lexicon import word_list
from seoaudit.structure.heading_surface import capitalised, definite_article, gender_number, phrase
from seoaudit.structure.heading_tree import Tree, tree

FEWEST_WORDS, MOST_WORDS, MOST_CHARACTERS = 2, 8, 70
_POINTING = word_list("pointing_adjectives")
_PARTICIPLE_ENDINGS = ("é", "ée", "és", "ées", "ue", "us", "ues", "ant", "ante", "ants", "antes")
_VERB_ENDINGS = ("ais", "ait", "aient", "ez", "iez", "ûmes", "âmes")


@dataclass(frozen=True, slots=True)
class Form:
    """A phrase that can stand as a heading.

    Attributes:
        text: with the definite article where its words allow one, else as written; capital first.
        bare: the same without article, "" where it could not stand.
        construction: "noun_group", "coordination", "infinitive", "imperative", "indirect_question",
            "question" or "role".
        first: its first token.
        end: one past its last token.
        head: the token it is about.
        families: keys of its content words, in order, without repetition.
        complements: how many complements its head keeps.
        follows: what stood after it in the sentence ("end", "de", "pp", "coord", "relative", ...).
        determiner: the determiner it had in the text.
    """

    text: str
    bare: str
    construction: str
    first: int
    end: int
    head: int
    families: tuple[str, ...]
    complements: int
    follows: str
    determiner: str


def forms(parsed: Parsed) -> tuple[Tree, list[Form]]:
    """Return a paragraph's tree and the phrases in it that can stand as a heading, in order."""
    t = tree(parsed)
    groups = find_groups(t)
    found: list[Form] = []
    for nucleus in groups.nuclei:
        found.extend(_noun_groups(groups, nucleus))
        found.extend(_roles(groups, nucleus))
    for i in range(len(t.tokens)):
        if infinitive(t, i):
            found.extend(_infinitives(groups, i))
        elif imperative(t, i):
            found.extend(_verb_phrases(groups, i, i, "imperative"))
    for s in parsed.sentences:
        if question(t, s.first, s.last):
            form = _form(
                t,
                s.first,
                s.last,
                s.first,
                "question",
                0,
                "end",
                "none",
                _question_text(t, s.first, s.last),
                "",
            )
            if form:
                found.append(form)
    return t, found


def _noun_groups(groups: Groups, nucleus: Nucleus) -> Iterator[Form]:
    t = groups.tree
    if not _head_stands(groups, nucleus):
        return
    for cut in _all_cuts(groups, nucleus):
        if _cut_stands(t, nucleus, cut):
            form = _group_form(groups, nucleus, cut)
            if form is not None:
                yield form


def _all_cuts(groups: Groups, nucleus: Nucleus) -> Iterator[Cut]:
    """The cuts of a group, and those after an infinitive or a participle that completes it."""
    t = groups.tree
    for cut in cuts(groups, nucleus):
        yield cut
        if cut.follows == "infinitive" and cut.end + 1 < len(t.tokens) and infinitive(t, cut.end + 1):
            verb = cut.end + 1
            if t.tokens[verb].dep == "acl" and nucleus.first <= t.tokens[verb].head < cut.end:
                for c in verb_phrase_ends(groups, verb):
                    yield c._replace(complements=cut.complements + 1, coordinated=cut.coordinated)
        elif (
            cut.follows == "participle"
            and t.low[cut.end] not in _POINTING
            and t.tokens[cut.end].dep == "acl"
            and nucleus.first <= t.tokens[cut.end].head < cut.end
        ):
            for c in verb_phrase_ends(groups, cut.end):
                if c.end < len(t.tokens) and t.tokens[c.end].pos == "ADP":
                    continue
                yield c._replace(complements=cut.complements + 1, coordinated=cut.coordinated)


def _head_stands(groups: Groups, nucleus: Nucleus) -> bool:
    """Whether a nucleus can head a heading, whatever completes it."""
    t = groups.tree
    head = t.tokens[nucleus.head]
    low = t.low[nucleus.head]
    if head.lemma in word_list("empty_heads") or low in word_list("empty_heads") or len(low) < 2:
        return False
    if (
        low.endswith(_VERB_ENDINGS)
        and low not in word_list("verb_like_nouns")
        and head.lemma not in word_list("verb_like_nouns")
        and not nucleus.name
    ):
        return False
    if nucleus.determiner == "quantity" or not _agrees(t, nucleus):
        return False
    if (
        nucleus.determiner == "none"
        and low.endswith(("é", "ée", "és", "ées"))
        and (nucleus.first == 0 or t.tokens[nucleus.first - 1].pos != "ADP")
    ):
        return False
    if nucleus.determiner == "number" and not _large(t, nucleus):
        return False
    if any(
        t.tokens[k].pos == "ADJ" and t.low[k].endswith(_PARTICIPLE_ENDINGS) for k in range(nucleus.body, nucleus.head)
    ):
        return False
    if any(t.tokens[k].pos == "ADV" for k in range(nucleus.body, nucleus.head)) and nucleus.determiner not in {
        "possessive",
        "author",
    }:
        return False
    if nucleus.determiner == "none" and not _bare_stands(t, nucleus):
        return False
    return not _complex_preposition(groups, nucleus)


def _bare_stands(t: Tree, nucleus: Nucleus) -> bool:
    """Whether a noun without determiner is more than half of an idiom or a predicate."""
    if nucleus.first == 0 or t.tokens[nucleus.first - 1].sentence != t.tokens[nucleus.head].sentence:
        # A sentence that begins with a bare noun is a label ("Température de service : ...") or a tagging mistake.
        end = nucleus.end
        return nucleus.name or (t.tokens[nucleus.head].pos == "NOUN" and not _finite_follows(t, end))
    before = t.tokens[nucleus.first - 1]
    if t.low[nucleus.first - 1] in {"en", "comme", "à", "par", "sans", "avec"}:
        return False
    return nucleus.name or before.pos in {"ADP", "CCONJ", "PUNCT"} or before.pos == "VERB"


def _finite_follows(t: Tree, i: int) -> bool:
    """Whether the sentence of token `i - 1` goes on with a finite verb before any stop."""
    sentence = t.tokens[i - 1].sentence
    for token in t.tokens[i : i + 12]:
        if token.sentence != sentence or token.text == ":":
            return False
        if token.pos in {"VERB", "AUX"} and "VerbForm=Fin" in token.morph:
            return True
    return False


def _large(t: Tree, nucleus: Nucleus) -> bool:
    """Whether the number before a noun is a count that can be left out: "2 700 appels", not "trois étapes"."""
    digits = "".join(t.low[k] for k in range(nucleus.first, nucleus.body) if t.low[k].isdigit())
    return len(digits) >= 2 and t.tokens[nucleus.head].lemma not in word_list("time_nouns")


def _agrees(t: Tree, nucleus: Nucleus) -> bool:
    """Whether noun, adjectives and determiner agree in number; where they do not, a tag is wrong."""
    if nucleus.name:
        return True
    gender, number = gender_number(t, nucleus)
    morph = t.tokens[nucleus.head].morph
    if (gender == "m" and "Gender=Fem" in morph) or (gender == "f" and "Gender=Masc" in morph):
        return False
    if number == "p" and not t.low[nucleus.head].endswith(("s", "x", "z")):
        return False
    for k in range(nucleus.body, nucleus.end):
        word, token = t.low[k], t.tokens[k]
        if token.pos not in {"NOUN", "ADJ", "VERB"} or t.name(k) or (token.pos == "NOUN" and k != nucleus.head):
            continue
        if (
            number == "p"
            and not word.endswith(("s", "x", "z"))
            and token.morph
            and (k + 1 == nucleus.end or token.pos == "ADJ")
        ):
            return False
        if number == "s" and "Number=Plur" in token.morph and word.endswith(("s", "x")):
            return False
        other = "f" if "Gender=Fem" in token.morph else "m" if "Gender=Masc" in token.morph else ""
        if k != nucleus.head and gender and other and gender != other:
            return False
    return True


def _complex_preposition(groups: Groups, nucleus: Nucleus) -> bool:
    """Whether the noun is the middle of a prepositional phrase: "dans le cadre de", "au moyen de"."""
    t = groups.tree
    if nucleus.end > nucleus.head + 1 or nucleus.body < nucleus.head:
        return False
    before = nucleus.first - 1
    if before < 0 or t.low[before] not in {"à", "au", "aux", "en", "dans", "par", "sur", "pour", "sous"}:
        return False
    return t.tokens[nucleus.head].lemma in word_list("preposition_nouns")


def _cut_stands(t: Tree, nucleus: Nucleus, cut: Cut) -> bool:
    """Whether a group cut there is whole."""
    if cut.follows in {"broken", "coord"} or (cut.coordinated and cut.follows != "end"):
        return False
    span = range(nucleus.body, cut.end)
    if any(
        t.low[k] in _POINTING or (t.tokens[k].pos == "ADJ" and t.tokens[k].lemma in _POINTING)
        for k in span
        if k != nucleus.head
    ):
        return False
    modified = cut.complements > 0 or nucleus.end > nucleus.head + 1 or nucleus.body < nucleus.head
    lemma = t.tokens[nucleus.head].lemma
    if not modified and not nucleus.name:
        if (
            cut.follows not in {"end", "list"}
            or lemma in word_list("generic_nouns")
            or lemma in word_list("time_nouns")
        ):
            return False
        if nucleus.determiner not in {"definite", "fused", "indefinite"}:
            return False
    if nucleus.name and nucleus.determiner == "none" and (cut.complements or nucleus.body < nucleus.head):
        return False
    if nucleus.name and any(len(t.low[k]) == 1 and t.low[k].isalpha() for k in range(nucleus.head, nucleus.end)):
        return False
    if lemma in word_list("time_nouns") and any(t.low[k][0].isdigit() for k in range(nucleus.first, nucleus.body)):
        return False
    if cut.follows in {"relative", "participle", "infinitive"} and cut.complements == 0:
        return False
    if (lemma in word_list("time_nouns") or nucleus.determiner == "number") and cut.complements == 0:
        return False
    if nucleus.name and cut.complements == 0 and any(t.tokens[k].entity == "PER" for k in range(nucleus.head, cut.end)):
        return False
    last = t.tokens[cut.end - 1]
    return last.pos not in {"ADP", "DET", "CCONJ", "PRON", "SCONJ", "PUNCT", "AUX"}


def _group_form(groups: Groups, nucleus: Nucleus, cut: Cut) -> Form | None:
    t = groups.tree
    inner = {k: n for k, n in groups.at.items() if nucleus.end <= k < cut.end}
    # After a possessive a superlative is one of several: "mes plus sincères excuses" are "les excuses".
    superlative = any(t.tokens[k].pos == "ADV" for k in range(nucleus.body, nucleus.head))
    rest = phrase(
        t, nucleus.head if superlative else nucleus.body, cut.end, inner, both_definite=nucleus.determiner != "none"
    )
    if rest is None:
        return None
    if t.capital_due(nucleus.body) and not nucleus.name:
        rest = rest[:1].lower() + rest[1:]
    article = definite_article(t, nucleus)
    kind = nucleus.determiner
    if nucleus.name and kind not in {"definite", "fused"}:
        article = None
    if (kind == "author" and not t.quoted[nucleus.head]) or (
        kind == "indefinite" and t.low[nucleus.first] in {"un", "une"}
    ):
        text = f"{t.low[nucleus.first]} {rest}"
    elif article is None:
        text = rest
    else:
        text = article + ("" if article.endswith("'") else " ") + rest
    construction = "coordination" if cut.coordinated else "noun_group"
    return _form(t, nucleus.first, cut.end, nucleus.head, construction, cut.complements, cut.follows, kind, text, rest)


def _roles(groups: Groups, nucleus: Nucleus) -> Iterator[Form]:
    """A person and what they are: "Anne Roy, présidente de la ligue" from "Anne Roy est la présidente de la ligue"."""
    t = groups.tree
    if (
        not nucleus.name
        or nucleus.end - nucleus.head < 2
        or not all(t.tokens[k].entity == "PER" for k in range(nucleus.head, nucleus.end))
    ):
        return
    link = nucleus.end
    if link >= len(t.tokens) or not (
        t.low[link] == "," or (t.tokens[link].lemma == "être" and t.tokens[link].pos == "AUX")
    ):
        return
    role = groups.at.get(link + 1)
    if role is None or role.name or role.determiner not in {"definite", "none"}:
        return
    for cut in cuts(groups, role):
        if cut.follows == "end":
            inner = {k: n for k, n in groups.at.items() if role.end <= k < cut.end}
            name, rest = phrase(t, nucleus.head, nucleus.end, {}), phrase(t, role.body, cut.end, inner)
            if name and rest:
                form = _form(
                    t,
                    nucleus.first,
                    cut.end,
                    role.head,
                    "role",
                    cut.complements + 1,
                    "end",
                    "none",
                    f"{name}, {rest}",
                    "",
                )
                if form:
                    yield form


def _infinitives(groups: Groups, verb: int) -> Iterator[Form]:
    t = groups.tree
    if not free_infinitive(t, verb):
        return
    if verb > 0 and t.low[verb - 1] in {"comment", "pourquoi", "où", "quand"}:
        yield from _verb_phrases(groups, verb - 1, verb, "indirect_question")
    yield from _verb_phrases(groups, verb, verb, "infinitive")


def _verb_phrases(groups: Groups, first: int, verb: int, construction: str) -> Iterator[Form]:
    t = groups.tree
    for cut in verb_phrase_ends(groups, verb):
        text = phrase(t, first, cut.end, {k: n for k, n in groups.at.items() if verb < k < cut.end}, keep_own=True)
        if text:
            form = _form(t, first, cut.end, verb, construction, cut.complements + 1, cut.follows, "none", text, "")
            if form:
                yield form


def _question_text(t: Tree, first: int, last: int) -> str:
    """A question as written, with the no-break space that French sets before its mark."""
    words = "".join(x.text + (" " if x.space else "") for x in t.tokens[first : last - 1])
    return words.strip() + "\u00a0?"


def _form(
    t: Tree,
    first: int,
    end: int,
    head: int,
    construction: str,
    complements: int,
    follows: str,
    determiner: str,
    text: str,
    bare: str,
) -> Form | None:
    """The form of a phrase, or None where it is too short, too long or cannot be printed."""
    tokens = t.tokens[first:end]
    inside = range(first, end - (construction == "question"))
    if construction != "role" and not t.joined(inside.start, inside.stop):
        return None
    if any(x.pos == "PRON" for x in tokens) and construction != "question":
        return None
    if any(t.tokens[k].text.startswith(("http", "www")) for k in inside):
        return None
    count = len(text.split())
    if not FEWEST_WORDS <= count <= MOST_WORDS or len(text) > MOST_CHARACTERS:
        return None
    keys = tuple(dict.fromkeys(filter(None, t.keys[first:end])))
    if not keys:
        return None
    shorter = capitalised(bare) if bare and len(bare.split()) >= FEWEST_WORDS else ""
    return Form(capitalised(text), shorter, construction, first, end, head, keys, complements, follows, determiner)
